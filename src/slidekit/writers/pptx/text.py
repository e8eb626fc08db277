"""Paragraphs and runs as DrawingML, saying only what the layout has not said already."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from slidekit.scene.boxes import Inset, Paragraph, PlaceholderSpec, TextShape, Type
from slidekit.scene.metrics import DRAWN_LINE
from slidekit.scene.theme import Theme
from slidekit.show.pages import Run
from slidekit.writers.pptx.color import Colors
from slidekit.writers.pptx.levels import ANY, NUMBERED, LevelLook, default_levels, first_number, levels_of, look_of
from slidekit.writers.pptx.links import click_xml
from slidekit.writers.pptx.markup import attribute, emu, hundredths, words
from slidekit.writers.pptx.math import element
from slidekit.writers.pptx.omml import inline
from slidekit.writers.pptx.package import Relations

_MISSING_INK, _MISSING_GROUND = "8A1020", "FFE14D"
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
_OWN_LINK_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


class Typesetter:
    """Writes text for one theme; what it wrote once for a look it remembers."""

    def __init__(self, theme: Theme, colors: Colors, locale: str) -> None:
        self.theme, self.colors, self.locale = theme, colors, locale
        self.native = False
        """Whether formulas are Office Math, for programs that know it; else their text on one line."""
        self._levels: dict[tuple[object, ...], str] = {}
        self._runs: dict[tuple[object, ...], str] = {}
        self._standing: dict[int, dict[int, LevelLook]] = {}
        self._foreign = bool(getattr(theme, "package", b""))
        """Whether the theme is of a corporate template, whose titles and texts have spacings of their own."""
        # + for a name of the theme: text follows when somebody changes the theme's fonts
        self.faces = {"heading": "+mj", "body": "+mn", "code": attribute(theme.fonts.code)}

    def font(self, font: str) -> str:
        """The elements that choose a typeface."""
        face = self.faces[font]
        if font == "code":
            return f'<a:latin typeface="{face}" pitchFamily="49"/><a:cs typeface="{face}" pitchFamily="49"/>'
        return f'<a:latin typeface="{face}-lt"/>'

    # ---- styles ----

    def spacing(self, own: float = 0.0) -> str:
        """Line spacing, where the theme wants other than the font's own, or a text other than the theme's."""
        wanted = own or self.theme.line_spacing
        if wanted == 1.0 and not own:
            return ""
        return f'<a:lnSpc><a:spcPct val="{round(wanted * 100000)}"/></a:lnSpc>'

    def marker(self, look: LevelLook, color: str, number: int = 1) -> str:
        """The elements of a bullet or a number."""
        if not look.marker:
            return "<a:buNone/>"
        ink = f"<a:buClr>{self.colors.color(color)}</a:buClr>" if color else ""
        if look.marker == NUMBERED:
            start = f' startAt="{number}"' if number > 1 else ""
            return f'{ink}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/>'
        return f'{ink}<a:buFont typeface="Arial"/><a:buChar char="{attribute(look.marker)}"/>'

    def level(self, tag: str, look: LevelLook, type_: Type, over: tuple[LevelLook, Type] | None) -> str:
        """A paragraph style such as `a:lvl1pPr`; with `over`, only what differs from what it inherits."""
        key = (tag, look, type_, over)
        known = self._levels.get(key)
        if known is None:
            known = self._levels[key] = self._level(tag, look, type_, over)
        return known

    def _level(self, tag: str, look: LevelLook, type_: Type, over: tuple[LevelLook, Type] | None) -> str:
        below, base = over or (None, None)
        attributes = children = ""
        if below is None or (look.margin, look.hang) != (below.margin, below.hang):
            attributes += f' marL="{look.margin}" indent="{-look.hang}"'
        if base is None or type_.align != base.align:
            attributes += f' algn="{_ALIGN[type_.align]}"'
        if below is None:
            children += self.spacing(look.spacing)
        if below is None or look.before != below.before:
            children += f'<a:spcBef><a:spcPts val="{look.before}"/></a:spcBef>'
        if below is None or look.marker != below.marker or (base and type_.marker_color != base.marker_color):
            children += self.marker(look, type_.marker_color)
        children += self._default_run(look, type_, below, base)
        return f"<a:{tag}{attributes}>{children}</a:{tag}>" if attributes or children else ""

    def _default_run(self, look: LevelLook, type_: Type, below: LevelLook | None, base: Type | None) -> str:
        attributes = children = ""
        if below is None or look.size != below.size:
            attributes += f' sz="{look.size}"'
        if base is None or type_.bold != base.bold:
            attributes += f' b="{int(type_.bold)}"'
        if base is None or type_.italic != base.italic:
            attributes += f' i="{int(type_.italic)}"'
        if type_.caps != (base.caps if base else False):
            attributes += f' cap="{"all" if type_.caps else "none"}"'
        if base is None or type_.color != base.color:
            children += self.colors.fill(type_.color)
        if base is None or type_.font != base.font:
            children += self.font(type_.font)
        return f"<a:defRPr{attributes}>{children}</a:defRPr>" if attributes or children else ""

    def list_style(self, levels: Sequence[LevelLook], type_: Type) -> str:
        """The whole `a:lstStyle` of a layout's placeholder."""
        return f"<a:lstStyle>{''.join(self.levels(levels, type_))}</a:lstStyle>"

    def levels(self, levels: Sequence[LevelLook], type_: Type) -> list[str]:
        """Each level's paragraph style, whole."""
        return [self.level(f"lvl{number}pPr", look, type_, None) for number, look in enumerate(levels, 1)]

    # ---- bodies ----

    def box(self, inset: Inset, anchor: str, wrap: str = "square", centered: bool = False) -> str:
        """How text lies in its shape. `noAutofit`: neither PowerPoint nor LibreOffice rescales what fits already."""
        left, top, right, bottom = [emu(side) for side in inset]
        middle = ' anchorCtr="1"' if centered else ""
        return (
            f'<a:bodyPr vert="horz" wrap="{wrap}" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" '
            f'rtlCol="0" anchor="{_ANCHOR[anchor]}"{middle}><a:noAutofit/></a:bodyPr>'
        )

    def body(self, shape: TextShape, spec: PlaceholderSpec | None, relations: Relations) -> str:
        """The `p:txBody` of a text shape over the placeholder that it fills, if it fills one."""
        if spec and spec.inset == shape.inset and spec.type.anchor == shape.type.anchor:
            box = "<a:bodyPr><a:noAutofit/></a:bodyPr>"
        elif spec and spec.slot and spec.inset == shape.inset:
            box = f'<a:bodyPr anchor="{_ANCHOR[shape.type.anchor]}"><a:noAutofit/></a:bodyPr>'
        else:
            box = self.box(shape.inset, shape.type.anchor)
        inherited = self._inherited(spec) if spec else {}
        levels = levels_of(shape.paragraphs)
        styles = ""
        for level, look in sorted(levels.items()):
            over = (inherited[level], spec.type) if spec and level in inherited else None
            if look.before == ANY:
                levels[level] = look = look._replace(before=over[0].before if over else 0)
            if self._foreign and not spec:
                look = look._replace(spacing=round(shape.line_height / DRAWN_LINE, 3))
            if over != (look, shape.type):
                styles += self.level(f"lvl{level + 1}pPr", look, shape.type, over)
        style = f"<a:lstStyle>{styles}</a:lstStyle>" if styles else "<a:lstStyle/>"
        return f"<p:txBody>{box}{style}{self.paragraphs(shape.paragraphs, levels, shape.type, relations)}</p:txBody>"

    def _inherited(self, spec: PlaceholderSpec) -> dict[int, LevelLook]:
        known = self._standing.get(id(spec))
        if known is None:
            known = self._standing[id(spec)] = self._looks(spec)
        return known

    def _looks(self, spec: PlaceholderSpec) -> dict[int, LevelLook]:
        if spec.slot is not None:
            from slidekit.writers.pptx.slots import looks

            return looks(spec.slot)
        return dict(enumerate(default_levels(spec.size_pt, spec.role == "body", self.theme)))

    def paragraphs(
        self, paragraphs: Sequence[Paragraph], levels: dict[int, LevelLook], type_: Type, relations: Relations
    ) -> str:
        """The `a:p` elements."""
        found = []
        counts: dict[int, tuple[int, int]] = {}
        for index, paragraph in enumerate(paragraphs):
            start = first_number(counts, paragraph)
            look = levels[paragraph.level]
            properties = self._properties(paragraph, look, type_, start, index == 0)
            size = hundredths(paragraph.size_pt)
            own = 0 if size == look.size and not paragraph.color else size
            dress = replace(type_, color=paragraph.color) if paragraph.color else type_
            found.append(f"<a:p>{properties}{self.runs(paragraph.runs, dress, relations, own)}</a:p>")
        return "".join(found) or f'<a:p><a:endParaRPr lang="{self.locale}"/></a:p>'

    def _properties(self, paragraph: Paragraph, look: LevelLook, type_: Type, start: int, first: bool) -> str:
        own = look_of(paragraph)
        attributes = f' lvl="{paragraph.level}"' if paragraph.level else ""
        children = ""
        if (own.margin, own.hang) != (look.margin, look.hang):
            attributes += f' marL="{own.margin}" indent="{-own.hang}"'
        if own.before != look.before and not first:
            children += f'<a:spcBef><a:spcPts val="{own.before}"/></a:spcBef>'
        if own.marker != look.marker or start > 1:
            children += self.marker(own, type_.marker_color, start)
        if not children:
            return f"<a:pPr{attributes}/>" if attributes else ""
        return f"<a:pPr{attributes}>{children}</a:pPr>"

    # ---- runs ----

    def runs(self, runs: Sequence[Run], type_: Type, relations: Relations, size: int = 0) -> str:
        """The runs of a paragraph; `size` where they cannot inherit one, as in a table."""
        found = []
        for run in runs:
            if run.math and self.native:
                found.append(element(inline(run.math)))
                continue
            properties = self.run_properties(run, type_, relations, size)
            if "\n" not in run.text:
                found.append(f"<a:r>{properties}<a:t>{words(run.text)}</a:t></a:r>")
                continue
            for place, piece in enumerate(run.text.split("\n")):
                if place:
                    found.append(f"<a:br>{properties}</a:br>")
                if piece:
                    found.append(f"<a:r>{properties}<a:t>{words(piece)}</a:t></a:r>")
        if found:
            return "".join(found)
        attributes = f' sz="{size}"' if size else ""
        return f'<a:endParaRPr lang="{self.locale}"{attributes}/>'

    def run_properties(self, run: Run, type_: Type, relations: Relations, size: int = 0) -> str:
        """The `a:rPr` of a run."""
        if run.link and click_xml(run.link, relations):
            return self._run_properties(run, type_, size, relations)
        key = (type_, size, run.locale, run.bold, run.italic, run.strike, run.code, run.missing, run.math != "")
        known = self._runs.get(key)
        if known is None:
            known = self._runs[key] = self._run_properties(run, type_, size, None)
        return known

    def _run_properties(self, run: Run, type_: Type, size: int, linked: Relations | None) -> str:
        attributes = f' lang="{attribute(run.locale)}"'
        if size:
            attributes += f' sz="{size}"'
        if (run.bold and not type_.bold) or (size and type_.bold):
            attributes += ' b="1"'
        if run.italic and not type_.italic:
            attributes += ' i="1"'
        if run.strike:
            attributes += ' strike="sngStrike"'
        if run.code or run.math:
            attributes += ' noProof="1"'
        if run.math:
            attributes += ' cap="none"'  # in a template's capitals E = mc² would be another formula
        color = type_.color if size else ""
        if run.code and type_.code_color:
            color = type_.code_color
        if linked is not None:
            color = "" if type_.link_color == self.colors.slots["hlink"] else type_.link_color
        children = self.colors.fill(_MISSING_INK if run.missing else color) if color or run.missing else ""
        if run.missing:
            children += f'<a:highlight><a:srgbClr val="{_MISSING_GROUND}"/></a:highlight>'
        if run.code:
            children += self.font("code")
        if linked is not None:
            children += click_xml(run.link, linked, _OWN_LINK_COLOR if color else "")
        return f"<a:rPr{attributes}>{children}</a:rPr>" if children else f"<a:rPr{attributes}/>"
