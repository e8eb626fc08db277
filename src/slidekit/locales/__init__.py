"""What slidekit says, said in French: the catalog, and how a sentence is put together from it.

The catalog is gettext's: `fr/LC_MESSAGES/slidekit.po` is what people edit, `make catalog` brings it in
step with the sources and makes the `.mo` that is read here. English needs none of this.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter
from typing import TypeAlias

from slidekit.source.wording import Listing, Words

Say: TypeAlias = Callable[[str], str]
"""Says a sentence in one language; what is no sentence of ours, such as a file's name, stays as it is."""

FOLDER = Path(__file__).resolve().parent
NAME = "slidekit"
NO_BREAK = "\u00a0"
VERBATIM = "\b\n"

_CONTRACTED = (
    ("de ", "le ", "du "),
    ("de ", "les ", "des "),
    ("à ", "le ", "au "),
    ("à ", "les ", "aux "),
)
"""Grevisse and Goosse, *Le bon usage*, § 590: `de` and `le` are `du`, also where a sentence is put together."""
_VOWELS = tuple("aeiouyhàâæéèêëîïôœùû")
"""What `de` loses its vowel before (§ 45); none of our words has an aspirated h."""


@cache
def catalog(lang: str) -> GNUTranslations:
    """The words of a language, from its compiled catalog."""
    with (FOLDER / lang / "LC_MESSAGES" / f"{NAME}.mo").open("rb") as stream:
        return GNUTranslations(stream)


def speaker(lang: str) -> Say:
    """How sentences are said in `en` or `fr`."""
    return str if lang == "en" else said


def said(text: str) -> str:
    """A sentence in French; a text that was not made by `tell` as it is."""
    if type(text) is Words:
        template = catalog("fr").gettext(text.template)
        if text.plural:
            template = catalog("fr").ngettext(text.template, text.plural, text.number)
        return _filled(template, text.parts) if text.parts else template
    if type(text) is Listing:
        return said(text.separator).join(map(said, text.items))
    return text


def paragraphs(text: str) -> str:
    """A longer text in French, such as a manual page, each paragraph by itself; one that is not there in English."""
    return "\n\n".join([mark + catalog("fr").gettext(one) if one else mark for mark, one in parted(text)])


def parted(text: str) -> list[tuple[str, str]]:
    """The paragraphs of a text, each after the sign that keeps Click from filling its lines, where there is one."""
    return [(VERBATIM * one.startswith(VERBATIM), one.removeprefix(VERBATIM)) for one in text.split("\n\n")]


@cache
def _pieces(template: str) -> Sequence[tuple[str, str | None, str]]:
    """A template's words, each with the name of the part that follows it and how that is formatted."""
    return [(words, name, form or "") for words, name, form, _ in Formatter().parse(template)]


def _filled(template: str, parts: dict[str, object]) -> str:
    told = ""
    for words, name, form in _pieces(template):
        told += words
        if name is not None:
            told = _joined(told, parts[name], form)
    return told


def _joined(told: str, part: object, form: str) -> str:
    """What is said so far and the next part, in its French form."""
    if isinstance(part, (int, float)):
        return told + _number(format(part, form))
    if type(part) is not Words:
        return told + format(said(part) if isinstance(part, str) else part, form)
    words = said(part)
    for before, article, joined in _CONTRACTED:
        if words.startswith(article) and (told == before or told.endswith(f" {before}")):
            return told[: -len(before)] + joined + words[len(article) :]
    if words.startswith(_VOWELS) and (told == "de " or told.endswith(" de ")):
        return told[: -len("e ")] + "’" + words
    return told + format(words, form)


def _number(english: str) -> str:
    """`1,250.5` as `1 250,5`, its space one that does not break (*Clefs du français pratique*, « Nombres »)."""
    return english.replace(",", NO_BREAK).replace(".", ",")
