"""The repository: nothing of anybody's machine in it, and every outside tool pinned."""

from __future__ import annotations

import json
import re

import pytest
from source_files import ROOT, tracked

MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:home|root|Users|work|tmp|mnt)/[\w.]")
TEXT = {".py", ".md", ".yaml", ".yml", ".json", ".toml", ".css", ".typ", ".xml", ".txt", ".cfg", ""}

FILES = [path for path in tracked() if path.suffix in TEXT and path.stat().st_size < 1_000_000]


def test_nothing_names_a_path_of_one_machine() -> None:
    """Nothing in the repository works, or makes sense, on one machine only."""
    texts = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in FILES}

    found = [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {hit.group()}"
        for name, text in texts.items()
        for hit in MACHINE_PATH.finditer(text)
    ]

    assert texts
    assert not found


def lock() -> dict[str, dict[str, object]]:
    """The Node packages of the lock file, by their folder; the project itself left out."""
    packages: dict[str, dict[str, object]] = json.loads((ROOT / "package-lock.json").read_bytes())["packages"]
    return {name: package for name, package in packages.items() if name}


def test_node_packages_are_pinned() -> None:
    """`package.json` asks for exact versions, so that the lock file cannot drift."""
    asked = json.loads((ROOT / "package.json").read_bytes())
    versions = {**asked.get("dependencies", {}), **asked.get("devDependencies", {})}

    loose = [name for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)]

    assert "@marp-team/marp-cli" in versions
    assert not loose


def systems(package: dict[str, object]) -> tuple[object, object]:
    """The systems and processors that a package is for."""
    return package.get("os"), package.get("cpu")


def test_node_packages_are_known_by_their_contents() -> None:
    """Each has a checksum and no host, so that it comes from whichever registry npm is set up with.

    An optional package for another system is named without a checksum: npm wants the name, and never fetches it here.
    """
    here = (["linux"], ["x64"])
    elsewhere = {name for name, package in lock().items() if package.get("os") and systems(package) != here}

    faulty = [
        name
        for name, package in lock().items()
        if "resolved" in package or ("integrity" not in package and name not in elsewhere)
    ]

    assert not faulty


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_make_knows_what_the_docs_promise(page: str) -> None:
    """Every `make` command of the docs is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    promised = re.findall(
        r"^make ((?:[a-z-]+ ?)+)|`make ([a-z-]+)`", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE
    )

    unknown = {name for names in promised for name in " ".join(names).split()} - targets
    assert promised
    assert not unknown
