"""Theme files made into records: what the type hints of `theme.py` do not say enough about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from slidekit.scene.proof import Parts
from slidekit.scene.theme import CodeColors, Dark, Fonts, Grid, Palette, Sizes, TerminalColors, ThemeFile, Words
from slidekit.source.decode import UNREAD, Converter, Decoder, Reading, decode
from slidekit.source.nodes import Mapping, Node, Scalar
from slidekit.source.span import Span
from slidekit.source.wording import tell


def parts(root: Node | None, theme: ThemeFile | None) -> Parts:
    """The parts of a theme; where one of them cannot be read, the others all the same."""
    if theme is not None:
        return Parts(theme.fonts, theme.sizes, theme.grid, theme)
    nodes = {key.text: value for key, value in root.entries} if isinstance(root, Mapping) else {}

    def part(name: str, cls: type[Any]) -> Any:
        return decode(nodes[name], cls, []) if name in nodes else None

    return Parts(part("fonts", Fonts), part("sizes", Sizes), part("grid", Grid))


def spans_of(node: Node | None, name: str = "") -> Iterator[tuple[str, Span]]:
    """Every value of a tree, by the keys that lead to it."""
    if node is not None:
        yield name, node.span
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from spans_of(value, f"{name}.{key.text}" if name else key.text)


@lru_cache(maxsize=1)
def decoder() -> Decoder:
    """What reads theme files, where the type hints do not say enough."""
    hooks: dict[Any, Converter] = {"words": _words}
    known = Decoder(hooks)
    for name, cls in (("palette", Palette), ("code", CodeColors), ("terminal", TerminalColors)):
        hooks[Dark, name] = _changes(cls, known)
    known.hooks.update(hooks)
    return known


def _words(node: Node, key: str, reading: Reading) -> Any:
    """A pair, or a plain text that serves both languages."""
    if isinstance(node, Scalar) and not node.empty:
        return Words(node.text, node.text)
    if isinstance(node, Mapping):
        return decoder().build(node, Words, key, reading)
    reading.wrong_shape(node, key, "{en: …, fr: …}")
    return UNREAD


def _changes(cls: type, known: Decoder) -> Converter:
    """Reads some of a record's keys."""

    def read(node: Node, key: str, reading: Reading) -> Any:
        if not isinstance(node, Mapping):
            return reading.wrong_shape(node, f"dark: {key}", tell("keys with values"))
        return tuple(known.values(node, cls, reading, partial=True).items())

    return read
