"""A text does not fit on its slide, even at the smallest size that the theme allows.

French is about a fifth longer than English, so a slide that is full in English overflows in French. Both
languages take the same size: the first of the theme's at which both fit. Below the smallest, the back of the
room could not read it, so it is the words that must shrink, not the type.
A single word wider than its box is cut in two, which is a warning.
A chart tries the sizes of `chart:`, breaks and slants the names of its categories and lays columns down; what still
does not fit has too many names or too long ones.

Bad:
    - title:
        en: "{«A sentence that never ends. » × 80}"
        fr: Jamais.

Good:
    - title:
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
    """What layout could not fit; what both languages share is said once."""
    alike: dict[tuple[object, ...], list[FitProblem]] = {}
    for problem in checked.fit:
        key = (problem.span, problem.what, problem.over, problem.unit, problem.size_pt, problem.split)
        alike.setdefault(key, []).append(problem)
    for problem, *others in alike.values():
        lang = None if any(other.lang != problem.lang for other in others) else problem.lang
        what = f"{LANGUAGES[lang]} {problem.what}" if lang else problem.what
        if problem.split:
            yield _split(problem, what, lang)
        elif problem.size_pt:
            yield _too_long(problem, what, lang)
        else:
            yield _no_room(problem, what, lang)


def _too_long(problem: FitProblem, what: str, lang: str | None) -> Diagnostic:
    unit, too = TOO[problem.unit]
    amount = f"{problem.over:.1f}".removesuffix(".0")
    many = "" if unit == "mm" or amount == "1" else "s"
    message = f"the {what} is {amount} {unit}{many} too {too} at {problem.size_pt:g} pt, the theme's minimum"
    hint = "shorten it, or make two slides of this one"
    if problem.what == "formula":
        hint = "put it on several lines with  \\begin{aligned} … \\end{aligned}, or shorten it"
    return Diagnostic(CODE, message, problem.span, hint, SEVERITY, lang)


def _no_room(problem: FitProblem, what: str, lang: str | None) -> Diagnostic:
    message = f"the {what} lacks {problem.over:.1f} mm of room beside the rest of the slide"
    return Diagnostic(CODE, message, problem.span, "take something off, or give it a slide of its own", SEVERITY, lang)


def _split(problem: FitProblem, what: str, lang: str | None) -> Diagnostic:
    message = f"a word of the {what} is {problem.over:.1f} mm wider than its box and is cut in two"
    return Diagnostic(CODE, message, problem.span, "shorten it, or put a hyphen in it", Severity.WARNING, lang)
