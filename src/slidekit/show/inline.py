"""Reads CommonMark's inline markup, and nothing else of Markdown, into runs.

Formulas between dollars are found first (see `dollars.py`). Emphasis, strong, strike, code spans,
links and backslash escapes mean what CommonMark 0.31.2 (chapter 6) and GitHub's `~~` say. A deck is
not a web page, so everything that CommonMark passes through to HTML stays as it was typed: tags
(`<b>`), entities (`&amp;`, so that `R&D` and `&copy;` are safe to type) and pictures. A newline is a
line break.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from slidekit.deck import variables
from slidekit.deck.reading import NAME
from slidekit.show.pages import Run

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKUP = re.compile(
    r"\*[^*]*\*|_[^_]*_|~~|`[^`]*`|\]\(|\\[!-/:-@\[-`{-~\n]|<[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+[:@][^<>\s]*>"
)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_JUMP = re.compile(f"#{NAME.pattern}")
_CLEAN = re.compile(r"(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
_HOLDER = re.compile("[\udc00-\udfff]")
_FIRST_HOLDER, _HOLDERS = 0xDC00, 0x400
_FORMULA = re.compile("([\ud800-\udbff])")
_FIRST_FORMULA, _FORMULAS = 0xD800, 0x400


class Look(NamedTuple):
    """How the words of a run look, in the order of `Run`'s fields."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    link: str | None = None


def has_markup(source: str) -> bool:
    """Whether a text holds anything that CommonMark could read as inline markup."""
    return (
        "*" in source or "_" in source or "`" in source or "](" in source or "\\" in source or "<" in source
        or "~~" in source
    ) and _MARKUP.search(source) is not None  # fmt: skip


def runs(source: str, locale: str, value: Callable[[str], str | None] | None = None) -> tuple[Run, ...]:
    """The words of a text, alike ones together.

    `value` gives the words of a variable in this locale; its signs are never read as markup.
    Only `http`, `https` and `mailto` addresses and `#id` become links: of any other the words are kept.
    """
    if "$" in source and source.count("$") > 1 and not _FORMULA.search(source):  # the second time round it is found
        source, latex = _formulas(source)
        if latex:
            return _with_formulas(runs(source, locale, value), latex)
    if not has_markup(source):
        words = variables.fill(source, value) if value else source
        if "\n" not in words:
            return (Run(words, locale),) if words else ()
        return _joined([(words, Look())], locale)
    held: list[str] = []
    if value and "${" in source:
        source = variables.fill(source, lambda name: _hold(value(name), held))
    pieces = [(_release(words, held), look) for words, look in _pieces(source, held)]
    return _joined(pieces, locale)


def _formulas(source: str) -> tuple[str, list[str]]:
    """The text with a stand-in for each formula, which CommonMark takes for a letter; and their LaTeX."""
    from slidekit.show.dollars import formulas

    parts: list[str] = []
    latex: list[str] = []
    at = 0
    for start, end in formulas(source):
        if len(latex) == _FORMULAS:
            break
        parts += [source[at:start], chr(_FIRST_FORMULA + len(latex))]
        latex.append(source[start + 1 : end - 1])
        at = end
    return "".join([*parts, source[at:]]), latex


def _with_formulas(said: tuple[Run, ...], latex: list[str]) -> tuple[Run, ...]:
    """The runs with each formula in its place, a run of its own."""
    from slidekit.show import math

    made: list[Run] = []
    for run in said:
        for piece in _FORMULA.split(run.text):
            if piece and _FORMULA.match(piece):
                formula = latex[ord(piece) - _FIRST_FORMULA]
                made.append(replace(run, text=math.linear(formula) or formula, math=formula))
            elif piece:
                made.append(replace(run, text=piece))
    return tuple(made)


def plain(source: str, value: Callable[[str], str | None] | None = None) -> str:
    """The words of a text without its markup."""
    return "".join([run.text for run in runs(source, "", value)])


def _hold(words: str | None, held: list[str]) -> str | None:
    """A stand-in that no decoded text can hold, and that CommonMark takes for a letter."""
    if words is None:
        return None
    if words not in held:
        if len(held) == _HOLDERS:
            return words
        held.append(words)
    return chr(_FIRST_HOLDER + held.index(words))


def _release(words: str, held: list[str]) -> str:
    """The words with each stand-in replaced by what it stands for."""
    if not held:
        return words
    return _HOLDER.sub(lambda found: held[ord(found[0]) - _FIRST_HOLDER], words)


@cache
def _reader() -> MarkdownIt:
    """markdown-it with the rules above; addresses are left alone, for `address` to judge."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero").enable(["escape", "backticks", "strikethrough", "emphasis", "link", "autolink"])
    reader.enable("newline")
    for name, rule in {
        "validateLink": lambda _address: True,
        "normalizeLink": lambda address: address,
        "normalizeLinkText": lambda address: address,
    }.items():
        setattr(reader, name, rule)
    return reader


def _pieces(source: str, held: list[str]) -> list[tuple[str, Look]]:
    """The text's words with how each stretch looks; stand-ins are still in the words."""
    tokens: list[Token] = []
    reader = _reader()
    reader.inline.parse(source, reader, {}, tokens)
    pieces: list[tuple[str, Look]] = []
    depth = {"strong": 0, "em": 0, "s": 0}
    link: str | None = None
    for token in tokens:
        words, code = token.content, token.type == "code_inline"
        match token.type.removesuffix("_open").removesuffix("_close"):
            case "strong" | "em" | "s" as kind:
                depth[kind] += token.nesting
            case "link":
                if token.nesting > 0:
                    link = address(_release(str(token.attrs["href"]), held))
                if token.info == "auto" and link is None:
                    words = "<" if token.nesting > 0 else ">"  # an odd scheme: not an address after all
                if token.nesting < 0:
                    link = None
            case "softbreak" | "hardbreak":
                words = "\n"
        if words:
            look = Look(depth["strong"] > 0, depth["em"] > 0, depth["s"] > 0, code, link)
            pieces.append((words, look))
    return pieces


def address(typed: str) -> str | None:
    """The address in the form that a file may hold, or `None` where a deck may not lead there."""
    if not _ADDRESS.match(typed):
        return typed if _JUMP.fullmatch(typed) else None
    if _CLEAN.fullmatch(typed):
        return typed
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(typed)


def _joined(pieces: list[tuple[str, Look]], locale: str) -> tuple[Run, ...]:
    """Runs of the pieces: neighbours that look alike are one, each line break is one of its own."""
    made: list[Run] = []
    words, look = "", Look()
    for piece, its_look in pieces:
        if its_look != look:
            _add(made, words, look, locale)
            words, look = "", its_look
        words += piece
    _add(made, words, look, locale)
    return tuple(made)


def _add(made: list[Run], words: str, look: Look, locale: str) -> None:
    """Append the runs of words that look alike."""
    lines = words.split("\n")
    for number, line in enumerate(lines):
        if number:
            made.append(Run("\n", locale))
            line = line.lstrip(" \t")
        if number < len(lines) - 1:
            line = line.rstrip(" \t")
        if line:
            made.append(Run(line, locale, *look))
