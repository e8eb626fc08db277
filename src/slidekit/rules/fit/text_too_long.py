"""A text does not fit on its slide, even at the smallest size that the theme allows.

French is about a fifth longer than English, so a slide that is full in English overflows in French. Both
languages take the same size: the first of the theme's at which both fit. Below the smallest, the back of the
room could not read it, so the words must go down, not the type.
A single word wider than its box is cut in two, which is a warning.

Bad:
    - title: {en: Terms, fr: Modalités}
      takeaway:
        en: "{a sentence that never ends × 40}"
        fr: Jamais

Good:
    - title: {en: Terms, fr: Modalités}
      takeaway:
        en: Never
        fr: Jamais

Source: the theme's `sizes:`; W3C Internationalization, "Text size in translation".
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import LANGUAGES, Checked
from slidekit.scene.fit import FitProblem
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK401"
NAME = "text-too-long"
SEVERITY = Severity.ERROR
TOO = {"lines": ("line", "long"), "characters": ("character", "wide"), "mm": ("mm", "large")}


def check(checked: Checked) -> Iterator[Diagnostic]:
    """What layout could not fit."""
    for problem in checked.fit:
        if problem.split:
            yield _split(problem)
        else:
            yield _too_long(problem)


def _too_long(problem: FitProblem) -> Diagnostic:
    unit, too = TOO[problem.unit]
    amount = f"{problem.over:.1f}".removesuffix(".0")
    many = "" if unit == "mm" or amount == "1" else "s"
    message = (
        f"the {LANGUAGES[problem.lang]} {problem.what} is {amount} {unit}{many} too {too}"
        f" at {problem.size_pt:g} pt, the theme's minimum"
    )
    hint = "shorten it, or make two slides of this one"
    return Diagnostic(CODE, message, problem.span, hint, lang=problem.lang)


def _split(problem: FitProblem) -> Diagnostic:
    where = f"a word of the {LANGUAGES[problem.lang]} {problem.what}"
    message = f"{where} is {problem.over:.1f} mm wider than its box and is cut in two"
    return Diagnostic(CODE, message, problem.span, "shorten it, or put a hyphen in it", Severity.WARNING, problem.lang)
