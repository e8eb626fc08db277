"""The spaces and signs of each place, as one table: what `check` asks for, and what it lets pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.source.wording import Words

NO_BREAK, NARROW, THIN = "\u00a0", "\u202f", "\u2009"
SPACES = frozenset(" \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
"""White space within a line, as Unicode has it; a text may bring any of it along from another program."""
STUCK = frozenset((NO_BREAK, NARROW, "\u2007"))
"""Those at which no line ends (Unicode Standard Annex 14, class GL)."""


class Convention(Struct, frozen=True, gc=False):
    """How a place types.

    Of a space, the first form is the one to type; any other is right there, too. An empty string
    means that nothing stands there.
    """

    colon: tuple[str, ...]
    """Before `:`."""
    tall: tuple[str, ...]
    """Before `;`, `!` and `?`."""
    percent: tuple[str, ...]
    """Before `%` and `‰`."""
    unit: tuple[str, ...]
    """Between a figure and its unit or its currency."""
    quotes: tuple[str, str]
    """The marks around a quotation."""
    inside: tuple[str, ...]
    """Between these marks and the words."""
    decimal: str
    group: tuple[str, ...]
    """Between groups of three figures."""
    after: bool
    """Whether the sign of a currency follows its amount."""
    apart: bool = False
    """Whether the hour must be typed with spaces: `14 h 30`."""


_NONE, _STUCK, _PARTS = ("",), (NO_BREAK, NARROW), (NO_BREAK, NARROW, THIN)
_FRENCH, _ENGLISH = ("«", "»"), ("“", "”")

TABLE = {
    # Translation Bureau, Clefs du français pratique, "signes de ponctuation et espaces"; OQLF, Vitrine linguistique,
    # "Espacement avant et après les signes de ponctuation et les symboles" (no. 22039); Justice Canada, Guide fédéral
    # de jurilinguistique législative française, no. 66 (amounts, decimals and thousands).
    "fr-CA": Convention((NO_BREAK,), _NONE, _STUCK, _STUCK, _FRENCH, (NO_BREAK,), ",", _PARTS, True, True),
    # Lexique des règles typographiques en usage à l'Imprimerie nationale, on punctuation and on numbers; CLDR 47, fr.
    "fr-FR": Convention((NO_BREAK,), (NARROW,), _STUCK, _STUCK, _FRENCH, _STUCK, ",", _PARTS, True),
    # Guide du typographe (Lausanne), 6th ed.: a thin space before the four signs, quotation marks closed up; where
    # no thin space is to be had the signs are closed up too, as the Confederation and the newspapers do. Lionbridge,
    # "Standards and Guidelines for Swiss French": `3%`, 10 000; CLDR 47, fr-CH; 1'250 in tables.
    "fr-CH": Convention(
        (NARROW, NO_BREAK, ""), (NARROW, NO_BREAK, ""), ("", *_STUCK), _STUCK, _FRENCH, ("", NARROW, NO_BREAK), ",",
        (*_PARTS, "'", "’"), True,
    ),
    # As in France (Grevisse and Goosse, Le bon usage, on punctuation); CLDR 47, fr-BE; points still part thousands.
    "fr-BE": Convention(
        (NO_BREAK, NARROW), (NARROW, NO_BREAK), _STUCK, _STUCK, _FRENCH, _STUCK, ",", (*_PARTS, "."), True,
    ),
    # Interinstitutional Style Guide of the European Union, 6.4, table of spaces: `xx: xx`, `xx; xx`, `«xx»`, `00 %`;
    # 6.5 (10 000 in all languages but with a comma in English texts) and 7.3.3 (the euro).
    "fr-EU": Convention(_NONE, _NONE, _STUCK, _STUCK, _FRENCH, _NONE, ",", _PARTS, True),
    "en-EU": Convention(_NONE, _NONE, ("", *_STUCK), _STUCK, _ENGLISH, _NONE, ".", (",", *_PARTS), False),
    # The Canadian Style, chapter 7 (punctuation is closed up), 1.23 (`15 kg`) and 5.09, note 2: commas and spaces
    # both part thousands.
    "en-CA": Convention(_NONE, _NONE, _NONE, _STUCK, _ENGLISH, _NONE, ".", (",", *_PARTS), False),
    # The Chicago Manual of Style, 18th ed., chapters 6 (punctuation) and 9 (numbers); NIST SP 811, 7.2 (units).
    "en-US": Convention(_NONE, _NONE, _NONE, _STUCK, _ENGLISH, _NONE, ".", (",",), False),
    # New Hart's Rules, 2nd ed., chapters 4 and 11; GOV.UK style guide: `50%`, 9,000.
    "en-GB": Convention(_NONE, _NONE, _NONE, _STUCK, _ENGLISH, _NONE, ".", (",",), False),
}  # fmt: skip
"""By locale; `EU` stands for the style of the European Union's institutions."""


def convention(locale: str, typography: str = "locale") -> Convention:
    """How texts of a locale are typed, in a deck that may have chosen the European Union's style."""
    lang = locale[:2]
    return TABLE[f"{lang}-EU"] if typography == "eu" else TABLE.get(locale) or TABLE[f"{lang}-CA"]


def called(space: str) -> Words:
    """A space by its name."""
    if space == NARROW:
        return tell("a narrow no-break space (U+202F)")
    return tell("a no-break space (U+00A0)")
