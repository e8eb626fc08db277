"""A comment asks to ignore a rule that finds nothing there.

What it once excused was mended. Left in place, it would hide the next fault of the same kind.
`slidekit fix --unsafe` takes it out.

Bad:
    - title: {en: Results, fr: Résultats}
      text: {en: Twice as fast, fr: Deux fois plus rapide} # slidekit: ignore SK502

Good:
    - title: {en: Results, fr: Résultats}
      text: {en: Twice as fast, fr: Deux fois plus rapide}

Source: the settings, in docs/ci.md.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK021"
NAME = "unused-ignore"
SEVERITY = Severity.WARNING
