"""`make bench` runs every benchmark, whatever comes of those before, and says at the end which limits hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.every import PARTS, QUICK, Part, measured, table
from benchmarks.measure import LIMITS, Limit, held
from benchmarks.talks import as_deck

from slidekit.build import check

KEPT = Limit("check, 10 slides", 8.0, 9.0)
MISSED = Limit("as many pairs a second", 0.9, 1.0, least=True)


def test_limits_are_noted_where_a_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What each benchmark finds of its limits is there for the table at the end."""
    monkeypatch.setenv(LIMITS, str(tmp_path / "limits"))

    said = [held(KEPT), held(MISSED)]

    assert [True, False] == said
    assert 2 == len((tmp_path / "limits").read_text("utf-8").splitlines())


def test_what_is_missed_and_what_broke_stand_in_the_table() -> None:
    """A benchmark that ends with 1 because of a limit has not broken; one that ends so without has."""
    parts = [Part("one", 1.0, 1, (KEPT, MISSED)), Part("other", 2.0, 1, (KEPT,))]

    lines = list(table(parts))

    assert ["kept", "MISSED", "kept"] == [line.split()[-1] for line in lines if "at " in line]
    assert [False, True] == [part.broke for part in parts]
    assert "  BROKE with exit code 1" in lines
    assert "1 limits missed, 1 benchmarks broken" == lines[-1]


def test_a_benchmark_that_breaks_ends_nothing_but_itself(tmp_path: Path) -> None:
    """Its exit code is told, and that it noted no limit."""
    part = measured("benchmarks.nosuch", (), tmp_path / "limits")

    assert (True, ()) == (part.broke, part.limits)


@pytest.mark.parametrize("name", PARTS)
def test_every_benchmark_has_a_short_form(name: str) -> None:
    """Each is run by `--quick`, too."""
    assert name in QUICK


def test_the_talk_that_is_measured_has_no_finding(tmp_path: Path) -> None:
    """What `check` costs is told of a deck that is as it should be, not of how long its findings take to print."""
    deck = tmp_path / "talk.yaml"
    deck.write_text(as_deck(100), "utf-8")

    assert () == check([deck]).diagnostics
