"""The template is not there, lies outside the deck's folder, or is no .pptx or .potx.

A deck may name files inside its own folder only, symlinks resolved, so that it shows the same wherever it is
copied, and nobody's deck can read a file of yours. `--template` on the command line may lead anywhere.

Bad:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: corporate.pptx
    slides:
      - title: {en: Before, fr: Avant}

Good:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    template: corp.pptx
    slides:
      - title: {en: Before, fr: Avant}

Source: the deck format, version 1: a file that a deck names is in the deck's folder.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK130"
NAME = "missing-template"
SEVERITY = Severity.ERROR
