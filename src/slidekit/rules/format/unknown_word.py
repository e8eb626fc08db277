"""A word is not among those that are known here.

Some keys take one word of a short list: `layout:`, the `type:` of a chart, `only:`, `theme:`, the locales of
`languages:`. The report suggests the nearest.

Bad:
    - title: {en: Fast tests, fr: Des tests rapides}
      layout: tilte

Good:
    - title: {en: Fast tests, fr: Des tests rapides}
      layout: title

Source: the deck format, version 1; for locales, BCP 47 and CLDR.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK015"
NAME = "unknown-word"
SEVERITY = Severity.ERROR
