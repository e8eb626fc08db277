"""The list of terms cannot be read, or something in it makes no sense.

As long as it cannot be read, no term is checked, so this is an error. A deck's `glossary:` holds the terms, or names a
file in the deck's own folder; a list for all decks of a project is named in `slidekit.toml`. A `.yaml` file holds
what may stand under `glossary:`; a `.csv` file has a first line that names the columns `en` and `fr`, with commas,
semicolons or tabs between; a `.tbx` file is that of a term bank. XML that defines entities is refused.

Bad:
    slidekit: 1
    title: {en: Our tools, fr: Nos outils}
    glossary: nowhere.csv
    slides:
      - title: {en: A look back, fr: Un retour en arrière}

Bad:
    slidekit: 1
    title: {en: Our tools, fr: Nos outils}
    glossary: ../shared/terms.yaml
    slides:
      - title: {en: A look back, fr: Un retour en arrière}

Good:
    slidekit: 1
    title: {en: Our tools, fr: Nos outils}
    glossary:
      terms:
        - {en: public servant, fr: fonctionnaire}
        - {en: email, fr: [courriel, courrier électronique]}
      banned:
        - {en: utilize, instead: use}
      names: [GC Notify, GCdocs]
      acronyms: {GCDS: SCDG}
    slides:
      - title: {en: A look back, fr: Un retour en arrière}

Source: the deck format, version 1; ISO 30042:2019 (TBX); RFC 4180 (CSV).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.source.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK224"
NAME = "broken-glossary"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """What was found when the lists were read."""
    yield from checked.broken_terms
