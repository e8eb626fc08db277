"""A key is not one that slidekit knows here.

Most often it is misspelt, and what stands under it would be lost. The report suggests the nearest key.

Bad:
    - titel: {en: Fast tests, fr: Des tests rapides}
      title: {en: Fast tests, fr: Des tests rapides}

Good:
    - title: {en: Fast tests, fr: Des tests rapides}

Source: the deck format, version 1: `slidekit schema` lists every key.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK013"
NAME = "unknown-key"
SEVERITY = Severity.ERROR
