"""Formulas: a tree of what LaTeX says, which layout measures and every writer draws in its own way.

The tree has MathML's own distinctions (rows, fractions, roots, scripts, fences, tables), without its
presentation: sizes and gaps are the business of PowerPoint, Typst and MathJax.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from msgspec import Struct

Style = Literal[
    "italic", "upright", "bold", "bold-italic", "double-struck", "script", "fraktur", "sans-serif", "monospace"
]
Mark = Literal["overline", "underline", "overbrace", "underbrace", "overrightarrow", "overleftarrow"]
Kind = Literal["letter", "number", "ordinary", "binary", "relation", "punctuation", "open", "close", "large"]


class Sign(Struct, frozen=True, gc=False):
    """One letter, number or operator."""

    text: str
    kind: Kind
    style: Style = "upright"


class Words(Struct, frozen=True, gc=False):
    """Words inside a formula (`\\text`), or the name of a function (`\\sin`)."""

    text: str
    name: bool = False
    """Whether it is a function's name: a thin gap parts it from what it is applied to."""
    style: Style = "upright"


class Space(Struct, frozen=True, gc=False):
    """Room that the author wants."""

    em: float
    """Negative for `\\!`."""


class Row(Struct, frozen=True, gc=False):
    """Things beside each other."""

    items: tuple[Node, ...]


class Fraction(Struct, frozen=True, gc=False):
    """One thing over another."""

    top: Node
    bottom: Node
    ruled: bool = True
    """False in `\\binom`, which has no line."""


class Root(Struct, frozen=True, gc=False):
    """A root, square where no index is given."""

    body: Node
    index: Node | None = None


class Scripts(Struct, frozen=True, gc=False):
    """Something with a subscript or a superscript."""

    base: Node
    below: Node | None = None
    above: Node | None = None
    limits: bool = False
    """Whether they stand under and over the base, as at a sum on a line of its own."""


class Accent(Struct, frozen=True, gc=False):
    """A mark over one thing: `\\hat`, `\\vec`, `\\dot`."""

    body: Node
    mark: str
    """The name of the command, without its backslash."""


class Bar(Struct, frozen=True, gc=False):
    """A line, brace or arrow as wide as what it stands over or under."""

    body: Node
    mark: Mark


class Fence(Struct, frozen=True, gc=False):
    """Brackets as high as what they hold; an empty one is not drawn."""

    left: str
    right: str
    body: Node


class Table(Struct, frozen=True, gc=False):
    """Rows of cells, all of the same length."""

    rows: tuple[tuple[Node, ...], ...]
    kind: Literal["matrix", "cases", "aligned", "gathered"]
    """`aligned` cells stand right and left of their `&` in turn."""


Node = Sign | Words | Space | Row | Fraction | Root | Scripts | Accent | Bar | Fence | Table


class Fault(Struct, frozen=True, gc=False):
    """Why LaTeX cannot be read."""

    message: str
    hint: str
    offset: int
    """Where in the formula, in code points."""
    length: int
    unknown: bool = False
    """Whether it is a command that slidekit does not know, rather than a broken formula."""
    command: str = ""
    """Its name, where another may be spelt like it."""


class Formula(Struct, frozen=True, gc=False):
    """What a formula says; where it cannot be read, its LaTeX as words, and why."""

    tree: Node
    fault: Fault | None = None


@lru_cache(maxsize=16384)
def read(latex: str, display: bool = False) -> Formula:
    """A formula's tree; `display` where it stands on a line of its own, and sums have limits above and below."""
    from slidekit.show.math_reader import parse
    from slidekit.show.math_tokens import Broken

    try:
        return Formula(parse(latex, display))
    except Broken as broken:
        return Formula(Words(" ".join(latex.split())[:200]), broken.fault)


def sign(command: str) -> str | None:
    """The one sign that a command such as `alpha` stands for, where it stands for one."""
    from slidekit.show.math_symbols import ACCENTS, FONTS, FUNCTIONS, STRUCTURES, TEXTS, named

    built = (ACCENTS, FONTS, FUNCTIONS, STRUCTURES, TEXTS)
    return None if any(command in names for names in built) else named(command)


@lru_cache(maxsize=16384)
def linear(latex: str) -> str:
    """A formula on one line, in Unicode: `E = mc²`. For outlines, file properties, and wherever there is only text."""
    from slidekit.show.math_words import in_line

    return in_line(read(latex).tree)


def spoken(latex: str, locale: str) -> str:
    """A formula in words, for those who do not see it: `E equals m c squared`."""
    from slidekit.show.math_words import in_words

    return in_words(read(latex, True).tree, locale)
