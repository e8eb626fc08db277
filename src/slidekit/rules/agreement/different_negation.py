"""One side says no, the other says yes.

A `not` that went missing turns a sentence round, and nothing looks wrong. Only clear cases are told: a negation on
one side, and on the other neither a negation nor a word that says as much (`unable`, `sans`, `impossible`,
`seulement`). Where both sides have as many sentences, they are held against each other one by one.

Bad:
    - title: {en: Security, fr: Sécurité}
      bullets:
        - {en: Do not share your password, fr: Communiquez votre mot de passe}

Good:
    - title: {en: Security, fr: Sécurité}
      bullets:
        - {en: Do not share your password, fr: Ne communiquez pas votre mot de passe}
        - {en: The file cannot be found, fr: Fichier introuvable}

Source: ISO 17100:2015, 5.3.3: a revision holds the translation against the source for its meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from slidekit.rules.patterns import Patterns
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose

CODE = "SK214"
NAME = "different-negation"
SEVERITY = Severity.INFO
LONGEST = 300
"""Sentences of more characters say too much to be compared."""


@cache
def _patterns() -> Patterns:
    """What says no in each language: for sure, or in one of many ways; and where sentences end."""
    return Patterns(
        {
            "sure en": (
                r"(?<!whether or )(?<!why )(?<!if )(?<!\()\bnot\b"
                r"(?!\s+(?:only|just|later|more|less|until|yet|sure|to mention|rocket|so\s+fast|an?\s+\w+,"
                r"|an?\s+valid|valid|necessarily|\w+\s+than)|-)"
                r"|\bcannot\b|n['’]t\b(?!\s+(?:take long|forget|hesitate|miss|wait|panic|worry|give\s+up"
                r"|be\s+(?:shy|afraid)|you|we|they|it))|\bnever\b"
                r"|(?:^\s*|\b(?:have|has|had|is|are|was|were|need|needs)\s+)"
                r"no\s+(?!longer|later|more|less|matter|doubt|idea|problem|worries|brainer|wonder|kidding|pressure|sweat)"
                r"[a-z]{4,}|\bnothing\b(?!\s+(?:new|but|like)\b)|\bnobody\b"
            ),
            "sure fr": (
                r"(?:\bne\s|\bn['’])(?<!pourquoi ne )"
                r"(?!import|oubli|hésit|manqu|rat|tard|quitt|boug|perd|vous en f|vous inqui|est-ce|serait-ce"
                r"|(?:doit |doivent )?(?:pas )?dépass)"
                r"(?:(?!\bque?\b|\bqu['’])[^.;:!?\n]){0,40}?"
                r"\b(?:pas|jamais|aucun|aucune|rien|personne)\b(?!\s+seulement|\s+(?:que|qu['’]))"
                r"|\b(?:rien|personne|nul|nulle|aucune?)\s+(?:\w+\s+)?(?:ne\s|n['’])"
                r"|(?<!pourquoi )\bne pas (?!oubli|hésit|manqu|dépass)"
                r"|^\s*(?:pas d[e'’](?! ?(?:panique|souci|doute|stress|quoi))|aucun|aucune|jamais)\b"
            ),
            "any en": (
                r"n['’]t\b|\b(?:no|not|non|nor|none|never|nothing|nobody|neither|nowhere|cannot|without|hardly|barely|rarely"
                r"|seldom|only|just|except|unless|until|before|but|yet|still|instead|rather|few|fewer|little|less|least|than"
                r"|beyond|out|off|away|over|too|any|anyone|anything|other|otherwise|different|else|against|old|wrong|bad|poor"
                r"|free|feel|remember|sure|ensure|keep|if|whether|mind|pending|optional|remain\w*|low|lower|short|lose|lost"
                r"|down|closed|stuck|far|blank|most|within|below|vacant|idle|alone|same|false|dead|gone|weak"
                r"|fail\w*|miss\w*|lack\w*|avoid\w*|prevent\w*|stop\w*|refus\w*|reject\w*|den(?:y|ie)\w*|ban\w*|forb\w*"
                r"|prohibit\w*|restrict\w*|block\w*|ceas\w*|absen\w*|exclu\w*|empt\w*|expir\w*|forg\w*|ignor\w*|doubt\w*"
                r"|beware|caution\w*|careful\w*|watch|delet\w*|remov\w*|eliminat\w*|difficult\w*|hard|error\w*|trouble\w*|problem\w*|limit\w*|void|zero|minus|more"
                r"|un(?!i|der\b|til)\w{3,}|in(?!t|s|d[iu]|f|v[eo]|c[lo]|put|n|h)\w{4,}|invalid\w*|inactive|incorrect\w*"
                r"|incomplete|insufficient\w*|im(?:pos|pro|per)\w*|dis\w{4,}|mis\w{4,}|ir(?:re|ra)\w+|il(?:le|lo)\w+|\w+less)\b"
            ),
            "any fr": (
                r"\b(?:ne|non|pas|plus|jamais|aucun|aucune|aucunement|rien|personne|nul|nulle|nullement|ni|sans|sauf|hors|hormis"
                r"|excepté|peu|moins|trop|seul\w*|uniquement|sinon|faute|avant|contraire\w*|contre|loin|rare\w*|encore|vide"
                r"|guère|tout sauf|autre\w*|autrement|zéro|incognito|plutôt|mal|défaut|lieu|toujours|que|qu|défense"
                r"|garde\w*|não|nicht|keine?|niet|geen)\b"
                r"|^\s*à\s|tout à fait|\bn['’]"
                r"|\b(?:impos|im[mp]|introuv|inter[dr]|in(?!t|form|st|v[ei]|d[iu]|fl|scri|clu)"
                r"|ir[ré]|illé|illi"
                r"|dé[sptclmfrg]|manqu|échou"
                r"|échec|refus|rejet|évit|empêch|interdi|cess|absen|exclu|exempt|priv|abst|oubli|déconseill|difficil|ignor"
                r"|supprim|annul|arrêt|err|erreur|échap|perd|perte|bloqu|limit|lacun|pénuri|mécon|nég|non-|prohib|proscri"
                r"|suspen|nuir|vain|renonc|laiss|fauss|faux|abandon|délaiss|dispen|tabou|hésit|confus|gratui|libre)\w*"
            ),
            "sentence": r"(?<=[.!?;\n])\s+",
        }
    )


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Sentences that are denied in one language only."""
    for twins in checked.twins:
        en, fr = twins.en.bare, twins.fr.bare
        if not (
            "n't" in en or "n’t" in en or "not" in en or "ever" in en or "no" in en or "No" in en
            or "pas" in fr or "aucun" in fr or "amais" in fr or "rien" in fr or "Pas" in fr or "Aucun" in fr
        ):  # fmt: skip
            continue
        pairs = _sentences(en.lower(), fr.lower())
        denied = [side for pair in pairs if (side := _denied(*pair))]
        if denied and not _are_moved(pairs):
            yield _told(twins.en if denied[0] == "en" else twins.fr, twins.told.slide)


def _sentences(en: str, fr: str) -> list[tuple[str, str]]:
    """Sentence beside sentence where both sides have as many; the whole texts otherwise."""
    if len(en) < LONGEST and not any(sign in en[:-1] for sign in ".!?;\n"):
        return [(en, fr)]
    split = _patterns()["sentence"].split
    english, french = split(en.strip()), split(fr.strip())
    return list(zip(english, french, strict=True)) if len(english) == len(french) else [(en, fr)]


def _are_moved(pairs: list[tuple[str, str]]) -> bool:
    """Whether both texts deny as many sentences, in another order."""
    known = _patterns()
    english = sum(known["sure en"].search(one) is not None for one, _ in pairs)
    return english == sum(known["sure fr"].search(other) is not None for _, other in pairs)


def _denied(english: str, french: str) -> str:
    """`en` where only the English says no for sure, `fr` where only the French does."""
    if len(english) > LONGEST or len(french) > LONGEST:
        return ""
    known = _patterns()
    if english == french:
        return ""
    if (said := known["sure en"].search(english)) is not None:
        twice = known["any en"].search(english[said.end() :])  # cannot be empty
        kept = known["sure en"].search(french)  # a title that is not translated
        return "" if twice or kept or known["any fr"].search(french) else "en"
    if known["sure fr"].search(french):
        return "" if known["any en"].search(english) or known["sure fr"].search(english) else "fr"
    return ""


def _told(side: Prose, slide: int | None) -> Diagnostic:
    if side.lang == "en":
        message = tell("the English says no, the French does not")
    else:
        message = tell("the French says no, the English does not")
    hint = tell("see whether a negation was lost in one of them")
    return Diagnostic(CODE, message, side.text.span, hint, SEVERITY, side.lang, slide=slide)
