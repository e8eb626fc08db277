"""Completion in comments: `# slidekit: ignore SK301 because …`, and the line that names the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItemKind

from slidekit.editor.offers import Offer
from slidekit.rules import pages
from slidekit.rules.catalog import FIRM, catalog
from slidekit.settings.comments import BROKEN, UNUSED
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.context import Place
    from slidekit.editor.document import Document
    from slidekit.source.diagnostic import Diagnostic

BELOW = 4
"""Lines below a comment in which what it may be about is looked for."""
_BEGUN = re.compile(r"^[ \t]*(?P<said>[\w:.-]{0,40})$")
_VERB = re.compile(r"^[ \t]*slidekit:[ \t]*(?P<said>[\w-]*)$")
_CODES = re.compile(r"^[ \t]*slidekit:[ \t]*ignore(?:-deck)?[ \t]+(?P<rest>[\w\s,;-]*)$")
_REASON = re.compile(r"\b(because|car|parce)\b", re.IGNORECASE)


@cache
def manual() -> Mapping[str, pages.Page]:
    """The pages of the rules by their codes, and by their names."""
    known = pages.pages()
    return {page.code: page for page in known} | {page.name: page for page in known}


def offers(document: Document, place: Place, client: Client) -> Iterator[Offer]:
    """What may be typed in a comment."""
    before = place.before
    if _REASON.search(before):
        return
    if found := _VERB.match(before):
        start = place.start + found.start("said")
        yield from _verbs(client, start)
    elif found := _CODES.match(before):
        said = found["rest"].rpartition(" ")[2].rpartition(",")[2]
        yield from _codes(document, place, client, place.start + len(before) - len(said))
        if re.search(r"SK\d+\s{1,9}$", before[-20:]):
            word = client.say(tell("because"))
            yield Offer(word, text=f"{word} ", kind=CompletionItemKind.Keyword, start=place.start + len(before))
    elif found := _BEGUN.match(before):
        yield from _whole(document, place, client, place.start + found.start("said"))


def _verbs(client: Client, start: int) -> Iterator[Offer]:
    here = client.say(tell("Leaves a finding out at the text beside or below the comment."))
    deck = client.say(tell("Leaves findings of a rule out in the whole deck."))
    for verb, doc in (("ignore", here), ("ignore-deck", deck)):
        yield Offer(verb, text=f"{verb} ", kind=CompletionItemKind.Keyword, doc=doc, start=start)


def _codes(document: Document, place: Place, client: Client, start: int) -> Iterator[Offer]:
    """Every rule that may be left out, those that find something here before the others."""
    found = [one.code for one in near(document, place.line)]
    rules = sorted(catalog().values(), key=lambda rule: (rule.code not in found, rule.code))
    for rule in rules:
        if rule.code in FIRM:
            continue
        yield Offer(
            rule.code,
            text=rule.code,
            kind=CompletionItemKind.EnumMember,
            detail=rule.name,
            doc=_summary(rule.code, client),
            filter=f"{rule.code} {rule.name}",
            start=start,
        )


def _whole(document: Document, place: Place, client: Client, start: int) -> Iterator[Offer]:
    """A whole comment; where something is found nearby, with its code."""
    say = client.say
    because = f"{say(tell('because'))} §({say(tell('reason'))})"
    codes = list(dict.fromkeys(one.code for one in near(document, place.line) if one.code not in FIRM))
    for code in codes:
        label = f"slidekit: ignore {code}"
        template = f"{label} {because}"
        yield Offer(label, template=template, kind=CompletionItemKind.Snippet, doc=_summary(code, client), start=start)
    if not codes:
        doc = say(tell("Leaves a finding out at the text beside or below the comment."))
        template = f"slidekit: ignore §(SK…) {because}"
        label = "slidekit: ignore …"
        yield Offer(label, template=template, kind=CompletionItemKind.Snippet, doc=doc, start=start)
    if place.line <= 2:
        schema = "yaml-language-server: $schema="
        doc = say(tell("Names the schema, for editors that know YAML but not slidekit."))
        yield Offer(schema, text=f"{schema}slidekit.schema.json", doc=doc, start=start)


def _summary(code: str, client: Client) -> str:
    return pages.translated(manual()[code], client.lang).summary


def near(document: Document, line: int) -> list[Diagnostic]:
    """The findings at a line and just below it, the nearest first."""
    found = [
        one
        for one in document.state.diagnostics
        if line <= one.span.line <= line + BELOW and one.code not in (BROKEN, UNUSED)
    ]
    return sorted(found, key=lambda one: one.span)
