"""In which language slidekit speaks to whoever started it: `--lang`, else what the environment asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING

from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.locales import Say
    from slidekit.source.diagnostic import Diagnostic

LANGS = ("en", "fr")
OPTION = "--lang"
NEUTRAL = ("C", "POSIX")
"""Locales in which programs say what they say everywhere, whatever `LANGUAGE` holds (GNU gettext manual, 2.3.3)."""

_SPEAKER: ContextVar[Say] = ContextVar("speaker", default=str)
_CHOSEN: ContextVar[str | None] = ContextVar("chosen", default=None)


def speak(lang: str, chosen: bool = False) -> None:
    """From now on, say everything in this language; whether it was `chosen` on the command line."""
    _CHOSEN.set(lang if chosen else None)
    if lang == "en":  # the catalog is not even loaded
        _SPEAKER.set(str)
        return
    from slidekit.locales import speaker

    _SPEAKER.set(speaker(lang))


def speaks() -> str:
    """The language spoken now, `en` or `fr`."""
    return "en" if _SPEAKER.get() is str else "fr"


def chosen() -> str | None:
    """The language that `--lang` asks for; `None` where the environment decides."""
    return _CHOSEN.get()


def say(text: str) -> str:
    """A sentence in the language spoken now; a text that was not made by `tell` stays as it is."""
    return _SPEAKER.get()(text)


def said(found: Diagnostic) -> Diagnostic:
    """A finding in the language spoken now."""
    if _SPEAKER.get() is str:
        return found
    from msgspec.structs import replace

    return replace(found, message=say(found.message), hint=say(found.hint) if found.hint else found.hint)


def asked(words: Sequence[str], environment: Mapping[str, str]) -> tuple[str, list[str]]:
    """The language asked for, and the command line without the option that asks; it may stand anywhere before `--`."""
    left: list[str] = []
    lang = None
    rest = iter(words)
    for word in rest:
        if word == "--":
            left += [word, *rest]
        elif word == OPTION:
            value = next(rest, None)
            if value is None:
                left.append(word)  # Typer says what it lacks
            else:
                lang = value
        elif word.startswith(f"{OPTION}="):
            lang = word.partition("=")[2]
        else:
            left.append(word)
    return (around(environment) if lang is None else _known(lang)), left


def around(environment: Mapping[str, str]) -> str:
    """The language of an environment: `LANGUAGE` is a list, then the first of three that is set counts (POSIX, 8.2)."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    if locale in NEUTRAL:
        return "en"
    for one in [*environment.get("LANGUAGE", "").split(":"), locale]:
        if (lang := _short(one)) in LANGS:
            return lang
    return "en"


def _known(lang: str) -> str:
    if _short(lang) in LANGS:
        return _short(lang)
    from slidekit.cli.failing import one_of

    return one_of(lang, LANGS, tell("language"))


def _short(locale: str) -> str:
    """`fr` of `fr_CA.UTF-8`."""
    return locale.partition(".")[0].partition("@")[0].replace("-", "_").partition("_")[0].lower()
