"""The slide master and its layouts: where an author's placeholders stand and how their text looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slidekit.scene.boxes import Box, Inset, Layout, Placeholder, PlaceholderSpec, Scene, Type
from slidekit.scene.grounds import content_box, hidden_title_box, title_box, title_type
from slidekit.writers.pptx.art import art_xml, covers_slide, diagonal, fill_xml
from slidekit.writers.pptx.base import FIRST_MASTER_ID
from slidekit.writers.pptx.color import Colors, color_map
from slidekit.writers.pptx.levels import LevelLook, default_levels
from slidekit.writers.pptx.markup import DECLARATION, NAMESPACES, attribute, frame, geometry, hundredths, words
from slidekit.writers.pptx.prompts import DATE, FOOTER, LEVEL_PROMPTS, NUMBER, PROMPTS, layout_title
from slidekit.writers.pptx.text import Typesetter

GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""What every tree of shapes opens with."""
NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
DATE_FIELD = "{3B1F6F0E-6D35-4C5B-8F0A-0D6B7C4E2A11}"
DATE_IDX, FOOTER_IDX, NUMBER_IDX = 30, 31, 32
"""Behind all that layouts use; PowerPoint goes by the type of the three, not by their index."""
COLOR_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
"""Of notes pages, which stay light where slides are dark."""
_KINDS = {
    "title": "title",
    "section": "secHead",
    "content": "obj",
    "columns-2": "twoObj",
    "title-only": "titleOnly",
    "blank": "blank",
}
"""What PowerPoint calls some of the layouts (ST_SlideLayoutType, ISO/IEC 29500-1, 19.7.15)."""


def ph(placeholder: Placeholder) -> str:
    """The element that ties a shape to the placeholder of its layout."""
    idx = f' idx="{placeholder.idx}"' if placeholder.idx else ""
    return f'<p:ph type="{placeholder.type}"{idx}/>'


class Masters:
    """Writes the master and the layouts of one scene."""

    def __init__(self, scene: Scene, setter: Typesetter, colors: Colors) -> None:
        self.scene, self.setter, self.colors = scene, setter, colors
        self.lang, self.locale = scene.show.lang, attribute(scene.show.locale)

    # ---- shapes ----

    def _shape(self, number: int, name: str, tag: str, place: str, text: str) -> str:
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
            f"</p:cNvSpPr><p:nvPr>{tag}</p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>{text}</p:txBody></p:sp>"
        )

    def _place(self, box: Box, fill: str | None = None) -> str:
        ground = self.colors.fill(fill) if fill else ""
        return f"{frame(*box)}{geometry('rect')}{ground}"

    def _prompt(self, text: str, level: int = 0) -> str:
        properties = f'<a:pPr lvl="{level}"/>' if level else ""
        return f'<a:p>{properties}<a:r><a:rPr lang="{self.locale}"/><a:t>{words(text)}</a:t></a:r></a:p>'

    def _spec(self, number: int, spec: PlaceholderSpec) -> str:
        """A placeholder of a layout, whole: its box, its look at every level, its prompt."""
        bulleted = spec.role == "body"
        levels = default_levels(spec.size_pt, bulleted, self.scene.theme)
        if spec.placeholder.type in ("title", "ctrTitle"):
            levels = levels[:1]
        prompts = PROMPTS.get(spec.role, PROMPTS["body"])[self.lang]
        text = self._prompt(prompts)
        if bulleted:
            text += "".join([self._prompt(more, level) for level, more in enumerate(LEVEL_PROMPTS[self.lang], 1)])
        style = self.setter.list_style(levels, spec.type)
        return self._shape(
            number,
            f"{prompts} {number}",
            ph(spec.placeholder),
            self._place(spec.box, spec.fill),
            self.setter.box(spec.inset, spec.type.anchor) + style + text,
        )

    def _foot(self, number: int, on_master: bool) -> str:
        """Date, footer and slide number: all three real fields, ready to be switched on."""
        scene, grid = self.scene, self.scene.theme.grid
        size = hundredths(scene.theme.sizes.footer)
        date_box = Box(grid.left + (scene.number_box.x - grid.left) * 0.72, scene.footer_box.y, 40, scene.footer_box.h)
        fields = (
            ("dt", "half", DATE_IDX, DATE[self.lang], date_box, "r"),
            ("ftr", "quarter", FOOTER_IDX, FOOTER[self.lang], scene.footer_box, "l"),
            ("sldNum", "quarter", NUMBER_IDX, NUMBER[self.lang], scene.number_box, "r"),
        )
        found = []
        for offset, (kind, extent, idx, name, box, align) in enumerate(fields):
            color, font = self.colors.fill(scene.footer_type.color), self.setter.font("body")
            style = (
                f'<a:lstStyle><a:lvl1pPr algn="{align}"><a:defRPr sz="{size}">{color}{font}'
                "</a:defRPr></a:lvl1pPr></a:lstStyle>"
            )
            tag = f'<p:ph type="{kind}" sz="{extent}" idx="{idx if not on_master else offset + 2}"/>'
            text = f"{self.setter.box(Inset(), 'middle')}{style}<a:p>{self._field(kind)}</a:p>"
            found.append(self._shape(number + offset, f"{name} {number + offset}", tag, self._place(box), text))
        return "".join(found)

    def _field(self, kind: str) -> str:
        if kind == "sldNum":
            return (
                f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{self.locale}"/><a:t>‹#›</a:t></a:fld>'
                f'<a:endParaRPr lang="{self.locale}"/>'
            )
        if kind == "dt":
            date = words(self.scene.show.date or "2026-01-01")
            return (
                f'<a:fld id="{DATE_FIELD}" type="datetime1"><a:rPr lang="{self.locale}"/><a:t>{date}</a:t></a:fld>'
                f'<a:endParaRPr lang="{self.locale}"/>'
            )
        # words, or LibreOffice forgets how the footer looks
        return f'<a:r><a:rPr lang="{self.locale}"/><a:t>{words(self.scene.show.title.plain)}</a:t></a:r>'

    # ---- parts ----

    def master_xml(self, layouts: Sequence[str]) -> str:
        """The master; `layouts` are the relationship ids of its layouts."""
        theme = self.scene.theme
        title, body = self.title_type(), self.body_type()
        prompts = [self._prompt(PROMPTS["body"][self.lang])]
        prompts += [self._prompt(more, level) for level, more in enumerate(LEVEL_PROMPTS[self.lang], 1)]
        shapes = self._shape(
            2, "Title", '<p:ph type="title"/>', self._place(title_box(theme)),
            f"{self.setter.box(Inset(), title.anchor)}<a:lstStyle/>{self._prompt(PROMPTS['title'][self.lang])}",
        ) + self._shape(
            3, "Text", '<p:ph type="body" idx="1"/>', self._place(content_box(theme)),
            f"{self.setter.box(Inset(), 'top')}<a:lstStyle/>{''.join(prompts)}",
        )  # fmt: skip
        ids = "".join(
            [f'<p:sldLayoutId id="{FIRST_MASTER_ID + 1 + at}" r:id="{layout}"/>' for at, layout in enumerate(layouts)]
        )
        titles = self.setter.level("lvl1pPr", LevelLook(hundredths(theme.sizes.title[0])), title, None)
        bodies = "".join(self.setter.levels(default_levels(theme.sizes.body[0], True, theme), body))
        return (
            f"{DECLARATION}<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{self.colors.fill(theme.palette.paper)}"
            f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{GROUP}{shapes}{self._foot(4, on_master=True)}</p:spTree>"
            "</p:cSld>"
            f'<p:clrMap {color_map(theme.palette)}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0"/>'
            f"<p:txStyles><p:titleStyle>{titles}</p:titleStyle><p:bodyStyle>{bodies}</p:bodyStyle>"
            f"<p:otherStyle>{self._other()}</p:otherStyle></p:txStyles></p:sldMaster>"
        )

    def _other(self) -> str:
        return "".join(
            [
                f'<a:lvl{level}pPr marL="0" algn="l"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/>'
                f'</a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{level}pPr>'
                for level in range(1, 6)
            ]
        )

    def layout_xml(self, layout: Layout) -> str:
        """A layout, with a title placeholder even where none is drawn."""
        grid = self.scene.theme.grid
        arts = [art for art in layout.art if not covers_slide(art, grid)]
        specs = list(layout.placeholders)
        if not any(spec.placeholder.type in ("title", "ctrTitle") for spec in specs):
            specs.insert(0, self._above())
        name = layout_title(layout.name, self.lang)
        kind = f' type="{_KINDS[layout.name]}"' if layout.name in _KINDS else ""
        number = 2
        shapes = []
        for art in arts:
            shapes.append(art_xml(art, number, f"Art {number}", self.colors, self.scene.show.locale))
            number += 1
        for spec in specs:
            shapes.append(self._spec(number, spec))
            number += 1
        if layout.footer:
            shapes.append(self._foot(number, on_master=False))
        return (
            f'{DECLARATION}<p:sldLayout {NAMESPACES}{kind} preserve="1" userDrawn="1"><p:cSld name="{attribute(name)}">'
            f"{self._ground(layout)}<p:spTree>{GROUP}{''.join(shapes)}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
        )

    def _ground(self, layout: Layout) -> str:
        covers = [art for art in layout.art if covers_slide(art, self.scene.theme.grid)]
        if covers:
            fill = fill_xml(covers[-1], self.colors)
        elif layout.ground == "night":
            palette, grid = self.scene.theme.palette, self.scene.theme.grid
            fill = self.colors.gradient(
                palette.night, palette.night_end, round(diagonal(grid.width, grid.height) / 600) * 600
            )
        else:
            return ""
        return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"

    def _above(self) -> PlaceholderSpec:
        """A title above the slide: drawn nowhere, kept in the outline."""
        theme = self.scene.theme
        box = hidden_title_box(theme)
        return PlaceholderSpec(Placeholder("title", 0), "title", box, self.title_type(), theme.sizes.title[-1])

    def title_type(self) -> Type:
        """Titles on paper."""
        return title_type(self.scene.theme, "content")

    def body_type(self) -> Type:
        """Running text on paper."""
        palette = self.scene.theme.palette
        return Type("body", palette.ink, marker_color=palette.accent, link_color=palette.second)


def all_layouts(scene: Scene, masters: Masters) -> Iterator[Layout]:
    """The layouts in use, then the standard ones that the deck does without but its owner may want."""
    from slidekit.writers.pptx.standard import standard_layouts

    yield from scene.layouts.values()
    for layout in standard_layouts(scene.theme, masters.body_type()):
        if layout.name not in scene.layouts:
            yield layout
