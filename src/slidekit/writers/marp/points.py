"""What points of a list begin with in Markdown, and what parts two lists."""

from __future__ import annotations

from slidekit.show import pages

APART = "<!-- prettier-ignore -->"
"""Between two lists that come point by point, for both have the same signs: a comment that Marp takes for no note."""


def comes_apart(block: pages.Block) -> bool:
    """Whether a block is a list whose points come one after another."""
    return isinstance(block, pages.Bullets) and block.build


def sign(item: pages.Item, bullet: str, *, build: bool = False) -> str:
    """What a point begins with; with `*` and `1)` Marp shows one after another ("Fragmented list")."""
    build = build and item.level == 0
    if item.marker == "number":
        return f"{item.number}{')' if build else '.'}"
    return "*" if build else bullet
