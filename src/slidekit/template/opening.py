"""Opening a file that somebody else made: bounded and looked at before any of it is understood.

A .pptx is a zip of XML. Of 1.6 MB it can unpack to gigabytes, hold programs, fetch things from the
network as soon as it is shown, and name files outside itself; none of that has a place in a template.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from slidekit.source.diagnostic import Diagnostic
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.template.names import Element

MAX_FILE = 64 * 2**20
MAX_ENTRIES = 4000
"""A large corporate template has 400."""
MAX_LIST = 2**20
"""Of the zip's own list of its entries, in bytes: 250 for each of them."""
MAX_XML = 8 * 2**20
"""Of one XML part; the masters and layouts of large templates take 100 KB each."""
MAX_OTHER = 64 * 2**20
"""Of one picture, font or film."""
MAX_ALL = 160 * 2**20
MAX_RATIO = 150
"""Unpacked to packed, of parts above a quarter of a MiB: dense XML reaches 40."""
RATIO_FROM = 2**18
MAX_ELEMENTS = 100_000
"""Elements of one XML part."""
MAX_DEPTH = 100
ALL_ELEMENTS, ALL_XML = 300_000, 32 * 2**20
"""Of all XML parts that are read, in elements and in bytes: large templates have 50,000 and 5 MiB."""

_ZIP_TROUBLES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    EOFError,
    OSError,
    IndexError,
)
"""What Python's reader raises on a file that is no zip, or one that nobody can unpack."""
_ENDINGS = (".xml", ".rels", ".vml")
_END = b"PK\x05\x06"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = re.compile(rb"macroEnabled|vbaProject|ms-office\.activeX", re.IGNORECASE)
_UNSAFE_NAME = re.compile(r"[\x00-\x1f\\:]|^/|(^|/)\.\.?(/|$)|//")
_RESAVE = tell("open it in PowerPoint and save it as .pptx or .potx")


class RefusedError(Exception):
    """A file that is not taken as a template, and why."""

    def __init__(self, message: str, hint: str, code: str = "SK131") -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(code, message, hint=hint)


class Entry(NamedTuple):
    """One part as the zip lists it."""

    info: zipfile.ZipInfo
    xml: bool


class Archive:
    """The parts of a file that has been looked at; each is unpacked when it is asked for."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        """The file itself."""
        _look_at_end(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_TROUBLES as error:
            raise _broken(tell("it is not a whole zip file")) from error
        self._entries = _entries(self._zip.infolist())
        self._known: dict[str, bytes] = {}
        self._elements = self._bytes = 0

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def names(self) -> list[str]:
        """Every part, in the order of the zip."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """A part's bytes; XML has been checked for what it may hold."""
        if name in self._known:
            return self._known[name]
        entry = self._entries.get(name)
        if entry is None:
            raise _broken(tell("it lacks the part {name}", name=name))
        try:
            with self._zip.open(entry.info) as stream:
                content = stream.read(entry.info.file_size + 1)
        except _ZIP_TROUBLES as error:
            raise _broken(tell("its part {name} cannot be unpacked", name=name)) from error
        if entry.xml:
            self._elements += check_xml(name, content)
            self._bytes += len(content)
            if self._elements > ALL_ELEMENTS or self._bytes > ALL_XML:
                raise RefusedError(tell("the template has more in its layouts than any template needs"), _RESAVE)
            self._known[name] = content
        return content


def opened(path: Path) -> Archive:
    """The parts of a file, once all that can be said without understanding them has been checked."""
    with path.open("rb") as stream:
        data = stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise RefusedError(
            tell("the template is larger than {most} MiB", most=MAX_FILE >> 20),
            tell("take its films and sample slides out of it"),
        )
    archive = Archive(data)
    _look_for_programs(archive)
    for name in archive.names():
        if name.endswith(".rels"):
            _look_at_links(name, archive.read(name))
    return archive


def _broken(what: str) -> RefusedError:
    return RefusedError(tell("the template cannot be read: {what}", what=what), _RESAVE, "SK132")


def _look_at_end(data: bytes) -> None:
    """What the last bytes say of the whole, before the list that they lead to is read."""
    if data.startswith(_OLD):
        raise RefusedError(
            tell("the template is encrypted, or a .ppt of before 2007"),
            tell("save it as .pptx without a password"),
            "SK132",
        )
    at = data.rfind(_END, max(0, len(data) - 65557))
    if at < 0 or len(data) < at + 22:
        raise _broken(tell("it is not a whole zip file"))
    disk, first, here, entries, size, offset, _ = struct.unpack("<HHHHLLH", data[at + 4 : at + 22])
    if 0xFFFF in (disk, first, here, entries) or 0xFFFFFFFF in (size, offset) or disk or first:
        raise RefusedError(
            tell("the template is a zip64 or in several volumes, which no template needs to be"), _RESAVE
        )
    if entries > MAX_ENTRIES or size > MAX_LIST:
        raise RefusedError(tell("the template has more than {most} parts", most=MAX_ENTRIES), _RESAVE)
    if here != entries or offset + size > at:
        raise _broken(tell("its list of parts contradicts itself"))


def _entries(infos: list[zipfile.ZipInfo]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    folded: set[str] = set()
    everything = 0
    if len(infos) > MAX_ENTRIES:
        raise RefusedError(tell("the template has more than {most} parts", most=MAX_ENTRIES), _RESAVE)
    for info in infos:
        name = info.orig_filename
        if name.endswith("/") and not info.file_size:
            continue
        if _UNSAFE_NAME.search(name) or len(name) > 255:
            raise RefusedError(tell("the template has a part whose name leads outside of it"), _RESAVE)
        if name.casefold() in folded:
            raise RefusedError(tell("the template has two parts called {name}", name=name), _RESAVE)
        if info.flag_bits & 0x41:
            raise RefusedError(tell("the template has encrypted parts"), tell("save it without a password"))
        xml = name.lower().endswith(_ENDINGS)
        _look_at_size(name, info, MAX_XML if xml else MAX_OTHER)
        everything += info.file_size
        folded.add(name.casefold())
        found[name] = Entry(info, xml)
    if everything > MAX_ALL:
        raise RefusedError(
            tell("the template unpacks to more than {most} MiB", most=MAX_ALL >> 20),
            tell("take its films and sample slides out of it"),
        )
    return found


def _look_at_size(name: str, info: zipfile.ZipInfo, most: int) -> None:
    if info.file_size > most:
        raise RefusedError(
            tell("its part {name} unpacks to more than {most} MiB", name=name, most=most >> 20),
            tell("take out what makes it so large"),
        )
    if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(1, info.compress_size):
        raise RefusedError(
            tell("its part {name} unpacks to more than {max_ratio} times its size", name=name, max_ratio=MAX_RATIO),
            _RESAVE,
        )


def _look_for_programs(archive: Archive) -> None:
    if any(re.search(r"vbaproject\.bin$|(^|/)activex/", name, re.IGNORECASE) for name in archive.names()):
        raise RefusedError(
            tell("the template holds macros or controls"), tell("save it as .pptx or .potx, which hold none")
        )
    if _MACROS.search(archive.read("[Content_Types].xml")):
        raise RefusedError(
            tell("the template is of a type that holds macros"), tell("save it as .pptx or .potx, which hold none")
        )


def _look_at_links(name: str, rels: bytes) -> None:
    """Refuse what PowerPoint would fetch by itself; a hyperlink waits for a click."""
    for kind, target, external in relationships(rels):
        if external and not kind.endswith("/hyperlink"):
            what = kind.rpartition("/")[2]
            raise RefusedError(
                tell(
                    "the template links to something outside of it ({what} in {name})",
                    what=what,
                    name=name.replace("_rels/", "")[:-5],
                ),
                tell(
                    "break the link to {target} in PowerPoint (File, Info, Edit Links to Files), or embed it",
                    target=target[:60],
                ),
            )


def relationships(rels: bytes) -> list[tuple[str, str, bool]]:
    """Type, target and whether it is external, of each relationship of a part."""
    from lxml import etree

    root = parsed(rels)
    return [
        (one.get("Type", ""), one.get("Target", ""), one.get("TargetMode") == "External")
        for one in root
        if isinstance(one.tag, str) and etree.QName(one).localname == "Relationship"
    ]


def check_xml(name: str, content: bytes) -> int:
    """How many elements a part has; a document type, entities, too many elements or levels are refused."""
    from xml.parsers import expat

    parser = expat.ParserCreate()
    depth = elements = 0

    def start(_tag: str, _attributes: object) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
            raise RefusedError(tell("its part {name} has more elements than any template needs", name=name), _RESAVE)

    def end(_tag: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(*_: object) -> None:
        raise RefusedError(
            tell("its part {name} declares a document type, which Office never writes", name=name), _RESAVE
        )

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = doctype
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise _broken(tell("its part {name} is not XML", name=name)) from error
    return elements


def parsed(content: bytes) -> Element:
    """The tree of a part that `check_xml` has let pass; nothing is fetched, nothing expanded."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(tell("one of its parts is not XML")) from error
