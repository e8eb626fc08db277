"""Speaker notes: their master, and a page for every slide that has any."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from slidekit.scene.boxes import Type
from slidekit.show.labels import labels
from slidekit.show.pages import Line, Page, Show
from slidekit.writers.pptx.markup import DECLARATION, NAMESPACES, attribute, words
from slidekit.writers.pptx.master import COLOR_MAP, GROUP, NUMBER_FIELD
from slidekit.writers.pptx.package import Relations
from slidekit.writers.pptx.prompts import NOTES, NUMBER, SLIDE_IMAGE, spoken
from slidekit.writers.pptx.text import Typesetter

_LOCKED = '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
_TEXT_LOCK = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
_IMAGE = ("685800", "1143000", "5486400", "3086100")
_BODY = ("685800", "4400550", "5486400", "3600450")
_NUMBER = ("3884613", "8685213", "2971800", "458787")
"""Left, top, width and height in EMU on a page of 7.5 × 10 in, where PowerPoint itself has them."""
_TYPE = Type("body", "000000")


def _place(box: tuple[str, str, str, str]) -> str:
    x, y, w, h = box
    return (
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def notes_master_xml(show: Show) -> str:
    """The master that every notes page stands on."""
    lang, locale = show.lang, attribute(show.locale)
    levels = "".join(
        [
            f'<a:lvl{level}pPr marL="{457200 * (level - 1)}" indent="0" algn="l">'
            '<a:spcBef><a:spcPts val="600"/></a:spcBef>'
            '<a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
            f"</a:defRPr></a:lvl{level}pPr>"
            for level in range(1, 6)
        ]
    )
    return (
        f'{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef>'
        f'</p:bg><p:spTree>{GROUP}<p:sp><p:nvSpPr><p:cNvPr id="2" name="{SLIDE_IMAGE[lang]}"/>{_LOCKED}'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{_place(_IMAGE)}<a:noFill/>'
        '<a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>'
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="{NOTES[lang]}"/>{_TEXT_LOCK}<p:nvPr>'
        f'<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>{_place(_BODY)}</p:spPr><p:txBody>'
        '<a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"/><a:lstStyle/>'
        f'<a:p><a:r><a:rPr lang="{locale}"/><a:t>{NOTES[lang]}</a:t></a:r></a:p></p:txBody></p:sp>'
        f'<p:sp><p:nvSpPr><p:cNvPr id="4" name="{attribute(NUMBER[lang])}"/>{_TEXT_LOCK}<p:nvPr>'
        '<p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{_place(_NUMBER)}</p:spPr><p:txBody>"
        '<a:bodyPr vert="horz" anchor="b"/><a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr>'
        "</a:lstStyle>"
        f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{locale}"/><a:t>‹#›</a:t></a:fld>'
        f'<a:endParaRPr lang="{locale}"/></a:p></p:txBody></p:sp></p:spTree></p:cSld>'
        f"<p:clrMap {COLOR_MAP}/><p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


class NotesPages:
    """Writes notes pages; all but the words is the same on each of a language."""

    def __init__(self, setter: Typesetter) -> None:
        self._setter = setter

    def xml(self, page: Page, relations: Relations) -> str:
        """The notes of one slide; those of two languages each under the language's name."""
        setter = self._setter
        before, between, after = _around(setter.locale)
        parts = [lines for lines in (page.notes, page.other_notes) if lines]
        text = ""
        for lines in parts:
            if page.other_notes:
                text += _label(_spoken_in(lines, setter.locale))
            text += "".join([f"<a:p>{setter.runs(line.runs, _TYPE, relations)}</a:p>" for line in lines])
        return f"{before}{text}{between}{page.number}{after}"


def _spoken_in(lines: Sequence[Line], default: str) -> str:
    return next((run.locale for line in lines for run in line.runs), default)


def _label(locale: str) -> str:
    words_ = words(labels(locale).language)
    return f'<a:p><a:r><a:rPr lang="{attribute(locale)}" b="1"/><a:t>{words_}</a:t></a:r></a:p>'


@cache
def _around(locale: str) -> tuple[str, str, str]:
    """What stands before the words, between them and the slide's number, and after it."""
    lang, safe = spoken(locale), attribute(locale)
    return (
        f'{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{GROUP}<p:sp><p:nvSpPr><p:cNvPr id="2" '
        f'name="{SLIDE_IMAGE[lang]}"/>{_LOCKED}<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="{NOTES[lang]}"/>{_TEXT_LOCK}<p:nvPr><p:ph type="body" idx="1"/>'
        "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>",
        f'</p:txBody></p:sp><p:sp><p:nvSpPr><p:cNvPr id="4" name="{attribute(NUMBER[lang])}"/>{_TEXT_LOCK}<p:nvPr>'
        '<p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
        f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{safe}"/><a:t>',
        f'</a:t></a:fld><a:endParaRPr lang="{safe}"/></a:p></p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr>'
        "<a:masterClrMapping/></p:clrMapOvr></p:notes>",
    )
