"""One settings file read: `slidekit.toml`, or the table `[tool.slidekit]` of a `pyproject.toml`."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TypeAlias, TypeVar

from slidekit.rules import catalog
from slidekit.rules.catalog import FIRM
from slidekit.settings.model import Choice, DeckChoice, Settings
from slidekit.settings.places import Places, Way
from slidekit.source.decode import nearest, shown
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import START, Span
from slidekit.source.wording import Words, listed, tell

Value = TypeVar("Value")
Table: TypeAlias = "Mapping[str, object]"

CODE = "SK019"
WEIGHTS: Mapping[str, Severity | None] = {**{one.value: one for one in Severity}, "off": None}
CHOICE = ("select", "ignore", "severity")
DECK = (*CHOICE, "glossary")
PROJECT = (*DECK, "acronyms", "baseline", "fail-under", "max-warnings", "decks")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


Read: TypeAlias = "tuple[Settings, list[Diagnostic]]"
"""What a file says, and what is wrong with it."""


def read(data: bytes, file: str, folder: Path, table: tuple[str, ...] = ()) -> Read | None:
    """What a settings file says, and what is wrong with it; a wrong value counts as none.

    `table` leads to the settings inside the file, as in `("tool", "slidekit")`; `None` where it is not there.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        found: object = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, UnicodeDecodeError) as error:
        ours = not table or f"[{'.'.join(table)}".encode() in data
        return (Settings(file, folder), [_unread(error, file, data.count(b"\n") + 1)]) if ours else None
    for name in table:
        found = found.get(name) if isinstance(found, dict) else None
    if found is None:
        return None
    reader = Reader(Places(text), file, folder)
    if not isinstance(found, dict):
        reader.report(tell("`{key}` is no table", key=".".join(table)), reader.places.key(table))
        return Settings(file, folder), reader.problems
    return reader.settings(found, table), reader.problems


def _unread(error: Exception, file: str, end: int) -> Diagnostic:
    if isinstance(error, UnicodeDecodeError):
        return Diagnostic(CODE, tell("the settings are not UTF-8"), START, tell("save the file as UTF-8"), file=file)
    if isinstance(error, RecursionError):
        return Diagnostic(CODE, tell("the settings are nested too deeply"), START, file=file)
    said = str(error)
    found = _AT.search(said)
    line, column = (int(found[1]), int(found[2])) if found else (end, 1)
    why = next((why for part, why in _reasons() if part in said), tell("the settings are not TOML"))
    return Diagnostic(CODE, why, Span(line, column, line, column + 1), file=file)


def _reasons() -> tuple[tuple[str, Words], ...]:
    """Part of what `tomllib` says → what we say."""
    return (
        ("Invalid value", tell("this is no value in TOML: words stand in quotes, lists in brackets")),
        ("Unterminated string", tell("a quotation mark that is never closed")),
        ("Illegal character '\\n'", tell("a quotation mark that is never closed")),
        ("Expected '='", tell("a key is followed by  =  and its value")),
        ("after a statement", tell("one setting a line")),
        ("Unclosed", tell("a bracket that is never closed")),
        ("Cannot overwrite", tell("this key is there twice")),
        ("Cannot declare", tell("this table is there twice")),
    )


class Reader:
    """One file being read: its places, and what is wrong with it."""

    def __init__(self, places: Places, file: str, folder: Path) -> None:
        self.places = places
        self.problems: list[Diagnostic] = []
        self._file = file
        self._folder = folder

    def report(self, message: Words, span: Span, hint: Words | None = None) -> None:
        """Record a problem."""
        self.problems.append(Diagnostic(CODE, message, span, hint, file=self._file))

    def settings(self, found: Table, way: Way) -> Settings:
        """The whole file."""
        self._known(found, way, PROJECT)
        warnings = self._get(found, way, "max-warnings", self._count)
        return Settings(
            file=self._file,
            folder=self._folder,
            choice=self._choice(found, way),
            decks=tuple(self._decks(found, way)),
            glossary=self._get(found, way, "glossary", self._path),
            acronyms=self._get(found, way, "acronyms", self._acronyms) or (),
            baseline=self._get(found, way, "baseline", self._path),
            fail_under=self._get(found, way, "fail-under", self._percent),
            max_warnings=warnings,
        )

    def _known(self, found: Table, way: Way, known: tuple[str, ...]) -> None:
        for key in found:
            if key not in known:
                match = nearest(key, known)
                hint = tell("did you mean `{word}`?", word=match) if match else None
                hint = hint or tell("known here: {words}", words=listed(sorted(known)))
                self.report(
                    tell("unknown key `{key}` in the settings", key=shown(key)), self.places.key((*way, key)), hint
                )

    def _get(self, found: Table, way: Way, key: str, read: Callable[[object, Way], Value | None]) -> Value | None:
        return read(found[key], (*way, key)) if key in found else None

    def _wrong(self, way: Way, wanted: Words) -> None:
        self.report(tell("`{key}` wants {wanted}", key=str(way[-1]), wanted=wanted), self.places.value(way))

    def _choice(self, found: Table, way: Way) -> Choice:
        return Choice(
            select=self._get(found, way, "select", self._rules),
            ignore=self._get(found, way, "ignore", self._rules) or (),
            severity=self._get(found, way, "severity", self._severities) or {},
        )

    def _rules(self, value: object, way: Way) -> tuple[str, ...] | None:
        if not isinstance(value, list):
            self._wrong(way, tell('a list of rules, such as ["SK301", "typography"]'))
            return None
        words = [(self.rule(word, self.places.value((*way, n))), (*way, n)) for n, word in enumerate(value)]
        for word, place in words:
            if word in FIRM and way[-1] == "ignore":
                self._firm(word, self.places.value(place))
        return tuple([word for word, _ in words if word])

    def _firm(self, word: str, span: Span) -> None:
        self.report(tell("{code} cannot be turned off: a file that cannot be read proves nothing", code=word), span)

    def rule(self, word: object, span: Span) -> str:
        """A word that names rules, as rules are named; empty where it names none."""
        if not isinstance(word, str):
            self.report(tell("a rule is named by its code, its name or its family, in quotes"), span)
            return ""
        word = word.strip()
        known = word.upper() if word[:2].upper() == "SK" else word.lower()
        if catalog.means(known):
            rule = catalog.named(known)
            return rule.code if rule else known
        self.report(tell("there is no rule `{word}`", word=shown(word)), span, near(known))
        return ""

    def _severities(self, value: object, way: Way) -> Mapping[str, Severity | None] | None:
        if not isinstance(value, dict):
            self._wrong(way, tell('a table of rules, such as  SK301 = "error"'))
            return None
        made: dict[str, Severity | None] = {}
        for key, weight in value.items():
            word = self.rule(key, self.places.key((*way, key)))
            if not isinstance(weight, str) or weight not in WEIGHTS:
                self._wrong((*way, key), tell("one of {words}, in quotes", words=listed(list(WEIGHTS))))
            elif word in FIRM:
                self._firm(word, self.places.key((*way, key)))
            elif word:
                made[word] = WEIGHTS[weight]
        return made

    def _decks(self, found: Table, way: Way) -> list[DeckChoice]:
        value = found.get("decks", {})
        way = (*way, "decks")
        if not isinstance(value, dict):
            self._wrong(way, tell('tables named after decks, such as  [decks."drafts/*.yaml"]'))
            return []
        made: list[DeckChoice] = []
        for pattern, table in value.items():
            if not isinstance(table, dict):
                self._wrong((*way, pattern), tell("a table of settings"))
                continue
            inner = (*way, pattern)
            self._known(table, inner, DECK)
            glossary = self._get(table, inner, "glossary", self._path)
            made.append(DeckChoice(pattern, self._choice(table, inner), glossary))
        return made

    def _path(self, value: object, way: Way) -> Path | None:
        """A file inside the settings' folder, which may not be left: a fork's settings could name any file."""
        if not isinstance(value, str) or not value.strip() or "\0" in value:
            self._wrong(way, tell("the path of a file, in quotes"))
            return None
        away = PurePosixPath(value).is_absolute() or PureWindowsPath(value).drive or PureWindowsPath(value).root
        root = self._folder.resolve()
        if away or not Path(os.path.normpath(root / value)).is_relative_to(root):
            self.report(tell("`{path}` lies outside the settings' folder", path=shown(value)), self.places.value(way))
            return None
        return self._folder / value

    def _acronyms(self, value: object, way: Way) -> tuple[tuple[str, str], ...] | None:
        if not isinstance(value, dict) or not all(isinstance(each, str) and each.strip() for each in value.values()):
            self._wrong(way, tell('a table of English and French acronyms, such as  IT = "TI"'))
            return None
        return tuple([(english.strip(), str(french).strip()) for english, french in value.items()])

    def _percent(self, value: object, way: Way) -> float | None:
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100:
            return float(value)
        self._wrong(way, tell("a number from 0 to 100"))
        return None

    def _count(self, value: object, way: Way) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self._wrong(way, tell("a whole number from 0 on"))
        return None


def near(word: str) -> Words:
    """The rule that a word looks like most, or where they are listed."""
    match = nearest(word, catalog.words())
    if match:
        return tell("did you mean {word}?", word=match)
    return tell("slidekit rules  lists them")
