"""Events sent to one who holds a place among those that are counted, from the moment of asking to the end."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

UNTOUCHED = {"cache-control": "no-store, no-transform"}
"""What forwards ports (code-server) would press an event stream, and so hold each event back (RFC 9111, 5.2.2.6)."""


class Events(StreamingResponse):
    """Server-sent events; the place is taken before this is made, so that requests sent at once find it taken."""

    def __init__(self, events: AsyncIterator[bytes], leave: Callable[[], None]) -> None:
        super().__init__(events, 200, UNTOUCHED, "text/event-stream")
        self._leave = leave

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until one of both has gone, then give the place back."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._leave()
