"""Which dollars are formulas, in sentences of both languages."""

from __future__ import annotations

import pytest

from slidekit.show.dollars import formulas
from slidekit.show.inline import runs

MONEY = [
    "It costs $5M and $6M.",
    "between $5 and 6$",
    "$5–$10, or $5-$10",
    "from $1.50 to $2.50 a month",
    "$5k-6k$ a year",
    "$5M-6M$",
    "A costs $10 (net) = B costs 10$",
    "US$5 and CA$6",
    "US$ 5 and CA$ 6",
    "cash $$$ and $$",
    "$5 is _cheap_, 10$ is not",
    "we pay $20/month_per_user and $30",
    "the $AAPL-GOOG$ pair",
    "$ROI = gain/cost$",
    "costs $a lot$",
    "$1$ or $2$",
    "$50\\%$? no",
    "5 $ et 10 $",
    "1 250,50 $",
    "1\u00a0250,50\u00a0$ ou 10\u00a0$",
    "1\u202f250,50\u202f$ à 10\u202f$",
    "(10$) et (20$)",
    "5$/10$",
    "+5$/−3$",
    "(+5 $)/(−3 $)",
    "5 $/h-10 $/j",
    "$/h;$/j",
    "10 $-20 $",
    "Le $CA et le $US",
    "prix en $, en € ou en £ ($)",
    "de 5 $ (US) à 6 $ (US)",
    "3,5 M$ et 4 M$",
    "entre 5$ et 6$ l’heure",
    "${name} and ${other}",
    "$${name} is literal, and so is $${x}",
    "$HOME/bin:$PATH",
    "use $foo_bar and $baz_qux",
    "$a, $b, $c",
    "$a,$b,$c",
    "$x=$y",
    "$env:PATH\\bin;$env:HOME",
    "C:\\$x$",
    "`$x$` and `$y$`",
    "``a ` $x$`` b",
    "[here](http://x.com/?a=$b$)",
    "http://x.com/$x$y and https://y.org/$n$",
    "<https://a.b/$x$>",
    "\\$x\\$",
    "$x\\$",
    "$$x$$",
    "$ x $",
    "$x $ and $ y$",
    "a$x$",
    "$x$2",
    "$one\ntwo_x$",
    "$",
    "",
]
"""Sentences without a formula."""

MATHEMATICS = [
    ("$x$", ["x"]),
    ("Let $n$ be a number, $n > 0$.", ["n", "n > 0"]),
    ("$n$e itération, la $k$-ième", ["n", "k"]),
    ("Energy is $E = mc^2$.", ["E = mc^2"]),
    ("L’énergie ($E=mc^2$), l'autre « $E$ »", ["E=mc^2", "E"]),
    ("$\\alpha$, $\\beta$ et $\\gamma$", ["\\alpha", "\\beta", "\\gamma"]),
    ("$\\alpha$-stable", ["\\alpha"]),
    ("$x_i$ and $x_{max}$", ["x_i", "x_{max}"]),
    ("$f(x)$ and $f'$", ["f(x)", "f'"]),
    ("$O(n)$, $O(n \\log n)$", ["O(n)", "O(n \\log n)"]),
    ("$2x + 1$", ["2x + 1"]),
    ("$n!$ and $|x|$ and $-x$", ["n!", "|x|", "-x"]),
    ("$10^6$", ["10^6"]),
    ("$p < 0{,}05$ à 5 $", ["p < 0{,}05"]),
    ("$n \\text{ si } x > 0$", ["n \\text{ si } x > 0"]),
    ("5 $ and $x$", ["x"]),
    ("$\\frac{a}{b}$ costs $5", ["\\frac{a}{b}"]),
    ("*$x$* **$y$** ~~$z$~~", ["x", "y", "z"]),
    ("[the $x$](https://a.b)", ["x"]),
    ("\\\\$x$", ["x"]),
    ("${a}$x$", ["x"]),
    ("$\\$5 + x^2$", ["\\$5 + x^2"]),
]


@pytest.mark.parametrize("sentence", MONEY)
def test_money_stays_text(sentence: str) -> None:
    """Prices, variables, code, addresses and what is ambiguous are never formulas."""
    assert [] == list(formulas(sentence))


@pytest.mark.parametrize("sentence", MONEY)
def test_money_is_said_as_it_was_typed(sentence: str) -> None:
    """Not one run of such a sentence is a formula."""
    assert not any(run.math for run in runs(sentence, "fr-CA"))


@pytest.mark.parametrize(("sentence", "expected"), MATHEMATICS)
def test_mathematics_is_found(sentence: str, expected: list[str]) -> None:
    """What is mathematics beyond doubt is a formula."""
    assert expected == [sentence[start + 1 : end - 1] for start, end in formulas(sentence)]


def test_a_formula_is_a_run_of_its_own() -> None:
    """Its text is the formula on one line, and the marks around it hold for it."""
    said = runs("The *mean $\\bar{x}$* of `$n$`", "en-CA")

    assert ["The ", "mean ", "x\u0304", " of ", "$n$"] == [run.text for run in said]
    assert ["", "", "\\bar{x}", "", ""] == [run.math for run in said]
    assert [False, True, True, False, False] == [run.italic for run in said]


def test_a_variable_is_no_part_of_a_formula() -> None:
    """What a variable holds is never read as mathematics."""
    said = runs("${price} for $n$", "en-CA", lambda _: "$x$ or $y$")

    assert [("$x$ or $y$ for ", ""), ("n", "n")] == [(run.text, run.math) for run in said]


@pytest.mark.parametrize(
    "bomb",
    ["$" * 100_000, "$a" * 50_000, "`" * 100_000, "$\\" * 50_000, "$a_b " * 20_000, "$x_" + "{" * 50_000 + "}" * 50_000,
     "<a" * 50_000, "](" * 50_000, "`a``b" * 20_000, "$a^" * 30_000],
)  # fmt: skip
def test_a_bomb_does_not_go_off(bomb: str) -> None:
    """A hundred thousand signs made to be read again and again are read to the end."""
    assert sum(1 for _ in formulas(bomb)) <= len(bomb) // 3


def test_a_thousand_formulas_are_enough_for_a_text() -> None:
    """What comes after them stays as it was typed."""
    said = runs(" ".join([f"$x_{{{n}}}$" for n in range(3000)]), "en-CA")

    assert 1024 == sum(bool(run.math) for run in said)
    assert "$x_{1024}$" in said[-1].text
    assert said[-1].text.endswith("$x_{2999}$")
