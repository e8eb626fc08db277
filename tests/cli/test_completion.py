"""What a shell offers when an author presses Tab, and the bar that is drawn while work goes on."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from slidekit.cli import written

Run = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ren", ["render"]),
        ("render --q", ["--quiet"]),
        ("render --to p", ["pptx", "pdf", "png"]),
        ("render --to pptx,n", ["pptx,notes"]),
        ("render --edition en,", ["en,fr", "en,side-by-side", "en,stacked", "en,alternating", "en,all"]),
        ("render --edition s", ["side-by-side", "stacked"]),
        ("render --notes-lang b", ["both"]),
        ("check --edition a", ["alternating", "all"]),
        ("render --theme e", ["erable"]),
        ("explain SK11", [f"SK11{digit}" for digit in range(10)]),
        ("check --format j", ["json", "junit"]),
        ("check --select SK60", ["SK601", "SK602", "SK603"]),
        ("check --ignore fit,vague-a", ["fit,vague-alt-text"]),
        ("status --format m", ["markdown"]),
    ],
)
def test_a_shell_completes(run_slidekit: Run, typed: str, offered: list[str]) -> None:
    """Commands, options, and the words that options take, also after a comma."""
    words = f"slidekit {typed}"

    done = run_slidekit(_SLIDEKIT_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(words.count(" ")))

    assert offered == done.stdout.split()


def test_completion_can_be_installed(run_slidekit: Run) -> None:
    """The script that a shell needs is printed on demand."""
    done = run_slidekit("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")

    assert "complete -o default -F _slidekit_completion slidekit" in done.stdout


class Terminal(io.StringIO):
    """A terminal that keeps what is drawn on it."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize(("quiet", "patience", "drawn"), [(False, 0.0, True), (True, 0.0, False), (False, 60.0, False)])
def test_long_work_shows_a_bar(monkeypatch: pytest.MonkeyPatch, quiet: bool, patience: float, drawn: bool) -> None:
    """On a terminal, once the work has taken a moment, and never with `--quiet`."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(written, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm-256color")

    with written.Progress(quiet) as progress:
        progress.step("talk.en.pptx", 3, 8)

    assert drawn == ("talk.en.pptx" in screen.getvalue() and "3/8" in screen.getvalue())
