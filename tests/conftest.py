"""What tests of every layer share: the repository, the command as users run it, and tools that may be missing."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ("browsing", "talking")
"""Fixtures of pages shown in a browser."""

ROOT = Path(__file__).resolve().parent.parent

SMALL_DECK = """\
# yaml-language-server: $schema=slidekit.schema.json
slidekit: 1
title: {en: Fast tests, fr: Des tests rapides}
author: Camille Roy
date: 2026-03-10
vars:
  saved: {currency: 1250.5 CAD}
slides:
  - title:
      en: "Moore's law: a promise kept"
      fr: "La loi de Moore : une promesse tenue"
    bullets:
      - en: Every two years, twice the transistors
        fr: Tous les deux ans, deux fois plus de transistors
        bullets:
          - both: "`n → 2n`"
      - en: "It saves ${saved} a month 🎉"
        fr: "On y gagne ${saved} par mois 🎉"
    takeaway: {en: Waiting costs more, fr: Attendre coûte plus cher}
    time: 1m30
    notes:
      en: Draw the curve by hand.
      fr: Tracer la courbe à la main.
  - title: {en: Two columns of words, fr: Deux colonnes de mots}
    table:
      header:
        en: [Slow, Fast]
        fr: [Lent, Rapide]
      rows:
        - en: [a minute, a second]
          fr: [une minute, une seconde]
      alt: {en: A table of two times, fr: Un tableau de deux durées}
    notes: {en: Point at the second column., fr: Montrer la deuxième colonne.}
  - title: {en: A listing, fr: Un extrait}
    code: |
      def double(n: int) -> int:
          return 2 * n
    syntax: python
    notes: {en: Read it aloud., fr: Le lire à voix haute.}
"""
"""A deck with no fault: a cover and three slides, with every kind of text."""

for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
    os.environ.pop(name, None)
os.environ["LANG"] = "C.UTF-8"  # whoever runs the tests: slidekit speaks English unless a test says otherwise
if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # As behind `nohup … &`: what tests start would not hear Ctrl-C either.
    signal.signal(signal.SIGINT, signal.default_int_handler)
# Hypothesis takes an example of 0.2 s for a fault: on a busy machine it is none.
settings.register_profile("patient", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

Run = Callable[..., subprocess.CompletedProcess[str]]


LONGEST_NAME = 120


def pytest_make_parametrize_id(val: object) -> str | None:
    """Shorten the name of a test of a long text: pytest puts it into the environment, where Linux takes 128 KiB."""
    if isinstance(val, str | bytes) and len(val) > LONGEST_NAME:
        return f"{ascii(val[:40])[1:-1]}-{len(val)}"
    return None


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's own folder."""
    return ROOT


_folders = itertools.count(1)


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder of the test's own; pytest's looks through those of all tests before it, 2.6 ms after 5,000."""
    name = re.sub(r"\W", "_", request.node.name)[:30]
    path = tmp_path_factory.getbasetemp() / "tests" / f"{name}{next(_folders)}"
    path.mkdir(mode=0o700, parents=True)
    return path


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """The small deck as `talk.yaml` in a folder of its own."""
    path = tmp_path / "talk.yaml"
    path.write_text(SMALL_DECK, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def run_slidekit() -> Run:
    """A function that runs `slidekit …` as its own process, without colours, and gives what it said."""

    def run(*args: str | Path, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "slidekit", *map(str, args)],
            cwd=cwd,
            env={**os.environ, "NO_COLOR": "1", "COLUMNS": "120", **env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    return run


def give_up(what: str, remedy: str) -> None:
    """Skip the test for want of a tool; where `CI=true`, fail it, since there everything can be installed."""
    message = f"{what} is missing: {remedy}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def find(what: str, names: Sequence[str], package: str) -> str:
    """The first of these programs that is on the path, as an absolute path."""
    for name in names:
        if path := shutil.which(name):
            return path
    give_up(what, f"apt-get install {package}")
    raise AssertionError


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice."""
    return find("LibreOffice", ("soffice", "libreoffice"), "libreoffice-impress")


@pytest.fixture(scope="session")
def nvim() -> str:
    """Neovim."""
    return find("Neovim", ("nvim",), "neovim")


@pytest.fixture(scope="session")
def poppler() -> Path:
    """The folder that poppler's programs are in."""
    return Path(find("poppler", ("pdftotext",), "poppler-utils")).parent


@pytest.fixture(scope="session")
def node() -> str:
    """Node."""
    return find("Node", ("node",), "nodejs npm")
