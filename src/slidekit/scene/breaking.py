"""Where lines end: words are measured once, in em, and then broken at any size and width."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, chain

from slidekit.scene.metrics import SAFETY, Face
from slidekit.show.pages import Run

PT_PER_MM = 72 / 25.4

ROUNDING_EM = 1e-6
"""A box made for a word holds it, whatever the last binary digit says."""

Piece = tuple[int, int, float, float]
"""Where it begins and its word ends, its width in em without and with the spaces after it; -1 for a line break."""

NOWHERE = (10**9, 10**9)
LINK_ENDS = -2.0
"""In place of a width: what follows a link of several lines begins a new line."""

WORD = re.compile(r"[^ \t\n\-–—]*(?:[ \t]+[:;!?][^ \t\n\-–—]*)*[-–—]?[ \t]*|\n")
"""A piece after which a line may end: after spaces, after a hyphen before a letter, after a dash.

No line begins with a French sign that an author parted by a plain space (Unicode's UAX 14, LB13, as LibreOffice has
it).
U+00A0 and U+202F are in no class here, so nothing ever breaks at them."""


class Measured:
    """A paragraph's words and their widths in em, ready to be broken into lines."""

    whole = False
    """Whether the widest piece is one that is never cut in two, as a formula is."""

    __slots__ = ("_ends", "_faces", "_pieces", "_starts", "_widest", "linked", "runs", "text", "total")

    def __init__(self, runs: tuple[Run, ...], faces: tuple[Face, ...]) -> None:
        self.runs = runs
        self._faces = faces
        self._pieces: list[Piece] | None = None
        self._starts: list[int] | None = None
        self._ends: tuple[list[float], list[float]] | None = None
        self._widest = -1.0
        self.linked = False
        """Whether there is a link among the words."""
        if len(runs) == 1:
            self.text = runs[0].text
            self.total = faces[0].advance(self.text)
        else:
            self.text = "".join([run.text for run in runs])
            self.linked = any(run.link for run in runs)
            self.total = sum([own.advance(run.text) for run, own in zip(runs, faces, strict=True)])

    def lines(self, width_mm: float, size_pt: float) -> int:
        """How many lines the paragraph takes, with a little room to spare for another program's fonts."""
        room = width_mm * PT_PER_MM * SAFETY / size_pt + ROUNDING_EM
        if self.total <= room and "\n" not in self.text:
            return 1
        most = len(self._breaks(room))
        if self.linked:
            most = max(most, len(self._breaks(room, whole=True)))
        return most + 1 + self.text.count("\n")

    def breaks(self, width_mm: float, size_pt: float) -> tuple[int, ...]:
        """The offsets at which new lines begin, the author's own breaks left out.

        Signs are kerned, as by the programs that break lines themselves; whether all fits is reckoned without.
        """
        room = width_mm * PT_PER_MM / size_pt + ROUNDING_EM
        return () if self.total <= room else self._breaks(room, self._kerned())

    def _breaks(self, room: float, pieces: list[Piece] | None = None, *, whole: bool = False) -> tuple[int, ...]:
        if self.total <= room:
            return ()
        if pieces is None and not self.linked and "\n" not in self.text and self.widest() <= room:
            return self._plain_breaks(room)
        found: list[int] = []
        used = 0.0
        pieces = pieces or self._measure()
        for start, end, core, full in self._lined(pieces, room, whole) if self.linked else pieces:
            if core < 0:
                used = room if core == LINK_ENDS else 0.0
                continue
            if used and used + core > room:
                found.append(start)
                used = 0.0
            if core > room:
                cuts, rest = self._split(start, end, room)
                found += cuts
                used = rest + full - core
                continue
            used += full
        return tuple(found)

    def _plain_breaks(self, room: float) -> tuple[int, ...]:
        """The same where every piece is a word that a line holds: each line ends before the first that passes it."""
        pieces = self._measure()
        if self._ends is None:
            begins = list(accumulate([full for _, _, _, full in pieces], initial=0.0))
            self._ends = begins, [begin + piece[2] for begin, piece in zip(begins, pieces, strict=False)]
        begins, ends = self._ends
        found: list[int] = []
        first, count = 0, len(pieces)
        while (first := bisect_right(ends, begins[first] + room, first)) < count:
            found.append(pieces[first][0])
        return tuple(found)

    def longest(self) -> float:
        """How wide the text is when it breaks only where its author breaks it, in em."""
        if "\n" not in self.text:
            return self.total
        found = used = 0.0
        for _, _, core, full in self._measure():
            found = max(found, used + core)
            used = used + full if core >= 0 else 0.0
        return found

    def widest(self) -> float:
        """The widest piece that cannot be broken, in em."""
        if self._widest < 0:
            self._widest = max([core for _, _, core, _ in self._measure()], default=0.0)
        return self._widest

    def _measure(self) -> list[Piece]:
        """Each piece after which a line may end."""
        if self._pieces is None:
            signs = [map(own.widths.__getitem__, run.text) for run, own in zip(self.runs, self._faces, strict=True)]
            at = list(accumulate(chain.from_iterable(signs), initial=0.0))
            self._pieces = [_piece(start, piece, at) for start, piece in _pieces(self.text)]
        return self._pieces

    def _kerned(self) -> list[Piece]:
        """The pieces as wide as they are drawn."""
        sums = [0.0]
        for run, own in zip(self.runs, self._faces, strict=True):
            pairs, words = own.kerning, run.text
            if not pairs:
                sums += sums[-1:] * len(words)
            else:
                kerns = [pairs.get(words[at : at + 2], 0.0) for at in range(len(words))]
                sums += list(accumulate(kerns, initial=sums[-1]))[1:]
        pieces = self._measure()
        starts = [piece[0] for piece in pieces[1:]] + [len(self.text)]
        return [
            piece
            if piece[2] < 0
            else (
                piece[0],
                piece[1],
                piece[2] + sums[max(piece[0], piece[1] - 1)] - sums[piece[0]],
                piece[3] + sums[following] - sums[piece[0]],
            )
            for piece, following in zip(pieces, starts, strict=True)
        ]

    def _lined(self, pieces: list[Piece], room: float, whole: bool) -> Iterator[Piece]:
        """The pieces, those of a link as one where a line of some em holds them.

        LibreOffice breaks no line inside a link; one that is wider than the line it splits between any two letters,
        and what follows begins a new line: such a link is one piece if the `whole` of it is asked for.
        """
        for linked, group in self._groups(pieces):
            one = _together(group)
            if not linked or one is None or (one[2] > room and not whole):
                yield from group
                continue
            yield one
            if one[2] > room:
                yield one[1], one[1], LINK_ENDS, LINK_ENDS

    def _groups(self, pieces: list[Piece]) -> Iterator[tuple[bool, list[Piece]]]:
        """The pieces, those that share a link together; and whether they are of a link."""
        ends = accumulate([len(run.text) for run in self.runs])
        links = ((end - len(run.text), end) for run, end in zip(self.runs, ends, strict=True) if run.link)
        begin, end = next(links, NOWHERE)
        linked, group = False, list[Piece]()
        for piece in pieces:
            while end <= piece[0]:
                begin, end = next(links, NOWHERE)
            if group and not begin < piece[0]:
                yield linked, group
                linked, group = False, []
            linked = linked or begin < piece[1]
            group.append(piece)
        yield linked, group

    def _stretches(self, start: int, end: int) -> Iterator[tuple[Face, str]]:
        """The text between two offsets, in parts of one face each."""
        if self._starts is None:
            self._starts = list(accumulate([len(run.text) for run in self.runs], initial=0))
        at = bisect_right(self._starts, start) - 1  # thousands of runs are looked at once only
        while start < end:
            last = min(end, self._starts[at + 1])
            yield self._faces[at], self.text[start:last]
            start, at = last, at + 1

    def _split(self, start: int, end: int, room: float) -> tuple[list[int], float]:
        """Break points inside a word that is wider than the box, and the width of what is left of it."""
        found: list[int] = []
        used, at = 0.0, start
        for own, words in self._stretches(start, end):
            for width in map(own.widths.__getitem__, words):
                if used and used + width > room:
                    found.append(at)
                    used = 0.0
                used += width
                at += 1
        return found, used


def _piece(start: int, piece: str, at: list[float]) -> Piece:
    """A piece as wide as the way between its ends; `at` says how far each sign of the text is from the first, in em."""
    if piece == "\n":
        return start, start, -1.0, -1.0
    end = start + len(piece.rstrip(" \t"))
    return start, end, at[end] - at[start], at[start + len(piece)] - at[start]


def _together(group: list[Piece]) -> Piece | None:
    """Pieces as one, unless a line ends between them."""
    if any(core < 0 for _, _, core, _ in group):
        return None
    full = sum([full for _, _, _, full in group])
    return group[0][0], group[-1][1], full - group[-1][3] + group[-1][2], full


def _pieces(text: str) -> list[tuple[int, str]]:
    """Pieces with their offsets; a hyphen before a digit or a sign, or that begins a word, ends none."""
    found: list[tuple[int, str]] = []
    for match in WORD.finditer(text):
        piece = match.group()
        if not piece:
            continue
        if found and found[-1][1][-1] == "-" and piece[0] != "\n" and _holds(found[-1][1], piece):
            start, before = found.pop()
            found.append((start, before + piece))
        else:
            found.append((match.start(), piece))
    return found


def _holds(before: str, after: str) -> bool:
    """Whether a hyphen keeps what stands around it together, as in `3-10` and `--draft`."""
    return not after[0].isalpha() or not before.strip("-")
