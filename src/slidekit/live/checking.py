"""A deck checked again after a change: one slide at a time where a rule looks at no more than that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from slidekit.beside import added
from slidekit.deck.glossary import NO_TERMS
from slidekit.deck.model import Deck
from slidekit.live.memory import Memory
from slidekit.live.moving import finding, moved
from slidekit.live.parts import Parts
from slidekit.live.reading import Same
from slidekit.rules import about_language, about_slides, found_by, together
from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic
from slidekit.steps import laid_out

if TYPE_CHECKING:
    from slidekit.rules.base import OwnTheme
    from slidekit.rules.pictures import Looked
    from slidekit.scene.fit import FitProblem
    from slidekit.scene.pictures import Picture
    from slidekit.scene.theme import Theme
    from slidekit.settings.model import Settings

LOST = "\N{REPLACEMENT CHARACTER}".encode()
"""SK314 asks whether the file itself holds one."""
LANGS: tuple[Literal["en", "fr"], ...] = ("en", "fr")


class Checker:
    """Runs all rules over a deck, and remembers what was found in each slide."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._said: Memory[Diagnostic] = Memory(finding)
        self._fit: Memory[FitProblem] = Memory(lambda one, lines, _slides: moved(one, lines))
        self._parts = Parts()
        self._glossary = NO_TERMS

    def forget(self) -> None:
        """Look at every slide again."""
        self._said.forget()
        self._fit.forget()
        self._parts = Parts()

    def fit(
        self, deck: Deck, same: Same, data: bytes, theme: Theme | None, pictures: Mapping[str, Picture]
    ) -> list[FitProblem]:
        """What does not fit on the slides, in their order."""
        if theme is None:
            self._fit.forget()
            return []
        words = [moved(one.pair, -one.span.line) for one in deck.vars]
        shown = [(name.name, words) for name, words in zip(deck.vars, words, strict=True)]
        context = (deck.languages, shown, theme, pictures)
        if _exhausting(deck, data):
            same = Same()
        wanted = self._fit.carry(context, same, len(deck.slides))
        first = {next((at for at, one in enumerate(deck.slides) if one.only in (None, lang)), None) for lang in LANGS}
        indexes = sorted({*wanted, *(at for at in first if at is not None)})
        found: dict[int, list[FitProblem]] = {at: [] for at in indexes}
        cover: list[FitProblem] = []
        slides = tuple([deck.slides[at] for at in indexes])
        for plan in laid_out(replace(deck, slides=slides), theme, pictures, draft=False).plans:
            number = plan.page(plan.langs[0]).slide
            (found[indexes[number - 1]] if number else cover).extend(plan.problems())
        self._fit.learn(found)
        return [*cover, *self._fit.all()]

    def check(
        self,
        deck: Deck,
        same: Same,
        data: bytes,
        fit: Sequence[FitProblem],
        looked: Mapping[str, Looked],
        own: OwnTheme | None,
        settings: Settings | None,
    ) -> tuple[Checked, Iterable[Diagnostic]]:
        """The deck as the rules saw it, and everything that they found."""
        folder = self._path.resolve().parent
        checked = added(Checked(deck, folder, fit, looked, own, data=data), self._path, settings=settings)
        if checked.glossary == self._glossary:
            checked = replace(checked, glossary=self._glossary)  # with what was made of its words
        self._glossary = checked.glossary
        self._parts.carry(checked, same)
        alone = self._alone(checked, same)
        checked = self._parts.known(checked)
        [language] = about_language(apart=False)
        whole = [name for name in language if together(name)]
        return checked, [*found_by(checked, [*about_slides(), *whole]), *alone]

    def _alone(self, checked: Checked, same: Same) -> list[Diagnostic]:
        """What rules find that look at one slide at a time."""
        deck = checked.deck
        context = (deck.languages, deck.typography, checked.glossary, LOST in checked.data)
        wanted = self._said.carry(context, same, len(deck.slides))
        [language] = about_language(apart=False)
        modules = [name for name in language if not together(name)]
        found: dict[int, list[Diagnostic]] = {at: [] for at in wanted}
        head: list[Diagnostic] = []
        for one in found_by(self._parts.known(checked, wanted), modules):
            (head if one.slide is None else found[one.slide - 1]).append(one)
        self._said.learn(found)
        return [*head, *self._said.all()]


def _exhausting(deck: Deck, data: bytes) -> bool:
    """Whether variables may bring in more words than a show has room for: then one slide bears on the next."""
    from slidekit.show.voice import ROOM

    sides = [side for one in deck.vars for side in (one.pair.en, one.pair.fr, one.pair.both, one.pair.plain) if side]
    longest = max([len(side.source) for side in sides], default=0)
    return data.count(b"${") * (longest + 200) > ROOM
