"""Sentences that know what they were made of, and how they are put together in French."""

from __future__ import annotations

import pickle

import pytest

from slidekit.locales import paragraphs, said
from slidekit.source.wording import Words, listed, tell, tell_many


def test_english_is_the_sentence_itself() -> None:
    """Whoever does not ask for another language has a string."""
    message = tell("no {language} for {what}", language=tell("French"), what=tell("this bullet"))

    assert "no French for this bullet" == message


@pytest.mark.parametrize(
    ("message", "french"),
    [
        (tell("no {language} for {what}", language=tell("French"), what=tell("this bullet")), "pas de français pour"),
        (tell("no {language} for {what}", language=tell("English"), what=tell("this bullet")), "pas d’anglais pour"),
        (tell("no {language} for {what}", language=tell("the title"), what="x"), "pas du titre pour"),
        (tell("no {language} for {what}", language=tell("titles"), what="x"), "pas des titres pour"),
        (tell("no {language} for {what}", language="le Havre", what="x"), "pas de le Havre pour"),
    ],
    ids=["de", "d’", "du", "des", "the author's own words"],
)
def test_french_words_lean_on_each_other(message: Words, french: str) -> None:
    """`de` before a word of ours is `d’`, `du` or `des` where French wants it; what the author typed stays."""
    assert said(message).startswith(french)


@pytest.mark.parametrize(
    ("message", "french"),
    [
        (tell_many("{n} error", "{n} errors", 0), "0 erreur"),
        (tell_many("{n} error", "{n} errors", 1), "1 erreur"),
        (tell_many("{n} error", "{n} errors", 2), "2 erreurs"),
        (tell("{number:.1f} MB", number=1.5), "1,5\u00a0Mo"),
        (tell("this formula has {n:,} characters", n=12345), "cette formule a 12\u00a0345 caractères"),
        (
            tell("{what} is {over:g} lines too long at {least}", what="x", over=2.5, least="y"),
            "x dépasse de 2,5 lignes",
        ),
    ],
)
def test_numbers_are_french(message: Words, french: str) -> None:
    """Zero is singular, a comma stands before decimals and a no-break space between thousands."""
    assert said(message).startswith(french)


def test_a_list_is_said_word_by_word() -> None:
    """Its words and what stands between them, each by itself."""
    ways = listed([tell("side by side"), tell("one below the other")], tell(" or "))

    assert "side by side or one below the other" == ways
    assert "côte à côte ou l’une sous l’autre" == said(ways)


def test_what_is_no_sentence_of_ours_stays() -> None:
    """A file's name is not looked up, even where it is called as a message is."""
    assert "error" == said("error")
    assert "pas de fichier the title" == said(tell("there is no file {file}", file="the title"))[-24:]


def test_braces_of_an_author_are_signs() -> None:
    """A name that looks like a template is none."""
    message = tell("no variable is called {name}", name="{name} {0} %s")

    assert "aucune variable ne s’appelle {name} {0} %s" == said(message)


def test_a_paragraph_without_a_translation_stays_english() -> None:
    """So that a page is never empty; the sign that keeps Click from filling lines stays before its paragraph."""
    assert "Nothing like this.\n\n\b\nExemples\u00a0:\n  slidekit rules\n  slidekit explain SK101" == paragraphs(
        "Nothing like this.\n\n\b\nExamples:\n  slidekit rules\n  slidekit explain SK101"
    )


def test_sentences_travel_between_processes() -> None:
    """A finding of another process can be said in French, too."""
    message = tell("no {language} for {what}", language=tell("French"), what=tell("this bullet"))
    ways = listed([tell("side by side")], tell(" or "))

    assert [said(message), said(ways)] == [said(one) for one in pickle.loads(pickle.dumps([message, ways]))]
