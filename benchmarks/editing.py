"""`python -m benchmarks.editing`: from a key pressed in an editor to what `slidekit lsp` finds, through its own pipes.

Words are typed sign by sign all over a deck, lines are begun and taken out again; each time is taken from the change
sent to the findings received, pauses of the server's own included. Beside it, where npm can fetch it, Red Hat's
yaml-language-server is sent the same keys over the same deck with the deck's schema: it knows the YAML and the keys,
and none of what the two languages say.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import IO, NamedTuple

from benchmarks.checking import real_pairs
from benchmarks.measure import Limit, held

SLIDEKIT = Path(sys.executable).with_name("slidekit")
ROOT = Path(__file__).resolve().parent.parent
PEER = "yaml-language-server@1.25.0"
LIMITS = {100: 100, 1000: 300}
"""Milliseconds that findings may take at the 95th percentile, by slides."""
LENGTHS = (10, 100, 1000)
EDITS = 1000
"""Over so many the memory stays what it is."""
WARM = 100
"""Edits after which it is taken first."""
GROWTH = 1.05
"""The most memory that is held after them, as a multiple."""
WORD = "résumé — l’idée"
PATIENCE = 30.0
"""Seconds after which a server is given up."""


def talk(slides: int) -> str:
    """A deck whose texts are those of the project's own decks, pair by pair: a title, five bullets and notes."""
    pairs = [pair for pair in real_pairs() if not {*"\n`$["} & {*"".join(pair)} and len(pair[0]) > 12]
    some = cycle(pairs)

    def said(key: str, indent: int, number: str = "") -> str:
        margin, (english, french) = " " * indent, next(some)
        texts = [json.dumps(text + number, ensure_ascii=False) for text in (english, french)]
        return f"{margin}{key}en: {texts[0]}\n{margin}{' ' * len(key) if key == '- ' else ''}fr: {texts[1]}\n"

    made = ["slidekit: 1\ntitle: {en: A long talk, fr: Un long exposé}\nslides:\n"]
    for number in range(1, slides + 1):
        made.append("  - title:\n" + said("", 6, f" ({number})") + "    bullets:\n")
        made += [said("- ", 6) for _ in range(5)]
        made.append("    notes:\n" + said("", 6))
    return "".join(made)


class Change(NamedTuple):
    """Some signs typed, or one line's end: a place, how many signs are taken out there, and what is typed."""

    line: int
    column: int
    out: int
    new: str


class Server:
    """A language server as an editor holds it: one deck open, one change at a time."""

    def __init__(self, command: Sequence[str | Path], deck: Path, settings: object = None) -> None:
        self._process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in: IO[bytes] = self._process.stdin
        self._out: IO[bytes] = self._process.stdout
        self._settings = settings
        self._uri = deck.as_uri()
        self._version = 1
        capabilities = {
            "textDocument": {"publishDiagnostics": {"versionSupport": True}},
            "workspace": {"configuration": True},
        }
        self._send("initialize", {"processId": None, "rootUri": deck.parent.as_uri(), "capabilities": capabilities}, 1)
        while self._next().get("id") != 1:
            pass
        self._send("initialized", {})
        if settings is not None:
            self._send("workspace/didChangeConfiguration", {"settings": settings})
        item = {"uri": self._uri, "languageId": "yaml", "version": 1, "text": deck.read_text("utf-8")}
        self._send("textDocument/didOpen", {"textDocument": item})
        self._findings()

    def _send(self, method: str, params: object, number: int | None = None) -> None:
        self._write({"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number else {}))

    def _write(self, message: object) -> None:
        body = json.dumps(message).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._in.flush()

    def _next(self) -> dict[str, object]:
        """The next message; what the server asks for is answered."""
        length = 0
        while (line := self._out.readline().strip()) or not length:
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
            elif not line:
                sys.exit("a language server has ended")
        message: dict[str, object] = json.loads(self._out.read(length))
        if "id" in message and "method" in message:
            asked = message.get("params")
            items = asked.get("items", []) if isinstance(asked, dict) else []
            answer = [self._part(item.get("section")) for item in items] or None
            self._write({"jsonrpc": "2.0", "id": message["id"], "result": answer})
        return message

    def _part(self, section: object) -> object:
        return self._settings.get(section) if isinstance(self._settings, dict) else None

    def _findings(self) -> int:
        """Wait for the findings of the text as it stands, and say how many there are."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            message = self._next()
            params = message.get("params")
            if message.get("method") != "textDocument/publishDiagnostics" or not isinstance(params, dict):
                continue
            if params.get("uri") == self._uri and params.get("version", self._version) == self._version:
                return len(params["diagnostics"])
        sys.exit("a language server does not answer")

    def type(self, change: Change) -> float:
        """Make a change; the milliseconds until its findings are there."""
        self._version += 1
        start, end = (
            {"line": change.line, "character": change.column},
            {"line": change.line, "character": change.column + change.out},
        )
        if change.out < 0:
            end = {"line": change.line - change.out, "character": 0}
        began = time.perf_counter()
        self._send(
            "textDocument/didChange",
            {
                "textDocument": {"uri": self._uri, "version": self._version},
                "contentChanges": [{"range": {"start": start, "end": end}, "text": change.new}],
            },
        )
        self._findings()
        return (time.perf_counter() - began) * 1000

    def held_mib(self) -> float:
        """The memory that it holds now."""
        status = Path(f"/proc/{self._process.pid}/status")
        if not status.exists():
            return 0.0
        held = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(held.split()[1]) / 1024

    def end(self) -> None:
        """Let it go."""
        self._process.kill()
        self._process.wait()
        self._in.close()
        self._out.close()


def changes(text: str, count: int) -> Iterator[Change]:
    """Words typed and taken out again, sign by sign, and lines begun and taken out, all over a deck."""
    chance = random.Random(5)
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines) if line.strip().startswith(("fr: ", "- en: "))]
    made = 0
    while made < count:
        line = chance.choice(places)
        column = len(lines[line].encode("utf-16-le")) // 2 - 1  # before the closing quote
        steps = [Change(line, column + at, 0, sign) for at, sign in enumerate(WORD)]
        steps += [Change(line, column + at, 1, "") for at in range(len(WORD) - 1, -1, -1)]
        indent = len(lines[line]) - len(lines[line].lstrip())
        steps += [
            Change(line, column, 0, "\n" + " " * indent),
            Change(line + 1, 0, indent, ""),
            Change(line, column, -1, ""),
        ]
        yield from steps[: count - made]
        made += len(steps)


def peer(folder: Path) -> Path | None:
    """The peer's program, fetched into a folder; `None` where that cannot be done."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    fetched = subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), PEER], capture_output=True, check=False
    )
    program = folder / "node_modules" / ".bin" / "yaml-language-server"
    return program if fetched.returncode == 0 and program.exists() else None


def percentile(times: Sequence[float], share: float) -> float:
    """The time below which that share of all lies."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def main() -> int:
    """Measure, print, and say whether every limit is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=200, help="pressed in each deck")
    asked = parser.parse_args()
    kept = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        other = peer(folder / "peer")
        print("From a key pressed to the findings in the editor, milliseconds (median, 95th percentile)")
        for slides in LENGTHS:
            deck = folder / f"{slides}.yaml"
            deck.write_text(talk(slides), "utf-8")
            kept &= _measured(deck, slides, asked.keys, other)
        kept &= _flat(folder / "100.yaml")
    return 0 if kept else 1


def _measured(deck: Path, slides: int, keys: int, other: Path | None) -> bool:
    """One deck, by slidekit and by its peer."""
    own = _times(Server([SLIDEKIT, "lsp"], deck), deck, keys)
    line = f"{slides:6} slides   slidekit lsp {statistics.median(own):6.0f} {percentile(own, 0.95):6.0f}"
    if other is not None:
        settings = {
            "yaml": {
                "schemas": {(ROOT / "src" / "slidekit" / "slidekit.schema.json").as_uri(): "*.yaml"},
                "validate": True,
            }
        }
        theirs = _times(Server([other, "--stdio"], deck, settings), deck, min(keys, 40))
        ratio = statistics.median(theirs) / statistics.median(own)
        line += f"   {PEER} {statistics.median(theirs):6.0f} {percentile(theirs, 0.95):6.0f}   × {ratio:.1f}"
    most = LIMITS.get(slides)
    slowest = percentile(own, 0.95)
    good = most is None or held(Limit(f"lsp, {slides} slides: key to findings, 95th percentile", slowest, most, "ms"))
    print(line + (f"   limit {most}: {'kept' if good else 'MISSED'}" if most else ""))
    return good


def _times(server: Server, deck: Path, keys: int) -> list[float]:
    try:
        return [server.type(change) for change in changes(deck.read_text("utf-8"), keys)]
    finally:
        server.end()


def _flat(deck: Path) -> bool:
    """Whether a thousand edits leave the memory as it was."""
    server = Server([SLIDEKIT, "lsp"], deck)
    try:
        mib = []
        for at, change in enumerate(changes(deck.read_text("utf-8"), EDITS + WARM), 1):
            server.type(change)
            if at in (WARM, EDITS + WARM):
                mib.append(server.held_mib())
    finally:
        server.end()
    good = held(Limit(f"lsp, 100 slides: memory after {EDITS} edits more", mib[1] / mib[0], GROWTH))
    print(
        f"memory held, 100 slides: {mib[0]:.0f} MiB after {WARM} edits, {mib[1]:.0f} MiB after {EDITS + WARM}"
        f"   limit × {GROWTH}: {'kept' if good else 'MISSED'}"
    )
    return good


if __name__ == "__main__":
    sys.exit(main())
