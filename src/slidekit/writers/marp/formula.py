"""Formulas as Marp has them: the author's own LaTeX between dollars, MathJax's to draw.

Only LaTeX that slidekit's strict reader has read gets here, so no brace, `$`, `%` or HTML command is
left to break out; `<` and `>` are spelt out, so that no tag and no end of a comment comes about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from slidekit.scene.boxes import ChartShape, MathShape, SceneSlide, TableShape, TextShape
from slidekit.show import math
from slidekit.show.pages import Run

_TOKEN = re.compile(r"\\([A-Za-z]+)|\\.|[<>]", re.DOTALL)
_SPELT = {"<": r"\lt ", ">": r"\gt "}
_WORDS = re.compile(r"(\\(?:text(?:rm|normal|bf|it)?|mbox|operatorname\*?))\s*\{[^{}]*\}")


def inline(latex: str) -> str | None:
    """A formula among words; `None` where it cannot be read."""
    words = _clean(latex)
    return f"${words}$" if words else None


def block(latex: str) -> str:
    """A formula on lines of its own; its LaTeX as code where it cannot be read."""
    words = _clean(latex, "\n")
    return f"$$\n{words}\n$$" if words else "```latex\n" + re.sub(r"\s+", " ", latex).replace("`", "'") + "\n```"


def used(slides: Iterable[SceneSlide]) -> bool:
    """Whether any slide holds a formula."""
    return any(run.math for slide in slides if not slide.page.hidden for run in _runs(slide))


def _runs(slide: SceneSlide) -> Iterator[Run]:
    yield from slide.page.title.runs
    for shape in slide.shapes:
        if isinstance(shape, MathShape):
            yield Run("", shape.locale, math=shape.latex)
        elif isinstance(shape, ChartShape):
            for line in (*shape.chart.categories, *[one.name for one in shape.chart.series]):
                yield from line.runs
        elif isinstance(shape, TextShape):
            for paragraph in shape.paragraphs:
                yield from paragraph.runs
        elif isinstance(shape, TableShape):
            for row in shape.rows:
                for cell in row:
                    for paragraph in cell.paragraphs:
                        yield from paragraph.runs


def _clean(latex: str, between: str = " ") -> str:
    """The LaTeX with what Markdown or MathJax would take amiss in other words; empty where it cannot be read."""
    if math.read(latex).fault is not None:
        return ""
    made, at = [], 0
    for words in _WORDS.finditer(latex):
        made += [_TOKEN.sub(_known, latex[at : words.start()]), _split(words[0], words[1])]
        at = words.end()
    made.append(_TOKEN.sub(_known, latex[at:]))
    lines = [" ".join(line.split()) for line in "".join(made).split("\n")]
    return between.join([line for line in lines if line])


def _split(words: str, command: str) -> str:
    """Words with each `<` and `>` taken out of their braces, where they can be spelt out."""
    return re.sub("[<>]", lambda sign: f"}}{_SPELT[sign[0]]}{command}{{", words)


def _known(found: re.Match[str]) -> str:
    """A command that MathJax knows, or the sign that it stands for."""
    name = found[1]
    if name is None:
        return _SPELT.get(found[0], found[0])
    sign = math.sign(name)
    return found[0] if sign is None or name in EVERYDAY else f"{{{sign}}}"


EVERYDAY = frozenset(
    {
        "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota",
        "kappa", "lambda", "mu", "nu", "xi", "pi", "varpi", "rho", "varrho", "sigma", "varsigma", "tau", "upsilon",
        "phi", "varphi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon",
        "Phi", "Psi", "Omega", "infty", "partial", "nabla", "ell", "hbar", "Re", "Im", "aleph", "forall", "exists",
        "neg", "emptyset", "varnothing", "angle", "triangle", "prime", "dagger", "le", "leq", "ge", "geq", "ne",
        "neq", "equiv", "approx", "sim", "simeq", "cong", "propto", "ll", "gg", "prec", "succ", "subset", "supset",
        "subseteq", "supseteq", "in", "notin", "ni", "mid", "parallel", "perp", "models", "vdash", "times", "div",
        "pm", "mp", "cdot", "ast", "star", "circ", "bullet", "oplus", "otimes", "wedge", "vee", "cap", "cup",
        "setminus", "land", "lor", "lnot", "to", "rightarrow", "leftarrow", "Rightarrow", "Leftarrow",
        "leftrightarrow", "Leftrightarrow", "mapsto", "implies", "iff", "uparrow", "downarrow", "longrightarrow",
        "hookrightarrow", "sum", "prod", "int", "iint", "iiint", "oint", "coprod", "bigcup", "bigcap", "bigoplus",
        "bigvee", "bigwedge", "ldots", "cdots", "vdots", "ddots", "dots", "langle", "rangle", "lfloor", "rfloor",
        "lceil", "rceil", "lvert", "rvert", "lVert", "rVert", "vert", "Vert", "colon", "top", "bot", "imath",
        "jmath", "therefore", "because", "leqslant", "geqslant", "lbrace", "rbrace", "lt", "gt", "gets",
    }
)  # fmt: skip
"""Names of signs that every MathJax knows; others are written as the signs themselves."""
