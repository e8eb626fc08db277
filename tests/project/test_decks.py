"""The decks that come with the project are whole, and show everything that the format can do."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from slidekit import build
from slidekit.deck import model
from slidekit.deck.keys import BLOCKS
from slidekit.deck.reading import read_deck
from slidekit.deck.text import Pair, Row, Side, Value

FOLDER = Path(__file__).resolve().parents[2] / "decks"
NAMES = ("ai-in-the-terminal", "annual-report", "recorded-talk")
MODELINE = "# yaml-language-server: $schema=../src/slidekit/slidekit.schema.json"
ROLES = {"prompt": ">$❯", "reply": "●⏺", "tool": "⎿└", "thought": "∴", "stage": "["}
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def read(name: str) -> model.Deck:
    """One of the decks."""
    deck, problems = read_deck((FOLDER / f"{name}.yaml").read_bytes())
    assert deck is not None
    assert [] == problems
    return deck


def every_block(blocks: Sequence[model.Block]) -> Iterator[model.Block]:
    """The blocks, and those inside columns."""
    for block in blocks:
        yield block
        if isinstance(block, model.Columns):
            for column in block.columns:
                yield from every_block(column.blocks)


def all_blocks() -> list[model.Block]:
    """The blocks of all three decks."""
    return [block for name in NAMES for slide in read(name).slides for block in every_block(slide.blocks)]


def pairs(part: object) -> Iterator[Pair]:
    """Every text in a part of a deck, however deep."""
    if isinstance(part, Pair):
        yield part
    elif isinstance(part, Row):
        yield from part.cells
    elif isinstance(part, tuple):
        for each in part:
            yield from pairs(each)
    elif type(part).__module__ == model.__name__:
        for name in getattr(part, "__struct_fields__", ()):
            yield from pairs(getattr(part, name))


def sides(pair: Pair) -> list[Side]:
    """Whatever a pair says, in any form."""
    return [side for side in (pair.en, pair.fr, pair.both, pair.plain) if side is not None]


def test_the_decks_have_no_problem() -> None:
    """All three pass the check without so much as a warning."""
    report = build.check([FOLDER / f"{name}.yaml" for name in NAMES])

    assert [] == [f"{one.file}:{one.span.line}: {one.code} {one.message}" for one in report.diagnostics]


@pytest.mark.parametrize(("name", "least"), [("ai-in-the-terminal", 40), ("annual-report", 20), ("recorded-talk", 25)])
def test_a_deck_is_as_long_as_a_real_talk(name: str, least: int) -> None:
    """Each deck has the slides of a real one, the cover not counted."""
    assert len(read(name).slides) >= least


@pytest.mark.parametrize("name", NAMES)
def test_a_deck_opens_with_the_line_that_editors_read(name: str) -> None:
    """The first line names the schema, and the schema is there."""
    first = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").split("\n", 1)[0]

    assert MODELINE == first
    assert (FOLDER / MODELINE.split("=")[1]).is_file()


@pytest.mark.parametrize("name", NAMES)
def test_an_editor_finds_no_fault_in_a_deck(name: str) -> None:
    """A deck satisfies the schema that its first line names."""
    schema = json.loads((FOLDER / MODELINE.split("=")[1]).read_text(encoding="utf-8"))
    plain = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    deck = json.loads(json.dumps(plain, default=str))  # dates, which JSON does not have

    faults = jsonschema.validators.validator_for(schema)(schema).iter_errors(deck)

    assert [] == [f"{fault.json_path}: {fault.message}" for fault in faults]


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_has_notes_and_a_time(name: str) -> None:
    """A speaker finds something to say and a length on every slide."""
    slides = read(name).slides

    assert [] == [number for number, slide in enumerate(slides, 1) if slide.notes is None or slide.time is None]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_titles_are_unique(name: str, lang: str) -> None:
    """No two slides of a deck have the same title."""
    titles = [slide.title.side(lang) for slide in read(name).slides if slide.title is not None]
    words = [title.source for title in titles if title is not None]

    assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize("name", NAMES)
def test_the_times_fit_the_talk(name: str) -> None:
    """The slides’ times add up to no more than the talk’s own."""
    deck = read(name)

    assert deck.duration is not None
    assert sum(slide.time or 0 for slide in deck.slides) <= deck.duration


def test_every_kind_of_block_is_used() -> None:
    """There is an example of each kind of block, and of each type of chart."""
    blocks = all_blocks()

    assert set(BLOCKS.values()) == {type(block) for block in blocks}
    charts = {block.type for block in blocks if isinstance(block, model.Chart)}
    assert set(get_args(model.ChartType)) == charts


def test_every_form_of_text_is_used() -> None:
    """There are pairs, words for both, plain names, variables, and every kind of typed value."""
    decks = [read(name) for name in NAMES]
    found = [pair for deck in decks for pair in pairs(deck)]
    said = [side for pair in found for side in sides(pair)]

    forms = {form for pair in found for form in ("en", "both", "plain") if getattr(pair, form) is not None}
    assert {"en", "both", "plain"} == forms
    assert {"number", "percent", "currency", "date"} == {side.kind for side in said if isinstance(side, Value)}
    assert any("${" in side.source for side in said)
    assert any(side.source.startswith("→ ") for side in said)


def test_every_role_speaks_in_a_terminal() -> None:
    """Prompts, replies, tool output, thoughts and stage directions all have their line."""
    terminals = [block.source.side("fr") for block in all_blocks() if isinstance(block, model.Terminal)]
    signs = {line.lstrip()[:1] for side in terminals if side is not None for line in side.source.split("\n")}

    assert set(ROLES) == {role for role, of_role in ROLES.items() if signs & set(of_role)}


def test_a_picture_may_differ_by_language() -> None:
    """At least one picture has its own file in each language."""
    paths = [block.path for block in all_blocks() if isinstance(block, model.Image)]

    assert any(path.en is not None and path.fr is not None for path in paths)


@pytest.mark.parametrize("name", NAMES)
def test_the_french_is_set_as_canadian_french(name: str) -> None:
    """No-break spaces before a colon and inside guillemets; none before a semicolon or a question mark."""
    loose = (" :", " ;", " !", " ?", " %", "« ", " »", f"{NO_BREAK_SPACE};", f"{NO_BREAK_SPACE}?")
    prose = [pair for pair in pairs(read(name)) if pair.key not in ("code", "terminal", "diagram")]
    said = [pair.fr.source for pair in prose if pair.fr is not None]

    assert [] == [text for text in said if any(sign in text for sign in loose) or "'" in text]


def test_the_pictures_stay_small() -> None:
    """No picture is heavier than 150 kB, and none lies there for nothing."""
    text = "".join((FOLDER / f"{name}.yaml").read_text(encoding="utf-8") for name in NAMES)
    pictures = [path for path in (FOLDER / "pictures").iterdir() if path.is_file()]

    assert [] == [path.name for path in pictures if path.stat().st_size > 150_000]
    assert [] == [path.name for path in pictures if f"pictures/{path.name}" not in text]
