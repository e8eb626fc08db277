"""The files that a deck is drawn with, each read again only when it has changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from slidekit.deck.pictures import names
from slidekit.steps import in_template, span_of, theme_of

if TYPE_CHECKING:
    from slidekit.deck.model import Deck, Template
    from slidekit.rules.base import OwnTheme
    from slidekit.rules.pictures import Looked
    from slidekit.scene.pictures import Picture
    from slidekit.scene.theme import Mode, Theme
    from slidekit.source.diagnostic import Diagnostic

Stamp = tuple[str, int, int, int, int]


def stamp(path: str) -> Stamp | None:
    """What tells that a file is another one, or holds something else; `None` where there is none."""
    try:
        state = os.stat(path)
        return os.path.realpath(path), state.st_dev, state.st_ino, state.st_mtime_ns, state.st_size
    except (OSError, ValueError):
        return None


class Look(NamedTuple):
    """What a deck is drawn in."""

    theme: Theme | None
    own: OwnTheme | None
    wrong: list[Diagnostic]
    """What is wrong with the theme and the template."""
    looked: Mapping[str, Looked]
    pictures: Mapping[str, Picture]


class Beside:
    """Theme, template and pictures of one deck."""

    def __init__(self, path: Path, theme: str | None, mode: Mode | None) -> None:
        self._path = path
        self._theme = theme
        self._mode: Mode | None = mode
        self._looked: dict[str, tuple[Stamp, Looked]] = {}
        self._template: tuple[tuple[Template, Theme, Stamp], Theme | None, list[Diagnostic]] | None = None
        self._pictures: dict[str, Picture] = {}

    def forget(self) -> None:
        """Read every file again."""
        self._looked.clear()
        self._template = None

    def look(self, deck: Deck, data: bytes) -> Look:
        """The files as they are now."""
        named = {key: span_of(key, data) for key in ("theme", "mode")}
        theme, own, wrong = theme_of(deck, self._theme, self._mode, self._path.parent, named)
        if theme is not None and deck.template is not None:
            theme, more = self._dressed(deck, theme)
            wrong += more
        looked = self._look_all(deck)
        pictures = {name: one.picture for name, one in looked.items() if one.picture is not None}
        if pictures != self._pictures:
            self._pictures = pictures
        return Look(theme, own, wrong, looked, self._pictures)

    def _dressed(self, deck: Deck, theme: Theme) -> tuple[Theme | None, list[Diagnostic]]:
        assert deck.template is not None
        mark = stamp(f"{self._path.resolve().parent}/{deck.template.file}")
        if mark is None:
            return in_template(deck, None, self._path.parent, theme)
        key = (deck.template, theme, mark)
        if self._template is None or self._template[0] != key:
            self._template = (key, *in_template(deck, None, self._path.parent, theme))
        return self._template[1], self._template[2]

    def _look_all(self, deck: Deck) -> Mapping[str, Looked]:
        wanted = names(deck)
        if not wanted:
            self._looked.clear()
            return {}
        from slidekit.rules.pictures import look, look_all

        known: dict[str, tuple[Stamp, Looked]] = {}

        def once(name: str, root: Path) -> Looked:
            mark = stamp(f"{root}/{name}")
            if mark is None:
                return look(name, root)
            before = self._looked.get(name)
            known[name] = before if before is not None and before[0] == mark else (mark, look(name, root))
            return known[name][1]

        found = look_all(wanted, self._path.resolve().parent, once)
        self._looked = known
        return found
