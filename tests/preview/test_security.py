"""Who may see the preview: nobody but pages of this machine that were opened with the secret."""

from __future__ import annotations

import asyncio
import os
import select
import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from served import TIMEOUT, Served, served, until
from starlette.applications import Starlette

from slidekit.preview.guarding import Guard
from slidekit.preview.preview import Preview
from slidekit.preview.serving import Window

HOSTILE = """\
slidekit: 1
title: {both: "<script>alert(1)</script>"}
slides:
  - title: {both: "<img src=x onerror=alert(2)></title><svg onload=alert(3)>"}
    bullets:
      - both: "</script><script>alert(4)</script> & \\"quotes\\" '"
    notes: {both: "<b>notes</b>"}
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of a deck whose every text would like to run."""
    folder = tmp_path_factory.mktemp("decks")
    deck = folder / "talk.yaml"
    deck.write_text(HOSTILE, encoding="utf-8")
    (folder / "secret.txt").write_text("nobody sees this", encoding="utf-8")
    with served(deck) as running:
        until(running.events(), "deck", "script")
        yield running


def test_it_listens_on_the_loopback_address_alone(page: Served) -> None:
    """No other address of the machine answers at its port."""
    with socket.socket() as other:
        other.settimeout(TIMEOUT)
        answer = other.connect_ex(("127.0.0.2", page.port))

    assert answer != 0


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.2:{port}",
        "localhost.evil.example:{port}",
        "",
        ":{port}",
        "127.0.0.1:{port}.evil.example",
        "127.0.0.1:{port}:1",
        "127.0.0.1:",
        "127.0.0.1:x",
        "localhost.:{port}",
        "127.0.0.1:123456",
        "evil.example@127.0.0.1:{port}",
        "[::1]:{port}",
        "127.0.0.1, evil.example:1",
    ],
)
@pytest.mark.parametrize("path", ["~/", "~/events", "/"])
def test_a_foreign_host_is_refused(page: Served, host: str, path: str) -> None:
    """A name that was made to point to this machine gets nothing (DNS rebinding)."""
    answer = page.ask(path, headers={"Host": host.format(port=page.port)})

    assert (403, b"forbidden\n") == (answer.status, answer.body)


def test_a_forwarded_port_is_let_in(page: Served) -> None:
    """An editor on another machine forwards a port: the browser names that one, in `Host` and `Origin` alike."""
    same = page.ask("~/slide/1", headers={"Host": "localhost:4321", "Origin": "http://localhost:4321"})
    crossed = page.ask("~/slide/1", headers={"Host": "localhost:4321", "Origin": f"http://localhost:{page.port}"})

    assert (200, 403) == (same.status, crossed.status)


def test_two_hosts_are_refused(page: Served) -> None:
    """A request that names two hosts is none of a browser's."""
    with socket.create_connection(("127.0.0.1", page.port), timeout=TIMEOUT) as raw:
        raw.sendall(
            f"GET /{page.token}/ HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nHost: evil.example\r\n\r\n".encode()
        )
        status = raw.recv(4096).split(b" ")[1]

    assert status in (b"400", b"403")


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"])
@pytest.mark.parametrize(("method", "path"), [("GET", "~/events"), ("GET", "~/slide/1"), ("POST", "~/open")])
def test_a_foreign_origin_is_refused(page: Served, origin: str, method: str, path: str) -> None:
    """A page of somebody else's, open in the same browser, may neither read nor send."""
    sent = {"Origin": origin.format(port=page.port), "Content-Type": "application/json"}

    answer = page.ask(path, method, b'{"line": 1}' if method == "POST" else None, sent)

    assert (403, b"forbidden\n") == (answer.status, answer.body)


def test_its_own_origin_is_let_in(page: Served) -> None:
    """The page itself says where it is from, by either name of this machine."""
    answers = [
        page.ask("~/slide/1", headers={"Host": f"{name}:{page.port}", "Origin": f"http://{name}:{page.port}"}).status
        for name in ("127.0.0.1", "localhost")
    ]

    assert [200, 200] == answers


@pytest.mark.parametrize(
    "path",
    ["/", "/events", "/x/", "/~/", "//~", "/%7e/", "/{half}/", "/{token}", "/{token}x/", "/x/../{token}/", "*"],
)
def test_a_wrong_secret_finds_nothing(page: Served, path: str) -> None:
    """Without the whole secret at its place there is no page, and no hint that there might be one."""
    path = path.replace("~", "x").format(token=page.token, half=page.token[:11])

    answer = page.ask(path)

    assert answer.status in (400, 404)
    assert b"slidekit" not in answer.body


@pytest.mark.parametrize(
    "path",
    [
        "~/../secret.txt", "~/..%2fsecret.txt", "~/%2e%2e/secret.txt", "~/secret.txt", "~/talk.yaml", "~//etc/passwd",
        "~/file:///etc/passwd", "~/..\\secret.txt", "~/%00", "~/index.html%00.txt", "~/page/", "~/./index.html",
        "~/picture/../../secret.txt", "~/picture/..%2f..%2fsecret.txt", "~/slide/-1", "~/slide/0", "~/slide/99",
        "~/slide/1e3", "~/slide/" + "9" * 5000, "~/picture/", "~/picture/" + "0" * 32, "~/é", "~/%C3%A9", "~/%",
        "~/%zz",
    ],
)  # fmt: skip
def test_no_other_path_is_served(page: Served, path: str) -> None:
    """Only the page's own files, by their names: no path leads to the deck's folder or out of it."""
    answer = page.ask(path.encode("utf-8").decode("latin-1")) if path.isascii() else Raw(page).ask(path)

    assert answer.status in (400, 404)
    assert b"nobody sees this" not in answer.body


class Raw:
    """Sends what no library would."""

    def __init__(self, page: Served) -> None:
        self._page = page

    def ask(self, path: str) -> Reply:
        """Ask for a path with signs that have no place in one."""
        page = self._page
        with socket.create_connection(("127.0.0.1", page.port), timeout=TIMEOUT) as raw:
            line = f"GET {path.replace('~', '/' + page.token)} HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\n\r\n"
            raw.sendall(line.encode())
            said = raw.recv(65536)
        return Reply(int(said.split(b" ")[1]), said)


class Reply:
    """A status and all that was said."""

    def __init__(self, status: int, body: bytes) -> None:
        self.status = status
        self.body = body


def test_every_answer_says_what_the_browser_may_do(page: Served) -> None:
    """Whatever is answered, nothing of it is guessed, kept, framed by strangers or run."""
    answers = [page.ask(path) for path in ("~/", "~/main.js", "~/slide/1", "~/nothing", "/", "~/words")]

    for answer in answers:
        assert "nosniff" == answer.headers["x-content-type-options"]
        assert "no-store" == answer.headers["cache-control"]
        assert "no-referrer" == answer.headers["referrer-policy"]
        assert "same-origin" == answer.headers["cross-origin-resource-policy"]
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; ")
        assert "unsafe" not in policy
        assert "server" not in answer.headers


def test_nothing_of_the_deck_is_html(page: Served) -> None:
    """Words that look like markup leave as JSON or as outlines in a picture that may run nothing."""
    deck = next(page.events()).data
    key = deck["slides"][1]["pictures"]["en"]
    picture, words, shell = page.ask(f"~/picture/{key}"), page.ask("~/slide/2"), page.ask("~/")

    assert "image/svg+xml" == picture.headers["content-type"]
    assert "sandbox" in picture.headers["content-security-policy"]
    assert "script-src" not in picture.headers["content-security-policy"]
    assert b"alert(" not in picture.body
    assert b"<script" not in picture.body
    assert b"foreignObject" not in picture.body
    assert "application/json" == words.headers["content-type"]
    assert b"alert(4)" in words.body
    assert "text/html; charset=utf-8" == shell.headers["content-type"]
    assert b"alert(" not in shell.body


@pytest.mark.parametrize("path", ["~/open", "~/move"])
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_only_json_is_taken(page: Served, path: str, kind: str) -> None:
    """What a foreign page may send without leave is not read."""
    answer = page.ask(path, "POST", b'{"line": 1, "slide": 1}', {"Content-Type": kind})

    assert 415 == answer.status


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("~/open", b"", 400), ("~/open", b"null", 400), ("~/open", b"[]", 400), ("~/open", b"{}", 400),
        ("~/open", b'{"line": "1"}', 400), ("~/open", b'{"line": 0}', 400), ("~/open", b'{"line": -3}', 400),
        ("~/open", b'{"line": 1e99}', 400), ("~/open", b'{"line": 99999999999999999999}', 400),
        ("~/open", b'{"line": 1, "extra": 1}', 400), ("~/open", b'{"line": 1.5}', 400), ("~/open", b"\xff\xfe", 400),
        ("~/open", b'{"line": 1, "file": "/etc/passwd"}', 409), ("~/open", b"[" * 1000, 400),
        ("~/open", b" " * 2000, 413), ("~/open", b" " * 5_000_000, 413), ("~/move", b'{"slide": "1"}', 400),
        ("~/move", b'{"slide": 9999999}', 204), ("~/move", b'{"slide": -1}', 204),
    ],
)  # fmt: skip
def test_what_is_sent_is_bounded_and_typed(page: Served, path: str, body: bytes, status: int) -> None:
    """A body is short, is JSON and has the right fields; a place that is not there changes nothing."""
    try:
        answer = page.ask(path, "POST", body, {"Content-Type": "application/json"}).status
    except (BrokenPipeError, ConnectionResetError):  # the server would not hear the rest of 5 MB
        answer = 413

    assert status == answer


@pytest.mark.parametrize(
    ("path", "method"), [("~/", "POST"), ("~/open", "GET"), ("~/events", "DELETE"), ("~/", "PUT"), ("~/move", "TRACE")]
)
def test_other_methods_are_refused(page: Served, path: str, method: str) -> None:
    """An address answers to its own method; a page's files can only be read."""
    answer = page.ask(path, method)

    assert answer.status in (404, 405)


def test_half_a_request_holds_up_nobody(page: Served) -> None:
    """Clients that never finish what they say are no trouble for those that do."""
    slow = [socket.create_connection(("127.0.0.1", page.port), timeout=TIMEOUT) for _ in range(20)]
    for one in slow:
        one.sendall(b"GET / HTTP/1.1\r\nHost: ")
    answer = page.ask("~/slide/1")
    for one in slow:
        one.close()

    assert 200 == answer.status


def test_a_link_in_the_page_folder_is_not_served(tmp_path: Path) -> None:
    """The page's files are those of the package themselves, not what a link there leads to."""
    from slidekit.preview.packaged import files

    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    (tmp_path / "page.js").write_text("1", encoding="utf-8")
    (tmp_path / "link.js").symlink_to("secret.txt")
    (tmp_path / "README.md").write_text("x", encoding="utf-8")

    assert {"/page.js": (b"1", "text/javascript; charset=utf-8")} == files(tmp_path)


def test_an_address_for_a_command_line_leads_on_once() -> None:
    """The browser is given an address without the secret, since others on the machine see how it was started."""

    async def tried() -> tuple[list[tuple[int, str]], str]:
        window = Window(Preview(Path("talk.yaml")))
        addresses = [window.once("present"), window.once()]

        def ask(url: str, method: str, host: str) -> tuple[int, str]:
            connection = HTTPConnection("127.0.0.1", int(url.split(":")[2].partition("/")[0]), timeout=TIMEOUT)
            connection.request(method, f"/{url.split('/')[3]}", headers={"Host": host or url.split("/")[2]})
            answer = connection.getresponse()
            connection.close()
            return answer.status, answer.headers.get("location", "")

        asked = [(0, "POST", ""), (0, "GET", "evil.example"), (0, "GET", ""), (0, "GET", ""), (1, "GET", "")]
        answers = [await asyncio.to_thread(ask, addresses[which], *rest) for which, *rest in asked]
        await window.close()
        return answers, window.url.split("/")[3] + "/"

    answers, secret = asyncio.run(tried())

    assert [(404, ""), (403, ""), (303, f"{secret}present"), (404, ""), (303, secret)] == answers


OUTSIDE = "https://code.example:8443"


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("code.example:8443", OUTSIDE, 204),
        ("127.0.0.1:80", OUTSIDE, 204),  # what forwards it may write the host anew
        ("code.example:8443", "https://evil.example", 403),
        ("code.example", OUTSIDE, 403),
        ("example:8443", OUTSIDE, 403),
        ("evil.example", OUTSIDE, 403),
        ("127.0.0.1:80", "http://code.example:8443", 403),
    ],
)
def test_an_editor_in_a_browser_says_where_the_page_is_reached(host: str, origin: str, status: int) -> None:
    """Under that origin alone, as a name for the page and as an origin that asks; there it may be framed."""

    async def tried() -> list[tuple[int, str]]:
        window = Window(Preview(Path("talk.yaml")))
        address = urlsplit(window.url)

        def ask() -> tuple[int, str]:
            connection = HTTPConnection("127.0.0.1", address.port, timeout=TIMEOUT)
            headers = {"Host": host, "Origin": origin, "Content-Type": "application/json"}
            connection.request("POST", f"{address.path}move", b'{"slide": 1}', headers)
            answer = connection.getresponse()
            connection.close()
            return answer.status, answer.headers.get("content-security-policy", "")

        before = await asyncio.to_thread(ask)
        assert window.reached(OUTSIDE)
        after = await asyncio.to_thread(ask)
        await window.close()
        return [before, after]

    before, after = asyncio.run(tried())

    assert (403, status) == (before[0], after[0])
    assert (False, True) == (OUTSIDE in before[1], after[1].partition("frame-ancestors ")[2].endswith(f" {OUTSIDE}"))


@pytest.mark.parametrize(
    "origin", ["", "https://", "code.example", "https://a b", "https://x/;script-src *", "https://x;y", "file://x", "*"]
)
def test_what_is_no_origin_opens_nothing(origin: str) -> None:
    """Nor does it come into the page's policy."""
    guard = Guard(Starlette(), "secret", ["127.0.0.1"])

    assert not guard.reached(origin)


def test_the_browser_is_given_no_secret(tmp_path: Path) -> None:
    """What `--open` starts is told an address that leads to the page, other than that which is printed."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(HOSTILE, encoding="utf-8")
    script, pipe = tmp_path / "browser", tmp_path / "told"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" > "{pipe}"\n', encoding="utf-8")
    script.chmod(0o755)
    os.mkfifo(pipe)
    heard = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    environment = {**os.environ, "BROWSER": str(script), "DISPLAY": ":0"}
    with served(deck, "--open", environment=environment) as running:
        until(running.events(), "deck", "script")
        select.select([heard], [], [], TIMEOUT)
        told = os.read(heard, 1000).decode()
        os.close(heard)
        answer = running.ask("/" + told.split("/")[3])

    assert running.token not in told
    assert (303, f"{running.token}/") == (answer.status, answer.headers["location"])
