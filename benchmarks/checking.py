"""`python -m benchmarks.checking`: what `slidekit check` costs, beside translate-toolkit's `pofilter`.

The pairs whose time is taken are those of the project's own decks; each further round of them begins with its letter.
What is reported wrongly is counted among these and the labelled pairs of the tests that are right, and tempting.
Both programs read a file of the same pairs and judge them by default.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import accumulate, count, islice
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import yaml

from benchmarks.measure import Cost, Limit, held, median, run
from slidekit.deck.reading import read_deck
from slidekit.rules.base import Checked

BIN = Path(sys.executable).parent
SLIDEKIT = BIN / "slidekit"
ROOT = Path(__file__).resolve().parent.parent
GAP = re.compile(r"[ \t]*\n[ \t\n]*")
SIGN = re.compile(r"\{U\+([0-9A-F]{4,6})\}")
BULLET = 160
"""Characters of a text that stands on a slide."""
FASTER = 1.0
"""How many times as many pairs a second as pofilter there are at least."""
GROWTH = 11.0
"""The most that a deck of 1,000 slides may cost, as a multiple of one of 100."""
MEMORY = 1.1
"""The most memory that 1,000 decks may take, as a multiple of that of 100."""
CORES = 1.5
"""How many cores a run over 1,000 decks keeps busy at least, where there are two."""

Pair = tuple[str, str]


def real_pairs() -> list[Pair]:
    """Every text that the project's decks say in both languages."""
    found: dict[Pair, None] = {}
    for path in (*sorted((ROOT / "decks").glob("*.yaml")), ROOT / "tests" / "golden" / "every-block.yaml"):
        for pair in _pairs_of(path):
            found.setdefault(pair)
    return list(found)


def tempting_pairs() -> list[Pair]:
    """Every labelled pair that is right and looks wrong."""
    found: dict[Pair, None] = {}
    for path in sorted((ROOT / "tests" / "rules" / "pairs").glob("*.yaml")):
        for row in yaml.safe_load(path.read_text("utf-8")):
            sides = _signs(str(row["en"])), _signs(str(row["fr"]))
            alone = row.keys() == {"code", "en", "fr"} and not any("\n" in side or "${" in side for side in sides)
            if alone and not row["code"]:
                found.setdefault(sides)
    return list(found)


def _pairs_of(path: Path) -> Iterator[Pair]:
    deck, _ = read_deck(path.read_bytes())
    if deck is not None:
        for twins in Checked(deck, path.parent).twins:
            english, french = twins.en.source, twins.fr.source
            if "${" not in english + french:
                yield GAP.sub(" ", english).strip(" "), GAP.sub(" ", french).strip(" ")


def _signs(text: str) -> str:
    return SIGN.sub(lambda found: chr(int(found[1], 16)), text)


def many(pairs: Sequence[Pair], wanted: int) -> list[Pair]:
    """As many pairs as wanted, no two of them alike."""

    def rounds() -> Iterator[Pair]:
        for turn in count():
            letter = f"{_letters(turn)} " if turn else ""
            for english, french in pairs:
                yield f"{letter}{english}", f"{letter}{french}"

    return list(islice(rounds(), wanted))


def _letters(turn: int) -> str:
    """`b`, `c`… `z`, `ba`…: what numbers would be."""
    rest, last = divmod(turn, 26)
    return (_letters(rest) if rest else "") + ascii_lowercase[last]


def as_deck(pairs: Sequence[Pair]) -> str:
    """A deck that says them: up to five bullets a slide, what is too long for one as the slide's notes."""
    short = [pair for pair in pairs if max(map(len, pair)) <= BULLET]
    long = [pair for pair in pairs if max(map(len, pair)) > BULLET]
    lines = ["slidekit: 1", "title: {en: A long talk, fr: Un long exposé}", "slides:"]
    for number in range(max(len(long), -(-len(short) // 5))):
        lines.append(f"  - title: {{both: {_quoted(_letters(number))}}}")
        if bullets := short[5 * number : 5 * (number + 1)]:
            lines.append("    bullets:")
            for english, french in bullets:
                lines += [f"      - en: {_quoted(english)}", f"        fr: {_quoted(french)}"]
        for english, french in long[number : number + 1]:
            lines += ["    notes:", f"      en: {_quoted(english)}", f"      fr: {_quoted(french)}"]
    return "\n".join(lines) + "\n"


def as_catalog(pairs: Sequence[Pair]) -> str:
    """A PO file that says them."""
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: fr\\n"\n\n'
    return head + "".join(
        [
            f'msgctxt "{at}"\nmsgid {_quoted(english)}\nmsgstr {_quoted(french)}\n\n'
            for at, (english, french) in enumerate(pairs)
        ]
    )


def _quoted(text: str) -> str:
    """In double quotes, as YAML and PO files both read it."""
    return json.dumps(text, ensure_ascii=False)


def compare(folder: Path, wanted: int, runs: int) -> bool:
    """Print how many pairs a second both programs judge; whether slidekit is the faster one."""
    found = shutil.which("pofilter", path=f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}")
    pairs = real_pairs()
    asked = many(pairs, wanted)
    deck, catalog, out = folder / "pairs.yaml", folder / "pairs.po", folder / "faults.po"
    deck.write_text(as_deck(asked), "utf-8")
    catalog.write_text(as_catalog(asked), "utf-8")
    print(f"\n{wanted} pairs, {len(pairs)} of them different")
    if found is None:
        print("  pofilter is not here; it comes with  pip install --group bench")
        return True
    taken: dict[str, list[Cost]] = {"slidekit": [], "pofilter": []}
    for _ in range(runs):
        taken["pofilter"].append(run((found, "--progress=none", catalog, out)))
        taken["slidekit"].append(run((SLIDEKIT, "check", deck), fails=True))
    seconds = {name: median(costs).seconds for name, costs in taken.items()}
    right = [*pairs, *tempting_pairs()]
    deck.write_text(as_deck(right), "utf-8")
    catalog.write_text(as_catalog(right), "utf-8")
    run((found, "--progress=none", catalog, out))
    reported = {"slidekit": _reported(deck), "pofilter": out.read_text("utf-8").count("\nmsgstr ") - 1}
    for name, label in (("slidekit", "slidekit check"), ("pofilter", "pofilter, default checks")):
        share = f"{max(reported[name], 0) / len(right):7.1%} of {len(right)} right pairs reported"
        print(f"  {label:28}{seconds[name]:9.3f} s{wanted / seconds[name]:9.0f} pairs/s{share}")
    times = seconds["pofilter"] / seconds["slidekit"]
    print(f"  {'as many pairs a second':28}{times:9.2f} times  at least {FASTER:g}")
    return held(Limit(f"check, {wanted} pairs: as many a second as pofilter", times, FASTER, least=True))


def _reported(deck: Path) -> int:
    """How many pairs of a deck `check` says something about their language of."""
    found = [one for one in _said(deck) if one["code"][:3] in ("SK2", "SK3")]
    lines = deck.read_text("utf-8").split("\n")
    pair = list(accumulate(line.lstrip(" -").startswith("en: ") for line in lines))
    return len({pair[one["line"] - 1] for one in found})


def _said(*decks: Path) -> list[dict[str, Any]]:
    """What `check` finds; it ends with 1 where that is something, and so does Python where a program breaks."""
    command: list[str | Path] = [SLIDEKIT, "check", "--format", "json", *decks]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    if done.stderr or done.returncode not in (0, 1):
        sys.exit(f"slidekit check failed: {done.stderr[-2000:]}")
    found: list[dict[str, Any]] = json.loads(done.stdout)["diagnostics"]
    return found


def many_decks(folder: Path, decks: int) -> bool:
    """Print what a run over many decks of 20 slides costs; whether memory stays and all cores work."""
    home = folder / "many"
    home.mkdir()
    said = many(real_pairs(), 100 * decks)
    for number in range(decks):
        (home / f"{number:04}.yaml").write_text(as_deck(said[100 * number : 100 * (number + 1)]), "utf-8")
    some = sorted(home.iterdir())
    _said(*some)
    few = run((SLIDEKIT, "check", "--format", "json", *some[: decks // 10]), fails=True)
    before = os.times()
    all_of_them = run((SLIDEKIT, "check", "--format", "json", *some), fails=True)
    after = os.times()
    busy = (after.children_user + after.children_system - before.children_user - before.children_system) / (
        all_of_them.seconds
    )
    memory = all_of_them.peak_mib / few.peak_mib
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    print(f"\n{decks} decks of 20 slides")
    print(f"  {'slidekit check':28}{all_of_them.seconds:9.3f} s{all_of_them.peak_mib:8.0f} MiB")
    print(f"  {'memory against a tenth':28}{memory:9.2f} times  at most {MEMORY:g}")
    limit = f"  at least {CORES:g}" if cores > 1 else ""
    print(f"  {'cores kept busy':28}{busy:9.2f} of {cores}{limit}")
    good = held(Limit(f"check, {decks} decks: memory against a tenth", memory, MEMORY))
    if cores > 1:
        good &= held(Limit(f"check, {decks} decks: cores kept busy", busy, CORES, "cores", least=True))
    return good


def growth(folder: Path, runs: int) -> bool:
    """Print what ten times as many slides cost; whether it is about ten times as much."""
    seconds = {}
    for slides in (100, 1000):
        deck = folder / f"{slides}.yaml"
        deck.write_text(as_deck(many(real_pairs(), 5 * slides)), "utf-8")
        _said(deck)
        seconds[slides] = median([run((SLIDEKIT, "check", deck), fails=True) for _ in range(runs)]).seconds
    times = seconds[1000] / seconds[100]
    print("\n100 → 1000 slides")
    print(f"  {'slidekit check':28}{seconds[100]:9.3f} s →{seconds[1000]:7.3f} s{times:7.2f} times  at most {GROWTH:g}")
    return held(Limit("check, 1000 slides against 100", times, GROWTH))


def main() -> None:
    """Measure and print; the exit code says whether all limits hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checking", description="Measure `slidekit check`.")
    parser.add_argument("--pairs", type=int, default=5000, help="pairs that both programs judge (%(default)s)")
    parser.add_argument("--decks", type=int, default=1000, help="decks in one run (%(default)s)")
    parser.add_argument("--runs", type=int, default=5, help="runs, of which the median counts (%(default)s)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good = [compare(folder, asked.pairs, asked.runs), many_decks(folder, asked.decks), growth(folder, asked.runs)]
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
