"""Texts as the author typed them: pairs in all their forms, typed values, and rows of pairs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from slidekit.deck.keys import LOCALES, VALUES
from slidekit.deck.text import Pair, Row, Side, Text, Value
from slidekit.source.decode import UNREAD, Converter, Reading, nearest, shown
from slidekit.source.diagnostic import Fix
from slidekit.source.nodes import Mapping, Node, Scalar, Sequence
from slidekit.source.recover import in_quotes, quoted
from slidekit.source.span import Span
from slidekit.source.wording import listed, tell

_REGIONAL = frozenset(LOCALES)
_PAIR_KEYS = ("en", "fr", "both", *LOCALES)
_SPELT_OUT = {"english": "en", "anglais": "en", "french": "fr", "français": "fr", "francais": "fr", "all": "both"}
_NUMBER = re.compile(r"[-+]?\d{1,15}(\.\d{1,15})?")
_CURRENCY = re.compile(r"[-+]?\d{1,15}(\.\d{1,15})? [A-Z]{3}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_STUCK_SIGN = re.compile(r"[ \t]#\S")

_EXAMPLES = {
    "number": tell("1250.5, with a point and no spaces"),
    "percent": "0.12 for 12%",
    "currency": tell("1250.5 CAD, with the currency's three letters"),
    "date": "2026-03-10",
}


def prose(node: Node, key: str, reading: Reading) -> Any:
    """A text for the audience: a pair, `both:`, a value, or a plain string for the rules to refuse."""
    return _pair(node, key, reading, True)


def neutral(node: Node, key: str, reading: Reading) -> Any:
    """A text that both languages may share: plain, or a pair where they differ."""
    return _pair(node, key, reading, False)


def _pair(node: Node, key: str, reading: Reading, is_prose: bool) -> Any:
    if type(node) is not Mapping:
        if type(node) is Scalar:
            return Pair(node.span, key, plain=text(node, reading, is_prose))
        hint = tell("write  en: …  and  fr: …  under it, or put the text in quotes")
        reading.wrong_shape(node, key, tell("a text"), hint)
        return Pair(node.span, key, both=Text(_typed(node, reading), node.span))
    entries = node.entries
    if len(entries) == 2 and entries[0][0][0] == "en" and entries[1][0][0] == "fr":  # nearly all of them
        english = side(entries[0][1], "en", reading, is_prose)
        return Pair(node.span, key, english, side(entries[1][1], "fr", reading, is_prose))
    if any(name[0] in VALUES for name, _ in entries):
        return Pair(node.span, key, both=value(node, reading))
    meant = misread(node, _PAIR_KEYS, reading)
    if meant is not None:
        return Pair(node.span, key, plain=meant)
    return _of_sides(node, key, reading, lambda each, name: side(each, name, reading, is_prose))


def _of_sides(node: Mapping, key: str, reading: Reading, read: Callable[[Node, str], Side]) -> Pair:
    found: dict[str, Side] = {}
    for name, each in _rejoined(node, reading):
        lang = language_key(name, found, reading)
        if lang is not None:
            found[lang] = read(each, lang)
    if "both" in found and ("en" in found or "fr" in found):
        two_forms(node, reading)
        del found["both"]
    regional = tuple([(name, text) for name, text in found.items() if name in _REGIONAL])
    return Pair(node.span, key, found.get("en"), found.get("fr"), found.get("both"), None, regional)


def two_forms(node: Mapping, reading: Reading) -> None:
    """Report `both:` beside `en:` or `fr:`."""
    place = next((name.span for name, _ in node.entries if name.text == "both"), node.span)
    hint = tell("keep  both:  alone, or  en:  and  fr:")
    reading.report("SK018", tell("`both` stands beside `en` or `fr`: which one holds is not clear"), place, hint)


def language_key(name: Scalar, found: dict[str, Any], reading: Reading) -> str | None:
    """The language a key names; a misspelt one is reported and read as its nearest, if that is not taken."""
    if name.text in _PAIR_KEYS:
        return name.text
    match = _SPELT_OUT.get(name.text.casefold()) or nearest(name.text.replace("_", "-"), _PAIR_KEYS)
    hint = tell("did you mean `{name}`?", name=match) if match else tell("a text takes {keys}", keys=listed(_PAIR_KEYS))
    reading.report("SK013", tell("unknown key `{text}` in a text", text=shown(name.text)), name.span, hint)
    return match if match not in found else None


def _rejoined(node: Mapping, reading: Reading) -> list[tuple[Scalar, Node]]:
    """The entries of a pair, a text in braces that was split at its own comma made whole again."""
    entries: list[tuple[Scalar, Node]] = []
    for name, each in node.entries:
        if not (node.flow and entries and name.text not in _PAIR_KEYS and _is_nothing(each)):
            entries.append((name, each))
            continue
        first, before = entries[-1]
        if not isinstance(before, Scalar) or before.style or name.style or name.span.line != before.span.end_line:
            entries.append((name, each))
            continue
        span = Span(before.span.line, before.span.column, name.span.end_line, name.span.end_column)
        whole = reading.source.typed(span)
        comma = Span(before.span.end_line, before.span.end_column, before.span.end_line, before.span.end_column + 1)
        reading.report(
            "SK002",
            tell("YAML ends the text at the unquoted `,`"),
            comma,
            tell("put it in quotes: {quoted}", quoted=quoted(whole)),
            _quotes(span, reading),
        )
        entries[-1] = (first, Scalar(whole, span))
    return entries


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.style and not node.text


def side(node: Node, lang: str, reading: Reading, is_prose: bool = True) -> Side:
    """What one language says."""
    if type(node) is Scalar:
        return text(node, reading, is_prose)
    if type(node) is Mapping:
        if any(name.text in VALUES for name, _ in node.entries):
            return value(node, reading)
        meant = misread(node, (), reading)
        if meant is not None:
            return meant
    hint = tell("put the text in quotes") if node.span.line == node.span.end_line else None
    reading.wrong_shape(node, lang, tell("a text"), hint)
    return Text(_typed(node, reading), node.span)


def text(node: Scalar, reading: Reading, is_prose: bool = True) -> Text:
    """A scalar's words, with what YAML took for a comment where the author meant text."""
    if node.style == "":
        if node.cut:
            return _uncut(node, reading, is_prose)
        if node.text == "~":
            return Text("", node.span)
    return Text(node.text, node.span)


def _uncut(node: Scalar, reading: Reading, is_prose: bool) -> Text:
    cut = node.cut
    stuck = _STUCK_SIGN.match(cut) is not None
    if not stuck and (not is_prose or node.empty):
        return Text("" if node.text == "~" else node.text, node.span)
    whole = (node.text + cut).strip()
    line = node.span.end_line
    column = node.span.end_column + cut.index("#")
    hint = tell("put the text in quotes: {quoted}; a comment goes on a line of its own", quoted=quoted(whole))
    start = node.span if node.text else node.span._replace(column=column)
    meant = start._replace(end_column=node.span.end_column + len(cut))
    fix = _quotes(meant, reading, stuck)
    reading.report(
        "SK003", tell("YAML cuts the unquoted text at ` #`"), Span(line, column, line, column + 1), hint, fix
    )
    return Text(whole, meant)


def _quotes(span: Span, reading: Reading, safe: bool = True) -> Fix | None:
    """The remedy of a text that wants quotes; not safe where it may be a comment after all."""
    lines = list(reading.source.lines[span.line - 1 : span.end_line])
    if not lines:
        return None
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return in_quotes("\n".join(lines), span, safe)


def misread(node: Mapping, known: tuple[str, ...], reading: Reading) -> Text | None:
    """A text with a `:` that YAML read as one key and its value; `None` where it was meant as keys."""
    if len(node.entries) != 1:
        return None
    name, each = node.entries[0]
    if node.flow and reading.source.typed(node.span)[:1] == "{":
        if not _is_nothing(each) or nearest(name.text, known) or node.span.line != node.span.end_line:
            return None
        whole = reading.source.typed(node.span)
        reading.report(
            "SK002",
            tell("YAML reads the braces as keys"),
            node.span,
            tell("put the text in quotes: {quoted}", quoted=quoted(whole)),
            _quotes(node.span, reading),
        )
        return Text(whole, node.span)
    if name.style or not isinstance(each, Scalar) or each.style or name.text in known or nearest(name.text, known):
        return None
    if each.span.line != name.span.line and not _is_nothing(each):
        return None
    lines = reading.source.lines
    line = lines[name.span.line - 1] if name.span.line <= len(lines) else ""
    between = line[name.span.end_column - 1 : each.span.column - 1]
    whole = (name.text + between + each.text + each.cut).strip()
    column = name.span.end_column + max(between.find(":"), 0)
    place = Span(name.span.line, column, name.span.line, column + 1)
    hint = tell("put the text in quotes: {quoted}", quoted=quoted(whole))
    meant = Span(name.span.line, name.span.column, each.span.end_line, each.span.end_column + len(each.cut))
    fix = _quotes(meant, reading)
    reading.report("SK002", tell("YAML reads the unquoted `:` as the end of a key"), place, hint, fix)
    return Text(whole, meant)


def value(node: Mapping, reading: Reading) -> Side:
    """A typed value such as `{number: 1250.5}`; words as typed where it cannot be read."""
    kind = source = pattern = None
    for name, each in node.entries:
        if name.text in VALUES and kind is None:
            kind, source = name.text, each
        elif node.flow and isinstance(source, Scalar) and name.text.isdigit() and _is_nothing(each):
            source = source._replace(text=f"{source.text},{name.text}")  # `1 250,5`, split at its comma
        elif name.text == "format":
            pattern = (
                each.text if isinstance(each, Scalar) else reading.wrong_shape(each, "format", tell("one word or text"))
            )
        elif name.text in (*_PAIR_KEYS, *VALUES):
            hint = tell("write one value, or put one under  en:  and one under  fr:")
            reading.report(
                "SK018", tell("`{key}` stands beside `{other}`", key=name.text, other=kind or "…"), name.span, hint
            )
        else:
            reading.unknown_key(name, ("format", *VALUES), tell(" in a value"))
    if kind is None or not isinstance(source, Scalar):
        if source is not None and kind is not None:
            reading.wrong_shape(
                source, kind, tell("one word or text"), tell("write it as {example}", example=_EXAMPLES[kind])
            )
        return Text(_typed(node, reading), node.span)
    if not _is_value(kind, source.text):
        message = tell(
            "`{text}` where `{key}` wants {wanted}", text=shown(source.text), key=kind, wanted=_EXAMPLES[kind]
        )
        reading.report("SK016", message, source.span)
        return Text(source.text, source.span)
    return Value(kind, source.text, None if pattern is UNREAD else pattern, node.span)  # type: ignore[arg-type]


def _is_value(kind: str, source: str) -> bool:
    if kind == "currency":
        return _CURRENCY.fullmatch(source) is not None
    return is_date(source) if kind == "date" else _NUMBER.fullmatch(source) is not None


def is_date(source: str) -> bool:
    """Whether this is a day of the calendar, typed `YYYY-MM-DD`."""
    if not _DATE.fullmatch(source):
        return False
    from datetime import date

    try:
        date.fromisoformat(source)
    except ValueError:
        return False
    return True


def row(node: Node, key: str, reading: Reading) -> Any:
    """Several pairs at once: a list of pairs, or a list in each language."""
    if isinstance(node, Sequence):
        cells = tuple([prose(item, key, reading) for item in node.items])
        return Row(node.span, cells, (len(cells), len(cells)))
    if not isinstance(node, Mapping) or not any(isinstance(each, Sequence) for _, each in node.entries):
        hint = tell("write  en: [.., ..]  and  fr: [.., ..]  under it")
        return reading.wrong_shape(node, key, tell("a list in each language"), hint)
    lists: dict[str, tuple[Side, ...]] = {}
    for name, each in node.entries:
        lang = language_key(name, lists, reading)
        if lang is None:
            continue
        if isinstance(each, Sequence):
            lists[lang] = tuple([side(item, lang, reading) for item in each.items])
        elif isinstance(each, Scalar) and each.empty:
            lists[lang] = ()
        else:
            reading.wrong_shape(each, lang, tell("a list, as its twin is one"), tell("write  [.., ..]"))
    if "both" in lists and ("en" in lists or "fr" in lists):
        two_forms(node, reading)
        del lists["both"]
    return _row_of(node.span, key, lists)


def _row_of(span: Span, key: str, lists: dict[str, tuple[Side, ...]]) -> Row:
    both = lists.get("both")
    if both is not None:
        return Row(span, tuple([Pair(each.span, key, both=each) for each in both]), (len(both), len(both)))
    english, french = lists.get("en", ()), lists.get("fr", ())
    cells = []
    for index in range(max(len(english), len(french))):
        en = english[index] if index < len(english) else None
        fr = french[index] if index < len(french) else None
        overrides = [(name, each[index]) for name, each in lists.items() if name in _REGIONAL and index < len(each)]
        place = en.span if en is not None else fr.span if fr is not None else span
        cells.append(Pair(place, key, en, fr, regional=tuple(overrides)))
    return Row(span, tuple(cells), (len(english), len(french)))


def _typed(node: Node, reading: Reading) -> str:
    """A node's characters as the author typed them, a block list's items on a line each."""
    if isinstance(node, Scalar):
        return node.text
    if node.span.line == node.span.end_line:
        return reading.source.typed(node.span)
    parts = node.items if isinstance(node, Sequence) else [each for _, each in node.entries]
    return "\n".join([_typed(part, reading) for part in parts])


CONVERTERS: dict[Any, Converter] = {"prose": prose, "neutral": neutral, Row: row}
