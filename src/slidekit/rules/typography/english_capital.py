"""An English word lacks the capital that French does not give it.

Days, months, languages and peoples are proper nouns in English, and so are the adjectives made of them: `on Monday`,
`in French`, `a Canadian city`. Whoever writes French all day types them small. Words that have another meaning in
small letters are left alone (`may`, `march`, `french fries`), and so is what both languages have alike.

Bad:
    - title: {en: Every monday, fr: Tous les lundis}

Bad:
    - title: {en: Available in french, fr: Offert en français}

Bad:
    - title: {en: Since march 2021, fr: Depuis mars 2021}

Good:
    - title: {en: We may march on Monday, fr: Nous marcherons peut-être lundi}

Source: The Canadian Style, chapter 4, "Capitalization": days and months; races, languages and peoples.
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

CODE = "SK316"
NAME = "english-capital"
SEVERITY = Severity.WARNING
DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
MONTHS = "january|february|april|june|july|september|october|november|december"
AMBIGUOUS = "march|may|august"
"""Months only beside a figure."""
PEOPLES = (
    "canadians?|english|quebecers?|ontarians?|albertans?|manitobans?|acadians?|americans?|british|europeans?|germans?"
    "|canada|quebec|ontario|manitoba|alberta|italians?|spanish|portuguese|russians?|japanese|mandarin|inuktitut|mexicans?|australians?|africans?|asians?"
)
KITCHEN = "fries|fry|press|doors?|windows?|toast|dressing|curve|horns?|bread|kiss|polish"
"""What is French in name only."""
_LIKELY = re.compile(
    r"[ (\n*_“-](?:mond|tues|wedn|thur|frid|satu|sund|janu|febr|apri|june|july|sept|octo|nove|dece|marc|may |augu"
    r"|fren|engl|cana|queb|onta|albe|mani|acad|amer|brit|euro|germ|ital|span|port|russ|japa|mand|inuk|mexi|aust|afri|asia)"
)
"""How they begin."""


@cache
def _small() -> re.Pattern[str]:
    behind = r"(?:(?<=\d[ \u00a0])|(?<=\d(?:st|nd|rd|th)[ \u00a0]))"
    before, after = r"(?<![\w@#./:=’'\ufffc-])", r"(?![\w@=\ufffc]|[./:]\w|-(?!speaking|language|born|made|based))"
    return re.compile(
        rf"{before}(?:{DAYS}|{MONTHS}|{PEOPLES}|french(?![ ](?:{KITCHEN})(?!\w))"
        rf"|(?:{AMBIGUOUS})(?=[ \u00a0]\d)|{behind}(?:{AMBIGUOUS})(?=[ \u00a0]\d{{4}}|[,.;:)]|\Z)){after}"
    )


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each day, month, language or people in small letters."""
    for side in list(checked.scans["en"].holding(_LIKELY)):
        bare = side.bare
        french = getattr(side.told.pair.fr, "source", "")
        for found in islice(_small().finditer(bare), MOST):
            word = found[0]
            if re.search(rf"(?<!\w){word}(?!\w)", french):
                continue
            right = word.capitalize()
            message = tell("`{typed}` for `{right}`", typed=word, right=right)
            hint = tell("write {right}: English gives it a capital", right=right)
            start = found.start()
            edit = Edit(start, start + 1, right[0])
            yield finding(checked, side, CODE, SEVERITY, message, hint, found.span(), (edit,))
