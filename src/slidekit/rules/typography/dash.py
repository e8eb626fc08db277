"""A dash is typed as two hyphens, or as one between spaces; a range is typed with a dash that is too long.

Two hyphens are the dash of a typewriter. A hyphen joins, a dash parts: between spaces in a running sentence it is a
dash. A hyphen in a range (`2025-2026`) is right in French and common in English, as long as no spaces stand around it,
and one between the names in a title (`Forms - Error`) is no sentence: both are left alone, like options of commands
and minus signs.

Bad:
    - title: {en: Two ways, fr: Deux façons}
      text:
        en: One is quick -- and wrong.
        fr: L’une est rapide – et fausse.

Bad:
    - title: {en: Two ways, fr: Deux façons}
      text:
        en: One of them is quick, the other – the better one – is not.
        fr: L’une d’elles est rapide, l’autre - la meilleure - ne l’est pas.

Good:
    - title: {en: Two ways, fr: Deux façons}
      text:
        en: One – of 2025-2026 – is quick with `--fast`.
        fr: L’une – de 2025-2026 – est rapide avec `--fast`.

Source: The Canadian Style, 7.14 to 7.16 (dash and hyphen); OQLF, Vitrine linguistique, on tiret and trait d'union;
    Interinstitutional Style Guide of the European Union, 6.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from slidekit.rules.typography._mending import MOST, finding
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose

CODE = "SK307"
NAME = "dash"
SEVERITY = Severity.WARNING
DOUBLE = re.compile(r"(?<![-<>!|+=])(?<=[\w\s)»”\"’.,;:!?…%])-{2,3}(?=[\w\s(«“\"])(?![->|+=])")
SPACED = re.compile(r"(?<=[^\W\d_][^\W\d_])[)»”\"’%]?( -) (?=[^\W\d_]{2}|«)")
RANGE = re.compile(r"(?<![\w.,:/-])\d{1,4}( ?— ?)\d{1,4}(?![\w/:-]|[.,]\d)")
YEARS = re.compile(r"(?<![\w./:-])(?:19|20)\d\d( - )(?:19|20)\d\d(?![\w/:-]|[.,]\d)")
SENTENCE = 6
"""Words from which on a text is taken for a sentence, not for a title or a label."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each hyphen that should be a dash, and each dash that should be shorter."""
    for side in checked.prose:
        source = side.source
        if "--" in source:
            for found in islice(DOUBLE.finditer(side.bare), MOST):
                if _is_rule(side.bare, found):
                    continue
                start, end = found.span()
                dash = _dash(side, start, end)
                message = tell("hyphens in place of a dash")
                hint = tell("type {sign}; `slidekit fix` does", sign=dash.strip())
                yield finding(checked, side, CODE, SEVERITY, message, hint, (start, end), (Edit(start, end, dash),))
        if " - " in source and source.count(" ") > SENTENCE:
            for found in islice(SPACED.finditer(side.bare), MOST):
                if _in_sentence(side.bare, found):
                    start, end = found.start(1) + 1, found.end(1)
                    message = tell("a hyphen in place of a dash")
                    hint = tell("type {sign}", sign="–")
                    edits = (Edit(start, end, "–"),)
                    yield finding(checked, side, CODE, Severity.INFO, message, hint, (start, end), edits, safe=False)
        if " - " in source:
            for found in islice(YEARS.finditer(side.bare), MOST):
                message = tell("spaces around the hyphen of a range")
                dash = "-" if side.lang == "fr" else "–"
                hint, edits = tell("type {sign}; `slidekit fix` does", sign=dash), (Edit(*found.span(1), dash),)
                yield finding(checked, side, CODE, Severity.INFO, message, hint, found.span(), edits)
        if "—" in source:
            for found in islice(RANGE.finditer(side.bare), MOST):
                message, hint = tell("a long dash in a range"), tell("type {sign}; `slidekit fix` does", sign="–")
                edit = Edit(*found.span(1), "–")
                yield finding(checked, side, CODE, SEVERITY, message, hint, found.span(), (edit,))


def _dash(side: Prose, start: int, end: int) -> str:
    """The dash that stands there: short between spaces and figures, long and closed up in English only."""
    before, behind = side.bare[start - 1], side.bare[end]
    if before.isspace() or (before.isdigit() and behind.isdigit()):
        return "–"
    return "—" if side.lang == "en" else " – "


def _is_rule(bare: str, found: re.Match[str]) -> bool:
    """Whether the hyphens begin a line, where they are a list's mark, a signature's or a line drawn across."""
    start, end = found.span()
    before = bare[bare.rfind("\n", 0, start) + 1 : start]
    behind = bare[end : end + 1]
    return not before.strip() or (not behind or behind == "\n") or (bare[start - 1].isspace() != behind.isspace())


def _in_sentence(bare: str, found: re.Match[str]) -> bool:
    """Whether words go on in lower case on both sides of the hyphen, and none is a unit or a single letter."""
    start, end = found.start(1), found.end()
    behind = bare[end : end + 1]
    return (behind.islower() or behind == "«") and bare[start - 1] != ":" and bare[start - 2 : start].islower()
