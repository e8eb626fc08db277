"""A key that must be there is not.

A deck has a `title:` and `slides:`; a table has `rows:`; a chart has a `type:`, `categories:` and
`series:`, each with its `values:` or, in a scatter chart, its `points:`.

Bad:
    slidekit: 1
    slides:
      - title: {en: Fast tests, fr: Des tests rapides}

Good:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    slides:
      - title: {en: Fast tests, fr: Des tests rapides}

Source: the deck format, version 1: `slidekit schema` says which keys are required.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK017"
NAME = "missing-key"
SEVERITY = Severity.ERROR
