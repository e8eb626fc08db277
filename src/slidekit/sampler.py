"""What a theme looks like: a small talk of every kind of slide, drawn in it and put on one picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slidekit.deck.model import Deck
    from slidekit.scene.boxes import Scene
    from slidekit.scene.theme import Mode, ThemeFile

SAMPLE = Path(__file__).with_name("sample.yaml")


def contact_sheet(themes: Sequence[ThemeFile]) -> bytes:
    """A PNG of all themes, one below the other: the light form in English, the dark one in French beside it."""
    from slidekit.deck.reading import read_deck
    from slidekit.writers.typst.contact import Row, contact

    deck, problems = read_deck(SAMPLE.read_bytes())
    assert deck is not None, problems
    rows = []
    for theme in themes:
        words = theme.description
        fonts = ", ".join(dict.fromkeys((theme.fonts.heading, theme.fonts.body, theme.fonts.code)))
        lines = (words.en, *((words.fr,) if words.fr != words.en else ()), fonts)
        rows.append(Row(theme.name, lines, tuple(_scenes(deck, theme))))
    return contact(rows)


def _scenes(deck: Deck, theme: ThemeFile) -> Iterator[Scene]:
    from slidekit.scene.layout import lay_out
    from slidekit.scene.theme import form
    from slidekit.show.localise import localise

    shows = [localise(deck, "en"), localise(deck, "fr")]
    forms: tuple[tuple[Mode, str], ...] = (("light", "en"), ("dark", "fr")) if theme.dark else (("light", "en"),)
    for mode, lang in forms:
        yield lay_out(shows, form(theme, mode)).scene(lang)  # type: ignore[arg-type]
