"""A name that is never translated is there in one language and not in the other.

Products, programs and people keep their names: a French slide that says *Notification GC* for *GC Notify* sends its
reader to search for something that is not there. `names:` in the glossary lists them, and so does a term that is the
same in both languages (`both: GC Notify`). A name counts letter for letter, capitals included; within a longer term
of the glossary, which has a translation of its own, it is left alone.

Bad:
    slidekit: 1
    title: {en: Our tools, fr: Nos outils}
    glossary:
      names: [GC Notify]
    slides:
      - title: {en: Write with GC Notify, fr: Écrire avec Notification GC}

Good:
    slidekit: 1
    title: {en: Our tools, fr: Nos outils}
    glossary:
      names: [GC Notify]
    slides:
      - title: {en: GC Notify's first year, fr: La première année de GC Notify}

Source: the organisation's own choice; translate-toolkit keeps such a list for its check `notranslatewords`, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.deck.wordlists import Words as Glossed
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose

CODE = "SK223"
NAME = "translated-name"
SEVERITY = Severity.WARNING


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Names that one side lacks."""
    if not checked.glossary.names:
        return
    words = checked.glossary.words
    for twins in checked.twins:
        for one, other in ((twins.en, twins.fr), (twins.fr, twins.en)):
            for name, start, end in _names(one, words):
                if not _has(other.source, name):
                    yield _finding(checked, one, other, name, (start, end))


def _names(side: Prose, words: Glossed) -> Iterator[tuple[str, int, int]]:
    """The names in a side, each once, and none that a longer term holds."""
    found = words.names(side.bare)
    if not found:
        return
    from slidekit.deck.wordlists import covered

    longer = [(one.start, one.end) for one in words.in_terms(side.lang).find(side.bare)]
    seen: set[str] = set()
    for name, start, end in found:
        if name not in seen and not covered(longer, start, end):
            seen.add(name)
            yield name, start, end


def _has(source: str, name: str) -> bool:
    """Whether a side has a name anywhere: in code and in an address it is kept, too."""
    if name in source or name in " ".join(source.split()):
        return True
    return source.isupper() and name.upper() in source


def _finding(checked: Checked, one: Prose, other: Prose, name: str, place: tuple[int, int]) -> Diagnostic:
    message: Words
    if other.lang == "fr":
        message = tell("“{name}” is never translated, and the French lacks it", name=name)
    else:
        message = tell("“{name}” is never translated, and the English lacks it", name=name)
    hint = tell("write “{name}” as it is", name=name)
    return Diagnostic(CODE, message, other.text.span, hint, SEVERITY, lang=other.lang, slide=one.told.slide)
