"""An editor of the plainest kind: it starts the command that a configuration names, and reads what comes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
"""Where `slidekit` is found, as it is after an installation."""
LACKING = "slidekit: 1\ntitle: {en: A talk, fr: Un exposé}\nslides:\n  - title: {en: Before}\n"
"""A deck with one error, in its fourth line."""


class Anyone:
    """A process that speaks the protocol, and the messages that it sends."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self.process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, "PATH": PATH}, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> Anyone:
        return self

    def __exit__(self, *_: object) -> None:
        with self.process:
            self.process.kill()

    def send(self, method: str, params: Mapping[str, object], number: int | None = None) -> None:
        """A notification, or with a number a request."""
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        self._write(message if number is None else {**message, "id": number})

    def read(self) -> dict[str, Any]:
        """The next message; requests of the server are answered with nothing on the way."""
        assert self.process.stdout is not None
        while True:
            length = 0
            while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
                name, _, value = line.decode("ascii").partition(":")
                length = int(value) if name.lower() == "content-length" else length
            message: dict[str, Any] = json.loads(self.process.stdout.read(length))
            if "method" not in message or "id" not in message:
                return message
            self._write({"jsonrpc": "2.0", "id": message["id"], "result": None})

    def start(self) -> dict[str, Any]:
        """Introduce ourselves, as able to do nothing at all; gives back what the server can do."""
        self.send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
        while (message := self.read()).get("id") != 1:
            pass
        self.send("initialized", {})
        found: dict[str, Any] = message["result"]["capabilities"]
        return found

    def codes(self, path: Path, text: str) -> list[tuple[int, str]]:
        """The line, from 1, and the code of each finding in a text that is opened."""
        item = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": item})
        while (message := self.read()).get("method") != "textDocument/publishDiagnostics":
            pass
        return [(one["range"]["start"]["line"] + 1, one["code"]) for one in message["params"]["diagnostics"]]

    def _write(self, message: Mapping[str, object]) -> None:
        assert self.process.stdin is not None
        data = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()
