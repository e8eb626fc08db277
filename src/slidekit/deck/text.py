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


_UNSEEN = (
    (0x09, 0x0D), (0x1C, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029),
    (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000),
    (0xAD, 0xAD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFFC, 0xFFFC), (0xE0001, 0xE0001), (0xE0020, 0xE007F),
)  # fmt: skip
"""White space, then signs that are drawn as nothing, as first and last of each range.

Source: Unicode 16, PropList.txt (White_Space) and DerivedCoreProperties.txt (Default_Ignorable_Code_Point);
the blank braille pattern and the object replacement character are ours.
"""
BLANK = "".join(chr(code) for first, last in _UNSEEN for code in range(first, last + 1))
"""Signs that leave nothing to see."""


def is_blank(source: str) -> bool:
    """Whether a text shows nothing: empty, only spaces, or only signs of no width."""
    return not ("!" <= source[:1] <= "~" or source.strip(BLANK))  # most texts begin with a letter


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
