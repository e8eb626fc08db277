"""A deck that is shown while it is typed: what the pages are told, and when."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from conftest import SMALL_DECK
from slidekit.preview import wire
from slidekit.preview.events import KEPT, Event
from slidekit.preview.preview import Preview, changed_line

Told = list[Event]


def showing(path: Path, act: Callable[[Preview, Told], Awaitable[None]], text: str = SMALL_DECK) -> Told:
    """What pages are told while something is done to a preview of a deck."""
    told: Told = []

    async def run() -> None:
        preview = Preview(path)
        preview.typed(text.encode())
        await preview.settled()
        tell = preview.hub.tell

        def hear(name: str, what: wire.Change | wire.Place | wire.Deck) -> None:
            tell(name, what)  # type: ignore[arg-type]
            told.append(Event(name, what))  # type: ignore[arg-type]

        preview.hub.tell = hear  # type: ignore[method-assign]
        try:
            await act(preview, told)
        finally:
            await preview.close()

    asyncio.run(run())
    return told


def typed(*texts: str) -> Callable[[Preview, Told], Awaitable[None]]:
    """Types texts, each after the one before is drawn and checked."""

    async def act(preview: Preview, told: Told) -> None:
        for text in texts:
            preview.typed(text.encode())
            await preview.settled()

    return act


def changes(told: Told) -> list[wire.Change]:
    """The changes among what was told."""
    return [event.what for event in told if isinstance(event.what, wire.Change)]


def test_a_word_changes_one_slide(tmp_path: Path) -> None:
    """The page is told of the slide that was typed in alone, and to show it."""
    told = changes(showing(tmp_path / "talk.yaml", typed(SMALL_DECK.replace("Deux colonnes", "Trois colonnes"))))

    assert [3] == [slide.number for slide in told[0].slides]
    assert (3, 4) == (told[0].at, told[0].count)
    assert {"en": "Two columns of words", "fr": "Trois colonnes de mots"} == told[0].slides[0].title


def test_pictures_come_before_findings(tmp_path: Path) -> None:
    """A missing text is drawn at once; what the rules say of it follows, and moves no page."""
    told = changes(showing(tmp_path / "talk.yaml", typed(SMALL_DECK.replace(", fr: Deux colonnes de mots", ""))))

    first, second = told
    assert (3, 0, 0) == (first.at, first.slides[0].missing, second.at)
    assert (1, "SK101", "fr") == (
        second.slides[0].missing, second.slides[0].findings[0].code, second.slides[0].findings[0].lang,
    )  # fmt: skip
    assert first.slides[0].pictures == second.slides[0].pictures


def test_a_torn_deck_keeps_its_pictures(tmp_path: Path) -> None:
    """In the middle of a word the slides stay, with the error; when the word is whole again the error goes."""
    torn = SMALL_DECK.replace("  - title: {en: Two columns", "  - title: {en: Two columns\n  - tit: [{en: Two columns")
    told = changes(showing(tmp_path / "talk.yaml", typed(torn, SMALL_DECK)))

    broken, whole = told[0], told[-1]
    assert ((), 4, 0) == (broken.slides, broken.count, broken.at)
    assert {"SK001"} == {one.code for one in broken.broken}
    assert ((), ()) == (whole.broken, whole.slides)


def test_a_deck_that_is_none_yet_becomes_one(tmp_path: Path) -> None:
    """An empty file is shown with why there is nothing, and the first slides come as the whole state."""
    told = showing(tmp_path / "talk.yaml", typed(SMALL_DECK), text="")

    assert "deck" == told[0].name
    assert isinstance(told[0].what, wire.Deck)
    assert (4, ()) == (len(told[0].what.slides), told[0].what.broken)


def test_hostile_texts_end_nothing(tmp_path: Path) -> None:
    """Whatever is typed, the preview goes on, and the next good text is shown."""
    texts = [
        "\x00", "[" * 5000, "slidekit: 1\nslides: 7", "slidekit: 1\ntitle: {en: a\n", "\ufeff" + SMALL_DECK,
        SMALL_DECK.replace("\n", "\r\n"), "&a [*a, *a]", "slidekit: 1\ntheme: ../../etc/passwd\nslides: []",
        SMALL_DECK + "template: nowhere.pptx\n", "é" * 100_000, SMALL_DECK.replace("en", "fr"),
    ]  # fmt: skip
    told = showing(tmp_path / "talk.yaml", typed(*texts, SMALL_DECK.replace("Two columns", "At last")))

    last = [event.what for event in told if isinstance(event.what, wire.Change | wire.Deck) and event.what.slides][-1]
    assert not isinstance(last, wire.Place)
    assert "At last of words" in [slide.title.get("en") for slide in last.slides]


def test_only_the_last_of_many_keys_is_drawn(tmp_path: Path) -> None:
    """A hundred texts at once are two drawings at most, and the last text is what is shown."""

    async def act(preview: Preview, told: Told) -> None:
        for number in range(100):
            preview.typed(SMALL_DECK.replace("Two columns", f"Version {number}").encode())
        await preview.settled()

    told = changes(showing(tmp_path / "talk.yaml", act))

    titles = [slide.title["en"] for change in told for slide in change.slides]
    assert "Version 99 of words" == titles[-1]
    assert len(titles) <= 4


def test_the_cursor_moves_the_page(tmp_path: Path) -> None:
    """A line of the file is the slide that it stands in; the head of the file is the cover."""

    async def act(preview: Preview, told: Told) -> None:
        for line in (1, 9, 12, 25, 10_000):
            preview.moved(line)

    told = showing(tmp_path / "talk.yaml", act)

    places = [event.what for event in told if isinstance(event.what, wire.Place)]
    assert [1, 2, 2, 3, 4] == [place.slide for place in places]
    assert {"editor"} == {place.by for place in places}


def test_times_and_titles(tmp_path: Path) -> None:
    """Each slide says when it begins and how long it lasts; a hidden one takes no time."""
    text = SMALL_DECK.replace("  - title: {en: A listing", "  - hidden: true\n    time: 5m\n    title: {en: A listing")

    async def act(preview: Preview, told: Told) -> None:
        slides = preview.whole().slides
        assert [0.0, 0.0, 90.0, 90.0] == [slide.begins for slide in slides]
        assert [0.0, 90.0, 0.0, 300.0] == [slide.lasts for slide in slides]
        assert [1, 9, 24, 34] == [slide.line for slide in slides]

    showing(tmp_path / "talk.yaml", act, text)


def test_a_slide_for_one_language_has_one_picture(tmp_path: Path) -> None:
    """`only: fr` has no English picture, and the others keep their places."""
    text = SMALL_DECK + "  - only: fr\n    title: {fr: À nous}\n  - title: {en: End, fr: Fin}\n"

    async def act(preview: Preview, told: Told) -> None:
        slides = preview.whole().slides
        assert [["en", "fr"]] * 4 + [["fr"], ["en", "fr"]] == [sorted(slide.pictures) for slide in slides]
        assert {"fr": "À nous"} == slides[4].title
        words = preview.words(5)
        assert words is not None
        assert ["fr"] == list(words.texts)

    showing(tmp_path / "talk.yaml", act, text)


def test_a_page_that_is_far_behind_is_told_the_whole(tmp_path: Path) -> None:
    """A slow page costs no memory: what it missed is not kept for it, it hears the state as it is now."""

    async def act(preview: Preview, told: Told) -> None:
        listening = preview.hub.listen()
        first = await anext(listening)
        for number in range(KEPT + 10):
            preview.presented(wire.Place(1 + number % 4))
        then = [await anext(listening), await anext(listening)]
        assert first is not None
        assert ["deck", "deck", "move"] == [first.name, *[one.name for one in then if one is not None]]
        await listening.aclose()  # type: ignore[attr-defined]

    showing(tmp_path / "talk.yaml", act)


def test_findings_are_said_in_the_page_s_language(tmp_path: Path) -> None:
    """The same event is English to one page and French to another."""
    told = showing(tmp_path / "talk.yaml", typed(SMALL_DECK.replace(", fr: Deux colonnes de mots", "")))

    english, french = told[-1].encoded("en").decode(), told[-1].encoded("fr").decode()
    assert "no French for slide 2's title" in english
    assert "français" in french
    assert english.count("\n") == french.count("\n") == 3


def test_the_line_that_differs() -> None:
    """The first line that is not the same in both texts; of equal texts, that after the last."""
    pairs = [(b"", b""), (b"a\nb", b"a\nc"), (b"a\nb\nc", b"a\nc"), (b"a\n", b"a\nb\n"), (b"x", b"y"), (b"a\nb", b"a")]

    assert [1, 2, 2, 2, 1, 1] == [changed_line(before, after) for before, after in pairs]
