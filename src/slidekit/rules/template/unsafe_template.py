"""The template holds programs, links to other files, or more than any template needs.

A .pptx is a zip of XML that somebody else made. It is looked at before it is opened: no macros, no controls, no
pictures or objects that are fetched from elsewhere, no document types, no names that lead outside, no encrypted
parts; at most 4,000 parts, 8 MiB for each of XML, 160 MiB in all, and no part that unpacks to 150 times its size.

Bad:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: macros.pptx
    slides:
      - title: {en: Before, fr: Avant}

Good:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: corp.pptx
    slides:
      - title: {en: Before, fr: Avant}

Source: CWE-409, Improper Handling of Highly Compressed Data; CWE-611, XML External Entity Reference.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK131"
NAME = "unsafe-template"
SEVERITY = Severity.ERROR
