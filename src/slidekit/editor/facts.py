"""What is told of one thing in a deck: a text, a variable, a value, a picture, a theme, a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.deck.text import Pair, Value
from slidekit.editor.lengths import Said, alternative, said, told_at
from slidekit.editor.markup import literal
from slidekit.editor.values import variables
from slidekit.rules.naming import named
from slidekit.show.labels import clock, duration
from slidekit.source.span import START
from slidekit.source.wording import Words, tell, tell_many

if TYPE_CHECKING:
    from slidekit.deck.model import Deck
    from slidekit.deck.text import ValueKind
    from slidekit.editor.client import Client
    from slidekit.editor.context import Place
    from slidekit.editor.document import Document
    from slidekit.editor.view import Part, View
    from slidekit.rules.gathering import Told

LEAST = 12
"""Characters from which on it says something how much longer one language is."""
_KINDS: dict[str, ValueKind] = {"number": "number", "percent": "percent", "currency": "currency", "date": "date"}


def of_text(document: Document, line: int, column: int, client: Client) -> Iterator[str]:
    """How long a text is in both languages, how these compare, and how it fits."""
    view = document.view
    if view.deck is None:
        return
    part = view.slide_at(line, column)
    told = told_at(view.deck, part.number if part else None, *view.moved.back.place(line, column))
    if told is None or told.what in ("picture", "link"):
        return
    sides = said(view.deck, document.live.plan, told)
    if not any(side.words for side in sides):
        return
    say = client.say
    head = say(named(told))
    rows = [_row(side, client) for side in sides]
    more = [say(words) for words in (_compared(sides), _room(sides)) if words is not None]
    yield "\n".join(
        [f"**{head[:1].upper()}{head[1:]}**\n", *[f"- {row}" for row in rows], *[f"\n{one}" for one in more]]
    )
    yield from _filled(document, told, sides, client)


def _row(side: Said, client: Client) -> str:
    """One language: its length, the lines that it takes, the size that fits."""
    say = client.say
    if not side.words:
        return f"{side.lang}: {say(tell('nothing yet'))}"
    signs = say(tell_many("{n} character", "{n} characters", len(side.words)))
    words = say(tell_many("{n} word", "{n} words", len(side.words.split())))
    row = f"{side.lang}: {signs}, {words}"
    if side.fit is None:
        return row
    lines = tell_many("{n} line", "{n} lines", side.fit.lines)
    return row + ", " + say(tell("{lines} at {size:g} pt", lines=lines, size=side.fit.size_pt))


def _compared(sides: list[Said]) -> Words | None:
    """How much longer French is than English, or the other way round."""
    lengths = {side.lang: len(side.words) for side in sides}
    english, french = lengths["en"], lengths["fr"]
    if min(english, french) < LEAST or sides[0].words == sides[1].words:
        return None
    share = french / english - 1
    if abs(share) < 0.005:
        return tell("Both languages are equally long.")
    if share > 0:
        return tell("French is {share:.0f}% longer than English.", share=share * 100)
    return tell("French is {share:.0f}% shorter than English.", share=-share * 100)


def _room(sides: list[Said]) -> Words | None:
    """How full a text's place on the slide is: for both languages, which take the same size."""
    fits = [side.fit for side in sides if side.fit is not None]
    if not fits:
        return None
    fit = max(fits, key=lambda one: one.lines)
    if fit.room:
        room = tell_many("{n} line", "{n} lines", fit.room)
        return tell("There is room for {room} of this size.", room=room)
    return tell("Its place on the slide is {share:.0f}% full.", share=fit.share * 100)


def _filled(document: Document, told: Told, sides: list[Said], client: Client) -> Iterator[str]:
    """What the text says once its variables are put in."""
    typed = [one.source for one in (told.pair.en, told.pair.fr, told.pair.both, told.pair.plain) if one is not None]
    if any("${" in one for one in typed):
        rows = [f"- {side.lang}: {literal(side.words, client.markdown)}" for side in sides if side.words]
        yield "\n".join(rows)


def of_variable(document: Document, name: str, client: Client) -> Iterator[str]:
    """What a variable says in both languages."""
    for known, english, french in variables(document):
        if known == name:
            rows = [f"{lang}: {literal(words, client.markdown)}" for lang, words in (("en", english), ("fr", french))]
            yield f"**${{{name}}}**\n\n- " + "\n- ".join(rows)


def of_value(document: Document, here: Place, kind: str, client: Client) -> Iterator[str]:
    """A typed value in both locales' own form."""
    from slidekit.show.voice import Voice

    deck = document.state.deck
    if deck is None or not here.text.strip():
        return
    pattern = here.keys["format"].value if "format" in here.keys else None
    value = Value(_KINDS[kind], here.text.strip(), pattern or None, START)
    rows = [f"{deck.locale(lang)}: " + literal(Voice(deck, lang).plain(Pair(START, both=value)), client.markdown)
            for lang in ("en", "fr")]  # fmt: skip
    yield "- " + "\n- ".join(rows)


def of_picture(document: Document, name: str, line: int, column: int, client: Client) -> Iterator[str]:
    """A picture's size and kind, or what is wrong with it; what is said of it to those who do not see it."""
    from slidekit.rules.pictures import look

    if not name.strip():
        return
    try:
        looked = look(name, document.path.parent.resolve())
    except (OSError, RuntimeError, ValueError):
        return
    say, shown = client.say, literal(name, client.markdown)
    rows = [f"- {row}" for row in _described(document, line, column, client)]
    if (one := looked.picture) is not None:
        size = tell("{wide:.0f} × {high:.0f} pixels", wide=one.width_px, high=one.height_px)
        weight = tell("{size:,.0f} KB", size=max(len(one.content) / 1000, 1))
        yield "\n".join([f"**{shown}**\n\n{one.kind.upper()}, {say(size)}, {say(weight)}\n", *rows])
    elif looked.trouble is not None:
        yield "\n".join([f"**{shown}**\n\n{say(looked.trouble.message)}\n", *rows])


def _described(document: Document, line: int, column: int, client: Client) -> Iterator[str]:
    """The alternative text of the picture at a place, in both languages."""
    view = document.view
    part = view.slide_at(line, column)
    if view.deck is None or part is None:
        return
    at = view.moved.back.place(line, column)
    for lang, words in alternative(view.deck, part.number, *at):
        yield f"{lang}: {literal(words, client.markdown) if words else client.say(tell('nothing yet'))}"


def of_theme(document: Document, name: str, client: Client) -> Iterator[str]:
    """What a theme is like, in its own words."""
    from slidekit.scene.theming import open_theme

    try:
        file = open_theme(name, document.path.parent.resolve()).file
    except (OSError, RuntimeError, ValueError):
        return
    if file is not None:
        words = file.description.fr if client.lang == "fr" else file.description.en
        yield f"**{literal(file.name, client.markdown)}**\n\n{words}"


def of_time(document: Document, line: int, column: int, client: Client) -> Iterator[str]:
    """When a slide is said in the talk; of the deck's own duration, how much of it the slides take."""
    view = document.view
    if view.deck is None:
        return
    part = view.slide_at(line, column)
    told = [_whole(view.deck)] if part is None else [_number(view, part), _when(view, part)]
    if any(told):
        yield "\n\n".join([client.say(words) for words in told if words is not None])


def _number(view: View, part: Part) -> Words:
    count = len(view.slides)
    return tell("Slide {number} of {count}", number=part.number, count=count)


def _when(view: View, part: Part) -> Words | None:
    """From when to when a slide is said, where every slide before it says its time."""
    begins = sorted({one for starts in view.starts.values() if (one := starts[part.number - 1]) is not None})
    takes = part.slide.time
    if begins and takes is not None:
        spans = ", ".join(f"{clock(one)} – {clock(one + takes)}" for one in begins)
        return tell("{spans} in the talk, {length}", spans=spans, length=duration(takes))
    if begins:
        return tell("begins at {time}", time=", ".join(map(clock, begins)))
    if takes is not None:
        return tell("takes {length}; a slide before it does not say its time", length=duration(takes))
    return None


def _whole(deck: Deck) -> Words | None:
    """How long all slides take together, beside what the talk may."""
    planned = sum(slide.time or 0 for slide in deck.slides if not slide.hidden)
    if deck.duration is None or not planned:
        return None
    return tell("the slides take {planned} of {length}", planned=duration(planned), length=duration(deck.duration))
