"""The file is not YAML at this place.

The reader stops where it no longer knows what belongs to what: a quotation mark that is never closed, a bracket
too many, lines that do not line up. What stands before that place is still checked.

Marks that git has left of a merge are no YAML either: of the two versions, the first is checked until one was chosen.

Bad:
    - title: {en: Fast tests, fr: Des tests rapides}
      bullets:
        - {en: Twice as fast, fr: Deux fois plus vite}
       - {en: Half the cost, fr: Moitié moins cher}

Bad:
    slidekit: 1
    title: {en: Where we work, fr: Où nous travaillons}
    slides:
    <<<<<<< HEAD
      - title: {en: Our offices, fr: Nos bureaux}
    =======
      - title: {en: Our rooms, fr: Nos salles}
    >>>>>>> rooms

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
