"""Runs marp-cli for HTML, PDF and PNG: with `history.py` the only module that starts other programs.

marp-cli is found in `SLIDEKIT_MARP`, in the `node_modules` beside slidekit's own checkout, or on `PATH`; never in a
deck's folder, which may be somebody else's. It runs in a folder of its own, without the settings it would look for,
and what it wrote is looked at before anybody gets it: it says 0 when a picture, a theme or the browser is missing.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from slidekit.source.system import reason
from slidekit.source.wording import tell

Kind = Literal["html", "pdf", "png"]

NODE_MAJOR = 18
"""The oldest Node that marp-cli 4 runs on (its package.json, `engines`)."""
MARP = "4.5.1"
"""The release of marp-cli that all this was tried with."""
SECONDS = 120
"""For one call; a slide takes 0.1 s to 0.4 s."""
SECONDS_A_SLIDE = 2
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_CHECKOUT = Path(__file__).resolve().parents[2]
_FONTS = Path(__file__).resolve().parent / "fonts"
_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "COMSPEC", "PATHEXT", "LD_LIBRARY_PATH", "CHROME_NO_SANDBOX")
"""What marp-cli and the browser get of our environment; `NODE_OPTIONS`, for one, could run any script."""

_FLAGS: dict[Kind, tuple[str, ...]] = {"html": (), "pdf": ("--pdf", "--pdf-outlines"), "png": ("--images", "png")}
_SUFFIXES: dict[Kind, str] = {"html": ".html", "pdf": ".pdf", "png": ".*.png"}
_WHOLE: dict[Kind, tuple[bytes, bytes]] = {
    "html": (b"<!DOCTYPE html>", b"</html>"),
    "pdf": (b"%PDF-", b"%%EOF"),
    "png": (b"\x89PNG\r\n", b"IEND\xaeB`\x82"),
}
"""How a file of each kind begins and ends."""

_ENGINE = Path(__file__).resolve().parent / "writers" / "marp" / "transcript.cjs"
_OPTIONS = {"html": False, "script": False, "emoji": {"shortcode": False, "unicode": False}}


class ToolMissing(Exception):  # noqa: N818
    """A program is not installed; the message says which, and what to do."""


class ToolFailed(Exception):  # noqa: N818
    """A program did not do its work; the message says what it complained of."""


class Job(NamedTuple):
    """A Marp presentation and its theme."""

    markdown: str
    css: str


def marp(markdown: str, css: str, kind: Kind, *, seconds: float | None = None) -> list[bytes]:
    """One presentation as HTML or PDF (a list of one) or as pictures, one a slide.

    Raises `ToolMissing` without Node, marp-cli or a browser, and `ToolFailed` when the output is not whole.
    """
    return marp_batch([Job(markdown, css)], kind, seconds=seconds)[0]


def marp_batch(jobs: Sequence[Job], kind: Kind, *, seconds: float | None = None) -> list[list[bytes]]:
    """Several presentations in one call, which costs little more than one; as `marp`, in the order given."""
    command = find_marp()
    browser = find_browser() if kind != "html" else None
    if seconds is None:
        seconds = SECONDS + SECONDS_A_SLIDE * sum(job.markdown.count("\n---\n") for job in jobs)
    # marp-cli makes a folder of its own for the browser's profile below TMPDIR
    with TemporaryDirectory(prefix="slidekit-marp-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        arguments = _lay_out(folder, jobs)
        arguments += [*_FLAGS[kind], *(["--browser", "chrome", "--browser-path", browser] if browser else [])]
        complaints = _run([*command, *arguments], folder, seconds)
        return [_collect(folder / "out", f"{number:03}", kind, complaints) for number in range(1, len(jobs) + 1)]


def _lay_out(folder: Path, jobs: Sequence[Job]) -> list[str]:
    """Write what marp-cli reads; the arguments that name it."""
    for part in ("in", "out", "tmp", "themes"):
        (folder / part).mkdir()
    for number, job in enumerate(jobs, 1):
        # two editions have themes of one name, and marp-cli knows a theme by its name
        css = re.sub(r"@theme (\S+)", rf"@theme \1-{number:03}", job.css, count=1)
        markdown = re.sub(r"^theme: (\S+)$", rf"theme: \1-{number:03}", job.markdown, count=1, flags=re.MULTILINE)
        (folder / "in" / f"{number:03}.md").write_text(markdown, encoding="utf-8", newline="\n")
        (folder / "themes" / f"{number:03}.css").write_text(css, encoding="utf-8", newline="\n")
    settings = folder / "settings.json"
    settings.write_text(json.dumps(_settings(jobs)), encoding="utf-8")
    (folder / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{_FONTS}</dir></fontconfig>',
        encoding="utf-8",
    )
    return [
        *(
            "--no-stdin",
            "--config-file",
            str(settings),
            "--engine",
            str(_ENGINE),
            "--no-html",
            "--theme-set",
            str(folder / "themes"),
        ),
        *("--input-dir", str(folder / "in"), "--output", str(folder / "out")),
    ]


def _settings(jobs: Sequence[Job]) -> dict[str, object]:
    """What marp-cli may do; MathJax, which draws from what lies in its own folder, only where there are formulas."""
    math = any(re.match(r"---\n(?:\w+:.*\n)*math: mathjax\n", job.markdown) for job in jobs)
    return {"html": False, "options": {**_OPTIONS, "math": "mathjax" if math else False}}


def _collect(out: Path, stem: str, kind: Kind, complaints: str) -> list[bytes]:
    """The outputs of one presentation, each of them whole."""
    files = [path.read_bytes() for path in sorted(out.glob(f"{stem}{_SUFFIXES[kind]}"))]
    begin, end = _WHOLE[kind]
    if not files or not all(data.startswith(begin) and end in data[-64:] for data in files):
        said = _first_complaint(complaints)
        raise ToolFailed(tell("marp-cli wrote no whole {kind} file: {reason}", kind=kind.upper(), reason=said))
    return files


def _first_complaint(complaints: str) -> str:
    plain = re.sub(r"\x1b\[[0-9;]*m|[\x00-\x09\x0b-\x1f\x7f-\x9f]", "", complaints)
    lines = [line for line in plain.splitlines() if re.search(r"\[\s*(?:ERROR|WARN)\s*\]|Error\b", line)]
    found = re.sub(r"^\s*\[\s*\w+\s*\]\s*", "", lines[0]) if lines else plain.strip().partition("\n")[0]
    return found[:300] or tell("it gave no reason")


def find_browser() -> str:
    """The path of Chrome, Chromium or Edge, which answers when asked for its version."""
    named = os.environ.get("CHROME_PATH")
    for name in [named] if named else [*BROWSERS, *_usual_places()]:
        path = shutil.which(name)
        if path is not None and _answers(path):
            return path
    where = tell("none is installed")
    if named:
        where = tell("CHROME_PATH names {path}, which does not start", path=repr(named))
    raise ToolMissing(
        tell("PDF and PNG through Marp need Chrome, Chromium or Edge, and {where}: install chromium", where=where)
    )


def _usual_places() -> Iterator[str]:
    if sys.platform == "darwin":
        yield "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
        yield "/Applications/Chromium.app/Contents/MacOS/Chromium"
    else:
        # set on Windows only
        for root in (os.environ.get("PROGRAMFILES"), os.environ.get("PROGRAMFILES(X86)")):
            if root:
                yield rf"{root}\Google\Chrome\Application\chrome.exe"
                yield rf"{root}\Microsoft\Edge\Application\msedge.exe"


def _answers(path: str) -> bool:
    """Whether a browser starts; on Windows `--version` opens a window instead."""
    return os.name == "nt" or re.search(r"\d+\.\d+", _version(path)) is not None


def _version(path: str) -> str:
    try:
        done = subprocess.run(
            [path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def _install() -> str:
    """What installs marp-cli: in a clone, where its lock file is, and elsewhere."""
    return "npm ci" if (_CHECKOUT / "package-lock.json").is_file() else f"npm install -g @marp-team/marp-cli@{MARP}"


def find_marp() -> list[str]:
    """How to start marp-cli."""
    node = shutil.which("node")
    major = re.match(r"v(\d+)\.", _version(node)) if node else None
    if node is None or major is None or int(major[1]) < NODE_MAJOR:
        known = {"major": NODE_MAJOR, "command": _install()}
        if major is None:
            raise ToolMissing(tell("marp-cli needs Node {major} or later: install nodejs, then run {command}", **known))
        raise ToolMissing(
            tell(
                "marp-cli needs Node {major} or later, and this is {found}: install nodejs, then run {command}",
                found=major[0][:-1],
                **known,
            )
        )
    named = os.environ.get("SLIDEKIT_MARP")
    if named:
        script = shutil.which(named) or (named if Path(named).is_file() else None)
        if script is None:
            raise ToolMissing(
                tell("SLIDEKIT_MARP names {path}, which is no program: let it name marp-cli's `marp`", path=repr(named))
            )
    else:
        script = shutil.which(_CHECKOUT / "node_modules" / ".bin" / "marp") or shutil.which("marp")
    if script is None:
        raise ToolMissing(tell("HTML, PDF and PNG through Marp need marp-cli: run {command}", command=_install()))
    resolved = Path(script).resolve()
    return [node, str(resolved)] if resolved.suffix == ".js" else [script]


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    tmp = str(folder / "tmp")
    own = {"HOME": tmp, "USERPROFILE": tmp, "TMPDIR": tmp, "TEMP": tmp, "TMP": tmp, "XDG_CONFIG_HOME": tmp}
    return {**kept, **own, "FONTCONFIG_FILE": str(folder / "fonts.conf"), "NO_COLOR": "1", "TZ": "UTC"}


def _run(command: Sequence[str], folder: Path, seconds: float) -> str:
    """Run to the end or to the time limit; what was said on standard error."""
    with (folder / "said").open("w+b") as said:
        try:
            process = subprocess.Popen(
                command,
                cwd=folder / "tmp",
                env=_environment(folder),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        except OSError as error:
            raise ToolMissing(tell("marp-cli does not start: {reason}", reason=reason(error))) from error
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise ToolFailed(
                tell("marp-cli was not done after {seconds:g} s and was stopped", seconds=seconds)
            ) from None
        finally:
            _stop(process)
        said.seek(0)
        complaints = said.read(2**20).decode("utf-8", "replace")
    if code or re.search(r"\[\s*(?:ERROR|WARN)\s*\]", complaints):
        raise ToolFailed(tell("marp-cli failed: {reason}", reason=_first_complaint(complaints)))
    return complaints


def start(command: Sequence[str]) -> str:
    """Start a program of the author's, such as an editor, and leave it to itself; why not, where it does not start."""
    from threading import Thread

    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return tell("{program} does not start: {reason}", program=command[0], reason=reason(error))
    Thread(target=process.wait, daemon=True).start()  # what has ended is let go
    return ""


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of a run, the browser too: it leads a session of its own, so its parents tell."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        _kill(process.pid)
    process.wait()


def _kill(pid: int) -> None:
    """Kill a process, those that it started and theirs; each is halted first, so that it starts no other meanwhile."""
    halted: list[int] = []
    found = [pid]
    while found:
        for one in found:
            _send(one, signal.SIGSTOP)
        halted += found
        found = [one for one in _descendants(pid) if one not in halted]
    for one in reversed(halted):
        _send(one, signal.SIGKILL)


def _send(pid: int, number: int) -> None:
    """A signal to a process and to the group that it leads."""
    for send in (os.killpg, os.kill):
        with suppress(ProcessLookupError, PermissionError):
            send(pid, number)


def _descendants(pid: int) -> list[int]:
    """The processes started by a process, and theirs; from `/proc`, so none where there is no such folder."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # the name in brackets may hold brackets and spaces itself (proc(5))
            fields = stat.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    return _below(pid, parents)


def _below(pid: int, parents: Mapping[int, int]) -> list[int]:
    children = [child for child, parent in parents.items() if parent == pid]
    return [one for child in children for one in (child, *_below(child, parents))]
