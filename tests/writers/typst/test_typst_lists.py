"""Lists in PDFs, as readers of tags find them and as eyes see them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import page
from msgspec.structs import replace
from pypdf import PdfReader
from typst_scenes import page as a_page
from typst_scenes import scene, slide, text, title

from slidekit.scene.boxes import Paragraph
from slidekit.show.pages import Run
from slidekit.writers import typst


def bullet(words: str, level: int = 0, number: int = 0, marker: str = "•") -> Paragraph:
    """A point of a list as layout makes it."""
    sign = f"{number}." if number else marker
    return Paragraph((Run(words, "fr-CA"),), 20.0, (), level, sign, number, 8.0 + 7.5 * level, 6.0, 6.0)


def structure(pdf: bytes) -> str:
    """The names of the tags of a PDF, nested as they are; headings and texts without theirs."""

    def named(node: Any) -> str:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            return " ".join(filter(None, map(named, node)))
        if not isinstance(node, dict) or "/S" not in node:
            return ""
        inside = named(node.get("/K", []))
        return f"{str(node['/S'])[1:]}({inside})" if inside else str(node["/S"])[1:]

    root: Any = PdfReader(BytesIO(pdf)).root_object
    return named(root["/StructTreeRoot"]["/K"])


def test_points_are_lists() -> None:
    """Points are items of lists, those below them too; what a stacked point says in both languages is one item."""
    below = Paragraph((Run("more", "en-CA"),), 16.0, indent_mm=8.0, before_pt=1.0)
    lines = (
        Paragraph((Run("Avant", "fr-CA"),), 20.0),
        bullet("un"), below, bullet("deux", 1), bullet("trois", marker="→"),
        bullet("quatre", number=1), bullet("cinq", number=2), bullet("six", number=1),
        Paragraph((Run("Après", "fr-CA"),), 20.0),
    )  # fmt: skip
    shape = replace(text("x"), paragraphs=lines)
    pdf = typst.slides(scene(slide(a_page(1, "T"), title("T"), shape)))

    item, label = "LI(Lbl LBody(P))", "LI(Lbl LBody(P P))"
    points = f"L({label} L({item}) {item})"
    numbers = "L(LI(Lbl LBody(P)) LI(Lbl LBody(P))) L(LI(Lbl LBody(P)))"
    assert f"Document(H1 P {points} {numbers} P)" == structure(pdf)
    assert [] == [one.message for one in page.validate_pdf_bytes(pdf, profile="ua1").failures]


def test_points_stand_where_the_layout_has_put_them() -> None:
    """As list items, words are drawn at the same place as without."""
    shape = replace(text("x"), paragraphs=(bullet("un"), bullet("deux", 1), bullet("trois", number=1)))
    plain = replace(shape, paragraphs=tuple(replace(one, marker="", number=0) for one in shape.paragraphs))
    places = []
    for one in (shape, plain):
        found: dict[str, tuple[float, float]] = {}

        def visit(said: str, around: Sequence[float], own: Sequence[float], *_: Any) -> None:
            if said.strip() in ("un", "deux", "trois"):
                at = own[4] * around[0] + around[4], own[5] * around[3] + around[5]
                found[said.strip()] = (round(at[0], 1), round(at[1], 1))  # noqa: B023

        made = typst.slides(scene(slide(a_page(1, "T"), title("T"), one)))
        PdfReader(BytesIO(made)).pages[0].extract_text(visitor_text=visit)
        places.append(found)

    assert {"un", "deux", "trois"} == set(places[0])
    assert places[1] == places[0]
