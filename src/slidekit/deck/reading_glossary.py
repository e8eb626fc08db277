"""`glossary:` read, in a deck or in a YAML file of its own: terms, banned words, names and acronyms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from slidekit.deck.glossary import NO_TERMS, Banned, Glossary, Term, TermList, is_name
from slidekit.source.decode import Reading, shown
from slidekit.source.nodes import Mapping, Node, Scalar, Sequence
from slidekit.source.wording import tell

PARTS = ("terms", "banned", "names", "acronyms")
LONGEST = 400
"""Signs of a term; longer ones are sentences, which no text repeats."""


def glossary(node: Node, key: str, reading: Reading) -> Any:
    """What stands under a deck's `glossary:`, or `UNREAD`."""
    if isinstance(node, Scalar):
        if _blank(node):
            return reading.wrong_shape(
                node, key, tell("a path, or terms"), tell("write  glossary: terms.yaml, or  glossary: [{en: …, fr: …}]")
            )
        return TermList(node.span, node.text)
    return TermList(node.span, own=terms(node, reading))


def terms(node: Node, reading: Reading, file: str = "") -> Glossary:
    """A list of terms, or a mapping of the four parts; what cannot be read is reported and left out."""
    if isinstance(node, Sequence):
        return _terms(node, reading, file)
    if not isinstance(node, Mapping):
        reading.wrong_shape(node, "glossary", tell("terms"), tell("write  - {en: …, fr: …}  for each"))
        return NO_TERMS
    made = NO_TERMS
    for name, value in node.entries:
        if isinstance(value, Scalar) and value.empty:
            continue
        match name.text:
            case "terms":
                made += _terms(value, reading, file)
            case "banned":
                made += Glossary(banned=tuple(_banned(value, reading, file)))
            case "names":
                made += Glossary(names=tuple(_strings(value, "names", reading)))
            case "acronyms":
                pairs = [(en, fr) for en, fr, _ in _pairs(value, "acronyms", reading)]
                made += Glossary(acronyms=tuple([(en, french) for en, fr in pairs for french in fr[:1]]))
            case _:
                reading.unknown_key(name, PARTS)
    return made


def _terms(node: Node, reading: Reading, file: str) -> Glossary:
    """Terms with their translations; what is for both languages is a name."""
    made: list[Term] = []
    names: list[str] = []
    for en, fr, span in _pairs(node, "terms", reading):
        if not fr or is_name(en, fr[0]):
            names.append(en)
        else:
            made.append(Term(en, fr[0], span, file, fr[1:]))
    return Glossary(tuple(made), names=tuple(names))


def _pairs(node: Node, key: str, reading: Reading) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    """Each English with its French and its place: `{en: …, fr: …}` in a list, or `English: French`.

    What stands under `both:` has no French of its own.
    """
    if isinstance(node, Mapping):
        for name, value in node.entries:
            french = tuple(_strings(value, name.text, reading))
            if french and name.text.strip():
                yield " ".join(name.text.split()), french, name.span
        return
    if not isinstance(node, Sequence):
        reading.wrong_shape(node, key, tell("a list"), tell("write  - {en: …, fr: …}  for each"))
        return
    for item in node.items:
        yield from _pair(item, key, reading)


def _pair(node: Node, key: str, reading: Reading) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    if not isinstance(node, Mapping):
        reading.wrong_shape(node, key, tell("keys with values"), tell("write  {en: …, fr: …}"))
        return
    sides: dict[str, tuple[str, ...]] = {}
    for name, value in node.entries:
        if name.text in ("en", "fr", "both"):
            sides[name.text] = tuple(_strings(value, name.text, reading))
        else:
            reading.unknown_key(name, ("en", "fr", "both"))
    for shared in sides.get("both", ()):
        yield shared, (), node.span
    if "both" in sides:
        return
    english, french = sides.get("en", ()), sides.get("fr", ())
    if not english or not french:
        lacking = "fr" if english else "en"
        if not any(name.text == lacking and not _blank(value) for name, value in node.entries):
            message = tell("the key `{key}` is missing", key=lacking)
            reading.report("SK017", message, node.span, tell("add  {key}: …", key=lacking))
        return
    for one in english:
        yield one, french, node.span


def _banned(node: Node, reading: Reading, file: str) -> Iterator[Banned]:
    if not isinstance(node, Sequence):
        reading.wrong_shape(node, "banned", tell("a list"), tell("write  - {fr: …, instead: …}  for each"))
        return
    for item in node.items:
        if not isinstance(item, Mapping):
            reading.wrong_shape(item, "banned", tell("keys with values"), tell("write  {fr: …, instead: …}"))
            continue
        found: dict[str, tuple[str, ...]] = {}
        for name, value in item.entries:
            if name.text in ("en", "fr", "instead"):
                found[name.text] = tuple(_strings(value, name.text, reading))
            else:
                reading.unknown_key(name, ("en", "fr", "instead"))
        instead = next(iter(found.get("instead", ())), "")
        words = [(lang, word) for lang in ("en", "fr") for word in found.get(lang, ())]
        if not words and not any(name.text in ("en", "fr") for name, _ in item.entries):
            reading.report(
                "SK017", tell("the key `{key}` is missing", key="fr"), item.span, tell("add  {key}: …", key="fr")
            )
        for lang, word in words:
            yield Banned(lang, word, instead, item.span, file)


def _strings(node: Node, key: str, reading: Reading) -> Iterator[str]:
    """One text or several; blank ones are reported."""
    for item in node.items if isinstance(node, Sequence) else (node,):
        if not isinstance(item, Scalar) or _blank(item):
            reading.wrong_shape(item, key, tell("one word or text"))
        elif len(item.text) > LONGEST:
            message = tell("`{words}` is longer than a term: {n} signs at the most", words=shown(item.text), n=LONGEST)
            reading.report("SK016", message, item.span)
        else:
            yield " ".join(item.text.split())


def _blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip(" ~\xa0\t")
