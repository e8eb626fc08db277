"""A French capital letter has lost its accent.

An accent is part of the spelling of a capital as of any letter: `MODELE` may be *modèle* or *modelé*, `A propos` is
no verb, and a screen reader says what is typed. Only words that can be nothing else are reported; what both languages
have alike is a name, and acronyms have no accents.

Bad:
    - title: {en: The State and its schools, fr: Etat et écoles}

Bad:
    - title: {en: About us, fr: A propos de nous}

Bad:
    - title: {en: Next steps, fr: ETAPES SUIVANTES}

Good:
    - title: {en: The State and its schools, fr: L’État et ses écoles}
    - title: {en: About the ETS, fr: À propos de l’ETS}

Source: OQLF, Vitrine linguistique, "Accents et tréma sur les majuscules"; Académie française, "Accentuation des
    majuscules"; Translation Bureau, Clefs du français pratique, "majuscules (accents)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from slidekit.rules.typography._mending import MOST, finding
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose

CODE = "SK309"
NAME = "unaccented-capital"
SEVERITY = Severity.WARNING
WORDS = """
âme âpre ébauche ébaucher éboulement écart écarté écarter écarts échange échanger échangez échantillon
échantillonnage échappement écharpe échéance échéancier échec échelle échelon échelonnement échiquier éclair éclairage
éclairer éclat éclatement écoénergétique école écolier écologie écologique écologiste économe économie économique
économiques économiser économisez écoresponsable écosse écosystème écotaxe écoute écouter écoutez écoutons écran
écraser écrire écrit écrite écriture écrivain écrivez écrivons écueil édifier éditer éditeur éditrice éducateur
éducatif éducative éduquer égal égale également égaler égaliser égalitaire égalité égard église égout égypte élaborer
élaborez élargir élargissement élargissez élastique électeur électoral électorale électoraux électrice électricien
électricité électrique électronique élémentaire élève élevé élevée élever élèves éliminer éliminez élire élisez éloge
éloigné éloignement élu élue élysée émetteur émettre émirats émotif émotionnel émouvoir énergétique énergie énergique
énième énoncé énoncer énorme énormément énumérer éolien éolienne éoliennes épanoui épanouissement épargne épargner
épaule épave épicerie épidémie éponge épopée époque épouse épouser époustouflant époux épreuve épreuves éprouvé
éprouver épuisé épuisement épuiser équateur équestre équilibre équilibré équilibrer équipe équipement équipements
équiper équipez équité équivalente érable érudit érythrée établi établie établies établir établis établissement
établissez étage étagère étaient étain étais était étalement étalon étanche étang étant étape état étatique étau
étayer été éteindre étendre étendue éternel éternité êtes éthiopie étions étiquetage étiquette étoffe étoile étonnant
étonner étouffer étrange étranger étrangère étrangers être étrennes étroit étroite étude étudiant étudiante étudier
étudiez évacué évacuer évader évaluateur évaluer évaluez évaluons éveil éveiller événement évènement éventail
éventualité éventuel éventuelle éventuellement évêque évidemment évidence évidente éviter évitez évitons évoluer
évoquer île îles îlot ôter
"""
"""French words whose first letter has an accent, and whose capitalised form without it is no other word or name."""
COGNATES = """
âge ère écho économies édition éditorial éducation élaboration élection élimination élision élite élément émancipation
émergence émigration émission émotion énigme énumération épisode équation équipage équitable équivalence équivalent
érosion éruption éthique évacuation évaluation évasion évident évocation évolution
"""
"""Such words that are English, too, without the accent: only what follows tells."""
CONFIRMED = (
    r"(?=[ \u00a0](?:de|du|des|d[’']|à|au|aux|et|en|sur|par|dans|pour|qui|est|sont|nationales?|annuelles?|continue)"
    r"(?!\w))"
)
PHRASES = """
Gatineau Montréal Ottawa Paris Québec Toronto bientôt cause ce cela ces cet cette chaque compter condition confirmer
court côté demain destination deux discuter distance domicile droite défaut déterminer emporter faire force gauche
jour l la leur lire long louer mesure moins moyen nos noter notre nouveau partager partir peine pied plusieurs propos
proximité quel quelle qui quoi remplir retenir sa savoir ses son suivre temps titre tous toutes travers trois vendre
venir voir vous nous vos votre vélo éviter
"""
"""What follows `À` where it begins a sentence, and never `A`, the verb or the letter."""
CEDILLA = "va|fait|marche|fonctionne|ne|se|doit|peut|permet|commence|suffit|dépend|y|alors|aussi|vaut|coûte|arrive"
"""What follows `Ça`."""
LONGEST_ACRONYM = 4
"""`AGE` is a meeting; `ETATS` can only be States."""
_BASE = str.maketrans("âàéèêëîïôœÂÀÉÈÊËÎÏÔ", "aaeeeeiioœAAEEEEIIO")
_CAPITAL = re.compile(
    r"[ \n(«’'>*_-](?:E(?:[bcdfghmopqrvé]|l(?!le)|n[aeiou]|t[^ s,.-]|[BCDFGHLMNOPQRTVÉ])"
    r"|I[lL][EeOo]|O[tT][eE]|A[gm ]|A[GM]|Ca )"
)


def _forms(word: str, stripped: bool) -> Iterator[tuple[str, str]]:
    """A word as it is typed without the accent of its capital, or without any, and as it should be."""
    for form in dict.fromkeys([word, word if word[-1] in "sxz" else f"{word}s"]):
        bare = form.translate(_BASE) if stripped else form[0].translate(_BASE) + form[1:]
        yield bare[0].upper() + bare[1:], form[0].upper() + form[1:]
        if len(form) > LONGEST_ACRONYM or form in ("état", "être"):
            yield bare.upper(), form.upper()


@cache
def _table(words: str) -> dict[str, str]:
    meant: dict[str, set[str]] = {}
    for word in words.split():
        for bare, right in _forms(word, stripped=True):
            meant.setdefault(bare, set()).add(right)
    table = {bare: right for bare, (right, *others) in meant.items() if not others}  # `Eleve`: élève, or élevé
    return table | {bare: right for word in words.split() for bare, right in _forms(word, stripped=False)}


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.@/&\ufffc-])(?:[EIOA][a-zà-ÿ]{1,20}|[EIOA][A-ZÀ-ß]{2,20})(?![\w@/&\ufffc])")


@cache
def _confirmed() -> re.Pattern[str]:
    return re.compile(CONFIRMED, re.IGNORECASE)


@cache
def _starts() -> re.Pattern[str]:
    after = "|".join(PHRASES.split())
    start = r"(?:(?<=\A)|(?<=[.!?:;…\n«(–—•|*_\u2060>-])|(?<=[.!?:;…«–—•|\u2060-][ \u00a0\u202f]))"
    bigger = rf"(A)(?=[ \u00a0](?:{after})(?![\w.])|[ \u00a0][lL][’'])"
    return re.compile(rf"{start}(?:{bigger}|(Ca)(?=[ \u00a0](?:{CEDILLA})(?!\w)))")


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each capital of a sure word, or of a sure beginning, that lacks its accent."""
    for side in list(checked.scans["fr"].holding(_CAPITAL)):
        bare = side.bare
        for start, end, right in islice(_wrong(side, bare), MOST):
            typed = bare[start:end]
            message = tell("`{typed}` for `{right}`", typed=typed, right=right)
            hint = tell("write {right}: a capital keeps its accent", right=right)
            edit = Edit(start, end, right)
            yield finding(checked, side, CODE, SEVERITY, message, hint, (start, end), (edit,))


def _wrong(side: Prose, bare: str) -> Iterator[tuple[int, int, str]]:
    table, cognates = _table(WORDS), _table(COGNATES)
    english = getattr(side.told.pair.en, "source", "")
    for found in _words().finditer(bare):
        word = found[0]
        right = table.get(word)
        if right is None and (right := cognates.get(word)) is not None:
            sure = _confirmed().match(bare, found.end()) or bare.strip() == "Age"
            if sure or word.lower() not in english.lower():
                yield *found.span(), right
        elif right is not None and word not in english:
            yield *found.span(), right
    for found in _starts().finditer(bare):
        yield *found.span(), "À" if found[1] else "Ça"
