"""Words in the template's own colours stand out too little from its ground.

The colours are the template's, so it is its owner who must change them; until then another layout may serve.

Bad:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: faint.pptx
    slides:
      - title: {en: Before, fr: Avant}

Good:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: corp.pptx
    slides:
      - title: {en: Before, fr: Avant}

Source: WCAG 2.2, 1.4.3 Contrast (Minimum), level AA.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK136"
NAME = "faint-template"
SEVERITY = Severity.WARNING
