r"""A formula that cannot be read as LaTeX.

A formula stands in `math:` by itself, or between dollars in a text, and is written in LaTeX. A brace that is
never closed, a command without its argument or a `&` outside a table has no meaning that every output could
share, so nothing is guessed. Formulas know no macros, and have 2,000 characters and 20 groups inside each
other at most.

Where a dollar is money, write `\$`, or leave a space after it; see "Formulas" in the guide to decks.

Bad:
    - title: {en: Energy, fr: Énergie}
      math: E = mc^{2

Bad:
    - title: {en: Half, fr: Demi}
      text:
        en: Half is $\frac{1}$.
        fr: La moitié est $\frac{1}$.

Good:
    - title: {en: Energy, fr: Énergie}
      math: E = mc^{2}

Source: Leslie Lamport, LaTeX: A Document Preparation System, 2nd ed., section 3.3; amsmath user's guide.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK120"
NAME = "broken-formula"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Formulas that end too early, or say what cannot be."""
    for one in checked.formulas:
        if not one.fault.unknown:
            message, hint = one.fault.message, one.fault.hint
            yield Diagnostic(CODE, message, one.span, hint, lang=one.lang, slide=one.told.slide)
