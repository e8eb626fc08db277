"""What stands out in a text: its stretches in bold, italics or strike, its code and its formulas."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

LONGEST = 20_000
"""Characters of a text that is looked into; a speech of two hours has more, a slide never."""


class Marked(NamedTuple):
    """The words of each stretch, in order."""

    bold: tuple[str, ...] = ()
    italic: tuple[str, ...] = ()
    strike: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()
    """In LaTeX."""
    words: str = ""
    """All words, without their markup."""


def is_marked(source: str) -> bool:
    """Whether a text may hold a sign of markup at all."""
    return "*" in source or "`" in source or "_" in source or "~~" in source or "$" in source


@lru_cache(maxsize=512)  # a rule asks for code, then for formulas; another walks the same deck after it
def marked(source: str) -> Marked:
    """What stands out in a text."""
    if not is_marked(source) or len(source) > LONGEST:
        return Marked(words=source)
    from slidekit.show.inline import runs

    said = runs(source, "")
    looks: dict[str, list[str]] = {"bold": [], "italic": [], "strike": []}
    for look, found in looks.items():
        at = False
        for run in said:
            here = bool(getattr(run, look))
            if here and at:
                found[-1] += run.text
            elif here:
                found.append(run.text)
            at = here or (at and not run.text.strip(" \n\u00a0\u202f"))  # `**a** **b**` is one stretch
    return Marked(
        tuple(looks["bold"]),
        tuple(looks["italic"]),
        tuple(looks["strike"]),
        tuple([run.text for run in said if run.code]),
        tuple([run.math for run in said if run.math]),
        "".join([run.text for run in said]),
    )
