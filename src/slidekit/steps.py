"""The steps from a deck to its diagnostics: `build` takes them all, `live` those that a change asks for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from slidekit.settings.finding import Finder, has_any
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import START, Span

if TYPE_CHECKING:
    from slidekit.deck.model import Deck, Slide
    from slidekit.rules.base import Checked, OwnTheme
    from slidekit.rules.pictures import Looked
    from slidekit.scene.layout import Layouts
    from slidekit.scene.pictures import Picture
    from slidekit.scene.theme import Mode, Theme
    from slidekit.settings.model import Rules


def theme_of(
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


def in_template(deck: Deck, override: str | None, folder: Path, base: Theme) -> tuple[Theme | None, list[Diagnostic]]:
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


def span_of(key: str, data: bytes) -> Span:
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


def pictures_of(deck: Deck, folder: Path) -> Mapping[str, Looked]:
    """What was found of the deck's pictures, by their paths in the deck; each file is read here and nowhere else."""
    from slidekit.deck.pictures import names

    if not (found := names(deck)):
        return {}
    from slidekit.rules.pictures import look_all

    return look_all(found, folder.resolve())


def checked_of(
    deck: Deck,
    folder: Path,
    data: bytes,
    layouts: Layouts | None = None,
    looked: Mapping[str, Looked] = {},
    own: OwnTheme | None = None,
) -> Checked:
    """A deck as the rules want it."""
    from slidekit.rules.base import Checked

    return Checked(deck, folder, layouts.problems if layouts else (), looked, own, data=data)


def laid_out(
    deck: Deck, theme: Theme, pictures: Mapping[str, Picture], draft: bool, before: Layouts | None = None
) -> Layouts:
    """The slides in both languages, the first language first; `before` is a layout that this one takes the place of."""
    from slidekit.scene.layout import lay_out
    from slidekit.show.localise import localise

    first = deck.languages[0].split("-")[0] if deck.languages else "en"
    langs: tuple[Literal["en", "fr"], ...] = ("fr", "en") if first == "fr" else ("en", "fr")
    return lay_out([localise(deck, lang, draft=draft) for lang in langs], theme, pictures, before)


def judge(
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


def placed(found: Sequence[Diagnostic], file: str, slides: Sequence[Slide]) -> tuple[Diagnostic, ...]:
    """Diagnostics in the order of the file, each with its file and the number of the slide it stands in."""
    starts = [slide.span[:2] for slide in slides]

    def slide_of(one: Diagnostic) -> int | None:
        number = bisect_right(starts, one.span[:2])
        if one.slide is not None or one.file or not number:
            return one.slide
        return number if slides[number - 1].span.covers(one.span) else None

    told = {replace(one, file=one.file or file, slide=slide_of(one)) for one in found}
    return in_order(told, file)


def in_order(found: Iterable[Diagnostic], file: str) -> tuple[Diagnostic, ...]:
    """Diagnostics as they stand in the deck's file, then those in others; no two of them may come either way round."""

    def place(one: Diagnostic) -> tuple[object, ...]:
        return one.file != file, one.file, one.span, one.code, one.message, one.lang or "", one.hint or ""

    return tuple(sorted(found, key=place))
