"""Baselines: what an old deck had when it came under check is told no more, and only that."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from costs import STEEP, growth
from slidekit.settings.baseline import key
from slidekit.source.diagnostic import Diagnostic
from slidekit.source.span import Span

FAULTY = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
  - title: {en: Before}
  - title: {en: After, fr: Après}
    bullets:
      - {en: One}
      - {en: One}
"""
"""A deck with three errors, two of which look the same."""


@pytest.fixture
def old(tmp_path: Path, run_slidekit: Run) -> Path:
    """A folder with that deck and its baseline."""
    (tmp_path / "talk.yaml").write_text(FAULTY, encoding="utf-8")
    run_slidekit("check", "talk.yaml", "--baseline", "old.json", "--write-baseline", cwd=tmp_path)
    return tmp_path


def told(folder: Path, run: Run, *options: str) -> tuple[int, list[str]]:
    """The exit code, and the places that are told."""
    done = run("check", "talk.yaml", "--baseline", "old.json", "--format=json", *options, cwd=folder)
    return done.returncode, [f"{one['code']}:{one['line']}" for one in json.loads(done.stdout)["diagnostics"]]


def held(folder: Path) -> int:
    """How many findings the baseline holds."""
    counts = json.loads((folder / "old.json").read_text("utf-8"))["findings"].values()
    return sum(sum(each.values()) for each in counts)


def change(folder: Path, old: str, new: str) -> None:
    """Edit the deck."""
    deck = folder / "talk.yaml"
    deck.write_text(deck.read_text("utf-8").replace(old, new, 1), encoding="utf-8")


def test_what_was_there_is_not_told(old: Path, run_slidekit: Run) -> None:
    """An old deck passes as it is."""
    assert (0, []) == told(old, run_slidekit)
    assert 3 == held(old)


def test_moved_lines_change_nothing(old: Path, run_slidekit: Run) -> None:
    """Lines put in above, and slides in another order, bring nothing back."""
    change(old, "slides:\n  - title: {en: Before}\n", "author: Sam\nslides:\n")
    (old / "talk.yaml").write_text((old / "talk.yaml").read_text("utf-8") + "  - title: {en: Before}\n", "utf-8")

    assert (0, []) == told(old, run_slidekit)
    assert 3 == held(old)


def test_spaces_that_fix_mends_bring_nothing_back(tmp_path: Path, run_slidekit: Run) -> None:
    """What else was found on a mended line stays where it was put: its words are the same."""
    title = '  - title: {en: "The price: 4 rooms", fr: "Le prix: 5 salles !"}\n'
    (tmp_path / "talk.yaml").write_text(FAULTY + title, encoding="utf-8")
    run_slidekit("check", "talk.yaml", "--baseline", "old.json", "--write-baseline", cwd=tmp_path)
    before = held(tmp_path)

    run_slidekit("fix", "talk.yaml", cwd=tmp_path)

    assert (0, []) == told(tmp_path, run_slidekit)
    assert (7, 5) == (before, held(tmp_path))


def test_what_is_new_is_told(old: Path, run_slidekit: Run) -> None:
    """A new fault, and a third one that looks like two old ones."""
    change(old, "  - title: {en: Before}\n", "  - title: {en: Before}\n    text: {en: New}\n")
    change(old, "      - {en: One}\n", "      - {en: One}\n      - {en: One}\n")

    assert (1, ["SK101:5", "SK101:10"]) == told(old, run_slidekit)


def test_what_is_mended_leaves_the_file(old: Path, run_slidekit: Run) -> None:
    """And is told when it comes back."""
    change(old, "{en: Before}", "{en: Before, fr: Avant}")
    first = told(old, run_slidekit)
    shrunk = held(old)
    change(old, "{en: Before, fr: Avant}", "{en: Before}")

    assert ((0, []), 2, (1, ["SK101:4"])) == (first, shrunk, told(old, run_slidekit))


def test_a_check_of_some_rules_shrinks_nothing(old: Path, run_slidekit: Run) -> None:
    """What was not looked for was not mended."""
    told(old, run_slidekit, "--select", "SK5")

    assert 3 == held(old)


def test_a_check_of_some_decks_shrinks_theirs_alone(old: Path, run_slidekit: Run) -> None:
    """What the file says of other decks stays, as long as these are there."""
    other = old / "other.yaml"
    other.write_text(FAULTY, encoding="utf-8")
    run_slidekit("check", "other.yaml", "--baseline", "old.json", "--write-baseline", cwd=old)
    both = held(old)
    told(old, run_slidekit)
    kept = held(old)
    other.unlink()
    told(old, run_slidekit)

    assert (6, 6, 3) == (both, kept, held(old))


def test_a_deck_that_cannot_be_read_is_always_told(old: Path, run_slidekit: Run) -> None:
    """No baseline holds broken YAML."""
    (old / "talk.yaml").write_text("slidekit: [\n", encoding="utf-8")
    run_slidekit("check", "talk.yaml", "--baseline", "old.json", "--write-baseline", cwd=old)

    assert 1 == told(old, run_slidekit)[0]


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"slidekit-baseline": 2}', '{"slidekit-baseline": 1, "findings": {"a": 3}}', "[" * 99_999]
)
def test_what_is_no_baseline_is_refused(text: str, old: Path, run_slidekit: Run) -> None:
    """In a sentence, with exit code 2."""
    (old / "old.json").write_text(text, encoding="utf-8")
    done = run_slidekit("check", "talk.yaml", "--baseline", "old.json", cwd=old)

    assert (2, True) == (done.returncode, done.stderr.startswith("slidekit: old.json is no baseline"))


def test_the_settings_may_name_it(old: Path, run_slidekit: Run) -> None:
    """`baseline` in slidekit.toml, seen from its own folder."""
    (old / "slidekit.toml").write_text('baseline = "old.json"', encoding="utf-8")
    inner = old / "sub"
    inner.mkdir()
    done = run_slidekit("check", "../talk.yaml", cwd=inner)

    assert (0, "3 findings are left to the baseline\n") == (done.returncode, done.stdout)


def test_one_that_may_not_be_written_holds_all_the_same(old: Path, run_slidekit: Run) -> None:
    """Where CI mounts the checkout read-only, nothing fails for it."""
    change(old, "{en: Before}", "{en: Before, fr: Avant}")
    old.chmod(0o555)
    try:
        done = run_slidekit("check", "talk.yaml", "--baseline", "old.json", cwd=old)
    finally:
        old.chmod(0o755)

    assert 0 == done.returncode
    assert "1 finding" in done.stderr


def test_a_deck_on_one_line_costs_time_in_proportion() -> None:
    """A megabyte that a program wrote on one line is read once, not once a finding."""

    def known(size: int) -> Callable[[], set[str]]:
        found = [Diagnostic("SK315", "a space", Span(1, at, 1, at + 6)) for at in range(1, 9 * size, 9)]
        line = "Really ? " * size
        return lambda: {key(one, [line]) for one in found}

    assert 1 == len(known(100)())
    assert growth(known, 20_000) < STEEP
