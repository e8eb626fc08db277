"""Decks of dense slides in two languages, of many kinds, each as full as it is asked to be.

Every kind is a function of a source of chance and of how much there is to say; what it gives is a slide as
YAML knows it. The words hold what breaks lines in practice: inline markup, no-break spaces, hyphens, dashes,
long words, numbers.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random

WORDS = {
    "en": "the a of and to in is for with on that by as it at from or be this which service public report quarter "
    "budget team review deadline people model machine test network infrastructure accountability year-end follow-up "
    "well-known state-of-the-art misunderstanding telecommunications internationalization procurement quick slow "
    "small great harbour ferry winter ice crew schedule passenger ticket route island engine fuel maintenance "
    "question answer decision evidence measure result cost saving risk benefit reader screen colour contrast line",
    "fr": "le la les de des du et à en est pour avec sur que par comme au dans ou un une ce qui service public rapport "
    "trimestre budget équipe révision échéance personnes modèle machine essai réseau infrastructure imputabilité "
    "fin-d’année sous-traitance c’est-à-dire vis-à-vis anticonstitutionnellement télécommunications "
    "internationalisation approvisionnement rapide lent petit grand port traversier hiver glace équipage horaire "
    "passager billet ligne île moteur carburant entretien question réponse décision preuve mesure résultat coût "
    "économie risque avantage lecteur écran couleur contraste l’horaire d’hiver qu’elle aujourd’hui",
}
LONGER_FRENCH = 1.15
"""What French takes more than English in words."""

NUMBERS = {
    "en": ("1,250", "$3.4 million", "12%", "2025–26", "3-10", "98.6", "40 km/h", "7:30 p.m."),
    "fr": (
        "1\u00a0250",
        "3,4\u00a0millions\u00a0de\u00a0dollars",
        "12\u00a0%",
        "2025-2026",
        "3-10",
        "98,6",
        "40\u00a0km/h",
        "19\u00a0h\u00a030",
    ),
}
MARKS = {
    "en": (":", ";", ",", "?", "!", " –", "—"),
    "fr": ("\u00a0:", "\u00a0;", ",", "\u202f?", "\u202f!", " –", "\u00a0—"),
}
Slide = dict[str, object]
Kind = Callable[[Random, int], Slide]


def sentence(chance: Random, lang: str, count: int, *, plain: bool = False) -> str:
    """Words with now and then a number, a mark, or markup around a few."""
    count = max(1, round(count * LONGER_FRENCH)) if lang == "fr" else max(1, count)
    stock = WORDS[lang].split()
    found: list[str] = []
    while len(found) < count:
        word = chance.choice(stock)
        dice = chance.random()
        if dice < 0.06:
            word = chance.choice(NUMBERS[lang])
        elif dice < 0.12 and found and found[-1][-1].isalnum():
            found[-1] += chance.choice(MARKS[lang])
        elif dice < 0.2 and not plain:
            word = _marked(chance, word, chance.choice(stock))
        elif dice < 0.24 and lang == "fr":
            word = f"«\u00a0{word}\u00a0»"
        found.append(word)
    return " ".join(found).capitalize() if found[0][0].isalpha() else " ".join(found)


def _marked(chance: Random, word: str, other: str) -> str:
    return chance.choice(
        [
            f"**{word} {other}**",
            f"*{word} {other}*",
            f"`{word.replace('’', '')}`",
            f"[{word} {other}](https://example.org/{chance.randrange(99)})",
            f"*{word}*",
        ]
    )


def pair(chance: Random, count: int, *, plain: bool = False) -> dict[str, str]:
    """The same amount said in both languages."""
    return {lang: sentence(chance, lang, count, plain=plain) for lang in ("en", "fr")}


def title(chance: Random) -> dict[str, str]:
    """A title of one line or two."""
    return pair(chance, chance.randint(2, 11), plain=True)


def bullets(chance: Random, much: int) -> Slide:
    """As many points as there is to say, some with points below them."""
    found: list[object] = []
    left = much
    while left > 0:
        own: dict[str, object] = {**pair(chance, chance.randint(4, 13))}
        left -= 1
        if left > 1 and chance.random() < 0.3:
            own["bullets"] = [pair(chance, chance.randint(3, 11)) for _ in range(chance.randint(1, 2))]
            left -= len(own["bullets"])  # type: ignore[arg-type]
        found.append(own)
    return {"title": title(chance), "bullets": found}


def long_bullets(chance: Random, much: int) -> Slide:
    """Few points of many words each."""
    each = max(4, much * 9 // 3)
    return {"title": title(chance), "bullets": [pair(chance, each + chance.randint(-2, 2)) for _ in range(3)]}


def numbered(chance: Random, much: int) -> Slide:
    """Numbered points, past ten where there is much."""
    points = [pair(chance, chance.randint(3, 10)) for _ in range(max(1, much))]
    return {"title": title(chance), "numbered": points}


def texts(chance: Random, much: int) -> Slide:
    """Paragraphs and a takeaway."""
    found = [{"text": pair(chance, chance.randint(8, 26))} for _ in range(max(1, much // 2))]
    return {"title": title(chance), "body": found, "takeaway": pair(chance, chance.randint(4, 16))}


def long_title(chance: Random, much: int) -> Slide:
    """A title near what its box holds."""
    points: list[object] = [pair(chance, 6) for _ in range(3)]
    return {"title": pair(chance, much * 2, plain=True), "bullets": points}


def narrow_table(chance: Random, much: int) -> Slide:
    """A table of many narrow columns."""
    columns = chance.randint(4, 6)
    return _table(chance, max(1, much), columns, 1, 4)


def wide_table(chance: Random, much: int) -> Slide:
    """A table of few columns with sentences in them."""
    return _table(chance, max(1, much // 2), 3, 3, 14)


def _table(chance: Random, rows: int, columns: int, least: int, most: int) -> Slide:
    def row() -> dict[str, list[str]]:
        cells = [pair(chance, chance.randint(least, most)) for _ in range(columns)]
        return {lang: [cell[lang] for cell in cells] for lang in ("en", "fr")}

    heads = [pair(chance, chance.randint(1, 3), plain=True) for _ in range(columns)]
    header = {lang: [head[lang] for head in heads] for lang in ("en", "fr")}
    return {"title": title(chance), "table": {"header": header, "rows": [row() for _ in range(rows)]}}


def takeaway(chance: Random, much: int) -> Slide:
    """A takeaway of several lines under a few points."""
    points: list[object] = [pair(chance, chance.randint(4, 10)) for _ in range(3)]
    return {"title": title(chance), "bullets": points, "takeaway": pair(chance, much * 4)}


def quote(chance: Random, much: int) -> Slide:
    """A quotation that has the slide to itself."""
    return {"title": title(chance), "quote": pair(chance, much * 8), "by": pair(chance, 3, plain=True)}


def columns(chance: Random, much: int) -> Slide:
    """Two, three or four columns of points, with headings over them."""
    count = chance.choice([2, 2, 3, 4])
    found = [
        {"title": pair(chance, 2, plain=True), "bullets": [pair(chance, chance.randint(2, 9)) for _ in range(each)]}
        for each in [max(1, much // count + chance.randint(0, 1)) for _ in range(count)]
    ]
    return {"title": title(chance), "columns": found}


def captions(chance: Random, much: int) -> Slide:
    """A small table with a caption, and points below."""
    made = _table(chance, 3, 3, 1, 3)
    table = made.pop("table")
    caption = pair(chance, chance.randint(4, 22))
    points = [pair(chance, chance.randint(4, 12)) for _ in range(max(1, much - 2))]
    return {**made, "table": {**table, "caption": caption}, "bullets": points}  # type: ignore[dict-item]


def listing(chance: Random, much: int) -> Slide:
    """A listing with points above it."""
    lines = [f"step_{number} = measure({number}, again={number % 2 == 0})" for number in range(2 + much // 3)]
    points: list[object] = [pair(chance, chance.randint(4, 14)) for _ in range(max(1, much // 3))]
    return {"title": title(chance), "bullets": points, "code": "\n".join(lines), "syntax": "python"}


def subtitled(chance: Random, much: int) -> Slide:
    """A subtitle of some length, and points."""
    points: list[object] = [pair(chance, chance.randint(5, 14)) for _ in range(max(1, much - 1))]
    return {"title": title(chance), "subtitle": pair(chance, chance.randint(6, 24)), "bullets": points}


KINDS: tuple[Kind, ...] = (
    bullets,
    long_bullets,
    numbered,
    texts,
    long_title,
    narrow_table,
    wide_table,
    takeaway,
    quote,
    columns,
    captions,
    listing,
    subtitled,
)
"""Every kind of slide; each grows with how much there is to say."""


def deck(slides: list[Slide]) -> str:
    """A deck as text; YAML reads JSON's flow style."""
    head = {"slidekit": 1, "languages": ["en-CA", "fr-CA"], "title": {"en": "Dense slides", "fr": "Diapos denses"}}
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    return "\n".join([*lines, "slides:", *[f"  - {json.dumps(one, ensure_ascii=False)}" for one in slides], ""])
