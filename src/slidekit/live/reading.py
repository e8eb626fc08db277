"""A deck read again after a change: the slides that the change touches, all others as they were read before.

What is read is the whole file with blank lines in place of the slides that did not change, so that every place
stays true. The slide after the change is read, too: where it comes out as before, so does all that follows it,
since YAML is read from left to right. Where any of this cannot be shown, the whole file is read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from slidekit.deck.model import Deck, Slide
from slidekit.deck.reading import deck_of
from slidekit.live.moving import moved, told
from slidekit.source import guards
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.nodes import Source, read_lines, without_collector
from slidekit.source.recover import WHOLE, Repaired, most_repairs
from slidekit.source.span import Span

REPAIRED = frozenset({"SK001", "SK002", "SK003"})
"""What texts that were repaired are reported as."""
FAR = frozenset({"SK007", "SK009", "SK010"})
"""Findings about the file as a whole: a second document, too large a file or text, other bytes than UTF-8."""
TWICE = "SK004"
SYNTAX = "SK001"
CONFLICT = "<<<<<<<"
_DASH = re.compile(" *- +")


class Same(NamedTuple):
    """Which slides are as they were."""

    front: int = 0
    """How many at the beginning."""
    back: int = 0
    """How many at the end…"""
    lines: int = 0
    """…each so many lines further down."""


class Known(Struct, frozen=True, gc=False):
    """A text that has been read."""

    lines: list[str]
    deck: Deck | None
    problems: list[Diagnostic]
    """What the reader found."""
    repaired: Repaired = WHOLE
    witness: int | None = None
    """The index of a slide that YAML gives up at whatever stands around it."""
    local: bool = False
    """Whether slides of it can be read alone."""
    before: tuple[Deck, Same] | None = None
    """The deck that it was read against, and which slides of that it shares."""


class Stretch(NamedTuple):
    """The slides that a change touches, and the lines that are read again; lines count from 0."""

    first: int
    """The first slide that is read again."""
    after: int
    """The first that is not, and is read to see that it stays what it was; as many as there are where there is none."""
    lines: int
    """By how many lines what follows moves."""
    top: int
    """Where the slides begin in the old text; in both, unless the first is read again."""
    begin: int
    """Where the first slide that is read again begins; the beginning of the file, if it is the first of all."""
    end: int
    """Where the slide after them begins in the old text."""
    stop: int
    """The first slide that is not read at all; as many as there are where there is none."""
    rest: int
    """Where it begins in the old text."""
    tail: int
    """Where the last slide ends in the old text."""


def read_whole(data: bytes) -> Known:
    """Read a text from its beginning to its end."""
    problems: list[Diagnostic] = []
    text = guards.text_of(data, problems)
    if text is None:
        return Known([], None, problems)
    lines = text.split("\n")
    with without_collector():
        source = read_lines(lines, problems)
        deck, found = deck_of(source)
    local = not (
        deck is None
        or not deck.slides
        or source.repaired.shifted
        or CONFLICT in text
        or any(one.code in FAR or (one.code == TWICE and "id" in _parts(one)) for one in found)
        or not _ends(lines, deck.slides[-1], found)
    )
    known = Known(lines, deck, found, source.repaired, None, local)
    return replace(known, witness=_witness(known)) if local and source.repaired.line is not None else known


def _parts(one: Diagnostic) -> str:
    """Which template a finding was made of."""
    return "id" if getattr(one.message, "template", "").startswith("the id") else ""


def _ends(lines: Sequence[str], last: Slide, problems: Sequence[Diagnostic]) -> bool:
    """Whether the slides end where the last of them does: what follows stands at the margin, and YAML does not give up.

    How lines there are repaired hangs on the slides above.
    """
    if any(one.code == SYNTAX and one.span.line >= last.span.end_line for one in problems):
        return False
    after = next((line for line in lines[last.span.end_line - 1 :] if line.strip() and line.strip()[0] != "#"), "x")
    return not after[0].isspace()


def read_again(old: Known, data: bytes) -> Known:
    """Read a text that was known before it was changed."""
    problems: list[Diagnostic] = []
    text = guards.text_of(data, problems)
    if text is not None and old.local and not problems and CONFLICT not in text:
        with without_collector():
            found = _read_stretch(old, text.split("\n"))
        if found is not None:
            return found
    return read_whole(data)


def _read_stretch(old: Known, lines: list[str]) -> Known | None:
    """Read what a change touches; `None` where the rest might read otherwise, too."""
    assert old.deck is not None
    front, back = common(old.lines, lines)
    part = _stretch(old, front, back, len(lines) - len(old.lines))
    known = _parsed(old, part, _blanked(lines, part, old))
    if known is None:
        return None
    source, repaired, kept = known
    deck, found = deck_of(source)
    if deck is None or any(one.code in FAR for one in found):
        return None
    slides = _joined(old.deck.slides, deck.slides, part)
    if slides is None:
        return None
    problems = _problems(old, part, found)
    if problems is None:
        return None
    if not _ends(lines, slides[-1], problems):
        return None
    deck = replace(deck, slides=slides)
    witness = _gives_up(source.repaired.line, part, slides)
    if witness is None and kept is not None:
        witness = kept if kept < part.first else kept + len(slides) - len(old.deck.slides)
    alike = Same(part.first, len(old.deck.slides) - part.after, part.lines)
    return Known(lines, deck, problems, repaired, witness, local=True, before=(old.deck, alike))


def common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many lines two texts have in common at their beginning, and how many of the others at their end."""
    most = min(len(old), len(new))
    front = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), most)
    rest = most - front
    ends = zip(reversed(old), reversed(new), strict=False)
    back = next((at for at, (one, other) in enumerate(ends) if at >= rest or one != other), rest)
    return front, back


def _stretch(old: Known, front: int, back: int, lines: int) -> Stretch:
    assert old.deck is not None
    slides = old.deck.slides
    starts = [slide.span.line - 1 for slide in slides]
    first = bisect_left(starts, front) - 1
    while first > 0 and not _stands_alone(old.lines, slides[first]):
        first -= 1
    first = max(first, 0)
    after = _next(old, bisect_left(starts, len(old.lines) - back))
    stop = _next(old, after + 1)
    tail = slides[-1].span.end_line - 1
    end, rest = [starts[at] if at < len(slides) else tail for at in (after, stop)]
    return Stretch(first, after, lines, starts[0], starts[first] if first else 0, end, stop, rest, tail)


def _next(old: Known, at: int) -> int:
    """The first slide from an index on that begins on a line of its own; as many as there are where none does."""
    assert old.deck is not None
    slides = old.deck.slides
    while at < len(slides) and not _stands_alone(old.lines, slides[at]):
        at += 1
    return min(at, len(slides))


def _stands_alone(lines: Sequence[str], slide: Slide) -> bool:
    """Whether a slide begins with a dash on a line of its own."""
    return _DASH.fullmatch(lines[slide.span.line - 1][: slide.span.column - 1]) is not None


def _blanked(lines: list[str], part: Stretch, old: Known) -> list[str]:
    """A text's lines without those of the slides that are not to be read."""
    assert old.deck is not None
    slides = old.deck.slides
    made = lines if part.after == len(slides) else lines[: part.rest + part.lines]
    if part.first:
        made = [*made[: part.top], *[""] * (part.begin - part.top), *made[part.begin :]]
    if part.after == len(slides):
        return made
    if part.stop < len(slides):  # a text in a block goes on up to the next dash, blank lines included
        indent = slides[part.stop].span.column - 1
        made += [old.lines[part.rest][:indent] + "~", *[""] * (part.tail - part.rest - 1)]
    return made + lines[part.tail + part.lines :]


def _parsed(old: Known, part: Stretch, lines: list[str]) -> tuple[Source, Repaired, int | None] | None:
    """The stretch parsed as the whole file would be; `None` where that cannot be known.

    One error anywhere has every misread text of the file repaired, those too that YAML takes in silence.
    """
    source = read_lines(lines, [])
    gives_up = source.repaired.line
    others = [one for one in old.problems if one.code in REPAIRED and _outside(one.span, part)]
    witness = _still(old, part) if others else None
    if gives_up is None:
        if not others or old.repaired.line is None:
            return source, WHOLE, None
        if witness is None:
            return None
        source = read_lines(lines, [], repaired=True)
        return source, Repaired(old.repaired.line), witness
    if old.repaired.line is None and _misread(old.lines, part):
        return None
    end = part.end + part.lines
    if others and not part.begin <= gives_up < end:
        return None
    single = sum(one.code == SYNTAX for one in others) + source.repaired.single
    size = sum(map(len, old.lines)) + len(old.lines) + 100_000  # the text may have grown
    if source.repaired.shifted or source.repaired.reach < part.begin or single + 1 >= most_repairs(size):
        return None
    return source, source.repaired, witness


def _outside(span: Span, part: Stretch) -> bool:
    """Whether a place of the old text is in a slide that is not read again."""
    return part.top <= span.line - 1 < part.begin or part.end <= span.line - 1 < part.tail


def _gives_up(line: int | None, part: Stretch, slides: Sequence[Slide]) -> int | None:
    """The slide among those read again at which YAML gives up."""
    if line is None or not part.begin <= line < part.end + part.lines:
        return None
    at = bisect_right([slide.span.line - 1 for slide in slides], line) - 1
    return at if at >= 0 else None


def _still(old: Known, part: Stretch) -> int | None:
    """The slide at which YAML surely gives up, where it is not read again."""
    at = old.witness
    if at is None or part.first <= at < part.after:
        return None
    return at


def _misread(lines: list[str], part: Stretch) -> bool:
    """Whether other slides hold texts that would be repaired if YAML gave up anywhere."""
    from slidekit.source.misread import Scan

    return any(_outside(Span(one.line + 1, 1, one.line + 1, 1), part) for one in Scan(list(lines)).faults())


def _witness(known: Known) -> int | None:
    """A slide that YAML gives up at, read alone."""
    assert known.deck is not None
    assert known.repaired.line is not None
    slides = known.deck.slides
    at = bisect_right([slide.span.line - 1 for slide in slides], known.repaired.line) - 1
    if at < 0 or not _stands_alone(known.lines, slides[at]):
        return None
    top, tail = slides[0].span.line - 1, slides[-1].span.end_line - 1
    begin = slides[at].span.line - 1
    end = slides[at + 1].span.line - 1 if at + 1 < len(slides) else tail
    alone = [*known.lines[:top], *[""] * (begin - top), *known.lines[begin:end]]
    line = read_lines(alone, []).repaired.line
    return at if line is not None and begin <= line < end else None


def _joined(old: Sequence[Slide], new: Sequence[Slide], part: Stretch) -> tuple[Slide, ...] | None:
    """All slides, where those that were not read again are what they were."""
    if part.after < len(old):
        checks = [one for one in new if one.span.line - 1 >= part.end + part.lines]
        if not checks:
            return None
        check, new = checks[0], new[: -len(checks)]
        kept = moved(old[part.after], part.lines)
        if check.span[:2] != kept.span[:2] or replace(check, span=kept.span) != kept:
            return None
    if new and part.first > 0 and new[0].span.line - 1 != part.begin:
        return None
    if not new and (part.first > 0 or part.after == len(old)):
        return None
    others = {one.id for one in (*old[: part.first], *old[part.after :]) if one.id is not None}
    ids = [one.id for one in new if one.id is not None]
    if len(set(ids)) < len(ids) or not others.isdisjoint(ids):
        return None
    rest = old[part.after :] if not part.lines else [moved(one, part.lines) for one in old[part.after :]]
    return (*old[: part.first], *new, *rest)


def _problems(old: Known, part: Stretch, found: list[Diagnostic]) -> list[Diagnostic] | None:
    """What the reader would find in the whole; `None` where the slide that is not to change has other faults."""
    assert old.deck is not None
    kept = [one for one in old.problems if _outside(one.span, part)]
    before = [one for one in kept if one.span.line - 1 < part.begin]
    after = [told(one, part.lines) for one in kept if one.span.line - 1 >= part.begin]
    if part.after < len(old.deck.slides):
        begin, end = part.end + part.lines, part.tail + part.lines
        place = (begin + 1, old.deck.slides[part.after].span.column)
        if any(one.span[:2] < place < one.span[2:] for one in found):
            return None  # about the deck as a whole: it ends where the last slide does
        rest = part.rest + part.lines
        if [one for one in found if begin <= one.span.line - 1 < rest] != [
            one for one in after if one.span.line - 1 < rest
        ]:
            return None
        found = [one for one in found if not begin <= one.span.line - 1 < end]
    return sorted([*found, *before, *after], key=lambda one: (one.span, one.code))


def same(old: Known | None, new: Known) -> Same:
    """Which slides two texts share, the lines that they stand on included."""
    if old is None or old.deck is None or new.deck is None:
        return Same()
    before, now = old.deck.slides, new.deck.slides
    if old is new:
        return Same(len(now))
    if new.before is not None and new.before[0] is old.deck:
        return new.before[1]
    front_lines, back_lines = common(old.lines, new.lines)
    most = min(len(before), len(now))
    front = 0
    while front < most and now[front].span.end_line - 1 <= front_lines and before[front] == now[front]:
        front += 1
    lines = len(new.lines) - len(old.lines)
    back, since = 0, len(new.lines) - back_lines
    while (
        back < most - front
        and now[-1 - back].span.line - 1 >= since
        and moved(before[-1 - back], lines) == now[-1 - back]
    ):
        back += 1
    return Same(front, back, lines)
