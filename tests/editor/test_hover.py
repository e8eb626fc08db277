"""Hover: what is told of keys, texts, values, variables, pictures and rules, and that hostile words stay words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types
from typing_decks import ABLE, PLAIN, cursor, opened

from slidekit.editor.client import Client
from slidekit.editor.completion import complete
from slidekit.editor.hover import hover
from slidekit.editor.links import links
from slidekit.editor.markup import literal

ROOT = Path(__file__).resolve().parents[2]
DECK = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
theme: boreal
duration: 5m
vars:
  saved: {currency: 1250.5 CAD}
  team: {en: the web team, fr: l’équipe Web}
slides:
  - title:
      en: What we save every month
      fr: Ce que nous économisons chaque mois
    bullets:
      - en: "${saved} thanks to ${team}"
        fr: "${saved} grâce à ${team}"
      - en: "Nothing more"
    time: 1m30
    notes: {en: Say it slowly and clearly., fr: Le dire lentement.}
  - title: {en: A picture, fr: Une image}
    image: town.png
    alt: {en: A town, fr: Une ville}
    time: 45s
"""
PNG = (ROOT / "tests/golden/dot.png").read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the deck lies."""
    (tmp_path / "town.png").write_bytes(PNG)
    return tmp_path / "talk.yaml"


def told(typed: str, path: Path, client: Client = ABLE, known: str | None = None) -> str:
    """What a hover says, its no-break spaces shown as spaces."""
    text, position = cursor(typed)
    found = hover(opened(text, path, known), position, client)
    if found is None:
        return ""
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value.replace("\u00a0", " ").replace("\u202f", " ")


def marked(text: str, at: int = 1) -> str:
    """The deck with the cursor inside a piece of it."""
    assert DECK.count(text) >= 1
    start = DECK.index(text) + at
    return DECK[:start] + "¦" + DECK[start:]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("time: 1m30", ["**time**\n\nHow long the slide takes", "Slide 1 of 2", "0:00 – 1:30 in the talk, 1 min 30 s"]),
        ("1m30", ["Slide 1 of 2", "0:00 – 1:30"]),
        ("45s", ["Slide 2 of 2", "1:30 – 2:15 in the talk, 45 s"]),
        ("duration", ["**duration**\n\nHow long the talk may take", "the slides take 2 min 15 s of 5 min"]),
        ("saved: {", ["**${saved}**", "en: `$1,250.50`", "fr: `1 250,50 $`"]),
        ("${team}", ["**${team}**", "en: `the web team`", "fr: `l’équipe Web`"]),
        ("1250.5", ["en-CA: `$1,250.50`", "fr-CA: `1 250,50 $`"]),
        ("boreal", ["**`boreal`**\n\nSober, for public service"]),
        ("town.png", ["**`town.png`**\n\nPNG, 64 × 48 pixels", "en: `A town`", "fr: `Une ville`"]),
        ("image:", ["**image**\n\nA picture: a path inside the deck's folder"]),
        ("What we save", ["**Slide 1's title**", "en: 24 characters, 5 words, 1 line at 34 pt",
                          "fr: 35 characters, 6 words, 1 line at 34 pt", "French is 46% longer than English.",
                          "There is room for 1 line of this size."]),
        (" thanks", ["**This bullet**", "en: 32 characters, 6 words, 1 line", "en: `$1,250.50 thanks to the web team`",
                     "fr: `1 250,50 $ grâce à l’équipe Web`", "Its place on the slide is "]),
        ("Say it", ["**Slide 1's notes**", "en: 26 characters, 5 words\n", "French is 31% shorter than English."]),
        ("Nothing more", ["fr: nothing yet", "**SK101 missing-language**"]),
        ("A talk", ["**The deck's title**", "en: 6 characters"]),
    ],
)  # fmt: skip
def test_what_is_told(place: str, words: list[str], path: Path) -> None:
    """Each thing in a deck is told of in its own terms."""
    found = told(marked(place), path)

    assert [] == [one for one in words if one not in found], found


def test_a_title_that_no_cover_shows(path: Path) -> None:
    """Where the author writes the cover as a slide, the deck's own title has a length, but no place."""
    found = told(marked("A talk").replace("  - title:\n", "  - layout: title\n    title:\n", 1), path)

    assert "6 characters" in found
    assert " pt" not in found


def test_the_range_is_the_word_itself(path: Path) -> None:
    """The editor marks what is told of: the variable alone, not the whole text."""
    text, position = cursor(marked("${team}"))
    found = hover(opened(text, path), position, ABLE)

    assert found is not None
    assert found.range is not None
    assert (
        "${team}" == text.splitlines()[found.range.start.line][found.range.start.character : found.range.end.character]
    )


def test_nothing_is_told_of_nothing(path: Path) -> None:
    """On a blank line and beyond the end there is no hover."""
    assert "" == told(DECK + "\n¦\n", path)


@pytest.mark.parametrize(("lang", "words"), [("en", "The English or the French"), ("fr", "Source")])
def test_the_page_of_a_rule_in_a_comment(lang: str, words: str, path: Path) -> None:
    """On the code or the name in an ignore comment stands the rule's whole page, in the author's language."""
    client = Client(lang, markdown=True)  # type: ignore[arg-type]
    for word in ("SK10¦1", "missing-¦language"):
        found = told(DECK + f"    # slidekit: ignore {word} because it is late\n", path, client)

        assert found.startswith("# SK101 missing-language")
        assert "```yaml" in found
        assert "Source" in found


def test_a_code_in_a_text_is_a_text(path: Path) -> None:
    """A comment about something else, and a code in prose, open no page."""
    assert "" == told(DECK + "    # see SK10¦1 in the manual\n", path)
    assert "missing-language" not in told(marked("Say it").replace("Say it", "SK101 says it"), path)


def test_a_finding_says_why(path: Path) -> None:
    """On a text with a finding the rule says what it is about and why it matters."""
    typed = DECK.replace("fr: Ce que nous économisons chaque mois", "fr: What we sa¦ve every month")
    found = told(typed, path)

    assert "**SK209 unchanged-text**" in found


def test_findings_are_told_of_where_they_are_underlined(path: Path) -> None:
    """Also where nothing of the text can be read, and what was found before has moved with its lines."""
    text, place = cursor(
        "[a]\n[b]\n" + DECK.replace("fr: Ce que nous économisons chaque mois", "fr: What we sa¦ve every month")
    )
    document = opened(text, path, text.removeprefix("[a]\n[b]\n"))
    document.state = document.live.update(text.encode())
    found = hover(document, place, ABLE)

    assert document.state.read != document.state.data
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert "**SK209 unchanged-text**" in found.contents.value


def test_while_the_yaml_is_broken(path: Path) -> None:
    """The last good deck still tells of texts, where they stand now."""
    typed = marked("Say it").replace("theme: boreal", 'theme: "boreal\nnew: {a\n')
    found = told(typed, path, known=DECK)

    assert "**Slide 1's notes**" in found


def test_plain_text_for_editors_without_markdown(path: Path) -> None:
    """No stars and no backquotes where they would be shown as such."""
    for place in ("What we save", "${team}", "time: 1m30", "town.png"):
        found = told(marked(place), path, PLAIN)

        assert found
        assert set() == {*"*`"} & {*found}


@pytest.mark.parametrize(
    "hostile", ["`a` <img src=x onerror=alert(1)>", "[x](command:evil)", "a ``` b", "\u202eabc\u0007", "# x\n\n- y"]
)
def test_words_of_the_deck_stay_words(hostile: str) -> None:
    """Whatever a text holds is shown as code, from which no markup and no link can come."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": True}).parse(literal(hostile, True))
    kinds = {inner.type for one in tokens for inner in (one, *(one.children or ()))}
    said = "".join(
        inner.content
        for one in tokens
        for inner in (one, *(one.children or ()))
        if "code" in inner.type or inner.type == "fence"
    )

    assert set() == kinds & {"html_inline", "html_block", "link_open", "image", "heading_open", "bullet_list_open"}
    assert "\u202e" not in said
    assert hostile.replace("\u202e", "\ufffd").replace("\u0007", "\ufffd") == said.rstrip("\n")


def test_links_to_files_and_addresses(path: Path) -> None:
    """Pictures, theme, glossary and schema that are there, and addresses without the signs round them."""
    for name in ("own.yaml", "terms.csv", "slidekit.schema.json"):
        (path.parent / name).write_text("")
    text = (
        "# yaml-language-server: $schema=slidekit.schema.json\n"
        + DECK.replace("theme: boreal", "theme: own.yaml\nglossary: terms.csv")
        + "    text:\n      en: See [this](https://example.org/a_(b)).\n      fr: Voir https://example.org/é, oui\n"
        + "  - title: {en: x, fr: y}\n    image: ../outside.png\n  - image: {en: 'town.png', fr: gone.png}\n"
    )
    (path.parent.parent / "outside.png").write_bytes(PNG)
    document = opened(text, path)
    found = [
        (text.split("\n")[one.range.start.line][one.range.start.character : one.range.end.character], one.target)
        for one in links(document)
    ]

    assert [
        ("slidekit.schema.json", (path.parent / "slidekit.schema.json").as_uri()),
        ("own.yaml", (path.parent / "own.yaml").as_uri()),
        ("terms.csv", (path.parent / "terms.csv").as_uri()),
        ("town.png", (path.parent / "town.png").as_uri()),
        ("town.png", (path.parent / "town.png").as_uri()),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://example.org/é", "https://example.org/é"),
    ] == found


def test_links_move_with_their_lines(path: Path) -> None:
    """While the YAML is broken, pictures are linked where they stand now."""
    document = opened(DECK.replace("theme: boreal", 'theme: "boreal\n\n'), path, DECK)
    found = [document.lines.lines[one.range.start.line].strip() for one in links(document)]

    assert ["image: town.png"] == found


EVERY = (ROOT / "tests/golden/every-block.yaml").read_text("utf-8")
WHOLE = opened(EVERY, ROOT / "tests/golden/every-block.yaml")
LINES = len(WHOLE.lines.lines)


@settings(max_examples=120, deadline=None)
@given(st.integers(0, LINES + 1), st.integers(0, 130), st.sampled_from(["en", "fr"]))
def test_any_place_of_any_deck(line: int, column: int, lang: str) -> None:
    """At every place of a deck of every block both answer, whatever stands there."""
    client = Client("fr" if lang == "fr" else "en", snippets=True, markdown=True)
    position = types.Position(line, column)

    found = hover(WHOLE, position, client)
    offered = complete(WHOLE, position, client)

    assert found is None or isinstance(found.contents, types.MarkupContent)
    assert all(one.text_edit is not None for one in offered.items)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, len(EVERY)), st.integers(0, 30), st.text("{}[]:'\"#|$ \n\té🙂-", max_size=8), st.integers(-40, 40)
)
def test_any_place_of_a_broken_deck(cut: int, gone: int, typed: str, off: int) -> None:
    """So they do where the text has changed since it was read."""
    text = EVERY[:cut] + typed + EVERY[cut + gone :]
    document = opened("", WHOLE.path, "")
    document.state, document.live = WHOLE.state, WHOLE.live
    document.lines = type(WHOLE.lines)(text, WHOLE.lines.codec)
    at = max(0, min(cut + off, len(text)))
    line = text.count("\n", 0, at)
    position = types.Position(line, at - text.rfind("\n", 0, at) - 1)

    found = hover(document, position, ABLE)
    offered = complete(document, position, ABLE)
    linked = links(document)

    assert found is None or isinstance(found.contents, types.MarkupContent)
    assert len(offered.items) <= 300
    assert all(one.range.start.line <= len(document.lines.lines) for one in linked)
