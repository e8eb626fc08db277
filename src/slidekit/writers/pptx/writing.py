"""Puts the parts of a presentation together."""

from __future__ import annotations

from slidekit.scene.boxes import Scene
from slidekit.writers.pptx import base
from slidekit.writers.pptx.color import Colors
from slidekit.writers.pptx.master import Masters, all_layouts
from slidekit.writers.pptx.math import Drawn
from slidekit.writers.pptx.notes import NotesPages, notes_master_xml
from slidekit.writers.pptx.package import CORE, Package, Relations
from slidekit.writers.pptx.slide import Slides
from slidekit.writers.pptx.text import Typesetter
from slidekit.writers.pptx.theme_part import theme_xml


def write(scene: Scene, drawn: Drawn | None = None) -> bytes:
    """A .pptx of the scene: the same bytes for the same scene, wherever and whenever it is made.

    `drawn` makes pictures of the formulas, for programs that know no Office Math; without it they show words.
    """
    if getattr(scene.theme, "package", b""):
        from slidekit.writers.pptx.corporate import write_inside

        return write_inside(scene, drawn)
    package = Package()
    package.open("ppt/presentation.xml", core=CORE, app="extended-properties")
    package.add("core", "docProps/core.xml", base.core_xml(scene.show))
    package.add("app", "docProps/app.xml", base.app_xml(scene.show.pages))
    colors = Colors(scene.theme.palette)
    setter = Typesetter(scene.theme, colors, scene.show.locale)
    relations = Relations()
    master = relations.add("slideMaster", "slideMasters/slideMaster1.xml")
    notes_master = relations.add("notesMaster", "notesMasters/notesMaster1.xml")
    layouts = _add_masters(scene, package, Masters(scene, setter, colors))
    _add_notes_master(scene, package)
    writer = Slides(scene, setter, colors, package)
    writer.drawn = drawn
    slides = _add_slides(scene, package, relations, layouts, writer, setter)
    for kind, xml in (
        ("presProps", base.presentation_properties_xml()),
        ("viewProps", base.view_properties_xml()),
        ("tableStyles", base.table_styles_xml(scene.theme, colors)),
    ):
        package.add(kind, f"ppt/{kind}.xml", xml)
        relations.add(kind, f"{kind}.xml")
    relations.add("theme", "theme/theme1.xml")
    presentation = base.presentation_xml(scene.show, slides, scene.show.pages, master, notes_master, scene.theme.grid)
    package.add("presentation", "ppt/presentation.xml", presentation, relations)
    return package.close()


def _add_masters(scene: Scene, package: Package, masters: Masters) -> dict[str, str]:
    """Adds theme, master and layouts; gives back where each layout is, as a slide sees it."""
    relations = Relations()
    ids, places = [], {}
    for number, layout in enumerate(all_layouts(scene, masters), 1):
        base_name = f"slideLayouts/slideLayout{number}.xml"
        own = Relations()
        own.add("slideMaster", "../slideMasters/slideMaster1.xml")
        package.add("slideLayout", f"ppt/{base_name}", masters.layout_xml(layout), own)
        ids.append(relations.add("slideLayout", f"../{base_name}"))
        places[layout.name] = f"../{base_name}"
    relations.add("theme", "../theme/theme1.xml")
    package.add("theme", "ppt/theme/theme1.xml", theme_xml(scene.theme, scene.theme.palette))
    package.add("slideMaster", "ppt/slideMasters/slideMaster1.xml", masters.master_xml(ids), relations)
    return places


def _add_notes_master(scene: Scene, package: Package) -> None:
    relations = Relations()
    relations.add("theme", "../theme/theme2.xml")
    package.add("theme", "ppt/theme/theme2.xml", theme_xml(scene.theme, scene.theme.on_paper))
    package.add("notesMaster", "ppt/notesMasters/notesMaster1.xml", notes_master_xml(scene.show), relations)


def _add_slides(
    scene: Scene, package: Package, relations: Relations, layouts: dict[str, str], slides: Slides, setter: Typesetter
) -> list[str]:
    """Adds slides and notes; gives back the relationship ids of the slides, in order."""
    ids = []
    notes = NotesPages(setter)
    for number, slide in enumerate(scene.slides, 1):
        own = Relations()
        own.add("slideLayout", layouts[scene.layouts[slide.layout].name])
        xml = slides.xml(slide, own)
        if slide.page.notes or slide.page.other_notes:
            below = Relations()
            below.add("notesMaster", "../notesMasters/notesMaster1.xml")
            below.add("slide", f"../slides/slide{number}.xml")
            text = notes.xml(slide.page, below)
            package.add("notesSlide", f"ppt/notesSlides/notesSlide{number}.xml", text, below)
            own.add("notesSlide", f"../notesSlides/notesSlide{number}.xml")
        package.add("slide", f"ppt/slides/slide{number}.xml", xml, own)
        ids.append(relations.add("slide", f"slides/slide{number}.xml"))
    return ids
