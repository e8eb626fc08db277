"""The README holds what it says: its decks are written, its commands run, their output compared."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"


class Fence(NamedTuple):
    """A fenced block: the words after the fence, what it holds, and its line."""

    info: str
    content: str
    line: int


def fences() -> Iterator[Fence]:
    """Every fenced block of the README, in order."""
    for token in MarkdownIt().parse(README.read_text(encoding="utf-8")):
        if token.type == "fence" and token.map:
            yield Fence(token.info, token.content, token.map[0] + 1)


class Step(NamedTuple):
    """A command of a transcript, and the lines that it should print."""

    command: str
    expected: list[str]
    line: int


def steps() -> Iterator[Step | Fence]:
    """What the README does: files to write (`yaml name.yaml`) and commands to run (`console`)."""
    for fence in fences():
        if re.fullmatch(r"yaml \S+", fence.info):
            yield fence
        if fence.info == "console":
            for block in re.split(r"^\$ ", fence.content, flags=re.MULTILINE)[1:]:
                command, *expected = block.rstrip("\n").split("\n")
                yield Step(command, expected, fence.line)


def matches(expected: list[str], actual: list[str]) -> bool:
    """Whether lines are as expected.

    `…` stands for any words in a line, and alone for any lines; any size of a file is as good as another.
    """
    expected, actual = [[re.sub(r" +\d+ ([KM]?B)$", r" 1 KB", line) for line in lines] for lines in (expected, actual)]
    pattern = "".join(
        r"(?:.*\n)*" if line.strip() == "…" else r"[^\n]*".join(map(re.escape, line.split("…"))) + r" *\n"
        for line in expected
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in actual)) is not None


@pytest.mark.parametrize(
    ("expected", "actual", "outcome"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a … c"], ["a b c"], True),
        (["a", "…"], ["a", "b", "c"], True),
        (["…", "c"], ["a", "b"], False),
        (["a.pptx  12 KB"], ["a.pptx      913 B"], True),
    ],
)
def test_the_matcher_tells_apart(expected: list[str], actual: list[str], outcome: bool) -> None:
    """The comparison below is no weaker than it looks."""
    assert outcome == matches(expected, actual)


def test_the_readme_opens_with_its_two_commands() -> None:
    """A newcomer finds `make demo` and `make test` before anything else."""
    first = next(fences())

    assert ["make demo", "make test"] == re.findall(r"make \w+", first.content)
    assert first.line < 12


def test_every_command_does_what_the_readme_shows(tmp_path: Path) -> None:
    """Run from top to bottom in an empty folder, every transcript comes out as printed."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
    }
    shutil.copy(ROOT / "tests" / "templates" / "harbour.pptx", tmp_path / "corp.pptx")
    status, differing, run = 0, [], 0
    for step in steps():
        if isinstance(step, Fence):
            (tmp_path / step.info.split()[1]).write_text(step.content, encoding="utf-8")
            continue
        done = subprocess.run(
            ["bash", "-c", f"(exit {status}); {step.command}"],
            cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=300, check=False,
        )  # fmt: skip
        status, run = done.returncode, run + 1
        if not matches(step.expected, [line.rstrip() for line in done.stdout.splitlines()]):
            differing.append(f"README.md:{step.line}: $ {step.command}\n{done.stdout}")

    assert not differing, "\n\n".join(differing)
    assert run > 5


def test_every_link_leads_somewhere() -> None:
    """Files that the README links to are there."""
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", README.read_text(encoding="utf-8"))

    missing = [target for target in targets if not (ROOT / target).exists()]

    assert targets
    assert not missing
