"""What a finding is known by when its lines move, and how its file is named for others."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence

from slidekit.cli.report import source_lines
from slidekit.settings.baseline import key
from slidekit.source.diagnostic import Diagnostic


def fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """A mark for each finding that no other has, made of its file, rule and words: the same wherever its line is."""
    from hashlib import blake2b

    lines: dict[str, list[str]] = {}
    times: Counter[str] = Counter()
    marks: list[str] = []
    for one in diagnostics:
        if one.file not in lines:
            lines[one.file] = source_lines(one.file)
        own = f"{one.file}\n{key(one, lines[one.file])}"
        times[own] += 1
        said = f"{own}\n{times[own]}".encode("utf-8", "backslashreplace")
        marks.append(blake2b(said, digest_size=16).hexdigest())
    return marks


def from_root(file: str, root: str, environment: Mapping[str, str] = os.environ) -> str:
    """A file as seen from the repository, which a CI system names in the variable `root`; else as it was given."""
    home = environment.get(root)
    if home:
        path = os.path.relpath(os.path.abspath(file), os.path.abspath(home))
        if path != os.pardir and not path.startswith(os.pardir + os.sep):
            return path.replace(os.sep, "/")
    return file.removeprefix("./")
