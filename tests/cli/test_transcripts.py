"""Transcripts: each Markdown file here holds decks, commands and what they print, and is run as it stands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ESCAPE = "␛"
"""How a transcript shows the sign that begins a colour."""


def said(command: str, folder: Path) -> str:
    """What a command prints, both streams together, and its exit code where it is not 0."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "COLUMNS": "100",
            "LANG": "C.UTF-8",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
        check=False,
    )
    output = done.stdout.decode().replace("\x1b", ESCAPE)
    return output + (f"[exit {done.returncode}]\n" if done.returncode else "")


def played(transcript: str, folder: Path) -> str:
    """The transcript with what its commands print now."""

    def play(block: re.Match[str]) -> str:
        kind, name, content = block.groups()
        if name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")
        if kind != "console":
            return block.group()
        commands = [line for line in content.splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"{line}\n{said(line[2:], folder)}" for line in commands) + "```"

    return BLOCK.sub(play, transcript)


@pytest.mark.parametrize("path", sorted(HERE.glob("*.md")), ids=lambda path: path.stem)
def test_golden_transcript(path: Path, tmp_path: Path) -> None:
    """Every command prints what its transcript says, and ends with that exit code."""
    expected = path.read_text(encoding="utf-8")
    shutil.copytree(HERE.parent / "templates", tmp_path / "templates")

    actual = played(expected, tmp_path)

    if os.environ.get("SLIDEKIT_GOLDEN"):
        path.write_text(actual, encoding="utf-8")
    else:
        assert expected == actual
