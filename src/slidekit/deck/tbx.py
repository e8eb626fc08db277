"""TBX, the form in which term banks exchange their terms (ISO 30042), read with care.

Both versions are read: `termEntry`, `langSet` and `tig` of 2008, `conceptEntry`, `langSec` and `termSec` of 2019.
A document type is let pass, since 2008 wants one; what it names is not opened, and entities of a file's own are
refused: a few lines of them can fill the memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from slidekit.deck.glossary import NO_TERMS, Glossary, Term, is_name
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.span import START, Span
from slidekit.source.wording import tell

ENTRIES = ("termEntry", "conceptEntry")
LANGUAGES = ("langSet", "langSec")
WORDS = ("tig", "ntig", "termSec")
AVOIDED = ("deprecatedTerm", "supersededTerm", "deprecated", "superseded", "notRecommended", "obsolete")
"""Picklist of `administrativeStatus` (TBX-Basic, 2019) and its short forms: terms not to be used."""
PREFERRED = ("preferredTerm", "preferred")
LONGEST = 400
CODE = "SK224"


class _Refused(Exception):  # noqa: N818
    """The file does what no list of terms needs."""


class _Reader:
    """Where the parser is, and the terms that it has met."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.terms: list[Term] = []
        self.names: list[str] = []
        self.entries = 0
        self.entry: dict[str, list[tuple[int, str]]] = {}
        """English and French terms of the entry, each with its rank: preferred ones first."""
        self.line = 1
        self.lang = ""
        self.status = ""
        self.words: list[str] = []
        self.term = ""
        self.inside = ""
        """The element whose text is being read: `term`, or a note on its status."""
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = self.entity
        self.parser.UnparsedEntityDeclHandler = self.entity

    def entity(self, *_: object) -> None:
        raise _Refused

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(" ")[2]
        if name in ENTRIES:
            self.entries += 1
            self.entry, self.line = {"en": [], "fr": []}, self.parser.CurrentLineNumber
        elif name in LANGUAGES:
            said = attributes.get("http://www.w3.org/XML/1998/namespace lang") or attributes.get("lang", "")
            self.lang = said[:2].lower() if said[2:3] in ("", "-", "_") else said.lower()
        elif name in WORDS:
            self.term, self.status = "", ""
        elif name == "term":
            self.inside, self.words = "term", []
        elif name == "administrativeStatus" or attributes.get("type") in (
            "administrativeStatus",
            "normativeAuthorization",
        ):
            self.inside, self.words = "status", []

    def text(self, words: str) -> None:
        if self.inside and sum(map(len, self.words)) <= LONGEST:
            self.words.append(words)

    def end(self, name: str) -> None:
        name = name.rpartition(" ")[2]
        if name == "term":
            self.term = " ".join("".join(self.words).split())
            self.inside = ""
        elif self.inside == "status" and name in ("administrativeStatus", "termNote", "admin", "descrip"):
            self.status = "".join(self.words).strip().removesuffix("-admn-sts").removesuffix("-admin-sts")
            self.inside = ""
        elif name in WORDS:
            self.add()
        elif name in ENTRIES:
            self.close()

    def add(self) -> None:
        """Put down the term that was read, unless it is one to avoid or a sentence."""
        if self.term and len(self.term) <= LONGEST and self.lang in self.entry and self.status not in AVOIDED:
            self.entry[self.lang].append((self.status not in PREFERRED, self.term))
        self.term = ""

    def close(self) -> None:
        """Put down the entry: each English term with all French ones, the preferred first."""
        ranked = [term for _, term in sorted(self.entry.get("fr", ()), key=lambda one: one[0])]
        french = tuple(dict.fromkeys(ranked))
        for english in dict.fromkeys(term for _, term in self.entry.get("en", ())):
            if french and is_name(english, french[0]):
                self.names.append(english)
            elif french:
                self.terms.append(Term(english, french[0], Span(self.line, 1, self.line, 1), self.file, french[1:]))
        self.entry = {}


def read_tbx(data: bytes, file: str) -> tuple[Glossary, list[Diagnostic]]:
    """The terms in a TBX file that has both languages, and what is wrong with it."""
    reader = _Reader(file)
    try:
        reader.parser.Parse(data, True)
    except _Refused:
        message = tell("the file defines entities, which no list of terms needs")
        return NO_TERMS, [Diagnostic(CODE, message, _here(reader), tell("export it anew as TBX"), file=file)]
    except expat.ExpatError:
        message = tell("the file is not well-formed XML from here on")
        return _read(reader), [Diagnostic(CODE, message, _here(reader), file=file)]
    except (LookupError, ValueError):  # an encoding that Python does not know
        return NO_TERMS, [
            Diagnostic(CODE, tell("the file is not in UTF-8"), START, tell("save it as UTF-8"), file=file)
        ]
    return _read(reader), list(_empty(reader))


def _read(reader: _Reader) -> Glossary:
    return Glossary(tuple(reader.terms), names=tuple(reader.names))


def _empty(reader: _Reader) -> Iterator[Diagnostic]:
    if not reader.entries:
        hint = tell("a TBX file has  <termEntry>  or  <conceptEntry>")
        yield Diagnostic(CODE, tell("there are no terms in this file"), START, hint, file=reader.file)
    elif not reader.terms and not reader.names:
        message = tell("no term in this file is there in English and in French")
        yield Diagnostic(CODE, message, START, file=reader.file)


def _here(reader: _Reader) -> Span:
    line, column = reader.parser.CurrentLineNumber, reader.parser.CurrentColumnNumber + 1
    return Span(line, column, line, column)
