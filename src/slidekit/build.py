"""From a deck file to diagnostics and outputs: the only module that reads decks and puts all layers together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from slidekit import crew
from slidekit.settings.finding import Finder, choices, has_any
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.nodes import without_collector
from slidekit.source.span import START, Span

if TYPE_CHECKING:
    from slidekit.deck.model import Deck, Slide
    from slidekit.kept import Kept
    from slidekit.outputs import Edition, Lang, NotesLang, Target
    from slidekit.rules.base import Checked, OwnTheme
    from slidekit.rules.pictures import Looked
    from slidekit.scene.layout import Layouts
    from slidekit.scene.pictures import Picture
    from slidekit.scene.theme import Mode, Theme
    from slidekit.settings.model import Choice, Rules, Settings

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
        own, alone = settings[index], len(paths) == 1
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
        named = {key: _span_of(key, data) for key in ("theme", "mode")}
        if deck is None:
            return Reading(_placed(_judged(found, finder, rules, None, b"", language), file, ()))
        folder = path.resolve().parent
        from slidekit.rules import about_language, about_slides, run

        shares = about_language(apart=aside and len(data) > LARGE) if language else []
        works = [partial(_compared, share, deck, data, path, since, settings, found) for share in shares]
        with crew.aside(works, aside) as compared:
            look, own, wrong = _theme(deck, theme, mode, path.parent, named)
            if look is not None and (template is not None or deck.template is not None):
                look, more = _in_template(deck, template, path.parent, look)
                wrong += more
            looked = _pictures(deck, folder)
            pictures = {name: one.picture for name, one in looked.items() if one.picture is not None}
            layouts = _lay_out(deck, look, pictures, draft) if look is not None else None
            checked = _checked(deck, folder, data, layouts, looked, own)
            if layouts is not None and (crowded := layouts.crowded(editions)):
                checked = replace(checked, crowded=crowded)
            told = [*wrong, *run(checked, found, about_slides())]
            said = compared()
        found = _judged(
            [*found, *told, *[one for part, _ in said for one in part]], finder, rules, checked, data, language
        )
        size = (len(deck.slides), checked.count, checked.translated)
        stats = DeckStats(file, *size, *(said[0][1] if said else Reviewed()), checked.missing)
        return Reading(_placed(found, file, deck.slides), deck, stats, layouts)


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
    checked = added(_checked(deck, path.resolve().parent, data), path, since if fresh else "", settings)
    found = list(run(checked, read, modules))
    review = checked.review if fresh else None
    if review is None:
        return found, Reviewed()
    stale = {lang: sum(one.lang == lang for one in review.stale) for lang in ("en", "fr")}
    return found, Reviewed(review.reviewed, len(review.couples), stale)


def _judged(
    found: list[Diagnostic], finder: Finder, rules: Rules, checked: Checked | None, data: bytes, language: bool
) -> list[Diagnostic]:
    """The findings that settings and comments let through, each with the weight that they give it.

    What is wrong with the settings themselves is no reason not to render.
    """
    wrong = finder.problems if language else [replace(one, severity=Severity.WARNING) for one in finder.problems]
    commented = checked is not None and has_any(data)
    if not rules.levels and not commented:
        return [*wrong, *found]
    from slidekit.settings.comments import Comments
    from slidekit.settings.verdict import judged

    texts = [text.span for _, _, text in checked.words] if checked is not None else []
    return [*wrong, *judged(found, rules, Comments(data, texts) if commented else None, language)]


def _theme(
    deck: Deck, override: str | None, mode: Mode | None, folder: Path, named: Mapping[str, Span]
) -> tuple[Theme | None, OwnTheme | None, list[Diagnostic]]:
    """The theme to draw in, and its file if it is the author's own; what is wrong with its name is said at `theme:`."""
    from slidekit.scene.theming import formed, open_theme

    home = Path() if override else folder
    opened = open_theme(override or deck.theme, home.resolve(), anywhere=bool(override))
    theme, wrong = formed(opened, mode or deck.mode)
    own = None
    if opened.path is not None and opened.file is not None:
        from slidekit.rules.base import OwnTheme

        own = OwnTheme(_seen_from(home, str(opened.path)), opened)
    placed = []
    for one in wrong:
        key = "mode" if opened.file is not None and mode is None else "theme"
        span = START if override and key == "theme" else named[key]
        placed.append(replace(one, file=_seen_from(home, one.file)) if one.file else replace(one, span=span))
    return theme, own, placed


def _in_template(deck: Deck, override: str | None, folder: Path, base: Theme) -> tuple[Theme | None, list[Diagnostic]]:
    """The look of the organisation's own template, which the theme completes."""
    from slidekit.deck.model import Template
    from slidekit.template.loading import load

    if override is not None:
        loaded = load(Template(override, START), Path(), base, anywhere=True)
        return loaded.theme, [replace(one, file=override) for one in loaded.problems]
    assert deck.template is not None
    loaded = load(deck.template, folder.resolve(), base)
    return loaded.theme, list(loaded.problems)


def _seen_from(folder: Path, file: str) -> str:
    """A file inside a folder, named as that folder is; any other as it is."""
    root = folder.resolve()
    return (folder / Path(file).relative_to(root)).as_posix() if file and Path(file).is_relative_to(root) else file


def _span_of(key: str, data: bytes) -> Span:
    """Where the deck says what stands under one of its own keys."""
    import re

    name = key.encode() + b":"
    at = 0 if data.startswith(name) else data.find(b"\n" + name) + 1  # a large deck is not searched line by line
    found = re.compile(rb"%s[ \t]*([^\r\n#]*[^\s#])" % name).match(data, at)
    if found is None:
        return START
    line = data.count(b"\n", 0, found.start()) + 1
    column = len(found[0]) - len(found[1]) + 1
    return Span(line, column, line, column + len(found[1].decode("utf-8", "replace")))


def _checked(
    deck: Deck,
    folder: Path,
    data: bytes,
    layouts: Layouts | None = None,
    looked: Mapping[str, Looked] = {},
    own: OwnTheme | None = None,
) -> Checked:
    from slidekit.rules.base import Checked

    return Checked(deck, folder, layouts.problems if layouts else (), looked, own, data=data)


def _lay_out(deck: Deck, theme: Theme, pictures: Mapping[str, Picture], draft: bool) -> Layouts:
    from slidekit.scene.layout import lay_out
    from slidekit.show.localise import localise

    first = deck.languages[0].split("-")[0] if deck.languages else "en"
    langs: tuple[Lang, Lang] = ("fr", "en") if first == "fr" else ("en", "fr")
    return lay_out([localise(deck, lang, draft=draft) for lang in langs], theme, pictures)


def _placed(found: Sequence[Diagnostic], file: str, slides: Sequence[Slide]) -> tuple[Diagnostic, ...]:
    """Diagnostics in the order of the file, each with its file and the number of the slide it stands in."""
    starts = [slide.span[:2] for slide in slides]

    def slide_of(one: Diagnostic) -> int | None:
        number = bisect_right(starts, one.span[:2])
        if one.slide is not None or one.file or not number:
            return one.slide
        return number if slides[number - 1].span.covers(one.span) else None

    placed = {replace(one, file=one.file or file, slide=slide_of(one)) for one in found}
    return tuple(sorted(placed, key=lambda one: (one.file != file, one.file, one.span, one.code, one.message)))


def _pictures(deck: Deck, folder: Path) -> Mapping[str, Looked]:
    """What was found of the deck's pictures, by their paths in the deck; each file is read here and nowhere else."""
    from slidekit.deck.pictures import names

    if not (found := names(deck)):
        return {}
    from slidekit.rules.pictures import look_all

    return look_all(found, folder.resolve())
