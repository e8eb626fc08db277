"""The files that a deck is made of, and which of them have changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import SMALL_DECK
from slidekit import build
from slidekit.dependencies import Stamps, dependencies
from slidekit.kept import digest
from slidekit.watching import around

DECK = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
theme: look/own.yaml
glossary: terms.csv
slides:
  - title: {en: A picture, fr: Une image}
    image: {en: pictures/en.png, fr: ../outside.png}
    alt: {en: A red square, fr: Un carré rouge}
  - title: {en: Columns, fr: Des colonnes}
    columns:
      - image: pictures/both.svg
        alt: {en: A circle, fr: Un cercle}
      - text: {en: Words, fr: Des mots}
"""


def named(folder: Path, deck: Path) -> set[str]:
    """The files of a deck that lie in its folder, as seen from there."""
    reading = build.read(deck)
    return {
        path.relative_to(folder).as_posix()
        for path in dependencies(deck, reading.deck)
        if path.is_relative_to(folder) and path.name != "pyproject.toml"
    }


def test_all_that_a_deck_names_is_watched_and_nothing_outside(tmp_path: Path) -> None:
    """Theme, list of terms, pictures of both languages, also in columns, there or not; no file outside its folder."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(DECK, encoding="utf-8")

    found = named(tmp_path, deck)

    assert {
        "talk.yaml", "deck.lock", "slidekit.toml", "look/own.yaml", "terms.csv", "pictures/en.png", "pictures/both.svg",
    } == found  # fmt: skip


@pytest.mark.parametrize("name", [f"{'long' * 100}/own", "long" * 100, "ring/own", "round"])
@pytest.mark.parametrize(("key", "ending"), [("theme", "yaml"), ("template", "pptx"), ("glossary", "csv")])
def test_a_name_that_no_file_can_have_is_told_of_like_any_other(
    tmp_path: Path, key: str, ending: str, name: str
) -> None:
    """A path that is too long, or links that go round in a ring: one finding where it stands, and nothing stumbles."""
    (tmp_path / "ring").symlink_to("ring")
    (tmp_path / f"round.{ending}").symlink_to(f"round.{ending}")
    deck = tmp_path / "talk.yaml"
    deck.write_text(f"{SMALL_DECK}{key}: {name}.{ending}\n", encoding="utf-8")

    reading = build.read(deck)
    assert ["error"] == [one.severity for one in reading.diagnostics]
    assert tmp_path in around(dependencies(deck, reading.deck))


def test_paths_begin_where_the_deck_lies_not_where_a_link_does(tmp_path: Path) -> None:
    """A deck that is a link has its pictures beside the file that it leads to, and its settings beside the link."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "talk.yaml").write_text(DECK, encoding="utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to("real/talk.yaml")

    found = named(tmp_path, link)

    assert {"link.yaml", "real/pictures/both.svg", "real/deck.lock", "slidekit.toml"} <= found


def test_hostile_names_are_passed_over(tmp_path: Path) -> None:
    """A name with a null in it, or too long for any system, is no file to watch."""
    deck = tmp_path / "talk.yaml"
    long = "x" * 5000
    deck.write_text(DECK.replace("pictures/both.svg", long).replace("terms.csv", '"a\\0b"'), encoding="utf-8")

    found = named(tmp_path, deck)

    assert [] == [name for name in found if "x" * 100 in name or "\0" in name]
    assert set() == Stamps(dependencies(deck, build.read(deck).deck)).changed([tmp_path / ("y" * 300)])


def test_a_touch_is_no_change_and_a_change_is_one(tmp_path: Path) -> None:
    """Files are told apart by what they hold; one that comes, goes or is replaced by its like is told right."""
    files = [tmp_path / name for name in ("same", "touched", "replaced", "other", "gone", "come")]
    for file in files[:5]:
        file.write_text("before", encoding="utf-8")
    stamps = Stamps(files)
    os.utime(files[1], (1, 1))
    (tmp_path / "new").write_text("before", encoding="utf-8")
    (tmp_path / "new").replace(files[2])
    files[3].write_text("later!", encoding="utf-8")
    files[4].unlink()
    files[5].write_text("there", encoding="utf-8")

    first, second = stamps.changed(files), stamps.changed(files)

    assert {"other", "gone", "come"} == {file.name for file in first}
    assert set() == second


def test_a_digest_is_of_what_is_drawn(tmp_path: Path) -> None:
    """Comments and blank lines change no digest; each word does; notes do where they are drawn."""
    text = DECK.replace("theme: look/own.yaml\nglossary: terms.csv\n", "").partition("    image")[0]
    text += "    text: {en: Words, fr: Mots}\n    notes: {en: Say it, fr: Le dire}\n"
    deck = tmp_path / "talk.yaml"
    deck.write_text(text, encoding="utf-8")

    def of(typed: str, unsaid: bool = False) -> bytes:
        layouts = build.read(deck, typed=typed.encode()).layouts
        assert layouts is not None
        return digest(layouts.scene("fr"), unsaid)

    assert of(text) == of("# a comment\n\n" + text)
    assert of(text) != of(text.replace("Mots", "Mot"))
    assert of(text) != of(text.replace("Le dire", "À dire"))
    assert of(text, True) == of(text.replace("Le dire", "À dire"), True)
