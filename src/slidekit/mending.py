"""What `slidekit fix` does: findings that a machine can mend, mended in the deck's file.

Only the signs meant change: comments, blank lines, quoting and line ends stay. Every step is read
again before it is believed: the deck must be equal apart from the edits, with no new fault.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from tempfile import mkstemp
from time import perf_counter
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from slidekit.build import MAX_DECK_BYTES, read
from slidekit.deck.model import Deck
from slidekit.deck.reading import read_deck
from slidekit.deck.text import Text
from slidekit.source.diagnostic import Diagnostic, Edit, Fix, Severity
from slidekit.source.fixing import Change, changed, changes, doubtful, together
from slidekit.source.scalars import File
from slidekit.source.span import Span

MOST_ROUNDS = 200
"""One mended fault may show another, and a rule tells of no more than fifty faults in a text at once."""
MOST_READINGS = 48
"""How often a round may read the deck again in search of the edits that it cannot bear."""
MARK = b"\xef\xbb\xbf"
"""UTF-8's byte order mark, which stays where it is."""

Edits: TypeAlias = "Mapping[Span, tuple[Edit, ...]]"


class Mended(Struct, frozen=True, gc=False):
    """A deck before and after."""

    path: Path
    before: bytes
    after: bytes
    done: tuple[Diagnostic, ...]
    """What was mended, each where it stood when it was found."""
    left: tuple[Diagnostic, ...]
    """What is still found."""
    refused: tuple[Diagnostic, ...]
    """What could not be mended without changing more than it should."""
    unsafe: tuple[Diagnostic, ...]
    """What is left that only may be right to mend: asked for with `--unsafe`."""


class Step(NamedTuple):
    """One text, or one stretch of the file, with all that is to be mended in it."""

    found: tuple[Diagnostic, ...]
    changes: tuple[Change, ...]
    span: Span
    edits: tuple[Edit, ...]
    """Of the text; none where its YAML alone changes."""


def mend(
    path: Path,
    unsafe: bool = False,
    typed: bytes | None = None,
    code: str | None = None,
    patience: float | None = None,
) -> Mended:
    """A deck as it should be, and what was mended in it; nothing is written.

    `typed` is what the file is to hold, where that is not yet what it holds; with a `code`, that rule alone is heeded.
    After `patience` seconds no other round begins: what one fault hid may then be left.
    """
    if typed is None:
        with path.open("rb") as stream:
            typed = stream.read(MAX_DECK_BYTES + 1)
    before = data = typed
    done: list[Diagnostic] = []
    refused: dict[Fix, Diagnostic] = {}
    began = perf_counter()
    seen = {before}
    found = _found(path, data)
    for _ in range(MOST_ROUNDS):
        wanted = [one for one in found if one.fix and (one.fix.safe or unsafe) and one.fix not in refused]
        wanted = [one for one in wanted if code in (None, one.code)]
        after, mended, others = once(data, wanted)
        refused |= {one.fix: one for one in others if one.fix}
        if after in seen:
            break
        seen.add(after)
        data, done = after, done + mended
        found = _found(path, data)
        if patience is not None and perf_counter() - began > patience:
            break
    left = tuple(found)
    kept = {one.fix for one in left}
    waiting = tuple(one for one in left if one.fix and not (one.fix.safe or unsafe))
    return Mended(path, before, data, tuple(done), left, tuple(refused[fix] for fix in refused if fix in kept), waiting)


def _found(path: Path, data: bytes) -> list[Diagnostic]:
    """What is wrong with the deck itself; a theme of its own is another file."""
    return [one for one in read(path, typed=data).diagnostics if one.file == path.as_posix()]


def once(data: bytes, wanted: Sequence[Diagnostic]) -> tuple[bytes, list[Diagnostic], list[Diagnostic]]:
    """The file with what can be mended at once, what that was, and what cannot be mended.

    Quotes come first: how a text reads is certain only when YAML reads it, too. What meets another
    edit waits for the next round.
    """
    deck, problems = read_deck(data)
    body = data.removeprefix(MARK)
    try:
        typed = body.decode()
    except UnicodeDecodeError:  # its bytes are not known, so that they could not be written again
        return data, [], list(wanted)
    if not wanted or deck is None:
        return data, [], list(wanted)
    file = File(typed.replace("\r\n", "\n").replace("\r", "\n"))
    raw = [one for one in wanted if one.fix and one.fix.raw]
    steps = _raw_steps(file, raw) if raw else _text_steps(file, deck, wanted)
    possible = _apart([step for step in steps if step.changes])
    trial = _Trial(data, _Back(typed, file), deck, problems)
    kept = trial.keep(possible)
    fine = {step.span for step in kept}
    hopeless = [step for step in steps if not step.changes] + [step for step in possible if step.span not in fine]
    return trial.made(kept), [one for step in kept for one in step.found], [one for s in hopeless for one in s.found]


def _raw_steps(file: File, found: Sequence[Diagnostic]) -> list[Step]:
    """YAML that is to be typed otherwise."""
    steps = []
    for one in found:
        assert one.fix is not None
        span = one.fix.span
        stretch = file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)
        steps.append(Step((one,), (Change(*stretch, one.fix.edits[0].new),), span, ()))
    return steps


def _text_steps(file: File, deck: Deck, found: Sequence[Diagnostic]) -> list[Step]:
    """Texts whose words change, each with all its edits."""
    words = {text.span: text.source for text in texts(deck)}
    by_text: dict[Span, list[Diagnostic]] = {}
    for one in found:
        assert one.fix is not None
        by_text.setdefault(one.fix.span, []).append(one)
    steps = []
    for span, several in by_text.items():
        source = words.get(span, "")
        broken = [one for one in several if one.severity is Severity.ERROR]
        several = broken or several  # what is typed wrong round broken letters is seen when they are whole
        sure = doubtful(file, span, source)
        several = [one for one in several if one.fix and all(edit.end <= sure for edit in one.fix.edits)]
        if not several:
            continue  # what may be a comment stays as it is until somebody says what it is
        edits = together([edit for one in several if one.fix for edit in one.fix.edits], len(source))
        own = tuple([one for one in several if one.fix and set(one.fix.edits) <= set(edits)])
        edits = together([edit for one in own if one.fix for edit in one.fix.edits], len(source))
        made = changes(file, span, source, edits) if own else None
        steps.append(Step(own or tuple(several), tuple(made or ()), span, edits))
    return steps


def texts(value: object) -> Iterator[Text]:
    """Every text of a deck."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))
    elif isinstance(value, tuple) and not isinstance(value, Span):
        for each in value:
            yield from texts(each)


def _apart(steps: Sequence[Step]) -> list[Step]:
    """The steps in the order of the file, none over another."""
    kept: list[Step] = []
    for step in sorted(steps, key=lambda one: one.changes[0].start):
        if not kept or step.changes[0].start >= kept[-1].changes[-1].end:
            kept.append(step)
    return kept


class _Back:
    """From offsets in a text whose lines end in LF to those in the file as it is."""

    def __init__(self, typed: str, file: File) -> None:
        self.typed = typed
        self.file = file
        self.starts = [0]
        at = 0
        for start, following in pairwise(file.starts) if "\r" in typed else ():
            at += following - start - 1
            at += 2 if typed.startswith("\r\n", at) else 1
            self.starts.append(at)

    def offset(self, offset: int) -> int:
        """The place in the file as it is."""
        if "\r" not in self.typed:
            return offset
        line, column = self.file.place(offset)
        return self.starts[line - 1] + column - 1

    def made(self, changes: Sequence[Change]) -> str:
        """The file with changes, its own line ends in what is new."""
        parts, at = [], 0
        ends = "\r\n" if "\r\n" in self.typed else "\r" if "\r" in self.typed else "\n"
        for change in changes:
            start, end = self.offset(change.start), self.offset(change.end)
            parts += [self.typed[at:start], change.new.replace("\n", ends)]
            at = end
        return "".join([*parts, self.typed[at:]])


class _Trial:
    """A deck, and the search for the changes that leave all else in it as it was."""

    def __init__(self, data: bytes, back: _Back, deck: Deck, problems: Sequence[Diagnostic]) -> None:
        self.mark = data[: len(data) - len(data.removeprefix(MARK))]
        self.back = back
        self.deck = deck
        self.faults = Counter([one.code for one in problems])
        self.readings = 0

    def made(self, steps: Sequence[Step]) -> bytes:
        """The file with the changes of these steps."""
        return self.mark + self.back.made([change for step in steps for change in step.changes]).encode()

    def keep(self, steps: Sequence[Step]) -> list[Step]:
        """The steps that may be made together: all, or those of each half that may."""
        if not steps or self.readings >= MOST_READINGS:
            return []
        if self._stays(steps):
            return list(steps)
        if len(steps) == 1:
            return []
        half = len(steps) // 2
        first = self.keep(steps[:half])
        both = [*first, *self.keep(steps[half:])]
        return both if not first or len(both) == len(first) or self._stays(both) else first

    def _stays(self, steps: Sequence[Step]) -> bool:
        """Whether the deck then reads as it did, apart from the edits, with no new fault and none that is to go."""
        self.readings += 1
        deck, problems = read_deck(self.made(steps))
        faults = Counter([one.code for one in problems])
        gone = Counter([one.code for step in steps if not step.edits for one in step.found if one.code in self.faults])
        if deck is None or any(faults[code] > self.faults[code] - gone[code] for code in faults | gone):
            return False
        return bare(deck, {}) == bare(self.deck, {step.span: step.edits for step in steps if step.edits})


def bare(value: object, edits: Edits = {}) -> object:  # noqa: B006 -- nobody changes it
    """What a deck says, without the places at which it says it, with edits made."""
    if isinstance(value, Text):
        return changed(value.source, edits[value.span]) if value.span in edits else value.source
    if isinstance(value, Span):
        return None
    if isinstance(value, Struct):
        return type(value), [bare(getattr(value, name), edits) for name in value.__struct_fields__]
    if isinstance(value, tuple):
        return [bare(each, edits) for each in value]
    return value


def write(mended: Mended) -> None:
    """Put a mended deck in its place, whole; raises `OSError` where that cannot be, or it was changed meanwhile."""
    path = mended.path.resolve()  # a link stays a link
    with path.open("r+b") as old:  # a file that may not be written is not replaced either
        if old.read() != mended.before:
            raise OSError(0, "it was changed meanwhile", str(mended.path))
    number, name = mkstemp(prefix=".slidekit-", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as new:
            new.write(mended.after)
            new.flush()
            os.fsync(new.fileno())
        os.chmod(name, path.stat().st_mode & 0o7777)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
