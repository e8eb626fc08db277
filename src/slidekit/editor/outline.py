"""The outline of a deck: its variables, its sections with their slides, and the blocks of each slide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lsprotocol.types import SymbolKind

from slidekit.deck import model
from slidekit.deck.keys import BLOCKS
from slidekit.deck.text import Pair
from slidekit.editor.view import Key, Part, View
from slidekit.locales import Say
from slidekit.source.span import Span
from slidekit.source.wording import tell, tell_many

LONGEST = 80
"""Signs of a title that are shown."""
SECTION, SLIDE, VARIABLES, VARIABLE = SymbolKind.Namespace, SymbolKind.Class, SymbolKind.Object, SymbolKind.Variable
KINDS = {
    "bullets": SymbolKind.Array,
    "numbered": SymbolKind.Array,
    "table": SymbolKind.Struct,
    "chart": SymbolKind.Struct,
    "image": SymbolKind.File,
    "qr": SymbolKind.File,
    "code": SymbolKind.Function,
    "terminal": SymbolKind.Function,
    "math": SymbolKind.Operator,
    "columns": SymbolKind.Module,
    "body": SymbolKind.Module,
}
"""What a block looks like in the outline; all else is text."""


class Entry(NamedTuple):
    """A line of the outline."""

    name: str
    detail: str
    kind: SymbolKind
    span: Span
    shown: Span
    """Where the cursor goes: within `span`."""
    inner: tuple[Entry, ...] = ()
    also: str = ""
    """What it is found by, besides its name."""


def outline(view: View, say: Say, blocks: bool = True) -> list[Entry]:
    """All of a deck, in the order of the file."""
    if view.deck is None:
        return []
    made = _Outline(view, view.deck, say, blocks)
    return sorted([*made.variables(), *made.sections()], key=lambda entry: entry.span)


class _Outline:
    """One outline being made."""

    def __init__(self, view: View, deck: model.Deck, say: Say, blocks: bool) -> None:
        self.view = view
        self.deck = deck
        self.say = say
        self.blocks = blocks
        self.langs = ("fr", "en") if deck.languages[:1] and deck.languages[0].startswith("fr") else ("en", "fr")

    def words(self, pair: Pair | None, lang: str = "") -> str:
        """What a text says in a language, or in the first that has it, on one line."""
        if pair is None:
            return ""
        for one in (lang,) if lang else self.langs:
            side = pair.side(one)
            if side is not None and (words := " ".join(side.source[: 4 * LONGEST].split())):
                return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
        return ""

    def variables(self) -> list[Entry]:
        """The variables, under their key."""
        if not self.deck.vars:
            return []
        place = self.view.moved.span
        inner = []
        for variable in self.deck.vars:
            name, end = place(variable.span), place(variable.pair.span)[2:]
            said = self.words(variable.pair)
            inner.append(Entry(variable.name, said, VARIABLE, Span(*name[:2], *max(name[2:], end)), name, (), said))
        first, last = inner[0].span, inner[-1].span
        key = next((key for key in self.view.top if key.name == "vars" and key.span[:2] <= first[:2]), None)
        start = key.span if key is not None else first
        return [Entry("vars", "", VARIABLES, Span(*start[:2], *last[2:]), start, tuple(inner))]

    def sections(self) -> list[Entry]:
        """The sections with their slides; slides before the first section stand alone."""
        made: list[Entry] = []
        opened: tuple[Part, list[Entry]] | None = None
        for part in self.view.slides:
            if part.slide.section is not None:
                made += self._section(opened)
                opened = (part, [])
                if part.slide.title is None and not part.slide.blocks:
                    continue
            (made if opened is None else opened[1]).append(self.slide(part))
        return [*made, *self._section(opened)]

    def _section(self, opened: tuple[Part, list[Entry]] | None) -> list[Entry]:
        if opened is None:
            return []
        part, slides = opened
        section = part.slide.section
        name = self.words(section) or self.say(tell("slide {number}", number=part.number))
        other = self.words(section, self.langs[1])
        end = slides[-1].span[2:] if slides else part.span[2:]
        span = Span(*part.span[:2], *max(end, part.span[2:]))
        return [Entry(name, other, SECTION, span, self._shown(part, section), tuple(slides), other)]

    def slide(self, part: Part) -> Entry:
        """A slide with its blocks."""
        slide = part.slide
        pair = slide.title or slide.section
        title = self.words(pair) or next((said for block in slide.blocks if (said := self.first(block))), "")
        name = f"{part.number}. {title}" if title else self.say(tell("slide {number}", number=part.number))
        details = [self.words(pair, self.langs[1]), f"#{slide.id}" if slide.id else "", slide.only or ""]
        if slide.hidden:
            details.append(self.say(tell("hidden")))
        detail = " · ".join([one for one in details if one])
        inner = self._blocks(part) if self.blocks and part.block else []
        return Entry(name, detail, SLIDE, part.span, self._shown(part, pair), tuple(inner), detail)

    def _shown(self, part: Part, pair: Pair | None) -> Span:
        """A slide's title in the language written first; its first line where it has none."""
        if pair is not None:
            side = pair.side(self.langs[0])
            return clamped(self.view.moved.span(side.span if side is not None else pair.span), part.span)
        line = part.span.line
        end = (line, len(self.view.lines[line - 1]) + 1)
        return Span(*part.span[:2], *min(end, part.span[2:]))

    def _blocks(self, part: Part) -> list[Entry]:
        return self._listed(self.view.keys(part.span.line, part.span.end_line, part.column), list(part.slide.blocks))

    def _listed(self, keys: Sequence[Key], blocks: list[model.Block]) -> list[Entry]:
        """The blocks that some keys make, and the notes; `blocks` loses those that were found."""
        made = []
        for key in keys:
            if key.name == "body":
                inner = [one for _, keys in self._items(key) for one in self._listed(keys, blocks)]
                made.append(self._entry(key, "", tuple(inner)))
            elif key.name in BLOCKS:
                block = blocks.pop(0) if blocks and isinstance(blocks[0], BLOCKS[key.name]) else None
                columns = self._columns(key, block) if isinstance(block, model.Columns) else ()
                made.append(self._entry(key, self.said(block), columns))
            elif key.name == "notes":
                made.append(self._entry(key, ""))
        return made

    def _items(self, key: Key) -> list[tuple[Span, Sequence[Key]]]:
        """What stands in the list under a key: each item and its keys."""
        view = self.view
        return [
            (Span(line, column, end, len(view.lines[end - 1]) + 1), view.keys(line, end, column))
            for line, column, end in view.items(key.span.line + 1, key.end)
        ]

    def _columns(self, key: Key, block: model.Columns) -> tuple[Entry, ...]:
        made = []
        for number, ((span, keys), column) in enumerate(zip(self._items(key), block.columns, strict=False), 1):
            name = self.words(column.title) or self.say(tell("column {number}", number=number))
            inner = tuple(self._listed(keys, list(column.blocks)))
            shown = keys[0].span if keys else span
            made.append(Entry(name, self.words(column.title, self.langs[1]), SymbolKind.Field, span, shown, inner))
        return tuple(made)

    def _entry(self, key: Key, detail: str, inner: tuple[Entry, ...] = ()) -> Entry:
        span = Span(*key.span[:2], key.end, len(self.view.lines[key.end - 1]) + 1)
        return Entry(key.name, detail, KINDS.get(key.name, SymbolKind.String), span, key.span, inner)

    def first(self, block: model.Block) -> str:
        """What a block says first: the name of a slide without a title."""
        match block:
            case model.Paragraphs() | model.Quote() | model.Subtitle() | model.Takeaway():
                return self.words(block.text)
            case model.Image() | model.Qr() | model.Diagram() | model.Chart() | model.Table() | model.Math():
                return self.words(block.alt or block.caption)
            case model.Bullets():
                return self.words(block.items[0].text) if block.items else ""
            case _:
                return ""

    def said(self, block: model.Block | None) -> str:
        """A few words on a block."""
        match block:
            case model.Bullets():
                return self.say(tell_many("{n} point", "{n} points", len(block.items)))
            case model.Table():
                return self.say(tell_many("{n} row", "{n} rows", len(block.rows)))
            case model.Chart():
                return block.type
            case model.Code():
                return block.syntax or ""
            case model.Columns():
                return self.say(tell_many("{n} column", "{n} columns", len(block.columns)))
            case model.Image():
                return self.words(block.path)
            case None:
                return ""
            case _:
                return self.first(block)


def clamped(span: Span, within: Span) -> Span:
    """A stretch as far as it is inside another."""
    if within[:2] <= span[:2] and span[2:] <= within[2:]:
        return span
    start = min(max(span[:2], within[:2]), within[2:])
    return Span(*start, *max(start, min(span[2:], within[2:])))
