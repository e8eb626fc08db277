"""Words come back from marp-cli's HTML letter for letter, whatever signs are in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from marp_scenes import needs_marp, page, read, scene
from msgspec.structs import replace

from slidekit import tools
from slidekit.scene.boxes import Scene
from slidekit.show.pages import Bullets, Diagram, Edition, Item, Line, Page, Paragraphs, Quote, Run, Table
from slidekit.source.span import START
from slidekit.writers import marp

pytestmark = [pytest.mark.marp, pytest.mark.slow]

FRAGMENTS = [
    "2025. Année",
    "1) un",
    "- tiret",
    "+ plus",
    "* étoile",
    "# titre",
    "#",
    "##",
    "> cité",
    "---",
    "***",
    "___",
    "===",
    "--",
    "-",
    "=",
    "~~~",
    "```",
    "`",
    "``",
    "~~",
    "~",
    "**",
    "*",
    "__",
    "_",
    "a_b",
    "_a_\n[lien](http://a.b)",
    "![bg](x.png)",
    "![",
    "[x]",
    "]",
    "(",
    ")",
    "[^1]",
    "[x]: http://a.b",
    "<!--",
    "-->",
    "<!-- fit -->",
    "<style>",
    "<script>alert(1)</script>\n<b>",
    "<br>",
    "</p>",
    "<",
    ">",
    "&",
    "&amp;",
    "&copy;",
    "&#65;",
    "&nbsp",
    "$",
    "$x$",
    "$$",
    "$5",
    "5 $",
    ":smile:",
    ":+1:",
    ":100:",
    "12:30:45",
    "http://exemple.ca/a_b?c=d&e=f\nhttps://localhost",
    "www.a.com",
    "//x.org",
    "a@b.ca",
    "mailto:x@y.ca",
    "ftp://a.b",
    "conftest.py",
    "==marque==",
    "^haut^",
    "\\",
    "\\\\",
    "\\*",
    "\\n",
    "%",
    "{",
    "}",
    "{{x}}\n« mot »",
    "Matériel : oui",
    "1 250,50 $",
    "\xa0",
    "\u202f",
    "\u2009",
    "\u2060",
    "\ufeff",
    "\u200b",
    "\u2028",
    "l’été",
    "œuf",
    "—",
    "–",
    "…",
    "→ suite",
    "😀",
    "👩\u200d💻",
    "🇨🇦",
    "é",
    "é\n(c)",
    "(tm)",
    "...",
    '"cité"',
    "'x'",
    "theme: gaia",
    "paginate: false",
    "_class: x",
    ":--",
    "--:",
    "a.",
    ".",
    "!",
    "!!",
    "mot",
    "Mot ",
    "  deux",
    "\t",
    "x",
    "1",
    "é",
]
PIPES = ["|", "||", "a|b", "|---|", "| - |", "\\|", "|:-:|"]
words = st.lists(
    st.sampled_from([*FRAGMENTS, *PIPES, "\n", " ", "a", "mot"])
    | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=3),
    min_size=1,
    max_size=6,
).map("".join)
BATCH, BATCHES = 150, 6
Value = TypeVar("Value")


def plenty(values: st.SearchStrategy[Value], number: int) -> list[Value]:
    """Some 900 values, the same at each run and others for each number: enough for one call of marp-cli."""
    found: list[Value] = []

    @seed(number)
    @settings(
        max_examples=BATCHES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        phases=[Phase.generate],  # each test says by itself which of its texts differ
    )
    @given(st.lists(values, min_size=BATCH, max_size=BATCH))
    def gather(batch: list[Value]) -> None:
        found.extend(batch)

    gather()
    assert len(found) >= BATCH * (BATCHES - 1)
    return found


def html_of(made: object) -> str:
    """What marp-cli makes of a scene."""
    return tools.marp(marp.write(made), marp.css(made), "html")[0].decode()  # type: ignore[arg-type]


def differing(expected: Sequence[object], actual: Sequence[object]) -> list[tuple[object, object]]:
    """The slides that do not say what they should, with what they say."""
    assert len(expected) == len(actual)
    return [(one, other) for one, other in zip(expected, actual, strict=True) if one != other][:5]


def lines_of(text: str) -> str:
    """A text without its empty lines, which Markdown cannot have inside a paragraph."""
    return "\n".join(one for one in text.split("\n") if one)


def said(text: str) -> Line:
    """One text as a line of runs."""
    return Line((Run(text, "fr-CA"),))


def _points(text: str) -> tuple[Item, ...]:
    return Item(said(text), 0, "bullet"), Item(said(text), 1, "number", 1)


def test_paragraphs_points_and_titles_come_back() -> None:
    """A text is the same as a title, as a paragraph, as a point, and under another point."""
    needs_marp()
    texts = [text for text in plenty(words, 1) if lines_of(text)]
    pages = [
        page(number, Paragraphs((said(text),)), Bullets(_points(text)), title=text)
        for number, text in enumerate(texts, 1)
    ]

    sections = read(html_of(scene(*pages))).sections

    expected = [[text, *[lines_of(text)] * 3] for text in texts]
    actual = [
        [words.strip("\n") if tag != "h2" else words for tag, words in one.texts if tag != "footer"] for one in sections
    ]
    assert [] == differing(expected, actual)


def test_cells_and_drawings_come_back() -> None:
    """A text is the same in a table's header, in its cells, and line by line in fixed pitch."""
    needs_marp()
    texts = plenty(words, 4)
    pages = [
        page(
            number,
            Table(
                (said(text), said("b")), ((said(text), said(text)),), ("left", "right"), "", "fr-CA", None, START, ""
            ),
            Diagram(text, text, "fr-CA", None, START, ""),
        )
        for number, text in enumerate(texts, 1)
    ]

    sections = read(html_of(scene(*pages))).sections

    expected = [[text, "b", text, text, text.strip("\n")] for text in texts]
    actual = [[words.strip("\n") if tag == "code" else words for tag, words in one.texts[1:-1]] for one in sections]
    assert [] == differing(expected, actual)


def test_notes_come_back() -> None:
    """A note is never taken for directives, nor ended by its own words; a label may stand before it."""
    needs_marp()
    texts = [text for text in plenty(words, 2) if text.strip() and squeezed(text)]
    pages = [page(number, title="T", notes=(text,)) for number, text in enumerate(texts, 1)]

    notes = read(html_of(scene(*pages))).notes

    expected = [[squeezed(text)] for text in texts]
    actual = [
        [squeezed(note).removeprefix("" if at == [squeezed(note)] else "Notes")]
        for at, note in zip(expected, notes, strict=True)
    ]
    assert [] == differing(expected, actual)


def squeezed(text: str) -> str:
    """A note without spaces, and without the joiner that keeps `--` and `>` apart."""
    return "".join(text.replace("\u2060", "").replace("\ufeff", "").split())


runs = st.builds(
    Run,
    text=st.lists(st.sampled_from([*FRAGMENTS, " ", "mot"]), min_size=1, max_size=3).map("".join),
    locale=st.just("fr-CA"),
    bold=st.booleans(),
    italic=st.booleans(),
    strike=st.booleans(),
    code=st.sampled_from([False, False, False, True]),
    link=st.sampled_from([None, None, None, "https://exemple.ca/a(b)?c=1&copy=2#d", "notes *1*.html"]),
)


def test_marks_come_back() -> None:
    """Bold, italic, struck-out words, code and links are marked as they were, and no others."""
    needs_marp()
    lines = plenty(st.lists(runs, min_size=1, max_size=5), 5)
    lines = [line for line in lines if "".join(run.text for run in line).strip()]
    pages = [page(number, Paragraphs((Line(tuple(line)),))) for number, line in enumerate(lines, 1)]

    sections = read(html_of(scene(*pages))).sections

    expected = [_letters([(run.text, _marks(run)) for run in line]) for line in lines]
    actual = [_letters(one.looks[1:-1]) for one in sections]
    assert [] == differing(expected, actual)


def _marks(run: Run) -> frozenset[str]:
    names = {"strong": run.bold, "em": run.italic, "s": run.strike, "code": run.code, "a": run.link is not None}
    return frozenset(name for name, is_on in names.items() if is_on)


def _letters(looks: list[tuple[str, frozenset[str]]]) -> list[tuple[str, frozenset[str]]]:
    """Letter by letter, as marks may end before or after a space."""
    return [(sign, marks) for text, marks in looks for sign in text if not sign.isspace() and sign != "\ufeff"]


def english(text: str) -> Line:
    """The same text as if it were English, with a word that tells it from the French."""
    return Line((Run(f"{text} too", "en-CA"),))


def in_both(number: int, text: str) -> Page:
    """A slide that says a text in every place, in both languages."""
    table = Table((said(text),), ((said(text),),), ("left",), "", "fr-CA", None, START, "")
    first = (Paragraphs((said(text),)), Bullets(_points(text)), Quote((said(text),), None), table)
    second = (
        Paragraphs((english(text),)),
        Bullets(tuple(replace(item, line=english(text)) for item in _points(text))),
        Quote((english(text),), None),
        replace(table, header=(english(text),), rows=((english(text),),)),
    )
    twin = replace(page(number, *second), title=english(text), locale="en-CA", notes=(english(text),))
    return page(number, *first, title=text, notes=(text,), locale="fr-CA", twin=twin, other_notes=twin.notes)


def bilingual(texts: list[str], edition: Edition) -> Scene:
    """A talk in both languages, a slide for each text."""
    made = scene(*[in_both(number, text) for number, text in enumerate(texts, 1)])
    return replace(made, show=replace(made.show, edition=edition, twin=made.show))


@pytest.mark.parametrize(("edition", "number"), [("side-by-side", 6), ("stacked", 7)])
def test_both_languages_come_back(edition: Edition, number: int) -> None:
    """Side by side and stacked, every text comes back in both languages, wherever it stands."""
    needs_marp()
    texts = [text for text in plenty(words, number) if lines_of(text).strip()]

    sections = read(html_of(bilingual(texts, edition))).sections

    expected = [
        [text, f"{text} too", *[lines_of(text), lines_of(f"{text} too")] * 4, *[f"{text} \n {text} too"] * 2]
        for text in texts
    ]
    actual = [
        [words.strip("\n") if tag == "p" else words for tag, words in one.texts if tag not in ("footer", "li")]
        for one in sections
    ]
    assert [] == differing(expected, actual)


def test_notes_of_both_come_back() -> None:
    """Notes of both languages stand under their names, and no directive hides in them."""
    needs_marp()
    texts = [text for text in plenty(words, 3) if text.strip() and squeezed(text)]

    notes = read(html_of(bilingual(texts, "stacked"))).notes

    expected = [f"Français{squeezed(text)}English{squeezed(text)}too" for text in texts]
    assert [] == differing(expected, [squeezed(note) for note in notes])
