"""A text points to a part of a chart or a picture by its colour.

One man in twelve does not tell red from green, a listener with a screen reader hears no colour, and a printed
page may have none. Where a colour is named, name the place, the shape or the label too: `the red line, Gatineau`.
Whether yours does, no rule can tell, so this is a remark. Only slides with a chart or a picture are looked at,
and no notes.

Bad:
    - title: {en: Two rivers, fr: Deux rivières}
      text:
        en: The red line rises every spring
        fr: La ligne rouge monte chaque printemps
      chart:
        type: line
        categories: {en: [Winter, Spring], fr: [Hiver, Printemps]}
        series:
          - {name: {both: Gatineau}, values: [1, 3]}
          - {name: {both: Rouge}, values: [2, 1]}

Bad:
    - title: {en: Two rivers, fr: Deux rivières}
      text:
        en: What changed is shown in green
        fr: Ce qui a changé est affiché en vert
      chart:
        type: line
        categories: {en: [Winter, Spring], fr: [Hiver, Printemps]}
        series:
          - {name: {both: Gatineau}, values: [1, 3]}
          - {name: {both: Rouge}, values: [2, 1]}

Good:
    - title: {en: Two rivers, fr: Deux rivières}
      text:
        en: The upper line, Gatineau, rises every spring
        fr: La ligne du haut, Gatineau, monte chaque printemps
      chart:
        type: line
        categories: {en: [Winter, Spring], fr: [Hiver, Printemps]}
        series:
          - {name: {both: Gatineau}, values: [1, 3]}
          - {name: {both: Rouge}, values: [2, 1]}

Source: WCAG 2.2, success criteria 1.4.1 Use of Color and 1.3.3 Sensory Characteristics (level A).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.deck.model import Chart, Image
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK505"
NAME = "color-alone"
SEVERITY = Severity.INFO
COLORED = (Chart, Image)
"""What has colours to point by; words, tables and drawings in signs have none of the author's."""
SHOWN = frozenset({"text", "bullet", "caption", "takeaway", "subtitle", "cell"})
"""Texts in which an author may point to something on the slide."""
_EN = "red|green|blue|orange|yellow|purple|pink|gr[ae]y"
_FR = "rouges?|verte?s?|bleue?s?|oranges?|jaunes?|violette?s?|violets?|roses?|grise?s?"
POINTING = (
    rf"\b(?:(?:shown|marked|highlighted|printed|drawn|written|colou?red|circled|underlined) in (?:{_EN})"
    rf"|the (?:{_EN}) (?:lines?|bars?|curves?|slices?|dots?|points?|arrows?|box(?:es)?|areas?|cells?|rows?|columns?)"
    rf"|(?:affiché|marqué|surligné|imprimé|dessiné|écrit|indiqué|entouré|souligné|coloré|tracé)e?s? en (?:{_FR})"
    rf"|l(?:a|es) (?:lignes?|barres?|courbes?|flèches?|boîtes?|zones?|cases?|rangées?|colonnes?|parts?) (?:{_FR})"
    rf"|l(?:e|es) (?:points?|secteurs?|traits?|cadres?|cercles?) (?:{_FR}))\b"
)
"""Compiled when it is first wanted: most decks name no colour beside a chart."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Places where a text names a colour to point by; once a text, in the language that comes first."""
    slides = {seen.number for seen in checked.visuals if type(seen.block) in COLORED}
    told_already: set[int] = set()
    for told, lang, text in checked.words if slides else ():
        if told.slide not in slides or told.what not in SHOWN or id(told) in told_already:
            continue
        found = re.search(POINTING, text.source, re.IGNORECASE)
        if found is None:
            continue
        told_already.add(id(told))
        span = checked.place(text, *found.span())
        message = tell("`{found}` means nothing to those who do not see colours", found=found[0])
        hint = tell("name its place or its label too")
        yield Diagnostic(CODE, message, span, hint, SEVERITY, lang, slide=told.slide)
