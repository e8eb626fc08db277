"""The file is over 64 MiB, or one text over 1 MB.

Five thousand slides take 13 MB. What is larger is not a talk, and is refused before it fills the memory.

Bad:
    - title: {en: Fast tests, fr: Des tests rapides}
      notes: {en: "{«a» × 1000001}", fr: "{«a» × 999999}"}

Good:
    - title: {en: Fast tests, fr: Des tests rapides}

Source: CWE-400, Uncontrolled Resource Consumption.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK009"
NAME = "too-large"
SEVERITY = Severity.ERROR
