"""What LaTeX's commands stand for; names of single signs come from latex2mathml's table of Unicode."""

from __future__ import annotations

from functools import cache

from slidekit.show.math import Kind, Style

LIMITS = frozenset(("argmax", "argmin", "det", "gcd", "inf", "lim", "liminf", "limsup", "max", "min", "Pr", "sup"))
"""Functions that have what is written below them under their name."""
FUNCTIONS = LIMITS | {
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim", "exp", "hom", "ker", "lg",
    "ln", "log", "sec", "sin", "sinh", "tan", "tanh",
}  # fmt: skip
SPELT = {"argmax": "arg max", "argmin": "arg min", "liminf": "lim inf", "limsup": "lim sup"}

ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304", "vec": "\u20d7",
    "dot": "\u0307", "ddot": "\u0308", "check": "\u030c", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300",
    "mathring": "\u030a",
}  # fmt: skip
"""Accents and their combining signs."""

FONTS: dict[str, Style] = {
    "mathbf": "bold", "mathit": "italic", "mathrm": "upright", "mathnormal": "italic", "boldsymbol": "bold-italic",
    "bm": "bold-italic", "mathbb": "double-struck", "mathcal": "script", "mathscr": "script", "mathfrak": "fraktur",
    "mathsf": "sans-serif", "mathtt": "monospace",
}  # fmt: skip

TEXTS: dict[str, Style] = {
    "text": "upright", "textrm": "upright", "textnormal": "upright", "mbox": "upright", "textbf": "bold",
    "textit": "italic", "operatorname": "upright", "operatorname*": "upright",
}  # fmt: skip

SPACES = {
    ",": 3 / 18, ":": 4 / 18, ">": 4 / 18, ";": 5 / 18, "!": -3 / 18, " ": 0.25, "quad": 1.0, "qquad": 2.0,
    "thinspace": 3 / 18, "medspace": 4 / 18, "thickspace": 5 / 18, "negthinspace": -3 / 18, "enspace": 0.5,
    "space": 0.25,
}  # fmt: skip
"""In em (The TeXbook, page 167)."""

DELIMITERS = {
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", "<": "⟨", ">": "⟩", ".": "", "\\{": "{", "\\}": "}",
    "\\|": "‖", "\\lbrace": "{", "\\rbrace": "}", "\\langle": "⟨", "\\rangle": "⟩", "\\lfloor": "⌊", "\\rfloor": "⌋",
    "\\lceil": "⌈", "\\rceil": "⌉", "\\lvert": "|", "\\rvert": "|", "\\lVert": "‖", "\\rVert": "‖", "\\vert": "|",
    "\\Vert": "‖", "\\lbrack": "[", "\\rbrack": "]",
}  # fmt: skip

MATRICES = {
    "matrix": ("", ""), "smallmatrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖"), "array": ("", ""),
}  # fmt: skip
ALIGNED = ("aligned", "align", "align*", "split", "alignedat")
GATHERED = ("gathered", "gather", "gather*")
ENVIRONMENTS = (*MATRICES, "cases", "aligned", "align", "align*", "split", *GATHERED)

OWN = {
    "P": "¶", "copyright": "©", "dots": "…", "ldots": "…", "cdot": "⋅", "cdots": "⋯", "sim": "∼", "perp": "⊥",
    "ast": "∗", "setminus": "∖", "varsigma": "ς", "square": "□", "colon": ":", "models": "⊨", "emptyset": "∅",
    "lt": "<", "gt": ">", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "{": "{", "}": "}", "|": "‖",
    "arrowvert": "|", "hbar": "ħ", "blacksquare": "■",
}  # fmt: skip
"""Where the table has another sign, or none."""

LARGE = frozenset("∑∏∐∫∬∭∮⋃⋂⨁⨂⋁⋀⨄")
INTEGRALS = frozenset("∫∬∭∮")
RELATIONS = frozenset("=<>≤≥≠≡≈∼≃≅∝≪≫≺≻⊂⊃⊆⊇∈∉∋∣∥⊥⊨⊢→←⇒⇐↔⇔↦⟹⟺⟶⟵↪⇀↑↓:≜≐≍⩽⩾⊈⊊⊄⊣≔≕⪯⪰⟷⟸↠↣")
BINARIES = frozenset("+−-±∓×÷⋅∗⋆∘•⊕⊗⊙⊖∧∨∩∪∖*·")
OPENING, CLOSING, PUNCTUATION = frozenset("([{⟨⌊⌈"), frozenset(")]}⟩⌋⌉!"), frozenset(",;")


def kind_of(sign: str) -> Kind:
    """What a sign is in a formula."""
    if sign in LARGE:
        return "large"
    if sign in RELATIONS:
        return "relation"
    if sign in BINARIES:
        return "binary"
    if sign in OPENING:
        return "open"
    if sign in CLOSING:
        return "close"
    if sign in PUNCTUATION:
        return "punctuation"
    return "letter" if sign.isalpha() else "number" if sign.isdecimal() else "ordinary"


@cache
def named(command: str) -> str | None:
    """The sign that a command such as `alpha` stands for, its backslash left out."""
    if command in OWN:
        return OWN[command]
    from latex2mathml.symbols_parser import SYMBOLS

    code = SYMBOLS.get(f"\\{command}")
    if code is None or not command.isalpha():
        return None
    sign = chr(int(code, 16))
    return sign if sign.isprintable() and not sign.isspace() else None


def near(command: str) -> str | None:
    """The known command that is spelt most like another."""
    from difflib import get_close_matches

    from latex2mathml.symbols_parser import SYMBOLS

    own = [*FUNCTIONS, *ACCENTS, *FONTS, *TEXTS, *STRUCTURES, "quad", "qquad"]
    names = own + [name[1:] for name in SYMBOLS if len(name) < 16 and name[1:].isalpha()]
    found = get_close_matches(command, names, n=1, cutoff=0.75)
    return found[0] if found else None


STRUCTURES = (
    "frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "sqrt", "left", "right", "begin", "end",
    "overline", "underline", "overbrace", "underbrace", "overrightarrow", "overleftarrow", "overset", "underset",
    "stackrel", "limits", "nolimits", "displaystyle", "textstyle", "not", "bmod", "mod", "pmod", "operatorname",
    "middle", "big", "Big", "bigg", "Bigg", "mathop", "mathrel", "mathbin", "mathord", "mathstrut", "hline",
)  # fmt: skip
