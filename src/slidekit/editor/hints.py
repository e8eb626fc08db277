"""Inlay hints: the number of each slide and when it is said, the time of the whole talk, and values of variables."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from slidekit.deck.model import Deck
from slidekit.editor.document import Document
from slidekit.editor.names import WORDS_VERBATIM, in_stretch
from slidekit.editor.view import Part, View
from slidekit.locales import Say
from slidekit.show import naming
from slidekit.show.labels import clock, duration
from slidekit.source.wording import tell, tell_many

LONGEST = 40
"""Signs of a value that are shown."""


def inlay_hints(document: Document, range: types.Range, values: bool, say: Say) -> list[types.InlayHint]:
    """What stands in grey in these lines; the values of variables only where they are wanted."""
    view = document.view
    if view.deck is None:
        return []
    first, last = range.start.line + 1, range.end.line + 1
    made = [
        _slide(document, part, view.deck, say) for part in view.slides if first <= part.span.line <= last and part.block
    ]
    made += _whole(document, view.deck, first, last, say)
    if values:
        made += _values(document, view, view.deck, first, last)
    return made


def _slide(document: Document, part: Part, deck: Deck, say: Say) -> types.InlayHint:
    view, slide = document.view, part.slide
    by_lang = view.starts
    lang = slide.only or deck.languages[0][:2]
    start = by_lang[lang][part.number - 1]
    words = [say(tell("slide {number}", number=part.number))]
    if view.covers:
        words.append(say(tell("page {page}", page=part.number + view.covers)))
    if slide.hidden:
        words.append(say(tell("hidden")))
    elif start is not None and any(one.time for one in deck.slides):
        words.append(clock(start) if slide.time is None else f"{clock(start)}–{clock(start + slide.time)}")
    line = part.span.line
    return types.InlayHint(
        document.lines.position(line, len(view.lines[line - 1]) + 1),
        " · ".join(words),
        tooltip=_tooltip(part, view, deck, by_lang, say),
        padding_left=True,
    )


def _tooltip(part: Part, view: View, deck: Deck, by_lang: dict[str, list[int | None]], say: Say) -> str:
    slide, number = part.slide, part.number
    told = [say(tell("slide {number} of {count}", number=number, count=len(deck.slides)))]
    if view.covers:
        told.append(say(tell("page {page} in the preview: the cover is page 1", page=number + view.covers)))
    if slide.only is not None:
        told.append(say(tell("in English only") if slide.only == "en" else tell("in French only")))
    if slide.hidden:
        return "\n".join([*told, say(tell("hidden: it takes no time"))])
    english, french = by_lang["en"][number - 1], by_lang["fr"][number - 1]
    if english is not None and french is not None and english != french and slide.only is None:
        told.append(say(tell("begins at {en} in English, at {fr} in French", en=clock(english), fr=clock(french))))
    elif (start := french if slide.only == "fr" else english) is not None:
        told.append(say(tell("begins at {time}", time=clock(start))))
    if slide.time is not None:
        told.append(say(tell("takes {time}", time=duration(slide.time))))
    return "\n".join(told)


def _whole(document: Document, deck: Deck, first: int, last: int, say: Say) -> Iterator[types.InlayHint]:
    """Beside `duration:`, the time that the slides take together."""
    key = next((key for key in document.view.top if key.name == "duration"), None)
    if key is None or not first <= key.span.line <= last:
        return
    said = [one for one in deck.slides if not one.hidden and one.only in (None, deck.languages[0][:2])]
    total = sum([one.time or 0 for one in said])
    if not total:
        return
    silent = sum(one.time is None and naming.layout(one) not in ("title", "section") for one in said)
    words = [say(tell("the slides take {time}", time=duration(total)))]
    if silent:
        words.append(say(tell_many("{n} slide says no time", "{n} slides say no time", silent)))
    line = key.span.line
    end = document.lines.position(line, len(document.view.lines[line - 1]) + 1)
    yield types.InlayHint(end, ", ".join(words), padding_left=True)


def _values(document: Document, view: View, deck: Deck, first: int, last: int) -> Iterator[types.InlayHint]:
    """Behind each `${name}` what it says in the language of its text."""
    from slidekit.show.voice import Voice

    if view.checked is None:
        return
    pairs = {variable.name: variable.pair for variable in deck.vars}
    voices = {lang: Voice(deck, lang) for lang in ("en", "fr")}
    for told, lang, side in view.checked.words:
        if "${" not in side.source or told.what in WORDS_VERBATIM:
            continue
        span = view.moved.span(side.span)
        if span.end_line < first or span.line > last:
            continue
        for one in in_stretch(view, span, "variable"):
            line = one.span.line
            end = view.lines[line - 1].find("}", one.span.end_column - 1) + 2
            if one.text not in pairs or end < 2 or not first <= line <= last:
                continue
            said = list(dict.fromkeys([voices[each].plain(pairs[one.text]) for each in ([lang] if lang else voices)]))
            words = " / ".join([each if len(each) <= LONGEST else each[: LONGEST - 1] + "…" for each in said if each])
            yield types.InlayHint(document.lines.position(line, end), f"= {words}", padding_left=True)
