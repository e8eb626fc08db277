"""Decks in both languages from the YAML file to what PowerPoint holds."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from slidekit import build, outputs
from slidekit.outputs import Edition, NotesLang, Target

DECK = """\
slidekit: 1
title: {en: Talk, fr: Exposé}
author: Anne Roy
languages: [fr-CA, en-CA]
slides:
  - section: {en: Hardware, fr: Matériel}
  - title: {en: One, fr: Un}
    bullets:
      - {en: A point, fr: Un point}
    takeaway: {en: Brief, fr: Bref}
    notes: {en: Say it slowly., fr: Le dire lentement.}
  - title: {en: Ours, fr: null}
    only: en
    text: {en: For us}
  - title: {en: End, fr: Fin}
    table:
      header: {en: [Weather, Share], fr: [Temps, Part]}
      rows:
        - {en: [rain, 12%], fr: [pluie, 12 %]}
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck that has French first, a slide for one language, and notes in both."""
    path = tmp_path / "talk.yaml"
    path.write_text(DECK.replace(", fr: null", ""), encoding="utf-8")
    return path


def made(
    deck: Path,
    editions: Sequence[Edition],
    notes: NotesLang = "own",
    targets: Sequence[Target] = ("pptx",),
    out: str = "o",
) -> dict[str, bytes]:
    """What a render writes, by name."""
    done = build.render(deck, deck.parent / out, targets, editions, notes=notes)
    assert () == done.diagnostics
    return {one.path.name: one.path.read_bytes() for one in done.outputs if one.path.is_file()}


def slides(deck: Path, edition: Edition, notes: NotesLang = "own") -> list[tuple[str | None, str]]:
    """Each slide's title and notes, as PowerPoint has them."""
    made(deck, [edition], notes)
    read = Presentation(str(deck.parent / "o" / f"talk.{edition}.pptx"))
    return [
        (
            slide.shapes.title.text_frame.text if slide.shapes.title is not None else None,
            slide.notes_slide.notes_text_frame.text
            if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None
            else "",
        )
        for slide in read.slides
    ]


def test_every_edition_has_a_name(deck: Path) -> None:
    """Outputs bear the deck's name and the edition's, in the order asked for, target by target."""
    names = list(made(deck, build.EDITIONS, targets=("pptx", "marp", "notes")))

    assert [f"talk.{edition}.pptx" for edition in build.EDITIONS] == names[:5]
    assert ["talk.side-by-side.md", "talk.side-by-side.css"] == names[9:11]
    assert "talk.alternating.notes.pdf" == names[-1]


def test_side_by_side(deck: Path) -> None:
    """The first language's title is the slide's, and the notes are in both languages."""
    titles = slides(deck, "side-by-side")

    assert ["Exposé", "Matériel", "Un", "Ours", "Fin"] == [title for title, _ in titles]
    assert "Français\nLe dire lentement.\nEnglish\nSay it slowly." == titles[2][1]


def test_stacked(deck: Path) -> None:
    """Titles hold both languages, the first one's above."""
    assert ["Exposé\nTalk", "Matériel\nHardware", "Un\nOne", "Ours", "Fin\nEnd"] == [
        title for title, _ in slides(deck, "stacked")
    ]


def test_alternating(deck: Path) -> None:
    """Each slide comes in French and then in English, with its own notes."""
    found = slides(deck, "alternating")

    assert ["Exposé", "Talk", "Matériel", "Hardware", "Un", "One", "Ours", "Fin", "End"] == [one for one, _ in found]
    assert ["Le dire lentement.", "Say it slowly."] == [notes for _, notes in found[4:6]]


def test_links_between_twins(deck: Path) -> None:
    """In the PDF too, the other language's name leads to the page that says the same in it."""
    (data,) = made(deck, ["alternating"], targets=("pdf",)).values()
    read = PdfReader(io.BytesIO(data))
    pages = {page.indirect_reference: number for number, page in enumerate(read.pages, 1)}

    leads = [
        pages[note.get_object()["/Dest"].get_object()[0]] for page in read.pages for note in page.get("/Annots") or ()
    ]
    assert [2, 1, 4, 3, 6, 5, 9, 8] == leads


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("own", "Say it slowly."),
        ("both", "English\nSay it slowly.\nFrançais\nLe dire lentement."),
        ("fr", "Le dire lentement."),
        ("en", "Say it slowly."),
    ],
)
def test_notes_of_the_wanted_language(deck: Path, notes: NotesLang, expected: str) -> None:
    """Under English slides stand English notes, French ones, or both, as the speaker wants."""
    assert expected == slides(deck, "en", notes)[2][1]


def test_large_decks_are_the_same(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deck so large that its editions are drawn one after the other has the same outputs, byte for byte."""
    together = made(deck, build.EDITIONS, targets=("pptx", "marp", "notes"), out="small")
    monkeypatch.setattr(outputs, "LARGE_SLIDES", 1)

    assert together == made(deck, build.EDITIONS, targets=("pptx", "marp", "notes"), out="large")


def test_an_edition_alone_is_the_same(deck: Path) -> None:
    """What an edition is does not depend on which others are made beside it."""
    together = made(deck, build.EDITIONS)

    for edition in build.EDITIONS:
        name = f"talk.{edition}.pptx"
        assert together[name] == made(deck, [edition], out=edition)[name]


def test_a_draft_in_both_languages(deck: Path) -> None:
    """A draft marks what is missing in every edition, where the translation would stand."""
    deck.write_text(DECK.replace(", fr: Un point", "").replace(", fr: null", ""), encoding="utf-8")

    done = build.render(deck, deck.parent / "o", ("marp",), build.EDITIONS, draft=True)

    texts = [one.path.read_text(encoding="utf-8") for one in done.outputs if one.path.suffix == ".md"]
    assert [False, True, True, True, True] == ["à traduire" in text for text in texts]
