"""What marp-cli and a browser make of the project's own decks: nothing is cut off or stands over something else."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from marp_scenes import needs_marp

from slidekit import build, tools

DECKS = ("ai-in-the-terminal", "annual-report", "recorded-talk")

pytestmark = [pytest.mark.marp, pytest.mark.slow]


@pytest.mark.parametrize("deck", DECKS)
def test_nothing_stands_over_anything(deck: str, root: Path, tmp_path: Path, node: str) -> None:
    """In every edition each text, table, panel and drawing has its own place on the slide."""
    needs_marp(browser=True)
    made = build.render(root / "decks" / f"{deck}.yaml", tmp_path, targets=("html",), editions=build.EDITIONS)
    files = [str(output.path) for output in made.outputs]

    script = Path(__file__).with_name("overlaps.cjs")
    said = subprocess.run(
        [node, str(script), tools.find_browser(), *files],
        env={**os.environ, "NODE_PATH": str(root / "node_modules")},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=True,
    )
    found = json.loads(said.stdout)

    assert {file: [] for file in files} == {file: found[file]["wrong"] for file in files}
    assert all(found[file]["slides"] > 20 for file in files)
