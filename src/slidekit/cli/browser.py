"""The browser that shows the preview: opened where that can be, and else how to get to the page."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import PurePath
from threading import Thread

from slidekit.source.wording import Words, tell

DRAWN_OVER = frozenset({"elinks", "links", "lynx", "w3m", "www-browser"})
"""Browsers of the terminal: they would draw over what is said there."""


def can_open(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether there is a browser with a window: on this machine, or one that BROWSER leads to.

    Editors that work on another machine (VS Code over SSH, in a container, in Codespaces) put there a program
    that opens the page where the author sits, and forward the port.
    """
    named = environment.get("BROWSER", "").partition(":")[0].split()
    if named:  # asked before any other
        return PurePath(named[0]).name not in DRAWN_OVER
    return platform in ("win32", "darwin") or any(environment.get(one) for one in ("DISPLAY", "WAYLAND_DISPLAY"))


def browse(url: str) -> None:
    """Open a page; returns at once, for some browsers are waited for until they are closed.

    Its command line can be read by all who use the machine: the address given should lead on one time only.
    """
    import webbrowser

    Thread(target=webbrowser.open, args=(url,), name="slidekit-browser", daemon=True).start()


def elsewhere(port: int, environment: Mapping[str, str]) -> Words:
    """How to see the page where none can be opened."""
    here = environment.get("SSH_CONNECTION", "").split()  # client, its port, this machine, its port (ssh(1))
    if len(here) != 4:
        return tell("no browser can be opened here: open the address in yours")
    way = f"ssh -L {port}:127.0.0.1:{port} {here[2]}"
    return tell("no browser can be opened here; on your own machine,  {command}  makes the address work", command=way)
