"""A text does not fit on its slide, even at the smallest size that the theme allows.

French is about a fifth longer than English, so a slide that is full in English overflows in French. Both
languages take the same size: the first of the theme's at which both fit. Below the smallest, the back of the
room could not read it, so it is the words that must shrink, not the type.
A single word wider than its box is cut in two, which is a warning.
A chart tries the sizes of `chart:`, breaks and slants the names of its categories and lays columns down; what still
does not fit has too many names or too long ones.

Bad:
    - title:
        en: "{«A sentence that never ends. » × 80}Never."
        fr: Jamais.

Good:
    - title:
        en: Never
        fr: Jamais

Source: the theme's `sizes:`; W3C Internationalization, "Text size in translation".
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.rules.naming import the
from slidekit.scene.fit import FitProblem
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell, tell_many

CODE = "SK401"
NAME = "text-too-long"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """What layout could not fit; what both languages share is said once."""
    alike: dict[tuple[object, ...], list[FitProblem]] = {}
    for problem in checked.fit:
        key = (problem.span, problem.what, problem.over, problem.unit, problem.size_pt, problem.split)
        alike.setdefault(key, []).append(problem)
    for problem, *others in alike.values():
        lang = None if any(other.lang != problem.lang for other in others) else problem.lang
        what = the(problem.what, lang)
        if problem.split:
            yield _split(problem, what, lang)
        elif problem.size_pt:
            yield _too_long(problem, what, lang)
        else:
            yield _no_room(problem, what, lang)


def _too_long(problem: FitProblem, what: str, lang: str | None) -> Diagnostic:
    over = round(problem.over, 1)
    least = tell("{size:g} pt, the theme's minimum", size=problem.size_pt)
    message = tell("{what} is {over:g} mm too large at {least}", what=what, over=over, least=least)
    if problem.unit == "lines" and over == 1:
        message = tell("{what} is 1 line too long at {least}", what=what, least=least)
    elif problem.unit == "lines":
        message = tell("{what} is {over:g} lines too long at {least}", what=what, over=over, least=least)
    elif problem.unit == "characters":
        signs = tell_many("{n} character", "{n} characters", round(over))
        message = tell("{what} is {signs} too wide at {least}", what=what, signs=signs, least=least)
    hint = tell("shorten it, or make two slides of this one")
    if problem.what == "formula":
        hint = tell("put it on several lines with  {code}, or shorten it", code=r"\begin{aligned} … \end{aligned}")
    return Diagnostic(CODE, message, problem.span, hint, SEVERITY, lang)


def _no_room(problem: FitProblem, what: str, lang: str | None) -> Diagnostic:
    message = tell("{what} lacks {over:.1f} mm of room beside the rest of the slide", what=what, over=problem.over)
    hint = tell("take something off, or give it a slide of its own")
    return Diagnostic(CODE, message, problem.span, hint, SEVERITY, lang)


def _split(problem: FitProblem, what: str, lang: str | None) -> Diagnostic:
    over = problem.over
    message = tell("a word of {what} is {over:.1f} mm wider than its box and is cut in two", what=what, over=over)
    return Diagnostic(CODE, message, problem.span, tell("shorten it, or put a hyphen in it"), Severity.WARNING, lang)
