"""Says each block of a slide in one language."""

from __future__ import annotations

from collections import Counter
from typing import assert_never

from msgspec.structs import replace

from slidekit.deck import model
from slidekit.deck.text import Pair
from slidekit.show import charts, figures
from slidekit.show.labels import colon, labels
from slidekit.show.pages import (
    Block,
    Bullets,
    Code,
    Column,
    Columns,
    Diagram,
    Image,
    Item,
    Line,
    Math,
    Paragraphs,
    Quote,
    Subtitle,
    Takeaway,
    Terminal,
)
from slidekit.show.terminal import transcript
from slidekit.show.voice import Voice
from slidekit.source.span import Span

_KEYS: dict[type, str] = {
    model.Subtitle: "subtitle",
    model.Paragraphs: "text",
    model.Quote: "quote",
    model.Code: "code",
    model.Terminal: "terminal",
    model.Diagram: "diagram",
    model.Table: "table",
    model.Chart: "chart",
    model.Image: "image",
    model.Qr: "qr",
    model.Math: "math",
    model.Columns: "columns",
    model.Takeaway: "takeaway",
}
_ARROW = "→ "


def blocks(written: tuple[model.Block, ...], voice: Voice, path: str) -> tuple[Block, ...]:
    """Each block in this language, in its order, with its place in the deck.

    A kind that comes twice can only stand under `body:`, so its place is told as `body.2.bullets`;
    subtitles and takeaways, which seldom do, are not counted.
    """
    if len(written) == 1:
        return (_block(written[0], voice, f"{path}.{_key(written[0])}"),)
    kinds = Counter([_key(block) for block in written])
    said: list[Block] = []
    number = 0
    for block in written:
        key = _key(block)
        if kinds[key] > 1 or key not in ("subtitle", "takeaway"):
            number += 1
        said.append(_block(block, voice, f"{path}.body.{number}.{key}" if kinds[key] > 1 else f"{path}.{key}"))
    return tuple(said)


def _key(block: model.Block) -> str:
    """The key under which an author writes such a block."""
    if isinstance(block, model.Bullets):
        return "numbered" if block.numbered else "bullets"
    return _KEYS[type(block)]


def _block(block: model.Block, voice: Voice, path: str) -> Block:
    match block:
        case model.Bullets():
            items: list[Item] = []
            _items(block.items, voice, path, items, 0, block.numbered)
            return Bullets(tuple(items), block.build)
        case model.Paragraphs():
            return Paragraphs(voice.lines(block.text, path))
        case model.Table():
            return figures.table(block, voice, path)
        case model.Quote():
            return Quote(voice.lines(block.text, path), voice.optional(block.by, f"{path}.by"))
        case model.Subtitle():
            return Subtitle(voice.line(block.text, path))
        case model.Takeaway():
            return Takeaway(voice.line(block.text, path))
        case model.Chart():
            return charts.chart(block, voice, path)
        case model.Qr():
            return _code(block, voice, path)
        case model.Columns():
            return Columns(
                tuple(
                    [
                        Column(
                            voice.optional(column.title, f"{path}.{number}.title"),
                            blocks(column.blocks, voice, f"{path}.{number}"),
                        )
                        for number, column in enumerate(block.columns, 1)
                    ]
                )
            )
        case model.Code() | model.Terminal() | model.Diagram() | model.Image():
            return _verbatim(block, voice, path)
        case model.Math():
            return _math(block, voice, path)
    assert_never(block)


def _math(block: model.Math, voice: Voice, path: str) -> Math:
    """A formula; where the author has no words for it, ours."""
    from slidekit.show.math import spoken

    latex = voice.verbatim(block.latex).strip()
    alt = voice.plain(block.alt) if block.alt else spoken(latex, voice.locale)
    caption = voice.optional(block.caption, f"{path}.caption")
    return Math(latex, alt, voice.locale, caption, _span(block.latex, voice), path)


def _verbatim(
    block: model.Code | model.Terminal | model.Diagram | model.Image, voice: Voice, path: str
) -> Code | Terminal | Diagram | Image:
    """A block whose matter is taken letter for letter: no variables, no markup."""
    caption = voice.optional(block.caption, f"{path}.caption")
    match block:
        case model.Code(source, syntax, highlight):
            return Code(voice.verbatim(source), syntax, highlight, voice.locale, caption, _span(source, voice), path)
        case model.Terminal(source):
            lines = transcript(voice.verbatim(source))
            return Terminal(lines, voice.locale, caption, _span(source, voice), path)
        case model.Diagram(source, alt):
            return Diagram(voice.verbatim(source), _alt(alt, voice), voice.locale, caption, _span(source, voice), path)
        case model.Image(where, alt):
            return Image(
                voice.verbatim(where).strip(),
                _alt(alt, voice),
                voice.locale,
                caption,
                _span(where, voice),
                path,
                cover=block.fit == "cover" or (block.fit is None and block.focus is not None),
                focus=block.focus or (0.5, 0.5),
            )
    assert_never(block)


def _code(block: model.Qr, voice: Voice, path: str) -> Image:
    """A QR code: a picture that slidekit draws, called by its address where the author has no words for it."""
    link = web_address(block.link, voice)
    alt = voice.plain(block.alt) if block.alt else f"{labels(voice.locale).qr_code}{colon(voice.locale)}{shown(link)}"
    caption = voice.optional(block.caption, f"{path}.caption")
    return Image(f"qr:{link}", alt, voice.locale, caption, _span(block.link, voice), path, qr=link)


def web_address(pair: Pair, voice: Voice) -> str:
    """The address of a page on the web, or nothing where it is none."""
    link = voice.address(pair) or ""
    return link if link.lower().startswith(("https://", "http://")) else ""


def shown(link: str) -> str:
    """An address as people write it on paper."""
    return link.split("://")[-1].removeprefix("www.").rstrip("/")


def _span(pair: Pair, voice: Voice) -> Span:
    side = pair.side(voice.lang, voice.locale)
    return side.span if side else pair.span


def _alt(alt: Pair | None, voice: Voice) -> str:
    """The author's description; in a draft, never nothing."""
    return voice.plain(alt) if alt else voice.absent()


def _items(
    written: tuple[model.Item, ...], voice: Voice, path: str, said: list[Item], level: int, numbered: bool
) -> None:
    """Append the points of a list and, one level deeper, those under each."""
    for number, item in enumerate(written, 1):
        place = f"{path}.{number}"
        line = voice.line(item.text, place)
        if line.runs and line.runs[0].text.startswith(_ARROW) and not line.runs[0].math:
            said.append(Item(_without_arrow(line), level, "arrow"))
        elif numbered:
            said.append(Item(line, level, "number", number))
        else:
            said.append(Item(line, level, "bullet"))
        if item.children:
            key = "numbered" if item.numbered else "bullets"
            _items(item.children, voice, f"{place}.{key}", said, level + 1, item.numbered)


def _without_arrow(line: Line) -> Line:
    first = line.runs[0]
    rest = first.text.removeprefix(_ARROW).lstrip(" ")
    return replace(line, runs=(*([replace(first, text=rest)] if rest else []), *line.runs[1:]))
