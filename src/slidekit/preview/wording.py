"""The words of the preview page, in both languages; what stands in `{braces}` the page fills in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from slidekit.locales import speaker
from slidekit.preview import wording_present
from slidekit.source.wording import Words, tell, tell_many

WORDS: Mapping[str, Words] = {
    "skip": tell("Skip to the slide"),
    "views": tell("Languages shown"),
    "view.both": tell("Both"),
    "view.key": tell("Next language: L"),
    "lang.en": tell("English"),
    "lang.fr": tell("French"),
    "tools": tell("Tools"),
    "slides": tell("Slides"),
    "slide.of": tell("Slide {n} of {count}", n="{n}", count="{count}"),
    "slide.titled": tell("Slide {n}: {title}", n="{n}", title="{title}"),
    "previous": tell("Previous slide"),
    "next": tell("Next slide"),
    "hidden": tell("Hidden in the talk"),
    "time.begins": tell("Begins at {time}", time="{time}"),
    "time.lasts": tell("lasts {time}", time="{time}"),
    "time.whole": tell("{time} in all", time="{time}"),
    "texts": tell("Texts of slide {n}", n="{n}"),
    "absent.en": tell("This slide is not in the English version"),
    "absent.fr": tell("This slide is not in the French version"),
    "empty": tell("No slide can be drawn yet"),
    "notes": tell("Notes"),
    "notes.none": tell("No notes"),
    "notes.key": tell("Notes shown or not: N"),
    "follow": tell("Follow"),
    "follow.key": tell("Follow the cursor in the editor: F"),
    "overview": tell("Overview"),
    "overview.key": tell("All slides at once: O"),
    "find": tell("Find"),
    "find.key": tell("Find a text in both languages: /"),
    "find.name": tell("Find in both languages"),
    "find.hint": tell("A text of the slides or the notes"),
    "find.none": tell("“{text}” is nowhere in this deck", text="{text}"),
    "find.in.slide": tell("Slide {n}", n="{n}"),
    "find.in.notes": tell("Notes of slide {n}", n="{n}"),
    "present": tell("Present"),
    "present.key": tell("Presenter’s view in a window of its own: P"),
    "help": tell("Keys"),
    "help.key": tell("All keys: ?"),
    "help.ends": tell("First slide, last slide"),
    "help.views": tell("Both languages, English, French"),
    "help.notes": tell("Notes shown or not"),
    "help.follow": tell("Follow the cursor in the editor, or stay"),
    "help.present": tell("Presenter’s view in a window of its own"),
    "help.open": tell("To the texts of the slide, from one to the next, and into the editor"),
    "help.letters": tell(
        "Letters are keys; off, they do nothing, so that speech and assistive devices cannot press them"
    ),
    "key.page-down": tell("Page Down"),
    "key.page-up": tell("Page Up"),
    "key.space": tell("Space"),
    "key.shift-space": tell("Shift+Space"),
    "key.home": tell("Home"),
    "key.end": tell("End"),
    "key.tab": tell("Tab"),
    "key.enter": tell("Enter"),
    "key.escape": tell("Esc"),
    "close": tell("Close"),
    "lost": tell("Connection lost; trying again"),
    "broken": tell("The deck cannot be read; the pictures show it as it was before"),
    "findings.slide": tell("On this slide"),
    "findings.deck": tell("About the whole deck"),
    "severity.error": tell("Error"),
    "severity.warning": tell("Warning"),
    "severity.info": tell("Remark"),
    "open.line": tell("Open line {line} in the editor", line="{line}"),
    "open.done": tell("Line {line} is open in the editor", line="{line}"),
    "open.refused": tell("The editor did not open: {reason}", reason="{reason}"),
}
"""By the names under which the page asks for them."""

COUNTS: Mapping[str, Callable[[int], Words]] = {
    "missing": lambda count: tell_many("{n} text missing", "{n} texts missing", count, n="{n}"),
    "stale": lambda count: tell_many("{n} text behind the other language", "{n} texts behind", count, n="{n}"),
    "full": lambda count: tell_many("{n} text too long for its place", "{n} texts too long", count, n="{n}"),
    "errors": lambda count: tell_many("{n} error", "{n} errors", count, n="{n}"),
    "notes.words": lambda count: tell_many("{n} word", "{n} words", count, n="{n}"),
    "find.count": lambda count: tell_many("{n} place", "{n} places", count, n="{n}"),
    "findings.count": lambda count: tell_many("{n} finding", "{n} findings", count, n="{n}"),
}
"""Sentences about a number of things: `.one` and `.other` are the forms that CLDR's plural rules name."""


def words(lang: str) -> dict[str, str]:
    """All that the page says, in `en` or `fr`."""
    say = speaker(lang)
    told = {key: say(text) for key, text in WORDS.items()}
    told |= {key: text[0].upper() + text[1:] for key, text in told.items() if key.startswith("lang.")}
    for key, form in COUNTS.items():
        told |= {f"{key}.one": say(form(1)), f"{key}.other": say(form(2))}
    return told | wording_present.present(lang)
