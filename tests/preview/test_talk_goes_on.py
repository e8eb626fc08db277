"""What may go wrong while a talk is given: edits, slow and lost lines, phones that sleep, pages loaded again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import Show, Visit, barriers
from talking import DECK, PHONE, Talk, at, on_phone, on_stage, stop_the_time

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SMALL = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
HELD = """() => {
  const real = window.fetch;
  const free = new Promise((done) => (window.release = done));
  window.fetch = async (address, options) => {
    if (options?.method === "POST") await free;
    return real(address, options);
  };
}"""
"""What a page tells does not leave it until it is released."""
ASLEEP = """(asleep) => {
  Object.defineProperty(document, "hidden", { value: asleep, configurable: true });
  Object.defineProperty(document, "visibilityState", { value: asleep ? "hidden" : "visible", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def go(page: Page, number: int) -> None:
    """Go to a slide by its number."""
    page.keyboard.type(str(number))
    page.keyboard.press("Enter")


def test_a_talk_stays_at_its_slide(given: Talk, visit: Visit, talk_deck: Path) -> None:
    """A slide put in before the one that is on moves its number in all windows, and none of them to another slide."""
    stage = visit(f"{given.url}stage?lang=en")
    phone = visit(given.share, locale="en-CA", **PHONE)
    go(given.presenter, 4)
    at(given.presenter, "Slide 4 of 5 · Points")
    given.presenter.keyboard.press("ArrowRight")
    phone.locator("#texts p", has_text="Apples").wait_for()
    on_stage(stage, 4)

    talk_deck.write_text(DECK.replace("slides:\n", "slides:\n  - title: {en: New, fr: Neuve}\n"), encoding="utf-8")

    at(given.presenter, "Slide 5 of 6 · Points")
    on_stage(stage, 5)
    on_phone(phone, "Points")
    assert "Point 1 of 2" == given.presenter.inner_text("#step")
    assert ["Apples"] == phone.locator("#texts p").all_inner_texts()


def test_a_slow_line_leaves_all_windows_at_one_slide(given: Talk, visit: Visit) -> None:
    """What one window tells late, and another in between: the last that is heard counts, everywhere."""
    stage = visit(f"{given.url}stage")
    on_stage(stage, 1)
    given.presenter.evaluate(HELD)
    given.presenter.keyboard.press("ArrowRight")
    at(given.presenter, "Slide 2 of 5")
    go(stage, 4)
    on_stage(stage, 4)
    given.presenter.evaluate("() => release()")

    on_stage(stage, 2)
    at(given.presenter, "Slide 2 of 5")
    stage.keyboard.press("End")
    at(given.presenter, "Slide 5 of 5")


def test_what_could_not_be_told_is_told_again(given: Talk, visit: Visit, complaints: list[str]) -> None:
    """A line that fails for a moment loses no slide, and is told of while it does."""
    stage = visit(f"{given.url}stage")
    on_stage(stage, 1)
    given.presenter.route("**/move", lambda route: route.abort())
    given.presenter.keyboard.press("ArrowRight")
    given.presenter.wait_for_selector("#lost:not([hidden])")
    given.presenter.unroute("**/move")

    on_stage(stage, 2)
    given.presenter.wait_for_selector("#lost", state="hidden")
    complaints.clear()  # the browser's own, about the line


def test_a_phone_that_wakes_is_at_the_speakers_slide(given: Talk, visit: Visit) -> None:
    """While it sleeps it is not counted; woken, it shows the slide that is on."""
    phone = visit(given.share, locale="en-CA", **PHONE)
    given.presenter.keyboard.press("ArrowRight")
    on_phone(phone, "First")
    given.presenter.wait_for_selector("text=1 phone follows")
    phone.evaluate(ASLEEP, True)
    given.presenter.wait_for_selector("text=0 phones follow")
    given.presenter.keyboard.press("End")
    at(given.presenter, "Slide 5 of 5")
    phone.evaluate(ASLEEP, False)

    on_phone(phone, "For the English")


def test_screens_stay_on(given: Talk, visit: Visit) -> None:
    """The presenter's, the stage's and the phones' ask for it, and ask again once they are looked at again."""
    asks = "navigator.wakeLock.request = async (kind) => (window.asked ??= []).push(kind)"
    for page in (given.presenter, visit(f"{given.url}stage"), visit(given.share, **PHONE)):
        page.add_init_script(asks)
        page.reload()
        page.wait_for_function("() => window.asked")
        page.evaluate(ASLEEP, True)
        page.evaluate(ASLEEP, False)

        assert ["screen", "screen"] == page.evaluate("() => window.asked")


def test_the_clock_goes_on_where_the_page_is_loaded_again(talk_deck: Path, show: Show, visit: Visit) -> None:
    """And a clock that was stopped stays so, whichever slide comes."""
    page = visit(show(talk_deck, "--present"))
    at(page, "Slide 1 of 5")
    stop_the_time(page)
    page.keyboard.press("t")
    page.clock.run_for(60_000)
    page.reload()
    at(page, "Slide 1 of 5")
    page.clock.run_for(5_000)
    after = page.inner_text("#elapsed")
    page.keyboard.press("t")
    page.keyboard.press("ArrowRight")
    at(page, "Slide 2 of 5")
    stopped = page.inner_text("#elapsed")
    page.clock.run_for(60_000)

    assert ("1:05", "1:05", "1:05") == (after, stopped, page.inner_text("#elapsed"))
    assert "Start the clock" == page.text_content("#run-says")


def test_long_notes_stay_where_they_are_read(talk_deck: Path, show: Show, visit: Visit) -> None:
    """`j` and `k` scroll them; neither a dark screen nor a point scrolls them back, the next slide does."""
    long = "\\n\\n".join(["A long paragraph of notes that goes on and on."] * 60)
    talk_deck.write_text(DECK.replace("en: One by one.", f'en: "{long}"'), encoding="utf-8")
    page = visit(show(talk_deck, "--present"))
    at(page, "Slide 1 of 5")
    go(page, 4)
    page.locator("#said p", has_text="A long paragraph").first.wait_for()
    top = "() => document.getElementById('said').scrollTop"
    page.keyboard.press("j")
    page.keyboard.press("j")
    down = page.evaluate(top)
    page.keyboard.press("k")
    up = page.evaluate(top)
    page.keyboard.press("b")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.getElementById('step').textContent === 'Point 1 of 2'")
    kept = page.evaluate(top)
    page.keyboard.press("End")
    page.locator("#said p", has_text="Only here.").wait_for()

    assert down > up == kept > 0
    assert 0 == page.evaluate(top)


@pytest.mark.parametrize("key", ["s", "F5"])
def test_the_audiences_window_is_one_of_its_own(given: Talk, key: str) -> None:
    """`s` opens it, and F5, the key of clickers that begins a talk; it is not opened twice."""
    with given.presenter.expect_popup() as opened:
        given.presenter.keyboard.press(key)
    stage = opened.value
    on_stage(stage, 1)
    given.presenter.keyboard.press(key)
    given.presenter.keyboard.press("ArrowRight")
    on_stage(stage, 2)

    assert 2 == len(given.presenter.context.pages)


def test_a_number_that_no_slide_has_leads_nowhere(given: Talk) -> None:
    """Least of all to the last slide, which the audience's phones would have from then on."""
    go(given.presenter, 99)
    go(given.presenter, 0)
    given.presenter.keyboard.press("ArrowRight")

    at(given.presenter, "Slide 2 of 5")


def test_what_comes_next_is_the_next_point(given: Talk) -> None:
    """Beside the slide stands what the next press shows: a point of it, then the slide that follows."""
    go(given.presenter, 4)
    said = []
    for key in ("", "ArrowRight", "ArrowRight"):
        if key:
            given.presenter.keyboard.press(key)
        said.append(given.presenter.inner_text("#then-title"))

    assert ["Point 1 of 2", "Point 2 of 2", "For the English"] == said


@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
def test_the_presenters_view_fits_a_phone(talk_deck: Path, show: Show, visit: Visit, locale: str) -> None:
    """At 360 pixels the buttons stand in one row, each with its name for who hears it, and nothing reaches beyond."""
    page = visit(show(talk_deck, "--present", "--share-address", "127.0.0.1"), locale=locale, **SMALL)
    page.wait_for_selector("#code:not([hidden])")
    page.wait_for_selector("#now img")
    rows = page.evaluate("() => [...document.querySelectorAll('.tools > *')].map((one) => one.offsetTop)")

    assert 7 == len(rows)
    assert 1 == len(set(rows))
    assert 360 == page.evaluate("() => document.documentElement.scrollWidth")
    assert [] == barriers(page)


@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
def test_the_presenters_tools_stand_in_one_row(talk_deck: Path, show: Show, visit: Visit, locale: str) -> None:
    """With their words, in a window of 1280 pixels, in both languages."""
    page = visit(show(talk_deck, "--present", "--share-address", "127.0.0.1"), locale=locale)
    page.wait_for_selector("#code:not([hidden])")
    rows = page.evaluate("() => [...document.querySelectorAll('.tools > *')].map((one) => one.offsetTop)")

    assert 1 == len(set(rows))
