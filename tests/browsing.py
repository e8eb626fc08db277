"""Fixtures that show a page of the preview in the machine's own Chromium, served by `slidekit preview` itself."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conftest import give_up
from slidekit import tools

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

AXE = Path(__file__).resolve().parent.parent / "node_modules" / "axe-core" / "axe.min.js"
"""What audits a page's accessibility."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""By axe-core's tags: WCAG 2.2 at level AA, and what is good practice beyond."""
SECONDS = 60.0
SLOWER = int(os.environ.get("SLIDEKIT_SLOWER", "1"))
"""How many times slower than the machine pages run: at 20, what a test does not wait for is not there yet."""

Show = Callable[..., str]
Started = list[subprocess.Popen[str]]
Visit = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; for one module, since Playwright keeps its event loop running in the thread meanwhile."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=SECONDS * 1000)
    try:
        executable = tools.find_browser()
    except tools.ToolMissing as why:
        give_up("Chromium", str(why))
        raise
    with sync_playwright() as driver:
        # Without hints and subpixels, letters are drawn alike on all machines.
        options = ["--no-sandbox", "--font-render-hinting=none", "--disable-lcd-text"]
        made = driver.chromium.launch(executable_path=executable, args=options)
        yield made
        made.close()


def _showing(started: Started) -> Iterator[Show]:
    def start(deck: Path, *options: str, **env: str) -> str:
        command = [sys.executable, "-m", "slidekit", "preview", str(deck), "--no-open", *options]
        process = subprocess.Popen(
            command, env={**os.environ, **env}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8"
        )
        started.append(process)
        assert process.stdout is not None
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found is not None
        return found.group()

    yield start
    for process in started:
        process.send_signal(signal.SIGTERM)
    for process in started:
        process.wait(SECONDS)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture
def started() -> Started:
    """The processes that `show` starts."""
    return []


@pytest.fixture
def show(started: Started) -> Iterator[Show]:
    """A function that starts `slidekit preview DECK` and gives its address."""
    yield from _showing(started)


@pytest.fixture(scope="module")
def show_once() -> Iterator[Show]:
    """The same for a whole module, whose tests leave the deck as it is."""
    yield from _showing([])


@pytest.fixture
def complaints() -> list[str]:
    """What the console of all pages says; a test that breaks something clears what it expects."""
    return []


def slow_down(page: Page) -> None:
    """Make a page as slow as `SLIDEKIT_SLOWER` asks: how a busy machine is tried on an idle one."""
    if SLOWER > 1:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def lasting(page: Page) -> None:
    """What the page shows for a moment stays from now on: a busy machine may look only when the moment is over."""
    page.evaluate(
        "() => { const real = setTimeout; window.setTimeout = (act, time, ...rest) =>"
        " real(act, time < 2000 ? time : 1e9, ...rest); }"
    )


@pytest.fixture
def visit(browser: Browser, complaints: list[str]) -> Iterator[Visit]:
    """A function that opens an address in a window of its own; complaints of the console fail the test at its end."""
    contexts = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{message.type}: {message.text} {message.location['url']}")

    def go(url: str, **options: object) -> Page:
        options = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **options}
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(SECONDS * 1000)  # of the windows that a page opens, too
        context.on("page", slow_down)
        page = context.new_page()
        page.on("console", heard)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url)
        return page

    yield go
    for context in contexts:
        context.close()

    assert [] == complaints


def barriers(page: Page) -> list[str]:
    """What axe-core finds wrong with the page as it stands now, an entry for each element."""
    if not AXE.is_file():
        give_up("axe-core", "npm ci")
    page.evaluate(AXE.read_text(encoding="utf-8") + "\n; undefined")
    found = page.evaluate(
        "async (rules) => (await axe.run(document, {runOnly: rules})).violations.flatMap("
        "(one) => one.nodes.map((node) => `${one.id}: ${node.html}: ${node.failureSummary}`))",
        RULES,
    )
    return [str(one) for one in found]
