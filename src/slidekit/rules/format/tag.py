"""The file uses a tag, such as `!!str`.

A tag tells a YAML reader to build something of a certain type. In a deck the key says what a value is.

Bad:
    - title: {en: !!str 42, fr: Quarante-deux}

Good:
    - title: {en: "42", fr: Quarante-deux}

Source: CWE-502, Deserialization of Untrusted Data; YAML 1.1, section 3.2.1.2.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK006"
NAME = "tag"
SEVERITY = Severity.ERROR
