"""The template cannot be read as a PowerPoint presentation.

It is cut short, encrypted, of another kind, or lacks a part that every presentation has. PowerPoint repairs much of
that without a word: open it there, save it, and try again.

Bad:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: cut-short.pptx
    slides:
      - title: {en: Before, fr: Avant}

Good:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: corp.pptx
    slides:
      - title: {en: Before, fr: Avant}

Source: ISO/IEC 29500-1, Office Open XML, 13.3: the parts of a PresentationML package.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK132"
NAME = "broken-template"
SEVERITY = Severity.ERROR
