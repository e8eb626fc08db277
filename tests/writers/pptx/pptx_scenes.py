"""Scenes made by hand, with every shape there is, for the tests of the PowerPoint writer."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace as copied

from slidekit.scene.blocks import HANGS_MM, INDENTS_MM, NESTED_GAP
from slidekit.scene.boxes import (
    Art,
    Box,
    Cell,
    ChartShape,
    CodeShape,
    Inset,
    Layout,
    Paragraph,
    PictureShape,
    Placeholder,
    PlaceholderSpec,
    Scene,
    SceneSlide,
    Shape,
    TableShape,
    TextShape,
    Type,
)
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.charts.plan import plan
from slidekit.scene.pictures import Picture
from slidekit.scene.theme import Theme
from slidekit.scene.theming import load_theme
from slidekit.show import pages
from slidekit.show.pages import Line, Page, Run, Show
from slidekit.source.span import START

LOCALE = "fr-CA"
TITLE = Type("heading", "10233F", bold=True, anchor="bottom")
BODY = Type("body", "1F2933", marker_color="C2410C", link_color="0F766E", code_color="0F766E")
LIGHT = Type("heading", "FFFFFF", bold=True, anchor="bottom")
NIGHT_LINK = Type("body", "FFFFFF", link_color="F0B354", code_color="F0B354")
HEAD_BOX, BODY_BOX = Box(20, 14, 298.6667, 22), Box(20, 42, 298.6667, 130)
TITLE_PLACE, BODY_PLACE = Placeholder("title", 0), Placeholder("body", 1)


def theme() -> Theme:
    """The house theme."""
    found, problems = load_theme("boreal", Path())
    assert found is not None, problems
    return found


def line(text: str, locale: str = LOCALE) -> Line:
    """Plain words."""
    return Line((Run(text, locale),))


def paragraph(*runs: Run | str, size: float = 28.0, **more: object) -> Paragraph:
    """A paragraph; a string is a plain run."""
    made = tuple(Run(run, LOCALE) if isinstance(run, str) else run for run in runs)
    return Paragraph(made, size, **more)  # type: ignore[arg-type]


def bullet(*runs: Run | str, level: int = 0, size: float = 28.0, **more: object) -> Paragraph:
    """A point of a list as layout makes it."""
    look: dict[str, object] = {
        "marker": "–" if level else "•",
        "level": level,
        "indent_mm": INDENTS_MM[level],
        "hang_mm": HANGS_MM[level],
        "before_pt": round(size * (NESTED_GAP if level else 0.4), 1),
    }
    return paragraph(*runs, size=size, **(look | more))


def title(text: str, size: float = 34.0, hidden: bool = False) -> TextShape:
    """The title of an ordinary slide."""
    return TextShape(
        "Title", "title", HEAD_BOX, (paragraph(text, size=size),), TITLE, 1.2207, TITLE_PLACE, hidden=hidden
    )


def body(*paragraphs: Paragraph, name: str = "Bullets slides.1.bullets", box: Box = BODY_BOX) -> TextShape:
    """The text of an ordinary slide."""
    return TextShape(name, "body", box, paragraphs, BODY, 1.2207, BODY_PLACE)


def layouts() -> dict[str, Layout]:
    """A cover and ordinary content."""
    head = PlaceholderSpec(TITLE_PLACE, "title", HEAD_BOX, TITLE, 34.0)
    text = PlaceholderSpec(BODY_PLACE, "body", BODY_BOX, BODY, 28.0)
    cover = PlaceholderSpec(Placeholder("ctrTitle", 0), "title", Box(24, 44, 270, 62), LIGHT, 44.0)
    rule, band = Art("rect", Box(20, 9, 15, 1.3), "C2410C"), Art("rect", Box(0, 0, 5, 190.5), "E8A33D")
    return {
        "content": Layout("content", "paper", (rule,), (head, text), footer=True),
        "title": Layout("title", "night", (band,), (cover,), footer=False),
    }


def page(number: int, **more: object) -> Page:
    """A page whose fields do not matter, but for those given."""
    fields: dict[str, object] = {
        "number": number,
        "slide": number,
        "key": f"slide-{number}",
        "layout": "content",
        "title": line("Titre"),
        "title_shown": True,
        "blocks": (),
        "notes": (),
        "section": None,
        "starts_section": False,
        "hidden": False,
        "seconds": None,
        "start": None,
        "at": None,
        "link": None,
        "span": START,
    }
    return Page(**(fields | more))  # type: ignore[arg-type]


def slide(number: int, *shapes: Shape, layout: str = "content", **more: object) -> SceneSlide:
    """A slide of these shapes."""
    return SceneSlide(page(number, **more), layout, shapes, "Le titre  ·  Partie" if layout == "content" else "")


def scene(slides: Sequence[SceneSlide], locale: str = LOCALE) -> Scene:
    """A scene of these slides."""
    show = Show(
        "fr", locale, line("Des essais & <mesures>"), None, line("Camille Roy"), "10 mars 2026",
        tuple(one.page for one in slides),
    )  # fmt: skip
    foot = Type("body", "5B6472", anchor="middle")
    return Scene(show, theme(), layouts(), tuple(slides), Box(20, 177, 180, 7), Box(302, 177, 16, 7), foot)


def png(width: int = 8, height: int = 6) -> bytes:
    """A small picture in one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + b"\x0f\x76\x6e" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def code_shape(
    text: str = "def double(n):\n    return 2 * n  # <&>\n\n\tend", syntax: str | None = "python"
) -> CodeShape:
    """A listing."""
    block = pages.Code(text, syntax, (), LOCALE, None, START, "slides.2.code")
    return CodeShape(
        "Code slides.2.code", BODY_BOX, block, 20.0, 1.2, Inset(6.5, 4.5, 5, 4.5), "F2F0EA", rounded=False,
        bar="0F766E", dots=False, alt="", locale=LOCALE,
    )  # fmt: skip


def terminal_shape() -> CodeShape:
    """A transcript."""
    spoken = (
        pages.TerminalLine("prompt", ">", "Could both files import it directly?"),
        pages.TerminalLine("reply", "●", "Good point. Let me look for conftest.py first."),
        pages.TerminalLine("tool", "⎿", "Found 1 file"),
        pages.TerminalLine("reply", "", "  1. Delete the wrapper"),
        pages.TerminalLine("stage", "", "[later]"),
    )
    block = pages.Terminal(spoken, LOCALE, None, START, "slides.3.terminal")
    return CodeShape(
        "Terminal slides.3.terminal", BODY_BOX, block, 20.0, 1.2, Inset(7, 11, 6, 5), "10233F", rounded=True, bar=None,
        dots=True, alt="", locale=LOCALE,
    )  # fmt: skip


def diagram_shape() -> CodeShape:
    """Fixed-pitch art."""
    art = "cli.py      server.py\n  │            │\n  └─────┬──────┘\n        ▼\n     Context"
    block = pages.Diagram(art, "Deux fichiers mènent à un contexte", LOCALE, None, START, "slides.4.diagram")
    return CodeShape(
        "Diagram slides.4.diagram", BODY_BOX, block, 20.0, 1.2, Inset(6, 5, 6, 5), "F2F0EA", rounded=True, bar=None,
        dots=False, alt=block.alt, locale=LOCALE, anchor="middle", centered=True,
    )  # fmt: skip


def table_shape(
    rows: Sequence[Sequence[str]] = (("Petit", "Grand"), ("un", "deux"), ("trois", "quatre")),
) -> TableShape:
    """A table with a header."""
    count = len(rows[0])
    return TableShape(
        "Table slides.5.table", Box(20, 42, 298.6667, 12.0 * len(rows)), (298.6667 / count,) * count,
        tuple(tuple(Cell((paragraph(text, size=18.0),), "left") for text in row) for row in rows),
        (12.0,) * len(rows), header=True, size_pt=18.0, line_height=1.2207, alt="Deux colonnes", locale=LOCALE,
    )  # fmt: skip


def charted(block: pages.Chart) -> ChartShape:
    """A chart as layout makes it."""
    width, height = BODY_BOX.w * PT_PER_MM, BODY_BOX.h * PT_PER_MM
    return ChartShape("Chart slides.6.chart", BODY_BOX, block, plan((block,), width, height, theme()).drawings[0])


def chart_shape(kind: str = "column", series: int = 2, number: str = '0.0" s"', **more: object) -> ChartShape:
    """A chart of made-up seconds; `more` are other fields of the chart."""
    figures = ((8.0, 30.5, None), (4.0, 12.0, 3.0), (2.0, 9.0, 1.0))
    made = tuple(
        pages.Series(
            line(f"Série {index + 1}"),
            figures[index],
            tuple("" if one is None else str(one) for one in figures[index]),
            (1.0, 2.5, 4.0),
            ("1", "2,5", "4"),
            (line("Un & deux"), None, None),
        )
        for index in range(series)
    )
    block = pages.Chart(
        kind, tuple(line(name) for name in ("Modèle", "Essais & co", "Environnement")), made, number,  # type: ignore[arg-type]
        "Des secondes par étape", LOCALE, None, START, "slides.6.chart", ((0.0, "0 s"), (20.0, "20 s"), (40.0, "40 s")),
    )  # fmt: skip
    return charted(copied(block, **more))


def every_shape(folder: Path) -> Scene:
    """One slide of each kind."""
    picture = Picture(str(folder / "p.png"), 40, 30, "png", png())
    mixed = body(
        bullet("Un mot ", Run("fort", LOCALE, bold=True), " et ", Run("n → 2n", LOCALE, code=True), before_pt=0.0),
        bullet("plus bas, ", Run("doux", LOCALE, italic=True), level=1, size=24.0),
        bullet(Run("barré", LOCALE, strike=True), Run("\n", LOCALE), "suite", marker="→"),
        bullet("Voir ", Run("ici", LOCALE, link="https://exemple.ca/é?a=1&b=2")),
        bullet(Run("rien encore", LOCALE, missing=True)),
        bullet("premier", marker="1.", number=1),
        bullet("second", marker="2.", number=2),
    )
    cover = TextShape(
        "Title", "title", Box(24, 44, 270, 62), (paragraph("Des essais", size=44.0),), LIGHT, 1.2207,
        Placeholder("ctrTitle", 0),
    )  # fmt: skip
    link = TextShape(
        "Link", "link", Box(200, 177, 90, 7), (paragraph("regarder à 4:07", size=11.0),), NIGHT_LINK, 1.2207,
        fill="0F766E", inset=Inset(2, 1, 2, 1), link="https://exemple.ca/v?t=247",
    )  # fmt: skip
    ornament = (
        Art("text", Box(19, 44, 30, 40), "E8A33D", text="“", size_pt=120),
        Art("ellipse", Box(60, 60, 10, 10), "C2410C"),
        Art("rounded", Box(80, 60, 30, 10), "0F766E", "10233F"),
    )
    shown = PictureShape(
        "Picture slides.7.image", Box(100, 50, 80, 60), picture, "Un carré vert", LOCALE, "https://exemple.ca"
    )
    first = line("Matériel")
    notes = (line("Tracer la courbe."), Line((Run("Puis ", LOCALE), Run("attendre", LOCALE, bold=True))))
    return scene(
        [
            slide(1, cover, layout="title"),
            slide(2, title("La loi de Moore"), mixed, notes=notes, section=first, starts_section=True),
            slide(3, title("Un extrait", size=30.0), code_shape(), section=first),
            slide(4, title("Une conversation"), terminal_shape(), section=first),
            slide(5, title("Un dessin"), diagram_shape(), hidden=True, section=first),
            slide(6, title("Un tableau"), table_shape(), section=line("Chiffres"), starts_section=True),
            slide(7, title("Un graphique"), chart_shape(), notes=(line("Montrer la deuxième barre."),)),
            slide(8, title("Caché", hidden=True), shown, link),
            slide(9, title("Encore la même"), shown, *ornament),
        ]
    )
