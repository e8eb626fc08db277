"""The words of the presenter's view, of the stage and of the audience's phones, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from slidekit.locales import speaker
from slidekit.source.wording import Words, tell, tell_many

PRESENT: Mapping[str, Words] = {
    "present.name": tell("Presenter’s view"),
    "present.then": tell("Next"),
    "present.last": tell("The last slide"),
    "present.clock": tell("Clock"),
    "present.elapsed": tell("Elapsed"),
    "present.left": tell("Left"),
    "present.pace": tell("Pace"),
    "present.on-time": tell("On time"),
    "present.ahead": tell("{time} ahead", time="{time}"),
    "present.behind": tell("{time} behind", time="{time}"),
    "present.over": tell("{time} over", time="{time}"),
    "present.no-times": tell("No slide says its time"),
    "present.start": tell("Start the clock"),
    "present.pause": tell("Stop the clock"),
    "present.reset": tell("Back to zero"),
    "present.black": tell("Darken the screen"),
    "present.light": tell("Show the slide again"),
    "present.dark": tell("The audience sees a dark screen"),
    "present.stage": tell("Open the audience’s window"),
    "present.notes": tell("Language of the notes"),
    "present.larger": tell("Larger notes"),
    "present.smaller": tell("Smaller notes"),
    "present.scroll": tell("Scroll the notes"),
    "present.code": tell("Code for the audience’s phones"),
    "present.no-share": tell("The talk is not shared; start it with  --share  for the audience to follow on phones"),
    "present.step": tell("Point {n} of {count}", n="{n}", count="{count}"),
    "present.jump": tell("A number and Enter"),
    "present.jump-to": tell("To that slide"),
    "share.who": tell(
        "Anyone on this network who has the address can see the slides that have been shown, without the notes"
    ),
    "stage.name": tell("The slide alone"),
    "stage.full": tell("Full screen"),
    "stage.dark": tell("Dark screen"),
}
"""Of the presenter's own windows."""

AUDIENCE: Mapping[str, Words] = {
    "audience.skip": tell("Skip to the slide"),
    "audience.language": tell("Language of the slides"),
    "audience.waiting": tell("The talk has not begun"),
    "audience.dark": tell("The screen is dark for a moment"),
    "audience.only.en": tell("This slide is in English only"),
    "audience.only.fr": tell("This slide is in French only"),
    "audience.slide": tell("Slide {n}", n="{n}"),
    "audience.announced": tell("Slide {n}: {title}", n="{n}", title="{title}"),
    "audience.back": tell("Previous slide"),
    "audience.forth": tell("Next slide"),
    "audience.live": tell("Back to the speaker’s slide"),
    "audience.text": tell("Slide as text"),
    "audience.larger": tell("Larger text"),
    "audience.who": tell("You see the slides that have been shown. Your phone tells the speaker nothing about you."),
    "audience.lost": tell("Connection lost; trying again"),
}
"""Of the audience's page, which is told no others."""

COUNTS: Mapping[str, Callable[[int], Words]] = {
    "share.listeners": lambda count: tell_many("{n} phone follows", "{n} phones follow", count, n="{n}"),
}


def present(lang: str) -> dict[str, str]:
    """What the presenter's windows say, in `en` or `fr`."""
    say = speaker(lang)
    told = {key: say(text) for key, text in PRESENT.items()}
    for key, form in COUNTS.items():
        told |= {f"{key}.one": say(form(1)), f"{key}.other": say(form(2))}
    return told


def audience(lang: str) -> dict[str, str]:
    """What the audience's page says; each language is named in itself, for who cannot read the other."""
    say = speaker(lang)
    own = {"lang.en": "English", "lang.fr": "Français"}
    return {key: say(text) for key, text in AUDIENCE.items()} | own
