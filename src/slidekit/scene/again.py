"""A talk laid out again after a change: plans of slides that are as they were are taken over, and drawn slides too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from slidekit.scene.grounds import NIGHT
from slidekit.scene.levels import words_of

if TYPE_CHECKING:
    from slidekit.scene.boxes import Box
    from slidekit.scene.elements import Role, TextElement
    from slidekit.scene.layout import Drawn, Layouts
    from slidekit.scene.pictures import Picture
    from slidekit.scene.plan import Placed, Plan
    from slidekit.scene.theme import Theme
    from slidekit.show.pages import Page

State: TypeAlias = "tuple[tuple[tuple[int, Box], ...], tuple[Role, ...]]"
"""What settling a talk changes of a plan: steps and boxes of its elements, roles of its words."""


class Memory:
    """The plans of one layout of a talk, as they were before sizes were settled and after."""

    def __init__(self, theme: Theme, pictures: Mapping[str, Picture], plans: Sequence[Plan]) -> None:
        self.theme, self.pictures = theme, pictures
        self.plans = {one.pages[0].slide or 0: one for one in plans}
        self._fresh = {number: _state(one) for number, one in self.plans.items()}
        self._settled: dict[int, State] = {}
        self.drawn: dict[str, dict[int, Drawn]] = {}
        self.titles: dict[str, str] = {}

    def settled(self) -> None:
        """Sizes have been settled."""
        self._settled = {number: _state(one) for number, one in self.plans.items()}

    def fresh(self, langs: tuple[str, ...], pages: tuple[Page, ...]) -> Plan | None:
        """The plan of a slide, as it was made, if these pages are as they were then; a cover shows the whole talk's."""
        number = pages[0].slide or 0
        known = self.plans.get(number)
        if known is None or known.langs != langs or known.base in NIGHT or known.pages != pages:
            return None
        (places, roles), texts = self._fresh[number], _texts(known)
        for placed, (level, box) in zip(known.placed, places, strict=True):
            placed.level, placed.box = level, box
        for text, role in zip(texts, roles, strict=True):
            if text.role is not role:
                text.resize(role)
        known.pages = pages  # equal, but sections are told apart by identity
        return known

    def slide(self, lang: str, title: str, plan: Plan) -> Drawn | None:
        """A slide as it was drawn, if nothing of it has changed since."""
        number = plan.pages[0].slide or 0
        if self.plans.get(number) is not plan or self.titles.get(lang) != title:
            return None
        found = self.drawn.get(lang, {}).get(number)
        return found if self._settled.get(number) == _state(plan) else None


def memory_of(before: Layouts | None, theme: Theme, pictures: Mapping[str, Picture]) -> Memory | None:
    """What can be taken over of an earlier layout, which is of no more use itself."""
    known = before.memory if before is not None else None
    if known is None or known.theme != theme or known.pictures != pictures:
        return None
    return known


def _texts(plan: Plan) -> Sequence[TextElement]:
    found = words_of(plan)
    return found[1] if found is not None else ()


def _state(plan: Plan) -> State:
    placed: Sequence[Placed] = plan.placed
    return tuple([(one.level, one.box) for one in placed]), tuple([one.role for one in _texts(plan)])
