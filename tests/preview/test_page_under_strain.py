"""The preview of hostile decks, of very long ones, and over a line that breaks."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import Show, Started, Visit, lasting
from conftest import SMALL_DECK

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page, Route

pytestmark = pytest.mark.browser

HOSTILE = """\
slidekit: 1
title: {both: "<img src=x onerror=alert(1)>"}
slides:
  - section: {both: "<script>document.title='taken'</script>"}
    notes: {both: "</p><script>alert(2)</script> {n} ${x"}
  - title: {both: "</title><svg onload=alert(3)>"}
    bullets:
      - both: "<a href='javascript:alert(4)'>here</a> &amp; &lt;b&gt; [link](javascript:alert(5))"
      - both: "🎉 \\u05e9\\u05dc\\u05d5\\u05dd 中文 {count} %s"
      - en: "only here <b>bold</b>"
    code: |
      </script><script>alert(6)</script>
    notes: {both: "<style>body{display:none}</style>"}
"""


def test_nothing_of_a_deck_becomes_markup(tmp_path: Path, show: Show, visit: Visit) -> None:
    """Tags, entities and scripts in every kind of text are shown letter for letter and do nothing."""
    deck = tmp_path / "<b>&amp;'\"talk.yaml"
    deck.write_text(HOSTILE, encoding="utf-8")
    page = visit(f"{show(deck)}#3")
    asked: list[str] = []

    def heard(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", heard)
    page.wait_for_selector("figure[data-slide='3'] .spoken")
    page.wait_for_selector("#findings .finding")
    page.keyboard.press("o")
    page.wait_for_selector("#overview .thumb img")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("<b>bold")
    page.get_by_role("option").locator("mark").get_by_text("<b>bold", exact=True).first.wait_for()
    page.keyboard.press("Escape")

    assert "<img src=x onerror=alert(1)>" == page.inner_text("#deck")
    assert "<script>document.title='taken'</script>" == page.inner_text("#section")
    assert "<style>body{display:none}</style>" == page.locator(".notes p").first.inner_text()
    assert "</title><svg onload=alert(3)>" == page.locator("figure .spoken").first.text_content()
    assert f"3 · {deck.name}" == page.title()
    strangers = "script:not([src='main.js']), main :is(a, b, script, style), .bar img, figure svg, [onerror], [onload]"
    assert 0 == page.locator(strangers).count()
    assert [] == asked


def test_a_thousand_slides_cost_no_more_than_ten(tmp_path: Path, show: Show, visit: Visit) -> None:
    """Only what is in sight is in the page; the last slide is one key away."""
    deck = tmp_path / "long.yaml"
    slides = "".join(
        f"  - title: {{en: Slide {n} of it, fr: Diapositive {n}}}\n    text: {{both: '{n}'}}\n" for n in range(1000)
    )
    deck.write_text(f"slidekit: 1\ntitle: {{en: Long, fr: Longue}}\nslides:\n{slides}", encoding="utf-8")
    page = visit(show(deck))
    page.wait_for_selector("figure[data-slide='1']")
    few = page.locator("#strip .thumb").count()

    page.keyboard.press("End")
    page.wait_for_selector("figure[data-slide='1001']")
    page.wait_for_selector("#strip-1001 img")
    page.keyboard.press("o")
    page.wait_for_selector("#all-1001 img")
    many = page.locator(".thumb").count()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("of it")
    page.get_by_text("100+ places").wait_for()

    assert 0 < few < 20
    assert many < 120
    assert "1001" == page.get_attribute("#strip-1001", "aria-setsize")
    assert 0 == page.locator("#strip-1").count()


def test_slides_that_fly_past_are_not_drawn(tmp_path: Path, show: Show, visit: Visit) -> None:
    """A key that is held leaves nothing to wait for: of the slides in between no picture is asked for."""
    deck = tmp_path / "long.yaml"
    slides = "".join(f"  - title: {{en: Slide {n}, fr: Diapositive {n}}}\n" for n in range(200))
    deck.write_text(f"slidekit: 1\ntitle: {{en: Long, fr: Longue}}\nslides:\n{slides}", encoding="utf-8")
    page = visit(show(deck))
    page.wait_for_selector("figure[data-slide='1']")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/picture/" in request.url else None)
    page.evaluate(
        "() => { for (let n = 0; n < 150; n++) document.body.dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true, repeat: n > 0})) }"
    )
    page.wait_for_selector("figure:nth-child(2)[data-slide='151'] .layer[data-slide='151'] .spoken")

    assert len(asked) < 60


def test_a_line_that_breaks_is_taken_up_again(talk: Path, show: Show, visit: Visit, complaints: list[str]) -> None:
    """The page says that it has lost the server, and knows what happened meanwhile when it is back."""
    page = visit(f"{show(talk)}#2")
    page.wait_for_selector("figure[data-slide='2']")
    refuse(page)
    page.click("#other-language")  # a new line is opened, and refused
    page.wait_for_selector("#lost:not([hidden])")
    talk.write_text(SMALL_DECK.replace("a promise kept", "a promise broken"), encoding="utf-8")

    page.unroute("**/events*")
    page.wait_for_selector("#lost", state="hidden")
    page.get_by_role("button", name="a promise broken").wait_for()

    assert all("events" in one for one in complaints)
    complaints.clear()


def refuse(page: Page) -> None:
    """Let no events through."""

    def abort(route: Route) -> None:
        route.abort()

    page.route("**/events*", abort)


def test_a_server_that_ends_leaves_the_page_readable(
    talk: Path, show: Show, started: Started, visit: Visit, complaints: list[str]
) -> None:
    """After Ctrl-C the slide stays, and the page says why nothing follows any more."""
    page = visit(f"{show(talk)}#2")
    page.wait_for_selector("figure[data-slide='2'] .spoken")

    started[-1].send_signal(signal.SIGINT)
    page.wait_for_selector("#lost:not([hidden])")

    assert page.is_visible("figure[data-slide='2'] img >> nth=0")
    assert "Connection lost; trying again" == page.inner_text("#lost")
    page.close()  # it would go on trying, and the browser complain of it
    complaints.clear()


def test_a_server_that_stands_still_is_waited_for(talk: Path, show: Show, started: Started, visit: Visit) -> None:
    """While it does not answer, the notes of another slide are not shown below this one; then all is there."""
    page = visit(f"{show(talk)}#1")
    page.wait_for_selector("figure[data-slide='1'] .layer[data-slide='1'] .spoken")
    lasting(page)

    started[-1].send_signal(signal.SIGSTOP)
    try:
        page.keyboard.press("End")
        page.wait_for_function("() => !document.querySelector('.spoken') && !document.querySelector('.notes p')")
        page.keyboard.press("/")
        page.keyboard.type("deux colonnes")
        page.keyboard.press("Enter")
    finally:
        started[-1].send_signal(signal.SIGCONT)

    page.wait_for_selector("figure:nth-child(2)[data-slide='3'] .layer[data-slide='3'] .spoken.found")
    page.get_by_text("Montrer la deuxième colonne.").wait_for()
    assert 0 == page.locator(".waits").count()
    assert page.is_hidden("#lost")


def test_typing_fast_ends_with_the_last_text(talk: Path, show: Show, visit: Visit) -> None:
    """Of many saves in a row the last one is on the page, in words and in the picture."""
    page = visit(f"{show(talk)}#2")
    page.wait_for_selector("figure[data-slide='2'] .spoken")
    shown = "figure:has([lang|=en])"
    before = page.get_attribute(shown, "data-key")

    for number in range(30):
        talk.write_text(SMALL_DECK.replace("a promise kept", f"promise {number}"), encoding="utf-8")
    page.get_by_role("button", name="promise 29").wait_for()
    page.wait_for_function(
        "([side, key]) => { const one = document.querySelector(side); return one.dataset.key !== key; }",
        arg=[shown, before],
    )

    page.wait_for_function("() => document.getElementById('strip-2').getAttribute('aria-label').includes('promise 29')")
    key = page.evaluate(
        "new Promise((done) => { const source = new EventSource('events'); source.addEventListener('deck', (event) => "
        "{ source.close(); done(JSON.parse(event.data).slides[1].pictures.en); }); })"
    )
    page.wait_for_selector(f"{shown}[data-key='{key}']")


def test_a_deck_in_one_language_shows_one_side(tmp_path: Path, show: Show, visit: Visit) -> None:
    """A slide for one language only says so on the other side."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(SMALL_DECK.replace("    syntax: python\n", "    syntax: python\n    only: en\n"), encoding="utf-8")
    page = visit(f"{show(deck)}#4")
    page.wait_for_selector("figure[data-slide='4']")

    absent = page.locator("figure.side").nth(1).locator(".absent")
    absent.wait_for()
    assert "This slide is not in the French version" == absent.inner_text()
    assert page.locator("figure.side").nth(0).locator(".absent").is_hidden()
