"""How far decks are in each language, as a table for people, programs and pull requests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct

from slidekit.cli.language import say
from slidekit.cli.terminal import paint, visible, width
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.build import DeckStats

LANGS = ("en", "fr")
NOTHING = "–"
"""In place of a number that is not known: without a `deck.lock` nobody has said what was reviewed."""


class Language(Struct, frozen=True, gc=False):
    """One deck, or all, in one language."""

    texts: int
    """How many texts it needs."""
    translated: int
    stale: int

    @property
    def missing(self) -> int:
        """How many texts it lacks."""
        return self.texts - self.translated

    @property
    def share(self) -> float:
        """How many percent are there, rounded down to a tenth: 100 means all."""
        return int(1000 * self.translated / self.texts) / 10 if self.texts else 100.0


class Standing(Struct, frozen=True, gc=False):
    """One deck, or all of them."""

    file: str
    slides: int
    languages: Mapping[str, Language]
    reviewed: int | None = None
    """How many texts are as they were when both sides were reviewed; `None` where nothing was put down."""
    reviewable: int = 0


def of(deck: DeckStats) -> Standing:
    """One deck."""
    languages = {
        lang: Language(deck.translated[lang] + deck.missing[lang], deck.translated[lang], deck.stale.get(lang, 0))
        for lang in LANGS
    }
    return Standing(deck.file, deck.slides, languages, deck.reviewed, deck.reviewable)


def total(rows: Sequence[Standing]) -> Standing:
    """All decks together."""
    languages = {
        lang: Language(
            sum(row.languages[lang].texts for row in rows),
            sum(row.languages[lang].translated for row in rows),
            sum(row.languages[lang].stale for row in rows),
        )
        for lang in LANGS
    }
    known = [row for row in rows if row.reviewed is not None]
    reviewed = sum(row.reviewed or 0 for row in known) if known else None
    return Standing("", sum(row.slides for row in rows), languages, reviewed, sum(row.reviewable for row in known))


def in_json(rows: Sequence[Standing]) -> str:
    """The table as one JSON object."""
    import json

    return json.dumps({"decks": [_object(row) for row in rows], "total": _object(total(rows))}, indent=2) + "\n"


def _object(row: Standing) -> dict[str, object]:
    languages = {
        lang: {
            "texts": one.texts,
            "translated": one.translated,
            "missing": one.missing,
            "percent": one.share,
            "stale": one.stale,
        }
        for lang, one in row.languages.items()
    }
    held: dict[str, object] = {"file": row.file} if row.file else {}
    return {
        **held, "slides": row.slides, "languages": languages, "reviewed": row.reviewed, "reviewable": row.reviewable,
    }  # fmt: skip


def percent(share: float) -> str:
    """`93.7%`, in the form of the language spoken."""
    whole, _, tenth = f"{share:.1f}".partition(".")
    if tenth == "0":
        return say(tell("{number}%", number=whole))
    return say(tell("{whole}.{tenth}%", whole=whole, tenth=tenth))


def heads() -> list[str]:
    """What the columns are called."""
    names = (tell("deck"), tell("language"), tell("translated"), tell("missing"), tell("stale"), tell("reviewed"))
    return [say(name) for name in names]


def _cells(row: Standing, name: str) -> list[list[str]]:
    """Two lines of the table, English and French."""
    words: Mapping[str, Words] = {"en": tell("English"), "fr": tell("French")}
    made: list[list[str]] = []
    for lang, one in row.languages.items():
        reviewed, stale = NOTHING, NOTHING
        if row.reviewed is not None:
            reviewed = say(tell("{n} of {all}", n=row.reviewed, all=row.reviewable))
            stale = str(one.stale)
        there = say(tell("{n} of {all}", n=one.translated, all=one.texts)) + f" ({percent(one.share)})"
        made.append([name if not made else "", say(words[lang]), there, str(one.missing), stale, reviewed])
    return made


def _table(rows: Sequence[Standing]) -> list[tuple[Standing, str]]:
    """The rows with their names, and all together where there are several."""
    named = [(row, row.file) for row in rows]
    return [*named, (total(rows), say(tell("all decks")))] if len(rows) > 1 else named


def in_text(rows: Sequence[Standing], stream: TextIO) -> str:
    """The table in columns, numbers to the right."""
    lines = [heads(), *[line for row, name in _table(rows) for line in _cells(row, visible(name))]]
    widths = [max([sum(map(width, line[column])) for line in lines]) for column in range(len(lines[0]))]
    out: list[str] = []
    for number, line in enumerate(lines):
        cells = [
            cell + " " * (wide - sum(map(width, cell))) if column < 2 else " " * (wide - sum(map(width, cell))) + cell
            for column, (cell, wide) in enumerate(zip(line, widths, strict=True))
        ]
        text = "  ".join(cells).rstrip()
        out.append(paint(text, "dim", stream) if number == 0 else text)
    return "".join(f"{line}\n" for line in out)


def in_markdown(rows: Sequence[Standing]) -> str:
    """The table for a comment; the name of a file can neither break it nor call anybody."""
    lines = ["| " + " | ".join(heads()) + " |", "|---|---|---:|---:|---:|---:|"]
    for row, name in _table(rows):
        shown = as_code(row.file) if row.file else f"**{name}**"
        lines += ["| " + " | ".join(cells) + " |" for cells in _cells(row, shown)]
    return "".join(f"{line}\n" for line in lines)


def as_code(name: str) -> str:
    """A name as a code span in a cell (GitHub Flavored Markdown, 4.10 and 6.3)."""
    from itertools import groupby

    text = visible(name).replace("|", "\\|")
    ticks = "`" * (1 + max([len(list(run)) for sign, run in groupby(text) if sign == "`"], default=0))
    edge = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{ticks}{edge}{text}{edge}{ticks}"
