"""A deck as the show of one language."""

from __future__ import annotations

import subprocess
import sys

import pytest
from saying import HERE, both, bullets, deck, pair, plain, row, said, text, value

from slidekit.deck import model
from slidekit.deck.model import Item, Slide, Variable
from slidekit.deck.text import Pair
from slidekit.show import pages
from slidekit.show.localise import localise
from slidekit.show.pages import Page, Run

TITLE = pair("Hello", "Bonjour")
IMAGE = model.Image(plain("a.png"), pair("A red door", "Une porte rouge"))
QUOTE = model.Quote(pair("Be brief", "Soyez bref"), plain("Anne"))
CODE = model.Code(plain("x = 1"))


def slide(*blocks: model.Block, title: Pair | None = None, **keys: object) -> Slide:
    """A slide."""
    return Slide(HERE, title, blocks, **keys)  # type: ignore[arg-type]


def page(one: Slide, lang: str = "en", *, draft: bool = False, names: tuple[Variable, ...] = ()) -> Page:
    """A slide as it is said, second after the cover."""
    return localise(deck(one, vars=names), "fr" if lang == "fr" else "en", draft=draft).pages[1]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (slide(section=TITLE), "section"),
        (slide(model.Subtitle(TITLE), section=TITLE), "section"),
        (slide(section=TITLE, title=TITLE), "title-only"),
        (slide(title=TITLE), "title-only"),
        (slide(model.Subtitle(TITLE), title=TITLE), "title-only"),
        (slide(), "blank"),
        (slide(QUOTE), "quote"),
        (slide(QUOTE, model.Takeaway(TITLE), title=TITLE), "quote"),
        (slide(QUOTE, bullets(TITLE)), "content"),
        (slide(IMAGE), "picture"),
        (slide(IMAGE, title=TITLE), "content"),
        (slide(model.Columns((model.Column((CODE,)),)), title=TITLE), "columns"),
        (slide(bullets(TITLE), title=TITLE), "content"),
        (slide(model.Takeaway(TITLE), title=TITLE), "content"),
        (slide(bullets(TITLE), layout="closing"), "closing"),
    ],
)
def test_layouts(one: Slide, expected: str) -> None:
    """The layout that an author names, else the one that the blocks ask for."""
    assert expected == page(one).layout


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (slide(CODE, title=TITLE), ("Bonjour", True)),
        (slide(section=pair("Tools", "Outils")), ("Outils", True)),
        (slide(QUOTE), ("Anne", False)),
        (slide(model.Quote(pair("Be brief", "Soyez bref"))), ("Soyez bref", False)),
        (slide(model.Quote(both("word " * 30))), ("word " * 11 + "word…", False)),
        (slide(IMAGE), ("Une porte rouge", False)),
        (slide(CODE, section=pair("Tools", "Outils")), ("Outils", False)),
        (slide(model.Takeaway(pair("Go", "Allez **y**"))), ("Allez y", False)),
        (slide(CODE), ("Diapositive 2", False)),
        (slide(CODE, title=pair("Hello")), ("Diapositive 2", False)),
    ],
)
def test_titles(one: Slide, expected: tuple[str, bool]) -> None:
    """Every page has a title; one made up for screen readers is not drawn."""
    made = page(one, "fr")

    assert expected == (made.title.plain, made.title_shown)


def test_cover() -> None:
    """The deck's own words make page 1, with the date and the author beside it."""
    whole = deck(slide(title=TITLE), subtitle=pair("Sub", "Sous"), author=plain("Camille"), date="2026-03-01")

    show = localise(whole, "fr")

    cover = show.pages[0]
    assert ("Exposé", "Sous", "Camille", "1er mars 2026", "fr-CA") == (
        show.title.plain, said(show.subtitle), said(show.author), show.date, show.locale,
    )  # fmt: skip
    assert (1, None, "cover", "title", "Exposé") == (
        cover.number, cover.slide, cover.key, cover.layout, cover.title.plain,
    )  # fmt: skip
    assert [(2, 1)] == [(one.number, one.slide) for one in show.pages[1:]]


def test_a_first_slide_with_the_title_layout_is_the_cover() -> None:
    """Nothing is put before it."""
    show = localise(deck(slide(title=TITLE, layout="title"), slide(title=TITLE)), "en")

    assert [(1, 1, "Hello"), (2, 2, "Hello")] == [(one.number, one.slide, one.title.plain) for one in show.pages]


def test_only_and_hidden() -> None:
    """Slides for the other language are left out, hidden ones are kept; numbers of slides do not shift."""
    whole = deck(slide(title=TITLE, only="fr"), slide(title=TITLE, hidden=True), slide(title=TITLE))

    english, french = localise(whole, "en"), localise(whole, "fr")

    assert [(None, False), (2, True), (3, False)] == [(one.slide, one.hidden) for one in english.pages]
    assert [None, 1, 2, 3] == [one.slide for one in french.pages]


def test_sections_go_on() -> None:
    """A section lasts until the next; its first page says so."""
    whole = deck(
        slide(title=TITLE), slide(section=pair("A", "B")), slide(title=TITLE), slide(title=TITLE, section=both("C"))
    )

    show = localise(whole, "fr")

    assert [(None, False), (None, False), ("B", True), ("B", False), ("C", True)] == [
        (said(one.section), one.starts_section) for one in show.pages
    ]


def test_running_time() -> None:
    """Planned times add up; covers, dividers and hidden slides take none; one unknown and the rest is."""
    whole = deck(
        slide(title=TITLE, time=60),
        slide(section=TITLE),
        slide(title=TITLE, time=30),
        slide(title=TITLE, time=99, hidden=True),
        slide(title=TITLE),
        slide(title=TITLE, time=10, at=247),
    )

    show = localise(whole, "en")

    assert [0, 0, 60, 60, 90, 90, None] == [one.start for one in show.pages]
    assert 247 == show.pages[-1].at


def test_keys_are_unique() -> None:
    """A page is called by its `id:`, else by its number."""
    whole = deck(slide(id="end"), slide(id="slide-3"), slide(), slide(id="end"))

    assert ["cover", "end", "slide-3", "slide-3-", "slide-4"] == [one.key for one in localise(whole, "en").pages]


def test_notes_are_paragraphs() -> None:
    """A blank line parts paragraphs, a newline is a line break."""
    made = page(slide(title=TITLE, notes=both("One\ntwo\n \n\n*three*\n")))

    assert [(Run("One", "en-CA"), Run("\n", "en-CA"), Run("two", "en-CA")), (Run("three", "en-CA", italic=True),)] == [
        line.runs for line in made.notes
    ]


def test_bullets_are_flattened() -> None:
    """Levels, arrows and numbers, each with its place in the deck."""
    inner = Item(pair("b", "é"), (Item(both("→ c")), Item(both("**→ d**"))), numbered=True)
    block = model.Bullets((Item(both("→ **a**")), inner))

    made = page(slide(block, title=TITLE), "fr").blocks[0]

    assert isinstance(made, pages.Bullets)
    assert [
        ("a", 0, "arrow", 0, "slides.1.bullets.1"),
        ("é", 0, "bullet", 0, "slides.1.bullets.2"),
        ("c", 1, "arrow", 0, "slides.1.bullets.2.numbered.1"),
        ("d", 1, "arrow", 0, "slides.1.bullets.2.numbered.2"),
    ] == [(item.line.plain, item.level, item.marker, item.number, item.line.path) for item in made.items]
    assert (Run("a", "fr-CA", bold=True),) == made.items[0].line.runs


def test_numbers_count_within_their_list() -> None:
    """A numbered list starts at 1, and so does each list under it."""
    block = model.Bullets((Item(both("a"), (Item(both("x")),), True), Item(both("b"))), numbered=True)

    made = page(slide(block)).blocks[0]

    assert isinstance(made, pages.Bullets)
    assert [1, 1, 2] == [item.number for item in made.items]
    assert "slides.1.numbered.1.numbered.1" == made.items[1].line.path


def test_places_are_unique() -> None:
    """Two blocks of a kind, under `body:`, have two places."""
    made = page(slide(model.Subtitle(TITLE), bullets(both("a")), CODE, bullets(both("b"))))

    places = [block.items[0].line.path for block in made.blocks if isinstance(block, pages.Bullets)]
    assert ["slides.1.body.1.bullets.1", "slides.1.body.3.bullets.1"] == places


def test_lines_know_where_they_come_from() -> None:
    """A line's span is that of the text in its own language."""
    made = page(slide(title=TITLE), "fr")

    assert text("Bonjour", 3).span == made.title.span


def test_regional_overrides_and_shared_words() -> None:
    """`fr-FR:` wins in France only; `both:` and plain strings serve both languages."""
    title = pair("Email", "Courriel", regional=(("fr-FR", text("E-mail")),))
    whole = [deck(slide(title=title), languages=("en-CA", locale)) for locale in ("fr-CA", "fr-FR")]

    assert ["Courriel", "E-mail"] == [localise(one, "fr").pages[1].title.plain for one in whole]
    assert ["x", "y"] == [page(slide(title=one), "fr").title.plain for one in (both("x"), plain("y"))]


def test_values_and_variables() -> None:
    """Values are put in each locale's form, and a variable's signs are never markup."""
    saved = Pair(HERE, both=value("currency", "1250.5 CAD"))
    names = (Variable("saved", saved, HERE), Variable("raw", pair("*a*", "_b_"), HERE))
    one = slide(
        bullets(both("**${saved}** ${raw} $${raw} ${none}"), Pair(HERE, both=value("percent", "0.12"))), title=TITLE
    )

    blocks = [page(one, lang, names=names).blocks[0] for lang in ("en", "fr")]

    assert [
        ["$1,250.50 *a* ${raw} ${none}", "12%"],
        ["1\u00a0250,50\u00a0$ _b_ ${raw} ${none}", "12\u00a0%"],
    ] == [[item.line.plain for item in block.items] for block in blocks if isinstance(block, pages.Bullets)]


def test_verbatim_blocks_hold_no_variables() -> None:
    """Code, transcripts and drawings are taken letter for letter."""
    names = (Variable("x", both("1"), HERE),)
    made = page(slide(model.Code(plain("echo ${x} *a*\n\n  b\n"), "sh", (1,)), title=TITLE), names=names).blocks[0]

    assert isinstance(made, pages.Code)
    assert ("echo ${x} *a*\n\n  b", "sh", (1,), "slides.1.code") == (
        made.source, made.syntax, made.highlight, made.path,
    )  # fmt: skip


def test_what_is_missing_is_empty() -> None:
    """A build refuses such a deck; checks and layout still see a line at its place."""
    prose = model.Paragraphs(pair("a"))
    made = page(slide(bullets(pair("a"), pair("b", " \u200b\u00a0")), prose, title=TITLE, notes=pair("n")), "fr")

    assert isinstance(made.blocks[0], pages.Bullets)
    assert [(), ()] == [item.line.runs for item in made.blocks[0].items]
    assert isinstance(made.blocks[1], pages.Paragraphs)
    assert [("slides.1.text", ())] == [(line.path, line.runs) for line in made.blocks[1].lines]
    assert () == made.notes


def test_a_draft_shows_what_is_missing() -> None:
    """The mark in this language, then the other language's words in theirs."""
    made = page(slide(title=pair("**Big** news"), notes=pair()), "fr", draft=True)

    assert (
        Run("[fr\u00a0: à traduire] ", "fr-CA", missing=True),
        Run("Big", "en-CA", bold=True, missing=True),
        Run(" news", "en-CA", missing=True),
    ) == made.title.runs
    assert made.title_shown
    assert [(Run("[fr\u00a0: à écrire]", "fr-CA", missing=True),)] == [line.runs for line in made.notes]


def test_descriptions() -> None:
    """A picture has its author's description; in a draft it is never without one."""
    bare = model.Image(plain("a.png"))

    alts = [
        block.alt
        for block in (
            page(slide(IMAGE), "fr").blocks[0],
            page(slide(bare), "fr").blocks[0],
            page(slide(bare), "fr", draft=True).blocks[0],
        )
        if isinstance(block, pages.Image)
    ]

    assert ["Une porte rouge", "", "[fr\u00a0: à écrire]"] == alts


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("https://a.ca/b?c=1", "https://a.ca/b?c=1"),
        ("https://a.ca/é", "https://a.ca/%C3%A9"),
        ("https://a.ca/${v}", "https://a.ca/2"),
        ("javascript:alert(1)", None),
        ("../other.pdf", None),
    ],
)
def test_links(typed: str, expected: str | None) -> None:
    """A slide's link leads to the web or to a mailbox, or nowhere."""
    assert expected == page(slide(title=TITLE, link=plain(typed)), names=(Variable("v", both("2"), HERE),)).link


def test_columns() -> None:
    """Each column is a small slide with places of its own."""
    block = model.Columns((model.Column((bullets(both("a")),), TITLE), model.Column((CODE,))))

    made = page(slide(block), "fr").blocks[0]

    assert isinstance(made, pages.Columns)
    first, second = made.columns
    assert ("Bonjour", None) == (said(first.title), second.title)
    assert isinstance(first.blocks[0], pages.Bullets)
    assert "slides.1.columns.1.bullets.1" == first.blocks[0].items[0].line.path


def test_every_block_is_said_in_both_languages() -> None:
    """Each kind of block of the deck has its kind in the show."""
    blocks: tuple[model.Block, ...] = (
        model.Subtitle(TITLE),
        model.Paragraphs(TITLE),
        bullets(TITLE),
        QUOTE,
        CODE,
        model.Terminal(plain("> hi"), TITLE),
        model.Diagram(plain("a -> b"), TITLE),
        model.Table((row(TITLE),)),
        model.Chart("pie", row(TITLE), (model.Series(TITLE, (1,)),)),
        IMAGE,
        model.Columns((model.Column((CODE,)),)),
        model.Takeaway(TITLE),
    )

    for lang in ("en", "fr"):
        made = page(slide(*blocks, title=TITLE), lang).blocks

        assert [type(block).__name__ for block in blocks] == [type(block).__name__ for block in made]


def test_variables_cannot_exhaust_memory() -> None:
    """A long value used over and over stops being put in."""
    names = (Variable("x", both("x" * 100_000), HERE),)

    made = page(slide(model.Paragraphs(both("${x}" * 10_000))), names=names).blocks[0]

    assert isinstance(made, pages.Paragraphs)
    assert len(made.lines[0].plain) < 20_000_000


def test_a_plain_deck_loads_neither_parser_nor_locale_data() -> None:
    """Saying a deck without markup or values imports neither markdown-it nor Babel, its date included."""
    script = """
import sys
sys.path.insert(0, sys.argv[1])
from saying import bullets, deck, pair, plain, HERE, row, both
from slidekit.deck import model
from slidekit.show.localise import localise
chart = model.Chart("bar", row(both("A")), (model.Series(both("x"), (1250.5,)),), plain("$"))
slides = [model.Slide(HERE, pair("A: b!", "A : b !"), (bullets(both("it's [x] 5 < 6")), chart), notes=both("a\\n\\nb"),
                      link=plain("https://a.ca"))]
whole = deck(*slides, date="2026-03-01")
for lang in ("en", "fr"):
    localise(whole, lang)
print([name for name in ("markdown_it", "mdurl", "babel") if name in sys.modules])
"""

    done = subprocess.run(
        [sys.executable, "-c", script, str(__file__).rsplit("/", 1)[0]], capture_output=True, text=True, check=True
    )

    assert "[]" == done.stdout.strip()
