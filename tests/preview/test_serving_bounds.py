"""How many may ask at once, and for how long: nobody holds the preview up for others."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import TIMEOUT, Served, served, until
from starlette.types import Receive, Scope, Send

from slidekit.preview import serving

DECK = """\
slidekit: 1
title: {en: Fast tests, fr: Des tests rapides}
slides:
  - title: {en: First, fr: Premier}
"""


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[Served]:
    """A preview of its own, to which no page has listened that the server may still count."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    with served(deck) as running:
        while running.ask("~/slide/1").status != 200:
            pass  # it is being drawn
        yield running


def test_pages_that_listen_are_counted(quiet: Served) -> None:
    """More pages than anybody opens are turned away, and those that listen go on."""
    listening = [quiet.events() for _ in range(32)]
    first = [next(events).name for events in listening]
    refused = quiet.ask("~/events")
    quiet.post("~/move", {"slide": 1})

    assert ["deck"] * 32 == first
    assert 503 == refused.status
    assert 1 == until(listening[0], "move", "slide").data["slide"]
    for events in listening:
        events.close()


def test_requests_sent_at_once_are_counted(quiet: Served) -> None:
    """No more pages listen than may, also where all ask before the first is answered; who goes makes room."""
    asking = f"GET /{quiet.token}/events HTTP/1.1\r\nHost: 127.0.0.1:{quiet.port}\r\n\r\n".encode()
    pages = [socket.create_connection(("127.0.0.1", quiet.port), timeout=TIMEOUT) for _ in range(48)]
    for one in pages:
        one.sendall(asking)
    statuses = [one.recv(12)[9:] for one in pages]
    for one in pages:
        one.close()

    while (first := next(quiet.events(), None)) is None:
        pass  # the server has yet to find out that they have gone

    assert {b"200": 32, b"503": 16} == Counter(statuses)
    assert "deck" == first.name


def test_half_a_request_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not asked in time, or takes places by the hundred, loses them; who listens keeps the place."""
    monkeypatch.setattr(serving, "MOST_OF_ONE", 3)
    whole = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"

    async def listening(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"begun", "more_body": True})
        await asyncio.Event().wait()

    async def said(port: int, *parts: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for part in parts:
            writer.write(part)
            await writer.drain()
        try:
            return await asyncio.wait_for(reader.read(), TIMEOUT)
        except ConnectionResetError:
            return b""
        finally:
            writer.close()

    async def tried() -> tuple[list[bytes], bytes]:
        listener = serving.listen()
        port = listener.getsockname()[1]
        server = serving.Serving(listening, listener)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(whole)
        heard = await reader.readuntil(b"begun")
        body = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf"
        monkeypatch.setattr(serving, "HURRY", 0.2)
        gone = [await said(port, part) for part in (b"", whole[:20])]
        monkeypatch.setattr(serving, "HURRY", 2.0)  # a machine that is busy may take long to hear the beginning
        assert b"200" in await said(port, body)
        monkeypatch.setattr(serving, "HURRY", TIMEOUT)
        keeping = [await asyncio.open_connection("127.0.0.1", port) for _ in range(2)]
        gone.append(await said(port, whole))
        assert not reader.at_eof()
        for _, one in keeping:
            one.close()
        writer.close()
        await server.stop()
        return gone, heard

    gone, heard = asyncio.run(tried())

    assert [b"", b"", b""] == gone
    assert heard.startswith(b"HTTP/1.1 200")
