"""`slidekit watch` as people run it: a process that waits, and files that change under it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import sleep

import pytest

DECK = """\
slidekit: 1
title: {en: Fast tests, fr: Des tests rapides}
author: Camille Roy
slides:
  - title: {en: One, fr: Un}
    text: {en: The first point, fr: Le premier point}
    notes: {en: Say it, fr: Le dire}
"""
PATIENCE = 60
"""Seconds after which a line that does not come is missed."""


class Watch:
    """A running `slidekit watch`, and the lines that it prints."""

    def __init__(self, folder: Path, *words: str) -> None:
        environment = {**os.environ, "LANG": "C.UTF-8", "COLUMNS": "100", "NO_COLOR": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "slidekit", "watch", *words],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.lines: Queue[str] = Queue()
        self.seen: list[str] = []
        self.reader = Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(re.sub(r"^\d\d:\d\d:\d\d ", "@ ", re.sub(r"\d+\.\d s\b", "N s", line.rstrip())))

    def until(self, text: str) -> list[str]:
        """The lines up to the first that holds a text."""
        lines: list[str] = []
        while not lines or text not in lines[-1]:
            try:
                lines.append(self.lines.get(timeout=PATIENCE))
            except Empty:
                raise AssertionError(f"no line with {text!r} after {lines}") from None
        self.seen += lines
        return lines

    def end(self, number: int = signal.SIGINT) -> int:
        """Interrupt it; its exit code."""
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        while not self.lines.empty():
            self.seen.append(self.lines.get())
        return code


Start = Callable[..., Watch]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts watches that end with the test."""
    started: list[Watch] = []

    def begin(*words: str) -> Watch:
        started.append(Watch(tmp_path, *words))
        return started[-1]

    yield begin
    for one in started:
        one.process.kill()
        one.process.wait()
        assert one.process.stdout is not None
        one.reader.join(PATIENCE)
        one.process.stdout.close()


def marks(folder: Path) -> dict[str, int]:
    """When each output was written."""
    return {path.name: path.stat().st_mtime_ns for path in sorted(folder.iterdir())}


def changed(before: dict[str, int], folder: Path) -> list[str]:
    """The outputs that were written since."""
    return [name for name, mark in marks(folder).items() if before.get(name) != mark]


def save(path: Path, text: str) -> None:
    """Save as editors do: beside the file, then in its place."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_only_the_outputs_that_differ_are_written(tmp_path: Path, start: Start) -> None:
    """A French note is in no English output and on no picture: those stay as they were, to the nanosecond."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    watch = start("talk.yaml", "--to", "pptx,pdf,notes")
    watch.until("watching 1 deck")
    before = marks(tmp_path / "build")

    save(deck, DECK.replace("Le dire", "Bien le dire"))
    told = watch.until(" in ")

    assert ["talk.fr.notes.pdf", "talk.fr.pptx"] == changed(before, tmp_path / "build")
    assert ["@ talk.yaml: talk.fr.pptx, talk.fr.notes.pdf in N s"] == told


def test_a_comment_makes_nothing_again(tmp_path: Path, start: Start) -> None:
    """Lines may move in the file: where the slides would look the same, no output is written."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    watch = start("talk.yaml", "--to", "pdf,marp,png")
    watch.until("watching")
    before = marks(tmp_path / "build")

    save(deck, "# a comment\n\n" + DECK)
    told = watch.until("no output")

    assert ["@ talk.yaml: no output is different, N s"] == told
    assert [] == changed(before, tmp_path / "build")


def test_outputs_that_stand_from_an_earlier_run_are_not_rewritten(tmp_path: Path, start: Start) -> None:
    """The first round writes only what is not there already, byte for byte."""
    (tmp_path / "talk.yaml").write_text(DECK, encoding="utf-8")
    first = start("talk.yaml", "--to", "pptx,png")
    first.until("watching")
    first.end()
    before = marks(tmp_path / "build")

    start("talk.yaml", "--to", "pptx,png").until("watching")

    assert [] == changed(before, tmp_path / "build")


def test_an_output_that_was_removed_comes_back(tmp_path: Path, start: Start) -> None:
    """What the author has thrown away is made again by itself, a single picture of a folder, too; the others stand."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    watch = start("talk.yaml", "--to", "pdf,png")
    watch.until("watching")
    before = marks(tmp_path / "build")

    (tmp_path / "build" / "talk.en.pdf").unlink()
    document = watch.until(" in ")
    next((tmp_path / "build" / "talk.fr").iterdir()).unlink()
    pictures = watch.until(" in ")

    assert ["@ talk.yaml: talk.en.pdf in N s"] == document
    assert ["@ talk.yaml: talk.fr in N s"] == pictures
    assert ["talk.en.pdf", "talk.fr"] == changed(before, tmp_path / "build")


def test_an_output_that_somebody_changed_is_theirs_until_the_deck_changes(tmp_path: Path, start: Start) -> None:
    """A file that was opened and saved in another program is not written over while its deck stays as it is."""
    deck, other = tmp_path / "talk.yaml", tmp_path / "other.yaml"
    deck.write_text(DECK, encoding="utf-8")
    other.write_text(DECK, encoding="utf-8")
    watch = start("talk.yaml", "other.yaml", "--to", "marp", "--edition", "en")
    watch.until("watching")
    made = tmp_path / "build" / "talk.en.md"

    made.write_text("ours", encoding="utf-8")
    (tmp_path / "build" / "other.en.md").unlink()
    watch.until("other.yaml: ")  # all decks have been looked at
    kept = made.read_text(encoding="utf-8")
    save(deck, DECK.replace("first", "second"))
    watch.until("talk.yaml: ")

    assert "ours" == kept
    assert "second point" in made.read_text(encoding="utf-8")


def test_a_deck_that_would_overwrite_anothers_outputs_is_left_out_and_told_once(tmp_path: Path, start: Start) -> None:
    """However often the folder is looked at; the first goes on being made."""
    (tmp_path / "decks" / "old").mkdir(parents=True)
    deck = tmp_path / "decks" / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    watch = start("decks", "--to", "marp", "--edition", "en")
    watch.until("watching")

    (tmp_path / "decks" / "old" / "talk.yaml").write_text(DECK, encoding="utf-8")
    watch.until("hint:")
    save(deck, DECK.replace("first", "second"))
    watch.until("talk.en.md")
    save(deck, DECK.replace("first", "third"))
    watch.until("talk.en.md")

    assert 1 == sum("would both write" in line for line in watch.seen)


def test_a_broken_deck_keeps_its_outputs_and_the_watch_goes_on(tmp_path: Path, start: Start) -> None:
    """An error is told with its file, line and column; once it is mended, the deck is made again."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    watch = start("talk.yaml", "--to", "pdf")
    watch.until("watching")
    before = marks(tmp_path / "build")

    save(deck, DECK.replace("{en: One, fr: Un}", "{en: One, fr: Un"))
    broken = watch.until("not made")
    kept = changed(before, tmp_path / "build")
    save(deck, DECK.replace("Un}", "Une}"))
    watch.until("talk.fr.pdf in")

    assert broken[0].startswith("talk.yaml:5:")
    assert broken[-1].endswith("what was made before stays")
    assert [] == kept


def test_a_burst_is_one_render(tmp_path: Path, start: Start) -> None:
    """A deck that is saved many times while the watch is at something else is made once, from its last state."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    watch = start("talk.yaml", "--to", "pdf", "--edition", "fr")
    watch.until("watching")

    watch.process.send_signal(signal.SIGSTOP)
    for number in range(20):
        save(deck, DECK.replace("Le premier", f"Le {number}e"))
    watch.process.send_signal(signal.SIGCONT)
    watch.until("talk.fr.pdf in")
    save(deck, DECK.replace("Le premier", "Le dernier"))
    watch.until("talk.fr.pdf in")
    watch.end()

    assert 3 == sum("talk.fr.pdf in" in line for line in watch.seen)  # the first of them at the start


def test_a_deck_is_not_read_between_emptied_and_filled(tmp_path: Path, start: Start) -> None:
    """Editors that save in place empty the file first; what nobody meant is not reported."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")
    watch = start("talk.yaml", "--to", "pdf", "--edition", "fr")
    watch.until("watching")

    for number in range(3):
        with deck.open("w", encoding="utf-8") as file:
            file.write(DECK.replace("Le premier", f"Le {number}e"))
        watch.until("talk.fr.pdf in")
    deck.write_text("", encoding="utf-8")
    watch.until("not made")
    watch.end()

    assert 1 == sum("the file is empty" in line for line in watch.seen)


def test_only_the_deck_that_changed_is_made(tmp_path: Path, start: Start) -> None:
    """Of several decks, the others are left."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(DECK, encoding="utf-8")
    watch = start("a.yaml", "b.yaml", "--to", "pdf")
    watch.until("watching 2 decks")
    before = marks(tmp_path / "build")

    save(tmp_path / "b.yaml", DECK.replace("One", "Two"))
    watch.until("b.en.pdf in")

    assert ["b.en.pdf"] == changed(before, tmp_path / "build")


def test_a_fault_of_the_settings_is_told_once(tmp_path: Path, start: Start) -> None:
    """Several decks share the settings, and all are made anew; the warning is the same."""
    for name in ("one.yaml", "two.yaml", "three.yaml"):
        (tmp_path / name).write_text(DECK, encoding="utf-8")
    watch = start("one.yaml", "two.yaml", "three.yaml", "--to", "marp", "--edition", "fr")
    watch.until("watching")

    for _ in range(2):
        (tmp_path / "slidekit.toml").write_text("[severity\n", encoding="utf-8")
        watch.until("three.yaml: no output is different")
        (tmp_path / "slidekit.toml").unlink()
        watch.until("three.yaml: no output is different")
    watch.end()

    assert 2 == sum("SK019" in line for line in watch.seen)


def test_a_folder_gains_and_loses_decks(tmp_path: Path, start: Start) -> None:
    """In a folder that is watched, a new deck is made, also in a new folder; of one that goes, the outputs stay."""
    decks = tmp_path / "decks"
    decks.mkdir()
    watch = start("decks", "--to", "pdf", "--edition", "en")
    watch.until("watching 0 decks")

    (decks / "2026").mkdir()
    save(decks / "2026" / "new.yaml", DECK)
    save(decks / "notes.yaml", "shopping: list\n")
    watch.until("decks/2026/new.yaml: new.en.pdf in")
    (decks / "2026" / "new.yaml").unlink()
    watch.until("decks/2026/new.yaml: gone; what was made of it stays")

    assert ["new.en.pdf"] == list(marks(tmp_path / "build"))


@pytest.mark.parametrize("kind", ["theme", "picture", "settings", "late picture"])
def test_what_a_deck_is_made_of_is_watched(tmp_path: Path, start: Start, kind: str) -> None:
    """A theme, a picture, the settings: a change of these makes the deck again, also of one that was not there."""
    from PIL import Image

    themes = Path(__file__).resolve().parents[2] / "themes"
    shutil.copy(themes / "boreal.yaml", tmp_path / "own.yaml")
    (tmp_path / "pictures").mkdir()
    picture = tmp_path / "pictures" / "a.png"
    block = "    image: pictures/a.png\n    alt: {en: A red square, fr: Un carré rouge}\n"
    deck = DECK.replace("author:", "theme: ./own.yaml\nauthor:").replace("    notes:", f"{block}    notes:")
    (tmp_path / "talk.yaml").write_text(deck, encoding="utf-8")
    if kind != "late picture":
        Image.new("RGB", (800, 600), "red").save(picture)
    watch = start("talk.yaml", "--to", "pdf", "--edition", "en", "--draft")
    watch.until("watching")

    match kind:
        case "theme":
            theme = (tmp_path / "own.yaml").read_text("utf-8")
            save(tmp_path / "own.yaml", theme.replace("1F2933", "202A34"))
        case "settings":
            save(tmp_path / "slidekit.toml", 'ignore = ["SK305"]\n')
        case _:
            Image.new("RGB", (800, 600), "blue").save(picture)
    told = watch.until("no output is different" if kind == "settings" else "talk.en.pdf in")

    assert told[-1].startswith("@ talk.yaml: ")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly(tmp_path: Path, start: Start, number: int) -> None:
    """Ctrl-C is how one ends it: exit code 0, no traceback, nothing half made."""
    (tmp_path / "talk.yaml").write_text(DECK, encoding="utf-8")
    watch = start("talk.yaml", "--to", "pdf")
    watch.until("watching")

    code = watch.end(number)

    assert (0, "@ stopped") == (code, watch.seen[-1])
    assert ["talk.en.pdf", "talk.fr.pdf"] == list(marks(tmp_path / "build"))


def test_it_ends_in_the_middle_of_a_render(tmp_path: Path, start: Start) -> None:
    """A render that is stopped leaves neither outputs nor what it had made beside them."""
    slide = DECK.partition("slides:\n")[2]
    (tmp_path / "talk.yaml").write_text(DECK + slide * 400, encoding="utf-8")
    watch = start("talk.yaml")
    while not (tmp_path / "build").exists() and watch.process.poll() is None:
        sleep(0.01)

    code = watch.end()

    assert 0 == code
    assert not (tmp_path / "build").exists()


def test_what_cannot_be_watched_is_a_misuse(tmp_path: Path, start: Start) -> None:
    """A deck that is not there at the start is most likely a slip of the hand."""
    watch = start("tlak.yaml")

    code = watch.process.wait(PATIENCE)
    watch.until("there is no file tlak.yaml")

    assert 2 == code


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, start: Start) -> None:
    """What stands in the way of an output is told in one sentence, and the watch goes on."""
    (tmp_path / "talk.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "build" / "talk.en.pdf").mkdir(parents=True)
    watch = start("talk.yaml", "--to", "pdf", "--edition", "en")
    told = watch.until("watching")
    (tmp_path / "build" / "talk.en.pdf").rmdir()

    save(tmp_path / "talk.yaml", DECK.replace("One", "Two"))
    watch.until("talk.en.pdf in")

    assert "slidekit: cannot use build/talk.en.pdf: is a directory" in told
