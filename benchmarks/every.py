"""`python -m benchmarks.every`: every benchmark, one after the other, and a table of all limits at the end.

A limit that is missed, or a benchmark that breaks, stops none of those after it; the exit code tells of it at the end.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import LIMITS, Limit

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("benchmarks.checking", "benchmarks.editing", "benchmarks.asking", "benchmarks.previewing", "benchmarks")
"""The modules that measure something, by what they are run as."""


class Part(NamedTuple):
    """What came of one benchmark."""

    name: str
    seconds: float
    code: int
    limits: tuple[Limit, ...]

    @property
    def broke(self) -> bool:
        """Whether it ended otherwise than by its limits."""
        return self.code != 0 and all(one.kept for one in self.limits)


def measured(name: str, more: Sequence[str], notes: Path) -> Part:
    """Run one benchmark, which prints what it finds."""
    notes.write_text("", "utf-8")
    print(f"\n── python -m {name}", flush=True)
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", name, *more], cwd=ROOT, env={**os.environ, LIMITS: str(notes)}, check=False
    )
    found = tuple([Limit(*json.loads(line)) for line in notes.read_text("utf-8").splitlines()])
    return Part(name, time.perf_counter() - began, done.returncode, found)


def table(parts: Sequence[Part]) -> Iterator[str]:
    """All limits, and the benchmarks that broke."""
    yield f"{'limits':66}{'measured':>10}{'':10}limit"
    for part in parts:
        yield f"python -m {part.name}, {part.seconds:.0f} s"
        for one in part.limits:
            bound = f"{'at least' if one.least else 'at most'} {one.bound:g}"
            yield f"  {one.what:64}{one.measured:10.2f} {one.unit:8}{bound:14}{'kept' if one.kept else 'MISSED'}"
        if part.broke:
            yield f"  BROKE with exit code {part.code}"
    missed = sum(not one.kept for part in parts for one in part.limits)
    broken = sum(part.broke for part in parts)
    yield f"{missed} limits missed, {broken} benchmarks broken"


def main() -> int:
    """Run all, print the table, and say whether all is as it should be."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.every", description=__doc__)
    parser.add_argument("--full", action="store_true", help="pandoc and python-pptx at more than 1000 slides too")
    parser.add_argument("--quick", action="store_true", help="a few runs of each: figures that say little")
    asked = parser.parse_args()
    more = {name: list(QUICK[name]) if asked.quick else [] for name in PARTS}
    if asked.full:
        more["benchmarks"].append("--full")
    with tempfile.TemporaryDirectory() as folder:
        parts = [measured(name, more[name], Path(folder) / "limits") for name in PARTS]
    print()
    for line in table(parts):
        print(line)
    return 1 if any(part.code for part in parts) else 0


QUICK = {
    "benchmarks.checking": ("--pairs", "500", "--decks", "20", "--runs", "1"),
    "benchmarks.editing": ("--keys", "10"),
    "benchmarks.asking": (),
    "benchmarks.previewing": ("--saves", "5", "--no-marp"),
    "benchmarks": ("--sizes", "10,100", "--runs", "1"),
}
"""What makes each of them short, to see whether it runs at all."""


if __name__ == "__main__":
    sys.exit(main())
