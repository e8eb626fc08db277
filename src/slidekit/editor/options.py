"""What an author settles in the editor's own settings, under `slidekit`."""

from __future__ import annotations

from msgspec import Struct


class Options(Struct, frozen=True, gc=False):
    """The settings; the defaults hold where the editor has none."""

    values: bool = False
    """Whether `${name}` has its value in grey beside it."""
