"""The space before `:`, `;`, `!` or `?` is not the one of the French of that place.

Canada writes a no-break space before `:` and none before `;`, `!` and `?`; France and Belgium write a narrow
no-break space before these three, Switzerland before all four, or none; the institutions of the European Union
write none at all (`typography: eu`). An ordinary space lets the sign fall to the start of the next line, where
nobody looks for it. Times, ratios, addresses, code and emoticons have their own ways and are left alone. For `%` and
units see SK304, for quotation marks SK302.

Bad:
    - title: {en: What we found, fr: Nos constats}
      text:
        en: "Three causes: age, noise and cost."
        fr: "Trois causes: l’âge, le bruit et le coût."

Bad:
    - title: {en: What we found, fr: Nos constats}
      text:
        en: "Three causes: age, noise and cost."
        fr: "Trois causes : l’âge, le bruit et le coût."

Bad:
    - title: {en: Is it worth it?, fr: Est-ce que ça en vaut la peine ?}
      text: {en: Yes., fr: Oui.}

Bad:
    slidekit: 1
    title: {en: A talk, fr: Un exposé}
    languages: [en-GB, fr-FR]
    slides:
      - title: {en: Is it worth it?, fr: "Est-ce que cela en vaut la peine?"}
        text: {en: Yes., fr: Oui.}

Good:
    - title: {en: Is it worth it?, fr: Est-ce que ça en vaut la peine?}
      text:
        en: "Three causes at 12:30: age, noise and cost."
        fr: "Trois causes à 12:30{U+00A0}: l’âge, le bruit et le coût."

Source: Translation Bureau, Clefs du français pratique, "signes de ponctuation et espaces"; OQLF, Vitrine
    linguistique, "Espacement avant et après les signes de ponctuation et les symboles"; Lexique des règles
    typographiques en usage à l'Imprimerie nationale; Guide du typographe (Lausanne); Interinstitutional Style Guide
    of the European Union, 6.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from slidekit.rules.typography._mending import MOST, finding, is_borrowed
from slidekit.rules.typography._punctuation import Mark, is_named, marks
from slidekit.rules.typography._table import NARROW, STUCK, Convention, called, convention
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK301"
NAME = "space-before-sign"
SEVERITY = Severity.WARNING
FACTORIAL = "!"
"""Behind a figure, without a space, it may be mathematics."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each sign in French with another space before it than its place has."""
    for side in checked.signed:
        source = side.source
        if side.lang != "fr" or not (":" in source or "?" in source or "!" in source or ";" in source):
            continue
        own = convention(side.locale, checked.deck.typography)
        bare = side.bare
        for mark in islice(marks(bare), MOST):
            wanted = own.colon if mark.signs == ":" else own.tall
            typed = bare[mark.before : mark.space_end]
            if typed in wanted or (not typed and mark.signs == FACTORIAL and bare[mark.at - 1].isdigit()):
                continue
            if is_named(bare, mark, checked.across.get(id(side.text), "")):
                continue
            if not typed and is_borrowed(checked, side, mark.at):
                continue
            severity, message, hint = _said(mark.signs, typed, wanted[0], own)
            edit = _edit(mark, typed, wanted[0])
            shown = (mark.before if typed else mark.at, mark.at + len(mark.signs))
            yield finding(checked, side, CODE, severity, message, hint, shown, (edit,))


def _edit(mark: Mark, typed: str, wanted: str) -> Edit:
    return Edit(mark.before, mark.space_end, wanted) if typed else Edit(mark.at, mark.at, wanted)


def _said(signs: str, typed: str, wanted: str, own: Convention) -> tuple[Severity, Words, Words]:
    """How much it weighs, what is wrong and what to type."""
    if not wanted:
        severity = Severity.INFO if typed == NARROW else SEVERITY
        return severity, tell("a space before `{sign}`", sign=signs), tell("close it up")
    hint = tell("type {space}; `slidekit fix` does", space=called(wanted))
    if not typed:
        return SEVERITY, tell("no space before `{sign}`", sign=signs), hint
    if len(typed) == 1 and typed not in STUCK:
        return Severity.INFO, tell("an ordinary space before `{sign}`, where a line may end", sign=signs), hint
    if len(typed) > 1:
        return SEVERITY, tell("several spaces before `{sign}`", sign=signs), hint
    return Severity.INFO, tell("the wrong no-break space before `{sign}`", sign=signs), hint
