"""Hand-made scenes for the tests of the Typst writer: the house theme, and every kind of shape."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

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

INK = Type("body", "1F2933", marker_color="C2410C", link_color="0F766E", code_color="0F766E")
TITLE = Type("heading", "10233F", bold=True, anchor="bottom")


@lru_cache(maxsize=1)
def boreal() -> Theme:
    """The house theme."""
    theme, _ = load_theme("boreal", Path())
    assert theme is not None
    return theme


def line(words: str, locale: str = "fr-CA") -> Line:
    """A text of one plain run."""
    return Line((Run(words, locale),))


def text(*lines: str, top: float = 45.0, size_pt: float = 20.0) -> TextShape:
    """Paragraphs in a box as wide as the slide's content."""
    paragraphs = tuple([Paragraph((Run(words, "fr-CA"),), size_pt) for words in lines])
    return TextShape("Text", "body", Box(20, top, 298, 100), paragraphs, INK, 1.2207)


def title(words: str, *, hidden: bool = False) -> TextShape:
    """A slide's title."""
    return TextShape(
        "Title",
        "title",
        Box(20, 14, 298, 22),
        (Paragraph((Run(words, "fr-CA"),), 34.0),),
        TITLE,
        1.2207,
        hidden=hidden,
    )


def page(number: int, words: str, *said: str, **more: object) -> Page:
    """A page whose blocks do not matter, for they are drawn from shapes."""
    values: dict[str, object] = {
        "number": number,
        "slide": number,
        "key": f"slide-{number}",
        "layout": "content",
        "title": line(words),
        "title_shown": True,
        "blocks": (),
        "notes": tuple([line(one) for one in said]),
        "section": None,
        "starts_section": False,
        "hidden": False,
        "seconds": None,
        "start": None,
        "at": None,
        "link": None,
        "span": START,
    }
    return Page(**(values | more))  # type: ignore[arg-type]


def slide(one: Page, *shapes: Shape, footer: str = "") -> SceneSlide:
    """A slide in the only layout."""
    return SceneSlide(one, "content", shapes, footer)


def scene(*slides: SceneSlide, locale: str = "fr-CA", draft: bool = False) -> Scene:
    """A scene of slides with a small decoration and a footer."""
    theme = boreal()
    lang = "fr" if locale.startswith("fr") else "en"
    show = Show(
        lang,  # type: ignore[arg-type]
        locale,
        line("Un exposé", locale),
        None,
        line("Camille Roy", locale),
        "",
        tuple([one.page for one in slides]),
        draft,
    )
    rule = Art("rect", Box(20, 9, 15, 1.3), theme.palette.accent)
    layouts = {"content": Layout("content", "paper", (rule,), (), footer=True)}
    muted = Type("body", theme.palette.muted, anchor="middle")
    return Scene(show, theme, layouts, slides, Box(20, 177, 200, 7), Box(302, 177, 16, 7), muted)


def code(source: str, top: float = 45.0) -> CodeShape:
    """A listing."""
    block = pages.Code(source, "python", (), "fr-CA", None, START, "slides.1.code")
    return CodeShape(
        "Code",
        Box(20, top, 298, 60),
        block,
        14.0,
        1.2,
        Inset(6.5, 4.5, 5, 4.5),
        "F2F0EA",
        False,
        "0F766E",
        False,
        "",
        "fr-CA",
    )


def terminal() -> CodeShape:
    """A transcript."""
    said = (
        pages.TerminalLine("prompt", ">", "Que dit le test ?"),
        pages.TerminalLine("reply", "●", "Il passe."),
        pages.TerminalLine("tool", "└", "1 fichier trouvé"),
    )
    block = pages.Terminal(said, "fr-CA", None, START, "slides.1.terminal")
    return CodeShape(
        "Terminal", Box(20, 110, 298, 50), block, 14.0, 1.2, Inset(7, 11, 6, 5), "10233F", True, None, True, "", "fr-CA"
    )


def diagram() -> CodeShape:
    """Fixed-pitch art."""
    block = pages.Diagram("┌───┐\n│ a │\n└───┘", "une boîte nommée a", "fr-CA", None, START, "slides.1.diagram")
    return CodeShape(
        "Diagram",
        Box(20, 45, 298, 60),
        block,
        14.0,
        1.2,
        Inset(6, 5, 6, 5),
        "F2F0EA",
        True,
        None,
        False,
        block.alt,
        "fr-CA",
        "middle",
        True,
    )


def table() -> TableShape:
    """Two rows below a header."""
    words = [["Ligne", "Résultat"], ["Île-aux-Hérons", "94 %"], ["Anse-Noire", "93 %"]]
    rows = tuple([tuple([Cell((Paragraph((Run(one, "fr-CA"),), 16.0),), "right") for one in row]) for row in words])
    return TableShape(
        "Table", Box(20, 45, 298, 36), (198.0, 100.0), rows, (12.0, 12.0, 12.0), True, 16.0, 1.2207, "x", "fr-CA"
    )


def chart(kind: str) -> ChartShape:
    """Two series of three figures, one a gap and one negative where the kind allows it."""
    low = 2.0 if kind in ("pie", "doughnut") else -2.0
    series = (
        pages.Series(line("Été"), (1.0, low, 40.0), ("1,0 s", "2,0 s", "40,0 s")),
        pages.Series(line("Hiver"), (2.0, None, 39.0), ("2,1 s", "", "39,0 s")),
    )
    figures = pages.Chart(
        kind,  # type: ignore[arg-type]
        (line("Réponse"), line("Suite de tests"), line("Environnement")),
        series,
        '0.0" s"',
        "un graphique",
        "fr-CA",
        None,
        START,
        "slides.1.chart",
    )
    width, height = 298 * PT_PER_MM, 120 * PT_PER_MM
    return ChartShape("Chart", Box(20, 45, 298, 120), figures, plan((figures,), width, height, boreal()).drawings[0])


def picture(file: Path) -> PictureShape:
    """A picture."""
    known = Picture(str(file), 160, 90, content=file.read_bytes())
    return PictureShape("Picture", Box(20, 45, 80, 45), known, "un carré", "fr-CA", "https://example.org/")


def every_shape(file: Path) -> Scene:
    """A slide for each kind of shape."""
    quote = Art("text", Box(19, 44, 30, 40), "E8A33D", text="“", size_pt=120.0)
    kinds = ("bar", "column", "line", "area", "pie", "doughnut")
    shapes: list[tuple[str, tuple[Shape, ...]]] = [
        ("Du texte", (text("Un paragraphe", "Un autre"),)),
        ("Du code", (code("def f(x):\n    return x\n\n# fin"), terminal())),
        ("Un dessin", (diagram(),)),
        ("Un tableau", (table(),)),
        ("Une image", (picture(file), quote, Art("ellipse", Box(200, 90, 9, 9), "C2410C"))),
        *[(kind, (chart(kind),)) for kind in kinds],
    ]
    return scene(
        *[
            slide(page(number, words, f"Note {number}."), title(words), *drawn, footer="Un exposé")
            for number, (words, drawn) in enumerate(shapes, 1)
        ]
    )
