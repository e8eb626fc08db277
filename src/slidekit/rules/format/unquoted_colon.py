"""A text holds `: ` (a colon, then a space) and is not quoted.

Titles hold many a colon, and French ones have a space on either side of it; YAML takes `: ` for the sign between
a key and its value. slidekit reads the words as they were meant and goes on, but other tools would not:
put the text in quotation marks.

Bad:
    - title:
        en: "Moore’s law: a promise kept"
        fr: La loi de Moore : une promesse tenue

Good:
    - title:
        en: "Moore’s law: a promise kept"
        fr: "La loi de Moore : une promesse tenue"

Source: YAML 1.1, section 9.1.3 (plain style): a plain scalar may not contain `: `.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK002"
NAME = "unquoted-colon"
SEVERITY = Severity.ERROR
