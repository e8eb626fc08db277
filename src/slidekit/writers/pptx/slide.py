"""A slide: its shapes in reading order, its footer and number, what they point to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from msgspec.structs import replace

from slidekit.scene.boxes import (
    Art,
    Box,
    ChartShape,
    CodeShape,
    Layout,
    MathShape,
    PictureShape,
    PlaceholderSpec,
    Scene,
    SceneSlide,
    Shape,
    Slot,
    TableShape,
    TextShape,
)
from slidekit.show.jumps import places, settled
from slidekit.show.pages import Page
from slidekit.writers.pptx.art import art_xml
from slidekit.writers.pptx.base import TABLE_STYLE
from slidekit.writers.pptx.code import code_xml, ornaments
from slidekit.writers.pptx.color import Colors
from slidekit.writers.pptx.foot import foot_xml
from slidekit.writers.pptx.links import click_xml
from slidekit.writers.pptx.markup import DECLARATION, NAMESPACES, attribute, frame, geometry
from slidekit.writers.pptx.master import GROUP, ph
from slidekit.writers.pptx.math import Drawn, either, formula_xml, has_math
from slidekit.writers.pptx.package import Package, Relations
from slidekit.writers.pptx.picture import picture_xml
from slidekit.writers.pptx.table import Tables
from slidekit.writers.pptx.text import Typesetter
from slidekit.writers.pptx.timing import timing_xml, transition_xml

_COLORS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


class Slides:
    """Writes the slides of one scene into a package."""

    def __init__(
        self, scene: Scene, setter: Typesetter, colors: Colors, package: Package, table_style: str = TABLE_STYLE
    ) -> None:
        self._scene, self._setter, self._colors, self._package = scene, setter, colors, package
        self._tables = Tables(setter, table_style)
        self._charts = max(package.last("ppt/charts/"), package.last("ppt/embeddings/"))
        self.drawn: Drawn | None = None
        """Draws pictures of formulas, where somebody can."""
        self._pictures: Mapping[MathShape, bytes] | None = None
        self._specs = {key: _specs(layout) for key, layout in scene.layouts.items()}
        self._places = {page.number: place for place, page in enumerate(scene.show.pages, 1)}
        self._jumps = places((page, self._places[page.number]) for page in scene.show.pages)
        self._alike = _alike(scene.show.pages)

    def xml(self, slide: SceneSlide, relations: Relations) -> str:
        """The slide's part; `relations` gains what it points to."""
        locale = self._setter.locale = slide.page.locale or self._scene.show.locale
        if slide.page.jumps:
            slide = replace(slide, shapes=settled(slide.shapes, self._jumps, locale))
        shapes: list[str] = []
        texts: dict[int, TextShape] = {}
        number = 2
        for shape in slide.shapes:
            if slide.page.built and isinstance(shape, TextShape):
                texts[number] = shape
            made = self._shape(shape, number, slide, relations)
            shapes += made
            number += len(made)
        layout = self._scene.layouts[slide.layout]
        if layout.foot is not None:
            shapes.append(self._own_foot(slide, layout, number, locale))
        elif layout.footer:
            shapes.append(foot_xml(slide, number, locale))
        hidden = ' show="0"' if slide.page.hidden else ""
        tree = f"<p:cSld><p:spTree>{GROUP}{''.join(shapes)}</p:spTree></p:cSld>"
        moves = transition_xml(slide.page.transition) + timing_xml(slide.page.built, texts)
        return f"{DECLARATION}<p:sld {NAMESPACES}{hidden}>{tree}{_colors(layout)}{moves}</p:sld>"

    def _own_foot(self, slide: SceneSlide, layout: Layout, number: int, locale: str) -> str:
        """What a template's layout has at its foot."""
        from slidekit.writers.pptx import slots

        shows = [show for show in (self._scene.show, self._scene.show.twin) if show is not None]
        dates = {show.locale: show.date or "" for show in reversed(shows)}
        return slots.foot_xml(slide, layout, number, locale, dates.get(locale, ""))

    def _shape(self, shape: Shape, number: int, slide: SceneSlide, relations: Relations) -> list[str]:
        """The elements of a shape; `number` is the first id that is free."""
        match shape:
            case TextShape():
                if shape.role == "title" and slide.page.number in self._alike:
                    shape = _told_apart(shape)
                spec = self._specs[slide.layout].get(shape.placeholder) if shape.placeholder else None
                if has_math(shape):
                    return self._mixed(shape, spec, number, relations)
                return [self._text(shape, spec, number, relations)]
            case Art():
                return list(self._arts([shape], number, ""))
            case CodeShape():
                ornament = self._arts(ornaments(shape, self._setter), number + 1, f"{shape.name} ")
                return [code_xml(shape, number, self._setter), *ornament]
            case TableShape():
                return [self._tables.xml(shape, number, relations)]
            case ChartShape():
                return [self._chart(shape, number, relations)]
            case MathShape():
                picture = self._formula(shape)
                return [formula_xml(shape, number, self._colors, picture, self._package, relations), ""]
            case PictureShape():
                return [picture_xml(shape, number, self._package, relations)]
            case _:
                assert_never(shape)

    def _arts(self, arts: Iterable[Art], first: int, name: str) -> Iterable[str]:
        for number, art in enumerate(arts, first):
            yield art_xml(art, number, f"{name}Art {number}", self._colors, self._setter.locale)

    def _text(self, shape: TextShape, spec: PlaceholderSpec | None, number: int, relations: Relations) -> str:
        click = self._click(shape, relations)
        if spec and spec.slot:
            return self._seated(shape, spec, spec.slot, number, click, relations)
        if shape.placeholder:
            lock, tag = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>', ph(shape.placeholder)
        else:
            lock, tag = '<p:cNvSpPr txBox="1"/>', ""
        box = _above(shape.box) if shape.hidden else shape.box
        place = "" if spec and box == spec.box else frame(*box) + ("" if spec else geometry("rect"))
        if shape.fill != (spec.fill if spec else None):
            place += ("" if place else geometry("rect")) + self._colors.fill(shape.fill)
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(shape.name)}">{click}</p:cNvPr>{lock}'
            f"<p:nvPr>{tag}</p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
            f"{self._setter.body(shape, spec, relations)}</p:sp>"
        )

    def _seated(
        self, shape: TextShape, spec: PlaceholderSpec, slot: Slot, number: int, click: str, relations: Relations
    ) -> str:
        """A text in a template's own placeholder, which says nothing that the layout says already."""
        from slidekit.writers.pptx import slots

        box = _above(shape.box) if shape.hidden else shape.box
        place = ""
        if not slots.near(box, spec.box) or shape.inset != spec.inset:
            place = frame(*(box if shape.inset != spec.inset else slots.around(box, slot)))
        if shape.fill != spec.fill and shape.fill is not None:
            place += ("" if place else geometry("rect")) + self._colors.fill(shape.fill)
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(shape.name)}">{click}</p:cNvPr>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {slot.tag}/></p:nvPr></p:nvSpPr>'
            f"<p:spPr>{place}</p:spPr>{self._setter.body(shape, spec, relations)}</p:sp>"
        )

    def _mixed(self, shape: TextShape, spec: PlaceholderSpec | None, number: int, relations: Relations) -> list[str]:
        """Words with formulas between them; the second id is that of the fallback."""
        self._setter.native = True
        choice = self._text(shape, spec, number, relations)
        self._setter.native = False
        return [either(choice, self._text(shape, spec, number + 1, relations)), ""]

    def _formula(self, shape: MathShape) -> bytes | None:
        """The picture of a formula; all of the talk's are drawn at once when the first is asked for."""
        if self.drawn is None:
            return None
        if self._pictures is None:
            found = [one for slide in self._scene.slides for one in slide.shapes if isinstance(one, MathShape)]
            self._pictures = self.drawn(found)
        return self._pictures[shape]

    def _click(self, shape: TextShape, relations: Relations) -> str:
        """Where a click on the whole shape leads: to another slide of the deck, or out of it."""
        place = None if shape.to_slide is None else self._places.get(shape.to_slide)
        return click_xml(shape.link if place is None else f"#{place}", relations)

    def _chart(self, shape: ChartShape, number: int, relations: Relations) -> str:
        from slidekit.writers.pptx.chart import chart_xml
        from slidekit.writers.pptx.workbook import workbook

        self._charts += 1
        own = Relations()
        book = f"ppt/embeddings/Workbook{self._charts}.xlsx"
        self._package.add_binary(book, workbook(shape.chart))
        link = own.add("package", f"../embeddings/Workbook{self._charts}.xlsx")
        name = f"ppt/charts/chart{self._charts}.xml"
        self._package.add("chart", name, chart_xml(shape, link, self._scene.theme, self._colors), own)
        target = relations.add("chart", f"../charts/chart{self._charts}.xml")
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{attribute(shape.name)}" '
            f'descr="{attribute(shape.chart.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{frame(*shape.box, tag='p:xfrm')}<a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart '
            f'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{target}"/></a:graphicData>'
            "</a:graphic></p:graphicFrame>"
        )


def _colors(layout: Layout) -> str:
    """Which of the theme's colours are ground and text: those of the master, unless a template's layout says others."""
    return f"<p:clrMapOvr>{layout.color_map}</p:clrMapOvr>" if layout.color_map else _COLORS


def _alike(pages: Sequence[Page]) -> frozenset[int]:
    """The pages with a title that a page in the other language has too, but the first of them."""
    known: dict[str, str] = {}
    found = set()
    for page in pages:
        first = known.setdefault(page.title.plain, page.locale)
        if first != page.locale:
            found.add(page.number)
    return frozenset(found)


def _told_apart(title: TextShape) -> TextShape:
    """The same title with a sign that nobody sees or hears: no two slides of a deck may have one title."""
    *above, last = title.paragraphs
    if not last.runs:
        return title
    return replace(title, paragraphs=(*above, replace(last, runs=(*last.runs, replace(last.runs[-1], text="\u200b")))))


def _specs(layout: Layout) -> dict[tuple[str, int], PlaceholderSpec]:
    return {spec.placeholder: spec for spec in layout.placeholders}


def _above(box: Box) -> Box:
    """The same box above the slide, where nobody sees it and every screen reader finds it."""
    return box if box.y + box.h <= 0 else box._replace(y=-box.h - 5)
