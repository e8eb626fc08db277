"""The server in the event loop of whoever starts it: the preview's command, or the language server."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import socket
from collections.abc import Iterator

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from slidekit.preview.app import make
from slidekit.preview.events import Lang
from slidekit.preview.guarding import Guard
from slidekit.preview.preview import Preview

LOOPBACK = "127.0.0.1"
MOST_CONNECTIONS = 128
GONE = 30_000
"""Milliseconds after which who acknowledges nothing has gone: a phone that left the network without a word."""


HURRY = 10.0
"""Seconds in which a request has to arrive, its body too."""
MOST_OF_ONE = 256
"""Connections of one address; a browser opens six, and a hotspot hides forty phones."""


class _Hurried(H11Protocol):
    """A connection that is not held by half a request, and not by one machine for itself alone."""

    _due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody connects."""
        super().connection_made(transport)
        others = [one.client for one in self.connections if isinstance(one, H11Protocol) and one.client]
        if self.client is not None and sum(one[0] == self.client[0] for one in others) > MOST_OF_ONE:
            transport.abort()
        self._wait()

    def data_received(self, data: bytes) -> None:
        """A part of a request, or all of it."""
        super().data_received(data)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        self._rest()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._rest()
        elif self._due is None:
            self._due = self.loop.call_later(HURRY, self.transport.abort)

    def _rest(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None


class _Server(uvicorn.Server):
    """One that leaves signals to its program."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Serving:
    """An application that is being served."""

    def __init__(self, app: ASGIApp, listener: socket.socket, most: int = MOST_CONNECTIONS) -> None:
        config = uvicorn.Config(
            app,
            log_config=None,
            log_level="critical",
            access_log=False,
            lifespan="off",
            ws="none",
            http=_Hurried,
            loop="none",
            proxy_headers=False,
            server_header=False,
            date_header=False,
            limit_concurrency=most,
            timeout_keep_alive=15,
            timeout_graceful_shutdown=1,
            h11_max_incomplete_event_size=16_384,
        )
        self._server = _Server(config)
        self._task = asyncio.ensure_future(self._server.serve([listener]))

    async def stop(self) -> None:
        """End at once: those who are being answered are let go."""
        self._server.should_exit = True
        self._server.force_exit = True
        await asyncio.gather(self._task, return_exceptions=True)


def listen(port: int = 0, address: str = LOOPBACK) -> socket.socket:
    """A socket that listens; `OSError` where the port is taken."""
    made = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux; what is accepted has it from here
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GONE)
        if os.name == "posix":  # on Windows it would share a port that is taken
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((address, port))
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made


def token() -> str:
    """A secret of 128 bits that can stand in an address."""
    return secrets.token_urlsafe(16)


class Window:
    """A preview at its address."""

    def __init__(self, preview: Preview, port: int = 0, lang: Lang | None = None) -> None:
        self.preview = preview
        listener = listen(port)
        self.port: int = listener.getsockname()[1]
        secret = token()
        self._root = f"http://{LOOPBACK}:{self.port}"
        self.url = f"{self._root}/{secret}/"
        hosts = [LOOPBACK, "localhost"]
        self._guard = Guard(make(preview, lang), secret, hosts)
        self._serving = Serving(self._guard, listener)

    def once(self, page: str = "") -> str:
        """An address that leads to a page one time; it may be seen by others on this machine."""
        return self._root + self._guard.once(page)

    def reached(self, origin: str) -> bool:
        """Let the page be reached under this origin, to which an editor forwards it; `False` where it is none."""
        return self._guard.reached(origin)

    async def close(self) -> None:
        """End: the pages lose their server."""
        self.preview.hub.close()
        await self._serving.stop()
        await self.preview.close()
