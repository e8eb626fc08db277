"""The words for mathematics in English and in French."""

from __future__ import annotations

import unicodedata

from msgspec import Struct


class Tongue(Struct, frozen=True, gc=False):
    """How one language reads formulas aloud; `{}` stands for what is inside."""

    signs: dict[str, str]
    names: dict[str, str]
    over: str
    fraction: str
    binomial: str
    square_root: str
    root: str
    end_root: str
    below: str
    power: str
    powers: dict[str, str]
    start: str
    end: str
    of: str
    among: str
    when: str
    tends: tuple[str, str]
    """What the arrow of a limit is called elsewhere, and there."""
    accents: dict[str, str]
    bars: dict[str, str]
    matrix: str
    cases: str
    greek: dict[str, str]
    capital: str

    def sign(self, sign: str) -> str:
        """What a sign is called; a letter is itself."""
        if sign in self.signs:
            return f" {self.signs[sign]} "
        if len(sign) == 1 and "\u0370" <= sign <= "\u03ff":
            return f" {self._greek(sign)} "
        return sign

    def _greek(self, letter: str) -> str:
        *_, name = unicodedata.name(letter, "").lower().replace(" symbol", "").split() or [letter]
        name = self.greek.get(name, name)
        return self.capital.format(name) if letter.isupper() else name


_ENGLISH_SIGNS = {
    "+": "plus", "−": "minus", "±": "plus or minus", "∓": "minus or plus", "×": "times", "⋅": "times", "∗": "star",
    "÷": "divided by", "/": "over", "=": "equals", "≠": "is not equal to", "<": "is less than",
    ">": "is greater than", "≤": "is at most", "≥": "is at least", "≪": "is much less than",
    "≫": "is much greater than", "≈": "is approximately", "≡": "is equivalent to", "∼": "is distributed as",
    "∝": "is proportional to", "→": "to", "←": "from", "⇒": "implies", "⟹": "implies", "⇔": "if and only if",
    "⟺": "if and only if", "↦": "maps to", "∈": "in", "∉": "not in", "⊂": "is a subset of",
    "⊆": "is a subset of or equal to", "∪": "union", "∩": "intersection", "∖": "without", "∅": "the empty set",
    "∀": "for all", "∃": "there exists", "∧": "and", "∨": "or", "¬": "not", "∞": "infinity",
    "∂": "partial", "∇": "nabla", "∑": "sum", "∏": "product", "∫": "integral", "∬": "double integral",
    "∭": "triple integral", "∮": "contour integral", "⋃": "union", "⋂": "intersection", "(": "open parenthesis",
    ")": "close parenthesis", "[": "open bracket", "]": "close bracket", "{": "open brace", "}": "close brace",
    "|": "vertical bar", "‖": "double bar", "⟨": "open angle bracket", "⟩": "close angle bracket", "⌊": "floor of",
    "⌋": "end floor", "⌈": "ceiling of", "⌉": "end ceiling", "…": "and so on", "⋯": "and so on", "⋮": "and so on",
    "⋱": "and so on", "′": "prime", "″": "double prime", "‴": "triple prime", "!": "factorial", "∘": "composed with",
    "⊕": "direct sum", "⊗": "tensor", "∣": "given", "∥": "is parallel to", "⊥": "is perpendicular to",
    "ℝ": "the reals", "ℕ": "the naturals", "ℤ": "the integers", "ℚ": "the rationals", "ℂ": "the complex numbers",
    "ħ": "h bar", "ℓ": "l", "°": "degrees", ",": ",", ":": ":",
}  # fmt: skip

_FRENCH_SIGNS = {
    "+": "plus", "−": "moins", "±": "plus ou moins", "∓": "moins ou plus", "×": "fois", "⋅": "fois", "∗": "étoile",
    "÷": "divisé par", "/": "sur", "=": "égale", "≠": "différent de", "<": "inférieur à", ">": "supérieur à",
    "≤": "inférieur ou égal à", "≥": "supérieur ou égal à", "≪": "très inférieur à", "≫": "très supérieur à",
    "≈": "environ égal à", "≡": "équivalent à", "∼": "suit la loi", "∝": "proportionnel à", "→": "vers",
    "←": "reçoit", "⇒": "implique", "⟹": "implique", "⇔": "si et seulement si", "⟺": "si et seulement si",
    "↦": "donne", "∈": "appartient à", "∉": "n’appartient pas à", "⊂": "inclus dans", "⊆": "inclus ou égal à",
    "∪": "union", "∩": "intersection", "∖": "privé de", "∅": "l’ensemble vide", "∀": "pour tout", "∃": "il existe",
    "∧": "et", "∨": "ou", "¬": "non", "∞": "l’infini", "∂": "d rond", "∇": "nabla", "∑": "somme", "∏": "produit",
    "∫": "intégrale", "∬": "intégrale double", "∭": "intégrale triple", "∮": "intégrale de contour", "⋃": "union",
    "⋂": "intersection", "(": "parenthèse ouvrante", ")": "parenthèse fermante", "[": "crochet ouvrant",
    "]": "crochet fermant", "{": "accolade ouvrante", "}": "accolade fermante", "|": "barre verticale",
    "‖": "double barre", "⟨": "chevron ouvrant", "⟩": "chevron fermant", "⌊": "partie entière de",
    "⌋": "fin de partie entière", "⌈": "plafond de", "⌉": "fin de plafond", "…": "et ainsi de suite",
    "⋯": "et ainsi de suite", "⋮": "et ainsi de suite", "⋱": "et ainsi de suite", "′": "prime", "″": "seconde",
    "‴": "tierce", "!": "factorielle", "∘": "rond", "⊕": "somme directe", "⊗": "tensoriel", "∣": "sachant",
    "∥": "parallèle à", "⊥": "perpendiculaire à", "ℝ": "l’ensemble des réels", "ℕ": "l’ensemble des entiers naturels",
    "ℤ": "l’ensemble des entiers relatifs", "ℚ": "l’ensemble des rationnels", "ℂ": "l’ensemble des complexes",
    "ħ": "h barre", "ℓ": "l", "°": "degrés", ",": ",", ":": ":",
}  # fmt: skip

_ENGLISH_MARKS = {
    "hat": "{} hat", "widehat": "{} hat", "tilde": "{} tilde", "widetilde": "{} tilde", "bar": "{} bar",
    "vec": "vector {}", "dot": "{} dot", "ddot": "{} double dot", "check": "{} check", "breve": "{} breve",
    "acute": "{} acute", "grave": "{} grave", "mathring": "{} ring",
}  # fmt: skip
_FRENCH_MARKS = {
    "hat": "{} chapeau", "widehat": "{} chapeau", "tilde": "{} tilde", "widetilde": "{} tilde", "bar": "{} barre",
    "vec": "vecteur {}", "dot": "{} point", "ddot": "{} deux points", "check": "{} caron", "breve": "{} brève",
    "acute": "{} aigu", "grave": "{} grave", "mathring": "{} rond",
}  # fmt: skip
_FRENCH_GREEK = {
    "alpha": "alpha", "beta": "bêta", "zeta": "zêta", "eta": "êta", "theta": "thêta", "mu": "mu", "nu": "nu",
    "upsilon": "upsilon", "khi": "khi", "chi": "khi", "lamda": "lambda", "omega": "oméga",
}  # fmt: skip

ENGLISH = Tongue(
    signs=_ENGLISH_SIGNS,
    names={"lim": "limit", "sin": "sine", "cos": "cosine", "tan": "tangent", "log": "log", "ln": "natural log"},
    over="{} over {}",
    fraction="the fraction {} over {}, end of fraction,",
    binomial="{} choose {}",
    square_root="square root of",
    root="root {} of",
    end_root=", end of root,",
    below="sub {}",
    power="to the power {}",
    powers={"2": "squared", "3": "cubed", "⊤": "transpose", "T": "transpose", "′": "prime", "″": "double prime"},
    start="from {}",
    end=" to {}",
    of="of",
    among="over {}",
    when="as {}",
    tends=(" to ", " tends to "),
    accents=_ENGLISH_MARKS,
    bars={
        "overline": "{} with a bar over it",
        "underline": "{} underlined",
        "overbrace": "{} under a brace",
        "underbrace": "{} over a brace",
        "overrightarrow": "vector {}",
        "overleftarrow": "{} under a left arrow",
    },
    matrix="matrix of {} rows and {} columns: {};",
    cases="by cases: {};",
    greek={"lamda": "lambda"},
    capital="capital {}",
)
FRENCH = Tongue(
    signs=_FRENCH_SIGNS,
    names={"lim": "limite", "sin": "sinus", "cos": "cosinus", "tan": "tangente", "log": "log", "ln": "logarithme de"},
    over="{} sur {}",
    fraction="la fraction {} sur {}, fin de fraction,",
    binomial="{1} parmi {0}",
    square_root="racine carrée de",
    root="racine {}-ième de",
    end_root=", fin de racine,",
    below="indice {}",
    power="puissance {}",
    powers={"2": "au carré", "3": "au cube", "⊤": "transposée", "T": "transposée", "′": "prime", "″": "seconde"},
    start="de {}",
    end=" à {}",
    of="de",
    among="sur {}",
    when="quand {}",
    tends=(" vers ", " tend vers "),
    accents=_FRENCH_MARKS,
    bars={
        "overline": "{} surmonté d’une barre",
        "underline": "{} souligné",
        "overbrace": "{} sous une accolade",
        "underbrace": "{} sur une accolade",
        "overrightarrow": "vecteur {}",
        "overleftarrow": "{} sous une flèche vers la gauche",
    },
    matrix="matrice de {} lignes et {} colonnes\u00a0: {}\u00a0;",
    cases="par cas\u00a0: {}\u00a0;",
    greek=_FRENCH_GREEK,
    capital="{} majuscule",
)


def tongue(locale: str) -> Tongue:
    """The words of a locale's language."""
    return FRENCH if locale.startswith("fr") else ENGLISH
