"""A deck written into an organisation's own template: its masters, layouts and logos stay, its samples go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from slidekit.scene.boxes import Scene
from slidekit.scene.corporate import TemplateTheme
from slidekit.template.keeping import Kept, keep, opened_again, relative, serialised
from slidekit.template.names import P, R
from slidekit.writers.pptx import base
from slidekit.writers.pptx.color import Colors
from slidekit.writers.pptx.math import Drawn
from slidekit.writers.pptx.notes import NotesPages, notes_master_xml
from slidekit.writers.pptx.package import CORE, Package, Relations
from slidekit.writers.pptx.slide import Slides
from slidekit.writers.pptx.slots import TemplateColors
from slidekit.writers.pptx.text import Typesetter
from slidekit.writers.pptx.theme_part import theme_xml

if TYPE_CHECKING:
    from slidekit.template.names import Element

_BEFORE_SLIDES = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst")
"""What stands before the list of slides (CT_Presentation, ISO/IEC 29500-1, 19.2.1.26)."""


def write_inside(scene: Scene, drawn: Drawn | None = None) -> bytes:
    """A .pptx of the scene in its template: the same bytes for the same scene and template."""
    theme = scene.theme
    assert isinstance(theme, TemplateTheme)
    kept = keep(opened_again(theme.package))
    package = Package()
    _open(package, kept)
    for part in kept.parts:
        package.adopt(part.name, part.content, part.type)
    package.add("core", "docProps/core.xml", base.core_xml(scene.show))
    package.add("app", "docProps/app.xml", base.app_xml(scene.show.pages))
    colors = TemplateColors(theme)
    setter = Typesetter(theme, colors, scene.show.locale)
    relations = Relations()
    for one in kept.relations:
        folder = kept.main.rpartition("/")[0]
        relations.keep(one.id, one.kind, one.target if one.external else relative(one.target, folder), one.external)
    notes = kept.notes or _add_notes_master(scene, package, colors)
    listed = kept.presentation.find(f"{P}notesMasterIdLst") is not None
    known = next((one.id for one in kept.relations if one.word == "notesMaster"), None)
    new_notes = None if listed else known or relations.add("notesMaster", relative(notes, kept.main.rpartition("/")[0]))
    for kind, xml in (
        ("presProps", base.presentation_properties_xml()),
        ("viewProps", base.view_properties_xml()),
        *([] if kept.styled else [("tableStyles", _table_styles(kept.table_style))]),
    ):
        name = package.free(f"ppt/{kind}.xml", f"ppt/{kind}{{}}.xml")
        package.add(kind, name, xml)
        relations.add(kind, relative(name, kept.main.rpartition("/")[0]))
    writer = Slides(scene, setter, colors, package, kept.table_style)
    writer.drawn = drawn
    slides = _add_slides(scene, package, relations, kept, writer, NotesPages(setter), notes)
    _list(kept.presentation, slides, new_notes, scene)
    package.add("presentation", kept.main, serialised(kept.presentation).decode(), relations)
    return package.close()


def _open(package: Package, kept: Kept) -> None:
    """The relationships of the whole: the main part first."""
    relations = Relations()
    relations.add("officeDocument", kept.main)
    relations.add(CORE, "docProps/core.xml")
    relations.add("extended-properties", "docProps/app.xml")
    for one in kept.roots:
        relations.add(one.kind, one.target, one.external)
    package.begin(relations)


def _table_styles(style: str) -> str:
    from slidekit.writers.pptx.markup import DECLARATION, A

    return f'{DECLARATION}<a:tblStyleLst xmlns:a="{A}" def="{style}"/>'


def _add_notes_master(scene: Scene, package: Package, colors: Colors) -> str:
    """A notes master for a template that has none; its name."""
    theme = package.free("ppt/theme/theme2.xml", "ppt/theme/theme{}.xml")
    name = package.free("ppt/notesMasters/notesMaster1.xml", "ppt/notesMasters/notesMaster{}.xml")
    relations = Relations()
    relations.add("theme", relative(theme, "ppt/notesMasters"))
    package.add("theme", theme, theme_xml(scene.theme, scene.theme.on_paper))
    package.add("notesMaster", name, notes_master_xml(scene.show), relations)
    return name


def _add_slides(
    scene: Scene,
    package: Package,
    relations: Relations,
    kept: Kept,
    slides: Slides,
    notes: NotesPages,
    notes_master: str,
) -> list[str]:
    """Adds slides and notes; gives back the relationship ids of the slides, in order."""
    ids = []
    for number, slide in enumerate(scene.slides, 1):
        own = Relations()
        own.add("slideLayout", relative(scene.layouts[slide.layout].part, "ppt/slides"))
        xml = slides.xml(slide, own)
        if slide.page.notes or slide.page.other_notes:
            below = Relations()
            below.add("notesMaster", relative(notes_master, "ppt/notesSlides"))
            below.add("slide", f"../slides/slide{number}.xml")
            text = notes.xml(slide.page, below)
            package.add("notesSlide", f"ppt/notesSlides/notesSlide{number}.xml", text, below)
            own.add("notesSlide", f"../notesSlides/notesSlide{number}.xml")
        package.add("slide", f"ppt/slides/slide{number}.xml", xml, own)
        ids.append(relations.add("slide", relative(f"ppt/slides/slide{number}.xml", kept.main.rpartition("/")[0])))
    return ids


def _list(tree: Element, slides: Sequence[str], notes_master: str | None, scene: Scene) -> None:
    """Put slides, sections and a new notes master into the list."""
    from lxml import etree

    place = 0
    if notes_master is not None:
        listed = etree.Element(f"{P}notesMasterIdLst")
        etree.SubElement(listed, f"{P}notesMasterId").set(f"{R}id", notes_master)
        tree.insert(1, listed)
    for at, one in enumerate(tree):
        if isinstance(one.tag, str) and one.tag.removeprefix(P) in _BEFORE_SLIDES:
            place = at + 1
    if slides:
        listed = etree.Element(f"{P}sldIdLst")
        for index, own in enumerate(slides):
            one = etree.SubElement(listed, f"{P}sldId")
            one.set("id", str(base.FIRST_SLIDE_ID + index))
            one.set(f"{R}id", own)
        tree.insert(place, listed)
    sections = base.section_list(scene.show)
    if sections:
        made = etree.fromstring(f'<x xmlns:p="{P[1:-1]}">{sections}</x>')[0]
        there = tree.find(f"{P}extLst")
        if there is None:
            tree.append(made)
        else:
            there.extend(list(made))
    etree.cleanup_namespaces(tree, keep_ns_prefixes=[prefix for prefix in tree.nsmap if prefix])
