"""A list stands where keys are wanted, or the other way round.

`bullets:` takes a list, a line with a dash for each; `title:` takes `en:` and `fr:`.

Bad:
    - title: {en: Fast tests, fr: Des tests rapides}
      columns: three of them

Good:
    - title: {en: Fast tests, fr: Des tests rapides}
      columns:
        - text: {en: Before, fr: Avant}
        - text: {en: After, fr: Après}

Source: the deck format, version 1: `slidekit schema` gives every key's shape.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK014"
NAME = "wrong-shape"
SEVERITY = Severity.ERROR
