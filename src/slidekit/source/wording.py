"""Words that slidekit says to people, kept so that they can be said in another language later.

A `Words` is the English sentence, usable as any string, that remembers the template and the parts it
was made of. Nothing is looked up until somebody asks for French (see `slidekit.locales`), so that
English costs one `str.format`.
"""

from __future__ import annotations

from collections.abc import Sequence


class Words(str):
    """An English sentence that knows its template and parts."""

    __slots__ = ("number", "parts", "plural", "template")

    template: str
    """The singular template, as it stands in the catalog."""
    plural: str
    """The plural template; empty where there is none."""
    number: int
    """What chooses between the two."""
    parts: dict[str, object]
    """What the braces of the template stand for: words, numbers, the author's own text, or `Listing`."""

    def __reduce__(self) -> tuple[object, ...]:
        """Between processes a sentence travels with its parts."""
        return _remade, (str(self), self.template, self.plural, self.number, self.parts)


class Listing(str):
    """Several words in a row, each to be said in the language asked for."""

    __slots__ = ("items", "separator")

    items: tuple[str, ...]
    separator: str

    def __reduce__(self) -> tuple[object, ...]:
        """Between processes a list travels with its items."""
        return listed, (self.items, self.separator)


def tell(template: str, /, **parts: object) -> Words:
    """A sentence; its template is found in the sources by Babel, so it must be written out at the call."""
    return _remade(template.format(**parts) if parts else template, template, "", 0, parts)


def tell_many(singular: str, plural: str, count: int, /, **parts: object) -> Words:
    """A sentence about `{n}` things; `count` chooses its form in each language."""
    parts.setdefault("n", count)
    chosen = singular if count == 1 else plural
    return _remade(chosen.format(**parts), singular, plural, count, parts)


def listed(items: Sequence[str], separator: str = ", ") -> Listing:
    """Words in a row: `en-CA, fr-CA`."""
    made = Listing(separator.join(items))
    made.items, made.separator = tuple(items), separator
    return made


def _remade(said: str, template: str, plural: str, number: int, parts: dict[str, object]) -> Words:
    made = Words(said)
    made.template, made.plural, made.number, made.parts = template, plural, number, parts
    return made
