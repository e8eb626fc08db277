"""A faulty deck is refused, and its author told everything at once, to the line and column."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


def found(done: CompletedProcess[str]) -> set[tuple[str, int]]:
    """The codes that a check in JSON reports, each with its line."""
    return {(one["code"], one["line"]) for one in json.loads(done.stdout)["diagnostics"]}


def test_a_missing_translation_is_shown_where_it_is(run_slidekit: Run, talk: Path) -> None:
    """Take one `fr:` out, and `check` names file, line, column, slide and remedy."""
    source = talk.read_text(encoding="utf-8")
    talk.write_text(
        source.replace("        fr: Tous les deux ans, deux fois plus de transistors\n", ""), encoding="utf-8"
    )

    text = run_slidekit("check", "talk.yaml", cwd=talk.parent)
    as_json = run_slidekit("check", "talk.yaml", "--format", "json", cwd=talk.parent)

    assert (1, 1) == (text.returncode, as_json.returncode)
    assert "talk.yaml:13:9: error[SK101]" in text.stdout
    assert "fr:" in text.stdout
    (one,) = json.loads(as_json.stdout)["diagnostics"]
    assert ("SK101", "error", "talk.yaml", 13, 9, 1, "fr") == tuple(
        one[key] for key in ("code", "severity", "file", "line", "column", "slide", "lang")
    )
    assert "fr:" in one["hint"]


@pytest.mark.parametrize("deck", ["ai-in-the-terminal", "recorded-talk", "annual-report"])
def test_every_example_misses_each_of_its_translations(
    run_slidekit: Run, root: Path, tmp_path: Path, deck: str
) -> None:
    """In each example, a title that loses its French is reported at its own line."""
    source = (root / "decks" / f"{deck}.yaml").read_text(encoding="utf-8")
    french = re.search(r"(?<=title:\n)( +en: [^>|].*\n)?( +fr: [^>|].*\n)", source[source.index("\nslides:") :])
    assert french
    (tmp_path / "deck.yaml").write_text(source.replace(french.group(), french.group(1) or "", 1), encoding="utf-8")
    line = source[: source.index(french.group())].count("\n") + 1

    done = run_slidekit("check", tmp_path / "deck.yaml", "--format", "json")

    assert 1 == done.returncode
    assert ("SK101", line) in found(done)


def test_twenty_mistakes_are_reported_in_one_run(run_slidekit: Run, root: Path) -> None:
    """No mistake hides another: each of twenty kinds is found, at its own line."""
    deck = root / "tests" / "project" / "twenty-mistakes.yaml"
    lines = deck.read_text(encoding="utf-8").splitlines()
    marked = {
        (mark.group(1), line + 1) for line, text in enumerate(lines, 1) if (mark := re.match(r" *# (SK\d+)$", text))
    }

    done = run_slidekit("check", deck, "--format", "json")

    assert 1 == done.returncode
    assert marked == found(done)
    assert len({code for code, _ in marked}) >= 20


def test_a_draft_marks_what_is_missing(run_slidekit: Run, talk: Path) -> None:
    """`--draft` renders a deck that lacks a translation; without it there is nothing."""
    source = talk.read_text(encoding="utf-8")
    talk.write_text(
        source.replace("        fr: Tous les deux ans, deux fois plus de transistors\n", ""), encoding="utf-8"
    )

    refused = run_slidekit("render", talk, "-o", talk.parent / "out", "--to", "marp")
    draft = run_slidekit("render", talk, "-o", talk.parent / "out", "--to", "marp", "--draft")

    assert (1, 0) == (refused.returncode, draft.returncode), draft.stderr
    assert (talk.parent / "out" / "talk.fr.md").exists()
