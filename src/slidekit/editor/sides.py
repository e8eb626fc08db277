"""The other language of a text: put beside it, or said to be the same; and a text put in quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from slidekit.deck.reading import read_deck
from slidekit.editor import edits, grammar
from slidekit.editor.branch import branch
from slidekit.mending import bare, texts
from slidekit.source.fixing import Change
from slidekit.source.nodes import Mapping, Node, Scalar
from slidekit.source.nodes import Sequence as List
from slidekit.source.span import Span
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.document import Document
    from slidekit.source.diagnostic import Diagnostic
    from slidekit.source.scalars import File

SIDES = {"en": "fr", "fr": "en"}
PLAIN = "SK102"
"""The rule about texts that do not say in which language they are."""
_FLOW = re.compile(r"\{[ \t]*(?:en|fr):")
_BLOCK = re.compile(r"^[ \t-]*(?:en|fr):", re.MULTILINE)
_SPECIAL = re.compile(r"[,\[\]{}]")
_EMPTY = '""'


class Offer(NamedTuple):
    """A change that can be offered."""

    title: Words
    changes: Sequence[Change]
    more: int = 0
    """How many empty texts there are then that were not there."""
    fewer: str | None = None
    """The text that is there once less."""


class Spot(NamedTuple):
    """A place where something is to be offered, and the finding that it mends."""

    place: tuple[int, int]
    found: types.Diagnostic | None = None


class Side(NamedTuple):
    """One language of a pair."""

    key: Scalar
    value: Node

    @property
    def said(self) -> bool:
        """Whether it says anything."""
        return bool(self.value.text.strip()) if isinstance(self.value, Scalar) else True


def missing(document: Document, spots: Sequence[Spot], client: Client) -> Iterator[types.CodeAction]:
    """The missing side of the text at each place, or that it is meant for both."""
    yield from _actions(document, spots, client, _pair_offers, types.CodeActionKind.QuickFix)


def unsaid(document: Document, spots: Sequence[Spot], client: Client) -> Iterator[types.CodeAction]:
    """The language of a plain string at each place."""
    yield from _actions(document, spots, client, _plain_offers, types.CodeActionKind.QuickFix)


def quoted(document: Document, place: tuple[int, int], client: Client) -> Iterator[types.CodeAction]:
    """The text at a place in quotes."""
    yield from _actions(document, [Spot(place)], client, _quote_offers, types.CodeActionKind.RefactorRewrite)


def _actions(
    document: Document,
    spots: Sequence[Spot],
    client: Client,
    offers: Callable[[Document, File, tuple[int, int]], Iterator[Offer]],
    kind: types.CodeActionKind,
) -> Iterator[types.CodeAction]:
    seen: set[tuple[Change, ...]] = set()
    file = edits.file_of(document)
    for place, found in spots:
        for index, offer in enumerate(offers(document, file, place)):
            if tuple(offer.changes) not in seen and _holds(document, file, place, offer):
                seen.add(tuple(offer.changes))
                # editors put first what mends a finding, and of that what is preferred
                mends = [found] if found is not None else None
                title = client.say(offer.title)
                edit = edits.edit(document, offer.changes, client)
                yield types.CodeAction(title, kind, mends, is_preferred=bool(mends) and index == 0, edit=edit)


def _pair_offers(document: Document, file: File, place: tuple[int, int]) -> Iterator[Offer]:
    way = branch(document.view, *place)
    for step in reversed(way.steps):
        if isinstance(step.node, Mapping) and (sides := _sides(step.node)):
            yield from _of_pair(document, file, step.node, sides)
            return


def _sides(node: Mapping) -> dict[str, Side]:
    """The languages of a pair; none where it is no pair, or says already that it is for both."""
    found = {key.text: Side(key, value) for key, value in node.entries}
    if any(key not in SIDES and not re.fullmatch(r"(?:en|fr)-[A-Z]{2}", key) for key in found):
        return {}
    return {key: side for key, side in found.items() if key in SIDES}


def _of_pair(document: Document, file: File, node: Mapping, sides: dict[str, Side]) -> Iterator[Offer]:
    regional = len(node.entries) > len(sides)
    if len(sides) == 1:
        ((lang, side),) = sides.items()
        if change := _beside(document, file, node, lang, side):
            title = tell("add the missing French") if lang == "en" else tell("add the missing English")
            yield Offer(title, [change], more=_count(side.value))
        if not regional and isinstance(side.value, Scalar) and side.said:
            yield Offer(tell("mark it as meant for both languages"), [_renamed(file, side)])
        return
    first, second = sorted(sides.values(), key=lambda one: one.key.span)
    if regional or not (isinstance(first.value, Scalar) and isinstance(second.value, Scalar)):
        return
    if first.value.text == second.value.text or not (first.said and second.said):
        kept, gone = (first, second) if first.said else (second, first)
        if kept.said and (cut := _without(file, first, second, gone)):
            changes = sorted([_renamed(file, kept), cut])
            assert isinstance(gone.value, Scalar)
            yield Offer(tell("mark it as meant for both languages"), changes, fewer=gone.value.text)


def _renamed(file: File, side: Side) -> Change:
    return Change(*_stretch(file, side.key.span), "both")


def _without(file: File, first: Side, second: Side, gone: Side) -> Change | None:
    """A pair without one side; nothing where a comment would go with it."""
    end = _stretch(file, first.value.span)[1]
    if isinstance(first.value, Scalar) and first.value.style in ("|", ">"):
        return None
    start = _stretch(file, second.key.span)[0]
    if file.text[end:start].strip(" \t\n,"):
        return None
    if gone is second:
        return Change(end, _stretch(file, second.value.span)[1], "")
    return Change(_stretch(file, first.key.span)[0], start, "")


def _beside(document: Document, file: File, node: Mapping, lang: str, side: Side) -> Change | None:
    """The other language, empty, as the author types pairs: English first."""
    other = SIDES[lang]
    if isinstance(side.value, Scalar) and side.value.cut:
        return None
    if lang == "fr":
        at = _stretch(file, side.key.span)[0]
        if node.flow:
            return Change(at, at, f"{other}: {_empty(side.value)}, ")
        return Change(at, at, _typed(other, side) + "\n" + " " * (side.key.span.column - 1))
    if node.flow:
        end = _stretch(file, side.value.span)[1]
        return Change(end, end, f", {other}: {_empty(side.value)}")
    end = _end_of_line(document, file, side)
    return Change(end, end, "\n" + " " * (side.key.span.column - 1) + _typed(other, side))


def _typed(lang: str, side: Side) -> str:
    """A side on lines of its own."""
    if isinstance(side.value, List) and not side.value.flow:
        indent = " " * (side.value.span.column - 1)
        return f"{lang}:" + "".join([f"\n{indent}- {_empty(item)}" for item in side.value.items])
    return f"{lang}: {_empty(side.value)}"


def _empty(node: Node) -> str:
    """Nothing, in the form that a value has."""
    return f"[{', '.join(map(_empty, node.items))}]" if isinstance(node, List) else _EMPTY


def _count(node: Node) -> int:
    return sum(map(_count, node.items)) if isinstance(node, List) else 1


def _end_of_line(document: Document, file: File, side: Side) -> int:
    """The end of the last line of a value that stands on lines of its own."""
    span, view = side.value.span, document.view
    last = span.end_line if span.end_column > 1 else span.end_line - 1
    if isinstance(side.value, Scalar):
        block = side.value.style in ("|", ">")
        last = view.last_filled(span.line, span.end_line - (span.end_column == 1)) if block else last
    else:
        last = view.last_said(span.line, last)
    line = max(last, side.key.span.line)
    return file.starts[line] - 1


def _plain_offers(document: Document, file: File, place: tuple[int, int]) -> Iterator[Offer]:
    """The ways to say in which language a plain string is."""
    way = branch(document.view, *place)
    leaf = way.leaf
    if not isinstance(leaf, Scalar) or leaf.cut or way.key is not None or not leaf.text.strip():
        return
    parents = [step.node for step in way.steps[:-1]]
    flow = any(not isinstance(one, Scalar) and one.flow for one in parents)
    words = file.text[slice(*_stretch(file, leaf.span))]
    titles = (
        ("en", tell("it is English: add the French")),
        ("fr", tell("it is French: add the English")),
    )
    if leaf.style in ("|", ">"):
        for lang, title in titles:
            if change := _block_pair(document, file, leaf, lang):
                yield Offer(title, [change], more=1)
        return
    if _SPECIAL.search(words) and not leaf.style:
        words = _in_quotes(words) or words
    item = bool(parents) and isinstance(parents[-1], List)
    for lang, title in titles:
        said = {lang: words, SIDES[lang]: _EMPTY}
        if flow or not item or "\n" in words or _flows(file):
            new = f"{{en: {said['en']}, fr: {said['fr']}}}"
        else:
            new = f"en: {said['en']}\n{' ' * (leaf.span.column - 1)}fr: {said['fr']}"
        yield Offer(title, [Change(*_stretch(file, leaf.span), new)], more=1)
    marked = f"{{both: {words}}}" if flow or not item else f"both: {words}"
    yield Offer(tell("mark it as meant for both languages"), [Change(*_stretch(file, leaf.span), marked)])


def _flows(file: File) -> bool:
    """Whether the author types pairs in braces."""
    return len(_FLOW.findall(file.text)) >= len(_BLOCK.findall(file.text))


def _block_pair(document: Document, file: File, leaf: Scalar, lang: str) -> Change | None:
    """A text typed as a block, as one side of a pair: its lines two columns further in."""
    line = document.lines.lines[leaf.span.line - 1]
    header = line[leaf.span.column - 1 :]
    indent = len(line) - len(line.lstrip(" -"))
    last = document.view.last_filled(leaf.span.line, leaf.span.end_line - (leaf.span.end_column == 1))
    if re.search(r"[0-9]", header.partition("#")[0]) or ":" not in line[: leaf.span.column - 1]:
        return None
    inner = " " * (indent + 2)
    body = ["  " + one if one.strip() else one for one in document.lines.lines[leaf.span.line : last]]
    sides = {lang: [f"{inner}{lang}: {header}", *body], SIDES[lang]: [f"{inner}{SIDES[lang]}: {_EMPTY}"]}
    start = file.offset(leaf.span.line, leaf.span.column)
    before = len(file.text[:start].rstrip(" "))
    return Change(before, file.starts[last] - 1, "\n" + "\n".join([*sides["en"], *sides["fr"]]))


def _quote_offers(document: Document, file: File, place: tuple[int, int]) -> Iterator[Offer]:
    """A text without quotes put in them: not a time, a number, a word that the format knows."""
    way = branch(document.view, *place)
    leaf = way.leaf
    if not isinstance(leaf, Scalar) or leaf.style or leaf.cut or way.key is not None or not leaf.text:
        return
    if grammar.says(way.path):
        start, end = _stretch(file, leaf.span)
        if new := _in_quotes(file.text[start:end]):
            yield Offer(tell("put this text in quotation marks"), [Change(start, end, new)])


def _in_quotes(words: str) -> str | None:
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return f"'{words.replace(chr(39), chr(39) * 2)}'"


def _stretch(file: File, span: Span) -> tuple[int, int]:
    return file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)


def _holds(document: Document, file: File, place: tuple[int, int], offer: Offer) -> bool:
    """Whether the deck then says what it said, apart from what is meant, with no new fault."""
    lines = edits.alone(document, Span(*place, *place))
    before = "\n".join(lines)
    parts, at = [], 0
    for change in offer.changes:  # the offsets are those of the whole deck
        start, end = (_moved(file, one, lines) for one in change[:2])
        parts += [before[at:start], change.new]
        at = end
    after = "".join([*parts, before[at:]])
    old, problems = read_deck(before.encode("utf-8", "surrogatepass"))
    new, others = read_deck(after.encode("utf-8", "surrogatepass"))
    if old is None or new is None or more(problems, others):
        return False
    if offer.more == 0 and offer.fewer is None and bare(old) == bare(new):
        return True
    had, has = (Counter([text.source for text in texts(deck)]) for deck in (old, new))
    gone = Counter([offer.fewer]) if offer.fewer is not None else Counter[str]()
    return has - had == Counter({"": offer.more} if offer.more else {}) and had - has == gone


def more(before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> bool:
    """Whether a text has faults that it had not."""
    return bool(Counter([one.code for one in after]) - Counter([one.code for one in before]))


def _moved(file: File, offset: int, lines: Sequence[str]) -> int:
    """Where a place of the deck is in the same deck with other slides left blank."""
    line, column = file.place(offset)
    return sum(map(len, lines[: line - 1])) + line - 1 + column - 1
