"""From a deck file to diagnostics and outputs: the only module that reads decks and puts all layers together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from slidekit import crew
from slidekit.settings.finding import Finder, choices
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.nodes import without_collector
from slidekit.steps import checked_of, in_template, judge, laid_out, pictures_of, placed, span_of, theme_of

if TYPE_CHECKING:
    from slidekit.deck.model import Deck
    from slidekit.kept import Kept
    from slidekit.outputs import Edition, NotesLang, Target
    from slidekit.rules.base import Checked
    from slidekit.scene.layout import Layouts
    from slidekit.scene.theme import Mode
    from slidekit.settings.model import Choice, Settings

TARGETS: tuple[Target, ...] = ("pptx", "marp", "notes", "pdf", "png", "html", "marp-pdf", "marp-png")
MODES: tuple[Mode, ...] = ("light", "dark")
DEFAULT_TARGETS: tuple[Target, ...] = ("pptx", "marp", "notes")
EDITIONS: tuple[Edition, ...] = ("en", "fr", "side-by-side", "stacked", "alternating")
DEFAULT_EDITIONS: tuple[Edition, ...] = ("en", "fr")
LARGE = 60_000
"""Bytes of a deck from which on several processes compare its languages: some forty slides."""
MAX_DECK_BYTES = 64 * 2**20
"""A deck of 5,000 slides takes 13 MB."""


class DeckStats(Struct, frozen=True, gc=False):
    """How much of one deck there is in each language."""

    file: str
    slides: int
    texts: int
    translated: dict[str, int]
    """By `en` and `fr`."""
    reviewed: int | None = None
    """How many texts are as they were when both sides were reviewed; `None` without a `deck.lock`."""
    reviewable: int = 0
    """How many texts say something in both languages; counted where there is a `deck.lock`."""
    stale: dict[str, int] = {}
    """How many texts fell behind since they were reviewed, by `en` and `fr`."""
    missing: dict[str, int] = {}
    """How many texts lack `en` or `fr`; those that are for the other language alone need neither."""


class Reviewed(NamedTuple):
    """The figures of a deck's review, as in `DeckStats`; those of a deck without a lock file."""

    reviewed: int | None = None
    reviewable: int = 0
    stale: dict[str, int] = {}  # noqa: RUF012 -- nobody changes it


class Report(Struct, frozen=True, gc=False):
    """What a check found, in the order of files, lines and columns."""

    diagnostics: tuple[Diagnostic, ...]
    decks: tuple[DeckStats, ...]


class Output(Struct, frozen=True, gc=False):
    """A file that was written; for pictures, the folder, and the size of all in it."""

    path: Path
    size: int
    anew: bool = True
    """Whether it was put there now; else it was the same before."""


class Rendered(Struct, frozen=True, gc=False):
    """What a render wrote, which is nothing at all where the deck has errors."""

    outputs: tuple[Output, ...]
    diagnostics: tuple[Diagnostic, ...]
    stats: DeckStats | None = None
    drawable: bool = True
    """Whether a draft could be made of it: not without a deck or a theme that can be read."""
    deck: Deck | None = None
    """What was read."""


class Reading(Struct, frozen=True, gc=False):
    """A deck that has been read and checked, and its layout where it could be laid out."""

    diagnostics: tuple[Diagnostic, ...]
    deck: Deck | None = None
    stats: DeckStats | None = None
    layouts: Layouts | None = None

    @property
    def refused(self) -> bool:
        """Whether an error stands in the way of a render."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)


def check(
    paths: Sequence[Path],
    theme: str | None = None,
    mode: Mode | None = None,
    editions: Sequence[Edition] = (),
    since: str = "",
    finder: Finder | None = None,
    asked: Choice | None = None,
    jobs: int = 1,
) -> Report:
    """Check deck files, in `jobs` processes; a path that is no readable file raises `OSError`.

    Slides too full for both languages are found in the `editions` asked for only. `finder` finds the
    settings of each deck, over which those that are `asked` for win.
    """
    found = each(paths, theme, mode, editions, since, finder, asked, jobs)
    diagnostics: dict[Diagnostic, None] = {}  # decks share lock files and lists of terms: their faults are told once
    stats: list[DeckStats] = []
    for told, known in found:
        diagnostics |= dict.fromkeys(told)
        stats += [known] if known is not None else []
    return Report(tuple(diagnostics), tuple(stats))


def each(
    paths: Sequence[Path],
    theme: str | None = None,
    mode: Mode | None = None,
    editions: Sequence[Edition] = (),
    since: str = "",
    finder: Finder | None = None,
    asked: Choice | None = None,
    jobs: int = 1,
) -> Iterator[tuple[tuple[Diagnostic, ...], DeckStats | None]]:
    """What `check` finds in each deck, one after the other; before them, what is wrong with the settings."""
    finder = finder or Finder()
    settings = [finder.of(path) for path in paths]
    if finder.problems:
        yield tuple(finder.problems), None

    def one(index: int) -> tuple[tuple[Diagnostic, ...], DeckStats | None]:
        own, alone = settings[index], jobs > 1 and len(paths) == 1
        reading = read(
            paths[index], theme, mode=mode, editions=editions, since=since, settings=own, asked=asked, aside=alone
        )
        return reading.diagnostics, reading.stats

    with without_collector():
        yield from crew.each(one, [path.stat().st_size for path in paths], jobs)


def render(
    path: Path,
    out: Path,
    targets: Sequence[Target] = DEFAULT_TARGETS,
    editions: Sequence[Edition] = DEFAULT_EDITIONS,
    theme: str | None = None,
    draft: bool = False,
    progress: Callable[[str, int, int], None] | None = None,
    mode: Mode | None = None,
    notes: NotesLang = "own",
    template: str | None = None,
    kept: Kept | None = None,
) -> Rendered:
    """Write a deck's outputs into a folder: all of them, or, where the deck has errors, none.

    `notes` says whose notes stand under slides in one language.
    `kept` is what earlier renders made, of the same deck in the same way: only what has changed is made again.
    `progress` is called with what is being made, how many outputs are done, and how many there
    are. Raises `OSError` where the folder cannot be written, `tools.ToolMissing` and
    `tools.ToolFailed` where marp-cli is needed and does not do its work; old outputs then stay.
    """
    with without_collector():
        reading = read(path, theme, draft, mode, editions, template, language=False)
        if reading.layouts is None or (reading.refused and not draft):
            return Rendered((), reading.diagnostics, reading.stats, reading.layouts is not None, reading.deck)
        from slidekit.outputs import write_all

        outputs = write_all(reading.layouts, path.stem, out, targets, editions, progress or _silent, notes, kept)
    made = tuple([Output(*one) for one in outputs])
    return Rendered(made, reading.diagnostics, reading.stats, deck=reading.deck)


def _silent(what: str, done: int, total: int) -> None:
    """Report to nobody."""


def read(
    path: Path,
    theme: str | None = None,
    draft: bool = False,
    mode: Mode | None = None,
    editions: Sequence[Edition] = (),
    template: str | None = None,
    language: bool = True,
    typed: bytes | None = None,
    since: str = "",
    settings: Settings | None = None,
    asked: Choice | None = None,
    aside: bool = False,
) -> Reading:
    """Read, lay out and check one deck; a theme and a mode given here win over the deck's own.

    `language` says whether the two languages are compared; a render leaves that to `check`.
    `since` is a revision in git with which the deck is compared; `history.NoHistory` where it is not there.
    `typed` is what the file is to hold, where that is not yet what it holds.
    `settings` are the deck's; without them they are looked for, and what is wrong with them is told.
    `aside` lets other processes compare the languages while the slides are laid out here.
    """
    from slidekit.deck.reading import read_deck

    file = path.as_posix()
    finder = Finder()
    settings = finder.of(path) if settings is None else settings
    rules = choices(settings, path, asked)
    with path.open("rb") if typed is None else BytesIO(typed) as stream:  # what is typed may have no file yet
        data = stream.read(MAX_DECK_BYTES + 1)
        deck, found = read_deck(data)
        named = {key: span_of(key, data) for key in ("theme", "mode")}
        if deck is None:
            return Reading(placed(judge(found, finder, rules, None, b"", language), file, ()))
        folder = path.resolve().parent
        from slidekit.rules import about_language, about_slides, run

        shares = about_language(apart=aside and len(data) > LARGE) if language else []
        works = [partial(_compared, share, deck, data, path, since, settings, found) for share in shares]
        with crew.aside(works, aside) as compared:
            look, own, wrong = theme_of(deck, theme, mode, path.parent, named)
            if look is not None and (template is not None or deck.template is not None):
                look, more = in_template(deck, template, path.parent, look)
                wrong += more
            looked = pictures_of(deck, folder)
            pictures = {name: one.picture for name, one in looked.items() if one.picture is not None}
            layouts = laid_out(deck, look, pictures, draft) if look is not None else None
            checked = checked_of(deck, folder, data, layouts, looked, own)
            if layouts is not None and (crowded := layouts.crowded(editions)):
                checked = replace(checked, crowded=crowded)
            told = [*wrong, *run(checked, found, about_slides())]
            said = compared()
        found = judge(
            [*found, *told, *[one for part, _ in said for one in part]], finder, rules, checked, data, language
        )
        size = (len(deck.slides), checked.count, checked.translated)
        stats = DeckStats(file, *size, *(said[0][1] if said else Reviewed()), checked.missing)
        return Reading(placed(found, file, deck.slides), deck, stats, layouts)


def _compared(
    modules: Sequence[str],
    deck: Deck,
    data: bytes,
    path: Path,
    since: str,
    settings: Settings | None,
    read: Sequence[Diagnostic],
) -> tuple[list[Diagnostic], Reviewed]:
    """What rules about language find; where those about freshness are among them, the figures of the review, too."""
    from slidekit.beside import added
    from slidekit.rules import run

    fresh = any(".freshness." in name for name in modules)
    checked = added(checked_of(deck, path.resolve().parent, data), path, since if fresh else "", settings)
    found = list(run(checked, read, modules))
    return found, reviewed(checked) if fresh else Reviewed()


def reviewed(checked: Checked) -> Reviewed:
    """The figures of a deck's review."""
    review = checked.review
    if review is None:
        return Reviewed()
    stale = {lang: sum(one.lang == lang for one in review.stale) for lang in ("en", "fr")}
    return Reviewed(review.reviewed, len(review.couples), stale)
