"""Completion in formulas: LaTeX's commands, each with the sign that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItemKind

from slidekit.editor.offers import Offer
from slidekit.show.math_symbols import ACCENTS, ENVIRONMENTS, FONTS, FUNCTIONS, TEXTS, named

if TYPE_CHECKING:
    from slidekit.editor.context import Place

SIGNS = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega sum prod int oint "
    "bigcup bigcap partial nabla infty forall exists in notin ni subset subseteq supset supseteq cup cap setminus "
    "emptyset times div cdot pm mp ast star circ bullet oplus otimes wedge vee neg le leq ge geq ne neq approx equiv "
    "sim simeq cong propto ll gg to rightarrow leftarrow Rightarrow Leftarrow leftrightarrow Leftrightarrow mapsto "
    "implies iff uparrow downarrow ldots cdots vdots ddots angle perp parallel mid degree prime ell hbar Re Im"
).split()
"""What formulas on slides are mostly made of; slidekit reads some two thousand more."""

_PARTS = {
    "frac": "frac{§}{§}", "dfrac": "dfrac{§}{§}", "tfrac": "tfrac{§}{§}", "binom": "binom{§}{§}", "sqrt": "sqrt{§}",
    "left": "left( § \\right)", "overline": "overline{§}", "underline": "underline{§}", "overbrace": "overbrace{§}",
    "underbrace": "underbrace{§}", "overset": "overset{§}{§}", "underset": "underset{§}{§}", "pmod": "pmod{§}",
}  # fmt: skip
"""Commands with places to fill in."""
_BEGUN = re.compile(r"(?<!\\)\\{1,2}[A-Za-z]{0,30}$")
_INSIDE = re.compile(r"(?<![\\$\w])\$(?![\s{$])[^$]*$")


def offers(place: Place) -> Iterator[Offer]:
    """The commands, where a backslash was typed in a formula."""
    found = _BEGUN.search(place.before)
    if found is None or not (place.path[-1:] == ("math",) or "math" in place.path[-2:] or _INSIDE.search(place.before)):
        return
    start = place.start + found.start()
    end = place.start + len(place.before)
    backslash = "\\\\" if place.style == '"' else "\\"
    for name, template, detail in commands():
        text = backslash + template.replace("\\", backslash)
        kind = CompletionItemKind.Function if "§" in template else CompletionItemKind.Constant
        shown = f"\\{name}"
        if "§" in template:
            yield Offer(
                shown, template=text, kind=kind, detail=detail, filter=f"{backslash}{name}", start=start, end=end
            )
        else:
            yield Offer(shown, text=text, kind=kind, detail=detail, filter=f"{backslash}{name}", start=start, end=end)


@cache
def commands() -> tuple[tuple[str, str, str], ...]:
    """Each command, what is typed for it, and its sign."""
    made = [(name, template, "") for name, template in _PARTS.items()]
    made += [(name, name, sign) for name in SIGNS if (sign := named(name))]
    made += [(name, name, "") for name in sorted(FUNCTIONS)]
    made += [(name, f"{name}{{§}}", f"◌{sign}") for name, sign in ACCENTS.items()]
    made += [(name, f"{name}{{§}}", "") for name in (*FONTS, *TEXTS) if name.isalpha()]
    made += [(f"begin{{{name}}}", f"begin{{{name}}} § \\end{{{name}}}", "") for name in ENVIRONMENTS]
    return tuple(made)
