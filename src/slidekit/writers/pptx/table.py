"""Native tables; cells say their size, colours and borders, for they inherit none from a placeholder."""

from __future__ import annotations

from slidekit.scene.boxes import Cell, TableShape, Type
from slidekit.writers.pptx.base import TABLE_STYLE
from slidekit.writers.pptx.markup import attribute, emu, frame, hundredths
from slidekit.writers.pptx.package import Relations
from slidekit.writers.pptx.text import Typesetter

_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_MARGINS = 'marL="90000" marR="90000" marT="54000" marB="54000" anchor="ctr"'
"""2.5 mm at the sides, 1.5 mm above and below."""
_THIN, _THICK = 6350, 12700


class Tables:
    """Writes tables in one theme."""

    def __init__(self, setter: Typesetter, style: str = TABLE_STYLE) -> None:
        self._style = style
        palette = setter.theme.palette
        self._setter, self._colors, self._palette = setter, setter.colors, palette
        self._header = Type(
            "body", palette.on_night, bold=True, link_color=palette.on_night, code_color=palette.on_night
        )
        self._body = Type("body", palette.ink, link_color=palette.second, code_color=palette.second)

    def xml(self, shape: TableShape, number: int, relations: Relations) -> str:
        """The graphic frame."""
        columns = "".join([f'<a:gridCol w="{emu(width)}"/>' for width in shape.columns_mm])
        rows = "".join([self._row(shape, index, relations) for index in range(len(shape.rows))])
        header = ' firstRow="1"' if shape.header else ""
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{attribute(shape.name)}" '
            f'descr="{attribute(shape.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{frame(*shape.box, tag='p:xfrm')}<a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
            f'<a:tblPr{header} bandRow="1"><a:tableStyleId>{self._style}</a:tableStyleId></a:tblPr>'
            f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _row(self, shape: TableShape, index: int, relations: Relations) -> str:
        header = shape.header and index == 0
        type_ = self._header if header else self._body
        properties = self._properties(shape, index)
        cells = "".join(
            [self._cell(cell, type_, properties, relations, shape.line_height) for cell in shape.rows[index]]
        )
        return f'<a:tr h="{emu(shape.heights_mm[index])}">{cells}</a:tr>'

    def _properties(self, shape: TableShape, index: int) -> str:
        """Ground and lower border of a row's cells; every second row below the header is on panel."""
        palette = self._palette
        if shape.header and index == 0:
            ground = self._colors.fill(palette.night)
        else:
            ground = self._colors.fill(palette.panel if (index - shape.header) % 2 == 0 else palette.paper)
        last = index == len(shape.rows) - 1
        color, width = (palette.night, _THICK) if last else (palette.hairline, _THIN)
        none = "".join([f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR")])
        return (
            f'<a:tcPr {_MARGINS}>{none}<a:lnB w="{width}" cap="flat" cmpd="sng" algn="ctr">{self._colors.fill(color)}'
            f"</a:lnB>{ground}</a:tcPr>"
        )

    def _cell(self, cell: Cell, type_: Type, properties: str, relations: Relations, line_height: float) -> str:
        """A cell, its lines an exact height apart: LibreOffice would leave out what Calibri wants between lines."""
        align = f' algn="{_ALIGN[cell.align]}"' if cell.align != "left" else ""
        text = ""
        for paragraph in cell.paragraphs:
            pitch = f'<a:lnSpc><a:spcPts val="{hundredths(paragraph.size_pt * line_height)}"/></a:lnSpc>'
            runs = self._setter.runs(paragraph.runs, type_, relations, hundredths(paragraph.size_pt))
            text += f"<a:p><a:pPr{align}>{pitch}</a:pPr>{runs}</a:p>"
        text = text or f'<a:p><a:endParaRPr lang="{attribute(self._setter.locale)}"/></a:p>'
        return f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>{properties}</a:tc>"
