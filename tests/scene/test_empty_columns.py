"""Columns that are only begun: what an author has between typing the key and the first column."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidekit.build import read


@pytest.mark.parametrize("columns", ["[]", "\n      -", "\n      - ~", "\n      - title: {en: A, fr: B}\n      -"])
def test_columns_without_columns(columns: str, tmp_path: Path) -> None:
    """They are told of as the format has it, and the rest of the deck is laid out and checked."""
    typed = f"slidekit: 1\ntitle: {{en: A, fr: B}}\nslides:\n  - title: {{en: A, fr: B}}\n    columns: {columns}\n"

    reading = read(tmp_path / "talk.yaml", typed=typed.encode())

    assert reading.layouts is not None
    assert [2] == [len(reading.layouts.plans)]
