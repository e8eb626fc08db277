"""The file holds more than one document.

`---` on a line of its own starts a second document, which no output would show. One deck, one file.

Bad:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    slides:
      - title: {en: Fast tests, fr: Des tests rapides}
    ---
    slides:
      - title: {en: Lost, fr: Perdu}

Good:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    slides:
      - title: {en: Fast tests, fr: Des tests rapides}

Source: YAML 1.1, chapter 7.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK007"
NAME = "several-documents"
SEVERITY = Severity.ERROR
