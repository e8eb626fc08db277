"""Who may ask: pages that were opened with the secret in the address, on this very machine."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from secrets import compare_digest, token_urlsafe
from time import monotonic

from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAMES = "'self' vscode-webview: http://127.0.0.1:* http://localhost:*"
"""Who may show the page in a frame: itself, and editors that open it beside the text."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    f"font-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'self'; frame-ancestors {FRAMES}"
)
"""Nothing from elsewhere, nothing in the page itself that runs (CSP 3)."""
EDITORS = "https://vscode.dev https://*.github.dev https://*.vscode-cdn.net"
"""Where VS Code stands that a browser shows, and where it puts what an extension frames."""
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
"""Of an SVG that is opened by itself: no script, no request; Typst puts pictures into it as data."""
HEADERS = {
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",  # the address holds the secret
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}

ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\[[0-9a-f:]+\](:[0-9]{1,5})?")
"""As browsers write it (URL Standard, 4.7)."""
ONCE = 120.0
"""Seconds that an address for one visit holds: a browser may have to start first."""


class Guard:
    """An application behind a secret in the path, for hosts it is known by: `name:port`, or `name` at any port.

    Editors that work on another machine forward a port, and the browser then names one of its own.
    A foreign `Host` is a name that was made to point here (DNS rebinding); a foreign `Origin` is a page
    of somebody else's. Both get 403, a wrong secret 404, and neither learns whether there is a deck.
    """

    def __init__(
        self,
        app: ASGIApp,
        token: str,
        hosts: Collection[str],
        policy: str = POLICY,
        headers: Mapping[str, str] = HEADERS,
    ) -> None:
        self._app = app
        self._prefix = f"/{token}".encode()
        self._once: dict[bytes, tuple[str, float]] = {}
        self._hosts = frozenset(hosts)
        self._origins: frozenset[str] = frozenset()
        """Under which an editor that a browser shows forwards the page."""
        self._policy = policy
        self._sent = {**headers, "content-security-policy": policy}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = {name.lower() for name, _ in message["headers"]}
                extra = [(name.encode(), value.encode()) for name, value in self._sent.items()]
                message["headers"] = [*message["headers"], *[one for one in extra if one[0] not in said]]
            await send(message)

        await self._answer(scope)(scope, receive, sealed)

    def once(self, page: str = "") -> str:
        """A path that leads to a page one time and soon: for a command line, which all who use the machine can read."""
        path = f"/{token_urlsafe(16)}"
        self._once[path.encode()] = (page, monotonic() + ONCE)
        return path

    def reached(self, origin: str) -> bool:
        """Let the page be asked for, and framed, where an editor forwards it to a browser; `False` for no origin.

        Only the editor may say so, over its own pipe: then it is no foreign name that was made to point here.
        """
        if ORIGIN.fullmatch(origin) is None:
            return False
        self._origins |= {origin}
        frames = " ".join([FRAMES, EDITORS, *sorted(self._origins)])
        self._sent["content-security-policy"] = self._policy.replace(FRAMES, frames)
        return True

    def _led(self, raw: bytes) -> ASGIApp | None:
        page, until = self._once.pop(raw, ("", 0.0))
        # seen from the address itself: what forwards it may have put a path of its own before it
        return RedirectResponse(f"{self._prefix.decode()[1:]}/{page}", 303) if monotonic() < until else None

    def _known(self, host: str) -> bool:
        name, _, port = host.rpartition(":")
        if any(origin.endswith(f"//{host}") for origin in self._origins):
            return True
        return host in self._hosts or (name in self._hosts and port.isascii() and port.isdecimal() and len(port) < 6)

    def _answer(self, scope: Scope) -> ASGIApp:
        headers = scope["headers"]
        hosts = [value.decode("latin-1").lower() for name, value in headers if name == b"host"]
        origins = [value.decode("latin-1").lower() for name, value in headers if name == b"origin"]
        if (
            len(hosts) != 1
            or not self._known(hosts[0])
            or not {f"http://{hosts[0]}", *self._origins}.issuperset(origins)
        ):
            return PlainTextResponse("forbidden\n", 403)
        # as it was sent: `%2e%2e` and `%2f` are not read as anything else before the secret is known
        raw: bytes = scope.get("raw_path") or scope["path"].encode()
        if scope["method"] == "GET" and (led := self._led(raw)) is not None:
            return led
        prefix, slash, rest = raw[: len(self._prefix)], raw[len(self._prefix) :][:1], raw[len(self._prefix) :]
        if not compare_digest(prefix, self._prefix) or slash != b"/" or not rest.isascii():
            return PlainTextResponse("not found\n", 404)
        scope["path"] = rest.decode("ascii")
        scope["root_path"] = ""
        return self._app
