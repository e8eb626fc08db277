"""Where lines end: words are measured once, in em, and then broken at any size and width."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from slidekit.scene.metrics import SAFETY, Face
from slidekit.show.pages import Run

PT_PER_MM = 72 / 25.4

ROUNDING_EM = 1e-6
"""A box made for a word holds it, whatever the last binary digit says."""

WORD = re.compile(r"[^ \t\n\-–—]*[-–—]?[ \t]*|\n")
"""A piece after which a line may end: after spaces, after a hyphen before a letter, after a dash.

U+00A0 and U+202F are in no class here, so nothing ever breaks at them."""


class Measured:
    """A paragraph's words and their widths in em, ready to be broken into lines."""

    __slots__ = ("_faces", "_pieces", "_starts", "runs", "text", "total")

    def __init__(self, runs: tuple[Run, ...], faces: tuple[Face, ...]) -> None:
        self.runs = runs
        self._faces = faces
        self._pieces: list[tuple[int, int, float, float]] | None = None
        self._starts: list[int] | None = None
        if len(runs) == 1:
            self.text = runs[0].text
            self.total = faces[0].advance(self.text)
        else:
            self.text = "".join([run.text for run in runs])
            self.total = sum([own.advance(run.text) for run, own in zip(runs, faces, strict=True)])

    def lines(self, width_mm: float, size_pt: float) -> int:
        """How many lines the paragraph takes, with a little room to spare for another program's fonts."""
        room = width_mm * PT_PER_MM * SAFETY / size_pt + ROUNDING_EM
        if self.total <= room and "\n" not in self.text:
            return 1
        return len(self._breaks(room)) + 1 + self.text.count("\n")

    def breaks(self, width_mm: float, size_pt: float) -> tuple[int, ...]:
        """The offsets at which new lines begin, the author's own breaks left out.

        They use the whole width, as the programs that break lines themselves do.
        """
        return self._breaks(width_mm * PT_PER_MM / size_pt + ROUNDING_EM)

    def _breaks(self, room: float) -> tuple[int, ...]:
        if self.total <= room:
            return ()
        found: list[int] = []
        used = 0.0
        for start, end, core, full in self._measure():
            if core < 0:
                used = 0.0
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

    def widest(self) -> float:
        """The widest piece that cannot be broken, in em."""
        return max([core for _, _, core, _ in self._measure()], default=0.0)

    def _measure(self) -> list[tuple[int, int, float, float]]:
        """Each piece: where it begins and its word ends, its width without and with the spaces after it.

        A line break has widths of -1.
        """
        if self._pieces is None:
            self._pieces = [self._piece(start, piece) for start, piece in _pieces(self.text)]
        return self._pieces

    def _piece(self, start: int, piece: str) -> tuple[int, int, float, float]:
        if piece == "\n":
            return start, start, -1.0, -1.0
        word = piece.rstrip(" \t")
        return start, start + len(word), self._advance(start, word), self._advance(start, piece)

    def _advance(self, start: int, piece: str) -> float:
        if len(self.runs) == 1:
            return self._faces[0].advance(piece)
        return sum([own.advance(words) for own, words in self._stretches(start, start + len(piece))])

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
