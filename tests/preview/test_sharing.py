"""What a phone on the network may ask for, and all that it may not."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from served import TIMEOUT, Served, served, until
from starlette.types import Message, Receive, Scope, Send

from slidekit.preview import sharing
from slidekit.preview.packaged import files
from slidekit.preview.preview import Preview
from slidekit.preview.serving import listen
from slidekit.preview.sharing import FILES, MOST_ADDRESSES, MOST_OF_ONE, Bounded

PULSES = 4
"""After so many of them, one in fifteen seconds, nothing happens any more."""
DECK = """\
slidekit: 1
title: {en: Fast tests, fr: Des tests rapides}
author: Camille Roy
slides:
  - title: {en: First, fr: Premier}
    text: {en: "<b>One</b> & <script>alert(1)</script>", fr: "<b>Un</b>"}
    notes: {en: Whispered in English., fr: Chuchoté en français.}
  - title: {en: Hushed, fr: Tu}
    text: {en: For later, fr: Pour plus tard}
    hidden: true
    notes: {en: Whispered., fr: Chuchoté.}
  - title: {en: Third, fr: Troisième}
    text: {en: To come, fr: À venir}
    notes: {en: Whispered., fr: Chuchoté.}
"""


class Phone:
    """What a phone's browser does, by hand."""

    def __init__(self, served: Served, deck: Path) -> None:
        self.served = served
        self.deck = deck
        self.url = json.loads(served.ask("~/share").body)["url"]
        parts = urlsplit(self.url)
        assert parts.port is not None
        self.port, self.path = parts.port, parts.path.rstrip("/")

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Ask for a path as it is written; `~` stands for the secret prefix."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        try:
            connection.putrequest(method, path.replace("~", self.path, 1), skip_host=True)
            for name, value in {"Host": f"127.0.0.1:{self.port}", **headers}.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def told(self, wanted: int) -> dict[str, object]:
        """What the events say once the speaker is at a slide, counted among those shown."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        try:
            connection.request("GET", f"{self.path}/events")
            answer = connection.getresponse()
            pulses = 0
            while (line := answer.readline()) and pulses < PULSES:
                pulses += line.startswith(b":")
                if line.startswith(b"data: "):
                    now: dict[str, object] = json.loads(line[6:])
                    if now["number"] == wanted:
                        return now
            raise AssertionError(f"the speaker never came to {wanted}")
        finally:
            connection.close()


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    """A phone that knows the address of a talk whose speaker is at the second slide, the first of the deck's own."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    with served(deck, "--share-address", "127.0.0.1") as preview:
        one = Phone(preview, deck)
        assert 4 == len(keys(one))
        assert [204, 204] == [preview.post("~/move", {"slide": number}).status for number in (1, 2)]
        one.told(2)
        yield one


def keys(phone: Phone) -> list[str]:
    """The keys of all pictures in English, as the speaker's own page knows them."""
    for event in phone.served.events():
        if event.name in ("deck", "change") and len(event.data["slides"]) == 4:
            return [slide["pictures"]["en"] for slide in event.data["slides"]]
    raise AssertionError("no deck")


def test_a_phone_is_told_of_what_is_shown_alone(phone: Phone) -> None:
    """No notes, no findings, no file, no line, no slide that is hidden or still to come."""
    now = phone.told(2)

    assert {
        "number", "furthest", "langs", "locales", "talk", "size", "black", "slide", "title", "pictures", "texts",
    } == set(now)  # fmt: skip
    assert (2, 2, {"en": "First", "fr": "Premier"}) == (now["number"], now["furthest"], now["title"])
    said = json.dumps(now, ensure_ascii=False)
    assert [] == [word for word in ("Whisper", "Chuchot", "Hushed", "Third", "talk.yaml", "line") if word in said]


def test_no_other_file_is_served(phone: Phone) -> None:
    """Of the package's pages, phones get the audience's alone."""
    others = sorted({name.lstrip("/") for name in files()} - {*FILES, "audience.html", ""})

    assert {"index.html", "main.js", "present.html", "present.js", "stage.html"} < set(others)
    assert [] == [name for name in others if phone.ask(f"~/{name}")[0] != 404]
    assert [] == [name for name in FILES if phone.ask(f"~/{name}")[0] != 200]


def test_no_other_address_answers(phone: Phone) -> None:
    """What is not the audience's is not there, and nothing is told of it."""
    paths = [
        "~/share", "~/share.svg", "~/find?text=Third", "~/open", "~/move", "~/slide/3", "~/slide/0", "~/slide/-1",
        f"~/slide/{'9' * 5000}", "~/present", "~/stage", "~/index.html", "~/../talk.yaml", "~/%2e%2e/talk.yaml",
        "~/picture/..%2f..%2ftalk.yaml", "~/picture/", "~/talk.yaml", "~//", "~", "/", "/audience.html", "/~/",
        "/AAAAAAAAAAAAAAAAAAAAAA/", "/AAAAAAAAAAAAAAAAAAAAAA/events",
    ]  # fmt: skip
    answers = {path: phone.ask(path) for path in paths}

    assert {} == {path: one for path, one in answers.items() if (one[0], one[2]) != (404, b"not found\n")}


def test_phones_ask_and_never_tell(phone: Phone) -> None:
    """Nothing can be changed from a phone."""
    ways = [(path, way) for path in ("", "move", "open", "events", "slide/1") for way in ("POST", "PUT", "DELETE")]

    assert {405} == {phone.ask(f"~/{path}", way)[0] for path, way in ways}


def test_foreign_hosts_and_origins_are_refused(phone: Phone) -> None:
    """A name that was made to point here, or a page of somebody else's, learns nothing."""
    foreign = [{"Host": "evil.example"}, {"Host": "localhost"}, {"Origin": "http://evil.example"}, {"Origin": "null"}]

    assert [403] * 4 == [phone.ask("~/slide/1", **headers)[0] for headers in foreign]


def test_the_two_secrets_are_two(phone: Phone) -> None:
    """The address of the phones opens nothing of the speaker's, nor the other way round."""
    secret = phone.path.strip("/")

    assert secret != phone.served.token
    assert 404 == phone.served.ask(f"/{secret}/").status
    assert 404 == phone.ask(f"/{phone.served.token}/")[0]


def test_pictures_that_were_not_shown_are_not_served(phone: Phone) -> None:
    """Even with the key of a picture, which nobody was told, a phone gets those shown alone; none while it is dark."""
    every = keys(phone)
    shown = [phone.ask(f"~/picture/{key}")[0] for key in every]
    phone.served.post("~/move", {"slide": 2, "black": True})
    while phone.told(2)["black"] is not True:
        pass
    dark = phone.ask(f"~/picture/{every[1]}")[0]

    assert [200, 200, 404, 404] == shown
    assert 404 == dark


def test_nothing_of_the_deck_is_html(phone: Phone) -> None:
    """Words come as JSON, pictures as SVG in a sandbox; the page itself runs nothing that is not its own."""
    _, page, _ = phone.ask("~/")
    _, words, body = phone.ask("~/slide/2")
    _, picture, _ = phone.ask(f"~/picture/{keys(phone)[1]}")

    assert "application/json" == words["content-type"]
    assert b"<script>" in body
    assert ("image/svg+xml", True) == (picture["content-type"], "sandbox" in picture["content-security-policy"])
    assert "frame-ancestors 'none'" in page["content-security-policy"]
    assert "default-src 'none'; script-src 'self'" in page["content-security-policy"]
    assert {"nosniff"} == {one["x-content-type-options"] for one in (page, words, picture)}
    assert {"no-store"} == {one["cache-control"] for one in (page, words, picture)}


def test_the_page_speaks_the_phones_language(phone: Phone) -> None:
    """The first of English and French that the phone accepts; its own words alone are told."""
    wanted = {"fr-CA,fr;q=0.9,en;q=0.8": "fr", "en-CA": "en", "de,fr;q=0.5": "fr", "": "en", "de": "en"}
    told = {one: json.loads(phone.ask("~/words", **{"Accept-Language": one})[2]) for one in wanted}

    assert wanted == {accepted: one["lang"] for accepted, one in told.items()}
    assert {"audience", "lang"} == {key.partition(".")[0] for one in told.values() for key in one["words"]}


def test_too_many_listeners_behind_one_address_are_turned_away(phone: Phone) -> None:
    """One machine cannot take the places of a whole hall; those who listen go on."""
    held: list[HTTPConnection] = []
    while json.loads(phone.served.ask("~/share").body)["listeners"]:
        pass  # the server has yet to find out that the one of before has gone
    try:
        statuses = []
        for _ in range(MOST_OF_ONE + 3):
            one = HTTPConnection("127.0.0.1", phone.port, timeout=TIMEOUT)
            one.request("GET", f"{phone.path}/events")
            held.append(one)
            statuses.append(one.getresponse().status)
    finally:
        for one in held:
            one.close()

    assert [200] * MOST_OF_ONE == statuses[:MOST_OF_ONE]
    assert {503} == set(statuses[MOST_OF_ONE:])


def test_who_asks_too_often_is_told_to_slow_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bound on what one address may ask, wrong secrets included: none is guessed."""
    monkeypatch.setattr(sharing, "MOST_REQUESTS", 5)
    monkeypatch.setattr(sharing, "WINDOW", 10 * TIMEOUT)  # however slow the machine is

    async def tried() -> list[int]:
        shared = sharing.Share(preview := Preview(Path("talk.yaml")), "127.0.0.1")
        port = urlsplit(shared.url).port

        def ask() -> int:
            connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
            connection.request("GET", "/guess/")
            status = connection.getresponse().status
            connection.close()
            return status

        statuses = [await asyncio.to_thread(ask) for _ in range(7)]
        await preview.close()
        await shared.close()
        return statuses

    assert [404] * 5 + [429] * 2 == asyncio.run(tried())


def test_the_bound_is_each_addresss_own() -> None:
    """One address that asks too often takes nothing from another, and addresses are not remembered for ever."""

    async def answers(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def ask(app: Callable[[Scope, Receive, Send], Awaitable[None]], who: str) -> int:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        async def receive() -> Message:
            return {"type": "http.disconnect"}

        await app({"type": "http", "client": (who, 1), "headers": [], "method": "GET"}, receive, send)
        return int(sent[0]["status"])

    async def run() -> tuple[list[int], int, int]:
        bounded = Bounded(answers, 2, 10 * TIMEOUT)
        one = [await ask(bounded, "10.0.0.1") for _ in range(3)]
        other = await ask(bounded, "10.0.0.2")
        for number in range(MOST_ADDRESSES):
            await ask(bounded, f"host-{number}")
        return one, other, await ask(bounded, "10.0.0.1")

    assert ([200, 200, 429], 200, 200) == asyncio.run(run())


def test_it_listens_at_one_address_alone(phone: Phone) -> None:
    """Shared at one address of this machine, it is not to be had at another."""
    connection = HTTPConnection("127.0.0.2", phone.port, timeout=TIMEOUT)

    with pytest.raises(ConnectionRefusedError):
        connection.request("GET", f"{phone.path}/")


def test_a_talk_is_shared_over_ipv6(tmp_path: Path) -> None:
    """Where a network has nothing else: the address stands in brackets, and is the only host that is known."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    try:
        listen(0, "::1").close()
    except OSError:
        pytest.skip("a system without IPv6")
    with served(deck, "--share-address", "0:0:0:0:0:0:0:1") as preview:
        url = str(json.loads(preview.ask("~/share").body)["url"])
        place = urlsplit(url)
        statuses = []
        for host in (place.netloc, f"[::2]:{place.port}", f"::1:{place.port}"):
            connection = HTTPConnection("::1", place.port, timeout=TIMEOUT)
            connection.putrequest("GET", place.path, skip_host=True)
            connection.putheader("Host", host)
            connection.endheaders()
            statuses.append(connection.getresponse().status)
            connection.close()

    assert url.startswith("http://[::1]:")
    assert [200, 403, 403] == statuses


def test_a_talk_is_shared_at_the_port_that_is_asked_for(tmp_path: Path) -> None:
    """A firewall lets one through; which of them is free is asked of the system first."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    with listen() as free:
        port = free.getsockname()[1]
    with served(deck, "--share-address", "127.0.0.1", "--share-port", str(port)) as preview:
        assert port == Phone(preview, deck).port


def test_the_audience_stays_where_no_slide_of_theirs_is(phone: Phone) -> None:
    """A place beyond the talk, or on a hidden slide, moves no phone."""
    for place in ({"slide": 0}, {"slide": 99}, {"slide": 3}, {"slide": 2, "step": -1}):
        phone.served.post("~/move", place)

    assert 2 == phone.told(2)["furthest"]


def test_slides_that_were_passed_over_are_not_shown(tmp_path: Path) -> None:
    """A speaker who jumps to the last slide has not shown those between."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    with served(deck, "--share-address", "127.0.0.1") as preview:
        one = Phone(preview, deck)
        pictures = keys(one)
        preview.post("~/move", {"slide": 4})
        now = one.told(1)
        statuses = [one.ask(f"~/picture/{key}")[0] for key in pictures]

    assert {"en": "Third", "fr": "Troisième"} == now["title"]
    assert [404, 404, 404, 200] == statuses


def test_a_phone_says_the_number_that_is_on_the_slide(tmp_path: Path) -> None:
    """Who asks about “slide 4” means the one with a 4 at its foot, also where only two have been shown."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    with served(deck, "--share-address", "127.0.0.1") as preview:
        one = Phone(preview, deck)
        assert 4 == len(keys(one))
        preview.post("~/move", {"slide": 4})
        now = one.told(1)
        preview.post("~/move", {"slide": 4, "black": True})
        dark = json.loads(one.ask("~/slide/1")[2])

    assert (1, 4) == (now["number"], now["slide"])
    assert 4 == dark["slide"]


def test_slides_shown_go_by_what_they_are(phone: Phone) -> None:
    """A slide put in before those shown moves their numbers: it is not shown for that, and they still are."""
    events = phone.served.events()
    deck = phone.deck
    deck.write_text(DECK.replace("slides:\n", "slides:\n  - title: {en: New, fr: Neuve}\n"), encoding="utf-8")
    slides = until(events, "change", "Neuve").data["slides"]
    statuses = {slide["title"]["en"]: phone.ask(f"~/picture/{slide['pictures']['en']}")[0] for slide in slides}
    now = phone.told(2)

    assert (404, 200, 404, 404) == tuple(statuses[title] for title in ("New", "First", "Hushed", "Third"))
    assert ({"en": "First", "fr": "Premier"}, 2) == (now["title"], now["furthest"])


def test_a_place_of_an_earlier_version_is_understood(phone: Phone) -> None:
    """A page that has not heard of an edit yet means the slide that had the number."""
    events = phone.served.events()
    version = next(events).data["version"]
    phone.deck.write_text(DECK.replace("slides:\n", "slides:\n  - title: {en: New, fr: Neuve}\n"), encoding="utf-8")
    until(events, "change", "Neuve")
    phone.served.post("~/move", {"slide": 4, "version": version})

    assert {"en": "Third", "fr": "Troisième"} == phone.told(3)["title"]
