"""Completion of values: words that the format knows, files, variables, and the terms of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItemKind

from slidekit.deck.keys import LOCALES
from slidekit.deck.reading_chart import KINDS
from slidekit.editor import files, formulas, grammar, jumps, templates
from slidekit.editor.markup import literal
from slidekit.editor.nesting import ITEM
from slidekit.editor.offers import Offer
from slidekit.editor.signs import quoted
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.context import Place
    from slidekit.editor.document import Document


SYNTAXES = (
    "bash", "c", "console", "cpp", "csharp", "css", "diff", "docker", "go", "graphql", "hcl", "html", "http",
    "ini", "java", "javascript", "json", "julia", "kotlin", "latex", "lua", "make", "markdown", "matlab", "nginx",
    "perl", "php", "powershell", "python", "r", "ruby", "rust", "sas", "scala", "sql", "stata", "swift", "text", "toml",
    "typescript", "vbnet", "xml", "yaml",
)  # fmt: skip
"""What listings on slides are most often written in; Pygments knows some five hundred more."""

FORMATS = ("short", "medium", "long", "full")
_PLACES = ("top left", "top", "top right", "left", "center", "right", "bottom left", "bottom", "bottom right")
_VARIABLE = re.compile(r"(?<!\$)\$(?:\{\s*([\w.-]*))?$")
_WORD = re.compile(r"(?<![\w-])[^\W_][\w-]{0,60}$")


def words(document: Document, place: Place, client: Client) -> Iterator[Offer]:
    """What may stand as the whole value at a place."""
    path = tuple(part for part in place.path if part not in ("en", "fr", "both", *LOCALES))
    last = next((part for part in reversed(path) if part != ITEM), "")
    if place.style in ("|", ">") or not place.path:
        return
    if last == "theme" and len(path) == 1:
        yield from _themes(document, client)
    elif last == "image":
        yield from _paths(files.files(document.path.parent, files.PICTURES), place)
    elif last == "template" or path == ("template", "file"):
        yield from _paths(files.files(document.path.parent, files.TEMPLATES), place)
    elif path[:2] == templates.MAP:
        yield from templates.offers(document, place)
    elif path == ("glossary",):
        yield from _paths(files.terms(document.path.parent, document.path.name), place)
    elif last == "link" and path[0] == "slides":
        yield from jumps.whole(document, place, client)
    elif last == "syntax":
        yield from [_word(name) for name in SYNTAXES]
    elif last == "focus":
        yield from [_word(name) for name in _PLACES]
    elif last == "format":
        yield from [_word(name) for name in FORMATS]
    else:
        yield from _listed(document, place, last, client)


def _listed(document: Document, place: Place, last: str, client: Client) -> Iterator[Offer]:
    """The words of the schema; of languages but the other one, once one is chosen."""
    known = {word[:2] for word in _in_brackets(document, place)} if last == "languages" else set()
    for name in grammar.values(place.path):
        if name[:2] in known:
            continue
        doc = client.say(KINDS[name]) if last == "type" and name in KINDS else ""
        yield Offer(name, text=name, kind=CompletionItemKind.EnumMember, detail=doc)


def _in_brackets(document: Document, place: Place) -> set[str]:
    """The other words of the list on this line: `[en-CA, |]`."""
    line = document.lines.lines[place.line - 1]
    before, after = line[: place.start - 1].rpartition("["), line[place.end - 1 :].partition("]")
    return {word.strip(" \t\"'") for word in [*before[2].split(","), *after[0].split(",")]} if before[1] else set()


def _word(name: str) -> Offer:
    return Offer(name, text=name, kind=CompletionItemKind.EnumMember)


def _themes(document: Document, client: Client) -> Iterator[Offer]:
    from slidekit.scene.theming import open_theme, theme_names

    own = client.say(tell("a theme file beside the deck"))
    for name in theme_names():
        file = open_theme(name, document.path.parent).file
        doc = "" if file is None else file.description.fr if client.lang == "fr" else file.description.en
        yield Offer(name, text=name, kind=CompletionItemKind.Color, detail="slidekit", doc=doc)
    for name in files.themes(document.path.parent):
        yield Offer(name, text=quoted(name, ""), kind=CompletionItemKind.File, detail=own)


def _paths(names: Iterable[str], place: Place) -> Iterator[Offer]:
    for name in names:
        yield Offer(name, text=quoted(name, place.style), kind=CompletionItemKind.File, filter=name)


def inside(document: Document, place: Place, client: Client, sign: str) -> Iterator[Offer]:
    """What may stand within a text: variables after `$`, slides that a link leads to, terms of the glossary."""
    yield from formulas.offers(place)
    if found := _VARIABLE.search(place.before):
        yield from _variables(document, place, client, found.start())
    elif (at := jumps.begun(place)) is not None:
        yield from jumps.offers(document, place, client, at)
    elif place.path[-1:] and place.path[0] not in ("vars", "glossary"):
        yield from _terms(document, place, sign)


def _variables(document: Document, place: Place, client: Client, at: int) -> Iterator[Offer]:
    """Every variable, with what it says in both languages."""
    rest = place.text[len(place.before) :]
    after = re.match(r"[\w.-]*\}?", rest)
    tail = rest[after.end() if after else 0 :]
    bare = place.flow and not place.style  # braces in braces want quotes
    for name, english, french in variables(document):
        typed = f"${{{name}}}"
        doc = f"en: {literal(english, client.docs_markdown)}\n\nfr: {literal(french, client.docs_markdown)}"
        detail = english if english == french else f"{english} | {french}"
        kind = CompletionItemKind.Variable
        if bare:
            whole = _double(place.before[:at] + typed + tail.rstrip())
            yield Offer(typed, text=whole, kind=kind, detail=detail, doc=doc, filter=place.before[:at] + typed)
        else:
            start = place.start + at
            end = place.start + len(place.before) + (after.end() if after else 0)
            yield Offer(typed, text=typed, kind=kind, detail=detail, doc=doc, start=start, end=end)


def _double(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def variables(document: Document) -> Iterator[tuple[str, str, str]]:
    """The name of each variable, and what it says in English and in French."""
    deck = document.state.deck
    known: set[str] = set()
    if deck is not None:
        from slidekit.deck.text import Pair, Text
        from slidekit.show.voice import Voice
        from slidekit.source.span import START

        english, french = Voice(deck, "en"), Voice(deck, "fr")
        for variable in deck.vars:
            if variable.name not in known:
                known.add(variable.name)
                pair = Pair(START, both=Text(f"${{{variable.name}}}", START))
                yield variable.name, english.plain(pair), french.plain(pair)
    for name, typed in _typed_variables(document):
        if name not in known:
            yield name, typed, typed


def _typed_variables(document: Document) -> Iterator[tuple[str, str]]:
    """Variables that were typed since the deck could last be read."""
    lines = document.lines.lines
    top = next((number for number, line in enumerate(lines) if line.startswith("vars:")), None)
    if top is None:
        return
    indent = None
    for line in lines[top + 1 : top + 500]:
        words = line.lstrip(" ")
        if not words or words.startswith("#"):
            continue
        column = len(line) - len(words)
        indent = indent or column
        if column == 0:
            return
        if column == indent and (found := re.match(r"([^\W\d][\w.-]*)[ \t]*:(?:[ \t]+(.*))?$", words)):
            yield found[1], (found[2] or "").strip()[:200]


def _terms(document: Document, place: Place, sign: str) -> Iterator[Offer]:
    """The right translations of the terms in the other side of a text, as far as it lacks them."""
    side = next((part for part in reversed(place.path) if part in ("en", "fr", *LOCALES)), "")
    deck = document.state.deck
    lang = side[:2]
    if deck is None or not lang or (lang == "en" and not deck.languages[0].startswith("fr")):
        return
    other = place.keys.get("fr" if lang == "en" else "en")
    if other is None or not other.value:
        return
    found = _WORD.search(place.before)
    begun = bool(place.text.strip())
    if found is None and begun and (sign or not place.before.endswith((" ", "\u00a0", "’", "'"))):
        return  # in the middle of a text a space alone asks for nothing
    at, until = found.start() if found else len(place.before), len(place.before)
    own = place.text[:at] + place.text[until:]
    for there, right in _wanted(document, other.value, own, lang):
        detail = f"{there} → {right}"
        start, end = place.start + at, place.start + until
        yield Offer(right, text=right, kind=CompletionItemKind.Text, detail=detail, start=start, end=end)


def _wanted(document: Document, other: str, own: str, lang: str) -> Iterator[tuple[str, str]]:
    """Each term of a text, with the words that are right for it in the other language."""
    from slidekit.beside import glossary
    from slidekit.deck.inflection import is_verb
    from slidekit.deck.wordlists import forms, has
    from slidekit.settings.finding import Finder

    deck = document.state.deck
    assert deck is not None
    try:
        known, _ = glossary(deck, document.path, Finder().of(document.path))
    except (OSError, ValueError):
        return
    if not known.terms:
        return
    listed = known.words
    told: set[str] = set()
    for one in listed.in_terms("en" if lang == "fr" else "fr").find(other):
        term = listed.wanted[one.entry]
        for right in listed.french(term) if lang == "fr" else forms(term.en):
            verb = is_verb(term.en, right) if lang == "fr" else is_verb(right, term.fr)
            if right not in told and not has(own, right, lang, verb):
                told.add(right)
                yield other[one.start : one.end], right
