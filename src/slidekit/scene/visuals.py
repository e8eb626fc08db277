"""Charts and pictures, which take the room that is left, and captions, which stand under things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from slidekit.scene import codes
from slidekit.scene.boxes import Box, ChartShape, PictureShape, Shape
from slidekit.scene.breaking import PT_PER_MM
from slidekit.scene.charts.plan import Planned, plan
from slidekit.scene.elements import Element, Kit, TextElement
from slidekit.scene.fit import FitProblem
from slidekit.scene.pictures import Picture, cropped
from slidekit.show import pages

CAPTION_GAP_MM = 2.0
LEAST_VISUAL_MM = 40.0
"""Below this height a chart or a picture says nothing from the back of a room."""


class ChartElement:
    """A chart, as high as the room allows."""

    flexible = True

    def __init__(self, kit: Kit, name: str, sides: tuple[pages.Chart, ...]) -> None:
        self.kit, self.name, self.sides = kit, name, sides
        self._plans: dict[tuple[float, float], Planned] = {}

    def steps(self) -> int:
        """One: charts size themselves."""
        return 1

    def height(self, level: int, width: float) -> float:
        """The least that can be read."""
        return LEAST_VISUAL_MM

    def wide(self, level: int, width: float) -> bool:
        """Never."""
        return False

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """One native chart, in the same form and at the same size in every language."""
        return [ChartShape(self.name, box, self.sides[side], self._planned(box).drawings[side])]

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """A chart left with too little room, or whose words do not fit into it at any size."""
        low = too_low(self.kit, self.sides, "chart", box)
        over = round(self._planned(box).over / PT_PER_MM, 1)
        if low or over <= 0:
            return low
        pairs = zip(self.kit.langs, self.sides, strict=True)
        return [FitProblem(side.span, lang, "chart", over, "mm", 0.0, "") for lang, side in pairs]

    def _planned(self, box: Box) -> Planned:
        """How the chart is drawn in a box, thought out once."""
        found = self._plans.get((box.w, box.h))
        if found is None:
            width, height = box.w * PT_PER_MM, max(box.h, 1.0) * PT_PER_MM
            found = self._plans[box.w, box.h] = plan(self.sides, width, height, self.kit.theme)
        return found


class PictureElement:
    """A picture, as large as the room allows, its proportions kept."""

    flexible = True

    def __init__(
        self, kit: Kit, name: str, sides: tuple[pages.Image, ...], pictures: Mapping[str, Picture], link: str | None
    ) -> None:
        self.kit, self.name, self.sides, self.pictures, self.link = kit, name, sides, pictures, link

    def steps(self) -> int:
        """One: pictures scale."""
        return 1

    def height(self, level: int, width: float) -> float:
        """The least that can be seen, or scanned."""
        return self._least()

    def _least(self) -> float:
        return codes.LEAST_MM if self.sides[0].qr else LEAST_VISUAL_MM

    def _known(self, image: pages.Image) -> Picture | None:
        if not image.qr:
            return self.pictures.get(image.path_in_deck)
        return codes.picture(image.qr) if codes.holds(image.qr) else None

    def wide(self, level: int, width: float) -> bool:
        """Never."""
        return False

    def proportion(self) -> float:
        """Width over height of the widest side."""
        known = [self._known(side) for side in self.sides]
        return max([one.proportion for one in known if one is not None], default=16 / 9)

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """The picture, centred in its room or filling it; nothing where the file could not be read."""
        image = self.sides[side]
        picture = self._known(image)
        if picture is None or box.w <= 0 or box.h <= 0:
            return []
        plate = None if picture.kind == "jpeg" else self.kit.theme.plate
        if image.cover:
            crop = cropped(picture.proportion, box.w / box.h, image.focus)
            return [PictureShape(self.name, box, picture, image.alt, image.locale, self.link, crop, plate)]
        widest = codes.MOST_MM if image.qr else picture.widest_mm
        width = min(box.w, box.h * picture.proportion, widest)
        height = width / picture.proportion
        real = Box(box.x + (box.w - width) / 2, box.y + (box.h - height) / 2, width, height)
        return [PictureShape(self.name, real, picture, image.alt, image.locale, image.qr or self.link, ground=plate)]

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """A picture left with too little room."""
        if self.sides[0].qr:
            return too_low(self.kit, self.sides, "QR code", box._replace(h=min(box.h, box.w)), codes.LEAST_MM)
        return too_low(self.kit, self.sides, "picture", box)


def too_low(
    kit: Kit, sides: Sequence[pages.Chart | pages.Image], what: str, box: Box, least: float = LEAST_VISUAL_MM
) -> list[FitProblem]:
    """That a visual has less than its least height."""
    short = round(least - box.h, 1)
    if short <= 0.1:
        return []
    return [
        FitProblem(side.span, lang, what, short, "mm", 0.0, "") for lang, side in zip(kit.langs, sides, strict=True)
    ]


class Captioned:
    """An element with a caption under it."""

    def __init__(self, inner: Element, caption: TextElement) -> None:
        self.inner, self.caption = inner, caption

    @property
    def flexible(self) -> bool:
        """As what it holds."""
        return self.inner.flexible

    @property
    def stretches(self) -> bool:
        """As what it holds."""
        return getattr(self.inner, "stretches", False)

    @property
    def airy(self) -> bool:
        """As what it holds."""
        return getattr(self.inner, "airy", False)

    def steps(self) -> int:
        """The longer of the two ladders."""
        return max(self.inner.steps(), self.caption.steps())

    def _below(self, level: int, width: float) -> float:
        return CAPTION_GAP_MM + self.caption.height(level, width)

    def height(self, level: int, width: float) -> float:
        """Both."""
        return self.inner.height(level, width) + self._below(level, width)

    def wide(self, level: int, width: float) -> bool:
        """As what it holds."""
        return self.inner.wide(level, width)

    def _inner_box(self, level: int, box: Box) -> Box:
        return box._replace(h=box.h - self._below(level, box.w))

    def place(self, level: int, box: Box, side: int) -> list[Shape]:
        """What it holds, and the caption right below it."""
        shapes = self.inner.place(level, self._inner_box(level, box), side)
        bottom = max([shape.box.y + shape.box.h for shape in shapes], default=box.y)
        caption = Box(box.x, bottom + CAPTION_GAP_MM, box.w, self.caption.height(level, box.w))
        return shapes + self.caption.place(level, caption, side)

    def problems(self, level: int, box: Box) -> list[FitProblem]:
        """Of both."""
        caption = Box(box.x, 0, box.w, self.caption.height(level, box.w))
        return self.inner.problems(level, self._inner_box(level, box)) + self.caption.problems(level, caption)
