"""What tests say of costs is believed because work of both kinds is told apart."""

from __future__ import annotations

from collections.abc import Callable

from costs import STEEP, growth


def test_work_in_proportion_is_told_from_work_that_grows_with_the_square() -> None:
    """A loop, and a loop in a loop."""

    def once(size: int) -> Callable[[], object]:
        return lambda: sum(number for _ in range(50) for number in range(size))

    def squared(size: int) -> Callable[[], object]:
        return lambda: sum(number for number in range(size) for _ in range(size))

    assert growth(once, 40_000) < STEEP <= growth(squared, 4_800)
