"""The file uses an anchor, an alias or a merge key.

`&name`, `*name` and `<<:` put the same words in several places. A deck is read by people from top to bottom, and a
file that refers to itself can grow without end. What is said twice is written twice, or stands under `vars:`.

Bad:
    - title: &title {en: Fast tests, fr: Des tests rapides}
      takeaway: *title

Good:
    - title: {en: Fast tests, fr: Des tests rapides}
      takeaway: {en: Fast tests, fr: Des tests rapides}

Source: CWE-776, Improper Restriction of Recursive Entity References; YAML 1.1, section 7.1.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK005"
NAME = "anchor-or-alias"
SEVERITY = Severity.ERROR
