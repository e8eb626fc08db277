"""One deck under the author's hands: read and checked again after each change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from slidekit.build import DeckStats, reviewed
from slidekit.live.alone import Alone
from slidekit.live.beside import Beside
from slidekit.live.checking import Checker
from slidekit.live.reading import SYNTAX, Known, read_again, read_whole, same
from slidekit.live.steady import steady
from slidekit.rules import unread
from slidekit.settings.finding import Finder, choices
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.nodes import without_collector
from slidekit.steps import judge, laid_out, placed

if TYPE_CHECKING:
    from slidekit.deck.model import Deck
    from slidekit.live.beside import Look
    from slidekit.rules.base import Checked
    from slidekit.scene.layout import Layouts
    from slidekit.scene.plan import Plan
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
    broken: bool = False
    """Whether lines had to be left out for the rest to be read, as in the middle of a word."""
    steady: tuple[Diagnostic, ...] = ()
    """What an editor shows: `diagnostics`; of a broken text the faults of its format, and what was found before."""


class Draft(Struct, frozen=True, gc=False):
    """A text as far as it can be drawn."""

    deck: Deck | None
    layouts: Layouts | None
    """What is drawn; `None` without a deck or a theme that can be read."""
    wrong: tuple[Diagnostic, ...] = ()
    """Why there are none; of a torn text where YAML gave up."""
    torn: bool = False
    """Whether YAML gave up somewhere, as in the middle of a word: what is drawn is not what the author means."""


class Live:
    """A deck that changes; not for two threads at once."""

    def __init__(self, path: Path, theme: str | None = None, mode: Mode | None = None) -> None:
        self.path = path
        self.theme = theme
        self.mode = mode
        self._state = State(b"")
        self._good = State(b"")
        """The last that was not broken."""
        self._beside = Beside(path, theme, mode)
        self._checker = Checker(path)
        self._alone = Alone()
        self._last: tuple[bytes, Known] | None = None
        """What was read last."""
        self._base: Known | None = None
        """What the next text is read against: the last that slides can be read alone of."""
        self._checked: Known | None = None
        """The last that was checked."""
        self._layouts: Layouts | None = None
        self._look: Look | None = None
        self._drafted: Layouts | None = None
        """What was drawn last, as a draft."""

    def update(self, data: bytes) -> State:
        """Read and check a text; raises `OSError` where the settings cannot be read."""
        try:
            with without_collector():
                self._state = self._checked_state(data)
        except Exception:
            self._checker.forget()  # part of what it knows is of this text already, part of the one before
            raise
        self._state = self._settled()
        return self._state

    def _checked_state(self, data: bytes) -> State:
        finder = Finder()
        settings = finder.of(self.path)
        rules = choices(settings, self.path)
        known = self._read(data)
        deck, file = known.deck, self.path.as_posix()
        if deck is None:
            found = placed(judge(known.problems, finder, rules, None, b"", True), file, ())
            return State(data, found, self._state.deck, self._state.read, None, broken=True)
        alike = same(self._checked, known)
        look = self._beside.look(deck, data)
        fit = self._checker.fit(deck, alike, data, look.theme, look.pictures)
        checked, told = self._checker.check(deck, alike, data, fit, look.looked, look.own, settings)
        self._checked = known
        told = [*known.problems, *look.wrong, *unread(told, known.problems)]
        found = placed(judge(told, finder, rules, checked, data, True), file, deck.slides)
        if look.theme is not None:
            self._look, self._layouts = look, None
        broken = known.repaired.single > 0 or known.repaired.shifted
        return State(data, found, deck, data, _stats(deck, checked, file), broken)

    def forget(self) -> None:
        """Trust nothing that was known: a file beside the deck has changed (settings, theme, picture, glossary…)."""
        self._beside.forget()
        self._checker.forget()

    def dress(self, theme: str | None, mode: Mode | None) -> None:
        """Another theme and another mode from now on; `None` for the deck's own."""
        self.theme, self.mode = theme, mode
        self._beside = Beside(self.path, theme, mode)
        self.forget()

    def layouts(self) -> Layouts | None:
        """The slides of the last text that could be laid out, in both languages."""
        look, known = self._look, self._checked
        if self._layouts is None and look is not None and look.theme is not None and known is not None:
            assert known.deck is not None
            self._layouts = laid_out(known.deck, look.theme, look.pictures, draft=False)
        return self._layouts

    def plan(self, deck: Deck, number: int) -> Plan | None:
        """How one slide of a deck is laid out, from 1; 0 is the cover. `None` before anything was."""
        look = self._look
        if look is None or look.theme is None or number > len(deck.slides):
            return None
        return self._alone.plan(deck, look.theme, look.pictures, number)

    def draft(self, data: bytes) -> Draft:
        """A text as it is drawn, what is missing marked, before anything is checked: pictures do not wait for that."""
        with without_collector():
            known = self._read(data)
            torn = tuple([one for one in known.problems if one.code == SYNTAX])
            if known.deck is None:
                return Draft(None, None, tuple(known.problems), torn=True)
            look = self._beside.look(known.deck, data)
            if look.theme is None:
                return Draft(known.deck, None, tuple(look.wrong), bool(torn))
            layouts = laid_out(known.deck, look.theme, look.pictures, draft=True, before=self._drafted)
            layouts.remember()
            self._drafted = layouts
            return Draft(known.deck, layouts, torn, bool(torn))

    def _read(self, data: bytes) -> Known:
        """A text as read, against the one before."""
        if self._last is not None and self._last[0] == data:
            return self._last[1]
        known = read_whole(data) if self._base is None else read_again(self._base, data)
        self._last = data, known
        if known.local:
            self._base = known
        return known

    def _settled(self) -> State:
        """The state with what an editor shows."""
        state = self._state
        if not state.broken:
            self._good = replace(state, steady=state.diagnostics)
            return self._good
        good, file = self._good, self.path.as_posix()
        return replace(state, steady=steady(state.data, state.diagnostics, good.data, good.diagnostics, file))


def _stats(deck: Deck, checked: Checked, file: str) -> DeckStats:
    """How much of the deck there is in each language."""
    return DeckStats(file, len(deck.slides), checked.count, checked.translated, *reviewed(checked), checked.missing)
