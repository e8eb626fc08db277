"""The parts that a presentation has once: the list of slides, its properties, sections, table style."""

from __future__ import annotations

import time
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from slidekit.scene.theme import Grid, Theme
from slidekit.show.pages import Line, Page, Show
from slidekit.writers.pptx.color import Colors
from slidekit.writers.pptx.markup import DECLARATION, NAMESPACES, A, attribute, words
from slidekit.writers.pptx.package import moment

TABLE_STYLE = "{5C2D6A31-8E0B-4B59-9A4D-51D3C0B0A7E4}"
FIRST_SLIDE_ID = 256
"""Ids of slides start here (ST_SlideId, ISO/IEC 29500-1, 19.7.13)."""
FIRST_MASTER_ID = 2147483648
"""Ids of masters and layouts start here and must differ from each other (ST_SlideMasterId, 19.7.15)."""
_BEFORE = {"en": "Opening", "fr": "Ouverture"}


class Section(NamedTuple):
    """A section and the slides in it, counted from 0."""

    name: str
    slides: list[int]


def guid(*words_: str) -> str:
    """A stable GUID out of words."""
    key = "\x00".join(words_).encode("utf-8", "surrogatepass")
    digits = "".join([f"{zlib.crc32(key, seed):08X}" for seed in (1, 2, 3, 4)])
    return f"{{{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}}}"


def sections(pages: Sequence[Page], langs: Sequence[str]) -> list[Section]:
    """The sections that the deck names, in every language it holds; slides before the first stand in one of their own.

    `langs` are the deck's languages, the first one first.
    """
    found: list[Section] = []
    for index, page in enumerate(pages):
        if page.starts_section and page.section is not None:
            other = f" / {page.twin_section.plain}" if page.twin_section else ""
            found.append(Section(page.section.plain + other, []))
        elif not found:
            found.append(Section(" / ".join([_BEFORE[lang] for lang in langs]), []))
        found[-1].slides.append(index)
    return found if any(page.starts_section for page in pages) else []


def presentation_xml(
    show: Show, slides: Sequence[str], pages: Sequence[Page], master: str, notes: str, grid: Grid
) -> str:
    """`presentation.xml`; `slides`, `master` and `notes` are relationship ids."""
    listed = "".join([f'<p:sldId id="{FIRST_SLIDE_ID + index}" r:id="{slide}"/>' for index, slide in enumerate(slides)])
    levels = "".join(
        [
            f'<a:lvl{level}pPr marL="{457200 * (level - 1)}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" '
            f'latinLnBrk="0" hangingPunct="1"><a:defRPr lang="{attribute(show.locale)}" sz="1800" kern="1200">'
            '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
            f'<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{level}pPr>'
            for level in range(1, 10)
        ]
    )
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>'
        f"{f'<p:sldIdLst>{listed}</p:sldIdLst>' if listed else ''}"
        f'<p:sldSz cx="{_whole(grid.width)}" cy="{_whole(grid.height)}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle>{section_list(show)}"
        "</p:presentation>"
    )


def _whole(mm: float) -> int:
    """A side of the slide in EMU, which 338.6667 mm are 1 off."""
    return round(mm * 360) * 100


def section_list(show: Show) -> str:
    """Sections as PowerPoint 2010 and later keep them ([MS-PPTX] 2.6.4.2)."""
    found = sections(show.pages, langs(show))
    if not found:
        return ""
    entries = []
    for index, section in enumerate(found):
        slides = "".join([f'<p14:sldId id="{FIRST_SLIDE_ID + slide}"/>' for slide in section.slides])
        entries.append(
            f'<p14:section name="{attribute(section.name)}" id="{guid(str(index), section.name)}">'
            f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
        )
    return (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f"{''.join(entries)}</p14:sectionLst></p:ext></p:extLst>"
    )


def langs(show: Show) -> tuple[str, ...]:
    """The languages that a deck holds, the first one first."""
    return (show.lang,) if show.twin is None else (show.lang, show.twin.lang)


def _both(first: Line | None, second: Line | None) -> str:
    """What is said of the whole deck, on one line: in both languages where it holds both and they differ."""
    said = dict.fromkeys([line.plain.replace("\n", " ") for line in (first, second) if line is not None])
    return " / ".join([one for one in said if one])


def core_xml(show: Show) -> str:
    """Who made the deck, what it is called and in which language."""
    made = time.strftime("%Y-%m-%dT%H:%M:%SZ", moment())
    other = show.twin
    title = _both(show.title, other.title if other else None)
    creator = _both(show.author, other.author if other else None)
    subject = _both(show.subtitle, other.subtitle if other else None)
    author = f"<dc:creator>{words(creator)}</dc:creator>" if creator else ""
    about = f"<dc:subject>{words(subject)}</dc:subject>" if subject else ""
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{words(title)}</dc:title>{about}{author}<dc:language>{words(show.locale)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified></cp:coreProperties>'
    )


def app_xml(pages: Sequence[Page]) -> str:
    """How many slides there are."""
    notes = sum(bool(page.notes or page.other_notes) for page in pages)
    hidden = sum(page.hidden for page in pages)
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<PresentationFormat>On-screen Show (16:9)</PresentationFormat><Slides>{len(pages)}</Slides>"
        f"<Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides><Application>slidekit</Application></Properties>"
    )


def presentation_properties_xml() -> str:
    """Nothing yet, but PowerPoint looks for the part."""
    return f"{DECLARATION}<p:presentationPr {NAMESPACES}/>"


def view_properties_xml() -> str:
    """The view in which the deck opens: slides with their notes below."""
    return (
        f'{DECLARATION}<p:viewPr {NAMESPACES}><p:normalViewPr><p:restoredLeft sz="15620"/>'
        '<p:restoredTop sz="80000"/></p:normalViewPr></p:viewPr>'
    )


def table_styles_xml(theme: Theme, colors: Colors) -> str:
    """The deck's own table style, so that a table drawn by hand looks like the others."""
    palette = theme.palette

    def text(color: str, bold: str = "") -> str:
        return f'<a:tcTxStyle{bold}><a:fontRef idx="minor"/>{colors.color(color)}</a:tcTxStyle>'

    def ground(color: str) -> str:
        return f"<a:tcStyle><a:tcBdr/><a:fill>{colors.fill(color)}</a:fill></a:tcStyle>"

    bold = ' b="on"'
    line = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{palette.hairline}"/></a:solidFill></a:ln>'
    borders = f"<a:tcBdr><a:bottom>{line}</a:bottom><a:insideH>{line}</a:insideH></a:tcBdr>"
    return (
        f'{DECLARATION}<a:tblStyleLst xmlns:a="{A}" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="{attribute(theme.name)}">'
        f"<a:wholeTbl>{text(palette.ink)}<a:tcStyle>{borders}</a:tcStyle></a:wholeTbl>"
        f"<a:band1H>{ground(palette.panel)}</a:band1H>"
        f"<a:firstRow>{text(palette.on_night, bold)}{ground(palette.night)}</a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>"
    )
