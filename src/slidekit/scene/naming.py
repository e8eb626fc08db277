"""Names of layouts, which say what placeholders a slide of theirs has."""

from __future__ import annotations

from slidekit.scene.boxes import TWIN, TWIN_TITLE, Placeholder, TextShape, twin_of
from slidekit.scene.decor import NIGHT

TAKEAWAY, SUBTITLE, BY, META = 20, 21, 22, 23
"""Placeholder idx by role; bodies count from 1, column headings from 11."""

UNRULED = ("quote", "picture", "blank", *NIGHT)
"""Layouts whose decorations are the same without a title."""

_EXTRAS = {SUBTITLE: "subtitle", TAKEAWAY: "takeaway", BY: "by", META: "meta"}
_KINDS = {0: "title", SUBTITLE: "subtitle", TAKEAWAY: "takeaway", BY: "by"}


def name_of(base: str, texts: list[TextShape]) -> str:
    """The base layout, and what sets a slide's placeholders apart from its usual ones."""
    idxs = [shape.placeholder.idx for shape in texts if shape.placeholder]
    bodies = sum(1 <= idx <= 9 for idx in idxs)
    usual = 0 if base in ("title-only", "picture", "blank") else 1
    name = base + (f"-{bodies}" if bodies != usual and base not in NIGHT else "")
    if heads := sum(11 <= idx <= 19 for idx in idxs):
        name += f"-headed-{heads}"
    name += "".join(f"-{word}" for idx, word in _EXTRAS.items() if idx in idxs)
    name += "-untitled" * (base not in UNRULED and any(shape.hidden for shape in texts))
    return name + _twinned(idxs)


def _twinned(idxs: list[int]) -> str:
    """Which placeholders both languages share, where others have a twin in the second language."""
    if not any(idx == TWIN_TITLE or idx >= TWIN for idx in idxs):
        return ""
    kinds: dict[str, list[int]] = {}
    for idx in idxs:
        if idx < TWIN_TITLE and idx != META:
            kinds.setdefault(_KINDS.get(idx, "text" if idx < 10 else "headings"), []).append(idx)
    name = "-both"
    for kind, own in kinds.items():
        lone = [idx for idx in own if twin_of(Placeholder("body", idx)).idx not in idxs]
        name += f"-shared{kind}" if lone == own else "".join([f"-shared-{idx}" for idx in lone])
    return name
