"""The parts of a template and what leads from one to another."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from slidekit.source.wording import tell
from slidekit.template.names import KINDS, STRICT, TYPES
from slidekit.template.opening import Archive, RefusedError, parsed

if TYPE_CHECKING:
    from slidekit.template.names import Element

MAIN_TYPES = (
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
)
"""Of .pptx, .potx and .ppsx."""


class Relation(NamedTuple):
    """A relationship of a part."""

    id: str
    kind: str
    """The whole of its type."""
    target: str
    """The name of the part that it leads to, or the address where it is external."""
    external: bool

    @property
    def word(self) -> str:
        """The last word of its type, such as `slideLayout`."""
        return self.kind.rpartition("/")[2]


class Package:
    """A template's parts by name."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._trees: dict[str, Element] = {}
        self._relations: dict[str, dict[str, Relation]] = {}

    @cached_property
    def types(self) -> tuple[dict[str, str], dict[str, str]]:
        """Content types by extension, and by part."""
        defaults, overrides = {}, {}
        for one in parsed(self.archive.read("[Content_Types].xml")):
            if one.tag == f"{TYPES}Default":
                defaults[one.get("Extension", "").lower()] = one.get("ContentType", "")
            elif one.tag == f"{TYPES}Override":
                overrides[one.get("PartName", "").lstrip("/")] = one.get("ContentType", "")
        return defaults, overrides

    def type_of(self, name: str) -> str:
        """A part's content type."""
        defaults, overrides = self.types
        return overrides.get(name) or defaults.get(name.rpartition(".")[2].lower(), "")

    @cached_property
    def main(self) -> str:
        """The part that lists masters and slides."""
        for one in self.relations("").values():
            if one.word == "officeDocument" and not one.external:
                if one.kind.startswith(STRICT.decode()):
                    raise RefusedError(
                        tell("the template is a Strict Open XML file"),
                        tell("save it as PowerPoint Presentation (.pptx)"),
                        "SK132",
                    )
                if self.type_of(one.target) not in MAIN_TYPES:
                    raise RefusedError(
                        tell("the file is no PowerPoint presentation"), tell("give a .pptx or a .potx file"), "SK132"
                    )
                return one.target
        raise RefusedError(
            tell("the file is no PowerPoint presentation"), tell("give a .pptx or a .potx file"), "SK132"
        )

    def tree(self, name: str) -> Element:
        """A part's XML, read once."""
        if name not in self._trees:
            self._trees[name] = parsed(self.archive.read(name))
        return self._trees[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part leads to, by id; targets as names of parts."""
        if name not in self._relations:
            folder, _, base = name.rpartition("/")
            rels = f"{folder}/_rels/{base}.rels".lstrip("/")
            found = {}
            if rels in self.archive:
                for one in parsed(self.archive.read(rels)):
                    external = one.get("TargetMode") == "External"
                    target = one.get("Target", "")
                    if not external:
                        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                    own = one.get("Id", "")
                    if own in found:
                        raise RefusedError(
                            tell("the template cannot be read: {rels} has {own} twice", rels=rels, own=own),
                            tell("open it in PowerPoint and save it as .pptx or .potx"),
                            "SK132",
                        )
                    found[own] = Relation(own, one.get("Type", ""), target, external)
            self._relations[name] = found
        return self._relations[name]

    def related(self, name: str, word: str) -> list[Relation]:
        """The parts of one kind that a part leads to."""
        return [one for one in self.relations(name).values() if one.kind == KINDS + word and not one.external]

    def one(self, name: str, word: str) -> str:
        """The only part of a kind that a part must lead to."""
        found = self.related(name, word)
        if not found or found[0].target not in self.archive:
            raise RefusedError(
                tell("the template cannot be read: its part {name} has no {word}", name=name, word=word),
                tell("open it in PowerPoint and save it as .pptx or .potx"),
                "SK132",
            )
        return found[0].target
