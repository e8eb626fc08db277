"""What the preview's server answers: the page's files, pictures, words and events; opens and moves it is told of."""

from __future__ import annotations

from typing import TypeVar

import msgspec
from msgspec import Struct
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from slidekit.preview import wire, wording
from slidekit.preview.events import Lang, in_json
from slidekit.preview.guarding import PICTURE_POLICY
from slidekit.preview.packaged import files
from slidekit.preview.preview import Preview
from slidekit.preview.streaming import Events

MOST_PAGES = 32
"""That listen at the same time."""
MOST_BODY = 1024
"""Bytes that a page may send; a place takes some thirty."""
MOST_WORDS = 200
"""Characters of a text that is looked for."""
MOST_DIGITS = 8
MOST_LINES = 10_000_000
"""More than the largest deck has."""


Sent = TypeVar("Sent", bound=Struct)


class Spot(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A place in the deck that is to be opened in the editor."""

    line: int
    column: int = 1
    file: str = ""
    """As a finding names it; empty for the deck."""


class Refusal(Struct, frozen=True, gc=False):
    """Why something that was asked for is not done."""

    message: str


class Said(Struct, frozen=True, gc=False):
    """The page's words in one language."""

    lang: Lang
    words: dict[str, str]


class Pages:
    """The answers about one deck."""

    def __init__(self, preview: Preview, lang: Lang | None = None) -> None:
        self.preview = preview
        self._lang = lang

    def lang_of(self, request: Request) -> Lang:
        """The language that a page speaks: the one it asks for, that of the command line, or the browser's."""
        asked = request.query_params.get("lang")
        if asked in ("en", "fr"):
            return "fr" if asked == "fr" else "en"
        if self._lang is not None:
            return self._lang
        return preferred(request.headers.get("accept-language", ""))

    async def file(self, request: Request) -> Response:
        """A file of the page's own."""
        found = files().get(request.url.path if request.url.path.isascii() else "")
        return missing() if found is None else Response(found[0], media_type=found[1])

    async def events(self, request: Request) -> Response:
        """What happens, from now on."""
        if self.preview.hub.pages >= MOST_PAGES:
            return PlainTextResponse("too many pages\n", 503, {"retry-after": "5"})
        hub = self.preview.hub
        hub.join()
        return Events(hub.follow(self.lang_of(request)), hub.leave)

    async def picture(self, request: Request) -> Response:
        """A slide's picture."""
        made = await self.preview.picture(request.path_params["key"])
        if made is None:
            return missing()
        return Response(made, media_type="image/svg+xml", headers={"content-security-policy": PICTURE_POLICY})

    async def slide(self, request: Request) -> Response:
        """A slide's words."""
        told = self.preview.words(number_of(request))
        return missing() if told is None else Response(in_json(told, "en"), media_type="application/json")

    async def words(self, request: Request) -> Response:
        """The page's own words."""
        lang = self.lang_of(request)
        return Response(in_json(Said(lang, wording.words(lang)), lang), media_type="application/json")

    async def find(self, request: Request) -> Response:
        """Where a text stands."""
        found = await self.preview.find(request.query_params.get("text", "")[:MOST_WORDS])
        return Response(in_json(found, "en"), media_type="application/json")

    async def share(self, request: Request) -> Response:
        """How the audience's phones follow."""
        shared = self.preview.shared
        told = wire.Sharing() if shared is None else wire.Sharing(shared.url, shared.listeners)
        return Response(in_json(told, "en"), media_type="application/json")

    async def code(self, request: Request) -> Response:
        """The address for phones as a QR code."""
        if self.preview.shared is None:
            return missing()
        made = self.preview.shared.code()
        return Response(made, media_type="image/svg+xml", headers={"content-security-policy": PICTURE_POLICY})

    async def open(self, request: Request) -> Response:
        """Open the editor at a place."""
        spot = await sent(request, Spot)
        if isinstance(spot, Response):
            return spot
        if not (0 < spot.line < MOST_LINES and 0 < spot.column < MOST_LINES):
            return PlainTextResponse("no such place\n", 400)
        refused = self.preview.open(spot.file, spot.line, spot.column)
        if refused:
            told = in_json(Refusal(refused), self.lang_of(request))
            return Response(told, 409, media_type="application/json")
        return Response(status_code=204)

    async def move(self, request: Request) -> Response:
        """Go to a slide, on all pages."""
        place = await sent(request, wire.Place)
        if isinstance(place, Response):
            return place
        self.preview.presented(place)
        return Response(status_code=204)

    def routes(self) -> list[Route]:
        """All addresses, those of the page's files last."""
        return [
            Route("/events", self.events, methods=["GET"]),
            Route("/picture/{key}", self.picture, methods=["GET"]),
            Route("/slide/{number}", self.slide, methods=["GET"]),
            Route("/words", self.words, methods=["GET"]),
            Route("/find", self.find, methods=["GET"]),
            Route("/share", self.share, methods=["GET"]),
            Route("/share.svg", self.code, methods=["GET"]),
            Route("/open", self.open, methods=["POST"]),
            Route("/move", self.move, methods=["POST"]),
            Route("/{file:path}", self.file, methods=["GET"]),
        ]


def missing() -> Response:
    """There is nothing here."""
    return PlainTextResponse("not found\n", 404)


def number_of(request: Request) -> int:
    """The slide that is asked for; 0, which there is none of, where that is no number, or one without end."""
    number: str = request.path_params["number"]
    return int(number) if number.isascii() and number.isdecimal() and len(number) < MOST_DIGITS else 0


async def sent(request: Request, kind: type[Sent]) -> Sent | Response:
    """What a page has sent as JSON, or the answer to what is not that.

    A page of another origin may send forms and plain text without being asked, JSON only with leave (Fetch
    Standard, CORS-safelisted request-header), which it is never given.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return PlainTextResponse("JSON only\n", 415)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BODY:
            return PlainTextResponse("too long\n", 413)
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return PlainTextResponse("not understood\n", 400)


def preferred(header: str) -> Lang:
    """The first of English and French in `Accept-Language` (RFC 9110, 12.5.4), by its weight; English without any."""
    wanted: list[tuple[float, Lang]] = []
    for part in header[:1000].split(","):
        name, _, weight = part.strip().partition(";q=")
        lang = name.partition("-")[0].lower()
        if lang in ("en", "fr"):
            try:
                wanted.append((-float(weight or 1), "fr" if lang == "fr" else "en"))
            except ValueError:
                continue
    return min(wanted, key=lambda one: one[0])[1] if wanted else "en"


def make(preview: Preview, lang: Lang | None = None) -> Starlette:
    """The application, to be put behind a `Guard`."""
    return Starlette(routes=Pages(preview, lang).routes())
