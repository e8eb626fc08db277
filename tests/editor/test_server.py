"""The server's own life, through pygls' client and the real process."""

from __future__ import annotations

from pathlib import Path

from client import Editor, edit, session

DECK = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
  - title: {en: One, fr: Un}
  - title: {en: Two}
"""


def test_a_mistake_is_underlined_while_it_is_typed(tmp_path: Path) -> None:
    """A text without its French is underlined where it stands, and no more once it is there."""

    async def story(editor: Editor) -> tuple[list[tuple[object, ...]], int]:
        uri = await editor.open(tmp_path / "talk.yaml", DECK)
        before = await editor.found(uri)
        await editor.type(uri, edit(4, 17, 17, ", fr: Deux"))
        after = await editor.found(uri)
        return [(one.code, one.range.start.line, one.source) for one in before], len(after)

    assert ([("SK101", 4, "slidekit")], 0) == session(tmp_path, story)
