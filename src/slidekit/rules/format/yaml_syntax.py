"""The file is not YAML at this place.

The reader stops where it no longer knows what belongs to what: a quotation mark that is never closed, a bracket
too many, lines that do not line up. What stands before that place is still checked.

Bad:
    - title: {en: Fast tests, fr: Des tests rapides}
      bullets:
        - {en: Twice as fast, fr: Deux fois plus vite}
       - {en: Half the cost, fr: Moitié moins cher}

Good:
    - title: {en: Fast tests, fr: Des tests rapides}
      bullets:
        - {en: Twice as fast, fr: Deux fois plus vite}
        - {en: Half the cost, fr: Moitié moins cher}

Source: YAML 1.1, chapter 4 (Syntax).
"""

from slidekit.source.diagnostic import Severity

CODE = "SK001"
NAME = "yaml-syntax"
SEVERITY = Severity.ERROR
