"""Same input, same bytes: whatever the time zone, the locale environment, the folder or the hash seed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[str]]


def digests(folder: Path) -> dict[str, str]:
    """The checksum of every file under a folder, by its path there."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_deck_gives_the_same_bytes(run_slidekit: Run, talk: Path, tmp_path: Path) -> None:
    """Two renders on two machines that differ in everything but the deck write the same files."""
    elsewhere = tmp_path / "a folder, élsewhere"
    elsewhere.mkdir()
    shutil.copy(talk, elsewhere)
    targets = ("--edition", "all", "--to", "pptx,marp,notes,pdf,png")

    here = run_slidekit(
        "render", talk, "-o", tmp_path / "one", *targets, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1"
    )
    there = run_slidekit(
        "render", talk.name, "-o", "two", *targets, cwd=elsewhere,
        TZ="Pacific/Auckland", LC_ALL="C", LANG="C", PYTHONHASHSEED="2", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0",
    )  # fmt: skip

    assert (0, 0) == (here.returncode, there.returncode), here.stderr + there.stderr
    assert digests(tmp_path / "one") == digests(elsewhere / "two")
    assert len(digests(tmp_path / "one")) == 5 * (1 + 2 + 1 + 1 + 4) + 4  # alternating has twice the pictures


def test_the_example_talk_gives_the_same_bytes(run_slidekit: Run, root: Path, tmp_path: Path) -> None:
    """The six files of the example talk are the same each time."""
    deck = root / "decks" / "ai-in-the-terminal.yaml"

    first = run_slidekit("render", deck, "-o", tmp_path / "one", TZ="UTC", PYTHONHASHSEED="1")
    second = run_slidekit("render", deck, "-o", tmp_path / "two", TZ="Asia/Kolkata", LC_ALL="C", PYTHONHASHSEED="2")

    assert (0, 0) == (first.returncode, second.returncode), first.stderr + second.stderr
    assert digests(tmp_path / "one") == digests(tmp_path / "two")
