"""The map names a placeholder that the layout does not have, or that holds no upright text.

Placeholders go by their idx, which PowerPoint does not show and `slidekit template inspect` does.

Bad:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: {file: corp.pptx, layouts: {content: {layout: Title and Content, body: 7}}}
    slides:
      - title: {en: Before, fr: Avant}

Good:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: {file: corp.pptx, layouts: {content: {layout: Title and Content, body: 33}}}
    slides:
      - title: {en: Before, fr: Avant}

Source: ISO/IEC 29500-1, 19.3.1.36, `ph`: the attribute `idx`.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK134"
NAME = "unknown-placeholder"
SEVERITY = Severity.ERROR
