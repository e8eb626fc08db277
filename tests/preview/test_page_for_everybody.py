"""The preview for those who hear it, see little of it, or read it in French: axe-core finds nothing in any view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import Show, Visit, barriers, lasting
from conftest import SMALL_DECK

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

FAULTY = (
    SMALL_DECK.replace("        fr: Tous les deux ans, deux fois plus de transistors\n", "")
    .replace("Attendre coûte plus cher", "Attendre coute  plus cher")
    .replace("    time: 1m30\n", "    time: 1m30\n    hidden: true\n")
)
"""A text is missing, others are doubtful, and the slide is hidden."""
VIEWS = {
    "slide": (),
    "french": ("l", "l"),
    "without notes": ("n",),
    "overview": ("o",),
    "find": ("/", "t", "r", "a", "n"),
    "nothing found": ("/", "x", "y", "z"),
    "keys": ("?",),
}
"""What is pressed to see them."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, show_once: Show) -> str:
    """Where the deck with faults is shown."""
    deck = tmp_path_factory.mktemp("talk") / "talk.yaml"
    deck.write_text(FAULTY, encoding="utf-8")
    return show_once(deck)


def ready(page: Page) -> Page:
    """Wait for the slide, its texts and what is wrong with it."""
    page.wait_for_selector("figure:nth-child(2)[data-slide='2'] .layer[data-slide='2'] .spoken")
    page.wait_for_selector("#findings .finding")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
def test_no_view_has_a_barrier(address: str, visit: Visit, scheme: str, locale: str) -> None:
    """axe-core finds no violation of WCAG 2.2 AA nor of good practice, in every view, language and colour scheme."""
    page = ready(visit(f"{address}#2", color_scheme=scheme, locale=locale))
    found = {}
    for name, keys in VIEWS.items():
        for key in keys:
            page.keyboard.press(key)
        if name == "find":
            page.wait_for_selector("#hits [role=option] mark:text-is('tran')")
        if name == "nothing found":
            page.wait_for_selector("#hits-told:has-text('xyz')")
        if name == "overview":
            page.wait_for_selector("#overview .thumb img")
        found[name] = barriers(page)
        page.keyboard.press("Escape")

    assert {name: [] for name in VIEWS} == found
    assert locale[:2] == page.get_attribute("html", "lang")


def test_barriers_are_found_where_there_are_any(address: str, visit: Visit) -> None:
    """The audit itself is at work: a button without a name is told of."""
    page = ready(visit(f"{address}#2"))
    page.evaluate("document.getElementById('next').removeAttribute('aria-label')")
    page.evaluate("document.getElementById('next').removeAttribute('title')")

    assert ["button-name"] == [one.partition(":")[0] for one in barriers(page)]


def test_no_barrier_when_the_deck_is_broken(talk: Path, show: Show, visit: Visit) -> None:
    """The error over the last picture can be read and reached too."""
    page = visit(f"{show(talk)}#2")
    page.wait_for_selector("figure[data-slide='2'] .spoken")
    talk.write_text(SMALL_DECK.replace("slides:\n", "slides: {\n"), encoding="utf-8")
    page.wait_for_selector("#broken:not([hidden])")

    assert [] == barriers(page)
    assert "alert" == page.get_attribute("#broken", "role")


def test_a_screen_reader_reads_each_side_in_its_language(address: str, visit: Visit) -> None:
    """The texts of a side carry its locale, in the order of the slide, its title as a heading."""
    page = ready(visit(f"{address}#2", locale="fr-CA"))

    sides = page.locator("figure.side .layer")
    assert ["en-CA", "fr-CA"] == [one.get_attribute("lang") for one in sides.all()]
    assert ["en-CA", "fr-CA"] == [one.get_attribute("lang") for one in page.locator(".notes").all()]
    title, first = sides.nth(0).locator(".spoken").all_text_contents()[:2]
    assert ("Moore's law: a promise kept", "Every two years, twice the transistors") == (title.replace("’", "'"), first)
    assert "H4" == sides.nth(0).locator(".spoken").first.evaluate("(one) => one.parentElement.tagName")


def test_turning_the_page_is_announced(address: str, visit: Visit) -> None:
    """Who does not see the slide hears its number and its title."""
    page = ready(visit(f"{address}#2"))
    page.keyboard.press("ArrowRight")

    page.wait_for_function("() => document.getElementById('announced').textContent.includes('Two columns')")
    assert "Slide 3: Two columns of words" == page.text_content("#announced")
    assert "status" == page.get_attribute("#announced", "role")


@pytest.mark.parametrize(("width", "height"), [(320, 640), (640, 400), (1280, 800), (3840, 2160)])
def test_it_fits_every_window(address: str, visit: Visit, width: int, height: int) -> None:
    """From a phone, or 200 % of a small window, to a wall: nothing is cut off sideways, nothing stands over another."""
    page = ready(visit(f"{address}#2", viewport={"width": width, "height": height}))

    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert [] == page.eval_on_selector_all(
        "header button, header a, .head > *, figure, .finding",
        "all => all.filter((one) => one.offsetParent && (one.getBoundingClientRect().right > innerWidth + 0.5 "
        "|| one.getBoundingClientRect().left < -0.5)).map((one) => one.outerHTML)",
    )
    assert [] == barriers(page)


@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
def test_the_tools_stand_in_one_row_on_a_phone(address: str, visit: Visit, locale: str) -> None:
    """At 360 pixels no button is pushed into a row of its own, in neither language."""
    page = ready(visit(f"{address}#2", viewport={"width": 360, "height": 740}, locale=locale))
    rows = page.evaluate("() => [...document.querySelectorAll('.tools > *')].map((one) => one.offsetTop)")

    assert 7 == len(rows)
    assert 1 == len(set(rows))


def test_large_letters_of_the_browser_are_kept(address: str, visit: Visit) -> None:
    """Text at 200 % (WCAG 2.2, 1.4.4) cuts nothing off sideways."""
    page = ready(visit(f"{address}#2"))
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.scrollingElement.scrollWidth") <= 1280
    assert [] == barriers(page)


def test_strong_contrast_of_the_system_is_kept(address: str, visit: Visit) -> None:
    """In forced colours what is chosen is still seen, and the texts over the picture stay unseen."""
    page = ready(visit(f"{address}#2", forced_colors="active"))

    assert "solid" == page.eval_on_selector(
        "#strip [aria-selected=true] .small", "(one) => getComputedStyle(one).outlineStyle"
    )
    assert "0" == page.eval_on_selector(".spoken span", "(one) => getComputedStyle(one).opacity")


def test_nothing_moves_for_those_who_ask_for_stillness(address: str, visit: Visit) -> None:
    """With `prefers-reduced-motion` no animation runs, also where a text that was found is pointed at."""
    page = ready(visit(f"{address}#2"))
    lasting(page)
    page.keyboard.press("/")
    page.keyboard.type("Waiting")
    page.wait_for_selector("#hits [role=option]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".spoken.found")

    assert 0 == page.evaluate("document.getAnimations().length")


def test_the_keyboard_reaches_everything(address: str, visit: Visit) -> None:
    """Tab goes through the page in its order, ends, and is always seen."""
    page = ready(visit(f"{address}#2"))
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate("(document.activeElement.id || document.activeElement.className)")
        if not name:
            break
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        reached.append((str(name).split()[0], outline))

    names = [name for name, _ in reached]
    assert ["skip", "view-both"] == names[:2]
    assert {"strip", "show-find", "present", "previous", "next"} <= set(names)
    assert 2 == names.count("spoken")
    assert {"solid"} == {outline for _, outline in reached}
