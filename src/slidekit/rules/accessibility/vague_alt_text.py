"""An alternative text does not say what is to be seen.

The name of the file, the word `image`, or the title once more tell a listener nothing that they do not know. Nor do
English words where French ones belong: a text that is the same in both languages on purpose is under `both:`.

Bad:
    - title: {en: The team, fr: L’équipe}
      diagram: |
        a --> b
      alt: {en: A diagram, fr: Un schéma}

Bad:
    - title: {en: The team, fr: L’équipe}
      diagram: |
        a --> b
      alt: {en: the team, fr: a mène à b}

Bad:
    - title: {en: The team, fr: L’équipe}
      diagram: |
        a --> b
      alt: {en: a leads to b and back, fr: a leads to b and back}

Good:
    - title: {en: The team, fr: L’équipe}
      diagram: |
        a --> b
      alt: {en: a leads to b, fr: a mène à b}

Source: WCAG 2.2, success criterion 1.1.1 Non-text Content (level A), failures F30 (placeholders and file names as
    alternative text) and F39; W3C, Web Accessibility Tutorials, "Images".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.deck.model import Image
from slidekit.deck.text import Text
from slidekit.rules.base import LANGS
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.deck.text import Pair
    from slidekit.rules.base import Checked
    from slidekit.rules.visuals import Seen

CODE = "SK503"
NAME = "vague-alt-text"
SEVERITY = Severity.WARNING
ARTICLES = ("a ", "an ", "the ", "un ", "une ", "le ", "la ", "les ", "l'", "l’")
EMPTY = frozenset({
    "image", "images", "picture", "pictures", "photo", "photos", "photograph", "photographie", "graphic",
    "graph", "graphique", "chart", "diagram", "diagramme", "figure", "illustration", "drawing", "dessin",
    "schéma", "schema", "screenshot", "screen shot", "capture", "capture d’écran", "capture d'écran", "table",
    "tableau", "qr code", "code qr",
})  # fmt: skip
"""What says only that there is something to see."""
ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".tif", ".tiff", ".bmp", ".pdf")
NO_WORD = frozenset("0123456789_-")
"""What a file name has and an ordinary word has not."""
WORDS = 4
"""From so many words on, the same text in both languages is one that was never translated."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Alternative texts that say nothing, each once."""
    for seen in checked.visuals:
        alt = seen.block.alt
        if alt is None:
            continue
        found = [(side, why) for side in _sides(alt) if (why := _reason(side.source, seen))]
        if found:
            side, (message, hint) = found[0]
            yield Diagnostic(CODE, message, side.span, hint, SEVERITY, _lang(alt, side), slide=seen.number)
        elif type(alt.en) is Text and type(alt.fr) is Text and _untranslated(alt.en.source, alt.fr.source):
            message = tell("the alternative text is the same in English and in French")
            hint = tell("translate one of them, or write  both:  if it is meant for both")
            yield Diagnostic(CODE, message, alt.fr.span, hint, SEVERITY, "fr", slide=seen.number)


def _sides(pair: Pair) -> Iterator[Text]:
    yield from [side for side in (pair.en, pair.fr, pair.both) if type(side) is Text]


def _lang(pair: Pair, side: Text) -> str | None:
    return "en" if side is pair.en else "fr" if side is pair.fr else None


def _plain(source: str) -> str:
    """A text as it is compared: without case, signs at its ends, and room within."""
    return " ".join(source.split()).strip(" .:;!?…»«\"'’“”").casefold()


def _reason(source: str, seen: Seen) -> tuple[str, str] | None:
    """Why an alternative text says nothing, and what to do; nothing where it says something."""
    words = _plain(source)
    hint = tell("say in a sentence what it shows")
    if not words:
        return None
    if _without_article(words) in EMPTY:
        return tell("the alternative text says only `{split}`", split=" ".join(source.split())), hint
    if words.endswith(ENDINGS) or words in _names(seen):
        return tell("the alternative text is the name of a file"), hint
    if words in _said(seen.slide.title):
        return tell("the alternative text is the slide's title once more"), hint
    if words in _said(seen.block.caption):
        return tell("the alternative text is the caption once more"), tell("say what the caption does not")
    return None


def _without_article(words: str) -> str:
    """`the picture 2` as `picture`."""
    article = next((one for one in ARTICLES if words.startswith(one)), "")
    return words.removeprefix(article).rstrip("0123456789").rstrip()


def _names(seen: Seen) -> set[str]:
    """What a picture's file is called, where no word is called so."""
    if not isinstance(seen.block, Image):
        return set()
    stems = {path.source.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] for path in _paths(seen.block.path)}
    return {_plain(stem) for stem in stems if NO_WORD & set(stem)}


def _paths(pair: Pair) -> Iterator[Text]:
    yield from [side for side in (pair.en, pair.fr, pair.both, pair.plain) if type(side) is Text]


def _said(pair: Pair | None) -> set[str]:
    if pair is None:
        return set()
    sides = [pair.side(lang) for lang in LANGS]
    return {_plain(side.source) for side in sides if type(side) is Text}


def _untranslated(english: str, french: str) -> bool:
    return _plain(english) == _plain(french) and len(english.split()) >= WORDS
