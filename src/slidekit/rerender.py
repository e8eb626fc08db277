"""Decks that are rendered again whenever something that they are made of changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from slidekit.build import Rendered
from slidekit.dependencies import Stamps, dependencies
from slidekit.kept import Kept
from slidekit.watching import around

if TYPE_CHECKING:
    from slidekit.deck.model import Deck

Render = Callable[[Path, Kept], Rendered]


class Moves(NamedTuple):
    """What has become of the decks since they were last looked at, each as it was named."""

    due: tuple[Path, ...]
    """To be rendered: new, back again, made of something that has changed, or with an output that has gone."""
    gone: tuple[Path, ...]


class _Watched:
    """One deck: what it is made of, and what was made of it."""

    def __init__(self, path: Path, theme: str | None, template: str | None) -> None:
        self.path = path
        self.theme = theme
        self.template = template
        self.kept = Kept()
        self.there = False
        self.deck: Deck | None = None
        self.stamps = Stamps()

    def files(self) -> frozenset[Path]:
        return dependencies(self.path, self.deck, self.theme, self.template)

    def due(self) -> bool:
        """Whether something is no longer as it was when this was asked last."""
        changed, lost = self.stamps.changed(self.files()), self.kept.lost()
        return bool(changed) or lost


class Rerender:
    """Knows which decks are due, and renders them: only the outputs that would be different."""

    def __init__(self, render: Render, theme: str | None = None, template: str | None = None) -> None:
        self._render = render
        self._look = (theme, template)
        self._decks: dict[Path, _Watched] = {}

    def moves(self, decks: Iterable[Path]) -> Moves:
        """What is to be done, now that these are the decks; those that were there and are no more are gone."""
        named = list(decks)
        for path in named:
            self._decks.setdefault(path, _Watched(path, *self._look))
        due, gone = [], []
        for path, watched in list(self._decks.items()):
            was = watched.there
            watched.there = path in named and path.is_file()
            if was and not watched.there:
                gone.append(path)
            if path not in named:
                del self._decks[path]
            elif watched.there and (not was or watched.due()):
                due.append(path)
        return Moves(tuple(due), tuple(gone))

    def render(self, path: Path) -> Rendered:
        """Make one deck; what changes while it is made makes it due again."""
        watched = self._decks[path]
        before = watched.files()
        watched.stamps.changed(before)
        made = self._render(path, watched.kept)
        watched.deck = made.deck or watched.deck
        if (after := watched.files()) != before:  # a picture that is named for the first time
            watched.stamps.also(after)
        return made

    def folders(self) -> frozenset[Path]:
        """The folders in which the files lie that the decks are made of."""
        return frozenset().union(*[around(watched.files()) for watched in self._decks.values()])
