"""The preview of a real deck: it follows what is saved, keeps the last good picture, and looks as it should."""

from __future__ import annotations

import os
import shutil
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops
from served import wait_until

from browsing import Show, Visit, lasting
from conftest import Run

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "preview"
CELL = 16
"""Pixels of a cell whose mean colour is compared: letters may stand half a pixel off on another machine."""
TOLERANCE = 12
"""How much the mean of a cell may differ, of 255."""
BULLET = "Je gagne ma vie à programmer depuis quinze ans"
LOOKS = [(theme, mode) for theme in ("boreal", "erable") for mode in ("light", "dark")]


@pytest.fixture
def deck(root: Path, tmp_path: Path) -> Path:
    """The example talk with its pictures, in a folder of its own."""
    shutil.copytree(root / "decks", tmp_path / "decks")
    return tmp_path / "decks" / "ai-in-the-terminal.yaml"


def edit(deck: Path, before: str, after: str) -> None:
    """Save the deck with other words."""
    text = deck.read_text(encoding="utf-8")
    assert before in text
    deck.write_text(text.replace(before, after, 1), encoding="utf-8")


def settled(page: Page, number: int) -> None:
    """Wait until a slide is drawn in every language that is shown, its words and small pictures too."""
    page.wait_for_function(
        "(n) => [...document.querySelectorAll('figure.side')].every((one) => one.dataset.slide === String(n) "
        "&& one.querySelector(`.layer[data-slide='${n}'] h4`)) && document.querySelectorAll('figure.side').length > 0",
        arg=number,
    )
    page.wait_for_function("() => [...document.querySelectorAll('.strip .small')].every((one) => one.firstChild)")


def compare(name: str, shot: bytes) -> None:
    """Compare with the golden picture, cell by cell; or write it anew with SLIDEKIT_GOLDEN=1."""
    golden = GOLDEN / name
    made = Image.open(BytesIO(shot)).convert("RGB")
    if os.environ.get("SLIDEKIT_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        made.save(golden, optimize=True)
    wanted = Image.open(golden).convert("RGB")
    assert wanted.size == made.size
    small = (made.width // CELL, made.height // CELL)
    means = [one.resize(small, Image.Resampling.BOX) for one in (wanted, made)]
    worst = max(high for _, high in ImageChops.difference(*means).getextrema())  # type: ignore[misc]
    if worst > TOLERANCE:
        made.save(golden.with_suffix(".failed.png"))
    assert worst <= TOLERANCE, f"{name} looks otherwise: see {golden.with_suffix('.failed.png').name}"


@pytest.mark.parametrize(("theme", "mode"), LOOKS, ids=[f"golden-{theme}-{mode}" for theme, mode in LOOKS])
def test_a_french_bullet_that_is_saved_is_on_the_page(
    deck: Path, show: Show, visit: Visit, theme: str, mode: str
) -> None:
    """The new words are drawn and can be read, in each theme, light and dark; the page keeps its place."""
    page = visit(show(deck, "--theme", theme, "--mode", mode), color_scheme=mode)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    settled(page, 3)
    before = {lang: page.get_attribute(f"figure[data-key]:has([lang|={lang}])", "data-key") for lang in ("en", "fr")}

    edit(deck, BULLET, "Je programme depuis vingt ans")
    page.get_by_role("button", name="Je programme depuis vingt ans").wait_for()
    page.wait_for_function(
        "(key) => document.querySelector('figure:has([lang|=fr])').dataset.key !== key", arg=before["fr"]
    )
    settled(page, 3)
    page.wait_for_selector("#findings .finding")
    page.wait_for_selector(".place.error")

    assert before["en"] == page.get_attribute("figure:has([lang|=en])", "data-key")
    compare(f"{theme}-{mode}.png", page.screenshot())


def test_golden_a_deck_that_breaks_keeps_its_last_good_picture(deck: Path, show: Show, visit: Visit) -> None:
    """The error stands over the pictures as they were; when the deck can be read again, it goes."""
    page = visit(f"{show(deck)}#3")
    settled(page, 3)
    keys = page.eval_on_selector_all("figure.side", "all => all.map((one) => one.dataset.key)")

    edit(deck, "bullets:\n      - en: → I have", "bullets: [\n      - en: → I have")
    page.wait_for_selector("#broken:not([hidden]) .finding")

    assert keys == page.eval_on_selector_all("figure.side", "all => all.map((one) => one.dataset.key)")
    assert 2 == page.eval_on_selector_all(".frame img", "all => all.filter((one) => one.naturalWidth).length")
    assert "SK" in page.inner_text("#broken .code")
    compare("broken.png", page.screenshot())

    edit(deck, "bullets: [\n", "bullets:\n")
    page.wait_for_selector("#broken", state="hidden")


def test_a_deck_that_was_never_whole_says_why(talk: Path, show: Show, visit: Visit) -> None:
    """Without any picture the page still tells the error, and shows the slides once they can be read."""
    whole = talk.read_text(encoding="utf-8")
    talk.write_text(whole.replace("slides:\n", "slides: {\n"), encoding="utf-8")
    page = visit(show(talk))
    page.wait_for_selector("#broken:not([hidden])")

    talk.write_text(whole, encoding="utf-8")
    page.wait_for_selector("#broken", state="hidden")
    page.get_by_text("Slide 1 of 4").wait_for()
    settled(page, 1)

    assert ["Fast tests", "Des tests rapides"] == page.locator(".layer h4").all_text_contents()


def test_notes_alone_that_change_are_shown(talk: Path, show: Show, visit: Visit) -> None:
    """No picture changes with the notes; the page reads them all the same."""
    page = visit(f"{show(talk)}#2")
    page.get_by_text("Tracer la courbe à la main.").wait_for()

    edit(talk, "Tracer la courbe à la main.", "Tracer la courbe à la craie.")

    page.get_by_text("Tracer la courbe à la craie.").wait_for()


def test_what_is_wrong_with_a_slide_stands_below_it(talk: Path, show: Show, visit: Visit) -> None:
    """A text that one language lacks is counted over the slide and in the strip, and told at its line."""
    edit(talk, "        fr: Tous les deux ans, deux fois plus de transistors\n", "")
    page = visit(f"{show(talk)}#2")

    page.wait_for_selector("#findings .finding.error")
    page.wait_for_selector("#badges .missing")

    assert ["1"] == page.locator("#badges .missing > span[aria-hidden=true]").all_inner_texts()
    assert "1 text missing" in (page.get_attribute("#strip-2", "aria-label") or "")
    assert "SK101" in page.inner_text("#findings .finding.error >> nth=0")


def test_slides_that_come_and_go(talk: Path, show: Show, visit: Visit) -> None:
    """The page counts with the deck, and goes to the last slide where the one it showed is gone."""
    page = visit(f"{show(talk)}#4")
    settled(page, 4)
    whole = talk.read_text(encoding="utf-8")

    talk.write_text(whole[: whole.index("  - title: {en: A listing")], encoding="utf-8")
    settled(page, 3)
    fewer = page.inner_text("#position")
    talk.write_text(whole, encoding="utf-8")
    page.get_by_text("Slide 4 of 4").or_(page.get_by_text("Slide 3 of 4")).wait_for()

    assert "Slide 3 of 3" == fewer


def test_a_click_on_a_text_or_a_finding_opens_the_editor(talk: Path, tmp_path: Path, show: Show, visit: Visit) -> None:
    """The command that is given gets the line and the column of what was clicked."""
    opened = tmp_path / "opened.txt"
    script = tmp_path / "editor.sh"
    script.write_text(f'#!/bin/sh\necho "$@" >> "{opened}"\n', encoding="utf-8")
    script.chmod(0o755)
    edit(talk, "  fr: Tous les deux ans, deux fois plus de transistors", "  fr: Tous  les deux ans, deux fois")
    page = visit(f"{show(talk, '--editor', f'{script} {{file}}:{{line}}:{{column}}')}#2")
    settled(page, 2)
    lasting(page)
    line = talk.read_text(encoding="utf-8").split("Every two years")[0].count("\n") + 1

    page.get_by_role("button", name="Every two years, twice the transistors").click()
    page.get_by_text(f"Line {line} is open in the editor").wait_for()
    page.wait_for_selector("#findings .finding")
    page.click("#findings .finding button >> nth=0")
    page.get_by_text(f"Line {line + 1} is open in the editor").wait_for()

    wait_until(lambda: opened.exists() and opened.read_text(encoding="utf-8").count("\n") == 2)

    first, second = opened.read_text(encoding="utf-8").splitlines()
    assert f"{talk}:{line}:13" == first
    assert second.startswith(f"{talk}:{line + 1}:")


def test_without_an_editor_the_page_says_so(talk: Path, show: Show, visit: Visit, complaints: list[str]) -> None:
    """A click says what to do, instead of nothing."""
    page = visit(f"{show(talk, SLIDEKIT_EDITOR='', VISUAL='', EDITOR='')}#2")
    settled(page, 2)
    lasting(page)

    page.get_by_role("button", name="Waiting costs more").click()

    page.get_by_text("--editor").wait_for()
    assert ["409" in one for one in complaints] == [True]
    complaints.clear()


def test_what_fell_behind_and_what_is_too_long_is_marked(
    talk: Path, run_slidekit: Run, show: Show, visit: Visit
) -> None:
    """A text that changed since both sides were reviewed, and one that does not fit, each have their mark."""
    assert 0 == run_slidekit("review", talk).returncode
    edit(talk, "Every two years, twice the transistors", "Every three years, twice the parts")
    edit(talk, "Point at the second column.", "Point at the third column.")
    edit(
        talk,
        "  - title: {en: A listing, fr: Un extrait}\n",
        '  - title: {en: A listing, fr: Un extrait}\n    text: {both: "' + "Beaucoup trop de mots ici. " * 90 + '"}\n',
    )
    page = visit(f"{show(talk)}#2")

    page.wait_for_selector("#strip-2 .stale")
    page.wait_for_selector("#strip-4 .full")
    page.wait_for_selector("#badges .stale")

    assert "1 text behind the other language" in (page.get_attribute("#strip-2", "aria-label") or "")
