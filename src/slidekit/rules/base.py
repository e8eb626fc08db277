"""What every rule works on: one deck, its texts gathered once, and what was found while it was laid out.

A rule is a module in a folder named after its family. Its docstring is its manual page, `CODE`,
`NAME` and `SEVERITY` say what it is called and how much it weighs, and `check` yields what it finds.
Rules of the family `format` have no `check`: the reader finds those faults while it reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from slidekit.deck.glossary import NO_TERMS, Glossary
from slidekit.deck.text import Text, is_blank
from slidekit.deck.variables import names
from slidekit.rules.gathering import Gathered, gather
from slidekit.rules.prose import Prose, Twins, has_figures, has_signs
from slidekit.source.span import Span
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from pathlib import Path

    from slidekit.deck.lock import Locked
    from slidekit.deck.model import Deck
    from slidekit.deck.text import Side
    from slidekit.rules.formulas import Broken
    from slidekit.rules.gathering import Told
    from slidekit.rules.pictures import Fault, Looked
    from slidekit.rules.reviewed import Past, Review
    from slidekit.rules.scanning import Scan
    from slidekit.rules.tongues import Judged
    from slidekit.rules.visuals import Seen
    from slidekit.scene.editions import Crowded
    from slidekit.scene.fit import FitProblem
    from slidekit.scene.theming import Opened
    from slidekit.source.diagnostic import Diagnostic
    from slidekit.source.scalars import File, Written

VERBATIM = ("code", "transcript", "diagram", "formula")
"""Texts in which `${…}` means nothing to slidekit: a shell script is full of them."""
WORDLESS = (*VERBATIM, "picture", "link", "QR code")
"""Texts that are not in a language, or not to be read as prose."""
LONG = 10_000
"""Signs of a text, and texts, whose places are kept at once."""
LANGS = ("en", "fr")
LANGUAGES = {"en": tell("English"), "fr": tell("French")}
"""What messages call them."""


def says(side: Side | None) -> bool:
    """Whether a side has words that an audience would see."""
    return side is not None and (type(side) is not Text or not is_blank(side.source))


def within(text: Text, offset: int, length: int) -> Span:
    """Where a part of a text stands in the file; the whole text where its source was folded or escaped."""
    span = text.span
    quotes = span.end_column - span.column - len(text.source)
    if span.line != span.end_line or quotes not in (0, 2):
        return span
    column = span.column + quotes // 2 + offset
    return Span(span.line, column, span.line, column + length)


class Use(NamedTuple):
    """A variable named in a text."""

    name: str
    text: Text
    offset: int
    """Where in its source it begins."""
    lang: str | None
    slide: int | None


class Gap(NamedTuple):
    """A text that a language lacks."""

    told: Told
    lang: str


class OwnTheme(NamedTuple):
    """A theme file of the author's own."""

    file: str
    """As the caller would name it."""
    opened: Opened


class Checked(Struct, frozen=True, dict=True):
    """One deck under check; what several rules need is worked out once, when the first asks."""

    deck: Deck
    folder: Path
    """The folder that the deck lies in: no picture may come from elsewhere."""
    fit: Sequence[FitProblem] = ()
    """What did not fit when both languages were laid out."""
    pictures: Mapping[str, Looked] = {}
    """What was found of each picture when it was read, by its name in the deck."""
    own: OwnTheme | None = None
    """The theme's file, where it is none that comes with slidekit."""
    crowded: Sequence[Crowded] = ()
    """The slides that could not hold both languages, in the editions that were laid out."""
    glossary: Glossary = NO_TERMS
    """The terms of the deck and of its project."""
    broken_terms: Sequence[Diagnostic] = ()
    """What is wrong with the files that they stand in."""
    data: bytes = b""
    """The file as it was read."""
    locked: Locked | None = None
    """The lock file beside the deck."""
    past: Past | None = None
    """The deck as it was at the revision that it is compared with."""

    @cached_property
    def gathered(self) -> Gathered:
        """Every text, row and list of the deck."""
        return gather(self.deck)

    @property
    def texts(self) -> Sequence[Told]:
        """Every text, once, in the order of the file."""
        return self.gathered.texts

    @cached_property
    def words(self) -> Sequence[tuple[Told, str | None, Text]]:
        """Every string, with the text that it is a side of and its language; `None` where it is for both."""
        found: list[tuple[Told, str | None, Text]] = []
        for told in self.gathered.texts:
            pair = told.pair
            if type(pair.en) is Text:
                found.append((told, "en", pair.en))
            if type(pair.fr) is Text:
                found.append((told, "fr", pair.fr))
            shared = pair.both or pair.plain
            if type(shared) is Text:
                found.append((told, None, shared))
            if pair.regional:
                found += [(told, name[:2], side) for name, side in pair.regional if type(side) is Text]
        return found

    @cached_property
    def prose(self) -> Sequence[Prose]:
        """Every side that is words in one language, in the order of the file: code, names and paths are left out."""
        locale = {lang: self.deck.locale(lang) for lang in LANGS}
        found: list[Prose] = []
        for told, lang, text in self.words:
            if lang is None or told.what in WORDLESS or is_blank(text.source):
                continue
            own = locale[lang]
            if told.pair.regional:
                own = next((name for name, side in told.pair.regional if side is text), own)
            found.append(Prose(told, lang, own, text))
        return found

    @cached_property
    def signed(self) -> Sequence[Prose]:
        """The sides with more in them than letters, plain spaces, commas and points: what typography looks at."""
        return [side for side in self.prose if has_signs(side.text.source)]

    @cached_property
    def figured(self) -> Sequence[Prose]:
        """Those among them with a figure, or with a variable that may be one."""
        return [side for side in self.signed if has_figures(side.text.source)]

    @cached_property
    def scans(self) -> Mapping[str, Scan]:
        """All that is said in English, and all that is said in French, each as one string."""
        from slidekit.rules.scanning import scan

        return {lang: scan(self.prose, lang) for lang in LANGS}

    @cached_property
    def twins(self) -> Sequence[Twins]:
        """Every text that has words in English and in French, a regional side with the other language's own."""
        found: list[Twins] = []
        sides: dict[str, list[Prose]] = {"en": [], "fr": []}
        last: Told | None = None
        for one in [*self.prose, None]:
            if one is None or one.told is not last:
                english, french = sides["en"], sides["fr"]
                if english and french and last is not None and last.only is None:
                    found += [Twins(last, side, french[0]) for side in english]
                    found += [Twins(last, english[0], side) for side in french[1:]]
                sides = {"en": [], "fr": []}
            if one is not None:
                last = one.told
                sides[one.lang].append(one)
        return found

    @cached_property
    def across(self) -> Mapping[int, str]:
        """What the other language says, by the `id` of a side's `Text`."""
        found: dict[int, str] = {}
        for twins in self.twins:
            found[id(twins.en.text)], found[id(twins.fr.text)] = twins.fr.text.source, twins.en.text.source
        return found

    def place(self, text: Text, start: int, end: int) -> Span:
        """Where a part of a text stands in the file, `start` and `end` in code points of its source."""
        span = within(text, start, end - start)
        if span is not text.span or not text.source:
            return span
        if text.span not in self._places:
            from slidekit.source.scalars import written

            if len(text.source) > LONG or len(self._places) > LONG:
                self._places.clear()  # nine bytes a sign: those of a hostile deck are not all kept
            self._places[text.span] = written(self._file, text.span, text.source)
        found = self._places[text.span]
        return span if found is None else self._file.span(*found.stretch(start, end))

    @cached_property
    def _file(self) -> File:
        """The file, for the places of folded and escaped texts."""
        from slidekit.source.guards import text_of
        from slidekit.source.scalars import File

        return File(text_of(self.data, []) or "")

    @cached_property
    def _places(self) -> dict[Span, Written | None]:
        """How texts stand in the file whose signs are not where they read."""
        return {}

    @cached_property
    def review(self) -> Review | None:
        """What was reviewed in both languages, and what has changed since; `None` without a lock file."""
        if self.locked is None:
            return None
        from slidekit.rules.reviewed import review

        return review(self.texts, self.locked)

    @cached_property
    def gaps(self) -> Sequence[Gap]:
        """Every text that a language lacks; empty table cells and rows that lack a whole side included."""
        return list(self._gaps())

    def _gaps(self) -> Iterator[Gap]:
        locales = [(lang, self.deck.locale(lang)) for lang in LANGS]
        for told in self.gathered.texts:
            pair = told.pair
            if pair.plain is not None:
                continue
            if says(pair.en or pair.both) and says(pair.fr or pair.both):
                continue
            silent = [lang for lang, locale in locales if not says(pair.side(lang, locale))]
            if len(silent) == len(LANGS) and told.what == "cell" and not told.by_row:
                continue
            for lang in silent:
                if told.only in (None, lang):
                    yield Gap(told, lang)

    @cached_property
    def untranslated(self) -> Sequence[str]:
        """The languages into which nothing at all is translated."""
        lacking = {lang: sum(gap.lang == lang for gap in self.gaps) for lang in LANGS}
        return [lang for lang in LANGS if lacking[lang] > 1 and not self._own(lang)]

    def _own(self, lang: str) -> bool:
        """Whether any text says something of its own in a language."""
        return any(
            says(told.pair.en if lang == "en" else told.pair.fr)
            or any(name.startswith(lang) and says(side) for name, side in told.pair.regional)
            for told in self.gathered.texts
        )

    @cached_property
    def count(self) -> int:
        """How many texts the deck has that both languages need."""
        return len([True for told in self.gathered.texts if told.prose or told.pair.plain is None])

    @property
    def translated(self) -> dict[str, int]:
        """How many of them each language has; what serves both counts for both, a plain string for none."""
        apart = [told.only for told in self.gathered.texts if told.only is not None]
        return {lang: self.count - sum(only != lang for only in apart) - self.missing[lang] for lang in LANGS}

    @cached_property
    def missing(self) -> dict[str, int]:
        """How many texts each language lacks."""
        plain = len([True for told in self.gathered.texts if told.prose and told.pair.plain is not None])
        return {lang: plain + sum(gap.lang == lang for gap in self.gaps) for lang in LANGS}

    @cached_property
    def uses(self) -> Sequence[Use]:
        """Every place where a text names a variable."""
        return list(self._uses())

    def _uses(self) -> Iterator[Use]:
        for told, lang, text in self.words:
            if "${" in text.source and told.what not in VERBATIM:
                for name, offset in names(text.source):
                    yield Use(name, text, offset, lang, told.slide)

    @cached_property
    def visuals(self) -> Sequence[Seen]:
        """Every block that has a description, or may have one."""
        from slidekit.rules.visuals import visuals

        return list(visuals(self.deck))

    @cached_property
    def formulas(self) -> Sequence[Broken]:
        """The formulas that cannot be read or drawn, each read once."""
        some = [one for one in self.words if "$" in one[2].source or one[0].what == "formula"]
        some = [one for one in some if one[2].source.count("$") > 1 or one[0].what == "formula"]
        if not some:
            return ()
        from slidekit.rules.formulas import broken

        return list(broken(some, self.place))

    @cached_property
    def tongues(self) -> Sequence[Judged]:
        """The texts that are not in the language that they should be in."""
        from slidekit.rules.tongues import judge

        return judge(self)

    @cached_property
    def faults(self) -> Sequence[Fault]:
        """What is wrong with the deck's pictures."""
        if not any(told.what == "picture" for told in self.gathered.texts):
            return ()
        from slidekit.rules.pictures import faults

        return list(faults(self))
