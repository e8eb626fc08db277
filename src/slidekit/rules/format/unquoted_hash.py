"""A text holds ` #` and is not quoted.

YAML takes a `#` after a space for a comment and drops the rest of the line without a word. slidekit reads the
whole line as text and says so. A comment has its place on a line of its own.

Bad:
    - title:
        en: We are team #1
        fr: "Nous sommes l’équipe #1"

Good:
    - title:
        en: "We are team #1"
        fr: "Nous sommes l’équipe #1"

Source: YAML 1.1, section 9.1.3 (plain style): a plain scalar may not contain ` #`.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK003"
NAME = "unquoted-hash"
SEVERITY = Severity.ERROR
