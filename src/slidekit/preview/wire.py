"""What the server tells the page, as JSON: plain data, never markup.

`GET  /<token>/`                 the preview; `/<token>/present` the presenter's view; `/<token>/stage` the slide alone
`GET  /<token>/events`           server-sent events: `deck` (a `Deck`), `change` (a `Change`), `move` (a `Place`)
`GET  /<token>/picture/<key>`    a slide's picture as SVG; a key is of its content, so a picture never changes
`GET  /<token>/slide/<number>`   a slide's `Words`: its texts where they stand on the picture, and its notes
`GET  /<token>/words`            the page's own words, in `?lang=`
`GET  /<token>/find?text=`       where a text stands
`GET  /<token>/share`            whether the audience's phones may follow (a `Sharing`); `share.svg` is the code
`POST /<token>/open`             `{line, column}`: open the editor there; with `file` in a file that a finding is of
`POST /<token>/move`             a `Place`: the presenter's windows, and the audience's phones, follow
"""

from __future__ import annotations

from msgspec import Struct


class Finding(Struct, frozen=True, gc=False):
    """A diagnostic, said in the page's language."""

    code: str
    severity: str
    """`error`, `warning` or `info`."""
    message: str
    hint: str
    line: int
    column: int
    lang: str
    """`en`, `fr` or empty."""
    file: str = ""
    """Empty for the deck itself."""


class Slide(Struct, frozen=True, gc=False):
    """What the page knows of every slide; dictionaries are by `en` and `fr`, without a language that lacks it."""

    number: int
    """From 1, in the order shown; the cover made from the deck's title counts."""
    line: int
    """Where it begins in the file; 1 for such a cover."""
    title: dict[str, str]
    pictures: dict[str, str]
    """Keys of its pictures."""
    section: dict[str, str] = {}
    begins: float = 0.0
    """Seconds from the beginning of the talk."""
    lasts: float = 0.0
    hidden: bool = False
    missing: int = 0
    """Texts that a language lacks."""
    stale: int = 0
    full: int = 0
    """Texts that do not fit."""
    findings: tuple[Finding, ...] = ()
    steps: int = 0
    """Points that come one after another when it is presented."""
    builds: dict[str, tuple[str, ...]] = {}
    """Keys of its pictures before each of these points; after the last it is the whole slide."""


class Place(Struct, frozen=True, gc=False):
    """Where the author or the presenter is."""

    slide: int
    step: int = 0
    """How many of its points are shown, where they come one after another."""
    black: bool = False
    """Whether the audience sees nothing."""
    by: str = "page"
    """`editor` where the author's cursor went there, which is no reason for the audience to follow."""
    code: bool = False
    """Whether the stage shows the code by which phones join, in place of the slide."""
    window: str = ""
    """A name that the window which went there has given itself, by which it knows its own moves again."""
    nth: int = 0
    """How many moves that window has made: it passes over what came before its last."""
    version: int = 0
    """Of the deck, in which the slide has that number; 0 for the one of now."""
    past: bool = False
    """Whether they went there before the page began to listen, or took up its line again."""


class Deck(Struct, frozen=True, gc=False):
    """The whole state of the page."""

    version: int
    file: str
    """The deck's name, without its folder."""
    langs: tuple[str, ...]
    """`en` and `fr`, the deck's first language first."""
    locales: dict[str, str]
    """BCP 47, such as `fr-CA`."""
    title: dict[str, str]
    size: tuple[float, float]
    """Width and height of a picture, in points."""
    slides: tuple[Slide, ...]
    broken: tuple[Finding, ...] = ()
    """Why the pictures are those of an earlier text; empty where they are of this one."""
    findings: tuple[Finding, ...] = ()
    """Those that belong to no slide."""
    presented: Place | None = None
    """Where the talk is, if it is on."""
    moved: tuple[int, ...] = ()
    """As in a `Change`, for pages that knew the version before."""


class Change(Struct, frozen=True, gc=False):
    """A new version of the page's state: of `slides` those that differ, all others as they were."""

    version: int
    slides: tuple[Slide, ...]
    count: int
    """How many slides there are now: those beyond are gone."""
    broken: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()
    at: int = 0
    """The slide that was typed in, to be shown now; 0 where that is not known."""
    moved: tuple[int, ...] = ()
    """For each slide of the version before, the number that it has now, 0 where it is gone; empty where all have
    kept theirs."""


class Sharing(Struct, frozen=True, gc=False):
    """How the audience's phones follow."""

    url: str = ""
    """Empty where the talk is not shared."""
    listeners: int = 0


class Spoken(Struct, frozen=True, gc=False):
    """A text on the picture: for screen readers, for the search and for clicks that lead to the editor."""

    text: str
    x: float
    y: float
    w: float
    h: float
    """In shares of the picture's width and height, from 0 to 1."""
    line: int
    column: int
    end_line: int
    end_column: int
    """Where it stands in the deck, up to just after its last character: findings in there are of it."""
    role: str = ""
    """`title`, `body`, `cell`, `code`, `picture`…"""


class Words(Struct, frozen=True, gc=False):
    """What one slide says in each language."""

    number: int
    texts: dict[str, tuple[Spoken, ...]]
    notes: dict[str, tuple[str, ...]]
    """Paragraphs."""


class Hit(Struct, frozen=True, gc=False):
    """A place where a text that was looked for stands."""

    slide: int
    lang: str
    part: str
    """`slide` or `notes`."""
    before: str
    match: str
    after: str
    """The text found, as it is written, and what stands around it."""
    line: int
    column: int
    """Where its text begins in the deck; 0 where that is not known."""


class Found(Struct, frozen=True, gc=False):
    """What a search finds."""

    hits: tuple[Hit, ...]
    more: bool = False
    """Whether there are places beyond those that are told."""
