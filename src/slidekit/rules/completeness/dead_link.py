"""A link leads to a slide that is not there.

`[the costs](#costs)` leads to the slide with `id: costs`, in PowerPoint, in the PDF and in Marp alike. Where no slide
has that id, its words stay and a click does nothing. A slide that is `only:` for one language is not there for links
in the other; a hidden one is there in PowerPoint alone, which may be what you want: a slide in reserve.

Bad:
    - title: {en: In short, fr: En bref}
      text: {en: "See [the costs](#cots).", fr: "Voir [les coûts](#cots)."}
    - id: costs
      title: {en: The costs, fr: Les coûts}

Bad:
    - title: {en: In short, fr: En bref}
      text: {en: "See [the spelling](#spelling).", fr: "Voir [l’orthographe](#spelling)."}
    - id: spelling
      only: fr
      title: {fr: L’orthographe}

Good:
    - title: {en: In short, fr: En bref}
      text: {en: "See [the costs](#costs).", fr: "Voir [les coûts](#costs)."}
    - id: costs
      title: {en: The costs, fr: Les coûts}

Source: the deck format, version 1: `id:` is a name for links; WCAG 2.2, success criterion 2.4.4 Link Purpose
    (In Context) (level A).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from slidekit.deck.reading import NAME as ID
from slidekit.rules.base import VERBATIM, Checked
from slidekit.source.decode import shown
from slidekit.source.diagnostic import Diagnostic, Edit, Fix, Severity
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.deck.model import Slide
    from slidekit.deck.text import Text
    from slidekit.rules.gathering import Told

CODE = "SK122"
NAME = "dead-link"
SEVERITY = Severity.WARNING
PLAIN = (*VERBATIM, "picture", "QR code", "alternative text")
"""Texts in which no link is read."""
MOST = 300
"""How many ids are compared with how many that no slide has."""


class Fault(NamedTuple):
    """What is wrong with one link."""

    message: Words
    hint: Words
    severity: Severity = SEVERITY
    near: str = ""
    """The id that was meant, as far as can be known."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Links to slides that a reader of some edition or output does not have."""
    slides: dict[str, tuple[int, Slide]] = {}
    unknown: dict[str, str] = {}
    for told, lang, text in checked.words:
        if "#" not in text.source or told.what in PLAIN or told.what.startswith("variable "):
            continue
        faults: list[tuple[int, str, Fault]] = []
        for start, name in _links(told, text):
            if not slides:
                slides = {one.id: (at, one) for at, one in reversed([*enumerate(checked.deck.slides, 1)]) if one.id}
            known = slides.get(name)
            fault = _lost(name, slides, unknown) if known is None else _partly(checked, told, lang, *known)
            if fault is not None:
                faults.append((start, name, fault))
        read = _read(told, text) if faults else frozenset()
        for start, name, fault in faults:
            if f"#{name}" in read or not ID.fullmatch(name):
                end = start + len(name)
                fix = Fix(text.span, (Edit(start, end, fault.near),), safe=False) if fault.near else None
                place = checked.place(text, start - 1, end)
                yield Diagnostic(
                    CODE, fault.message, place, fault.hint, fault.severity, lang, slide=told.slide, fix=fix
                )


def _links(told: Told, text: Text) -> Iterator[tuple[int, str]]:
    """Each slide that a text leads to: where its name begins in the text, and the name."""
    source = text.source
    if told.what == "link":
        name = source.strip()
        if name.startswith("#"):
            yield source.index("#") + 1, name[1:]
    elif "](" in source:
        from slidekit.rules.addresses import without_code

        for found in re.finditer(r"(?<!\\)\]\([ ]*<?#([^()\s<>]*)(?=[>\s)])", without_code(source)):
            if "${" not in found[1]:
                yield found.start(1), found[1]


def _read(told: Told, text: Text) -> frozenset[str | None]:
    """What Markdown takes for links: in `\\[so](#costs)` it takes none. Asked of texts that lead nowhere alone."""
    if told.what == "link":
        return frozenset([text.source.strip()])
    from slidekit.show.inline import runs

    return frozenset([run.link for run in runs(text.source, "")])


def _lost(name: str, slides: Mapping[str, object], unknown: dict[str, str]) -> Fault:
    """What is said of an id that no slide has."""
    if not ID.fullmatch(name):
        return Fault(
            tell("`{link}` names no slide", link=f"#{shown(name)}"), tell("write  #  and the `id:` of a slide")
        )
    if name not in unknown:
        from difflib import get_close_matches

        ids = list(slides)[:MOST] if len(unknown) < MOST else []
        by_case = {one.casefold(): one for one in reversed(ids)}
        found = get_close_matches(name.casefold(), by_case, n=1)
        unknown[name] = by_case[found[0]] if found else ""
    message = tell("no slide has the id `{name}`", name=name)
    if near := unknown[name]:
        return Fault(message, tell("did you mean `{name}`?", name=f"#{near}"), near=near)
    return Fault(message, tell("write  id: {name}  on the slide that is meant, or take the link out", name=name))


def _partly(checked: Checked, told: Told, lang: str | None, number: int, slide: Slide) -> Fault | None:
    """What is said of a slide that is not there for all who may click."""
    for own in ("en", "fr") if lang is None else (lang,):
        if slide.only not in (None, own) and told.only in (None, own):
            message = (
                tell("slide {number} is in English only: this link leads nowhere in French", number=number)
                if own == "fr"
                else tell("slide {number} is in French only: this link leads nowhere in English", number=number)
            )
            return Fault(message, tell("lead to a slide that both languages have, or take the link out of this one"))
    source = checked.deck.slides[told.slide - 1] if told.slide is not None else None
    if slide.hidden and not (source is not None and source.hidden):
        message = tell("slide {number} is hidden: this link works in PowerPoint only", number=number)
        return Fault(message, tell("nothing to do if that is what you want"), Severity.INFO)
    return None
