"""Answers that come late, in another order or not at all: what was asked for last is shown, and the rest is said."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

import pytest

from browsing import SECONDS, Show, Visit
from conftest import SMALL_DECK

if TYPE_CHECKING:
    from playwright.sync_api import APIResponse, Page, Route

pytestmark = pytest.mark.browser

LONG = " ".join(["Beaucoup de mots et encore plus de mots pour qui parle."] * 60)
WATCH = """() => {
  window.seen = [];
  const frame = document.querySelector('figure:has([lang|=fr]) .frame');
  const tell = () => seen.push([document.getElementById('position').textContent, frame.querySelector('img')?.src]);
  new MutationObserver(tell).observe(frame, {childList: true});
}"""
"""Notes which picture was put under which slide's number."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, show_once: Show) -> str:
    """Where the small deck is shown."""
    deck = tmp_path_factory.mktemp("talk") / "talk.yaml"
    deck.write_text(SMALL_DECK, encoding="utf-8")
    return show_once(deck)


def told(address: str) -> dict[str, Any]:
    """The deck, as the server tells a page that comes."""
    with urlopen(f"{address.partition('#')[0]}events", timeout=60) as answer:
        for line in answer:
            if line.startswith(b"data: "):
                found: dict[str, Any] = json.loads(line[6:])
                return found
    raise AssertionError


class Held:
    """Keeps back the answers to what a page asks from now on, until they are let go."""

    def __init__(self, page: Page, pattern: str) -> None:
        self._page = page
        self._waiting: list[tuple[Route, APIResponse]] = []
        self._open = False
        page.route(pattern, self._hold)

    def _hold(self, route: Route) -> None:
        answer = route.fetch()
        if self._open:
            route.fulfill(response=answer)
        else:
            self._waiting.append((route, answer))

    def until(self, sign: str) -> None:
        """Wait for an answer that has a text."""
        until = time.monotonic() + SECONDS
        while not any(sign in answer.text() for _, answer in self._waiting):
            assert time.monotonic() < until
            self._page.wait_for_timeout(20)

    def release(self) -> None:
        """Let all go, the last first."""
        self._open = True
        for route, answer in reversed(self._waiting):
            route.fulfill(response=answer)


def shown(page: Page, number: int) -> None:
    """Wait until a slide is there, its picture and its words, in both languages."""
    page.wait_for_function(
        "(n) => document.querySelectorAll(`figure[data-slide='${n}'] .layer[data-slide='${n}']:has(h4)`).length === 2",
        arg=number,
    )


def test_a_picture_that_comes_late_is_not_shown(address: str, visit: Visit) -> None:
    """Forth and back before the picture is there: the slide stays the one that stands over it."""
    key = told(address)["slides"][2]["pictures"]["fr"]
    page = visit("about:blank")
    late = Held(page, f"**/picture/{key}")
    page.goto(f"{address}#2")
    shown(page, 2)
    page.evaluate(WATCH)

    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    late.release()
    page.evaluate("(key) => import('./picture.js').then((one) => one.decoded(key)).then(() => true)", key)

    assert [] == page.evaluate("seen")
    assert "2" == page.get_attribute("figure:has([lang|=fr])", "data-slide")


def test_words_that_come_late_take_no_newer_ones_place(talk: Path, show: Show, visit: Visit) -> None:
    """The answer about an earlier text arrives after that about a later one: the later one stays."""
    page = visit(f"{show(talk)}#2")
    shown(page, 2)
    late = Held(page, "**/slide/2")
    talk.write_text(SMALL_DECK.replace("by hand", "by foot"), encoding="utf-8")
    late.until("by foot")
    talk.write_text(SMALL_DECK.replace("by hand", "by heart"), encoding="utf-8")
    late.until("by heart")
    late.release()

    page.get_by_text("Draw the curve by heart.").wait_for()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert ["Draw the curve by heart."] == page.locator(".notes[lang|=en] p").all_text_contents()


def test_texts_of_another_slide_lead_nowhere(address: str, visit: Visit) -> None:
    """Until the words of the new slide are there, a click opens nothing; when they are long in coming, the old go."""
    page = visit(f"{address}#2")
    shown(page, 2)
    opened: list[str] = []
    page.on("request", lambda request: opened.append(request.url) if "/open" in request.url else None)
    first = page.locator("figure.side .spoken").first
    first.focus()
    late = Held(page, "**/slide/3")

    page.keyboard.press("ArrowRight")
    page.evaluate("document.querySelector('figure.side .spoken').click()")
    page.wait_for_function("() => !document.querySelector('.spoken') && !document.querySelector('.notes p')")
    late.release()
    shown(page, 3)

    assert [] == opened
    assert "Two columns of words" == page.evaluate("document.activeElement.textContent")


def test_words_are_asked_for_again(address: str, visit: Visit, complaints: list[str]) -> None:
    """A server that refuses once is no reason to be silent."""
    page = visit(f"{address}#2")
    shown(page, 2)
    refused: list[Route] = []

    def once(route: Route) -> None:
        if refused:
            route.continue_()
        else:
            refused.append(route)
            route.fulfill(status=503)

    page.route("**/slide/3", once)
    page.keyboard.press("ArrowRight")
    shown(page, 3)

    assert 1 == len(refused)
    assert all("503" in one for one in complaints)
    complaints.clear()


def test_a_search_without_an_answer_is_not_a_text_that_is_nowhere(
    address: str, visit: Visit, complaints: list[str]
) -> None:
    """Where the server does not answer, the page says that, and Enter asks again."""
    page = visit(f"{address}#2")
    shown(page, 2)
    page.route("**/find?*", lambda route: route.fulfill(status=503))
    page.keyboard.press("/")
    page.keyboard.type("Listing")
    page.wait_for_selector("#hits-told:text-is('Connection lost; trying again')")

    page.unroute("**/find?*")
    page.keyboard.press("Enter")
    shown(page, 4)

    assert all("503" in one for one in complaints)
    complaints.clear()


def test_a_search_follows_the_deck(talk: Path, show: Show, visit: Visit) -> None:
    """What is written or deleted while one looks for it comes and goes; what was chosen stays chosen."""
    page = visit(f"{show(talk)}#2")
    shown(page, 2)
    page.keyboard.press("/")
    page.keyboard.type("of words")
    page.get_by_role("option", name="Slide 3 · English").wait_for()

    talk.write_text(SMALL_DECK.replace("A listing", "A list of words"), encoding="utf-8")
    page.get_by_role("option", name="Slide 4 · English").wait_for()
    page.keyboard.press("ArrowDown")
    talk.write_text(SMALL_DECK.replace("A listing", "The list of words"), encoding="utf-8")
    page.get_by_role("option", name="The list of words").wait_for()

    assert ["false", "true"] == [one.get_attribute("aria-selected") for one in page.locator("#hits li").all()]


def test_the_language_asked_for_last_is_spoken(address: str, visit: Visit) -> None:
    """Pressed twice before the words are there, the switch leaves the page in its language."""
    page = visit(f"{address}#2")
    shown(page, 2)
    late = Held(page, "**/words?*")
    page.click("#other-language")
    page.click("#other-language")
    late.release()
    page.click("#next")
    shown(page, 3)

    assert ("en", "Slide 3 of 4") == (page.get_attribute("html", "lang"), page.inner_text("#position"))


def test_a_page_whose_words_fail_asks_again(address: str, visit: Visit, complaints: list[str]) -> None:
    """A server that is too busy at first is waited for."""
    page = visit("about:blank")
    asked: list[str] = []

    def once(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) > 1:
            route.continue_()
        else:
            route.fulfill(status=503)

    page.route("**/words", once)
    page.goto(f"{address}#2")
    shown(page, 2)

    assert 2 == len(asked)
    assert all("503" in one for one in complaints)
    complaints.clear()


def test_the_address_is_written_sparingly(address: str, visit: Visit) -> None:
    """A key that is held turns hundreds of pages; browsers bear some ten changes of the address a second."""
    page = visit(f"{address}#2")
    shown(page, 2)
    page.evaluate(
        "() => { const real = history.replaceState.bind(history); window.calls = 0;"
        " history.replaceState = (...all) => { calls += 1; real(...all); } }"
    )
    page.evaluate(
        "() => { for (let n = 0; n < 301; n++) document.body.dispatchEvent("
        "new KeyboardEvent('keydown', {key: n % 2 ? 'ArrowLeft' : 'ArrowRight', bubbles: true})) }"
    )
    page.wait_for_url("**/#3")

    assert 1 <= page.evaluate("calls") <= 2


def test_a_page_out_of_sight_gives_its_line_back(address: str, visit: Visit) -> None:
    """A browser has six lines for all pages of a server; a page that comes into sight again knows what happened."""
    page = visit("about:blank")
    page.clock.install()
    page.add_init_script(
        "window.lines = []; const Real = EventSource;"
        " window.EventSource = class extends Real { constructor(...all) { super(...all); lines.push(this); } };"
        " window.EventSource.CLOSED = 2; window.see = (hidden) => {"
        " Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});"
        " document.dispatchEvent(new Event('visibilitychange')); };"
    )
    page.goto(f"{address}#2")
    shown(page, 2)
    page.evaluate("see(true)")
    page.clock.fast_forward(5_000)
    page.evaluate("see(false)")
    page.clock.fast_forward(60_000)
    kept = page.evaluate("lines.map((one) => one.readyState)")
    page.evaluate("see(true)")
    page.clock.fast_forward(60_000)
    rested = page.evaluate("lines.map((one) => one.readyState)")
    page.evaluate("see(false)")
    page.wait_for_function("() => lines.length === 2 && lines[1].readyState === 1")

    assert ([1], [2]) == (kept, rested)
    assert page.is_hidden("#lost")


def test_the_skip_link_keeps_the_slide(address: str, visit: Visit) -> None:
    """It leads to the slide that is looked at, not to the first."""
    page = visit(f"{address}#3")
    shown(page, 3)
    page.focus("#skip")
    page.keyboard.press("Enter")

    assert ("main", "Slide 3 of 4") == (page.evaluate("document.activeElement.id"), page.inner_text("#position"))
    assert "#3" == page.evaluate("location.hash")


def test_a_deck_that_shrinks_under_the_overview(talk: Path, show: Show, visit: Visit) -> None:
    """The slide that was chosen among all is gone: the last one is chosen, and Enter leads there."""
    page = visit(f"{show(talk)}#2")
    shown(page, 2)
    page.keyboard.press("o")
    page.keyboard.press("End")
    page.wait_for_selector("#all-4[aria-selected=true]")

    talk.write_text(SMALL_DECK[: SMALL_DECK.index("  - title: {en: Two columns")], encoding="utf-8")
    page.wait_for_selector("#all-2[aria-selected=true]")
    count = page.locator("#all .thumb").count()
    page.keyboard.press("Enter")

    assert 2 == count
    assert "Slide 2 of 2" == page.inner_text("#position")


def test_long_notes_begin_at_their_beginning(talk: Path, show: Show, visit: Visit) -> None:
    """Who has read to the end of a slide's notes sees the first words of the next one's."""
    deck = SMALL_DECK.replace("Draw the curve by hand.", LONG).replace("Point at the second column.", LONG + " Ah.")
    talk.write_text(deck, encoding="utf-8")
    page = visit(f"{show(talk)}#2")
    shown(page, 2)
    notes = page.locator(".notes[lang|=en]")
    notes.evaluate("(one) => { one.scrollTop = 1e6; }")
    moved = notes.evaluate("(one) => one.scrollTop")
    page.keyboard.press("ArrowRight")
    notes.get_by_text("Ah.").wait_for()

    assert moved > 0
    assert 0 == notes.evaluate("(one) => one.scrollTop")


def test_the_focus_stays_among_the_findings(talk: Path, show: Show, visit: Visit) -> None:
    """Who mends one finding after another by keyboard is not thrown back to the head of the page."""
    talk.write_text(SMALL_DECK.replace("Deux colonnes de mots", "Deux  colonnes de  mots"), encoding="utf-8")
    page = visit(f"{show(talk)}#3")
    shown(page, 3)
    page.locator("#findings .finding button").nth(0).focus()
    talk.write_text(SMALL_DECK.replace("Deux colonnes de mots", "Deux  colonnes des mots"), encoding="utf-8")
    page.get_by_role("button", name="colonnes des mots").wait_for()
    page.wait_for_function("() => document.activeElement.closest('#findings-slide') !== null")
    talk.write_text(SMALL_DECK, encoding="utf-8")
    page.wait_for_selector("#findings", state="hidden")

    assert "main" == page.evaluate("document.activeElement.id")


def test_the_last_page_keeps_the_focus(address: str, visit: Visit) -> None:
    """The button that leads no further is still where it was, for who presses it by keyboard."""
    page = visit(f"{address}#3")
    shown(page, 3)
    page.focus("#next")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    assert ("next", "true") == (
        page.evaluate("document.activeElement.id"),
        page.get_attribute("#next", "aria-disabled"),
    )
    assert "Slide 4 of 4" == page.inner_text("#position")


def test_marking_a_text_does_not_close_its_window(address: str, visit: Visit) -> None:
    """A window closes where the mouse goes down and up beside it, not where marked words end there."""
    page = visit(f"{address}#2")
    shown(page, 2)
    page.keyboard.press("?")
    box = page.locator("#help").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 6)
    page.mouse.down()
    page.mouse.move(box["x"] - 40, box["y"] + 40)
    page.mouse.up()
    still = page.is_visible("#help")
    page.mouse.click(box["x"] - 40, box["y"] + 40)

    assert (True, False) == (still, page.is_visible("#help"))


def test_a_reload_keeps_the_slide_that_was_gone_to(address: str, visit: Visit) -> None:
    """A page that comes is led to where the author is, but not away from the slide that it was at."""
    post(address, "move", {"slide": 4})
    fresh = visit(address)
    shown(fresh, 4)
    fresh.keyboard.press("Home")
    fresh.wait_for_url("**/#1")
    fresh.reload()
    shown(fresh, 1)
    kept = fresh.inner_text("#position")
    post(address, "move", {"slide": 3})
    shown(fresh, 3)

    assert "Slide 1 of 4" == kept


def post(address: str, path: str, value: object) -> None:
    """Tell the server something, as another page would."""
    urlopen(
        Request(f"{address}{path}", json.dumps(value).encode(), {"Content-Type": "application/json"}), timeout=SECONDS
    ).close()
