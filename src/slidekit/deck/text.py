"""The words of a deck, each with its place in the file and its twin in the other language."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from slidekit.source.span import Span

ValueKind = Literal["number", "percent", "currency", "date"]


class Text(Struct, frozen=True, gc=False):
    """One string in one language, exactly as the author typed it."""

    source: str
    span: Span


class Value(Struct, frozen=True, gc=False):
    """A number, a share, an amount or a date, written once and put in each locale's own form."""

    kind: ValueKind
    source: str
    """As typed: `1250.5`, `0.12`, `1250.5 CAD`, `2026-03-10`."""
    format: str | None
    """Dates: `short`, `medium`, `long`, `full` or a CLDR pattern; the others: a CLDR number pattern."""
    span: Span


_UNSEEN = {
    ord(sign): None
    for sign in "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u2060\u2061\u2062\u2063\u2064\u2800\u3164\ufe0e\ufe0f\ufeff\uffa0\ufffc"
}
"""Signs of no width (Unicode's Default_Ignorable_Code_Point, those met in texts) and blank letters."""


def is_blank(source: str) -> bool:
    """Whether a text shows nothing: empty, only spaces, or only signs of no width."""
    return not source or (not source[0].isalnum() and not source.translate(_UNSEEN).strip())


Side = Text | Value
"""What one language says: words, or a value that Babel puts into words."""


class Pair(Struct, frozen=True, gc=False):
    """A text in both languages.

    At most one of the three forms is filled in: `en` with `fr`, `both`, or `plain`. A side that
    is not there is `None`; one that is there but empty is a `Text` whose source is blank.
    A bare typed value (`{number: 1250.5}`) is a `Pair` whose `both` is that value.
    """

    span: Span
    """The whole pair, or the plain string."""
    key: str = ""
    """The key under which the pair stands (`title`, `bullets`…), for messages."""
    en: Side | None = None
    """What is said in English."""
    fr: Side | None = None
    """What is said in French."""
    both: Side | None = None
    """What is said in both languages, alike on purpose."""
    plain: Side | None = None
    """A string with no language, right for code, paths and names, an error for prose."""
    regional: tuple[tuple[str, Side], ...] = ()
    """Overrides by locale, such as `("fr-FR", Text(…))`; they win over `en` and `fr`."""

    def side(self, lang: str, locale: str = "") -> Side | None:
        """What is said in a language, a regional override winning over it; `None` where nothing is."""
        for name, text in self.regional:
            if name == locale:
                return text
        own = self.en if lang == "en" else self.fr
        return own or self.both or self.plain


class Row(Struct, frozen=True, gc=False):
    """Several texts at once: table cells, chart categories, a list written side by side.

    `counts` is (English, French) as typed; where they differ, the cells beyond the shorter side
    lack that side.
    """

    span: Span
    cells: tuple[Pair, ...]
    counts: tuple[int, int]
