"""The zip file that a .pptx is: parts, their types, their relationships, and no trace of when it was made."""

from __future__ import annotations

import io
import os
import time
import zipfile
from itertools import count

from slidekit.writers.pptx.markup import DECLARATION, R, attribute

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
PRESENTATIONML = "application/vnd.openxmlformats-officedocument.presentationml."
OFFICE = "application/vnd.openxmlformats-officedocument."
_TYPES = {
    "presentation": PRESENTATIONML + "presentation.main+xml",
    "slide": PRESENTATIONML + "slide+xml",
    "slideLayout": PRESENTATIONML + "slideLayout+xml",
    "slideMaster": PRESENTATIONML + "slideMaster+xml",
    "notesSlide": PRESENTATIONML + "notesSlide+xml",
    "notesMaster": PRESENTATIONML + "notesMaster+xml",
    "presProps": PRESENTATIONML + "presProps+xml",
    "viewProps": PRESENTATIONML + "viewProps+xml",
    "tableStyles": PRESENTATIONML + "tableStyles+xml",
    "theme": OFFICE + "theme+xml",
    "chart": OFFICE + "drawingml.chart+xml",
    "app": OFFICE + "extended-properties+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
}
_EXTENSIONS = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "xlsx": OFFICE + "spreadsheetml.sheet",
}
_LEVEL = 4
"""Deflate: 1,000 slides take a third less time than at zlib's own 6, for 4 % more bytes."""


def moment() -> time.struct_time:
    """When every file is said to be made: `SOURCE_DATE_EPOCH` (reproducible-builds.org), or a zip's first day."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    first = 315532800  # 1980-01-01, the earliest that a zip can say
    last = 4354819198  # 2107-12-31T23:59:58, the latest
    return time.gmtime(min(last, max(first, int(seconds))) if seconds.isdecimal() else first)


def _entry(name: str, date: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date)
    info.external_attr = 0o644 << 16
    info.create_system = 3  # the same on Windows as elsewhere
    return info


def repacked(package: bytes) -> bytes:
    """A package that another library wrote, said to be made when and where all ours are."""
    made, date = io.BytesIO(), moment()[:6]
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(_entry(name, date), old.read(name), zipfile.ZIP_DEFLATED, _LEVEL)
    return made.getvalue()


class Relations:
    """The relationships of one part, numbered as they are asked for; the same target is listed once."""

    __slots__ = ("_entries", "_kept", "_known")

    def __init__(self) -> None:
        self._entries: list[str] = []
        self._kept: frozenset[str] = frozenset()
        self._known: dict[tuple[str, str], str] = {}

    def add(self, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship. `kind` is the last word of its type, or the whole of it."""
        known = self._known.get((kind, target))
        if known:
            return known
        name = f"rId{len(self._entries) + 1}"
        if self._kept:
            name = next(one for number in count(len(self._entries) + 1) if (one := f"rId{number}") not in self._kept)
            self._kept |= {name}
        self._enter(name, kind, target, external)
        return name

    def keep(self, name: str, kind: str, target: str, external: bool = False) -> None:
        """A relationship under the id that a template gave it."""
        self._kept |= {name}
        self._enter(name, kind, target, external)

    def _enter(self, name: str, kind: str, target: str, external: bool) -> None:
        uri = kind if ":" in kind else f"{R}/{kind}"
        mode = ' TargetMode="External"' if external else ""
        self._entries.append(f'<Relationship Id="{name}" Type="{uri}" Target="{attribute(target)}"{mode}/>')
        self._known[kind, target] = name

    def xml(self) -> str:
        """The `.rels` part."""
        return f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{"".join(self._entries)}</Relationships>'


class Package:
    """A package being written, part after part, in memory."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        self._zip = zipfile.ZipFile(self._bytes, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
        self._date = moment()[:6]
        self._overrides: list[str] = []
        self._extensions: dict[str, str] = {}
        self._pictures: dict[str, str] = {}
        self._names: set[str] = set()
        """Of a template's parts."""

    def _store(self, name: str, content: bytes | str, deflated: bool = True) -> None:
        self._zip.writestr(
            _entry(name, self._date), content, zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED, _LEVEL
        )

    def add(self, kind: str, name: str, xml: str, relations: Relations | None = None) -> None:
        """Adds an XML part; `kind` names its content type, `name` its place without a leading slash."""
        self._overrides.append(f'<Override PartName="/{name}" ContentType="{_TYPES[kind]}"/>')
        self._store(name, xml)
        if relations is not None:
            folder, _, base = name.rpartition("/")
            self._store(f"{folder}/_rels/{base}.rels".lstrip("/"), relations.xml())

    def adopt(self, name: str, content: bytes, kind: str) -> None:
        """Adds a part of a template as it is; `kind` is its content type, empty for relationships."""
        extension = name.rpartition(".")[2].lower()
        packed = extension in ("png", "jpg", "jpeg", "gif", "xlsx", "fntdata")
        if kind and packed and self._extensions.setdefault(extension, _EXTENSIONS.get(extension, kind)) == kind:
            kind = ""
        if kind:
            self._overrides.append(f'<Override PartName="/{attribute(name)}" ContentType="{attribute(kind)}"/>')
        self._names.add(name)
        self._store(name, content, deflated=not packed)

    def free(self, name: str, pattern: str) -> str:
        """A name that no part of a template has: this one, or the first of a pattern with a number."""
        number = 1
        while name in self._names:
            number += 1
            name = pattern.format(number)
        return name

    def last(self, folder: str) -> int:
        """The highest number at the end of a template's parts in a folder, so that ours go on from there."""
        stems = [name.rpartition(".")[0] for name in self._names if name.startswith(folder)]
        return max([int("0" + stem[len(stem.rstrip("0123456789")) :]) for stem in stems], default=0)

    def add_binary(self, name: str, content: bytes) -> None:
        """Adds a part that is no XML of ours; all but drawings are compressed already and stored as they are."""
        extension = name.rpartition(".")[2]
        self._extensions[extension] = _EXTENSIONS[extension]
        self._store(name, content, deflated=extension == "svg")

    def picture(self, content: bytes, extension: str, digest: str = "") -> str:
        """The place of a picture; the same bytes are stored once."""
        if not digest:
            import hashlib

            digest = hashlib.sha256(content).hexdigest()
        name = self._pictures.get(digest)
        if name is None:
            number = self.last("ppt/media/") if self._names else 0
            name = f"ppt/media/image{number + len(self._pictures) + 1}.{extension}"
            self._pictures[digest] = name
            self.add_binary(name, content)
        return name

    def open(self, main: str, **others: str) -> None:
        """Says first which part is the main one, by which `file` and mail servers know what kind of zip this is."""
        relations = Relations()
        relations.add("officeDocument", main)
        for name, kind in others.items():
            relations.add(kind, f"docProps/{name}.xml")
        self.begin(relations)

    def begin(self, relations: Relations) -> None:
        """Says first what the package as a whole has."""
        self._store("_rels/.rels", relations.xml())

    def close(self) -> bytes:
        """The whole package, its types listed last."""
        defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
        defaults |= self._extensions
        entries = [f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in sorted(defaults.items())]
        self._store(
            "[Content_Types].xml",
            f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f"{''.join(entries)}{''.join(self._overrides)}</Types>",
        )
        self._zip.close()
        return self._bytes.getvalue()
