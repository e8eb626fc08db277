"""Transcripts: who speaks on each line."""

from __future__ import annotations

import pytest

from slidekit.show.pages import TerminalLine
from slidekit.show.terminal import transcript


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("> Fix the test", [("prompt", ">", "Fix the test")]),
        ("$ make test\nok", [("prompt", "$", "make test"), ("prompt", "", "ok")]),
        ("❯", [("prompt", "❯", "")]),
        ("● Done.\n  All green.", [("reply", "●", "Done."), ("reply", "", "  All green.")]),
        ("⏺ Read(a.py)\n  ⎿  12 lines\n     more", [
            ("reply", "⏺", "Read(a.py)"), ("tool", "  ⎿", " 12 lines"), ("tool", "", "     more")]),
        ("└ ok", [("tool", "└", "ok")]),
        ("∴ Thinking…", [("thought", "∴", "Thinking…")]),
        ("● Yes\n[a pause]\nthen", [("reply", "●", "Yes"), ("stage", "", "[a pause]"), ("reply", "", "then")]),
        ("$5 each\n>>> 1\n└── a.py\n[x] done", [
            ("plain", "", "$5 each"), ("plain", "", ">>> 1"), ("plain", "", "└── a.py"), ("plain", "", "[x] done")]),
        ("● a\n\n> b", [("reply", "●", "a"), ("reply", "", ""), ("prompt", ">", "b")]),
    ],
)  # fmt: skip
def test_roles(source: str, expected: list[tuple[str, str, str]]) -> None:
    """The first sign says who speaks, until the next sign; indentation and brackets are kept."""
    assert expected == [(line.role, line.sign, line.text) for line in transcript(source)]


def test_sign_and_words_give_the_line_back() -> None:
    """A line is its sign, a space and its words again: nothing is lost."""
    source = "> a\n  ⎿  b\n● c\n$ \n[d]\n e  "

    lines = [f"{line.sign} {line.text}" if line.sign else line.text for line in transcript(source)]

    assert source == "\n".join(lines)


def test_a_line_is_kept_whole() -> None:
    """A transcript without any sign is plain."""
    assert (TerminalLine("plain", "", "ls"),) == transcript("ls")
