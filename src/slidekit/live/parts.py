"""What the rules gather from a deck, kept slide by slide, so that only slides that changed are walked again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidekit.deck.model import Deck, Image, Slide
from slidekit.deck.text import Text
from slidekit.live.reading import Same
from slidekit.rules.base import Checked, Gap, Use
from slidekit.rules.gathering import Gathered, Listed, Told
from slidekit.rules.prose import Prose, Twins
from slidekit.source.span import START

BLANK = Slide(START, layout="blank")
"""In place of a slide that is not walked, so that the others keep their numbers: nothing is said on it."""
NAMES = ("texts", "lists", "codes", "images", "words", "prose", "signed", "twins", "gaps", "uses")


class Part(Struct, gc=False):
    """What one slide, or the head of the deck, adds to what `Checked` and `Gathered` have under the same names."""

    texts: list[Told]
    lists: list[Listed]
    codes: list[Told]
    images: list[tuple[Image, int]]
    words: list[tuple[Told, str | None, Text]]
    prose: list[Prose]
    signed: list[Prose]
    twins: list[Twins]
    gaps: list[Gap]
    uses: list[Use]


class Parts:
    """The parts of a deck as it was last."""

    def __init__(self) -> None:
        self._languages: tuple[str, ...] = ()
        self._slides: list[Part | None] = []
        self._head = _empty()

    def carry(self, checked: Checked, same: Same) -> None:
        """Go on to another text of the deck."""
        deck, known = checked.deck, self._slides
        count = len(deck.slides)
        if deck.languages != self._languages:
            known = []
        front = known[: min(same.front, count)]
        most = min(same.back, len(known) - len(front), count - len(front))
        stays = not same.lines and count == len(known)
        back = known[len(known) - most :] if stays else [None] * most
        self._slides = [*front, *[None] * (count - len(front) - most), *back]
        self._languages = deck.languages
        self._walk(checked)

    def _walk(self, checked: Checked) -> None:
        """Walk the slides that are not known, and the head."""
        deck: Deck = checked.deck
        slides = [one if part is None else BLANK for one, part in zip(deck.slides, self._slides, strict=True)]
        walked = replace(checked, deck=replace(deck, slides=tuple(slides)))
        new = {at: _empty() for at, part in enumerate(self._slides, 1) if part is None}
        self._head = _empty()
        for name, numbered in _numbered(walked):
            for number, one in numbered:
                getattr(new[number] if number else self._head, name).append(one)
        for at, part in new.items():
            self._slides[at - 1] = part

    def known(self, checked: Checked, slides: Iterable[int] | None = None) -> Checked:
        """A deck under check that need not be walked; of some slides alone, by their indexes, where they are given."""
        own = self._slides if slides is None else [self._slides[at] for at in sorted(slides)]
        parts = [self._head, *[part for part in own if part is not None]]
        joined = {name: [one for part in parts for one in getattr(part, name)] for name in NAMES}
        gathered = Gathered(*[joined.pop(name) for name in ("texts", "lists", "codes", "images")])
        checked = replace(checked)
        checked.__dict__.update(joined, gathered=gathered)  # where cached properties look first
        return checked


def _empty() -> Part:
    return Part(*[[] for _ in NAMES])


def _numbered(checked: Checked) -> Iterable[tuple[str, Sequence[tuple[int | None, object]]]]:
    """Everything that is gathered, by its name, each with the number of its slide."""
    gathered = checked.gathered
    yield "texts", [(one.slide, one) for one in gathered.texts]
    yield "lists", [(one.slide, one) for one in gathered.lists]
    yield "codes", [(one.slide, one) for one in gathered.codes]
    yield "images", [(number, (image, number)) for image, number in gathered.images]
    yield "words", [(one[0].slide, one) for one in checked.words]
    yield "prose", [(one.told.slide, one) for one in checked.prose]
    yield "signed", [(one.told.slide, one) for one in checked.signed]
    yield "twins", [(one.told.slide, one) for one in checked.twins]
    yield "gaps", [(one.told.slide, one) for one in checked.gaps]
    yield "uses", [(one.slide, one) for one in checked.uses]
