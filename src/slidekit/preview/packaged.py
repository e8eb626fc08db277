"""The page's own files, as they lie in the package: read once, served by name, and nothing else is."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).resolve().parent / "page"
TYPES = MappingProxyType(
    {
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".webmanifest": "application/manifest+json",
    }
)
"""By suffix; files of other kinds are not served."""
PAGES = MappingProxyType({"/": "index.html", "/present": "present.html", "/stage": "stage.html"})
"""The addresses that have a page of their own."""


@cache
def files(folder: Path = FOLDER) -> dict[str, tuple[bytes, str]]:
    """By address: a file's bytes and its type."""
    found = {
        f"/{path.relative_to(folder).as_posix()}": (path.read_bytes(), TYPES[path.suffix])
        for path in sorted(folder.rglob("*"))
        if path.suffix in TYPES and path.is_file() and not path.is_symlink()
    }
    return found | {address: found[f"/{name}"] for address, name in PAGES.items() if f"/{name}" in found}
