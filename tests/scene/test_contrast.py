"""Contrast as WCAG measures it."""

from __future__ import annotations

import pytest

from slidekit.scene.contrast import least, mixed, ratio


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("000000", "FFFFFF", 21.0), ("FFFFFF", "FFFFFF", 1.0), ("777777", "FFFFFF", 4.48), ("767676", "FFFFFF", 4.54)],
)
def test_the_ratio_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    """Black on white is 21 : 1; 767676 is the lightest grey that holds 4.5 : 1 on white; order does not matter."""
    assert [expected] * 2 == [pytest.approx(ratio(one, other), abs=0.005), pytest.approx(ratio(other, one), abs=0.005)]


def test_large_text_needs_less() -> None:
    """From 18 points on, or 14 in bold, 3 : 1 is enough."""
    assert [4.5, 3.0, 4.5, 3.0] == [least(17.5), least(18), least(13.5, bold=True), least(14, bold=True)]


def test_colours_are_mixed_by_their_share() -> None:
    """Half of white over black is the grey between them."""
    assert "808080" == mixed("FFFFFF", "000000", 0.5)
