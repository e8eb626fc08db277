"""A talk that is given in a browser: its deck, its windows, and what is waited for in them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browsing import Show, Visit

DECK = """\
slidekit: 1
title: {en: Fast tests, fr: Des tests rapides}
author: Camille Roy
slides:
  - title: {en: First, fr: Premier}
    text: {en: One word, fr: Un mot}
    time: 2m
    notes: {en: Speak slowly., fr: Parler lentement.}
  - title: {en: Secret, fr: Secret gardé}
    text: {en: For later, fr: Pour plus tard}
    hidden: true
    time: 10m
    notes: {en: Not shown., fr: Pas montrée.}
  - title: {en: Points, fr: Des points}
    build: true
    time: 1m
    bullets:
      - {en: Apples, fr: Des pommes}
      - {en: Pears, fr: Des poires}
    notes: {en: One by one., fr: Un par un.}
  - title: {en: For the English, fr: Pour les anglophones}
    only: en
    text: {en: In English, fr: En anglais}
    time: 1m
    notes: {en: Only here., fr: Seulement ici.}
"""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


class Talk(NamedTuple):
    """A talk that is on: the presenter's window, and where the others are."""

    presenter: Page
    url: str
    share: str


@pytest.fixture
def talk_deck(tmp_path: Path) -> Path:
    """A talk with times, a hidden slide, points that come one by one and a slide in one language."""
    path = tmp_path / "talk.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


@pytest.fixture
def given(talk_deck: Path, show: Show, visit: Visit) -> Talk:
    """The talk, shared on this machine alone."""
    url = show(talk_deck, "--present", "--share-address", "127.0.0.1")
    presenter = visit(url)
    at(presenter, "Slide 1 of 5")
    share = presenter.evaluate("async () => (await (await fetch('share')).json()).url")
    return Talk(presenter, url.removesuffix("present"), share)


def stop_the_time(page: Page) -> None:
    """From now on, time passes for a page only when the test lets it."""
    page.clock.install(time=datetime(2026, 1, 15, 9, 0))
    page.clock.pause_at(datetime(2026, 1, 15, 9, 30))


def at(page: Page, text: str) -> None:
    """Wait until the presenter's view says where it is."""
    page.wait_for_function("(text) => document.getElementById('position').textContent.includes(text)", arg=text)


def on_stage(page: Page, number: int) -> None:
    """Wait until the stage shows a slide."""
    page.wait_for_selector(f'#slide[data-slide="{number}"] img', state="attached")


def on_phone(page: Page, title: str) -> None:
    """Wait until a phone has a slide, by its title."""
    page.wait_for_function("(title) => document.querySelector('#texts h3')?.textContent === title", arg=title)
