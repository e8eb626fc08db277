"""A French word has a capital that only English gives it.

Days, months and languages are common nouns in French, and so are adjectives of nationality: `lundi 3 mars`,
`en français`, `le gouvernement canadien`; only the people have a capital: `les Canadiens`. In a title of several
words, one alone has it, if any: `le premier ministre`, in France `le Premier ministre`. Feast days and days of
history keep theirs: `le 14 Juillet`, `la crise d’Octobre`.

Bad:
    - title: {en: On Monday morning, fr: Le rendez-vous du Lundi matin}

Bad:
    - title: {en: Since March 2021, fr: Depuis Mars 2021}

Bad:
    - title: {en: Available in French, fr: Offert en Français}

Bad:
    - title: {en: The Canadian government, fr: Le gouvernement Canadien}

Good:
    - title: {en: Canadians speak French on Monday, fr: Les Canadiens parlent français le lundi}

Source: Translation Bureau, Le guide du rédacteur, 3.2 (dates), 3.3.9 (peuples, langues), 3.3.15 (titres de
    fonctions); OQLF, Vitrine linguistique, "Majuscule aux noms de jours et de mois", "Majuscule aux noms de peuples".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from slidekit.rules.typography._mending import MOST, finding
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

CODE = "SK310"
NAME = "french-capital"
SEVERITY = Severity.WARNING

_LIKELY = re.compile(
    r"[ \u00a0’'-](?:Lun|Mar[ds]|Mer[ci]|Jeu|Ven|Sam|Dim|Jan|Fév|Avr|Mai|Jui|Aoû|Sep|Oct|Nov|Déc"
    r"|Cana|Fran|Angl|Espa|Alle|Ital|Chin|Japo|Russ|Port|Arab|Amér|Brit|Euro|Québécoi|Onta|Belg|Mexi|Acad|Afri"
    r"|Inuk|Innu|Cri|Lati|Mand|Mani|Alber|Asia|Aust|Brés|Irla|Écos|Mini|Géné)"
)
WEEK = dict(
    zip(
        "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
        strict=True,
    )
)
DAYS = "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche"
MONTHS = "Janvier|Février|Juillet|Août|Septembre|Octobre|Novembre|Décembre"
NAMESAKES = "Mars|Avril|Mai|Juin"
"""Months that are also a planet, a first name, a verb in a name."""
ALL_MONTHS = f"{MONTHS}|{NAMESAKES}"
FEASTS = "[Ss]aint|[Gg]ras|[Nn]oir|des[ ]Cendres|de[ ]Pâques"
BEFORE_DAY = "le|les|du|au|ce|un|des|aux|chaque|et|ou|de|dès|prochain|dernier|matin|soir|puis|jusqu’au|jusqu'au"
BEFORE_MONTH = (
    "en|de|du|fin|début|mi|depuis|dès|à|et|ou|au|jusqu’en|jusqu'en|jusqu’à|jusqu'à|le|mois|entre|avant|après|vers|pour"
)
HISTORY = "14 Juillet|11 Novembre|11 Septembre|1er Mai|8 Mai|18 Juin|4 Août|10 Août|6 Février|13 Mai|18 Brumaire"
"""Days of history, which keep their capital unless the year is told."""
LANGUAGES = "Français|Anglais|Espagnol|Allemand|Italien|Portugais|Chinois|Japonais|Russe|Arabe|Inuktitut|Innu|Cri|Latin"
SPEAKING = "en|parler|parle|parlent|parlez|parlons|parlant|apprendre|enseigner"
PEOPLES = (
    "canadien|français|anglais|québécois|ontarien|manitobain|albertain|acadien|américain|britannique|européen|allemand"
    "|espagnol|italien|belge|chinois|japonais|russe|mexicain|africain|asiatique|australien|brésilien|irlandais|écossais"
)
NOUNS = (
    "Union(?=[ ]Europ)"
    "|gouvernements?|langues?|populations?|société|sociétés|entreprises?|citoyen(?:ne)?s?|dollars?|lois?|marchés?"
    "|économies?|cultures?|armée|territoires?|passeports?|drapeaux?|histoire|identité|systèmes?|institutions?"
    "|universités?|normes?|droit|littérature|cuisine|peuples?|compagnies?|organismes?|provinces?|villes?|frontières?"
    "|sol|versions?|textes?|traductions?|produits?|contexte|résident(?:e)?s?|ressortissant(?:e)?s?|secteurs?"
    "|industries?|régions?|origines?|nationalités?|mots?|termes?|accents?|films?|familles?"
    "|artistes?|auteur(?:e)?s?|consommateurs?|contribuables?|ménages?|travailleurs?|fonctionnaires?|parlement|politiques?"
    "|constitution|charte|fédération|monnaie|bilinguisme|militaires?|forces|écoles?|universitaires?|public|publique"
    "|étude|études|autrices?|auteures?|équipes?|ministères?|sites?|chercheurs?|chercheuses?|étudiant(?:e)?s?|expert(?:e)?s?"
    "|modèles?|marques?|presse|radio|vins?|services?|projets?|rapports?|logiciels?|ingénieur(?:e)?s?|écrivain(?:e)?s?"
    "|livres?|romans?|journal|journaux|délégations?|conférences?|données|communautés?|collectivités?|administrations?"
    "|organisations?|associations?|écosystèmes?|ambassades?|réalités?|clients?|clientèle|utilisateurs?|utilisatrices?"
)
"""Common nouns after which the name of a people can only be an adjective."""
TITLES = (
    "(?:[Pp]remier|[Pp]remière)[ ](?P<minister>Ministre)"
    "|(?:[Gg]ouverneur|[Gg]ouverneure|[Dd]irecteur|[Dd]irectrice|[Ss]ecrétaire|[Vv]érificateur|[Vv]érificatrice"
    "|[Pp]rocureur|[Pp]rocureure|[Gg]estionnaire)[ ](?P<general>Général|Générale)"
)


class _Wrong(NamedTuple):
    """A word whose capital is one too many, and why."""

    start: int
    end: int
    why: Words
    safe: bool


@cache
def _faults() -> re.Pattern[str]:
    year = r"(?=[ \u00a0]\d{4}(?!\d))"
    return re.compile(
        rf"""
          (?<!\w)(?i:{BEFORE_DAY})[ \u00a0](?P<day>{DAYS})(?![\w-])(?![ ](?:{FEASTS}))
        | (?<!\w)(?:{DAYS}|{DAYS.lower()})[ ]?(?:au|et|ou|[–-])[ ]?(?P<until>{DAYS})(?![\w-])
        | (?<!\w)(?P<history>{HISTORY.replace(" ", "[ ]")})(?![\w-])(?!{year})
        | (?<![\w.,/-])(?:\d\d?|1er)[ \u00a0](?P<dated>{ALL_MONTHS})(?![\w-])
        | (?<!\w)(?i:{BEFORE_MONTH})[ \u00a0-](?P<month>{MONTHS})(?![\w-])
        | (?<!\w)(?i:en[ ]|mois[ ](?:de[ ]|d[’'])|mi-|fin[ ]|début[ ])(?P<named>{NAMESAKES})(?![\w-])
        | (?<!\w)(?<!crise[ ])(?<!olution[ ])d[’'](?P<elided>Août|Avril|Octobre){year}
        | (?<=[\w,)][ \u00a0])(?P<year>{ALL_MONTHS}){year}
        | (?<!\w)(?i:{SPEAKING})[ \u00a0](?=(?P<spoken>{LANGUAGES})(?!\w)(?![ ][A-ZÀ-Ü]))
        | (?<!\w)(?i:{SPEAKING})[ ](?:(?:{LANGUAGES.lower()})(?:,|[ ]et|[ ]ou)[ ]){{1,4}}
          (?=(?P<also>{LANGUAGES})(?!\w))
        | (?<!ntre[ ])(?<!\w)(?:[Aa]nglais|[Ff]rançais)[ ](?:et|ou)[ ](?P<second>Anglais|Français)
          (?=[ \u00a0]*(?:[.,;:)]|\Z))
        | (?<=[a-zà-ÿ,][ \u00a0])(?P<told>{DAYS})(?![\w-])(?![ ](?:{FEASTS}))
        | (?<!\w)(?:{NOUNS})[ \u00a0](?P<people>(?i:(?:{PEOPLES})(?:ne|e)?s?))(?<=\w)(?!\w)
        | (?<!\w)(?:{TITLES})(?!\w)
        """,
        re.VERBOSE,
    )


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each capital of a day, a month, a language, an adjective of nationality or a title's second word."""
    for side in list(checked.scans["fr"].holding(_LIKELY)):
        bare = side.bare
        for one in islice(_wrong(bare, getattr(side.told.pair.en, "source", "")), MOST):
            word = bare[one.start : one.end]
            right = word[0].lower() + word[1:]
            hint = tell("write {right}", right=right)
            edit = Edit(one.start, one.start + 1, right[0])
            yield finding(checked, side, CODE, SEVERITY, one.why, hint, (one.start, one.end), (edit,), one.safe)


def _wrong(bare: str, english: str) -> Iterator[_Wrong]:
    said = {day for day, name in WEEK.items() if name in english}
    for found in _faults().finditer(bare):
        kind = found.lastgroup or "history"
        word = found[kind]
        if kind == "history" or not word[0].isupper() or word.isupper():
            continue
        start, end = found.span(kind)
        if kind == "told" and word.lower() not in said:
            continue  # Robinson and Vendredi
        if kind in ("day", "until", "told"):
            yield _Wrong(start, end, tell("a capital for the day `{word}`", word=word), True)
        elif kind in ("dated", "month", "named", "elided", "year"):
            yield _Wrong(start, end, tell("a capital for the month `{word}`", word=word), True)
        elif kind in ("spoken", "also", "second"):
            yield _Wrong(start, end, tell("a capital for the language `{word}`", word=word), True)
        elif kind == "people":
            yield _Wrong(start, end, tell("a capital for the adjective `{word}`", word=word), False)
        else:
            yield _Wrong(start, end, tell("a capital in the middle of a title: `{word}`", word=word), False)
