"""A bracket or a quotation mark is opened and never closed, or closed and never opened.

One half of a pair is what a hasty edit leaves behind, and nobody sees it before it stands on the wall. Each
side is looked at by itself, since a good translation may need other brackets than the original. Counters
(`a)`, `1)`), smileys, inches (`5"`), intervals (`[0, 1[`) and quotations that begin every paragraph with a mark
of their own are no mistakes.

Bad:
    - title: {en: "Costs (in dollars)", fr: "Coûts (en dollars"}

Bad:
    - title: {en: "What “fast” means", fr: "Ce que veut dire «{U+00A0}vite"}

Good:
    - title: {en: "Costs (in dollars)", fr: "Coûts (en dollars)"}
      bullets:
        - en: "a) the “fast” path"
          fr: "a) la voie «{U+00A0}rapide{U+00A0}»"

Source: Le guide du rédacteur, 6.9 and 7.2; The Canadian Style, 7.24 and 8.02: both marks of a pair are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from slidekit.rules.base import Checked
from slidekit.rules.prose import NOTHING, Prose
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK206"
NAME = "unpaired-marks"
SEVERITY = Severity.WARNING
CLOSES = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“"}
OPENS = frozenset(CLOSES.values())
LONGEST = 100_000
"""Characters of a text that is looked through."""
MARKS = re.compile(r'[()\[\]{}«»“”"]')


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Sides with half of a pair; the first half of each."""
    for side in checked.prose:
        if not MARKS.search(side.text.source):
            continue
        found = unpaired(_with_links(side))
        if found is None:
            continue
        at, mark = found
        message = (
            tell("`{mark}` closes nothing", mark=mark) if mark in CLOSES else tell("`{mark}` is not closed", mark=mark)
        )
        hint = tell("write both marks of the pair, or none")
        span = checked.place(side.text, at, at + 1)
        yield Diagnostic(CODE, message, span, hint, SEVERITY, side.lang, slide=side.told.slide)


def _with_links(side: Prose) -> str:
    """The words, with the brackets of links, which must close, too."""
    source, words = side.text.source, side.bare
    if "](" not in source:
        return words
    return "".join([sign if sign in "[]" and it == NOTHING else it for sign, it in zip(source, words, strict=True)])


def unpaired(words: str) -> tuple[int, str] | None:
    """The first bracket or quotation mark without its other half, and where it stands."""
    if len(words) > LONGEST or not any(map(str.isalnum, words)):
        return None  # a cell with a ditto mark
    if _first(words) is None:
        return None
    if "«" not in words:
        words = _crumb().sub(NOTHING, words)
    words = _harmless().sub(lambda found: NOTHING * len(found[0]), words)
    counters = _counter().findall(words)
    if len(counters) > 1 or any(before.strip() or not before for before, _ in counters):
        words = _counter().sub(lambda found: found[1] + NOTHING * len(found[2]), words)
    return _first(words)


def _first(words: str) -> tuple[int, str] | None:
    opened: list[tuple[int, str]] = []
    quotes: list[int] = []
    german = "„" in words
    for found in MARKS.finditer(words):
        at, mark = found.start(), found[0]
        if mark == '"':
            quotes.append(at)
        elif german and mark in "“”":
            continue
        elif mark in OPENS:
            if not (mark in "«“" and words[at - 1 : at] == "\n" and any(mark == one for _, one in opened)):
                opened.append((at, mark))  # a quotation of several paragraphs begins each with a mark
        elif opened and opened[-1][1] == CLOSES[mark]:
            opened.pop()
        elif any(one == CLOSES[mark] for _, one in opened):
            return opened[-1]
        else:
            return at, mark
    if opened and not _close_together(words, opened):
        return opened[0]
    return (quotes[-1], '"') if len(quotes) % 2 else None


def _close_together(words: str, opened: list[tuple[int, str]]) -> bool:
    """Whether a quotation in a quotation ends where the outer one does: then French writes one mark for both."""
    last = words.rstrip(" .!?\n\u00a0" + NOTHING)[-1:]
    return last == "»" and [mark for _, mark in opened] == ["«"] and words.count("«") > 1


@cache
def _crumb() -> re.Pattern[str]:
    """The sign between the pages of a path: `Home » Work » Tests`."""
    return re.compile(r"(?<=\w )»(?= [A-ZÀ-ÖØ-Þ\d])")


@cache
def _counter() -> re.Pattern[str]:
    """What stands before a counter, such as `a)`, `1)` or `iv)`, and the counter; alone, it needs more than a space."""
    return re.compile(
        r"""(^[ \t\u2060]* | [,;:(–—-][ \u00a0]* | (?<=\)) | [ ]
              | (?:step|étape|option|point|question|part|partie|phase|article|figure|table|tableau|section
                  |(?:sous-)?alinéa|(?:sub)?paragraph|paragraphe|clause|règle|rule)[ \u00a0])
            ((?:\d{1,3}(?:\.\d{1,3})?[a-z]? | [A-Za-z] | [ivxIVX]{1,5})(?:°|er|re|e|o)?\))(?=[\s\u00a0\u2060]|$)""",
        re.VERBOSE | re.MULTILINE | re.IGNORECASE,
    )


@cache
def _harmless() -> re.Pattern[str]:
    """Marks that stand alone rightly: smileys, inches and seconds, intervals."""
    return re.compile(
        r"""
          (?<![\w:;]) [:;=8xX] ['^-]? [()\[\]]+ (?!\w)
        | (?<=\d) [ ]? ["”]
        | [\[\](] [ ]* (?=[^\[\]()]*[\d∞]) [\d.,+−–∞a-z\u00a0 -]{1,20} [,;] [\d.,+−–∞a-z\u00a0 -]{1,20} [\[\])]
        """,
        re.VERBOSE,
    )
