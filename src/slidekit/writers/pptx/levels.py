"""How the paragraphs of a list's levels stand: what a layout says of them, what a box's own paragraphs share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from slidekit.scene.blocks import HANGS_MM, INDENTS_MM, MARKERS, NESTED_GAP
from slidekit.scene.boxes import Paragraph
from slidekit.scene.elements import LEVEL_SHARE
from slidekit.scene.theme import Theme
from slidekit.writers.pptx.markup import emu, hundredths

LEVELS = 5
"""Levels that layouts describe; PowerPoint knows nine, and its menus five."""
NUMBERED = "#"
"""The marker of a numbered paragraph: PowerPoint counts by itself."""
ANY = -1
"""No room above of its own: the box's first paragraph has none, whatever its style says."""


class LevelLook(NamedTuple):
    """How the paragraphs of one level stand; lengths in EMU, sizes and spacing in hundredths of a point."""

    size: int
    marker: str = ""
    margin: int = 0
    hang: int = 0
    before: int = 0
    spacing: float = 0.0
    """Between lines, as a multiple of the font's own, where it is not the theme's."""


def marker_of(paragraph: Paragraph) -> str:
    """`NUMBERED`, a sign, or nothing."""
    return NUMBERED if paragraph.number else paragraph.marker


def look_of(paragraph: Paragraph) -> LevelLook:
    """How a paragraph stands."""
    return LevelLook(
        hundredths(paragraph.size_pt),
        marker_of(paragraph),
        emu(paragraph.indent_mm),
        emu(paragraph.hang_mm),
        hundredths(paragraph.before_pt),
    )


def levels_of(paragraphs: Sequence[Paragraph]) -> dict[int, LevelLook]:
    """What the paragraphs of each level have in common: the look of the first.

    The room above comes from the first that has any; it is `ANY` where there is only the box's own first paragraph.
    """
    found: dict[int, LevelLook] = {}
    for index, paragraph in enumerate(paragraphs):
        known = found.get(paragraph.level)
        if known is None:
            look = look_of(paragraph)
            found[paragraph.level] = look if index else look._replace(before=ANY)
        elif known.before == ANY:
            found[paragraph.level] = known._replace(before=hundredths(paragraph.before_pt))
    return found


def default_levels(size_pt: float, bulleted: bool, theme: Theme) -> tuple[LevelLook, ...]:
    """The levels of a layout's placeholder: what an author gets who types into an empty one."""
    if not bulleted:
        return (LevelLook(hundredths(size_pt), before=hundredths(size_pt * theme.paragraph_gap)),) * LEVELS
    found = []
    for level in range(LEVELS):
        place = min(level, len(INDENTS_MM) - 1)
        size = max(theme.sizes.body[-1], round(size_pt * LEVEL_SHARE**level * 2) / 2) if level else size_pt
        before = hundredths(round(size * (NESTED_GAP if level else theme.paragraph_gap), 1))
        found.append(LevelLook(hundredths(size), MARKERS[place], emu(INDENTS_MM[place]), emu(HANGS_MM[place]), before))
    return tuple(found)


def first_number(counts: dict[int, tuple[int, int]], paragraph: Paragraph) -> int:
    """Where PowerPoint must start to count for this paragraph; it goes on by itself while a list goes on."""
    level, number = paragraph.level, paragraph.number
    for deeper in [known for known in counts if known > level]:
        del counts[deeper]
    if not number:
        counts.pop(level, None)
        return 1
    start, last = counts.get(level, (number, number - 1))
    if number != last + 1:
        start = number
    counts[level] = (start, number)
    return start
