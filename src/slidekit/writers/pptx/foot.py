"""The foot of a slide: its footer and its number, real fields in the language of the slide."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from slidekit.scene.boxes import SceneSlide
from slidekit.writers.pptx.markup import attribute, words
from slidekit.writers.pptx.master import FOOTER_IDX, NUMBER_FIELD, NUMBER_IDX
from slidekit.writers.pptx.prompts import FOOTER, NUMBER, spoken

_SLASH = " / "


class _Around(NamedTuple):
    """What stands before the words of the footer, after them, before the number and after it."""

    footer: str
    footer_end: str
    number: str
    number_end: str


def foot_xml(slide: SceneSlide, number: int, locale: str) -> str:
    """Footer and slide number: PowerPoint does not copy them from the layout by itself."""
    around = _around(locale)
    footer = ""
    if slide.footer:
        said = words(slide.footer)
        if slide.other_footer and slide.page.twin is not None:
            other = attribute(slide.page.twin.locale)
            said += f'{_SLASH}</a:t></a:r><a:r><a:rPr lang="{other}"/><a:t>{words(slide.other_footer)}'
        footer = f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" {around.footer}{said}{around.footer_end}'
    count = f'<p:sp><p:nvSpPr><p:cNvPr id="{number + 1}" {around.number}{slide.page.number}{around.number_end}'
    return footer + count


@cache
def _around(locale: str) -> _Around:
    lang, safe = spoken(locale), attribute(locale)

    def shape(name: str, kind: str, idx: int) -> str:
        return (
            f'name="{attribute(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
            f'<p:ph type="{kind}" sz="quarter" idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
            "<a:lstStyle/><a:p>"
        )

    return _Around(
        f'{shape(FOOTER[lang], "ftr", FOOTER_IDX)}<a:r><a:rPr lang="{safe}"/><a:t>',
        "</a:t></a:r></a:p></p:txBody></p:sp>",
        f'{shape(NUMBER[lang], "sldNum", NUMBER_IDX)}<a:fld id="{NUMBER_FIELD}" type="slidenum">'
        f'<a:rPr lang="{safe}"/><a:t>',
        f'</a:t></a:fld><a:endParaRPr lang="{safe}"/></a:p></p:txBody></p:sp>',
    )
