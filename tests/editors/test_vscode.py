"""The extension for VS Code: `make vscode` proves it and packs it, and the package holds what it should."""

from __future__ import annotations

import json
import os
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from slidekit import __version__

pytestmark = pytest.mark.xdist_group("vscode")

ROOT = Path(__file__).resolve().parents[2]
EXTENSION = ROOT / "editors" / "vscode"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The extension as `make vscode` packs it, in two time zones; its types, style and own tests are proved by that."""
    if not (EXTENSION / "node_modules" / ".installed").exists():
        pytest.skip("Node 20 is missing, or `make test` has not installed what the extension is built with")
    made = []
    for zone in ("America/Toronto", "Asia/Tokyo"):
        made.append(tmp_path_factory.mktemp("vsix") / "slidekit.vsix")
        done = subprocess.run(
            ["make", "vscode", f"VSIX={made[-1]}"],
            cwd=ROOT,
            env={**os.environ, "TZ": zone},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert 0 == done.returncode, done.stdout
    return made


@pytest.fixture
def package(packages: list[Path]) -> zipfile.ZipFile:
    """The first of them, opened."""
    return zipfile.ZipFile(packages[0])


def manifest(package: zipfile.ZipFile) -> dict[str, Any]:
    """The extension's package.json."""
    read: dict[str, Any] = json.loads(package.read("extension/package.json"))
    return read


def test_the_package_holds_what_runs_and_nothing_else(package: zipfile.ZipFile) -> None:
    """One bundle with the licences of what is in it, both languages, the icon and what people read; no sources."""
    expected = {
        "[Content_Types].xml",
        "extension.vsixmanifest",
        *(f"extension/{name}" for name in ("LICENSE.txt", "changelog.md", "readme.md", "icon.png", "package.json")),
        *(f"extension/{name}" for name in ("package.nls.json", "package.nls.fr.json", "l10n/bundle.l10n.fr.json")),
        *(f"extension/{name}" for name in ("out/extension.js", "out/LICENSES.txt")),
    }

    assert expected == set(package.namelist())
    assert package.read("extension/icon.png").startswith(b"\x89PNG")
    assert re.search(r"^vscode-languageclient \S+ \(MIT\)$", package.read("extension/out/LICENSES.txt").decode(), re.M)


def test_what_the_manifest_names_is_there(package: zipfile.ZipFile) -> None:
    """VS Code finds the program, the icon and the words where the manifest says."""
    read = manifest(package)
    files = set(package.namelist())

    assert f"extension/{read['main'].removeprefix('./')}" in files
    assert f"extension/{read['icon']}" in files
    assert any(name.startswith(f"extension/{read['l10n'].removeprefix('./')}/") for name in files)
    assert {"onLanguage:yaml"} == set(read["activationEvents"])


def test_the_extension_has_the_version_and_the_licence_of_slidekit(package: zipfile.ZipFile) -> None:
    """Both are one product."""
    assert __version__ == manifest(package)["version"]
    assert (ROOT / "LICENSE").read_bytes() == package.read("extension/LICENSE.txt")


def test_the_bundle_names_no_folder_of_the_machine_it_was_made_on(package: zipfile.ZipFile) -> None:
    """Nothing of the builder's machine is given away."""
    for name in package.namelist():
        assert str(ROOT).encode() not in package.read(name), name


def test_the_same_sources_give_the_same_bytes(packages: list[Path]) -> None:
    """Whenever and wherever it is packed."""
    first, second = packages

    assert first.read_bytes() == second.read_bytes()


def test_the_tools_are_pinned_and_come_from_any_registry() -> None:
    """Exact versions; each package of the lock file has a checksum and no address."""
    asked = json.loads((EXTENSION / "package.json").read_bytes())["devDependencies"]
    locked = json.loads((EXTENSION / "package-lock.json").read_bytes())["packages"]

    loose = [name for name, version in asked.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)]
    faulty = [name for name, one in locked.items() if name and "resolved" in one]
    unknown = [name for name, one in locked.items() if name and "integrity" not in one and not one.get("optional")]

    assert ([], [], []) == (loose, faulty, unknown)
