"""`python -m benchmarks`: medians of several runs, all in one go on one machine, and their ratios."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import talks
from benchmarks.measure import Cost, Limit, held, median, run, total

SLIDEKIT = Path(sys.executable).with_name("slidekit")
ROOT = Path(__file__).resolve().parent.parent
PANDOC_UP_TO = 1000
"""Slides beyond which pandoc and naive python-pptx take minutes, and are left out unless `--full`."""

SHARES = {("two", 100): 0.30, ("two", 1000): 0.04, ("all", 100): 0.5, ("all", 1000): 0.1}
"""The most that `--to pptx,marp` (two) and the default render (all) may take, as a share of pandoc's time."""
PEAKS = {("two", 1000): 100, ("all", 1000): 600}
"""The most memory they may take, in MiB."""
GROWTH = 5.5
"""The most that five times as many slides may cost, from 1,000 to 5,000."""
EDITIONS = 3.0
"""The most that all five editions of 100 slides may cost as PPTX, as a multiple of one."""
STARTS = {"slidekit --version": 5.0, "slidekit check, 10 slides": 9.0, "slidekit check, 1000 slides": 40.0}
"""The most that a command may take, as a multiple of `python -c pass`."""

NAMES = {
    "two": "slidekit --to pptx,marp",
    "all": "slidekit, default render",
    "pandoc": "pandoc, two PPTX",
    "naive": "python-pptx, two PPTX",
}

Contender = Callable[[], Cost]


@dataclass
class Bench:
    """What is measured, where, and what came out."""

    folder: Path
    full: bool
    runs: int
    costs: dict[tuple[str, int], Cost] = field(default_factory=dict)
    good: bool = True
    """Whether every limit so far is kept."""

    def hold(self, what: str, measured: float, bound: float, unit: str = "times") -> None:
        """Note whether a limit is kept."""
        self.good &= held(Limit(what, measured, bound, unit))

    def contenders(self, slides: int) -> Iterator[tuple[str, int, Contender]]:
        """What makes the slides: its name, how often it runs, and how."""
        deck, out = self.folder / f"{slides}.yaml", self.folder / "out"
        few = 1 if slides > 1000 else self.runs
        render = (SLIDEKIT, "render", deck, "-o", out)
        yield "two", few, lambda: run((*render, "--to", "pptx,marp"))
        yield "all", few, lambda: run(render)
        if slides <= PANDOC_UP_TO or self.full:
            once = 1 if slides >= PANDOC_UP_TO else self.runs
            if shutil.which("pandoc"):
                yield "pandoc", once, lambda: total([self.pandoc(slides, lang) for lang in talks.WORDS])
            naive = (sys.executable, "-m", "benchmarks.naive", str(slides), self.folder)
            yield "naive", once, lambda: run(naive, cwd=ROOT)

    def pandoc(self, slides: int, lang: str) -> Cost:
        """One language by pandoc."""
        source = self.folder / f"{slides}.{lang}.md"
        return run(("pandoc", "--slide-level=2", source, "-o", self.folder / f"pandoc.{lang}.pptx"))

    def measure(self, slides: int) -> None:
        """Measure every contender at one length, their runs taking turns."""
        (self.folder / f"{slides}.yaml").write_text(talks.as_deck(slides), encoding="utf-8")
        for lang in talks.WORDS:
            (self.folder / f"{slides}.{lang}.md").write_text(talks.as_markdown(slides, lang), encoding="utf-8")
        taken: dict[str, list[Cost]] = {}
        contenders = list(self.contenders(slides))
        for turn in range(self.runs):
            for name, times, contender in contenders:
                if turn < times:
                    taken.setdefault(name, []).append(contender())
        for name, costs in taken.items():
            self.costs[name, slides] = median(costs)

    def report(self, slides: int) -> None:
        """Print what one length costs, against pandoc where it ran."""
        print(f"\n{slides} slides")
        pandoc = self.costs.get(("pandoc", slides))
        for name, label in NAMES.items():
            if cost := self.costs.get((name, slides)):
                share = f"{cost.seconds / pandoc.seconds:8.3f} of pandoc" if pandoc else " " * 18
                limits = []
                if pandoc and (most := SHARES.get((name, slides))):
                    limits.append(f"at most {most}")
                    self.hold(f"{label}, {slides} slides: share of pandoc's time", cost.seconds / pandoc.seconds, most)
                if peak := PEAKS.get((name, slides)):
                    limits.append(f"at most {peak} MiB")
                    self.hold(f"{label}, {slides} slides: memory", cost.peak_mib, peak, "MiB")
                line = f"  {label:28}{cost.seconds:9.3f} s{cost.peak_mib:8.0f} MiB{share}  {', '.join(limits)}"
                print(line.rstrip(), flush=True)

    def report_growth(self) -> None:
        """Print what five times as many slides cost."""
        print("\n1000 → 5000 slides")
        for name in ("two", "all"):
            small, large = self.costs.get((name, 1000)), self.costs.get((name, 5000))
            if small and large:
                times = large.seconds / small.seconds
                print(f"  {NAMES[name]:28}{times:9.2f} times  at most {GROWTH}")
                self.hold(f"{NAMES[name]}, 5000 slides against 1000", times, GROWTH)

    def report_editions(self, slides: int) -> None:
        """Print what all five editions cost as PPTX, as a multiple of English alone."""
        render = (SLIDEKIT, "render", self.folder / f"{slides}.yaml", "-o", self.folder / "out", "--to", "pptx")
        taken: dict[str, list[Cost]] = {"en": [], "all": []}
        for _ in range(3 * self.runs):
            for edition, costs in taken.items():
                costs.append(run((*render, "--edition", edition)))
        one, five = median(taken["en"]), median(taken["all"])
        print(f"\neditions of {slides} slides")
        print(f"  {'--to pptx --edition en':28}{one.seconds:9.3f} s{one.peak_mib:8.0f} MiB")
        times = five.seconds / one.seconds
        share = f"{times:8.2f} times  at most {EDITIONS:g}"
        print(f"  {'--to pptx --edition all':28}{five.seconds:9.3f} s{five.peak_mib:8.0f} MiB{share}")
        self.hold(f"all editions of {slides} slides against one", times, EDITIONS)

    def report_starts(self, sizes: Sequence[int]) -> None:
        """Print what the short commands cost, in starts of Python."""
        commands: dict[str, tuple[str | Path, ...]] = {
            "python -c pass": (sys.executable, "-c", "pass"),
            "slidekit --version": (SLIDEKIT, "--version"),
        }
        for slides in sizes:
            commands[f"slidekit check, {slides} slides"] = (SLIDEKIT, "check", self.folder / f"{slides}.yaml")
        taken: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(3 * self.runs):
            for name, command in commands.items():
                taken[name].append(run(command))
        base = median(taken["python -c pass"]).seconds
        print("\nstarts of Python")
        for name, costs in taken.items():
            cost = median(costs)
            times = cost.seconds / base
            limit = f"  at most {STARTS[name]:g}" if name in STARTS else ""
            print(f"  {name:28}{cost.seconds:9.3f} s{cost.peak_mib:8.0f} MiB{times:8.1f} times{limit}")
            if name in STARTS:
                self.hold(f"{name}, in starts of Python", times, STARTS[name])


def main() -> None:
    """Measure and print; the exit code says whether all limits hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure slidekit against others.")
    parser.add_argument("--sizes", default="10,100,1000,5000", help="slides, with commas between (%(default)s)")
    parser.add_argument("--runs", type=int, default=5, help="runs of what takes seconds; the median counts")
    parser.add_argument("--full", action="store_true", help="pandoc and python-pptx at more than 1000 slides too")
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), asked.full, asked.runs)
        for slides in sizes:
            bench.measure(slides)
            bench.report(slides)
        bench.report_growth()
        if 100 in sizes:
            bench.report_editions(100)
        bench.report_starts([slides for slides in sizes if slides in (10, 1000)])
    sys.exit(0 if bench.good else 1)


if __name__ == "__main__":
    main()
