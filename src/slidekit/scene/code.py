"""The coloured lines of listings, transcripts and fixed-pitch drawings."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, assert_never

from slidekit.scene.contrast import LARGE_TEXT, ratio
from slidekit.scene.theme import CodeColors, Theme
from slidekit.show import pages

TAB = 4
"""Columns a tab is worth in a listing."""

NARROW = str.maketrans({"⎿": "└", "⏺": "●"})
"""Signs that assistants print and few fonts have, and what is drawn in their place."""

KINDS = {
    "Keyword.Type": "type",
    "Keyword": "keyword",
    "Operator.Word": "keyword",
    "Literal.String": "string",
    "Literal.Number": "number",
    "Comment": "comment",
    "Name.Builtin": "type",
    "Name.Class": "name",
    "Name.Function": "name",
    "Name.Decorator": "name",
    "Name.Exception": "type",
    "Name.Tag": "keyword",
    "Name.Attribute": "name",
    "Name.Constant": "number",
    "Generic.Deleted": "number",
    "Generic.Inserted": "string",
    "Generic.Heading": "keyword",
}
"""Pygments' token types, the longest matching prefix first, and the theme's colour for each."""


class Ink(NamedTuple):
    """A stretch of one line in one colour; `ground` is a colour behind it, or nothing."""

    text: str
    color: str
    bold: bool = False
    italic: bool = False
    ground: str | None = None


Block = pages.Code | pages.Terminal | pages.Diagram


def lines(block: Block) -> tuple[str, ...]:
    """The lines as they are drawn, tabs expanded, without an empty last line."""
    match block:
        case pages.Code() | pages.Diagram():
            return tuple(block.source.translate(NARROW).expandtabs(TAB).rstrip().split("\n"))
        case pages.Terminal():
            return tuple([_terminal_text(line) for line in block.lines])
        case _:
            assert_never(block)


def paint(block: Block, theme: Theme) -> tuple[tuple[Ink, ...], ...]:
    """The lines of a block in the theme's colours; joined, they are what `lines` gives."""
    match block:
        case pages.Code():
            return _listing("\n".join(lines(block)), block.syntax, block.highlight, theme.code, theme.palette.ink)
        case pages.Terminal():
            return tuple([_transcript_line(line, theme) for line in block.lines])
        case pages.Diagram():
            return tuple([(Ink(line, theme.palette.ink),) if line else () for line in lines(block)])
        case _:
            assert_never(block)


def _terminal_text(line: pages.TerminalLine) -> str:
    sign = f"{line.sign} " if line.sign else ""
    return (sign + line.text).translate(NARROW).expandtabs(TAB).rstrip()


def _transcript_line(line: pages.TerminalLine, theme: Theme) -> tuple[Ink, ...]:
    colors = theme.terminal
    text = _terminal_text(line)
    match line.role:
        case "prompt":
            ink = Ink(text, colors.prompt, bold=True)
        case "reply" | "plain":
            ink = Ink(text, colors.reply)
        case "tool":
            ink = Ink(text, colors.tool)
        case "thought":
            ink = Ink(text, colors.thought, italic=True)
        case "stage":
            ink = Ink(text, colors.stage, italic=True)
        case _:
            assert_never(line.role)
    if not text:
        return ()
    if not line.sign or not text.startswith(line.sign.translate(NARROW)):
        return (ink,)
    width = len(line.sign)
    color = colors.sign if line.role in ("prompt", "stage") else mark(theme)
    return (Ink(text[:width], color, bold=True), ink._replace(text=text[width:]))


def mark(theme: Theme) -> str:
    """The colour of signs before replies, tools and thoughts: a template's third colour may not be seen at night."""
    third = theme.palette.third
    return third if ratio(third, theme.palette.night) >= LARGE_TEXT else theme.terminal.sign


@lru_cache(maxsize=2048)
def _listing(
    source: str, syntax: str | None, highlight: tuple[int, ...], colors: CodeColors, ink: str
) -> tuple[tuple[Ink, ...], ...]:
    """Highlight a listing once, whatever the number of languages."""
    found: list[list[Ink]] = [[]]
    for kind, text in _tokens(source, syntax):
        color = getattr(colors, kind) if kind else ink
        for index, part in enumerate(text.split("\n")):
            if index:
                found.append([])
            if part:
                found[-1].append(Ink(part, color, kind == "keyword", kind == "comment"))
    if highlight:
        found = [
            line if number in highlight else [_dim(one, colors) for one in line] for number, line in enumerate(found, 1)
        ]
    return tuple([tuple(line) for line in found])


def _dim(ink: Ink, colors: CodeColors) -> Ink:
    """What is not stressed steps back: the colour of comments, upright and light."""
    return Ink(ink.text, colors.comment)


def _tokens(source: str, syntax: str | None) -> list[tuple[str | None, str]]:
    """Pieces of a listing with their kind among `CodeColors`, or none; joined, they are the source."""
    if not syntax:
        return [(None, source)]
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(syntax, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return [(None, source)]
    return [(_kind(str(token)[len("Token.") :]), text) for token, text in lexer.get_tokens(source)]


@lru_cache(maxsize=256)
def _kind(token: str) -> str | None:
    while token:
        if token in KINDS:
            return KINDS[token]
        token = token.rpartition(".")[0]
    return None
