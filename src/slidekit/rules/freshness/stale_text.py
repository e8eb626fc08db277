"""One side of a text was changed since both were reviewed, and the other was not.

Translations go wrong long after they were made: somebody mends a figure in English the night before the talk,
and the French still has the old one. No reader of one language can see it. `slidekit review` notes in
`deck.lock`, beside the deck, that both sides of each text say the same; from then on a side that changes alone is
found, whichever language it is. Where both sides change, the text is taken for translated anew.

Where nothing has to be done about the other side (a slip of the pen was mended), say so with `slidekit review`
again. Spaces, quotation marks, dashes, capitals and accents are not a change, and neither is moving a slide,
renaming the deck or merging a branch: the file holds what was said, not where.

Bad:
    # as it was reviewed
    - title: {en: Tests run every night, fr: Les tests roulent chaque nuit}
    # as it is now
    - title: {en: Tests run every week, fr: Les tests roulent chaque nuit}

Bad:
    # as it was reviewed
    - title: {en: Rooms, fr: Salles}
      bullets:
        - en: The room is on the left
          fr: La salle est à gauche
    # as it is now
    - title: {en: Rooms, fr: Salles}
      bullets:
        - en: The room is on the left
          fr: La salle est en haut de l’escalier

Good:
    # as it was reviewed
    - title: {en: Tests take 5 minutes, fr: Les tests prennent 5 minutes}
    # as it is now
    - title: {en: Tests take 6 minutes, fr: Les tests prennent 6 minutes}

Source: Official Languages Act (R.S.C. 1985, c. 31 (4th Supp.)), s. 13: both versions are equally authoritative, so
neither may fall behind; po4a and the translations of OpenTelemetry's site are held to their sources in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.rules.naming import named
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.reviewed import Stale

CODE = "SK601"
NAME = "stale-text"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts of which one side is not the one that was reviewed."""
    if checked.review is not None:
        yield from map(finding, checked.review.stale)


def finding(stale: Stale) -> Diagnostic:
    """What to say of a text that fell behind, at the side that did."""
    slide = stale.couple.told.slide
    return Diagnostic(CODE, _message(stale), stale.side.span, _hint(stale), SEVERITY, lang=stale.lang, slide=slide)


def _message(stale: Stale) -> Words:
    what = named(stale.couple.told)
    match stale.changed:
        case "en":
            return tell("{what}: the English was changed since the review, the French was not", what=what)
        case "fr":
            return tell("{what}: the French was changed since the review, the English was not", what=what)
        case "both":
            return tell("{what}: this English and this French were reviewed beside other words", what=what)


def _hint(stale: Stale) -> Words:
    slide = stale.couple.told.slide
    command = "slidekit review" if slide is None else f"slidekit review --slide {slide}"
    match stale.changed:
        case "en":
            return tell("bring the French up to date, or run  {command}  if it is right as it is", command=command)
        case "fr":
            return tell("bring the English up to date, or run  {command}  if it is right as it is", command=command)
        case "both":
            return tell("put the twins beside each other again, or run  {command}  if all is right", command=command)
