"""One deck under the author's hands: read and checked again after each change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from slidekit.build import DeckStats, read
from slidekit.source.diagnostic import Diagnostic

if TYPE_CHECKING:
    from slidekit.deck.model import Deck
    from slidekit.scene.layout import Layouts
    from slidekit.scene.theme import Mode


class State(Struct, frozen=True, gc=False):
    """What is known of one text of a deck."""

    data: bytes
    """The text."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """All that `slidekit check` would find in it, in the same order."""
    deck: Deck | None = None
    """The deck; that of the last text that could be read where this one cannot."""
    read: bytes = b""
    """The text that `deck` is of: `data`, unless that cannot be read."""
    stats: DeckStats | None = None


class Live:
    """A deck that changes; not for two threads at once."""

    def __init__(self, path: Path, theme: str | None = None, mode: Mode | None = None) -> None:
        self.path = path
        self.theme = theme
        self.mode = mode
        self._state = State(b"")
        self._layouts: Layouts | None = None

    def update(self, data: bytes) -> State:
        """Read and check a text."""
        reading = read(self.path, self.theme, mode=self.mode, typed=data)
        self._layouts = reading.layouts or self._layouts
        deck, of = (reading.deck, data) if reading.deck is not None else (self._state.deck, self._state.read)
        self._state = State(data, reading.diagnostics, deck, of, reading.stats)
        return self._state

    def forget(self) -> None:
        """Trust nothing that was known: a file beside the deck has changed (settings, theme, picture, glossary…)."""

    def layouts(self) -> Layouts | None:
        """The slides of the last text that could be laid out, in both languages."""
        return self._layouts
