"""A key stands twice in the same place.

Most readers keep the last one and lose the other's words. The report names both places.

Bad:
    - title: {en: Fast tests, fr: Des tests rapides}
      time: 1m
      time: 2m

Good:
    - title: {en: Fast tests, fr: Des tests rapides}
      time: 2m

Source: YAML 1.1, section 3.2.1.3: the keys of a mapping are unique.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK004"
NAME = "duplicate-key"
SEVERITY = Severity.ERROR
