"""A plain string stands where a text in both languages is wanted.

What an audience reads (titles, bullets, captions, notes, cells…) is said in English and in French.
A string alone does not tell which of them it is, or whether it serves both on purpose.
Code, transcripts, diagrams, paths, links and names of people may stay plain.

Bad:
    - title: Fast tests

Bad:
    - title: {en: Fast tests, fr: Des tests rapides}
      bullets:
        - Python 3.11

Good:
    - title: {en: Fast tests, fr: Des tests rapides}
      bullets:
        - both: Python 3.11

Source: the deck format, version 1: a text is `en:` with `fr:`, or `both:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.deck.text import Text, is_blank
from slidekit.rules.base import Checked
from slidekit.rules.naming import this
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

CODE = "SK102"
NAME = "plain-text"
SEVERITY = Severity.ERROR
LONGEST = 40
"""Characters of a text that a hint repeats whole."""
SIGNS = frozenset(":#,[]{}&*!|>%@`'\"\\")
"""What YAML may take for its own in a text without quotation marks."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Prose typed as a plain string."""
    for told in checked.texts:
        plain = told.pair.plain
        if not told.prose or type(plain) is not Text or is_blank(plain.source):
            continue
        words = _typed(plain.source)
        if told.only:
            hint = tell("write  {lang}: {words}", lang=told.only, words=words)
        else:
            hint = tell("write  en: {words}  and  fr: …, or  both: {words}  if it is meant for both", words=words)
        message = tell("{what} does not say in which language", what=this(told.what))
        if told.what == "notes":
            message = tell("these notes do not say in which language")
        yield Diagnostic(CODE, message, plain.span, hint, slide=told.slide)


def _typed(words: str) -> str:
    """Words as they go into a deck, quoted where they must be; long ones are left to the author."""
    if len(words) > LONGEST or "\n" in words:
        return "…"
    if not SIGNS.intersection(words):
        return words
    return "'" + words.replace("'", "''") + "'" if '"' in words or "\\" in words else f'"{words}"'
