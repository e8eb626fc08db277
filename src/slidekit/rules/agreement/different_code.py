"""A piece of code or a formula differs between the two languages.

What an audience types must be the same in both rooms: a command that one side spells differently, or lacks, is
a mistake of the hand. What may be said in a language is left out of the comparison: text in quotes, comments,
the names that stand for something (`<file>`, `FILE`), `en` and `fr` themselves, and words in formulas.

Bad:
    - title: {en: "Run `make test`", fr: "Lancer `make tests`"}

Bad:
    - title: {en: "Energy is $E = mc^2$", fr: "L’énergie vaut $E = mc^3$"}

Good:
    - title: {en: "Run `make test`", fr: "Lancer `make test`"}
      bullets:
        - en: "Say `git commit -m \\"Fast tests\\"`"
          fr: "Dire `git commit -m \\"Des tests rapides\\"`"

Source: The Canadian Style, 15: names of commands and files are never translated; Weblate's check of markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from slidekit.rules.base import Checked
from slidekit.rules.contrast import Apart, apart, told_apart
from slidekit.rules.markup import marked
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK205"
NAME = "different-code"
SEVERITY = Severity.WARNING
SAID = frozenset("?!….»”")
KEYS = dict(
    pair.split("=")
    for pair in "maj=shift suppr=delete supprimer=delete entrée=enter échap=esc espace=space retour=backspace "
    "début=home fin=end inser=insert verr=lock alt=alt impr=print écr=screen haut=up bas=down gauche=left "
    "droite=right".split()
)
"""What French keyboards have on their keys."""
ACCENTS = frozenset("àâæçéèêëîïôœùûüÀÂÇÉÈÊÎÔŒ")
"""What French has and commands do not."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts whose two sides do not show the same code."""
    for twins in checked.twins:
        english, french = twins.en.text.source, twins.fr.text.source
        if "`" in english or "`" in french:
            found = apart(_codes(marked(english).code), _codes(marked(french).code))
            if found is not None and not _are_words(found):
                yield told_apart(CODE, checked, twins, found, SEVERITY)
        if "$" in english or "$" in french:
            found = apart(_formulas(marked(english).formulas), _formulas(marked(french).formulas))
            if found is not None:
                yield told_apart(CODE, checked, twins, found, SEVERITY)


def _are_words(found: Apart) -> bool:
    """Whether what differs is something said, such as a prompt, and not something that a machine reads."""
    english, french = found
    if len(english) != len(french) or not all(_said().fullmatch(code) for code in (*english, *french)):
        return False
    commands = {code.split()[0] for code in english}
    return all(code[-1] in SAID or "’" in code or " > " in code or _is_french(code, commands) for code in french)


def _is_french(code: str, commands: set[str]) -> bool:
    """Whether it has accents, and is no command whose second word was translated: `git vérifier`."""
    return code.split()[0] not in commands and not ACCENTS.isdisjoint(code)


def _codes(found: tuple[str, ...]) -> dict[str, str]:
    return {code: one for one in found if (code := _bare(one))}


def _formulas(found: tuple[str, ...]) -> dict[str, str]:
    said, comma = _words()
    return {"".join(comma.sub(".", said.sub("", one)).split()): one for one in found}


def _bare(code: str) -> str:
    """Code without what a language may say in its own words: names of keys and the form of numbers included."""
    spoken, languages, numbers = _spoken()
    bare = numbers.sub("", languages.sub("", spoken.sub("·", code)))
    if code[:1].isupper():
        bare = _key().sub(lambda found: KEYS.get(found[0].lower(), found[0].lower()), bare)
    return " ".join(bare.split())


@cache
def _key() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _spoken() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Strings, comments and names that stand for something; the languages themselves; what parts figures."""
    spoken = re.compile(
        r""" "[^"\n./\\_\d]*" | '[^'\n./\\_\d]*' | «[^»\n]*» | “[^”\n]*” | (?:^|(?<=\s))\#\s.* | //\s.*
           | (?<!\w)<[^\W\d][^<>\n]*> | (?<!\w)\[[^\W\d][^\[\]\n]*\]
           | (?<![\w$])(?:FILES?|FICHIERS?|NAME|NOM|PATH|CHEMIN|FOLDER|DIR|DOSSIER|USER|UTILISATEUR|VALUE|VALEUR
             |KEY|CLÉ|LANG|LANGUE|TITLE|TITRE|PASSWORD|MOT_DE_PASSE|[YA]{2,4}(?:-MM(?:-[DJ]{2})?)?)(?!\w)
        """,
        re.VERBOSE,
    )
    languages = re.compile(r"(?<![^\W_])(?:en|eng|fr|fra)(?:[_-](?:CA|US|GB|FR|CH|BE))?(?![^\W_])", re.IGNORECASE)
    return spoken, languages, re.compile(r"(?<=\d)[ ,.\u00a0\u202f](?=\d)")


@cache
def _said() -> re.Pattern[str]:
    return re.compile(r"[«“]?[ \u00a0]?[^\W\d_]+(?:[ ,’'>\u00a0-]+[^\W\d_]+)*[ \u00a0\u202f]?[?!….»”]?")


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words inside a formula, and the decimal signs of both languages."""
    return re.compile(r"\\(?:text\w*|mathrm|operatorname\*?|mbox)\{[^{}]*\}|\\[,;:! ]"), re.compile(
        r"\{,\}|(?<=\d),(?=\d)"
    )
