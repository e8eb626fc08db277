"""An ellipsis is made of full points, or of too few or too many of them, or stands after `etc.`.

The ellipsis is one sign, `…`: three full points may be torn apart at the end of a line, and a screen reader says
"dot dot dot". `etc.` says already that there is more. Code, paths and signatures such as `f(...)` are left alone.

Bad:
    - title: {en: Plans for later, fr: Des plans pour plus tard}
      text: {en: To be continued..., fr: À suivre…}

Bad:
    - title: {en: Plans for later, fr: Des plans pour plus tard}
      text:
        en: Tests, notes, tables, etc.
        fr: Des essais, des notes, des tableaux, etc…

Good:
    - title: {en: Plans for later, fr: Des plans pour plus tard}
      text:
        en: To be continued… with `f(...)`, etc.
        fr: À suivre… avec `f(...)`, etc.

Source: OQLF, Vitrine linguistique, on points de suspension and on etc.; The Canadian Style, 7.10; Lexique des règles
    typographiques en usage à l'Imprimerie nationale, "Points de suspension".
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

CODE = "SK306"
NAME = "ellipsis"
SEVERITY = Severity.WARNING
DOTS = re.compile(r"(?<![./\\])\.{2,}(?![./\\])")
ETC = re.compile(r"(?<!\w)[eE]tc ?(\.? ?…|\.{3,})")

SPACED = re.compile(r"(?<=[^\W\d_])([ \u00a0\u202f])…(?=\s*$)")
"""At the end of a text, where it cannot stand for words left out."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each row of full points, and each ellipsis after `etc.`."""
    for side in checked.prose:
        source = side.source
        if ".." not in source and "…" not in source:
            continue
        bare = side.bare
        after_etc = [found.span(1) for found in ETC.finditer(bare)] if "tc" in bare else []
        for start, end in after_etc[:MOST]:
            message, hint = tell("an ellipsis after `etc.`"), tell("write  etc.")
            yield finding(checked, side, CODE, SEVERITY, message, hint, (start, end), (Edit(start, end, "."),))
        if side.lang == "fr" and (late := SPACED.search(bare)) and checked.deck.typography != "eu":
            message, hint = tell("a space before the ellipsis"), tell("close it up")
            edit = Edit(*late.span(1), "")
            yield finding(checked, side, CODE, Severity.INFO, message, hint, late.span(), (edit,))
        if ".." not in bare:
            continue
        covered = {start for start, _ in after_etc}
        for found in islice(DOTS.finditer(bare), MOST):
            start, end = found.span()
            if start in covered or start + 1 in covered or _is_code(bare, start, end):
                continue
            hint = tell("type {sign}; `slidekit fix` does", sign="…")
            if end - start == 3:
                message = tell("three full points in place of an ellipsis")
                yield finding(checked, side, CODE, Severity.INFO, message, hint, (start, end), (Edit(start, end, "…"),))
            elif end - start == 2:
                message, hint = tell("two full points"), tell("type one, or an ellipsis: …")
                yield finding(checked, side, CODE, SEVERITY, message, hint, (start, end))
            elif end - start < 6:
                message = tell("too many full points for an ellipsis")
                yield finding(checked, side, CODE, SEVERITY, message, hint, (start, end), (Edit(start, end, "…"),))


def _is_code(bare: str, start: int, end: int) -> bool:
    """Whether the points are those of a signature, a range or an argument: `f(...)`, `1..5`, `...args`."""
    before, behind = bare[start - 1 : start], bare[end : end + 1]
    if before == "(" and behind == ")":
        return bare[start - 2 : start - 1].isalnum()
    if end - start == 2:
        return not (before.isalpha() and (not behind or behind.isspace()))
    return before.isdigit() or behind.isdigit() or (before in ("", " ", "(") and behind == "_")
