"""Web and mail addresses in a text, and whether two of them lead to the same place in two languages."""

from __future__ import annotations

import re
from functools import cache

ENGLISH = frozenset("en eng english anglais e en-ca en_ca en-us en-gb".split())
FRENCH = frozenset("fr fra fre french francais français f fr-ca fr_ca fr-fr".split())
"""How sites write their languages: ISO 639-1 and -2, the words, and `_e`/`_f` of Government of Canada sites."""
ROLES = frozenset(
    "info contact help support feedback questions media press privacy accessibility security jobs careers service "
    "services training aide soutien retroaction medias presse confidentialite accessibilite securite emplois "
    "renseignements formation bilinguisme commentaires inscription registration events evenements assistance "
    "name nom you vous user utilisateur".split()
)
"""Mailboxes named after what they are for, which each language may have its own of; and names that stand for any."""
SAME = (
    "about a-propos,benefits prestations,business entreprises,conference talk expose,contact contactez,data donnees,"
    "documentation docs doc,download telecharger telechargement,events evenements,faq,form formulaire,guide guides,"
    "health sante,help aide,home accueil,jobs emplois,law loi droit,learn apprendre,legal juridique,maps cartes,"
    "news nouvelles actualites,privacy confidentialite vie-privee,programs programmes,report rapport,"
    "readme lisezmoi,reports rapports,research recherche,register inscription,search recherche,services service,"
    "slides diapos diapositives,students etudiants,survey sondage,taxes impots impot,terms avis,tools outils,"
    "training formation,travel voyage voyages,user-guide guide-utilisateur,weather meteo,work travail"
)
"""Pages that sites have in both languages under a word of each, so no two of them need lead elsewhere."""
OPAQUE = (
    "youtube.com youtu.be vimeo.com bit.ly tinyurl.com forms.gle forms.office.com docs.google.com surveymonkey.com "
    "eventbrite.ca eventbrite.com zoom.us teams.microsoft.com sli.do slido.com menti.com twitter.com x.com "
    "facebook.com instagram.com linkedin.com"
).split()
"""Sites whose addresses say nothing: a film, a form or an account of each language has a sign of its own."""
MOST = 60
"""Addresses of a text that are compared."""


def addresses(source: str) -> dict[str, str]:
    """Every address of a text by what it leads to, as it was typed; those in code lead nowhere."""
    found: dict[str, str] = {}
    for one in _pattern("address").finditer(without_code(source)):
        typed = one[1] or one[2] or one[0]
        if one[0][:2] == "](" and not one[1]:
            continue
        found.setdefault(canonical(typed), typed)
        if len(found) == MOST:
            break
    return found


def without_code(source: str) -> str:
    """A text with spaces for each sign of its code, so that places are the same."""
    return _pattern("code").sub(lambda found: " " * len(found[0]), source) if "`" in source else source


def canonical(address: str) -> str:
    """An address without what makes no difference: `https://www.`, capitals of the host, a slash at the end."""
    rest = _pattern("scheme").sub("", address.strip())
    if address[:7].lower() == "mailto:":
        rest = rest.partition("?")[0]
    host, slash, path = rest.partition("/")
    return (host.lower() + slash + path).rstrip("/")


def without_language(words: str) -> str:
    """Addresses, paths or code with `@` for each sign of a language: `/en/`, `-fra`, `lang=fr`, `AccueilFR`."""
    return _pattern("language").sub("@", words)


def are_twins(english: str, french: str, words: str = "", words_fr: str = "") -> bool:
    """Whether a French address may be the French version of an English one; both are canonical.

    `words` are those of the two texts, which a page named in their own language often repeats. A slide has one id in
    both languages, unless each has a slide of its own: `#costs-en` and `#costs-fr`.
    """
    if english.startswith("#") or french.startswith("#"):
        return without_language(english) == without_language(french)
    ours, theirs = _languages(english), _languages(french)
    if (ours == {"fr"} and "en" in theirs) or (theirs == {"en"} and "fr" in ours):
        return False
    page, page_fr = without_language(english), without_language(french)
    host = english.partition("/")[0]
    if page == page_fr or (host == french.partition("/")[0] and host.endswith(tuple(OPAQUE))):
        return True
    if _pattern("digits").sub("0", page) == _pattern("digits").sub("0", page_fr):
        return False  # the same page of another number
    page, page_fr = page.partition("#")[0], page_fr.partition("#")[0]
    if "@" in english and "@" in french and "/" not in english + french:
        return _are_mailboxes(english, french)
    if page == page_fr:
        return True
    if ours == {"fr"} or theirs == {"en"}:
        return False
    if "en" in ours or "fr" in theirs:
        return _is_one_site(_site(english), _site(french))
    return _translated(page, page_fr, words, words_fr)


def _languages(address: str) -> set[str]:
    found = {sign.lower() for sign in _pattern("language").findall(address)}
    return {lang for lang, signs in (("en", ENGLISH), ("fr", FRENCH)) if found & signs}


def _site(address: str) -> str:
    """What a site is called in whatever language: its name, or the whole of the Government of Canada."""
    host = re.split(r"[/?#]", address, maxsplit=1)[0].partition(":")[0]
    if host.endswith((".gc.ca", "canada.ca", ".canada.ca")):
        return "canada.ca"
    labels = [label for label in without_language(host).split(".") if label != "@"]
    return ".".join(labels[-2:])


def _is_one_site(site: str, site_fr: str) -> bool:
    """Whether two sites are one, or one in two countries: `example.com` and `example.fr`."""
    name, _, realm = site.partition(".")
    name_fr, _, realm_fr = site_fr.partition(".")
    return name == name_fr and (realm == realm_fr or min(len(realm), len(realm_fr)) < 3)


def _are_mailboxes(english: str, french: str) -> bool:
    box, _, host = english.partition("@")
    box_fr, _, host_fr = french.partition("@")
    if host != host_fr:
        return _is_one_site(_site(host), _site(host_fr)) or _stand_in(host) == _stand_in(host_fr)
    roles = set(re.split(r"[._-]", f"{box}.{box_fr}")) & ROLES
    words = _site(host) == "canada.ca" and _wordy(box) and _wordy(box_fr) and box[:2] == box_fr[:2]
    return bool(roles) or words or without_language(box) == without_language(box_fr)


def _stand_in(host: str) -> str:
    """A host as it is said in English, and any of those that stand for all others (RFC 2606) as one."""
    said = host.replace("exemple", "example")
    return "example" if said.endswith((".example", ".test", ".invalid")) else said


def _translated(page: str, page_fr: str, words: str, words_fr: str) -> bool:
    """Whether each part of the one path is the same in the other, or may be its translation."""
    parts, parts_fr = re.split(r"[/?]", page), re.split(r"[/?]", page_fr)
    federal = _site(page) == _site(page_fr) == "canada.ca"
    if len(parts) != len(parts_fr) or not (federal or parts[0] == parts_fr[0]):
        return False
    pairs = [(one, other) for one, other in zip(parts, parts_fr, strict=True) if one != other]
    return all(
        _one_word(one, other)
        or (_wordy(one) and _wordy(other) and (federal or (_is_told(one, words) and _is_told(other, words_fr))))
        for one, other in pairs
    )


def _is_told(part: str, words: str) -> bool:
    """Whether a part of a path is named after a word of the text that it stands in: `impots` beside `vos impôts`."""
    from unicodedata import normalize

    said = normalize("NFD", _pattern("address").sub(" ", words)).lower()
    said = "".join(sign for sign in said if sign < "\u0300" or sign > "\u036f")
    stems = [word[:5] for word in re.split(r"[-_.]", part.lower()) if len(word) > 3]
    return any(stem in said for stem in stems)


def _wordy(part: str) -> bool:
    """Whether a part of a path is a word or words, not a number or an abbreviation."""
    return max(map(len, re.split(r"[-_.]", part))) > 3 and not any(map(str.isdigit, part))


@cache
def _twin_words() -> dict[str, int]:
    return {word: number for number, row in enumerate(SAME.split(",")) for word in row.split()}


def _one_word(english: str, french: str) -> bool:
    """Whether two parts of paths are one word in both languages: `taxes` and `impots`."""
    stem, stem_fr = [re.sub(r"\.(?:html?|aspx?|php|pdf|md|txt)$", "", part.lower()) for part in (english, french)]
    words = _twin_words()
    if stem in words and words.get(stem_fr) == words[stem]:
        return True
    return len(stem) > 5 and len(stem_fr) > 5 and stem[:5] == stem_fr[:5] and stem.isalpha() and stem_fr.isalpha()


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Made when a text first needs it: `check` is started on every keystroke."""
    return re.compile(_PATTERNS[name], re.VERBOSE | re.IGNORECASE)


_PATTERNS = {
    "code": r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)",
    "scheme": r"^(?:https?://|mailto:)?(?:www\.)?",
    "digits": r"\d+",
    "language": r"""
        (?<![^\W_]) (?:en-ca|en-us|en-gb|fr-ca|fr-fr|eng|english|anglais|en|e|fra|fre|french|fran[cç]ais|fr|f)
        (?![^\W_])
      | (?-i:(?<=[a-z])(?:EN|FR|Fr|En)(?![A-Za-z]) | (?<=[a-z0-9])[EF](?=\.\w))
    """,
    "address": r"""
        \]\( [ ]* <?([^()\s<>]* (?:\([^()\s]*\)[^()\s]*)*)>? (?:[ ]+"[^"]*")? [ ]* \)
      | <((?:https?|mailto):[^<>\s]+)>
      | (?:https?://|mailto:|www\.)[^\s<>\]«»]*[^\s<>\]«».,;:!?)'"’”*_]
      | (?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+
      | (?<![\w.@/-])(?:[\w-]{1,63}\.){1,8}(?:ca|com|org|net|gov|edu|fr|ch|be|eu|uk)
        (?:/[^\s<>\]«»]*[^\s<>\]«».,;:!?)'"’”*_])?(?![\w-]|\.\w)
    """,
}
