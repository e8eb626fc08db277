"""A slide: its shapes in reading order, its footer and number, what they point to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from slidekit.scene.boxes import (
    Art,
    Box,
    ChartShape,
    CodeShape,
    Layout,
    PictureShape,
    PlaceholderSpec,
    Scene,
    SceneSlide,
    Shape,
    TableShape,
    TextShape,
)
from slidekit.writers.pptx.art import art_xml
from slidekit.writers.pptx.code import code_xml, ornaments
from slidekit.writers.pptx.color import Colors
from slidekit.writers.pptx.foot import foot_xml
from slidekit.writers.pptx.markup import DECLARATION, NAMESPACES, attribute, frame, geometry, safe_link
from slidekit.writers.pptx.master import GROUP, ph
from slidekit.writers.pptx.package import Package, Relations
from slidekit.writers.pptx.picture import picture_xml
from slidekit.writers.pptx.table import Tables
from slidekit.writers.pptx.text import Typesetter
from slidekit.writers.pptx.timing import timing_xml, transition_xml

_COLORS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


class Slides:
    """Writes the slides of one scene into a package."""

    def __init__(self, scene: Scene, setter: Typesetter, colors: Colors, package: Package) -> None:
        self._scene, self._setter, self._colors, self._package = scene, setter, colors, package
        self._tables = Tables(setter)
        self._charts = 0
        self._specs = {key: _specs(layout) for key, layout in scene.layouts.items()}
        self._places = {page.number: place for place, page in enumerate(scene.show.pages, 1)}

    def xml(self, slide: SceneSlide, relations: Relations) -> str:
        """The slide's part; `relations` gains what it points to."""
        locale = self._setter.locale = slide.page.locale or self._scene.show.locale
        shapes: list[str] = []
        texts: dict[int, TextShape] = {}
        number = 2
        for shape in slide.shapes:
            if slide.page.built and isinstance(shape, TextShape):
                texts[number] = shape
            made = self._shape(shape, number, slide, relations)
            shapes += made
            number += len(made)
        if self._scene.layouts[slide.layout].footer:
            shapes.append(foot_xml(slide, number, locale))
        hidden = ' show="0"' if slide.page.hidden else ""
        tree = f"<p:cSld><p:spTree>{GROUP}{''.join(shapes)}</p:spTree></p:cSld>"
        moves = transition_xml(slide.page.transition) + timing_xml(slide.page.built, texts)
        return f"{DECLARATION}<p:sld {NAMESPACES}{hidden}>{tree}{_COLORS}{moves}</p:sld>"

    def _shape(self, shape: Shape, number: int, slide: SceneSlide, relations: Relations) -> list[str]:
        """The elements of a shape; `number` is the first id that is free."""
        match shape:
            case TextShape():
                spec = self._specs[slide.layout].get(shape.placeholder) if shape.placeholder else None
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
            case PictureShape():
                return [picture_xml(shape, number, self._package, relations)]
            case _:
                assert_never(shape)

    def _arts(self, arts: Iterable[Art], first: int, name: str) -> Iterable[str]:
        for number, art in enumerate(arts, first):
            yield art_xml(art, number, f"{name}Art {number}", self._colors, self._setter.locale)

    def _text(self, shape: TextShape, spec: PlaceholderSpec | None, number: int, relations: Relations) -> str:
        click = self._click(shape, relations)
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

    def _click(self, shape: TextShape, relations: Relations) -> str:
        """Where a click on the whole shape leads: to another slide of the deck, or out of it."""
        place = None if shape.to_slide is None else self._places.get(shape.to_slide)
        if place is not None:
            target = relations.add("slide", f"slide{place}.xml")
            return f'<a:hlinkClick r:id="{target}" action="ppaction://hlinksldjump"/>'
        address = safe_link(shape.link)
        return f'<a:hlinkClick r:id="{relations.add("hyperlink", address, external=True)}"/>' if address else ""

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


def _specs(layout: Layout) -> dict[tuple[str, int], PlaceholderSpec]:
    return {spec.placeholder: spec for spec in layout.placeholders}


def _above(box: Box) -> Box:
    """The same box above the slide, where nobody sees it and every screen reader finds it."""
    return box if box.y + box.h <= 0 else box._replace(y=-box.h - 5)
