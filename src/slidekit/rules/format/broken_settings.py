"""A settings file cannot be understood at this place.

A misspelt key or rule would otherwise do nothing, and nobody would know: a rule that should be an error stays
a warning, a deck that should be held to a glossary is not. What can be understood of the file is used.

Bad:
    # slidekit.toml
    ignore = ["SK502"]
    max-warning = 0

Good:
    # slidekit.toml
    ignore = ["SK502"]
    max-warnings = 0

Source: the settings, in docs/ci.md; TOML, version 1.0.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK019"
NAME = "broken-settings"
SEVERITY = Severity.ERROR
