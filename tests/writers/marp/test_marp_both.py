"""Talks in both languages as Marp: what the Markdown looks like, and what marp-cli makes of it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from marp_scenes import line, needs_marp, page, read, scene
from msgspec.structs import replace

from slidekit import tools
from slidekit.scene.boxes import Box, CodeShape, Inset, Paragraph, PictureShape, Scene, Shape, TextShape, Type
from slidekit.scene.pictures import Picture
from slidekit.show.pages import (
    Block,
    Bullets,
    Code,
    Column,
    Columns,
    Edition,
    Image,
    Item,
    Line,
    Page,
    Paragraphs,
    Quote,
    Run,
    Subtitle,
    Table,
    Takeaway,
    Terminal,
    TerminalLine,
)
from slidekit.source.span import START
from slidekit.writers import marp

EN, FR = "en-CA", "fr-CA"
INK = Type("body", "000000")


def english(words: str) -> Line:
    """Words in English."""
    return Line((Run(words, EN),))


def together(first: tuple[Block, ...], second: tuple[Block, ...], **changes: object) -> Page:
    """A page in both languages, French first."""
    twin = replace(page(1, *second, title="Titre"), title=english("Title"), locale=EN)
    return replace(page(1, *first), locale=FR, twin=twin, **changes)


def both(*pages: Page, edition: Edition = "side-by-side", shapes: tuple[Shape, ...] = ()) -> Scene:
    """Pages as a scene in both languages."""
    made = scene(*pages, shapes=shapes)
    twin = replace(made.show, lang="en", locale=EN, title=english("Talk"))
    return replace(made, show=replace(made.show, edition=edition, twin=twin))


def markdown(made: Scene) -> tuple[str, str]:
    """The classes of the first slide, and its Markdown from the title on."""
    head, _, body = marp.write(made).partition("## Titre\n")
    return re.findall("_class: (.*?)(?: -->)?\n", head)[-1], body


def items(*texts: str, locale: str = FR, level: int = 0) -> tuple[Item, ...]:
    """Points of a list."""
    return tuple(Item(Line((Run(text, locale),)), level, "bullet") for text in texts)


def test_front_matter_is_in_both_languages() -> None:
    """Title and footer say both; the language is the first one's."""
    head = marp.write(both(page(1))).partition("---\n\n")[0]

    assert 'lang: fr-CA\ntheme: slidekit-boreal\ntitle: "Exposé / Talk"\n' in head
    assert 'footer: "Exposé / Talk"\n' in head
    assert 'author: "Camille Roy"\n' in head


def test_each_text_stands_above_its_translation() -> None:
    """Titles, subtitles, paragraphs, points: the first language, then the second, which the classes count."""
    first = (Subtitle(line("Bref")), Paragraphs((line("Un"), line("Deux"))), Bullets(items("a")))
    second = (Subtitle(english("Short")), Paragraphs((english("One"),)), Bullets(items("b", locale=EN)))
    classes, body = markdown(both(together(first, second)))

    assert "both side-by-side and-en-CA sub-p-1-2 second-p-2-4-6 subtitled" == classes
    assert "\n## Title\n\nBref\n\nShort\n\nUn\n\nOne\n\nDeux\n\n&nbsp;\n\n- a\n\n  b\n" == body


def test_nested_points_stand_under_both() -> None:
    """A point's points follow its words in both languages."""
    first = (Bullets((*items("a"), *items("b", level=1), Item(line("c"), 1, "number", 3))),)
    second = (Bullets((*items("A"), *items("B", level=1), Item(english("C"), 1, "number", 3))),)

    assert (
        "\n## Title\n\n- a\n\n  A\n\n  - b\n\n    B\n\n  3. c\n\n     C\n" == markdown(both(together(first, second)))[1]
    )


def test_what_is_the_same_is_said_once() -> None:
    """Lists, listings and signatures that both languages share; stacked, single points and texts too."""
    code = Code("x = 1", "python", (), FR, None, START, "slides.1.code")
    first = (Bullets(items("n → 2n")), code, Quote((line("Mots"),), line("Elle")), Paragraphs((line("2026"),)))
    second = (
        Bullets(items("n → 2n", locale=EN)),
        replace(code, locale=EN),
        Quote((english("Words"),), english("Elle")),
        Paragraphs((english("2026"),)),
    )
    _, body = markdown(both(together(first, second), edition="stacked"))

    expected = "- n → 2n\n\n```python\nx = 1\n```\n\n> Mots\n>\n> Words\n>\n> — Elle\n\n2026\n"
    assert f"\n## Title\n\n{expected}" == body


def test_a_paragraph_for_both_is_said_once() -> None:
    """Side by side it takes the whole width."""
    classes, body = markdown(both(together((Paragraphs((line("« a »"),)),), (Paragraphs((english("« a »"),)),))))

    assert ("both side-by-side and-en-CA whole-p-1", "\n## Title\n\n« a »\n") == (classes, body)


def test_pictures_are_described_in_both_languages() -> None:
    """A picture for both languages stands once; what it shows and what stands under it are in both."""
    image = Image("a.png", "un carré", FR, line("Légende"), START, "slides.1.image")
    other = replace(image, alt="a square", locale=EN, caption=english("Caption"))
    shape = PictureShape("Picture slides.1.image", Box(20, 42, 100, 50), Picture("/d/a.png", 2, 1), "", FR)

    _, body = markdown(both(together((image,), (other,)), shapes=(shape,)))

    assert "![w:378 un carré / a square](/d/a.png)\nLégende &#10; Caption\n" == body.split("## Title\n\n")[1]


def test_cells_hold_both_languages() -> None:
    """The second language is a line below, figures that are written alike stand once."""
    first = Table((line("Prix"), line("N")), ((line("cher"), line("3")),), ("left", "right"), "", FR, None, START, "t")
    second = replace(first, header=(english("Price"), english("N")), rows=((english("dear"), english("3")),))

    _, body = markdown(both(together((first,), (second,))))

    table = "| Prix &#10; Price | N   |\n| :--------------- | --: |\n| cher &#10; dear  | 3   |\n"
    assert table == body.split("## Title\n\n")[1]


def test_columns_stay_or_go_one_below_the_other() -> None:
    """As the scene has them: kept, with each text above its translation, or in halves without columns."""
    first = Columns((Column(line("Un"), (Paragraphs((line("a"),)),)), Column(None, (Paragraphs((line("b"),)),))))
    second = Columns(
        (Column(english("One"), (Paragraphs((english("A"),)),)), Column(None, (Paragraphs((english("B"),)),)))
    )
    words = (Paragraph((Run("a", FR),), 28.0), Paragraph((Run("A", EN),), 28.0))
    kept = TextShape("Text", "body", Box(20, 42, 140, 100), words, INK, 1.2)
    half = replace(kept, paragraphs=words[:1])

    assert (
        "both side-by-side below and-en-CA second-h3-2 second-p-2-4 columns-2",
        "\n## Title\n\n### Un\n\n### One\n\na\n\nA\n\n###\n\nb\n\nB\n",
    ) == markdown(both(together((first,), (second,)), shapes=(kept,)))
    assert (
        "both side-by-side and-en-CA second-h3-2 second-p-2-4",
        "\n## Title\n\n### Un\n\n### One\n\na\n\nA\n\nb\n\nB\n",
    ) == markdown(both(together((first,), (second,)), shapes=(half,)))


def test_listings_that_differ_stand_as_the_scene_has_them() -> None:
    """Beside each other they are counted as such; one below the other they take the whole width."""
    code = Code("x", "python", (), FR, None, START, "slides.1.code")
    other = replace(code, source="y", locale=EN)

    def drawn(block: Code, name: str, x: float, y: float) -> CodeShape:
        return CodeShape(
            name, Box(x, y, 100, 40), block, 20.0, 1.2, Inset(), "FFFFFF", rounded=False, bar=None, dots=False, alt="",
            locale=FR,
        )  # fmt: skip

    left = drawn(code, "Code slides.1.code", 20, 42)
    beside = (left, drawn(other, "Code slides.1.code en", 180, 42))
    below = (left, drawn(other, "Code slides.1.code en", 20, 100))
    made = [markdown(both(together((code,), (other,)), shapes=one))[0] for one in (beside, below)]

    assert "each-pre-1-2" in made[0].split()
    assert "each-pre-1-2" not in made[1].split()


def test_notes_stand_under_the_names_of_their_languages() -> None:
    """Both languages' notes are in one comment."""
    notes = (english("theme: gaia"), english("Wait."))
    _, body = markdown(both(together((), (), notes=(line("Dire -->"),), other_notes=notes)))

    assert "<!--\nFrançais\n\nDire -\u2060-\u2060>\n\nEnglish\n\ntheme: gaia\n\nWait.\n-->\n" in body


def turn(words: str, locale: str, to: int) -> TextShape:
    """The link to a slide's twin."""
    shown = Paragraph((Run(words, locale),), 11.0)
    return TextShape(f"Twin {to}", "link", Box(200, 177, 26, 7), (shown,), INK, 1.2, to_slide=to)


def alternating() -> Scene:
    """A hidden slide, then one in each language, each with a link to the other."""
    made = both(
        page(1, hidden=True), page(2), replace(page(3), title=english("Title"), locale=EN), edition="alternating"
    )
    hidden, first, second = made.slides
    slides = (
        hidden,
        replace(first, shapes=(turn("English", EN, 3),)),
        replace(second, shapes=(turn("Français", FR, 2),)),
    )
    return replace(made, slides=slides)


def test_twins_are_linked() -> None:
    """The link counts the slides that are shown; each slide says its language where it is not the first one."""
    written = marp.write(alternating())

    assert ["[English](#2)", "[Français](#1)"] == re.findall(r"\[\w+\]\(#\d\)", written)
    assert ["twinned", "twinned in-en-CA"] == re.findall("_class: (.*?)(?: -->)?\n", written)


class Languages(HTMLParser):
    """Reads the language of each word out of marp-cli's HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, str] = {}
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go in, with a language or the one around it."""
        if tag not in ("br", "img", "meta", "link", "input", "hr"):
            self._open.append(dict(attrs).get("lang") or (self._open[-1] if self._open else ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What holds nothing is passed over."""

    def handle_endtag(self, tag: str) -> None:
        """Come out again."""
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Words."""
        for word in data.split():
            self.found.setdefault(word, self._open[-1] if self._open else "")


def languages(made: Scene) -> dict[str, str]:
    """The language of each word of a talk."""
    reader = Languages()
    html = tools.marp(marp.write(made), marp.css(made), "html")[0].decode()
    reader.feed(html[html.index("<section") : html.rindex("</section>")])
    return reader.found


@pytest.mark.marp
def test_every_part_says_its_language() -> None:
    """In marp-cli's HTML titles, paragraphs, points, cells and quotations of the second language have its `lang`."""
    needs_marp()
    cells = Table((line("prix"),), ((line("cher"),),), ("left",), "", FR, None, START, "t")
    first = (
        Paragraphs((line("un"), line("deux"))), Bullets((*items("trois"), *items("quatre", level=1))), cells,
        Quote((line("cinq"),), line("Elle")), Takeaway(line("six")),
    )  # fmt: skip
    second = (
        Paragraphs((english("one"), english("two"))),
        Bullets((*items("three", locale=EN), *items("four", locale=EN, level=1))),
        replace(cells, header=(english("price"),), rows=((english("dear"),),)),
        Quote((english("five"),), english("Elle")), Takeaway(english("six\nseven")),
    )  # fmt: skip

    found = languages(both(together(first, second)))

    french = ("Titre", "un", "deux", "trois", "quatre", "prix", "cher", "cinq", "Elle", "six")
    words = ("Title", "one", "two", "three", "four", "price", "dear", "five", "seven")
    assert dict.fromkeys(french, FR) | dict.fromkeys(words, EN) == {word: found[word] for word in (*french, *words)}


@pytest.mark.marp
def test_slides_in_turn_say_their_language() -> None:
    """Each slide of an alternating talk is in its own, and its link leads to the other."""
    needs_marp()
    made = alternating()
    sections = read(tools.marp(marp.write(made), marp.css(made), "html")[0].decode()).sections

    assert [(FR, ["#2"]), (EN, ["#1"])] == [(one.lang, one.links) for one in sections]


def test_points_that_come_one_after_another_do_so_in_both_languages() -> None:
    """Marp shows the points of a `*` list one by one; each is a point in both languages."""
    first, second = Bullets((*items("a"), *items("b", level=1)), build=True), Bullets(items("A", locale=EN), build=True)
    second = replace(second, items=(*second.items, *items("B", locale=EN, level=1)))

    assert "\n## Title\n\n* a\n\n  A\n\n  - b\n\n    B\n" == markdown(both(together((first,), (second,))))[1]


def test_the_second_language_below_has_a_colour_of_its_own() -> None:
    """As on the slides of the other outputs: in the stacked edition, not where both are equals."""
    first, second = (Bullets(items("a")),), (Bullets(items("b", locale=EN)),)
    stacked, halves = [
        marp.css(both(together(first, second), edition=edition)) for edition in ("stacked", "side-by-side")
    ]

    assert "--other: var(--second);" in stacked
    assert "--other: var(--second);" not in halves


def test_transcripts_without_dots_are_told() -> None:
    """Where the scene leaves out a window's dots, so does the style, by a class."""
    terminal = Terminal((TerminalLine("prompt", "$", "ls"),), FR, None, START, "slides.1.terminal")

    def drawn(*, dots: bool) -> CodeShape:
        return CodeShape(
            terminal.path, Box(0, 0, 9, 9), terminal, 20.0, 1.2, Inset(), "FFFFFF", rounded=False, bar=None, dots=dots,
            alt="", locale=FR,
        )  # fmt: skip

    made = [markdown(both(together((terminal,), (terminal,)), shapes=(drawn(dots=dots),)))[0] for dots in (False, True)]

    assert [True, False] == ["slim" in one.split() for one in made]


def test_an_arrow_stands_before_the_first_language_alone() -> None:
    """Where the second language stands below, its words have no arrow of their own."""
    first, second = [(Bullets((Item(words, 0, "arrow"),)),) for words in (line("Un"), english("One"))]

    assert markdown(both(together(first, second), edition="stacked"))[1].endswith("- → Un\n\n  One\n")
    assert markdown(both(together(first, second)))[1].endswith("- → Un\n\n  → One\n")
