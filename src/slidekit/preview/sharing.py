"""The talk on the audience's phones: a second server, on the local network, that knows of the audience's page alone."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from io import BytesIO

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from slidekit.preview import wording_present
from slidekit.preview.app import Said, missing, number_of, preferred
from slidekit.preview.audience import Audience
from slidekit.preview.events import in_json
from slidekit.preview.guarding import HEADERS, PICTURE_POLICY, POLICY, Guard
from slidekit.preview.packaged import files
from slidekit.preview.preview import Preview
from slidekit.preview.serving import Serving, listen, token
from slidekit.preview.streaming import Events

FILES = (
    "audience.css", "audience.js", "awake.js", "dom.js", "feed.js", "icon.svg", "kept.js", "picture.js", "swipes.js",
    "talk.css", "words.js",
)  # fmt: skip
"""All that a phone may ask for besides the page itself: nothing of the preview, nothing of the presenter."""
MOST_LISTENERS = 500
"""Phones that follow at the same time."""
MOST_OF_ONE = 40
"""Phones behind one address: a hotspot hides many."""
MOST_REQUESTS = 15 * MOST_OF_ONE
"""Of one address in `WINDOW` seconds; a phone asks for some fifteen things, then for one or two a slide."""
WINDOW = 10.0
MOST_ADDRESSES = 2000
"""Whose requests are counted; the one that was quiet longest is forgotten first."""
ALONE = POLICY.partition("frame-src")[0] + "frame-src 'none'; frame-ancestors 'none'"
"""The page's policy: nothing from elsewhere, and shown in no frame."""

PLAIN = {name: value for name, value in HEADERS.items() if name != "cross-origin-opener-policy"}
"""Browsers heed that one on addresses of this machine and on HTTPS alone, and complain elsewhere."""


class Phones:
    """The answers to the audience."""

    def __init__(self, preview: Preview, audience: Audience) -> None:
        self._preview = preview
        self.audience = audience
        self._following: dict[str, int] = {}

    async def page(self, request: Request) -> Response:
        """The audience's page, and the files that it needs."""
        name = request.url.path.removeprefix("/") or "audience.html"
        if name != "audience.html" and name not in FILES:
            return missing()
        found = files().get(f"/{name}")
        return missing() if found is None else Response(found[0], media_type=found[1])

    async def words(self, request: Request) -> Response:
        """What the page says, in the phone's language or in the one it asks for."""
        asked = request.query_params.get("lang", "")
        lang = preferred(asked if asked in ("en", "fr") else request.headers.get("accept-language", ""))
        return Response(in_json(Said(lang, wording_present.audience(lang)), lang), media_type="application/json")

    async def events(self, request: Request) -> Response:
        """The slide that is shown, now and from now on."""
        who = _address(request.scope)
        if self.audience.listeners >= MOST_LISTENERS or self._following.get(who, 0) >= MOST_OF_ONE:
            return PlainTextResponse("too many\n", 503, {"retry-after": "10"})
        self.audience.listeners += 1
        self._following[who] = self._following.get(who, 0) + 1
        return Events(self.audience.follow(), lambda: self._leave(who))

    def _leave(self, who: str) -> None:
        """A phone follows no more."""
        self.audience.listeners -= 1
        self._following[who] -= 1
        if not self._following[who]:
            del self._following[who]

    async def picture(self, request: Request) -> Response:
        """The picture of a slide that has been shown."""
        key = request.path_params["key"]
        made = await self._preview.picture(key) if key in self.audience.pictures() else None
        if made is None:
            return missing()
        return Response(made, media_type="image/svg+xml", headers={"content-security-policy": PICTURE_POLICY})

    async def slide(self, request: Request) -> Response:
        """A slide that has been shown."""
        told = self.audience.earlier(number_of(request))
        return missing() if told is None else Response(in_json(told, "en"), media_type="application/json")

    def app(self) -> Starlette:
        """All that there is; every address asks, none tells."""
        return Starlette(
            routes=[
                Route("/events", self.events, methods=["GET"]),
                Route("/words", self.words, methods=["GET"]),
                Route("/picture/{key}", self.picture, methods=["GET"]),
                Route("/slide/{number}", self.slide, methods=["GET"]),
                Route("/{file:path}", self.page, methods=["GET"]),
            ]
        )


class Bounded:
    """An application that answers each address so many times and no more."""

    def __init__(self, app: ASGIApp, most: int, window: float) -> None:
        self._app = app
        self._most = most
        self._window = window
        self._asked: OrderedDict[str, deque[float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say that it is too much."""
        await (self._app if self._may(_address(scope)) else PlainTextResponse("slow down\n", 429))(scope, receive, send)

    def _may(self, who: str) -> bool:
        now = time.monotonic()
        times = self._asked.setdefault(who, deque())
        self._asked.move_to_end(who)
        if len(self._asked) > MOST_ADDRESSES:
            self._asked.popitem(last=False)
        while times and times[0] < now - self._window:
            times.popleft()
        if len(times) >= self._most:
            return False
        times.append(now)
        return True


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""


class Share:
    """A talk at its address on the local network."""

    def __init__(self, preview: Preview, address: str, port: int = 0) -> None:
        listener = listen(port, address)
        host = f"[{address}]" if ":" in address else address
        host += f":{listener.getsockname()[1]}"
        secret = token()
        self.url = f"http://{host}/{secret}/"
        self.audience = Audience(preview)
        app = Guard(Phones(preview, self.audience).app(), secret, [host], ALONE, PLAIN)
        self._serving = Serving(Bounded(app, MOST_REQUESTS, WINDOW), listener, 2 * MOST_LISTENERS)

    @property
    def listeners(self) -> int:
        """How many phones follow."""
        return self.audience.listeners

    def code(self) -> bytes:
        """The address as a QR code, an SVG with a quiet zone of four modules (ISO/IEC 18004, 9.1)."""
        import segno

        out = BytesIO()
        segno.make(self.url, error="m", micro=False).save(
            out, kind="svg", border=4, dark="#000", light="#fff", xmldecl=False, omitsize=True
        )
        return out.getvalue()

    async def close(self) -> None:
        """End: the phones are let go."""
        self.audience.close()
        await self._serving.stop()
