"""A link to a slide leads there in every output: read back from PowerPoint, PDF, Markdown and notes."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx_checks import audit_faults, sdk_faults
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from slidekit import build
from slidekit.outputs import Edition

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DECK = """\
slidekit: 1
title: {en: Our budget, fr: Notre budget}
author: "[Camille](#plan)"
languages: [en-CA, fr-CA]
slides:
  - title: {en: Start, fr: Début}
    bullets:
      - {en: "See [the *costs* of it](#costs)", fr: "Voir [les *coûts* du projet](#costs)"}
      - {en: "[In reserve](#reserve)", fr: "[En réserve](#reserve)"}
    link: "#plan"
    notes: {en: "If they ask, [the costs](#costs).", fr: "S’ils le demandent, [les coûts](#costs)."}
  - {id: ours, only: fr, title: {fr: Un mot}, text: {fr: "Vers le [plan](#plan)"}}
  - id: reserve
    hidden: true
    title: {en: Reserve, fr: Réserve}
    text: {en: "Back to [the costs](#costs)", fr: "Revenir aux [coûts](#costs)"}
  - id: costs
    title: {en: The costs, fr: Les coûts}
    table:
      header: {en: [What, "[Plan](#plan)"], fr: [Quoi, "[Plan](#plan)"]}
      rows:
        - {en: [A, B], fr: [A, B]}
    alt: {en: Two words in a row, fr: Deux mots sur une ligne}
  - {id: plan, title: {en: The plan, fr: Le plan}, text: {en: Words, fr: Des mots}}
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck with links to slides before and after, in texts, in a table, at the foot and in notes."""
    path = tmp_path / "talk.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


def made(deck: Path, edition: Edition, target: str) -> bytes:
    """An output of an edition."""
    done = build.render(deck, deck.parent / "o", [target], [edition])  # type: ignore[list-item]
    assert {"SK122"} <= {one.code for one in done.diagnostics}  # the slide in reserve works in PowerPoint alone
    return done.outputs[0].path.read_bytes()


def jumps(slide: Any) -> list[tuple[str, str]]:
    """The words of a slide that lead to others, and their titles."""
    found = []
    for run in slide.element.iter(f"{A}r"):
        for click in run.iter(f"{A}hlinkClick"):
            assert "ppaction://hlinksldjump" == click.get("action")
            target = slide.part.related_part(click.rId).slide
            found.append((run.findtext(f"{A}t"), target.shapes.title.text_frame.text.strip("\u200b")))
    return found


def led(pdf: bytes) -> Iterator[tuple[int, int]]:
    """Each page of a PDF with a link, and the page that it leads to; a link in two looks is there once."""
    reader = PdfReader(io.BytesIO(pdf))
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages, 1)}
    known: set[tuple[int, int]] = set()
    for number, page in enumerate(reader.pages, 1):
        for one in page.get("/Annots", ArrayObject()):
            pair = number, numbers[list.__getitem__(one.get_object()["/Dest"], 0)]
            if pair not in known:
                known.add(pair)
                yield pair


def test_powerpoint_shows_the_slide(deck: Path) -> None:
    """Each jump is a relationship to the slide's own part, hidden or not; so is the whole of the foot's link."""
    slides = list(Presentation(io.BytesIO(made(deck, "en", "pptx"))).slides)

    assert [("Camille", "The plan")] == jumps(slides[0])
    words = [("the ", "The costs"), ("costs", "The costs"), (" of it", "The costs"), ("In reserve", "Reserve")]
    assert [*words, ("The plan", "The plan")] == jumps(slides[1])
    assert [[("the costs", "The costs")], [("Plan", "The plan")], []] == [jumps(one) for one in slides[2:]]
    foot = next(shape for shape in slides[1].shapes if shape.name.startswith("Link"))
    assert "The plan" == foot.click_action.target_slide.shapes.title.text_frame.text
    assert "If they ask, the costs (slide\u00a04)." == slides[1].notes_slide.notes_text_frame.text


def test_each_language_stays_its_own(deck: Path) -> None:
    """Slide by slide in turn, French words lead to French slides; side by side, both to the one slide."""
    turns = list(Presentation(io.BytesIO(made(deck, "alternating", "pptx"))).slides)
    both = list(Presentation(io.BytesIO(made(deck, "side-by-side", "pptx"))).slides)

    assert {"Les coûts", "Réserve", "Le plan"} == {title for _, title in jumps(turns[3])}
    assert {"The costs", "Reserve", "The plan"} == {title for _, title in jumps(turns[2])}
    assert {"The costs", "Reserve", "The plan"} == {title for _, title in jumps(both[1])}


@pytest.mark.parametrize("template", [False, True])
def test_validators_find_nothing(deck: Path, node: str, root: Path, template: bool) -> None:
    """In our own look and inside an organisation's template, side by side."""
    if template:
        shutil.copy(root / "tests" / "templates" / "civic.pptx", deck.parent)
        deck.write_text(DECK.replace("author:", "template: civic.pptx\nauthor:"), encoding="utf-8")
    path = deck.parent / "made.pptx"
    path.write_bytes(made(deck, "side-by-side", "pptx"))

    assert ([], []) == (audit_faults(path), sdk_faults(path, node, root))


@pytest.mark.parametrize(
    ("edition", "pairs"),
    [
        ("en", [(1, 4), (2, 3), (2, 4), (3, 4)]),
        ("fr", [(1, 5), (2, 4), (2, 5), (3, 5), (4, 5)]),
        ("side-by-side", [(1, 5), (2, 4), (2, 5), (3, 5), (4, 5)]),
    ],
)
def test_the_pdf_leads_to_the_page(deck: Path, edition: Edition, pairs: list[tuple[int, int]]) -> None:
    """Pages are counted without hidden slides, to which nothing leads; in the slides as in the notes."""
    assert pairs == list(led(made(deck, edition, "pdf")))
    assert pairs == list(led(made(deck, edition, "notes")))


def test_notes_that_flow_on_lead_to_the_slide(deck: Path) -> None:
    """Where a slide takes several sheets, links lead to its first."""
    deck.write_text(DECK.replace("If they ask,", "A long story. " * 400 + "If they ask,"), encoding="utf-8")

    found = list(led(made(deck, "en", "notes")))

    pages = len(PdfReader(deck.parent / "o" / "talk.en.notes.pdf").pages)
    assert pages > 4
    assert {pages - 1, pages} == {target for _, target in found}


@pytest.mark.parametrize(
    ("edition", "places"),
    [
        ("en", ["#4", "#3", "#4", "#4"]),
        ("fr", ["#5", "#4", "#5", "#5", "#5"]),
        ("side-by-side", ["#5", "#4", "#4", "#5", "#5", "#5", "#5"]),
    ],
)
def test_marp_leads_to_the_page(deck: Path, edition: Edition, places: list[str]) -> None:
    """Its pages are addressed by number; a hidden slide is none, and no id is left in the Markdown."""
    said = made(deck, edition, "marp").decode()

    assert places == re.findall(r"\]\((#[^)]*)\)", said)
    assert "In reserve" in said or "En réserve" in said
