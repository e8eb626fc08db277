"""A talk given from the browser: the presenter's view, the stage, and the audience's phones, all in step."""

from __future__ import annotations

from pathlib import Path

import pytest

from browsing import Show, Visit, barriers
from talking import DECK, PHONE, Talk, at, on_phone, on_stage, stop_the_time

pytestmark = pytest.mark.browser


def test_two_windows_go_in_step(given: Talk, visit: Visit) -> None:
    """What the presenter turns, the stage shows, and the other way round; hidden slides are passed over."""
    stage = visit(f"{given.url}stage")
    on_stage(stage, 1)

    given.presenter.keyboard.press("ArrowRight")
    on_stage(stage, 2)
    given.presenter.keyboard.press("Space")
    on_stage(stage, 4)
    stage.keyboard.press("PageUp")

    at(given.presenter, "Slide 2 of 5")


def test_a_window_that_comes_later_is_in_step_at_once(given: Talk, visit: Visit) -> None:
    """A stage that is opened, or reloaded, in the middle of the talk shows the slide that is on, dark where it is."""
    given.presenter.keyboard.press("ArrowRight")
    given.presenter.keyboard.press("b")
    given.presenter.wait_for_selector("#dark:not([hidden])")

    stage = visit(f"{given.url}stage")

    stage.wait_for_selector("body.dark")
    on_stage(stage, 2)


def test_points_come_one_by_one(given: Talk, visit: Visit) -> None:
    """Each point has its own picture, the last the whole slide; going back takes them away again."""
    stage = visit(f"{given.url}stage")
    keys = "() => [...document.querySelectorAll('#slide img')].map((one) => one.src)"
    seen: list[str] = []
    given.presenter.keyboard.press("4")
    given.presenter.keyboard.press("Enter")
    for point in ("Point 0 of 2", "Point 1 of 2", "Point 2 of 2"):
        given.presenter.wait_for_function("(p) => document.getElementById('step').textContent === p", arg=point)
        on_stage(stage, 4)
        stage.wait_for_function(
            f"(seen) => {{ const now = ({keys})(); return now[0] && !seen.includes(now[0]); }}", arg=seen
        )
        seen += stage.evaluate(keys)
        given.presenter.keyboard.press("ArrowRight")
    at(given.presenter, "Slide 5 of 5")

    given.presenter.keyboard.press("ArrowLeft")

    at(given.presenter, "Slide 4 of 5")
    assert "Point 2 of 2" == given.presenter.inner_text("#step")
    assert 3 == len(set(seen))


def test_the_presenter_darkens_and_lights_the_stage(given: Talk, visit: Visit) -> None:
    """`b` darkens the stage, and `b` lights it again."""
    stage = visit(f"{given.url}stage")
    given.presenter.keyboard.press("b")
    stage.wait_for_selector("body.dark")
    hidden = stage.is_hidden("#slide")
    given.presenter.keyboard.press("b")

    stage.wait_for_selector("body:not(.dark)")

    assert hidden


def test_notes_in_either_language(given: Talk) -> None:
    """Notes stand in both languages, or in one, each marked as what it is; type grows with +."""
    notes = given.presenter.locator("#said p")
    given.presenter.keyboard.press("ArrowRight")
    notes.filter(has_text="Speak slowly.").wait_for()
    both = [(one.get_attribute("lang"), one.inner_text()) for one in notes.all()]
    given.presenter.keyboard.press("n")
    given.presenter.keyboard.press("n")
    notes.filter(has_text="Speak slowly.").wait_for(state="detached")
    french = notes.all_inner_texts()
    size = "() => parseFloat(getComputedStyle(document.getElementById('said')).fontSize)"
    before = given.presenter.evaluate(size)
    given.presenter.keyboard.press("+")

    assert [("en-CA", "Speak slowly."), ("fr-CA", "Parler lentement.")] == both
    assert ["Parler lentement."] == french
    assert given.presenter.evaluate(size) > before


def test_the_time_is_told_against_the_plan(talk_deck: Path, show: Show, visit: Visit) -> None:
    """Elapsed, left and pace: a hidden slide is not in the plan; late is told once it is, nothing before."""
    page = visit(show(talk_deck, "--present"))
    at(page, "Slide 1 of 5")
    stop_the_time(page)
    page.reload()
    at(page, "Slide 1 of 5")
    page.clock.run_for(20_000)
    before = [page.inner_text(name) for name in ("#elapsed", "#left", "#pace")]
    page.keyboard.press("ArrowRight")
    at(page, "Slide 2 of 5")
    page.clock.run_for(60_000)
    told = [page.inner_text(name) for name in ("#elapsed", "#left", "#pace")]
    page.clock.run_for(150_000)
    late = [page.inner_text(name) for name in ("#left", "#pace")]
    page.clock.run_for(60_000)

    assert ["0:00", "4:00", "–"] == before
    assert ["1:00", "3:00", "On time"] == told
    assert ["0:30", "1 min 30 s behind"] == [text.replace("\u00a0", " ") for text in late]
    assert "30 s over" == page.inner_text("#left").replace("\u00a0", " ")


def test_a_phone_follows_in_its_own_language(given: Talk, visit: Visit) -> None:
    """A phone set to French gets French, one to English English; each can switch, and keeps that when it reloads."""
    french = visit(given.share, locale="fr-CA", **PHONE)
    english = visit(given.share, locale="en-CA", **PHONE)
    given.presenter.keyboard.press("ArrowRight")
    on_phone(french, "Premier")
    on_phone(english, "First")
    french.click("[data-lang=en]")
    on_phone(french, "First")
    french.reload()
    on_phone(french, "First")

    given.presenter.keyboard.press("End")

    on_phone(english, "For the English")


def test_a_phone_reads_the_slide_as_text(given: Talk, visit: Visit) -> None:
    """The words of the slide stand below its picture, in their language, and a change is announced."""
    phone = visit(given.share, locale="fr-CA", **PHONE)
    given.presenter.keyboard.press("ArrowRight")
    on_phone(phone, "Premier")

    assert "fr-CA" == phone.get_attribute("#texts", "lang")
    assert ["Un mot"] == phone.locator("#texts p").all_inner_texts()
    assert "Premier" in phone.inner_text("#announced")
    assert "lentement" not in phone.content()


def test_a_slide_in_one_language_is_shown_in_that(given: Talk, visit: Visit) -> None:
    """Where the phone's language lacks the slide, it is shown in the other, and that is said."""
    phone = visit(given.share, locale="fr-CA", **PHONE)
    given.presenter.keyboard.press("End")
    on_phone(phone, "For the English")

    assert "en-CA" == phone.get_attribute("#texts", "lang")
    assert phone.is_visible("#only")


def test_a_phone_goes_back_and_never_ahead(given: Talk, visit: Visit, complaints: list[str]) -> None:
    """Slides that were shown can be looked at again; the speaker's is one touch away; none beyond is to be had."""
    phone = visit(given.share, locale="en-CA", **PHONE)
    given.presenter.keyboard.press("ArrowRight")
    on_phone(phone, "First")
    phone.click("#back")
    on_phone(phone, "Fast tests")
    ahead = phone.evaluate(
        "async () => Promise.all([3, 4, 0, 99].map(async (n) => (await fetch(`slide/${n}`)).status))"
    )
    complaints.clear()  # the browser's own, about the four
    phone.click("#live")
    on_phone(phone, "First")

    assert [404, 404, 404, 404] == ahead
    assert phone.is_disabled("#forth")


def test_a_hidden_slide_is_not_on_phones(given: Talk, visit: Visit) -> None:
    """A presenter who jumps to a hidden slide shows it on the stage; phones stay where they were."""
    phone = visit(given.share, locale="en-CA", **PHONE)
    given.presenter.keyboard.press("ArrowRight")
    on_phone(phone, "First")
    given.presenter.keyboard.press("3")
    given.presenter.keyboard.press("Enter")
    at(given.presenter, "Secret")
    given.presenter.keyboard.press("b")
    phone.wait_for_selector("#frame.none")
    given.presenter.keyboard.press("b")
    phone.wait_for_selector("#frame:not(.none)")

    assert "Secret" not in phone.content()


def test_points_to_come_are_not_on_phones(given: Talk, visit: Visit) -> None:
    """While points come one by one, a phone has neither the picture nor the words of those to come."""
    phone = visit(given.share, locale="en-CA", **PHONE)
    given.presenter.keyboard.press("4")
    given.presenter.keyboard.press("Enter")
    on_phone(phone, "Points")
    before = phone.locator("#texts").inner_text()
    given.presenter.keyboard.press("ArrowRight")
    phone.locator("#texts p", has_text="Apples").wait_for()
    before += phone.locator("#texts").inner_text()
    given.presenter.keyboard.press("ArrowRight")
    phone.locator("#texts p", has_text="Pears").wait_for()

    assert "Pears" not in before


def test_a_finger_turns_the_page(given: Talk, visit: Visit) -> None:
    """A finger drawn to the left on the presenter's slide goes on, to the right goes back."""
    swipe = """([from, to]) => {
      const options = (x) => ({ pointerType: "touch", isPrimary: true, clientX: x, clientY: 200, bubbles: true });
      const frame = document.getElementById("now");
      frame.dispatchEvent(new PointerEvent("pointerdown", options(from)));
      frame.dispatchEvent(new PointerEvent("pointerup", options(to)));
    }"""
    given.presenter.evaluate(swipe, [300, 100])
    at(given.presenter, "Slide 2 of 5")
    given.presenter.evaluate(swipe, [100, 300])

    at(given.presenter, "Slide 1 of 5")


def test_the_code_is_shown_on_the_stage(given: Talk, visit: Visit) -> None:
    """`q` puts the code for phones on the stage; the next slide takes it away."""
    stage = visit(f"{given.url}stage")
    on_stage(stage, 1)
    given.presenter.keyboard.press("q")
    stage.wait_for_selector("#join:not([hidden]) img")
    shown = stage.inner_text("#join-url")
    given.presenter.keyboard.press("ArrowRight")
    stage.wait_for_selector("#join", state="hidden")

    assert given.share == shown


def test_without_share_nothing_is_shared(talk_deck: Path, show: Show, visit: Visit) -> None:
    """Nobody's phone may follow unless that was asked for."""
    page = visit(show(talk_deck, "--present"))
    at(page, "Slide 1 of 5")
    told = page.evaluate("async () => (await (await fetch('share')).json()).url")
    page.wait_for_selector("#no-share:not([hidden])")

    assert "" == told
    assert page.is_hidden("#code")


def test_what_is_typed_during_the_talk_is_on_phones(given: Talk, visit: Visit, talk_deck: Path) -> None:
    """A word mended in the file while the slide is on reaches stage and phones; the talk stays where it is."""
    phone = visit(given.share, locale="fr-CA", **PHONE)
    given.presenter.keyboard.press("ArrowRight")
    on_phone(phone, "Premier")

    talk_deck.write_text(DECK.replace("Premier", "Pour commencer"), encoding="utf-8")

    on_phone(phone, "Pour commencer")
    at(given.presenter, "Slide 2 of 5")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_in_any_window(talk_deck: Path, show: Show, visit: Visit, lang: str, scheme: str) -> None:
    """axe-core finds nothing in the presenter's view, on the stage and on a phone: both languages, light and dark."""
    url = show(talk_deck, "--present", "--share-address", "127.0.0.1", "--lang", lang)
    locale = f"{lang}-CA"
    presenter = visit(url, color_scheme=scheme, locale=locale)
    presenter.wait_for_selector("#now img")
    share = presenter.evaluate("async () => (await (await fetch('share')).json()).url")
    presenter.keyboard.press("ArrowRight")
    phone = visit(share, color_scheme=scheme, locale=locale, **PHONE)
    on_phone(phone, "Premier" if lang == "fr" else "First")
    stage = visit(url.replace("present", f"stage?lang={lang}"), color_scheme=scheme, locale=locale)
    on_stage(stage, 2)

    presenter.keyboard.press("?")
    presenter.wait_for_selector("dialog[open]")
    helped = barriers(presenter)
    presenter.keyboard.press("Escape")

    found = {name: barriers(page) for name, page in (("present", presenter), ("phone", phone), ("stage", stage))}

    assert [] == helped
    assert {"present": [], "phone": [], "stage": []} == found
    assert lang == presenter.get_attribute("html", "lang")
    assert lang == phone.get_attribute("html", "lang")


def test_no_barrier_before_there_is_a_slide(tmp_path: Path, show: Show, visit: Visit) -> None:
    """Windows that were opened on an empty file say so, and ask for no slide."""
    empty = tmp_path / "empty.yaml"
    empty.write_text("", encoding="utf-8")
    address = show(empty)
    stage, presenter = visit(address + "stage"), visit(address + "present")
    stage.wait_for_function("() => document.querySelector('#title').textContent")
    presenter.wait_for_function("() => document.querySelector('#then-title').textContent")

    assert ([], []) == (barriers(stage), barriers(presenter))
