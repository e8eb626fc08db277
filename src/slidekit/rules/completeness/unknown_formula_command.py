r"""A formula uses a command that slidekit does not know.

Formulas are read as LaTeX with amsmath and the signs of unicode-math: fractions, roots, sums, integrals,
matrices, cases, aligned equations, Greek, accents, alphabets, words in `\text`. What cannot be drawn alike in
PowerPoint, in PDF and in Marp (macros, colours, boxes, links, HTML) is no command here.

Bad:
    - title: {en: Angles, fr: Angles}
      math: \alhpa + \beta

Good:
    - title: {en: Angles, fr: Angles}
      math: \alpha + \beta

Source: amsmath user's guide; the table of signs of unicode-math (latex2mathml).
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK121"
NAME = "unknown-formula-command"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Commands and environments that mean nothing."""
    for one in checked.formulas:
        if one.fault.unknown:
            message, hint = one.fault.message, one.fault.hint
            yield Diagnostic(CODE, message, one.span, hint, lang=one.lang, slide=one.told.slide)
