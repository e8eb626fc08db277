"""marp-cli is run guarded, and what it wrote is looked at."""

from __future__ import annotations

import json
import stat
import sys
import time
from pathlib import Path
from shlex import quote

import pytest
from marp_scenes import needs_marp

from slidekit import tools

CSS = "/* @theme x */\nsection { width: 1280px; height: 720px; }\n"
MARKDOWN = "---\nmarp: true\ntheme: x\n---\n\n# Un\n\n---\n\n# Deux 😀 $x$ :smile: <b>\n"


@pytest.fixture
def with_marp() -> None:
    """marp-cli is there, or the test is skipped and says why; on CI it fails."""
    needs_marp()


@pytest.fixture
def with_browser() -> None:
    """A browser is there too."""
    needs_marp(browser=True)


def program(path: Path, source: str) -> Path:
    """A program in Python that stands in for marp-cli."""
    code = path.with_suffix(".py")
    code.write_text(source, encoding="utf-8")
    # Not in the first line itself: there a path may hold neither a space nor many signs (execve(2)).
    path.write_text(f'#!/bin/sh\nexec {quote(sys.executable)} {quote(str(code))} "$@"\n', encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.marp
@pytest.mark.usefixtures("with_marp")
def test_html_without_html_mathematics_or_emoji() -> None:
    """Nothing in the words becomes an element, a formula or a picture from elsewhere."""
    html = tools.marp(MARKDOWN, CSS, "html")[0].decode()

    assert "Deux 😀 $x$ :smile: &lt;b&gt;</h1>" in html
    assert 'data-theme="x-001"' in html


@pytest.mark.marp
@pytest.mark.usefixtures("with_browser")
def test_pdf_and_pictures_of_two_talks() -> None:
    """One call makes both talks, in order; pictures come one a slide."""
    pdfs = tools.marp_batch([tools.Job(MARKDOWN, CSS), tools.Job("# Seul\n", CSS)], "pdf")
    pictures = tools.marp_batch([tools.Job(MARKDOWN, CSS), tools.Job("# Seul\n", CSS)], "png")

    assert [1, 1] == [len(one) for one in pdfs]
    assert [2, 1] == [len(one) for one in pictures]
    assert all(data.startswith(b"%PDF-") for one in pdfs for data in one)


@pytest.mark.marp
@pytest.mark.usefixtures("with_marp")
def test_no_settings_are_executed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `marp.config.js` in the current folder is left alone, and `NODE_OPTIONS` too."""
    (tmp_path / "marp.config.js").write_text("require('fs').writeFileSync('ran', '')")
    (tmp_path / "hook.js").write_text(f"require('fs').writeFileSync({str(tmp_path / 'ran')!r}, '')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NODE_OPTIONS", f"--require {tmp_path / 'hook.js'}")
    tools.marp(MARKDOWN, CSS, "html")

    assert not (tmp_path / "ran").exists()


def test_a_deck_folder_brings_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `node_modules` in the current folder is not looked into."""
    bin_folder = tmp_path / "node_modules" / ".bin"
    bin_folder.mkdir(parents=True)
    program(bin_folder / "marp", "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SLIDEKIT_MARP", raising=False)
    monkeypatch.setattr(tools, "_CHECKOUT", tmp_path / "nowhere")
    monkeypatch.setattr(tools, "_version", lambda path: "v20.1.0\n")
    monkeypatch.setenv("PATH", str(program(tmp_path / "node", "").parent))

    with pytest.raises(tools.ToolMissing, match="need marp-cli"):
        tools.find_marp()


def test_without_node(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence says what is missing and what to do."""
    monkeypatch.setenv("PATH", "")

    with pytest.raises(tools.ToolMissing, match=r"^marp-cli needs Node 18 or later: install nodejs, then run npm ci$"):
        tools.marp(MARKDOWN, CSS, "html")


def test_without_node_and_a_clone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where slidekit came from a wheel there is no lock file: marp-cli is installed by name, in the release of ours."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(tools, "_CHECKOUT", tmp_path)
    locked = json.loads((Path(__file__).parents[1] / "package.json").read_bytes())["dependencies"]

    with pytest.raises(tools.ToolMissing) as missing:
        tools.find_marp()

    assert str(missing.value).endswith(f"run npm install -g @marp-team/marp-cli@{locked['@marp-team/marp-cli']}")


def test_without_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that does not start counts as none."""
    monkeypatch.setenv("CHROME_PATH", "/nowhere/chrome")

    with pytest.raises(tools.ToolMissing, match="CHROME_PATH names '/nowhere/chrome', which does not start"):
        tools.find_browser()


@pytest.mark.skipif(sys.platform == "win32", reason="programs by their first line are Unix's")
@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "marp-cli wrote no whole HTML file: it gave no reason"),
        ("print('[ WARN ] no such theme')", "marp-cli failed: no such theme"),
        ("import sys; print('Error: \\x1b[31mbad\\x07'); sys.exit(3)", "marp-cli failed: Error: bad"),
    ],
)
def test_failures_are_told(source: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What marp-cli says is passed on without control signs, also when it ends well."""
    monkeypatch.setattr(tools, "find_marp", lambda: [str(program(tmp_path / "marp", source))])

    with pytest.raises(tools.ToolFailed) as failed:
        tools.marp(MARKDOWN, CSS, "html")

    assert message == str(failed.value)


def gone(stat: Path) -> bool:
    """Whether a process is dead, or a zombie, in a minute: a killed one still ends what it is at."""
    for _ in range(6000):
        try:
            if stat.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.01)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_time_limit_kills_what_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that ignores SIGTERM, and its child in a session of its own, are gone after the time limit."""
    started = tmp_path / "started"
    source = f"""\
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
parent = os.getpid()
if os.fork() == 0:
    os.setsid()
    with open({str(started)!r}, "w") as file:
        file.write(f"{{parent}} {{os.getpid()}}")
time.sleep(6000)
"""
    monkeypatch.setattr(tools, "find_marp", lambda: [str(program(tmp_path / "marp", source))])

    for seconds in (1, 8, 64):  # a slow machine needs its time before there is something to stop
        with pytest.raises(tools.ToolFailed, match=f"was not done after {seconds} s and was stopped"):
            tools.marp(MARKDOWN, CSS, "html", seconds=seconds)
        if started.exists() and started.read_text():
            break

    assert [True, True] == [gone(Path("/proc") / one / "stat") for one in started.read_text().split()]
