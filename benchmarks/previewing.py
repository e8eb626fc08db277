"""`python -m benchmarks.previewing`: from a save to the new picture on the page, beside Marp's own preview server.

A word of a French bullet is changed and the file saved, as editors do, by renaming; the time ends when the headless
browser has the new picture decoded, on the page, and comes to draw its next frame. Each slide is saved five times,
as people write, and then another far from it. Both servers show the same talk to
the same browser in the same run; Marp's shows one language, and loads its whole page again.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.measure import Limit, held
from benchmarks.talks import as_deck
from slidekit import tools

if TYPE_CHECKING:
    from playwright.sync_api import Page

BIN = Path(sys.executable).parent
SLIDEKIT = BIN / "slidekit"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S+")
MEDIAN_MS, SLOWEST_MS = 150.0, 300.0
"""The most that a save may take at 100 slides: in the median, and at the 95th percentile."""
PAUSE = 0.15
"""Seconds between the end of one save and the next, in which the rules about language do their work."""
WAIT_MS = 60_000.0
MISSED_MS = 10_000.0
"""After which a save that Marp's server does not show counts as missed; it is not measured."""
SHOWN = """
window.shown = {};
document.addEventListener("slidekit:shown", (event) => {
  const { slide, lang, key } = event.detail;
  requestAnimationFrame(() => {
    window.shown[`${slide} ${lang} ${key}`] = performance.timeOrigin + performance.now();
  });
});
"""
"""Notes when each picture is drawn, in milliseconds since 1970."""
WRITTEN = r"""
window.shown = {};
const look = () => {
  for (const [word] of (document.body?.textContent ?? "").matchAll(/Mot\d+x/g)) {
    window.shown[word] ??= performance.timeOrigin + performance.now();
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
"""The same of words in a page that holds its slides itself."""


class Times(NamedTuple):
    """Milliseconds of each save."""

    all: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of the saves take longer."""
        return statistics.median(self.all)

    @property
    def slow(self) -> float:
        """The 95th percentile."""
        return sorted(self.all)[max(0, round(0.95 * len(self.all)) - 1)]

    def __str__(self) -> str:
        """Both figures."""
        return f"median {self.median:5.0f} ms   95th percentile {self.slow:5.0f} ms   ({len(self.all)} saves)"


class Saved:
    """A file whose French bullets are changed one word at a time."""

    def __init__(self, path: Path, bullets: Sequence[int]) -> None:
        self._path = path
        self._lines = path.read_text("utf-8").split("\n")
        self._bullets = bullets

    def __len__(self) -> int:
        return len(self._bullets)

    def save(self, turn: int, slide: int) -> float:
        """Change the first word of a slide's French; when it was saved, in milliseconds since 1970."""
        at = self._bullets[slide]
        self._lines[at] = re.sub(r"(fr: |^[-*] )\S+", rf"\g<1>Mot{turn}x", self._lines[at], count=1)
        beside = self._path.with_name("beside.tmp")
        beside.write_text("\n".join(self._lines), "utf-8")
        start = time.time() * 1000
        beside.replace(self._path)
        return start


def main() -> None:
    """Print both, at 100 slides and at 1,000; 1 where ours is slower than it may be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--saves", type=int, default=60, help="how many saves are measured of each")
    parser.add_argument("--no-marp", action="store_true", help="leave Marp's server out")
    asked = parser.parse_args()
    print("From a save to the new picture on the page, in headless Chromium:\n")
    good = True
    for slides in (100, 1000):
        saves = asked.saves if slides == 100 else max(5, asked.saves // 4)
        with tempfile.TemporaryDirectory(prefix="slidekit-previewing-") as name, browser() as page_of:
            folder = Path(name)
            ours = of_slidekit(folder, slides, saves, page_of)
            print(f"  {slides:5} slides  slidekit preview, both languages   {ours}", flush=True)
            if slides == 100:
                median = held(Limit("preview, 100 slides: save to picture, median", ours.median, MEDIAN_MS, "ms"))
                slow = held(Limit("preview, 100 slides: save to picture, 95th percentile", ours.slow, SLOWEST_MS, "ms"))
                good = median and slow
            if not asked.no_marp:
                theirs = of_marp(folder, max(5, saves // 4), page_of)
                print(f"  {slides:5} slides  marp --server, one language        {theirs}")
                print(
                    f"  {slides:5} slides  Marp's median is {theirs.median / ours.median:.1f} times ours\n", flush=True
                )
    print(f"  wanted at 100 slides: median {MEDIAN_MS:.0f} ms, 95th percentile {SLOWEST_MS:.0f} ms")
    sys.exit(0 if good else 1)


@contextmanager
def browser() -> Iterator[Callable[[], Page]]:
    """Makes pages of a headless browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=tools.find_browser(), args=["--no-sandbox"])
        try:
            yield lambda: chromium.new_page(viewport={"width": 1440, "height": 900})
        finally:
            chromium.close()


def of_slidekit(folder: Path, slides: int, saves: int, page_of: Callable[[], Page]) -> Times:
    """How long our own preview takes."""
    deck = folder / "talk.yaml"
    deck.write_text(as_deck(slides), "utf-8")
    own = list(first_bullets(deck.read_text("utf-8").split("\n")))
    file = Saved(deck, [at for _, at in own])
    with running([SLIDEKIT, "preview", deck, "--no-open"]) as url:
        page = page_of()
        page.add_init_script(SHOWN)
        page.goto(url)
        page.wait_for_function("() => Object.keys(window.shown).length > 1", timeout=WAIT_MS)
        taken = []
        for turn in range(-3, saves):
            which = turn // 5 * 7 % len(file)
            known = page.evaluate("() => Object.keys(window.shown)")
            start = file.save(turn + 100, which)
            wanted = f"{own[which][0]} fr "
            found = page.wait_for_function(
                "([wanted, known]) => Object.entries(window.shown).find(([one]) => "
                "one.startsWith(wanted) && !known.includes(one))?.[1]",
                arg=[wanted, known],
                timeout=WAIT_MS,
            )
            taken.append(float(found.json_value()) - start)
            time.sleep(PAUSE)
        page.close()
    return Times(tuple(taken[3:]))


def first_bullets(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The number of each slide with bullets, after the cover made of the deck's title, and its first French bullet."""
    number = 1
    for at, line in enumerate(lines):
        if line.startswith("  - title:"):
            number += 1
        if line == "    bullets:":
            yield number, at + 2


def of_marp(folder: Path, saves: int, page_of: Callable[[], Page]) -> Times:
    """How long Marp's own server takes, for the same slides in French."""
    from playwright.sync_api import TimeoutError

    out = folder / "marp"
    subprocess.run(
        [SLIDEKIT, "render", folder / "talk.yaml", "--to", "marp", "--edition", "fr", "-o", out, "-q"], check=True
    )
    file = next(out.glob("*.md"))
    bullets = [at for at, line in enumerate(file.read_text("utf-8").split("\n")) if re.match(r"[-*] \S", line)]
    saved = Saved(file, bullets[::5])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = ["--server", "--no-stdin", "--no-config-file", "--theme-set", str(out), "--input-dir", str(out)]
    with running([*tools.find_marp(), *served], {"PORT": str(port)}, re.compile(rf"http://localhost:{port}")):
        page = page_of()
        page.add_init_script(WRITTEN)
        page.goto(f"http://localhost:{port}/{file.name}")
        taken = []
        for turn in range(-1, saves):
            start = saved.save(turn + 100, turn // 5 * 7 % len(saved))
            try:
                found = page.wait_for_function(
                    "(word) => window.shown?.[word]", arg=f"Mot{turn + 100}x", timeout=MISSED_MS
                )
            except TimeoutError:  # it listens some time after its page is there, and hears nothing before
                page.reload()
                continue
            taken.append(float(found.json_value()) - start)
            time.sleep(PAUSE)
        page.close()
    return Times(tuple(taken[1:]) or (MISSED_MS,))


@contextmanager
def running(
    command: Sequence[str | Path], environment: dict[str, str] | None = None, wanted: re.Pattern[str] = ADDRESS
) -> Iterator[str]:
    """A server, once it has said its address."""
    with subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **(environment or {})},
    ) as process:
        try:
            assert process.stdout is not None
            for line in process.stdout:
                if found := wanted.search(line):
                    yield found.group()
                    break
            else:
                sys.exit(f"failed: {command[0]}")
        finally:
            process.terminate()
            process.wait(10)


if __name__ == "__main__":
    main()
