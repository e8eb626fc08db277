"""A comment for slidekit cannot be understood.

`# slidekit: ignore SK301 because …` beside or above a text leaves out what that rule finds there, and `ignore-deck`
leaves it out everywhere. A comment that names no rule, or one that does not exist, does nothing.

Bad:
    # slidekit: ignroe SK502 because both slides go together
    - title: {en: Results, fr: Résultats}
      text: {en: Twice as fast, fr: Deux fois plus rapide}

Bad:
    # slidekit: ignore SK599 because both slides go together
    - title: {en: Results, fr: Résultats}
      text: {en: Twice as fast, fr: Deux fois plus rapide}

Good:
    - title: {en: Results, fr: Résultats}
      text: {en: Twice as fast, fr: Deux fois plus rapide}
    # slidekit: ignore SK502 because both slides go together
    - title: {en: Results, fr: Résultats}
      text: {en: Half the cost, fr: Moitié moins cher}

Source: the settings, in docs/ci.md.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK020"
NAME = "broken-ignore"
SEVERITY = Severity.WARNING
