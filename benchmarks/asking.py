"""`python -m benchmarks.asking`: how long `slidekit lsp` takes to answer each question that editors ask.

Before each question a sign is typed, so that nothing of an earlier answer helps; the time is from the question sent
to the answer received, through the server's own pipes.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

from benchmarks import talks
from benchmarks.editing import SLIDEKIT, Change, Server, percentile

LENGTHS = (100, 1000)
ROUNDS = 20
VARIABLES = "vars:\n  pages: {number: 1250}\nslides:\n"
USE = "${pages}"


class Asked(Server):
    """A server that is asked."""

    def ask(self, method: str, more: dict[str, object]) -> float:
        """The milliseconds until an answer is there."""
        began = time.perf_counter()
        self._send(f"textDocument/{method}", {"textDocument": {"uri": self._uri}, **more}, 7)
        while (message := self._next()).get("id") != 7 or "method" in message:
            continue
        if "error" in message:
            sys.exit(f"{method}: {message['error']}")
        return (time.perf_counter() - began) * 1000


def questions(text: str) -> dict[str, dict[str, object]]:
    """What is asked, in the middle of a deck; names where the variable is used there."""
    lines = text.split("\n")
    uses = [at for at, line in enumerate(lines) if USE in line]
    line = uses[len(uses) // 2]
    place = {"line": line, "character": lines[line].index(USE) + 4}
    words = {"line": line, "character": lines[line].index(":") + 4}
    screen = {"start": {"line": line - 30, "character": 0}, "end": {"line": line + 30, "character": 0}}
    on_line = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 40}}
    return {
        "documentSymbol": {},
        "foldingRange": {},
        "inlayHint": {"range": screen},
        "documentHighlight": {"position": words},
        "selectionRange": {"positions": [words]},
        "declaration": {"position": words},
        "definition": {"position": place},
        "references": {"position": place, "context": {"includeDeclaration": True}},
        "prepareRename": {"position": place},
        "rename": {"position": place, "newName": "leaves"},
        "documentLink": {},
        "hover": {"position": words},
        "completion": {"position": words},
        "codeAction": {"range": on_line, "context": {"diagnostics": []}},
    }


def typing(text: str) -> tuple[Change, Change]:
    """A sign typed at the end of a French text in the middle of a deck, and taken out again."""
    lines = text.split("\n")
    line = next(at for at in range(len(lines) // 2, len(lines)) if lines[at].strip().startswith("fr: "))
    column = len(lines[line].encode("utf-16-le")) // 2
    return Change(line, column, 0, "s"), Change(line, column, 1, "")


def deck(slides: int) -> str:
    """A deck of so many slides, each tenth title with a variable in both languages."""
    lines = talks.as_deck(slides).replace("slides:\n", VARIABLES, 1).split("\n")
    count = 0
    for at, line in enumerate(lines[:-1]):
        if line.strip() in ("- title:", "title:"):
            count += 1
            if count % 10 == 0:
                lines[at + 1] += f" {USE}"
                lines[at + 2] += f" {USE}"
    return "\n".join(lines)


def main() -> None:
    """Measure, and print."""
    print("From a question to its answer, right after a key, milliseconds (median, 95th percentile)")
    with tempfile.TemporaryDirectory() as name:
        found: dict[str, list[float]] = {}
        for slides in LENGTHS:
            path = Path(name) / f"{slides}.yaml"
            text = deck(slides)
            path.write_text(text, "utf-8")
            server = Asked([SLIDEKIT, "lsp"], path)
            keys = cycle(typing(text))
            try:
                for method, more in questions(text).items():
                    times = []
                    for _ in range(ROUNDS):
                        server.type(next(keys))
                        times.append(server.ask(method, more))
                    found.setdefault(method, []).extend((statistics.median(times), percentile(times, 0.95)))
            finally:
                server.end()
    print(" " * 20 + "".join([f"{slides:>9} slides" for slides in LENGTHS]))
    for method, times in found.items():
        print(f"  {method:18}" + "".join([f"{times[at]:9.0f} {times[at + 1]:6.0f}" for at in (0, 2)]))


if __name__ == "__main__":
    main()
