"""The file holds a control character.

Such a sign (a bell, an escape, a delete) came in by copying from a terminal or a PDF. It shows nothing, breaks
PowerPoint files, and can rewrite what a terminal displays.

Bad:
    - title: {en: Fast{U+0007} tests, fr: Des tests rapides}

Good:
    - title: {en: Fast tests, fr: Des tests rapides}

Source: XML 1.0, section 2.2 (characters); CWE-150, Improper Neutralization of Escape Sequences.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK011"
NAME = "control-character"
SEVERITY = Severity.ERROR
