"""Templates with something changed in them, as a hostile or a careless hand would leave them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from slidekit.deck.model import Template
from slidekit.scene.theming import load_theme
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import Span
from slidekit.template.loading import load

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
HERE = Span(3, 11, 3, 20)
CIVIC, HARBOUR = TEMPLATES / "civic.pptx", TEMPLATES / "harbour.pptx"


def parts(package: bytes) -> dict[str, bytes]:
    """Every part of a package."""
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        return {name: old.read(name) for name in old.namelist()}


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A package of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, each in content.items():
            new.writestr(name, each)
    return made.getvalue()


def changed(path: Path, more: Mapping[str, bytes], without: tuple[str, ...] = ()) -> bytes:
    """A template with parts changed, added or left out."""
    kept = {name: each for name, each in parts(path.read_bytes()).items() if name not in without}
    return zipped({**kept, **more})


def replaced(path: Path, part: str, old: bytes, new: bytes) -> bytes:
    """A template with some bytes of one part changed; the old ones must be there."""
    content = parts(path.read_bytes())[part]
    assert old in content
    return changed(path, {part: content.replace(old, new)})


def said(package: bytes, folder: Path, name: str = "corp.pptx") -> list[Diagnostic]:
    """What is said of a package as a deck's template."""
    (folder / name).write_bytes(package)
    base, _ = load_theme("boreal", folder)
    assert base is not None
    return list(load(Template(name, HERE), folder, base).problems)


def refusal(package: bytes, folder: Path) -> tuple[str, str]:
    """The code and the words of the one refusal."""
    [found] = said(package, folder)
    assert found.severity is Severity.ERROR
    assert found.span == HERE
    assert found.hint
    return found.code, found.message
