"""Whatever words are drawn on, they can be read there: every colour, on the very ground that lies under it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from slidekit import build
from slidekit.scene.boxes import ChartShape, Scene, SceneSlide
from slidekit.scene.contrast import least, ratio
from slidekit.scene.legibility import color, demands
from slidekit.scene.theming import theme_names
from slidekit.writers.typst.document import shown
from slidekit.writers.typst.pen import Desk
from slidekit.writers.typst.slide import ground, steps

ROOT = Path(__file__).resolve().parents[3]
LOOKS = list(product(theme_names(), ("light", "dark"), ("en", "stacked", "side-by-side")))
TEXT_AT = {"t": 4, "a": 4, "d": 3, "h": 6}
"""Where a step has its pieces, by its letter; `h` has its place one further on."""

Word = tuple[str, str, float, bool]
"""Its colour, the colour under it, its size and whether it is bold."""


def under(painted: list[list[Any]], x: float, y: float) -> tuple[str, ...]:
    """The colours at a point: of what was painted there last, or of both ends of a gradient."""
    for step in reversed(painted):
        left, top, width, height = step[1:5]
        if not (left - 0.5 <= x <= left + width and top - 0.5 <= y <= top + height):
            continue
        if step[0] == "e":
            across, down = (x - left) / width * 2 - 1, (y - top) / height * 2 - 1
            if across**2 + down**2 > 1:
                continue
        return (step[5], step[6]) if step[0] == "g" else (step[5],)
    raise AssertionError("nothing lies there")


def drawn(desk: Desk, scene: Scene, slide: SceneSlide) -> Iterator[Word]:
    """Every piece of words on a slide, charts left out: they have tests of their own."""
    plain = replace(slide, shapes=tuple(one for one in slide.shapes if not isinstance(one, ChartShape)))
    painted: list[list[Any]] = []
    done = [*ground(desk, scene.layouts[slide.layout], 1.0), *steps(desk, scene, plain, 1, plain=True)]
    styles = {number: style for style, number in desk.styles.items()}
    for step in done:
        kind = step[0]
        if kind in ("r", "g", "e"):
            painted.append(step)
        if kind not in TEXT_AT:
            continue
        at = 2 if kind == "h" else 1
        x, y = float(step[at]), float(step[at + 1])  # type: ignore[arg-type]
        sign = kind == "d" and len(step[3][0][1]) == 1  # type: ignore[index]  # the mark of a quotation says nothing
        if y < 0 or sign:
            continue
        for piece in step[TEXT_AT[kind]]:  # type: ignore[attr-defined]
            if piece:
                _, size, bold, _, ink, above, _ = styles[piece[0]]
                for below in under(painted, x, y + float(above) / 2):  # type: ignore[arg-type]
                    yield str(ink), below, float(size), bool(bold)  # type: ignore[arg-type]


@pytest.mark.parametrize(("theme", "mode", "edition"), LOOKS, ids=["-".join(look) for look in LOOKS])
@pytest.mark.parametrize("deck", ["tests/golden/every-block.yaml", "src/slidekit/sample.yaml"])
def test_all_words_hold_their_contrast(deck: str, theme: str, mode: Any, edition: Any) -> None:
    """4.5 : 1, 3 : 1 for large text (WCAG 2.2, 1.4.3); and every pair is among those that a theme is checked for."""
    reading = build.read(ROOT / deck, theme, mode=mode)
    assert reading.layouts is not None
    scene = reading.layouts.scene(edition)
    known = {(color(scene.theme, one.ink), color(scene.theme, one.ground)) for one in demands(scene.theme)}
    desk = Desk(scene.theme, scene.show.locale)

    words = {word for slide, _ in shown(scene) for word in drawn(desk, scene, slide)}

    assert len(words) > 12
    assert [] == [(ink, on, size) for ink, on, size, bold in words if ratio(ink, on) < least(size, bold)]
    assert set() == {(ink, on) for ink, on, _, _ in words} - known
