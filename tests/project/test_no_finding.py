"""Whatever the project itself gives to authors is held to all of its own rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from slidekit import build
from slidekit.source.diagnostic import Diagnostic

Run = Callable[..., CompletedProcess[str]]
DECKS = [
    "decks/ai-in-the-terminal.yaml",
    "decks/annual-report.yaml",
    "decks/recorded-talk.yaml",
    "src/slidekit/sample.yaml",
    "tests/golden/every-block.yaml",
]


def told(found: tuple[Diagnostic, ...]) -> list[str]:
    """Findings as a person would look for them."""
    return [f"{one.file}:{one.span.line}:{one.span.column}: {one.code} {one.message}" for one in found]


@pytest.mark.parametrize("deck", DECKS)
def test_a_deck_of_the_project_has_no_finding(deck: str, root: Path) -> None:
    """No error, no warning and no hint."""
    report = build.check([root / deck])

    assert [] == told(report.diagnostics)
    assert report.decks[0].texts > 10


@pytest.mark.parametrize("name", ["talk", "quarterly-report"])
def test_a_new_deck_has_no_finding(name: str, tmp_path: Path, run_slidekit: Run) -> None:
    """What `slidekit new` writes is clean before its author changes a word."""
    made = run_slidekit("new", f"{name}.yaml", cwd=tmp_path)

    report = build.check([tmp_path / f"{name}.yaml"], editions=build.EDITIONS)

    assert 0 == made.returncode
    assert [] == told(report.diagnostics)
