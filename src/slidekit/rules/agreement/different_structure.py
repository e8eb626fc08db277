r"""A text has more paragraphs or list items in one language than in the other.

Notes and running texts are translated paragraph by paragraph; one fewer in French is most often one that was
forgotten, and no other count shows it. Paragraphs are parted by a blank line, or stand on a line each where
every line is a sentence; list items begin with a dash, a bullet or a number. Lines that are only wrapped in
the file do not count. The points of `bullets:` and the cells of tables are SK103's.

Bad:
    - title: {en: Why, fr: Pourquoi}
      notes: {en: "Begin with the numbers.\n\nThen tell the story.", fr: Commencer par les chiffres et l’histoire.}

Bad:
    - notes:
        en: "Three things:\n- time\n- money\n- trust"
        fr: "Trois choses{U+00A0}:\n- le temps\n- l’argent"
      title: {en: Why, fr: Pourquoi}

Good:
    - notes:
        en: "Begin with the numbers.\n\nThen tell the story."
        fr: "Commencer par les chiffres.\n\nPuis raconter l’histoire."
      title: {en: Why, fr: Pourquoi}

Source: Official Languages Act (R.S.C. 1985, c. 31 (4th Supp.)), s. 13: neither version may lack a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, tell

CODE = "SK208"
NAME = "different-structure"
SEVERITY = Severity.WARNING
ENDS = frozenset('.?!:;…»”)"')


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts of several lines whose two sides are built differently."""
    for twins in checked.twins:
        english, french = twins.en.text.source, twins.fr.text.source
        if "\n" not in english and "\n" not in french:
            continue
        said = _difference(english, french)
        if said is not None:
            message, fewer = said
            side = twins.en if fewer == "en" else twins.fr
            hint = tell("part both texts at the same places, or add what is missing")
            yield Diagnostic(CODE, message, side.text.span, hint, SEVERITY, fewer, slide=twins.told.slide)


def _difference(english: str, french: str) -> tuple[Words, str] | None:
    """What differs, and the language that has fewer of it."""
    items, items_fr = _items(english), _items(french)
    if _is_talk(items, items_fr):
        return None
    if len(items) != len(items_fr) and max(len(items), len(items_fr)) > 1:
        said = tell(
            "items of lists: {english} in the English, {french} in the French", english=len(items), french=len(items_fr)
        )
        return said, "en" if len(items) < len(items_fr) else "fr"
    paragraphs, paragraphs_fr = _paragraphs(english), _paragraphs(french)
    count, count_fr = len(paragraphs), len(paragraphs_fr)
    lines, lines_fr = _lines(english), _lines(french)
    if count == count_fr == 1 and _are_whole(lines) and _are_whole(lines_fr):
        count, count_fr = len(lines), len(lines_fr)
    if count == count_fr or (1 in (count, count_fr) and len(lines) == len(lines_fr)):
        return None  # one side parts by a blank line what the other parts by a new line
    said = tell("paragraphs: {english} in the English, {french} in the French", english=count, french=count_fr)
    return said, "en" if count < count_fr else "fr"


def _items(words: str) -> list[str]:
    """The signs that items of a list begin with."""
    found: list[str] = _item().findall(words)
    return found


def _is_talk(items: list[str], items_fr: list[str]) -> bool:
    """Whether French dashes lead what people say to each other, where English has quotation marks."""
    return not items and len(items_fr) > 0 and {sign.strip() for sign in items_fr} <= {"—", "–"}


def _paragraphs(words: str) -> list[str]:
    """What blank lines part, without the items of lists: some writers set those apart, too."""
    return [part for part in _gap().split(words) if part.strip() and not _item().match(part)]


def _lines(words: str) -> list[str]:
    return [line.rstrip() for line in words.split("\n") if line.strip()]


def _are_whole(lines: list[str]) -> bool:
    """Whether there are several lines, and every one a sentence, not a line that an editor wrapped."""
    return len(lines) > 1 and all(line[-1] in ENDS for line in lines)


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"\n[ \t\u00a0\r]*\n\s*")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(r"^[ \t]*(?:[-–—•*‣▪◦·→]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[ \t\u00a0]+(?=\S)", re.MULTILINE)
