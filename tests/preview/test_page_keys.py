"""What each key of the preview does, and what it leaves to the fields and windows that need it themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import Show, Visit, lasting
from conftest import SMALL_DECK
from slidekit.preview.wording import words

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, show_once: Show) -> str:
    """Where the small deck is shown."""
    deck = tmp_path_factory.mktemp("talk") / "talk.yaml"
    deck.write_text(SMALL_DECK, encoding="utf-8")
    return show_once(deck)


@pytest.fixture
def page(address: str, visit: Visit) -> Page:
    """The deck's second of four slides, in both languages."""
    page = visit(f"{address}#2")
    page.wait_for_function(
        '() => document.querySelectorAll(\'figure[data-slide="2"] .layer[data-slide="2"] h4\').length === 2'
    )
    return page


def closed(page: Page) -> None:
    """Wait until no window is over the page."""
    page.wait_for_function("() => !document.querySelector('dialog[open]')")


def position(page: Page) -> str:
    """What stands over the slide."""
    return page.inner_text("#position")


def focused(page: Page) -> str:
    """The words of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def open_window(page: Page) -> str:
    """The id of the window over the page."""
    return str(page.evaluate("document.querySelector('dialog[open]')?.id ?? ''"))


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("ArrowRight", 3), ("ArrowDown", 3), ("PageDown", 3), ("Space", 3),
        ("ArrowLeft", 1), ("ArrowUp", 1), ("PageUp", 1), ("Shift+Space", 1),
        ("Home", 1), ("End", 4),
    ],
)  # fmt: skip
def test_keys_that_turn_pages(page: Page, key: str, number: int) -> None:
    """Arrows, page keys and the space bar go from slide to slide; the address and the strip say where."""
    page.keyboard.press(key)
    page.wait_for_selector(f"figure[data-slide='{number}']")

    page.wait_for_url(f"**/#{number}")
    assert f"Slide {number} of 4" == position(page)
    assert f"strip-{number}" == page.get_attribute("#strip", "aria-activedescendant")
    assert "true" == page.get_attribute(f"#strip-{number}", "aria-selected")


def test_the_ends_are_the_ends(page: Page) -> None:
    """Beyond the first and the last slide there is nothing, and the buttons say so."""
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    first = position(page), page.is_disabled("#previous")
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")

    assert ("Slide 1 of 4", True) == first
    assert ("Slide 4 of 4", True) == (position(page), page.is_disabled("#next"))


def test_l_goes_through_the_languages(page: Page) -> None:
    """Both, English, French, and both again; the buttons follow."""
    seen = []
    for _ in range(4):
        pressed = page.locator(".views [aria-pressed=true]").inner_text()
        seen.append((pressed, page.locator("figure.side h3").all_inner_texts()))
        page.keyboard.press("l")

    both = ("Both", ["English", "French"])
    assert [both, ("English", ["English"]), ("French", ["French"]), both] == seen


def test_n_shows_the_notes_or_not(page: Page) -> None:
    """The notes of both languages go and come."""
    notes = page.get_by_text("Draw the curve by hand.").or_(page.get_by_text("Tracer la courbe à la main."))
    shown = []
    for _ in range(3):
        shown.append([one.is_visible() for one in notes.all()])
        page.keyboard.press("n")

    assert [[True, True], [False, False], [True, True]] == shown


def test_choices_outlive_a_reload(page: Page) -> None:
    """The slide, the language, the notes and whether the page follows are as they were."""
    page.keyboard.press("End")
    page.keyboard.press("l")
    page.keyboard.press("n")
    page.keyboard.press("f")
    page.wait_for_url("**/#4")
    page.reload()
    page.wait_for_selector("figure[data-slide='4']")

    assert (["English"], "Slide 4 of 4") == (page.locator("figure.side h3").all_inner_texts(), position(page))
    assert page.is_hidden(".below")
    assert "false" == page.get_attribute("#show-follow", "aria-pressed")


def test_o_shows_all_slides(page: Page) -> None:
    """The arrows choose among them, Enter goes there, Escape and `o` go back."""
    page.keyboard.press("o")
    page.wait_for_selector("#overview .thumb img >> nth=3")
    there = open_window(page), page.locator("#all .thumb").count()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    chosen = open_window(page), position(page)
    page.keyboard.press("o")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("o")

    assert ("overview", 4) == there
    assert ("", "Slide 3 of 4") == chosen
    assert ("", "Slide 3 of 4") == (open_window(page), position(page))


@pytest.mark.parametrize(
    ("text", "place", "number", "said"),
    [
        ("TRANSISTORS", "Slide 2 · English", 2, "Every two years, twice the transistors"),
        ("deux colonnes", "Slide 3 · French", 3, "Deux colonnes de mots"),
        ("a voix HAUTE", "Notes of slide 4 · French", 4, "Le lire à voix haute."),
        ("moore : une", "Slide 2 · French", 2, "La loi de Moore : une promesse tenue"),
    ],
)
def test_slash_finds_a_text(page: Page, text: str, place: str, number: int, said: str) -> None:
    """Neither case nor accents nor the kind of space count; Enter goes to the slide."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    hit = page.locator("#hits [role=option]").first
    hit.filter(has_text=place).wait_for()
    found = hit.locator(".said").inner_text().replace("\u00a0", " ")
    page.keyboard.press("Enter")
    closed(page)

    assert said == found
    assert f"Slide {number} of 4" == position(page)


def test_a_text_of_the_notes_is_pointed_at(page: Page) -> None:
    """The notes are shown if they were not, and the paragraph is marked for a moment."""
    lasting(page)
    page.keyboard.press("n")
    page.keyboard.press("/")
    page.keyboard.type("second column")
    page.keyboard.press("Enter")
    page.wait_for_selector(".notes[lang|=en] p.found:text-is('Point at the second column.')")

    assert "Slide 3 of 4" == position(page)


def test_enter_waits_for_what_was_typed(page: Page) -> None:
    """Pressed before the answer is there, it goes to the text as it was typed, not to what an earlier letter found."""
    page.keyboard.press("/")
    page.keyboard.type("d")
    page.locator("#hits [role=option]").first.filter(has_text="Slide 1").wait_for()
    page.keyboard.type("eux colonnes")
    page.keyboard.press("Enter")
    closed(page)

    assert "Slide 3 of 4" == position(page)


def test_what_is_nowhere_is_said_to_be_nowhere(page: Page) -> None:
    """The keys that turn pages are letters in the field; Escape leaves all as it was."""
    page.keyboard.press("/")
    page.keyboard.type("lno?p xyz")
    page.get_by_text("“lno?p xyz” is nowhere in this deck").wait_for()
    page.keyboard.press("Escape")
    closed(page)

    assert "Slide 2 of 4" == position(page)
    assert 2 == page.locator("figure.side").count()


def test_question_mark_tells_the_keys(page: Page) -> None:
    """Every key is told; the same key closes the window, and in it no page is turned."""
    page.keyboard.press("?")
    told = open_window(page), page.locator("#help dt").count()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("?")

    assert ("help", 12) == told
    assert ("", "Slide 2 of 4") == (open_window(page), position(page))


def test_letters_can_be_turned_off(page: Page) -> None:
    """WCAG 2.1, 2.1.4: who dictates, or shakes, presses no letter by chance; the arrows stay keys."""
    page.keyboard.press("?")
    page.uncheck("#letters")
    page.keyboard.press("Escape")
    closed(page)
    page.keyboard.press("l")
    page.keyboard.press("o")
    page.keyboard.press("ArrowRight")

    assert ("", 2) == (open_window(page), page.locator("figure.side").count())
    assert "Slide 3 of 4" == position(page)


def test_p_opens_the_presenters_view(page: Page) -> None:
    """In a window of its own, at the slide that is looked at."""
    with page.context.expect_page() as opened:
        page.keyboard.press("p")

    opened.value.wait_for_url("**/present#2")


def test_f_stays_where_one_is(talk: Path, show: Show, visit: Visit) -> None:
    """Typing elsewhere shows that slide, unless the page was asked to stay."""
    page = visit(f"{show(talk)}#2")
    page.wait_for_selector("figure[data-slide='2']")
    text = talk.read_text(encoding="utf-8")
    talk.write_text(text.replace("Two columns of words", "Two columns of verbs"), encoding="utf-8")
    page.wait_for_selector("figure[data-slide='3']")
    followed = position(page)
    page.keyboard.press("f")
    talk.write_text(text.replace("A listing", "Another listing"), encoding="utf-8")
    page.wait_for_selector("#strip-4[aria-label*='Another listing']")

    assert ("Slide 3 of 4", "Slide 3 of 4") == (followed, position(page))
    assert "false" == page.get_attribute("#show-follow", "aria-pressed")


def test_tab_and_arrows_go_from_text_to_text(page: Page) -> None:
    """One stop for each language; within it up and down go on, left and right turn the page."""
    page.locator("figure.side .spoken").first.focus()
    first = focused(page)
    page.keyboard.press("ArrowDown")
    second = focused(page)
    page.keyboard.press("Tab")
    other = focused(page)
    page.keyboard.press("Shift+Tab")
    back = focused(page)
    page.keyboard.press("ArrowRight")

    assert "Moore's law: a promise kept" == first.replace("\u2019", "'")
    assert "Every two years, twice the transistors" == second
    assert other.startswith("La loi de Moore")
    assert second == back
    assert "Slide 3 of 4" == position(page)


def test_keys_with_control_are_the_browsers(page: Page) -> None:
    """Ctrl-L, Ctrl-N and Alt with an arrow do nothing here."""
    for key in ("Control+l", "Alt+n", "Meta+o", "Control+ArrowRight"):
        page.keyboard.press(key)

    assert ("", "Slide 2 of 4", 2) == (open_window(page), position(page), page.locator("figure.side").count())


def test_a_key_right_after_a_window_was_closed_counts(page: Page) -> None:
    """The focus is still within the closed window until the browser draws again: the next key is the page's."""
    page.keyboard.press("o")
    page.evaluate(
        "() => { document.querySelector('#overview').close();"
        " document.querySelector('#all').dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true})) }"
    )

    assert "find" == open_window(page)


def test_an_arrow_right_after_a_window_was_closed_turns_the_page(page: Page) -> None:
    """Also where a field of that window still has the focus: it is out of sight and has no use for the key."""
    page.keyboard.press("?")
    page.evaluate(
        "() => { const field = document.querySelector('#letters'); field.focus();"
        " document.querySelector('#help').close();"
        " field.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true})) }"
    )

    assert "Slide 3 of 4" == position(page)


def test_buttons_do_what_keys_do(page: Page) -> None:
    """Everything is there for a mouse and a finger too."""
    page.click("#next")
    turned = position(page)
    page.click("#previous")
    page.click("#view-fr")
    french = page.locator("figure.side h3").all_inner_texts()
    page.click("#show-notes")
    hidden = page.is_hidden(".below")
    page.click("#show-overview")
    page.click("#overview [data-slide='4']")

    assert ("Slide 3 of 4", ["French"], True) == (turned, french, hidden)
    assert "Slide 4 of 4" == position(page)


def test_the_page_speaks_both_languages(page: Page) -> None:
    """The switch changes every word of the page, the findings' too, and keeps the slide."""
    page.click("#other-language")
    page.wait_for_function("() => document.documentElement.lang === 'fr'")
    french = page.inner_text("#position"), page.inner_text("#other-language")
    page.get_by_text("Notes · 5 mots").wait_for()
    page.click("#other-language")
    page.wait_for_function("() => document.documentElement.lang === 'en'")

    assert (words("fr")["slide.of"].format(n=2, count=4), "English") == french
    assert "Slide 2 of 4" == position(page)
