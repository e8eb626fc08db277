"""Bold, italics or strike stand in one language and not in the other, or more often.

What the English stresses, the French must stress: the audience sees one slide with bold words and one without,
and a pair of stars that does not close is read as stars. Order is free, since each language has its own.

Left alone are differences that good French makes: *ne … pas* around a verb in two stretches, a foreign
word in italics on one side only, and a title in italics in English that stands between guillemets in French.

Bad:
    - title: {en: "Test **early**", fr: "Tester tôt"}

Bad:
    - title: {en: "Test **early**", fr: "Tester **tôt"}

Good:
    - title: {en: "Test **early** and *often*", fr: "Tester *souvent* et **tôt**"}

Source: Weblate's check of Markdown; Le guide du rédacteur, 4.3: what stands in italics, and what between guillemets.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.rules.contrast import shortened
from slidekit.rules.markup import Marked, is_marked, marked
from slidekit.rules.prose import Twins
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, tell

CODE = "SK204"
NAME = "different-markup"
SEVERITY = Severity.WARNING
NEGATION = frozenset("ne n' n’ pas jamais plus rien aucun aucune personne point nul nulle ni que qu' qu’ guère".split())
"""The two halves of French negation, which a verb stands between."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts whose two sides do not stress as many stretches, kind by kind."""
    for twins in checked.twins:
        english, french = twins.en.text.source, twins.fr.text.source
        if not is_marked(english) and not is_marked(french):
            continue
        ours, theirs = marked(english), marked(french)
        if ours[:3] == theirs[:3]:
            continue
        for kind in ("bold", "italic", "strike"):
            counts = len(getattr(ours, kind)), _french(getattr(theirs, kind))
            if counts[0] != counts[1] and not (kind == "italic" and _is_custom(ours, theirs)):
                yield _finding(checked, twins, kind, counts, getattr(ours, kind) or getattr(theirs, kind))
                break


def _french(stretches: tuple[str, ...]) -> int:
    """How many there are, the halves of a negation counted as one."""
    halves = [words.strip().lower() in NEGATION for words in stretches]
    return len(stretches) - (sum(halves) // 2)


def _is_custom(ours: Marked, theirs: Marked) -> bool:
    """Whether the italics differ as the languages do: a foreign word, or a title between guillemets."""
    if len(ours.italic) < len(theirs.italic):
        more, words, quoting, plain = theirs.italic, ours.words, ours.words, theirs.words
    else:
        more, words, quoting, plain = ours.italic, theirs.words, theirs.words, ours.words
    beyond = abs(len(ours.italic) - len(theirs.italic))
    if _quotes(quoting) - _quotes(plain) >= beyond:
        return True
    said = words.casefold()
    return sum(stretch.strip().casefold() in said for stretch in more) >= beyond


def _quotes(words: str) -> int:
    return words.count("«") + words.count("“") + words.count('"') // 2


def _finding(checked: Checked, twins: Twins, kind: str, counts: tuple[int, int], some: tuple[str, ...]) -> Diagnostic:
    english, french = counts
    side = twins.fr if french < english else twins.en
    lang = side.lang
    span = side.text.span
    return Diagnostic(
        CODE,
        _message(kind, english, french),
        span,
        _hint(lang, shortened(some[0])),
        SEVERITY,
        lang,
        slide=twins.told.slide,
    )


def _message(kind: str, english: int, french: int) -> Words:
    match kind:
        case "bold":
            return tell("{english} in bold in the English, {french} in the French", english=english, french=french)
        case "italic":
            return tell("{english} in italics in the English, {french} in the French", english=english, french=french)
        case _:
            return tell("{english} struck out in the English, {french} in the French", english=english, french=french)


def _hint(lang: str, words: str) -> Words:
    if lang == "fr":
        return tell("mark the same words in the French as in the English, such as `{words}`", words=words)
    return tell("mark the same words in the English as in the French, such as `{words}`", words=words)
