"""A table has no header row.

A screen reader says with each cell what stands at the head of its column. Without a header there is nothing to
say, and a number in the third row is a number of nobody knows what. In PowerPoint and in PDF the header row is
marked as such; in Marp it is one.

Bad:
    - title: {en: Two cities, fr: Deux villes}
      table:
        rows:
          - both: [Gatineau, "291041"]

Good:
    - title: {en: Two cities, fr: Deux villes}
      table:
        header:
          en: [City, People]
          fr: [Ville, Habitants]
        rows:
          - both: [Gatineau, "291041"]

Source: WCAG 2.2, success criterion 1.3.1 Info and Relationships (level A); Microsoft's accessibility checker,
    "Tables specify column header information".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.deck.model import Table
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK504"
NAME = "missing-header"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Tables that begin with a row like the others."""
    for seen in checked.visuals:
        if type(seen.block) is Table and seen.block.header is None and seen.block.rows:
            hint = tell("add  header: {en: [..], fr: [..]}  above the rows")
            span = seen.block.rows[0].span
            yield Diagnostic(CODE, tell("no header row for this table"), span, hint, SEVERITY, slide=seen.number)
