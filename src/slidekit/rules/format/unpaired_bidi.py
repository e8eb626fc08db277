"""A text opens a change of writing direction and does not close it.

The rest of the paragraph would be shown in another order than it is read. It can hide words from a reviser.

Bad:
    - title: {en: "Fast {U+202E}tests", fr: Des tests rapides}

Good:
    - title: {en: Fast tests, fr: Des tests rapides}

Source: Unicode Standard Annex #9, section 2; CVE-2021-42574 (Trojan Source).
"""

from slidekit.source.diagnostic import Severity

CODE = "SK012"
NAME = "unpaired-bidi"
SEVERITY = Severity.ERROR
