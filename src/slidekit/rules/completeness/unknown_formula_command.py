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
from slidekit.source.wording import tell

CODE = "SK121"
NAME = "unknown-formula-command"
SEVERITY = Severity.ERROR
MOST = 100
"""How many unknown names are compared with all that are known: 9 ms each."""
LONGEST = 30
"""Letters of a name that are compared."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Commands and environments that mean nothing."""
    hints: dict[str, str | None] = {}
    for one in checked.formulas:
        if one.fault.unknown:
            name, hint = one.fault.command, one.fault.hint
            if name and name not in hints:
                hints[name] = _near(name) if len(hints) < MOST else None
            hint = hints.get(name) or hint
            yield Diagnostic(CODE, one.fault.message, one.span, hint, lang=one.lang, slide=one.told.slide)


def _near(name: str) -> str | None:
    """The command that was meant, if one is spelt like it."""
    from slidekit.show.math_symbols import near

    match = near(name[:LONGEST])
    return match and tell("did you mean  \\{match}?", match=match)
