"""Completion: what may stand where the author types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from lsprotocol import types
from msgspec import Struct
from msgspec.structs import replace

from slidekit.deck.keys import VALUES
from slidekit.editor import comments, grammar, snippets, values
from slidekit.editor.context import ITEM, Place, bare, place
from slidekit.editor.markup import literal, page
from slidekit.editor.offers import Offer
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.editor.client import Client
    from slidekit.editor.document import Document

MOST = 300
"""Completions in one answer; more are asked for again when a sign more is typed."""


def complete(
    document: Document, position: types.Position, client: Client, sign: str | None = None
) -> types.CompletionList:
    """What may stand at a place; `sign` is the one that was typed, where that asked for it."""
    lines = document.lines.lines
    line, column = document.lines.place(position)
    here = place(lines, line, column)
    asked = Asked(document, here, client, column, sign or "")
    items: list[types.CompletionItem] = []
    more = False
    for offer in _offers(asked) if document.is_deck or _may_become(here) else ():
        if len(items) == MOST:
            more = True
            break
        items.append(asked.item(offer, len(items)))
    return types.CompletionList(is_incomplete=more, items=items)


def _offers(asked: Asked) -> Iterable[Offer]:
    match asked.place.what:
        case "comment":
            return comments.offers(asked.document, asked.place, asked.client)
        case "key":
            return _keys(asked)
        case "item":
            return _items(asked, asked.place.path)
        case "value":
            return _values(asked)
        case "nothing":
            return ()


def _may_become(here: Place) -> bool:
    """Whether a text that is no deck yet may be one: other YAML of a project is left alone."""
    own = {one.name for one in grammar.offered(())}
    return here.what == "key" and not here.path and own >= {*here.keys} and " " not in here.text


class Asked(Struct, frozen=True, gc=False):
    """A request for completions."""

    document: Document
    place: Place
    client: Client
    column: int
    sign: str

    @property
    def first(self) -> Literal["en", "fr"]:
        """The language that the author writes first."""
        deck = self.document.state.deck
        return "fr" if deck is not None and deck.languages[0].startswith("fr") else "en"

    def style(self, key: str) -> snippets.Style:
        """How the author types the pair of a key."""
        return snippets.style_of(self.document.lines.lines, self.place.line, key, self.first)

    def item(self, offer: Offer, rank: int) -> types.CompletionItem:
        """An offer as the editor takes it, in the order in which it was made."""
        here, client = self.place, self.client
        start, end = offer.start or here.start, offer.end or max(here.end, self.column)
        lead = "" if not here.glued or offer.start else " "
        template = offer.template is not None
        if offer.template is not None and client.snippets:
            text = lead + snippets.snippet(offer.template, self._indent(start + len(lead)))
        elif offer.template is not None:
            text = lead + snippets.plainly(offer.template)
        else:
            text = lead + offer.text
        lines = self.document.lines
        edit = types.TextEdit(
            types.Range(lines.position(here.line, start), lines.position(here.line, max(end, start))), text
        )
        snippet = template and client.snippets
        return types.CompletionItem(
            offer.label,
            kind=offer.kind,
            detail=offer.detail or None,
            documentation=self._page(offer.doc),
            sort_text=f"{rank:04}",
            filter_text=lead + offer.filter if offer.filter or lead else None,
            insert_text_format=types.InsertTextFormat.Snippet if snippet else types.InsertTextFormat.PlainText,
            insert_text_mode=types.InsertTextMode.AdjustIndentation if client.adjusts and "\n" in text else None,
            text_edit=edit,
            deprecated=None,
        )

    def _indent(self, column: int) -> int:
        """How much further in than its line's own spaces a snippet begins: the editor adds those by itself."""
        text = bare(self.document.lines.lines[self.place.line - 1])
        return max(column - 1 - (len(text) - len(text.lstrip(" \t"))), 0) if text.strip() else 0

    def _page(self, doc: str) -> types.MarkupContent | None:
        if not doc:
            return None
        kind = types.MarkupKind.Markdown if self.client.docs_markdown else types.MarkupKind.PlainText
        return types.MarkupContent(kind, page(doc, self.client.docs_markdown))


def _keys(asked: Asked) -> Iterator[Offer]:
    """The keys that may still be added, and what else may stand in an item that is empty yet."""
    here = asked.place
    if not here.path and "slidekit" not in here.keys:
        yield from _deck(asked)
    if here.fresh and not here.colon:
        yield from values.words(asked.document, here, asked.client)
        if "list" in grammar.takes(here.path):
            yield from _items(asked, here.path)
    pairs = {one.name for one in grammar.offered(here.path)} >= {"en", "fr"}
    sides = {name for name in here.keys if name in ("en", "fr", "both")}
    if pairs and not sides and not here.colon and not here.keys:
        yield _pair(asked)
    for one in grammar.fitting(here.path, tuple(here.keys)):
        yield _key(asked, one)
    if here.path == ("vars",) and not here.colon:
        yield from _new_variables(asked)
    if here.path == ("slides", ITEM) and here.keys and not here.flow and not here.colon:
        yield from _next_slide(asked)


def _new_variables(asked: Asked) -> Iterator[Offer]:
    """A variable of each kind, its name to be chosen."""
    name, client = asked.client.say(tell("name")), asked.client
    variable = types.CompletionItemKind.Variable
    for one in grammar.offered(("vars", name)):
        if one.name in VALUES:
            template = f"§({name}): {{{one.name}: §}}"
            shown = f"{name}: {{{one.name}: …}}"
            yield Offer(
                shown, template=template, kind=variable, doc=client.page(one.doc), filter=asked.place.text or name
            )
    style = asked.style("vars")
    pair = f"{{{style.first}: §, {style.second}: §}}"
    doc = client.say(tell("A text in both languages."))
    shown = f"{name}: {pair.replace('§', '…')}"
    yield Offer(shown, template=f"§({name}): {pair}", kind=variable, doc=doc, filter=asked.place.text or name)


def _next_slide(asked: Asked) -> Iterator[Offer]:
    """A slide below the one that was just ended, where the editor still stands at the depth of its keys."""
    here, lines = asked.place, asked.document.lines.lines
    if bare(lines[here.line - 1])[: here.start - 1].strip():
        return
    for number in range(here.line - 1, max(here.line - snippets.REACH, 0), -1):
        head = lines[number - 1][: here.column - 1]
        if head.strip() == "-":
            dash = head.index("-") + 1
            yield from [replace(one, start=dash, end=here.end) for one in _items(asked, ("slides",))]
            return


def _deck(asked: Asked) -> Iterator[Offer]:
    if asked.place.keys or (asked.place.line > 1 and any(map(str.strip, asked.document.lines.lines[:-1]))):
        return
    say = asked.client.say
    style = snippets.Style(False, asked.client.lang)
    yield Offer(
        say(tell("new deck")),
        template=snippets.expanded(snippets.DECK, style),
        kind=types.CompletionItemKind.File,
        doc=say(tell("A talk in both languages with its first slide.")),
        filter="slidekit deck",
    )


def _pair(asked: Asked) -> Offer:
    """Both sides of a text at once."""
    here = asked.place
    style = asked.style(here.path[-1] if here.path else "")
    first, second = style.first, style.second
    rows = any(one.name == "en" and one.kinds == ("list",) for one in grammar.offered(here.path))
    hole = "[§]" if rows else "§"
    if here.flow:
        template = f"{first}: {hole}, {second}: {hole}"
    elif here.path[-1:] == (ITEM,) and style.flow and not rows:
        template = f"{{{first}: §, {second}: §}}"
    else:
        template = f"{first}: {hole}\n{second}: {hole}"
    doc = asked.client.say(tell("A text in both languages."))
    return Offer(f"{first} / {second}", template=template, doc=doc, filter=first, kind=types.CompletionItemKind.Struct)


def _key(asked: Asked, one: grammar.Offered) -> Offer:
    here, client = asked.place, asked.client
    doc = client.page(one.doc)
    twin = here.keys.get("fr" if one.name.startswith("en") else "en")
    if one.name in ("en", "fr") and twin is not None and twin.value:
        doc = f"{doc}\n\n{literal(twin.value, client.docs_markdown)}"
    kind = types.CompletionItemKind.Class if grammar.is_block(one.name) else types.CompletionItemKind.Property
    detail = client.say(tell("must be there")) if one.needed else ""
    if here.colon:
        return Offer(one.name, text=one.name, doc=doc, kind=kind, detail=detail)
    template = snippets.body(one, asked.style(one.name), here.flow)
    return Offer(one.name, template=template, doc=doc, kind=kind, detail=detail, filter=one.name)


def _items(asked: Asked, path: tuple[str, ...]) -> Iterator[Offer]:
    """The next item of a list, its dash included."""
    say = asked.client.say
    if path == ("slides",):
        names = {
            "slide": tell("new slide"),
            "section": tell("new section"),
            "picture": tell("new slide with a picture"),
            "table": tell("new slide with a table"),
            "quote": tell("new slide with a quote"),
            "columns": tell("new slide with two columns"),
        }
        for name, label in names.items():
            whole = snippets.expanded(snippets.SLIDES[name], asked.style("title"))
            kind = types.CompletionItemKind.Module
            yield Offer(say(label), template=whole, kind=kind, filter=f"- {name} {say(label)}", doc=_sample(whole))
        return
    last = path[-1] if path else ""
    template = snippets.expanded(snippets.ITEMS.get(last, "- §"), asked.style(last))
    first = template.split("\n")[0].replace("§", "…")
    yield Offer(first, template=template, kind=types.CompletionItemKind.Struct, filter="- ")


def _sample(template: str) -> str:
    return "```yaml\n" + template.replace("§", "…") + "\n```"


def _values(asked: Asked) -> Iterator[Offer]:
    """What may stand beside a key: words, files, variables, terms; for an empty text its two sides."""
    here = asked.place
    yield from values.words(asked.document, here, asked.client)
    yield from values.inside(asked.document, here, asked.client, asked.sign)
    if here.text.strip() or here.style or here.glued:
        return
    key = grammar.key(here.path)
    cell = here.flow and here.path[-1:] == (ITEM,) and "en" in {one.name for one in grammar.offered(here.path)}
    if cell or (key is not None and {"prose", "neutral"} & {*key.kinds}):
        yield from _sides(asked)


def _sides(asked: Asked) -> Iterator[Offer]:
    """A text in both languages, on the line of its key."""
    style, say, kind = asked.style(asked.place.path[-1]), asked.client.say, types.CompletionItemKind.Struct
    pair = f"{style.first}: §, {style.second}: §"
    doc = say(tell("A text in both languages."))
    yield Offer("{" + pair.replace("§", "…") + "}", template="{" + pair + "}", doc=doc, kind=kind, filter="{")
    doc = say(tell("The same words in both languages."))
    yield Offer("{both: …}", template="{both: §}", doc=doc, kind=kind, filter="{")
