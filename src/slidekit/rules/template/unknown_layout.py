"""The map names a layout that the template does not have.

Layouts go by the name that PowerPoint's menu shows, or by their number in it. `slidekit template inspect` lists both.

Bad:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: {file: corp.pptx, layouts: {content: Title and Contents}}
    slides:
      - title: {en: Before, fr: Avant}

Good:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: {file: corp.pptx, layouts: {content: Title and Content}}
    slides:
      - title: {en: Before, fr: Avant}

Source: the deck format, version 1: `template:`.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK133"
NAME = "unknown-layout"
SEVERITY = Severity.ERROR
