"""Where the preview opens a browser, and what it says where it cannot."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from slidekit.cli.browser import can_open, elsewhere

PATIENCE = 60


@pytest.mark.parametrize(
    ("environment", "platform", "opens"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "darwin", True),
        ({}, "linux", False),
        ({"BROWSER": "/vscode/bin/helpers/browser.sh"}, "linux", True),
        ({"BROWSER": "w3m"}, "linux", False),
        ({"BROWSER": "w3m", "DISPLAY": ":0"}, "linux", False),
        ({"BROWSER": " ", "DISPLAY": ":0"}, "linux", True),
        ({"BROWSER": "/usr/bin/lynx %s:firefox"}, "linux", False),
        ({"BROWSER": " "}, "linux", False),
    ],
)
def test_a_browser_opens_where_there_is_a_window_for_it(
    environment: dict[str, str], platform: str, opens: bool
) -> None:
    """On a screen of this machine, or by the program that an editor on another machine has put there."""
    assert opens == can_open(environment, platform)


def test_over_ssh_the_way_to_the_page_is_said() -> None:
    """The port is that of the page, the machine that which ssh(1) was asked for."""
    said = elsewhere(8000, {"SSH_CONNECTION": "192.0.2.7 51000 192.0.2.1 22"})

    assert "ssh -L 8000:127.0.0.1:8000 192.0.2.1" in said
    assert "ssh" not in elsewhere(8000, {"SSH_CONNECTION": "odd"})


def test_a_browser_that_stays_holds_up_nothing(tmp_path: Path) -> None:
    """One that is waited for until it is closed: Ctrl-C ends the preview all the same."""
    deck, script, opened = tmp_path / "talk.yaml", tmp_path / "browser", tmp_path / "opened"
    deck.write_text("slidekit: 1\nslides:\n  - title: {en: One, fr: Un}\n", encoding="utf-8")
    script.write_text(f'#!/bin/sh\necho $$ > "{opened}"\nexec sleep 600\n', encoding="utf-8")
    script.chmod(0o755)
    os.mkfifo(opened)
    environment = {**os.environ, "BROWSER": str(script), "LANG": "C.UTF-8"}
    words = [sys.executable, "-m", "slidekit", "preview", str(deck)]
    with subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL) as process:
        browser = int(opened.read_text())  # waits until it has begun
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
    os.kill(browser, signal.SIGKILL)

    assert 0 == process.returncode


def test_without_a_browser_the_address_is_enough(tmp_path: Path) -> None:
    """It is said that none can be opened, and the page is served."""
    deck = tmp_path / "talk.yaml"
    deck.write_text("slidekit: 1\nslides:\n  - title: {en: One, fr: Un}\n", encoding="utf-8")
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "SSH_CONNECTION")
    environment = {**{name: value for name, value in os.environ.items() if name not in gone}, "LANG": "C.UTF-8"}
    words = [sys.executable, "-m", "slidekit", "preview", str(deck)]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        said = [process.stdout.readline().rstrip() for _ in range(3)]
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE)

    assert ["no browser can be opened here: open the address in yours", "Ctrl-C ends it"] == said[1:]
