"""Formulas for tests of every layer: thirty from textbooks, and as many made at random as are wanted."""

from __future__ import annotations

import random

TEXTBOOK = r"""
E = mc^2
a^2 + b^2 = c^2
x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}
\sum_{i=1}^{n} i = \frac{n(n+1)}{2}
\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}
\lim_{x \to 0} \frac{\sin x}{x} = 1
\operatorname{softmax}\!\left(\frac{QK^\top}{\sqrt{d}}\right)V
\begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{pmatrix} x \\ y \end{pmatrix} = \begin{pmatrix} z \end{pmatrix}
|x| = \begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}
\begin{aligned} (a+b)^2 &= a^2 + 2ab + b^2 \\ (a-b)^2 &= a^2 - 2ab + b^2 \end{aligned}
e^{i\pi} + 1 = 0
\nabla \cdot \mathbf{E} = \frac{\rho}{\varepsilon_0}
P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}
\hat{\theta} = \operatorname*{argmax}_{\theta} \sum_{i=1}^{n} \log p(x_i \mid \theta)
\binom{n}{k} = \frac{n!}{k!\,(n-k)!}
\oint_C \vec{F} \cdot d\vec{r} = \iint_S (\nabla \times \vec{F}) \cdot d\vec{S}
f(x) = \frac{1}{\sigma\sqrt{2\pi}} \exp\left(-\frac{(x-\mu)^2}{2\sigma^2}\right)
\prod_{p} \frac{1}{1 - p^{-s}} = \zeta(s)
\bar{x} = \frac{1}{n} \sum_{i=1}^n x_i
\sqrt[3]{x^3 + y^3} \ne x + y
\underbrace{1 + 2 + \cdots + n}_{n \text{ termes}}
\overline{A \cup B} = \overline{A} \cap \overline{B}
\forall \varepsilon > 0\; \exists \delta > 0 : |x - a| < \delta \Rightarrow |f(x) - f(a)| < \varepsilon
A = \begin{bmatrix} 1 & 0 & 0 \\ 0 & 1 & 0 \\ 0 & 0 & 1 \end{bmatrix}
\frac{\partial^2 u}{\partial t^2} = c^2 \frac{\partial^2 u}{\partial x^2}
\mathcal{L}\{f\}(s) = \int_0^\infty f(t)\,e^{-st}\,dt
\mathbb{N} \subset \mathbb{Z} \subset \mathbb{Q} \subset \mathbb{R} \subset \mathbb{C}
\left\lfloor \frac{n}{2} \right\rfloor + \left\lceil \frac{n}{2} \right\rceil = n
\log_2(1 + \mathrm{SNR}) \approx 1{,}44 \ln(1 + \mathrm{SNR})
f''(x) + \dot{y} + \ddot{z} = \tilde{w}
""".strip().split("\n")

_LEAVES = ("a", "x", "n", "W", "f", "g", "42", "3.14", r"\alpha", r"\Gamma", r"\infty", r"\mathbb{R}", r"\text{si }")
_SHAPES = (
    r"\frac{%s}{%s}", "%s + %s", "%s = %s", "-%s", r"\sqrt{%s}", r"\sqrt[n]{%s}", "{%s}^{%s}", "{%s}_{%s}",
    "{%s}_{%s}^{%s}", r"\left(%s\right)", r"\left|%s\right.", r"\sum_{%s}^{%s} %s", r"\int_{%s}^{%s} %s",
    r"\prod_{%s} %s", r"\begin{pmatrix} %s & %s \\ %s & %s \end{pmatrix}",
    r"\begin{cases} %s & \text{si } %s \\ %s & %s \end{cases}",
    r"\begin{aligned} %s &= %s \\ %s &= %s \end{aligned}", r"\begin{gathered} %s \\ %s \end{gathered}",
    r"\hat{%s}", r"\overline{%s}", r"\underbrace{%s}_{%s}", r"\overbrace{%s}^{%s}", r"\overrightarrow{%s}",
    r"\lim_{%s} %s", r"\sin %s", r"\binom{%s}{%s}", r"\overset{%s}{=} %s", r"\max_{%s} (%s)", r"%s \bmod %s",
)  # fmt: skip


def made(count: int, seed: int = 7) -> list[str]:
    """Formulas of every shape there is, up to three deep; the same for the same seed."""
    dice = random.Random(seed)
    return [_made(dice, dice.choice((1, 2, 2, 3))) for _ in range(count)]


def _made(dice: random.Random, depth: int) -> str:
    if not depth or dice.random() < 0.25:
        return dice.choice(_LEAVES)
    shape = dice.choice(_SHAPES)
    return shape % tuple([_made(dice, depth - 1) for _ in range(shape.count("%s"))])
