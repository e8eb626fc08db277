"""A preview as people start it, in a process of its own, and a page that speaks to it without a browser."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

TIMEOUT = 60.0
ADDRESS = re.compile(r"http://(127\.0\.0\.1):(\d+)/([\w-]+)/")


class Answer(NamedTuple):
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Event(NamedTuple):
    """One server-sent event."""

    name: str
    data: dict[str, Any]


class Served:
    """A running preview."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process = process
        self.url = url
        found = ADDRESS.match(url)
        assert found is not None
        self.port, self.token = int(found[2]), found[3]

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask for a path as it is written; `~` stands for the secret prefix."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        try:
            sent = {"Host": f"127.0.0.1:{self.port}", **(headers or {})}
            connection.putrequest(method, path.replace("~", f"/{self.token}", 1), skip_host=True)
            for name, value in sent.items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            response = connection.getresponse()
            return Answer(
                response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
            )
        finally:
            connection.close()

    def post(self, path: str, value: object, headers: Mapping[str, str] | None = None) -> Answer:
        """Send a value as JSON."""
        sent = {"Content-Type": "application/json", **(headers or {})}
        return self.ask(path, "POST", json.dumps(value).encode(), sent)

    def events(self, lang: str = "en") -> Generator[Event, None, None]:
        """What happens, from now on."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        try:
            connection.request("GET", f"/{self.token}/events?lang={lang}")
            response = connection.getresponse()
            name = ""
            until = time.monotonic() + TIMEOUT
            while line := response.readline():
                assert time.monotonic() < until, "nothing but pulses"
                if line.startswith(b"event: "):
                    name = line[7:].strip().decode()
                elif line.startswith(b"data: "):
                    yield Event(name, json.loads(line[6:]))
                    until = time.monotonic() + TIMEOUT
        finally:
            connection.close()


def until(events: Iterator[Event], wanted: str, sign: str) -> Event:
    """The next event of a name whose data has a text."""
    for event in events:
        if event.name == wanted and sign in json.dumps(event.data, ensure_ascii=False):
            return event
    raise AssertionError(f"the events ended before {wanted} with {sign}")


def wait_until(there: Callable[[], bool]) -> None:
    """Wait for what another program does."""
    until = time.monotonic() + TIMEOUT
    while not there():
        assert time.monotonic() < until, "it was not done"
        time.sleep(0.02)


@contextmanager
def served(deck: Path, *options: str, environment: Mapping[str, str] | None = None) -> Iterator[Served]:
    """A preview of a deck, until it is left."""
    with subprocess.Popen(
        command(deck, *options), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            found = ADDRESS.search(said)
            assert found is not None, said + process.stdout.read()
            yield Served(process, found.group())
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
            process.communicate(timeout=TIMEOUT)


def command(deck: Path, *options: str) -> Sequence[str]:
    """How a preview is started."""
    return [sys.executable, "-m", "slidekit", "preview", str(deck), "--no-open", *options]
