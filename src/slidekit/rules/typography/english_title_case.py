"""A French text has the capitals of an English title.

English gives every important word of a title a capital; French gives one to the first word and to names alone:
`Rapport annuel sur les langues`, never `Rapport Annuel Sur Les Langues`. A text is reported where words that are
no part of a name have capitals throughout.

Bad:
    - title: {en: Next Steps, fr: Prochaines Étapes}

Bad:
    - title: {en: Annual Report on Results, fr: Rapport Annuel sur les Résultats}

Bad:
    - title: {en: A Guide for New Employees, fr: Un Guide Pour Les Nouveaux Employés}

Good:
    - title: {en: Next Steps, fr: Prochaines étapes}
    - title: {en: Treasury Board of Canada Secretariat, fr: Secrétariat du Conseil du Trésor du Canada}

Source: Translation Bureau, Le guide du rédacteur, 3.4 (titres d’ouvrages, de documents); OQLF, Vitrine linguistique,
    "Majuscule dans les titres"; Imprimerie nationale, "titres d’œuvres".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from slidekit.rules.typography._mending import finding
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose

CODE = "SK311"
NAME = "english-title-case"
SEVERITY = Severity.WARNING
LONGEST = 200
"""Signs of a text that may be a title."""
GRAMMAR = frozenset(
    """
à au aux avec car ce ces cette chez comment contre d dans de depuis des dès donc dont du elle elles en entre est et
il ils j l la le les leur leurs lors lorsque m ma mais me mes mon n ne ni nos notre nous on ou où par pas pendant plus
pour pourquoi qu quand que quel quelle quelles quels qui s sa sans se selon ses si son sont sous sur t ta tes ton tous
tout toute toutes un une vers vos votre vous y
""".split()
)
"""Words that no title has in small letters for being important, and no name in capitals but `Le`, `La`, `De`…"""
IN_NAMES = frozenset("à au aux d de des du en et l la le les s un une on sans sous".split())
"""Of these, what names begin with or hold: `Le Devoir`, `De Gaulle`, `La Presse`."""
COMMON = frozenset(
    """
accueil acquis actif actifs action actions activité activités actuel actuelle actuels aide ajout améliorations
améliorer analyse analyses annexe annexes annuel annuelle annuelles annuels aperçu apprentissage apprises approche
approches architecture atelier ateliers avantage avantages avenir beaucoup besoin besoins bilan budget budgétaire but
buts cadre calendrier changement changements chiffre chiffres choix clé clés client clients collaboration collecte
commencer comment commentaires compétences conception conclusion conclusions confiance confidentialité connaissances
conseils constatations consultation consultations contenu contexte continu continue contraintes contrôle coordonnées
courriel coût coûts création critères culture défi définition définitions défis délai délais demande demandes démarche
démonstration dépenses déploiement dernier dernière dernières derniers détaillé détaillée détails développement
diagnostic diversité document documentation documents domaines données droits durable durée échéances échéancier
économique économiques efficace efficacité employé employée employées employés enjeu enjeux ensemble équipe équipes
essai essais étape étapes état étude études évaluation évaluations évolution exemple exemples exigences expérience
facteurs faits feuille financement finances financier financière financières foire fonctionnalités fonctionnement
formation formations formulaire frais futur futures futurs général générale générales généraux gestion gouvernance
grand grande grandes grands groupe groupes guide historique humain humaine humaines humains idée idées image impact
impacts important importante importantes inclusion indicateurs information informations infrastructure initiative
initiatives innovation interne internes introduction invité jalons jour journée langue langues leadership leçon leçons
liens ligne lignes liste logiciel logiciels maintenant matière matières meilleur meilleure meilleures meilleurs membre
membres mensuel mensuelle mesure mesures méthode méthodes méthodologie milieu mise mises mission modèle modèles
modernisation moyens niveau niveaux nouveau nouveaux nouvel nouvelle nouvelles numérique numériques objectif objectifs
observations officiel officielle officielles officiels offre offres options ordre orientation orientations outil
outils ouverture page pages partage partenaires partenariat participants participation partie parties passé patrimoine
pause perspectives phase phases pilote plan planification plans point points politique politiques portail portée
pratique pratiques premier première premières premiers présentation principal principale principales principaux
principe principes prioritaire priorité priorités procédure procédures processus prochain prochaine prochaines
prochains production produit produits programme programmes progrès projet projets proposition propositions protection
public publics publique publiques qualité question questions rapide rapides rappel rapport rapports réalisations
recherche recherches recommandation recommandations recrutement référence références réponse réponses réseau
responsabilités ressource ressources résultat résultats résumé rétroaction réunion réussite réussites risque risques
rôle rôles rythme santé sécurité service services session situation social sociale sociales sociaux solution solutions
sommaire soutien spécifique spécifiques statistiques statut stratégie stratégies stratégique stratégiques structure
suivant suivante suivantes suivants suivi sujet sujets survol synthèse système systèmes table tableau tâches technique
techniques technologie technologies technologique temps tendances test tests thème thèmes traduction transformation
travail travaux trimestriel trimestrielle utile utiles utilisateur utilisateurs utilisation valeur valeurs version vie
vision visuel voie vue
""".split()
)
"""Words of slides that are no name by themselves."""
NAMES = re.compile(
    r"Nations[ ]Unies|Premières[ ]Nations|Grands[ ]Lacs|Jeux[ ][Oo]lympiques|Services?[ ]partagés|Conseil[ ]du[ ]Trésor"
    r"|Parcs[ ]Canada|Services?[ ]Canada|Santé[ ]Canada|Moyen[ ]Âge|Nouveau[ ]Monde|Premier[ ][Mm]inistre"
    r"|(?:Directeur|Directrice|Secrétaire|Gouverneure?|Procureure?|Vérificateur|Vérificatrice|Gestionnaire)[ ]Géné"
)
"""Names whose second word has a capital, too."""
LABELS = frozenset({"Page", "Onglet", "Bouton", "Section", "Menu", "Diapositive", "Étape", "Espace"})
"""Words after which a thing is called by its name: `la page Réponses`."""
_LIKELY = re.compile(r"[ \n«(’'][A-ZÀÂÇ-ÏÔÙÛŒ]\w*[ ][A-ZÀÂÇ-ÏÔÙÛŒ][a-zà-ÿœ]")
"""Two words in a row with a capital."""


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each French text, or part of one between two signs, that has an English title's capitals."""
    for side in list(checked.scans["fr"].holding(_LIKELY)):
        unchanged = getattr(side.told.pair.en, "source", "") == side.text.source  # a name, or what SK209 is about
        if len(side.text.source) <= LONGEST and not unchanged:
            yield from _in(checked, side)


def _in(checked: Checked, side: Prose) -> Iterator[Diagnostic]:
    bare = side.bare
    at = 0
    for stop in re.finditer(r"[.!?:;,/|()\n«»“”\"•–—]|\Z", bare):
        found = _too_many(bare, at, stop.start(), side)
        at = stop.end()
        if found:
            message = tell("capitals as in an English title: `{words}`", words=bare[found[0][0] : found[-1][1]])
            hint = tell("in French, only the first word of a title and names have a capital")
            edits = tuple([Edit(start, start + 1, bare[start].lower()) for start, _ in found])
            yield finding(checked, side, CODE, SEVERITY, message, hint, (found[0][0], found[-1][1]), edits, safe=False)


def _too_many(bare: str, start: int, end: int, side: Prose) -> Sequence[tuple[int, int]]:
    """The words with a capital too many; none where any word of weight has none, for then capitals are names'."""
    words = list(_words().finditer(bare, start, end))
    if len(words) < 2:
        return ()
    english = _heard(side)
    found: list[tuple[int, int]] = []
    common = important = names = 0
    for before, word in pairwise(words):
        typed, lower = word[0], word[0].lower()
        after_capital = before[0][0].isupper()
        if typed[1:] and typed.isupper():
            continue
        if lower in GRAMMAR:
            if typed[0].isupper() and after_capital:
                important += lower not in IN_NAMES
                found.append(word.span())
        elif typed[0].islower():
            return ()
        elif lower in COMMON:
            common += after_capital and before.end() + 1 == word.start() and before[0] not in LABELS
            found.append(word.span())
        else:
            names += lower in english
    if NAMES.search(bare, start, end) or (names and common + important < 2):
        return ()
    shouted = len(words) > 3 and len(found) > common and not names  # Travailler De Façon Ouverte
    return found if shouted or common or important > 1 or (important and len(found) > 1) else ()


def _heard(side: Prose) -> frozenset[str]:
    """The words of the English: what both languages have is a name."""
    source = getattr(side.told.pair.en, "source", "")
    return frozenset(_words().findall(source.lower()))
