"""How commands end when the machine or the author breaks in: one sentence, and the right exit code."""

from __future__ import annotations

import errno
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from slidekit import build
from slidekit.__main__ import main
from slidekit.cli.app import run
from slidekit.cli.written import in_bytes


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (KeyboardInterrupt(), 130, "slidekit: stopped; outputs that were not whole are not there\n"),
        (
            OSError(errno.ENOSPC, "No space left on device", "build/talk.en.pptx"),
            3,
            "slidekit: cannot use build/talk.en.pptx: no space left on device\n",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "talk\n.yaml"),
            3,
            "slidekit: cannot use talk\\x0a.yaml: permission denied\n",
        ),
        (
            MemoryError(),
            3,
            "slidekit: there is not enough memory for this deck\n  hint: make it shorter, or split it into several\n",
        ),
    ],
    ids=["interrupted", "disk full", "not allowed", "out of memory"],
)
def test_trouble_ends_in_one_sentence(
    error: BaseException,
    code: int,
    sentence: str,
    talk: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No traceback, whatever happens while a deck is checked."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(build, "each", fail)
    monkeypatch.setattr(sys, "argv", ["slidekit", "check", str(talk)])
    monkeypatch.setenv("NO_COLOR", "1")

    with pytest.raises(SystemExit) as ended:
        run()

    assert (code, sentence) == (ended.value.code, capsys.readouterr().err)


def on_terminal(folder: Path, *args: str, **env: str) -> str:
    """What a command prints on a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "slidekit", *args],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLUMNS": "80", "LANG": "C.UTF-8", **env},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(ours)
    process.wait(300)
    return said.decode()


def test_a_terminal_is_shown_colours(talk: Path) -> None:
    """On a terminal, an error is red; with `NO_COLOR` it is not."""
    talk.write_text(
        talk.read_text("utf-8").replace("notes: {en: Read it aloud., fr: Le lire à voix haute.}", ""), "utf-8"
    )
    talk.write_text(talk.read_text("utf-8").replace(", fr: Un extrait", ""), "utf-8")

    assert "\x1b[1;31merror[SK101]" in on_terminal(talk.parent, "check", "talk.yaml")
    assert "\x1b[" not in on_terminal(talk.parent, "check", "talk.yaml", NO_COLOR="1")
    assert "\x1b[" not in on_terminal(talk.parent, "check", "talk.yaml", TERM="dumb")


def test_a_terminal_is_shown_a_table(talk: Path) -> None:
    """What was written stands in a drawn table, with its size."""
    said = on_terminal(talk.parent, "render", "talk.yaml", "--to", "marp")

    assert "written" in said
    assert "build/talk.en.md" in said
    assert "─" in said


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (999, "999 B"), (1000, "1 KB"), (48_600, "49 KB"), (999_499, "999 KB"), (1_400_000, "1.4 MB")],
)
def test_sizes_are_said_as_file_managers_do(size: int, words: str) -> None:
    """Decimal units, and no digit that says nothing."""
    assert words == in_bytes(size)


def test_folders_are_searched_once(talk: Path) -> None:
    """A deck given by its name and by its folder is checked once."""
    from slidekit.cli.finding import decks

    assert [talk] == decks([talk, talk.parent, talk.parent / "." / "talk.yaml"])


def test_a_link_that_leads_out_of_a_folder_is_passed_over(talk: Path, tmp_path: Path) -> None:
    """A folder from somebody else cannot have another file of this machine shown in a report."""
    from slidekit.cli.finding import decks

    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "own.yaml").write_text("slidekit: 1\n", encoding="utf-8")
    (folder / "link.yaml").symlink_to(talk)
    (folder / "ring.yaml").symlink_to("ring.yaml")

    assert [folder / "own.yaml"] == decks([folder])


@pytest.mark.parametrize("words", [["check", "talk.yaml"], ["rules"], ["render", "talk.yaml", "--to", "marp"]])
def test_a_closed_output_is_no_trouble(words: list[str], talk: Path) -> None:
    """With `>&- 2>&-` a command does its work all the same."""
    command = subprocess.run(
        ["sh", "-c", 'exec "$@" >&- 2>&-', "sh", sys.executable, "-m", "slidekit", *words], cwd=talk.parent, timeout=300
    )

    assert 0 == command.returncode


def test_a_folder_in_the_way_of_one_output_keeps_all(talk: Path) -> None:
    """Nothing is put in place where one of the outputs could not be."""
    (talk.parent / "build" / "talk.en.pptx").mkdir(parents=True)

    with pytest.raises(IsADirectoryError, match=r"talk\.en\.pptx"):
        build.render(talk, talk.parent / "build", targets=("pptx", "marp"))

    assert ["talk.en.pptx"] == [path.name for path in (talk.parent / "build").iterdir()]


def test_an_interrupt_before_the_command_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while Python still loads: the exit code of a stop, and not a word."""

    def stop(words: list[str]) -> list[str]:
        raise KeyboardInterrupt

    monkeypatch.setattr("gc.disable", lambda: None)  # the other tests keep their collector
    monkeypatch.setattr("slidekit.__main__._in_language", stop)
    monkeypatch.setattr("sys.argv", ["slidekit", "check", "talk.yaml"])

    with pytest.raises(SystemExit) as ended:
        main()

    assert 130 == ended.value.code


BEGUN = """\
import gc, sys
from slidekit.__main__ import main

def begun(*_, **__):
    print(gc.isenabled())
    raise SystemExit

sys.argv[1:] = {words!r}
import {module}
{module}.{name} = begun
main()
"""


@pytest.mark.parametrize(
    ("words", "module", "name", "collects"),
    [
        (["watch", "talk.yaml"], "slidekit.cli.watch", "_Loop.run", True),
        (["preview", "talk.yaml", "--no-open"], "asyncio", "run", True),
        (["lsp"], "slidekit.editor.server", "serve", True),
        (["check", "talk.yaml"], "slidekit.build", "each", False),
    ],
)
def test_what_runs_for_days_collects_its_garbage(
    talk: Path, words: list[str], module: str, name: str, collects: bool
) -> None:
    """Short commands leave Python's collector off; one that never ends would grow with all that it is asked."""
    code = BEGUN.format(words=words, module=module, name=name)
    done = subprocess.run([sys.executable, "-c", code], cwd=talk.parent, capture_output=True, text=True, check=False)

    assert [str(collects)] == done.stdout.split(), done.stderr
