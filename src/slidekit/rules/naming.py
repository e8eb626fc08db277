"""What messages call the texts of a deck: whole phrases, since French bends its articles and adjectives to the noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.rules.gathering import Told


def this(what: str) -> Words:
    """A text as an author would point at it: `this bullet`."""
    return _THIS[what] if what in _THIS else tell("this {what}", what=what)


def the(what: str, lang: str | None = None) -> Words:
    """What was laid out: `the title`, or `the French title`."""
    neutral, english, french = _THE.get(what, _THE["text"])
    return english if lang == "en" else french if lang == "fr" else neutral


def named(told: Told) -> Words:
    """A text by its owner where that has but one, else as an author would point at it."""
    match told.what:
        case "title" | "subtitle" | "notes" | "author" if told.slide is None:
            return _DECKS[told.what]
        case "title":
            return tell("slide {number}'s title", number=told.slide)
        case "subtitle":
            return tell("slide {number}'s subtitle", number=told.slide)
        case "notes":
            return tell("slide {number}'s notes", number=told.slide)
        case "author":
            return tell("slide {number}'s author", number=told.slide)
        case "section":
            return tell("this section's name")
        case "series":
            return tell("the name of this series")
        case "column title":
            return tell("the name of this column")
        case what if what.startswith("variable "):
            return tell("variable {name}", name=what.removeprefix("variable "))
        case what:
            return this(what)


_DECKS = {
    "title": tell("the deck's title"),
    "subtitle": tell("the deck's subtitle"),
    "notes": tell("the deck's notes"),
    "author": tell("the deck's author"),
}
_THIS = {
    "title": tell("this title"),
    "subtitle": tell("this subtitle"),
    "author": tell("this author"),
    "section": tell("this section"),
    "link": tell("this link"),
    "notes": tell("these notes"),
    "text": tell("this text"),
    "takeaway": tell("this takeaway"),
    "quote": tell("this quote"),
    "attribution": tell("this attribution"),
    "column title": tell("this column title"),
    "code": tell("this code"),
    "caption": tell("this caption"),
    "transcript": tell("this transcript"),
    "diagram": tell("this diagram"),
    "picture": tell("this picture"),
    "QR code": tell("this QR code"),
    "alternative text": tell("this alternative text"),
    "formula": tell("this formula"),
    "bullet": tell("this bullet"),
    "cell": tell("this cell"),
    "category": tell("this category"),
    "series": tell("this series"),
    "label": tell("this label"),
    "axis title": tell("this axis title"),
    "unit": tell("this unit"),
}
"""By what `gathering` calls them."""
_THE = {
    "text": (tell("the text"), tell("the English text"), tell("the French text")),
    "title": (tell("the title"), tell("the English title"), tell("the French title")),
    "subtitle": (tell("the subtitle"), tell("the English subtitle"), tell("the French subtitle")),
    "quotation": (tell("the quotation"), tell("the English quotation"), tell("the French quotation")),
    "attribution": (tell("the attribution"), tell("the English attribution"), tell("the French attribution")),
    "caption": (tell("the caption"), tell("the English caption"), tell("the French caption")),
    "column heading": (
        tell("the column heading"),
        tell("the English column heading"),
        tell("the French column heading"),
    ),
    "takeaway": (tell("the takeaway"), tell("the English takeaway"), tell("the French takeaway")),
    "author and date": (
        tell("the author and date"),
        tell("the English author and date"),
        tell("the French author and date"),
    ),
    "formula": (tell("the formula"), tell("the English formula"), tell("the French formula")),
    "table": (tell("the table"), tell("the English table"), tell("the French table")),
    "table cell": (tell("the table cell"), tell("the English table cell"), tell("the French table cell")),
    "chart": (tell("the chart"), tell("the English chart"), tell("the French chart")),
    "picture": (tell("the picture"), tell("the English picture"), tell("the French picture")),
    "QR code": (tell("the QR code"), tell("the English QR code"), tell("the French QR code")),
    "code": (tell("the code"), tell("the English code"), tell("the French code")),
    "terminal": (tell("the transcript"), tell("the English transcript"), tell("the French transcript")),
    "transcript": (tell("the transcript"), tell("the English transcript"), tell("the French transcript")),
    "diagram": (tell("the diagram"), tell("the English diagram"), tell("the French diagram")),
}
"""By what the layout calls them: for both languages, for English, for French."""
