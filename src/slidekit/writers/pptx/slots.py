"""What a slide says in a template's own placeholders: their names, their foot, their colours."""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.scene.boxes import Box, Layout, PlaceholderSpec, SceneSlide, Slot, TextShape
from slidekit.scene.corporate import TemplateTheme
from slidekit.writers.pptx.color import SCHEME, Colors
from slidekit.writers.pptx.levels import LevelLook
from slidekit.writers.pptx.markup import attribute, emu, hundredths, words
from slidekit.writers.pptx.master import NUMBER_FIELD

NEAR_MM = 0.05
"""Boxes that differ by less are the same box."""


class TemplateColors(Colors):
    """Knows what a template's theme calls its colours, whatever its masters make of the names."""

    def __init__(self, theme: TemplateTheme) -> None:
        super().__init__(theme.palette)
        self.slots = {slot: color.upper() for slot, color in theme.slots.items()}
        self._names = {self.slots[slot]: slot for slot in reversed(SCHEME) if self.slots[slot]}

    def accent(self, index: int) -> str | None:
        """What the theme calls the colour of a series, where it is shown as the theme has it."""
        name = super().accent(index)
        place = index % len(self.palette.chart)
        return name if name and self.slots.get(name) == self.palette.chart[place].upper() else None


def looks(slot: Slot) -> dict[int, LevelLook]:
    """How the levels of a template's placeholder stand."""
    return {
        level: LevelLook(
            hundredths(own.size_pt), own.marker, emu(own.margin_mm), emu(own.hang_mm), hundredths(own.before_pt)
        )
        for level, own in enumerate(slot.levels)
    }


def around(box: Box, slot: Slot) -> Box:
    """The placeholder's own box around the box of its text."""
    inset = slot.inset
    return Box(
        box.x - inset.left,
        box.y - inset.top,
        box.w + inset.left + inset.right,
        box.h + inset.top + inset.bottom,
    )


def near(box: Box, other: Box) -> bool:
    """Whether two boxes are the same to the eye."""
    return all(abs(one - two) < NEAR_MM for one, two in zip(box, other, strict=True))


def foot_xml(slide: SceneSlide, layout: Layout, number: int, locale: str, date: str) -> str:
    """Date, footer and number, where the layout has them; the date gives way to a link in its place."""
    return "".join(_foot(slide, layout, number, locale, date))


def _foot(slide: SceneSlide, layout: Layout, number: int, locale: str, date: str) -> Iterator[str]:
    foot = layout.foot
    if foot is None:
        return
    safe = attribute(locale)
    linked = any(isinstance(one, TextShape) and one.role == "link" for one in slide.shapes)
    if foot.date and date and not linked:
        end = f'<a:endParaRPr lang="{safe}"/>'
        yield _shape(foot.date, number, f'<a:r><a:rPr lang="{safe}"/><a:t>{words(date)}</a:t></a:r>{end}')
    if foot.footer and slide.footer:
        look = _look(foot.footer)
        said = f'<a:r><a:rPr lang="{safe}"{look}</a:rPr><a:t>{words(slide.footer)}</a:t></a:r>'
        if slide.other_footer and slide.page.twin is not None:
            other = attribute(slide.page.twin.locale)
            said += f'<a:r><a:rPr lang="{safe}"{look}</a:rPr><a:t> / </a:t></a:r>'
            said += f'<a:r><a:rPr lang="{other}"{look}</a:rPr><a:t>{words(slide.other_footer)}</a:t></a:r>'
        yield _shape(foot.footer, number + 1, said)
    if foot.number:
        field = (
            f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{safe}"/><a:t>{slide.page.number}</a:t></a:fld>'
        )
        yield _shape(foot.number, number + 2, f'{field}<a:endParaRPr lang="{safe}"/>')


def _look(spec: PlaceholderSpec) -> str:
    """The size, colour and font of a footer, which LibreOffice forgets where the layout's own footer is empty."""
    color = f'<a:solidFill><a:srgbClr val="{spec.type.color}"/></a:solidFill>'
    return f' sz="{hundredths(spec.size_pt)}">{color}<a:latin typeface="+mn-lt"/>'


def _shape(spec: PlaceholderSpec, number: int, text: str) -> str:
    slot = spec.slot
    assert slot is not None
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(slot.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {slot.tag}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"
        f"<a:p>{text}</a:p></p:txBody></p:sp>"
    )
