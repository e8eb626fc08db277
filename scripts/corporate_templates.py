"""Makes the two corporate templates that tests and the manual use, as an organisation's designer would leave them.

    .venv/bin/python scripts/corporate_templates.py

`tests/templates/civic.pptx` is 16 : 9, `tests/templates/harbour.pptx` 4 : 3. Both have what is found in the wild:
eleven layouts, a logo and a legal line on the master, placeholders with odd idx, a dark section layout that renames
the colours, fonts that nobody here has, sample slides with notes, a chart, a link between slides, sections and a
custom show. They stand on python-pptx's own default; the same bytes come out whenever it runs.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from slidekit.writers.pptx.package import repacked

HERE = Path(__file__).resolve().parent.parent / "tests" / "templates"
NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


class Brand(NamedTuple):
    """What sets one organisation's template apart from another's."""

    name: str
    width: float
    """In mm; all are 190.5 mm high."""
    colors: tuple[str, ...]
    """dk1, lt1, dk2, lt2, six accents, link, followed link."""
    fonts: tuple[str, str]
    legal: str
    title_caps: bool
    odd: dict[str, dict[int, int]]
    """By layout: the idx of a placeholder, and what it becomes."""


CIVIC = Brand(
    "civic",
    338.6667,
    (
        *[
            "1B1F2A",
            "FFFFFF",
            "0B3C49",
            "EEF3F2",
            "13727C",
            "C8553D",
            "6B8F71",
            "D9A441",
            "574B90",
            "8C8C8C",
            "0F5E9C",
            "6B4C8A",
        ],
    ),
    ("Montserrat", "Source Sans Pro"),
    "© His Majesty the King in Right of the Republic of Examples · Non classifié / Unclassified",
    False,
    {"Title and Content": {1: 13}, "Two Content": {1: 14, 2: 4294967295}, "Section Header": {1: 21}},
)
HARBOUR = Brand(
    "harbour",
    254.0,
    (
        *[
            "20242B",
            "FFFFFF",
            "232B5C",
            "F4F1EA",
            "B3362B",
            "2F4B8F",
            "E0A030",
            "3D7A5A",
            "7A5C94",
            "667080",
            "2F4B8F",
            "7A5C94",
        ],
    ),
    ("Arial", "Arial"),
    "Harbour Authority · Administration portuaire",
    True,
    {"Title and Content": {1: 33}, "Comparison": {2: 31, 4: 32}},
)


def emu(mm: float) -> int:
    """Millimetres as EMU, in whole tenths of a millimetre."""
    return round(mm * 360) * 100


def logo(color: str, light: str, wide: int = 240, high: int = 96) -> bytes:
    """A mark of two bars and a disc, as PNG; drawn dot by dot, four samples a side."""
    ink, paper = [tuple(int(one[at : at + 2], 16) for at in (0, 2, 4)) for one in (color, light)]
    rows = []
    for y in range(high):
        row = bytearray([0])
        for x in range(wide):
            hits = 0
            for sub in range(16):
                px, py = x + sub % 4 / 4, y + sub // 4 / 4
                disc = (px - 46) ** 2 + (py - 48) ** 2 < 40**2 and not (px - 58) ** 2 + (py - 40) ** 2 < 24**2
                bars = px > 104 and (20 < py < 40 or 56 < py < 76) and px < (228 if py < 48 else 190)
                hits += disc or bars
            mixed = [round((a * hits + b * (16 - hits)) / 16) for a, b in zip(ink, paper, strict=True)]
            row += bytes([*mixed, 255 * bool(hits)])
        rows.append(bytes(row))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, 8, 6, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"".join(rows), 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def place(shape: Any, x: float, y: float, w: float, h: float) -> None:
    """Put a shape somewhere, in mm."""
    shape.left, shape.top, shape.width, shape.height = [Emu(emu(value)) for value in (x, y, w, h)]


def main() -> None:
    """Write both templates."""
    HERE.mkdir(exist_ok=True)
    for brand in (CIVIC, HARBOUR):
        (HERE / f"{brand.name}.pptx").write_bytes(made(brand))


def made(brand: Brand) -> bytes:
    """One template."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(emu(brand.width)), Emu(emu(190.5))
    master = deck.slide_master
    _theme(master, brand)
    _master(master, brand)
    for layout in deck.slide_layouts:
        _layout(layout, brand)
    _samples(deck, brand)
    _properties(deck, brand)
    stream = io.BytesIO()
    deck.save(stream)
    return repacked(stream.getvalue())


def _theme(master: Any, brand: Brand) -> None:
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    text = part.blob.decode()
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    for name, color in zip(names, brand.colors, strict=True):
        text = re.sub(
            rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>', text, flags=re.S
        )
    for kind, font in zip(("major", "minor"), brand.fonts, strict=True):
        text = re.sub(rf'(<a:{kind}Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{font}", text)
    part._blob = re.sub(r'name="Office Theme"', f'name="{brand.name.title()}"', text).encode()


def _master(master: Any, brand: Brand) -> None:
    wide = brand.width
    styles = master.element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    run = title.find(qn("a:defRPr"))
    run.set("sz", "3200")
    run.set("b", "1")
    if brand.title_caps:
        run.set("cap", "all")
    run.find(f"{qn('a:solidFill')}/{qn('a:schemeClr')}").set("val", "tx2")
    for number, size in enumerate((2400, 2000, 1800, 1600, 1600), 1):
        level = styles.find(f"{qn('p:bodyStyle')}/{qn(f'a:lvl{number}pPr')}")
        level.find(qn("a:defRPr")).set("sz", str(size))
        bullet = level.find(qn("a:buFont"))
        color = etree.fromstring(f'<a:buClr {NS}><a:schemeClr val="accent1"/></a:buClr>')
        bullet.addprevious(color)
        spacing = etree.fromstring(f'<a:lnSpc {NS}><a:spcPct val="95000"/></a:lnSpc>')
        level.insert(0, spacing)
    boxes = {
        "title": (16, 14, wide - 32 - 44, 22),
        "body": (16, 42, wide - 32, 126),
        "dt": (16, 172, 46, 8),
        "ftr": (64, 172, wide - 128, 8),
        "sldNum": (wide - 36, 172, 20, 8),
    }
    for shape in master.placeholders:
        kind = shape.element.find(f".//{qn('p:ph')}").get("type", "body")
        place(shape, *boxes[kind])
        if kind == "sldNum":
            shape.element.find(f".//{qn('a:lvl1pPr')}").set("algn", "r")
    tree = master.shapes._spTree
    tree.insert(2, _bar(0, 0, wide, 5, "accent1", 901))
    tree.insert(3, _bar(0, 5, wide * 0.3, 1.2, "accent2", 902))
    _, relation = master.part.get_or_add_image_part(io.BytesIO(logo(brand.colors[4], brand.colors[1])))
    tree.append(_picture(wide - 52, 16, 36, 14.4, relation, 903))
    tree.append(_legal(16, 181, wide - 32, 6, brand.legal, 904))


def _bar(x: float, y: float, w: float, h: float, color: str, number: int) -> Any:
    return etree.fromstring(
        f'<p:sp {NS}><p:nvSpPr><p:cNvPr id="{number}" name="Bar {number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        "</p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(w)}" cy="{emu(h)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'
        '<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-CA"/></a:p>'
        "</p:txBody></p:sp>"
    )


def _picture(x: float, y: float, w: float, h: float, relation: str, number: int) -> Any:
    return etree.fromstring(
        f'<p:pic {NS}><p:nvPicPr><p:cNvPr id="{number}" name="Logo" descr="Logo"/><p:cNvPicPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/>'
        f'<a:ext cx="{emu(w)}" cy="{emu(h)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _legal(x: float, y: float, w: float, h: float, words: str, number: int) -> Any:
    return etree.fromstring(
        f'<p:sp {NS}><p:nvSpPr><p:cNvPr id="{number}" name="Legal line"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(w)}" cy="{emu(h)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" '
        'lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p><a:r><a:rPr lang="en-CA" sz="800">'
        '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr>'
        "</a:solidFill>"
        f"</a:rPr><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _layout(layout: Any, brand: Brand) -> None:
    wide, half = brand.width, (brand.width - 32 - 8) / 2
    boxes: dict[str, dict[int, tuple[float, float, float, float]]] = {
        "Title Slide": {0: (24, 58, wide - 72, 46), 1: (24, 108, wide - 72, 40)},
        "Section Header": {0: (24, 70, wide - 72, 34), 1: (24, 108, wide - 72, 24)},
        "Two Content": {1: (16, 42, half, 126), 2: (24 + half, 42, half, 126)},
        "Comparison": {
            1: (16, 42, half, 14), 2: (16, 57, half, 111), 3: (24 + half, 42, half, 14), 4: (24 + half, 57, half, 111),
        },
        "Content with Caption": {0: (16, 14, 80, 26), 1: (104, 42, wide - 120, 126), 2: (16, 42, 80, 126)},
        "Picture with Caption": {0: (16, 128, wide - 32, 14), 1: (16, 14, wide - 72, 110), 2: (16, 144, wide - 32, 22)},
        "Vertical Title and Text": {0: (wide - 60, 42, 40, 126), 1: (16, 42, wide - 84, 126)},
    }  # fmt: skip
    for shape in layout.placeholders:
        idx = shape.placeholder_format.idx
        if box := boxes.get(layout.name, {}).get(idx):
            place(shape, *box)
        new = brand.odd.get(layout.name, {}).get(idx)
        if new is not None:
            shape.element.find(f".//{qn('p:ph')}").set("idx", str(new))
    if layout.name == "Section Header":
        _dark(layout, brand)
    if layout.name == "Title Slide":
        layout.shapes._spTree.insert(2, _bar(0, 150, wide, 8, "accent2", 911))


def _dark(layout: Any, brand: Brand) -> None:
    """A section's divider: on dark ground, with a logo of its own, the master's shapes left out."""
    element = layout.element
    element.set("showMasterSp", "0")
    ground = etree.fromstring(
        f'<p:bg {NS}><p:bgPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    )
    element.find(qn("p:cSld")).insert(0, ground)
    accents = " ".join(f'accent{n}="accent{n}"' for n in range(1, 7))
    mapping = f'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" {accents} hlink="hlink" folHlink="folHlink"'
    override = element.find(qn("p:clrMapOvr"))
    override[:] = [etree.fromstring(f"<a:overrideClrMapping {NS} {mapping}/>")]
    _, relation = layout.part.get_or_add_image_part(io.BytesIO(logo(brand.colors[1], brand.colors[2])))
    layout.shapes._spTree.append(_picture(brand.width - 60, 160, 40, 16, relation, 921))
    for shape in layout.placeholders:
        if shape.placeholder_format.type is not None and "TITLE" in str(shape.placeholder_format.type):
            for run in shape.element.iter(qn("a:defRPr")):
                run.set("sz", "4000")
        for color in shape.element.iter(qn("a:schemeClr")):
            color[:] = []


def _samples(deck: Any, brand: Brand) -> None:
    """Three slides that nobody wants in a talk: SAMPLE stands in each."""
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    cover = deck.slides.add_slide(layouts["Title Slide"])
    cover.shapes.title.text = "SAMPLE: how to use this template"
    cover.notes_slide.notes_text_frame.text = "SAMPLE notes"
    chart_slide = deck.slides.add_slide(layouts["Title Only"])
    chart_slide.shapes.title.text = "SAMPLE chart"
    data = CategoryChartData()
    data.categories = ["SAMPLE a", "SAMPLE b"]
    data.add_series("SAMPLE series", (1, 2))
    where = [Emu(emu(value)) for value in (20, 45, 150, 100)]
    chart = chart_slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *where, data).chart
    book = chart.part.chart_workbook.xlsx_part
    book._blob = _undated(book.blob)
    last = deck.slides.add_slide(layouts["Blank"])
    drawing = io.BytesIO(logo(brand.colors[5], brand.colors[1], 120, 90))
    picture = last.shapes.add_picture(drawing, Emu(emu(20)), Emu(emu(45)))
    picture.name = "SAMPLE picture"
    box = last.shapes.add_textbox(Emu(emu(20)), Emu(emu(100)), Emu(emu(100)), Emu(emu(20)))
    box.text_frame.text = "SAMPLE text"
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(18)
    box.click_action.target_slide = cover
    ids = [one.get("id") for one in deck.slides._sldIdLst]
    relations = [one.get(qn("r:id")) for one in deck.slides._sldIdLst]
    root = deck.part._element
    shows = "".join(f'<p:sld r:id="{one}"/>' for one in relations[:2])
    show = f'<p:custShow name="SAMPLE show" id="0"><p:sldLst>{shows}</p:sldLst></p:custShow>'
    custom = f"<p:custShowLst {NS}>{show}</p:custShowLst>"
    root.find(qn("p:notesSz")).addnext(etree.fromstring(custom))
    listed = "".join(f'<p14:sldId id="{one}"/>' for one in ids)
    sections = (
        f'<p:extLst {NS}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="SAMPLE section" '
        f'id="{{6F0C1A52-9B7B-4E0B-8A5E-0E6C3E1B7A10}}"><p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>'
        "</p14:sectionLst></p:ext></p:extLst>"
    )
    for old in root.findall(qn("p:extLst")):
        root.remove(old)
    root.append(etree.fromstring(sections))
    # a button on a layout that leads to a sample slide, which must go without leaving a dangling link
    layout = layouts["Title Only"]
    relation = layout.part.relate_to(cover.part, RT.SLIDE)
    home = _bar(brand.width - 14, 172, 8, 8, "accent2", 931)
    link = etree.fromstring(f'<a:hlinkClick {NS} r:id="{relation}" action="ppaction://hlinksldjump"/>')
    home.find(f".//{qn('p:cNvPr')}").append(link)
    layout.shapes._spTree.append(home)


def _undated(book: bytes) -> bytes:
    """A workbook that does not say when it was made."""
    with zipfile.ZipFile(io.BytesIO(book)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2026-01-05T00:00:00Z", core)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return repacked(made.getvalue())


def _properties(deck: Any, brand: Brand) -> None:
    import datetime as dt

    properties = deck.core_properties
    properties.title, properties.author = f"SAMPLE {brand.name} template", "Communications"
    properties.created = properties.modified = dt.datetime(2026, 1, 5)
    properties.last_modified_by = "Communications"


if __name__ == "__main__":
    main()
