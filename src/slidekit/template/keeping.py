"""What stays of a template when a deck is written into it: all but its sample slides and what only they used."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple

from slidekit.template.names import P, R
from slidekit.template.opening import Archive
from slidekit.template.package import Package, Relation

if TYPE_CHECKING:
    from slidekit.template.names import Element

_GONE = frozenset(
    {
        "slide", "notesSlide", "commentAuthors", "authors", "comments", "threadedComment", "viewProps", "presProps",
        "revisionInfo", "changesInfo", "core-properties", "extended-properties", "thumbnail", "officeDocument",
        "origin", "signature", "oleObject", "control", "vbaProject",
    }
)  # fmt: skip
"""Kinds of relationships that are not followed: samples, who commented on them, and what is written anew."""
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
TABLE_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""PowerPoint's own Medium Style 2, which it knows without being told."""


_GUID = re.compile(r"\{[0-9A-Fa-f-]{36}\}")


class Part(NamedTuple):
    """A part that stays."""

    name: str
    content: bytes
    type: str
    """Its content type; empty for relationships."""


class Kept(NamedTuple):
    """A template without its samples."""

    parts: tuple[Part, ...]
    main: str
    presentation: Element
    """The list of masters and slides, the latter empty."""
    relations: tuple[Relation, ...]
    """Of that list."""
    roots: tuple[Relation, ...]
    """Of the whole: custom properties and the like."""
    masters: tuple[str, ...]
    """The slide masters; the notes master is `notes`."""
    notes: str | None
    table_style: str
    """The id of the style that its tables have."""
    styled: bool
    """Whether it has a part for table styles."""


def keep(package: Package) -> Kept:
    """What stays."""
    main = package.main
    relations = [one for one in package.relations(main).values() if stays(one, package)]
    roots = [one for one in package.relations("").values() if stays(one, package)]
    found: dict[str, Part] = {}
    wanted = [one.target for one in (*relations, *roots) if not one.external]
    while wanted:
        name = wanted.pop()
        if name in found or name == main:
            continue
        parts = list(_part(name, package))
        found |= {part.name: part for part in parts}
        wanted += [one.target for one in package.relations(name).values() if not one.external and stays(one, package)]
    styles = next((one.target for one in relations if one.word == "tableStyles"), None)
    style = package.tree(styles).get("def", "") if styles else ""
    notes = next((one.target for one in relations if one.word == "notesMaster"), None)
    order = {name: at for at, name in enumerate(package.archive.names())}
    return Kept(
        tuple(sorted(found.values(), key=lambda part: order.get(part.name, 0))),
        main,
        _emptied(package, main, {one.id for one in relations}),
        tuple(relations),
        tuple(roots),
        tuple(one.target for one in relations if one.word == "slideMaster"),
        notes,
        style if _GUID.fullmatch(style) else TABLE_STYLE,
        styles is not None,
    )


def stays(one: Relation, package: Package) -> bool:
    """Whether what a relationship leads to is written into the deck."""
    return one.word not in _GONE and (one.external or one.target in package.archive)


def _part(name: str, package: Package) -> list[Part]:
    """A part and its relationships; byte for byte where nothing that they name has gone."""
    content, relations = package.archive.read(name), package.relations(name)
    gone = {own for own, one in relations.items() if not stays(one, package)}
    nowhere = (_used(package, name) if name.endswith(".xml") else set()) - set(relations)
    if gone or nowhere:
        content = _unlinked(package, name, gone | nowhere)
    found = [Part(name, content, package.type_of(name))]
    folder, _, base = name.rpartition("/")
    rels = f"{folder}/_rels/{base}.rels".lstrip("/")
    if relations:
        listed = package.archive.read(rels)
        found.append(Part(rels, _relisted(relations, gone, folder) if gone else listed, ""))
    return found


def _used(package: Package, name: str) -> set[str]:
    """The relationships that a part speaks of; an empty one means none, as where a click does nothing."""
    return {
        str(value) for one in package.tree(name).iter() for key, value in one.attrib.items() if str(key).startswith(R)
    } - {""}


def _unlinked(package: Package, name: str, gone: set[str]) -> bytes:
    """A part without its links to what has gone, such as a button that led to a sample slide."""
    from lxml import etree

    tree = etree.fromstring(etree.tostring(package.tree(name)))
    for one in list(tree.iter()):
        names = {value for key, value in one.attrib.items() if str(key).startswith(R)}
        parent = one.getparent()
        if names & gone and parent is not None:
            parent.remove(one)
    return serialised(tree)


def _relisted(relations: dict[str, Relation], gone: set[str], folder: str) -> bytes:
    from xml.sax.saxutils import quoteattr

    lines = [
        f"<Relationship Id={quoteattr(one.id)} Type={quoteattr(one.kind)} "
        f"Target={quoteattr(one.target if one.external else relative(one.target, folder))}"
        + (' TargetMode="External"/>' if one.external else "/>")
        for own, one in relations.items()
        if own not in gone
    ]
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<Relationships xmlns="{space}">{"".join(lines)}</Relationships>'.encode()


def relative(target: str, folder: str) -> str:
    """A part's place as it is seen from a folder."""
    return posixpath.relpath(target, folder or ".")


def serialised(tree: Element) -> bytes:
    """A part's bytes."""
    from lxml import etree

    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _emptied(package: Package, main: str, stay: set[str]) -> Element:
    """The list of masters and slides without slides, sections and custom shows."""
    from lxml import etree

    tree = etree.fromstring(etree.tostring(package.tree(main)))
    for name in ("sldIdLst", "custShowLst", "photoAlbum", "modifyVerifier"):
        for one in tree.findall(f"{P}{name}"):
            tree.remove(one)
    for one in list(tree.iter()):
        names = {value for key, value in one.attrib.items() if str(key).startswith(R)}
        parent = one.getparent()
        if names and not names <= stay and parent is not None:
            parent.remove(one)
    extensions = tree.find(f"{P}extLst")
    if extensions is not None:
        for one in list(extensions):
            if one.get("uri") == _SECTIONS or one.find(f"{_P14}sectionLst") is not None:
                extensions.remove(one)
        if not len(extensions):
            tree.remove(extensions)
    for name in ("notesMasterIdLst", "handoutMasterIdLst", "embeddedFontLst", "custDataLst"):
        for one in tree.findall(f"{P}{name}"):
            if not len(one):
                tree.remove(one)
    tree.attrib.pop("firstSlideNum", "")
    return tree


def opened_again(data: bytes) -> Package:
    """A template that has been looked at before, from its bytes."""
    return Package(Archive(data))
