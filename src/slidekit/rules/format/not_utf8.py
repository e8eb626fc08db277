"""The file is not UTF-8.

An old editor saved it in another encoding, and its accented letters cannot be told for sure. Save it as UTF-8.

Bad:
    - title: {en: Summer, fr: {byte C9}t{byte E9}}

Good:
    - title: {en: Summer, fr: Été}

Source: RFC 3629, section 3; CWE-176, Improper Handling of Unicode Encoding.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK010"
NAME = "not-utf8"
SEVERITY = Severity.ERROR
