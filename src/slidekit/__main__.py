"""The way in: `slidekit` and `python -m slidekit`."""

from __future__ import annotations

import sys

from slidekit import __version__


def main() -> None:
    """Run the command line; `--version` answers before anything else is loaded."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"slidekit {__version__}\n")
        return
    import gc

    gc.disable()  # nothing lives long enough to be worth the search for cycles: 4 of 57 ms until a command starts
    from slidekit.cli.app import run

    run()


if __name__ == "__main__":
    main()
