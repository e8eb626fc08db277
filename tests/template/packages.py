"""Templates with something changed in them, as a hostile or a careless hand would leave them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
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
