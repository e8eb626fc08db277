"""Something is nested more than 32 levels deep.

No deck needs a fifth of that, and a file made of thousands of brackets brings many a YAML reader down.

Bad:
    - title: {en: Deep, fr: Profond}
      bullets: [{«{both: a, bullets: [» × 20}{both: a}{«]}» × 20}]

Good:
    - title: {en: Fast tests, fr: Des tests rapides}

Source: CWE-674, Uncontrolled Recursion.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK008"
NAME = "too-deep"
SEVERITY = Severity.ERROR
