"""All or nothing: a render that does not come to its end leaves what was there before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def rendered(run_slidekit: Run, talk: Path) -> dict[str, bytes]:
    """The outputs of the small deck, in `build` beside it."""
    done = run_slidekit("render", talk, "-o", talk.parent / "build")
    assert done.returncode == 0, done.stderr
    return contents(talk.parent / "build")


def test_a_deck_with_errors_leaves_the_old_outputs(run_slidekit: Run, talk: Path, rendered: dict[str, bytes]) -> None:
    """A deck that lost a translation is refused, and yesterday's files are still there, byte for byte."""
    source = talk.read_text(encoding="utf-8")
    talk.write_text(
        source.replace("        fr: Tous les deux ans, deux fois plus de transistors\n", ""), encoding="utf-8"
    )

    done = run_slidekit("render", talk, "-o", talk.parent / "build")

    assert (1, rendered) == (done.returncode, contents(talk.parent / "build"))


def test_a_missing_tool_leaves_the_old_outputs(run_slidekit: Run, talk: Path, rendered: dict[str, bytes]) -> None:
    """Where one target cannot be made, none is written: the new files never mix with the old."""
    source = talk.read_text(encoding="utf-8")
    talk.write_text(source.replace("Waiting costs more", "Waiting costs much more"), encoding="utf-8")
    empty = talk.parent / "empty"
    empty.mkdir()

    done = run_slidekit("render", talk, "-o", talk.parent / "build", "--to", "pptx,html", PATH=str(empty))

    assert (3, rendered) == (done.returncode, contents(talk.parent / "build"))
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_is_said_plainly(run_slidekit: Run, talk: Path) -> None:
    """A place where nothing can be written gives one sentence, not a traceback."""
    blocked = talk.parent / "blocked"
    blocked.write_text("a file where a folder is wanted", encoding="utf-8")

    done = run_slidekit("render", talk, "-o", blocked)

    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "blocked" in done.stderr
