"""The way in: `slidekit` and `python -m slidekit`."""

from __future__ import annotations

import sys

from slidekit import __version__


def main() -> None:
    """Run the command line; `--version` answers before anything else is loaded."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"slidekit {__version__}\n")
        return
    from slidekit.cli.app import run

    run()


if __name__ == "__main__":
    main()
