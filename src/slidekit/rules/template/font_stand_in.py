"""The template has a font whose widths nobody here knows, so another is measured in its place.

What fits is found out by summing the widths of letters. Where a font is not among those that come with slidekit, an
open one about as wide takes its place, widened by 5 %, in PDFs and pictures too; PowerPoint shows the real one.

Bad:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: civic.pptx
    slides:
      - title: {en: Before, fr: Avant}

Good:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: corp.pptx
    slides:
      - title: {en: Before, fr: Avant}

Source: the figures of `make fit-report`.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK135"
NAME = "font-stand-in"
SEVERITY = Severity.WARNING
