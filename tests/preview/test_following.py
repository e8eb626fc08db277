"""`slidekit preview` as people start it: it follows files, and ends when it is told to."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
from errno import EACCES
from pathlib import Path
from typing import NoReturn

import pytest
from served import TIMEOUT, command, served, until, wait_until

from conftest import SMALL_DECK
from slidekit.preview.following import Following
from slidekit.preview.preview import Preview


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A small talk."""
    path = tmp_path / "talk.yaml"
    path.write_text(SMALL_DECK, encoding="utf-8")
    return path


def test_every_way_to_save(deck: Path) -> None:
    """Written in place, renamed over, deleted and made anew: each is shown."""
    with served(deck) as page:
        events = page.events()
        assert "deck" == next(events).name
        deck.write_text(SMALL_DECK.replace("Deux colonnes", "En place"), encoding="utf-8")
        in_place = until(events, "change", "En place")
        beside = deck.with_name("beside")
        beside.write_text(SMALL_DECK.replace("Deux colonnes", "Par-dessus"), encoding="utf-8")
        beside.replace(deck)
        over = until(events, "change", "Par-dessus")
        deck.unlink()
        gone = until(events, "change", "cannot read talk.yaml")
        deck.write_text(SMALL_DECK.replace("Deux colonnes", "De retour"), encoding="utf-8")
        back = until(events, "change", "De retour")

    assert [3, 3, 0, 3] == [event.data["at"] for event in (in_place, over, gone, back)]
    assert [[], [], []] == [event.data["broken"] for event in (in_place, over, back)]


def test_a_deck_that_cannot_be_read_at_first_is_waited_for(tmp_path: Path) -> None:
    """A file that is gone, or closed to us, before it was ever shown: it is as soon as it can be read."""
    path = tmp_path / "talk.yaml"

    async def shown() -> tuple[int, int]:
        preview = Preview(path)
        following = asyncio.ensure_future(Following(preview).run())
        async with asyncio.timeout(TIMEOUT):
            events = preview.hub.listen()
            while not preview.whole().broken:
                await anext(events)
            path.write_text(SMALL_DECK, encoding="utf-8")
            while not preview.whole().slides:
                await anext(events)
        following.cancel()
        await preview.close()
        return len(preview.whole().slides), len(preview.whole().broken)

    assert (4, 0) == asyncio.run(shown())


def test_a_folder_that_may_not_be_entered_ends_nothing(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive that has just gone, or a folder closed to us: what stands in the way is told, and it is looked again."""

    def refused(path: Path, *_: object, **__: object) -> NoReturn:
        raise PermissionError(EACCES, "Permission denied", str(path))

    async def shown() -> tuple[str, int]:
        preview = Preview(deck)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "stat", refused)
            following = asyncio.ensure_future(Following(preview).run())
            async with asyncio.timeout(TIMEOUT):
                events = preview.hub.listen()
                while not preview.whole().broken and not following.done():
                    await anext(events)
        told = [str(one.message) for one in preview.whole().broken]
        deck.write_text(SMALL_DECK.replace("Deux colonnes", "De retour"), encoding="utf-8")
        async with asyncio.timeout(TIMEOUT):
            while not preview.whole().slides:
                await anext(events)
        following.cancel()
        await preview.close()
        return told[0], len(preview.whole().slides)

    assert ("cannot read talk.yaml: permission denied", 4) == asyncio.run(shown())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
def test_a_deck_that_becomes_a_pipe_holds_up_nobody(deck: Path) -> None:
    """What would never end is not read, and the deck is shown again when it is a file again."""
    with served(deck) as page:
        events = page.events()
        assert "deck" == next(events).name
        deck.unlink()
        os.mkfifo(deck)
        told = until(events, "change", "is not a file")
        deck.unlink()
        deck.write_text(SMALL_DECK.replace("Deux colonnes", "De retour"), encoding="utf-8")
        back = until(events, "change", "De retour")

    assert [0, 3] == [event.data["at"] for event in (told, back)]


def test_files_beside_the_deck(deck: Path) -> None:
    """A picture that changes, and one that comes to be, is drawn anew."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30H0z" fill="{}"/></svg>'
    picture = deck.with_name("a.svg")
    text = SMALL_DECK + "  - title: {en: Seen, fr: Vu}\n    image: a.svg\n    alt: {en: Red, fr: Rouge}\n"
    deck.write_text(text, encoding="utf-8")
    with served(deck) as page:
        events = page.events()
        first = until(events, "deck", "Seen").data["slides"][4]["pictures"]["en"]
        without = until(events, "change", "SK109").data["slides"][-1]["pictures"]["en"]
        picture.write_text(svg.format("#ff0000"), encoding="utf-8")
        red = until(events, "change", '"number": 5').data["slides"][-1]["pictures"]["en"]
        while red == without:
            red = until(events, "change", '"number": 5').data["slides"][-1]["pictures"]["en"]
        picture.write_text(svg.format("#00ff00"), encoding="utf-8")
        green = red
        while green == red:
            green = until(events, "change", '"number": 5').data["slides"][-1]["pictures"]["en"]

    assert first == without
    assert 3 == len({first, red, green})


def test_a_click_opens_the_editor(deck: Path, tmp_path: Path) -> None:
    """A place that the page names is opened, by the program that was named."""
    with served(deck, "--editor", f"mkdir {tmp_path}/at-{{line}}-{{column}} {{file}}.d") as page:
        answer = page.post("~/open", {"line": 12, "column": 3})
        wait_until((tmp_path / "at-12-3").is_dir)

    assert 204 == answer.status


def test_without_an_editor_it_is_said(deck: Path) -> None:
    """The page is told why nothing opens, in its language."""
    kept = {name: value for name, value in os.environ.items() if name not in ("VISUAL", "EDITOR", "TERM_PROGRAM")}
    with served(deck, environment=kept) as page:
        english = page.post("~/open", {"line": 12})
        french = page.post("~/open?lang=fr", {"line": 12})

    assert (409, b"no editor is known") == (english.status, english.body[12:30])
    assert 409 == french.status


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_it_ends_when_it_is_told_to(deck: Path, name: str) -> None:
    """Ctrl-C is how a preview ends: nothing is said, the exit code is 0, pages that listen are let go."""
    with served(deck) as page:
        events = page.events()
        next(events)
        page.process.send_signal(getattr(signal, name))
        said, _ = page.process.communicate(timeout=TIMEOUT)
        left = [event.name for event in events]

    # the line may have been read along with the first
    assert (0, "") == (page.process.returncode, said.replace("Ctrl-C ends it\n", ""))
    assert set(left) <= {"change"}


def test_a_port_that_is_taken(deck: Path) -> None:
    """It is said, with what to do, and the exit code is that of a misuse."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = subprocess.run(
            command(deck, "--port", str(port)), capture_output=True, text=True, timeout=TIMEOUT, check=False
        )

    assert (2, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith(f"slidekit: cannot serve at port {port}: ")


def test_two_previews_share_nothing(deck: Path) -> None:
    """Each has a port and a secret of its own."""
    with served(deck) as one, served(deck) as other:
        crossed = one.ask(f"/{other.token}/")

    assert one.token != other.token
    assert 404 == crossed.status
