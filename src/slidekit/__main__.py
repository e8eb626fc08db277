"""The way in: `slidekit` and `python -m slidekit`."""

from __future__ import annotations

import sys

from slidekit import __version__


def main() -> None:
    """Run the command line.

    What hooks, CI and editors run all day starts without Typer, which takes as long to load as all
    the rest of a short check: `--version`, and `check` without options.
    """
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:  # before a command has begun, and can say more
        sys.exit(130)


def _run(words: list[str]) -> None:
    """Find the command, and run it."""
    if words == ["--version"]:
        print(f"slidekit {__version__}")  # noqa: T201 -- says nothing where standard output is closed
        return
    import gc

    gc.disable()  # nothing lives long enough to be worth the search for cycles: 4 of 57 ms until a command starts
    words = _in_language(words)
    if len(words) > 1 and words[0] == "check" and not any(word.startswith("-") for word in words):
        _check(words[1:])
    from slidekit.cli.app import run

    run(words)


def _in_language(words: list[str]) -> list[str]:
    """The command line without `--lang`, once it is settled in which language to speak."""
    import os

    from slidekit.cli import language
    from slidekit.cli.failing import any_terminal, guarded

    any_terminal()
    language.speak(language.around(os.environ))
    lang, left = guarded(lambda: language.asked(words, os.environ))
    language.speak(lang, chosen=len(left) < len(words))
    return left


def _check(words: list[str]) -> None:
    """Check these paths, and end."""
    from pathlib import Path

    _load_msgspec()

    from slidekit.cli import checking
    from slidekit.cli.failing import guarded

    sys.exit(guarded(lambda: checking.check([Path(word) for word in words])))


def _load_msgspec() -> None:
    """Load msgspec as where `typing_extensions` is not installed: slidekit needs nothing of it.

    python-pptx brings that package along, and it loads `inspect`, `ast` and `tokenize`: a tenth of
    the time of a short check.
    """
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]


if __name__ == "__main__":
    main()
