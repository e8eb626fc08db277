"""What `slidekit review` leaves on the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]

DECK = """\
slidekit: 1
title: {en: A day together, fr: Une journée ensemble}
slides:
  - title: {en: The room, fr: La salle}
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of two texts."""
    path = tmp_path / "talk.yaml"
    path.write_text(DECK, "utf-8")
    return path


def lines(deck: Path) -> list[str]:
    """The decks that the lines of the lock file beside a deck are of."""
    return [line.split(" ", 2)[2] for line in (deck.parent / "deck.lock").read_text("utf-8").splitlines()[1:]]


def test_a_dry_run_writes_nothing(run_slidekit: Run, deck: Path) -> None:
    """`--dry-run` says what there is to review."""
    done = run_slidekit("review", str(deck), "--dry-run")

    assert (0, False) == (done.returncode, (deck.parent / "deck.lock").exists())


def test_decks_of_a_folder_share_a_file(run_slidekit: Run, deck: Path) -> None:
    """Reviewing one deck leaves the lines of the others; a renamed one takes its own along."""
    other = deck.with_name("other talk.yaml")
    other.write_text(DECK.replace("room", "garden").replace("salle", "cour"), "utf-8")
    run_slidekit("review", str(deck.parent))
    both = sorted(lines(deck))
    deck.rename(deck.with_name("renamed.yaml"))
    run_slidekit("review", str(deck.with_name("renamed.yaml")))

    assert ["other talk.yaml"] * 2 + ["talk.yaml"] * 2 == both
    assert ["other talk.yaml"] * 2 + ["renamed.yaml"] * 2 == sorted(lines(deck))


def test_a_deck_that_cannot_be_read_stops_no_other(run_slidekit: Run, deck: Path) -> None:
    """What is wrong is told, the exit code says so, and the other decks are put down."""
    broken = deck.with_name("broken.yaml")
    broken.write_text(f"{DECK}  - title: {{en: The garden, fr: La cour\n", "utf-8")

    done = run_slidekit("review", str(broken), str(deck))

    assert (1, ["talk.yaml"] * 2) == (done.returncode, lines(deck))
    assert "error[SK001]" in done.stdout
    assert "not reviewed; mend this first" in done.stdout


def test_what_is_no_lock_file_is_left_alone(run_slidekit: Run, deck: Path) -> None:
    """A folder or a link of that name is not replaced."""
    (deck.parent / "deck.lock").mkdir()

    done = run_slidekit("review", str(deck))

    assert 2 == done.returncode
    assert "cannot be used as a lock file" in done.stderr


def test_a_file_is_readable_by_all(run_slidekit: Run, deck: Path) -> None:
    """The lock file has the rights of any new file: others in the team are to commit it."""
    run_slidekit("review", str(deck))
    new = deck.with_name("new")
    new.touch()

    assert new.stat().st_mode == (deck.parent / "deck.lock").stat().st_mode
