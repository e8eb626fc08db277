"""What is mended while a deck is being saved."""

from __future__ import annotations

from pathlib import Path

import open_decks
import pytest

from slidekit.editor import certain
from slidekit.editor.document import Document
from slidekit.mending import mend
from slidekit.source.fixing import Change

HEAD = 'slidekit: 1\ntitle: {en: A talk, fr: "L\'exposé !"}\nslides:\n'
SLIDE = "  - title: {{en: Why {0}?, fr: 'Pourquoi {0} ?'}}\n    notes: {{en: So, fr: \"C'est l'\\u00e9t\\u00e9 !\"}}\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_long_deck_is_mended_in_one_go_as_by_fix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    """Some slides after the others come to what `slidekit fix` makes of the whole."""
    monkeypatch.setattr(certain, "SMALL", 0)
    monkeypatch.setattr(certain, "PATIENCE", 60.0)
    text = (HEAD + "".join([SLIDE.format(number) for number in range(100)])).replace("\n", end)
    document = _opened(tmp_path, text)

    changes = certain.certain(document)

    assert _made(document, changes) == mend(document.path, typed=document.data).after.decode().split(end)


def test_without_time_a_deck_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What there is no time for is left for the next time, nothing half done."""
    monkeypatch.setattr(certain, "SMALL", 0)
    monkeypatch.setattr(certain, "PATIENCE", -1.0)
    document = _opened(tmp_path, HEAD + SLIDE.format(1))

    assert [] == certain.certain(document)


def _opened(folder: Path, text: str) -> Document:
    document = open_decks.opened(text, path=folder / "talk.yaml")
    document.state = document.check(document.data)
    return document


def _made(document: Document, changes: list[Change]) -> list[str]:
    text = "\n".join(document.lines.lines)
    for one in reversed(changes):
        text = text[: one.start] + one.new + text[one.end :]
    return text.split("\n")
