"""What a page holds on to: lines that break out of sight, requests that fail once, more slides than it keeps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import Show, Visit
from conftest import SMALL_DECK
from talking import PHONE, Talk, at, on_phone, on_stage

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

LINES = """
  window.lines = []; const Real = EventSource;
  window.EventSource = class extends Real { constructor(...all) { super(...all); lines.push(this); } };
  window.EventSource.CLOSED = 2;
  window.see = (hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  };
  window.last = () => lines.at(-1);
"""
"""Every line that a page opens, and a way to put it out of sight."""


def once(page: Page, pattern: str) -> list[str]:
    """Refuse the first request for something; gives back all that are made."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) > 1:
            route.continue_()
        else:
            route.fulfill(status=503)

    page.route(pattern, answer)
    return asked


def forget(complaints: list[str]) -> None:
    """The browser's own words about what was refused are no fault of the page."""
    assert all("503" in one for one in complaints)
    complaints.clear()


def test_a_line_that_broke_out_of_sight_stays_open_in_sight(talk: Path, show: Show, visit: Visit) -> None:
    """A page whose line broke while it was hidden, and which was looked at again, still hears of every change."""
    page = visit("about:blank")
    page.clock.install()
    page.add_init_script(LINES)
    page.goto(f"{show(talk)}#2")
    page.wait_for_selector("figure[data-slide='2'] .spoken")
    page.evaluate("see(true)")
    page.evaluate("last().onerror()")
    page.clock.fast_forward(5_000)
    page.wait_for_function("() => lines.length === 2 && last().readyState === 1")
    page.evaluate("see(false)")
    page.clock.fast_forward(60_000)
    talk.write_text(SMALL_DECK.replace("a promise kept", "a promise heard"), encoding="utf-8")

    page.get_by_role("button", name="a promise heard").wait_for()
    assert [2, 1] == page.evaluate("lines.map((one) => one.readyState)")


def test_a_page_out_of_sight_gives_up_a_line_that_broke(talk: Path, show: Show, visit: Visit) -> None:
    """One that rests does not ask again either, until it is looked at."""
    page = visit("about:blank")
    page.clock.install()
    page.add_init_script(LINES)
    page.goto(f"{show(talk)}#2")
    page.wait_for_selector("figure[data-slide='2'] .spoken")
    page.evaluate("see(true)")
    page.clock.fast_forward(25_000)
    rested = page.evaluate("lines.map((one) => one.readyState)")
    page.clock.fast_forward(60_000)
    page.evaluate("see(false)")
    page.wait_for_function("() => last().readyState === 1")

    assert [2] == rested
    assert 2 == page.evaluate("lines.length")


def test_all_slides_have_pictures_however_large_the_screen(tmp_path: Path, show: Show, visit: Visit) -> None:
    """More stand side by side than are kept at hand: none of them is left empty."""
    deck = tmp_path / "long.yaml"
    slides = "".join(f"  - title: {{en: Slide {n}, fr: Diapositive {n}}}\n" for n in range(250))
    deck.write_text(f"slidekit: 1\ntitle: {{en: Long, fr: Longue}}\nslides:\n{slides}", encoding="utf-8")
    page = visit(f"{show(deck)}#1", viewport={"width": 2160, "height": 3840})
    page.wait_for_selector("figure[data-slide='1']")
    page.keyboard.press("o")
    page.wait_for_function("() => document.querySelectorAll('#all .small').length > 100")

    page.wait_for_function("() => [...document.querySelectorAll('#all .small')].every((one) => one.firstChild)")


def test_enter_is_not_undone_by_an_answer_that_failed_before(
    talk: Path, show: Show, visit: Visit, complaints: list[str]
) -> None:
    """The same text was asked for before Enter, and that fails after it: the place is gone to all the same."""
    page = visit(f"{show(talk)}#2")
    page.wait_for_selector("figure[data-slide='2'] .spoken")
    waiting: list[Route] = []

    def first(route: Route) -> None:
        if waiting:
            waiting[0].fulfill(status=503)
            route.continue_()
        else:
            waiting.append(route)

    with page.expect_request("**/find?text=Listing"):
        page.route("**/find?text=Listing", first)
        page.keyboard.press("/")
        page.keyboard.type("Listing")
    page.keyboard.press("Enter")

    page.wait_for_selector("figure[data-slide='4']")
    forget(complaints)


def test_a_page_that_went_elsewhere_stays_where_slides_are_put_in(talk: Path, show: Show, visit: Visit) -> None:
    """It was led to the author once; after an edit and a line that broke, it is not led there again."""
    page = visit(f"{show(talk)}#1")
    page.wait_for_selector("figure[data-slide='1']")
    ends = page.evaluate(
        "import('./store.js').then(({ Store }) => {"
        " const store = new Store(); const slides = (n) => Array.from({ length: n }, (_, at) => ({ number: at + 1 }));"
        " store.receive({ slides: slides(6), langs: [] }); store.follow({ slide: 2 }); const led = store.current;"
        " store.change({ slides: slides(7), count: 7, moved: [1, 3, 4, 5, 6, 7], at: 0 }); store.show(6);"
        " store.receive({ slides: slides(7), langs: [] }); store.follow({ slide: 3, past: true });"
        " const stayed = store.current; store.follow({ slide: 4, past: true }); return [led, stayed, store.current];"
        " })"
    )

    assert [2, 6, 4] == ends


def test_windows_of_a_talk_wait_for_their_words(given: Talk, visit: Visit, complaints: list[str]) -> None:
    """A server that refuses once, or a phone on a bad line, is no reason for a window without words."""
    pages = [visit("about:blank") for _ in range(3)]
    for page in pages:
        once(page, "**/words")
    presenter, stage, phone = pages
    presenter.goto(f"{given.url}present")
    stage.goto(f"{given.url}stage")
    phone.goto(given.share)
    at(presenter, "Slide 1 of 5")
    on_stage(stage, 1)
    on_phone(phone, "Fast tests")

    forget(complaints)


def test_notes_are_asked_for_again(given: Talk, complaints: list[str]) -> None:
    """A line that fails for a moment leaves no speaker without the notes of the slide."""
    asked = once(given.presenter, "**/slide/2")
    given.presenter.keyboard.press("ArrowRight")
    given.presenter.locator("#said p", has_text="Speak slowly.").wait_for()

    assert 2 == len(asked)
    forget(complaints)


def test_a_bad_line_shares_as_before(given: Talk, visit: Visit, complaints: list[str]) -> None:
    """Where the server does not say whether phones may follow, the presenter's view does not say that none may."""
    page = visit("about:blank")
    page.clock.install()
    page.goto(f"{given.url}present")
    page.wait_for_selector("#share:not([hidden])")
    page.route("**/share", lambda route: route.fulfill(status=503))
    with page.expect_response("**/share"):
        page.clock.fast_forward(5_000)
    page.wait_for_function("() => new Promise((done) => requestAnimationFrame(() => done(true)))")

    shared = page.is_visible("#share"), page.is_hidden("#no-share")
    page.close()  # it would go on asking
    forget(complaints)

    assert (True, True) == shared


def test_a_picture_that_does_not_come_is_asked_for_by_one(given: Talk, visit: Visit, complaints: list[str]) -> None:
    """However often a phone hears of the talk meanwhile: a hall of phones on a bad line is no storm."""
    phone = visit("about:blank", **PHONE)
    phone.add_init_script(
        "window.fetched = 0; const real = fetch; window.fetch = (address, options) => {"
        " if (address.startsWith('picture/')) fetched += 1; return real(address, options); };"
    )
    phone.route("**/picture/*", lambda route: route.fulfill(status=503))
    phone.clock.install()
    phone.goto(given.share)
    on_phone(phone, "Fast tests")
    for _ in range(10):
        phone.evaluate("document.getElementById('larger').click()")
    phone.clock.run_for(20_000)

    asked = phone.evaluate("fetched")
    phone.close()  # it would go on asking, and the browser complain of it
    complaints.clear()

    assert 0 < asked <= 20
