"""CommonMark's inline markup as runs."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from slidekit.show.inline import has_markup, plain, runs
from slidekit.show.pages import Run

PUNCTUATION = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=40)
HOSTILE = st.text(
    st.one_of(st.sampled_from(PUNCTUATION + " a\u00a0é😀\u2028\ufeff"), st.characters(exclude_categories=["Cs", "Cc"])),
    max_size=40,
)


def shown(source: str) -> list[str]:
    """Each run as its words and a letter for each look, an address after them."""
    looks = []
    for run in runs(source, "en-CA", {"v": "*v*\n_w_ [x](https://x.y)", "n": "12"}.get):
        signs = "".join(
            letter for letter, on in zip("bisc", (run.bold, run.italic, run.strike, run.code), strict=True) if on
        )
        looks.append(f"{run.text}|{signs}" + (f"|{run.link}" if run.link else ""))
    return looks


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("plain: it's a 5 - 3 = 2!", ["plain: it's a 5 - 3 = 2!|"]),
        ("a **b *c* d** e", ["a |", "b |b", "c|bi", " d|b", " e|"]),
        ("__b__ _i_ ~~s~~", ["b|b", " |", "i|i", " |", "s|s"]),
        ("*a *b* c*", ["a b c|i"]),
        ("**a**", ["a|b"]),
        ("*a**b*", ["a**b|i"]),
        ("**a****b**", ["a****b|b"]),
        ("snake_case_name", ["snake_case_name|"]),
        ("2 * 3 * 4", ["2 * 3 * 4|"]),
        ("`n → 2n`", ["n → 2n|c"]),
        ("``a ` b``", ["a ` b|c"]),
        ("**`x`**", ["x|bc"]),
        ("`<b>` & <b>", ["<b>|c", " & <b>|"]),
        ("R&D &amp; &copy; &#42;", ["R&D &amp; &copy; &#42;|"]),
        (r"\*a\* \_ \\ \[ c:\dir", [r"*a* _ \ [ c:\dir|"]),
        ("one\ntwo", ["one|", "\n|", "two|"]),
        ("one  \n  two", ["one|", "\n|", "two|"]),
        ("one\\\ntwo", ["one|", "\n|", "two|"]),
        ("**one\ntwo**", ["one|b", "\n|", "two|b"]),
        ("[a](https://b.c)", ["a||https://b.c"]),
        ("[*a* b](<https://b.c/d e> 'title')", ["a|i|https://b.c/d%20e", " b||https://b.c/d%20e"]),
        ("[a](mailto:b@c.d)", ["a||mailto:b@c.d"]),
        ("[a](javascript:alert(1))", ["a|"]),
        ("[a](file:///etc/passwd) [b](other.pdf)", ["a b|"]),
        ("[a](data:text/html,x)", ["a|"]),
        ("[x] and [a][b]", ["[x] and [a][b]|"]),
        ("<https://é.ca/à?q=1&r=2>", ["https://é.ca/à?q=1&r=2||https://xn--9ca.ca/%C3%A0?q=1&r=2"]),
        ("<me@here.ca>", ["me@here.ca||mailto:me@here.ca"]),
        ("<std:vector> <int>", ["<std:vector> <int>|"]),
        ("https://bare.ca", ["https://bare.ca|"]),
        ("# no heading, 1. no list, > no quote", ["# no heading, 1. no list, > no quote|"]),
        ("${n} items", ["12 items|"]),
        ("a**${n}**b", ["a|", "12|b", "b|"]),
        ("${v}", ["*v*|", "\n|", "_w_ [x](https://x.y)|"]),
        ("`${n}` **x** ${v}", ["12|c", " |", "x|b", " *v*|", "\n|", "_w_ [x](https://x.y)|"]),
        ("[${n}](https://a.b/${n}?c)", ["12||https://a.b/12?c"]),
        ("[a](${v})", ["a|"]),
        ("**$${n} ${other}**", ["${n} ${other}|b"]),
    ],
)
def test_markup(source: str, expected: list[str]) -> None:
    """Emphasis, strong, strike, code, links, escapes and line breaks; all else is words."""
    assert expected == shown(source)


def test_runs_carry_the_locale() -> None:
    """Each run says which locale it is written in."""
    assert (Run("a", "fr-CA"), Run("b", "fr-CA", bold=True)) == runs("a**b**", "fr-CA")


@given(WORDS)
@example("&lt;&#x3c; ![a](b) $${x} <a:b>")
def test_an_escaped_text_comes_back_letter_for_letter(words: str) -> None:
    """Whatever an author writes with a backslash before each sign is shown as it is."""
    words = re.sub(r"[ \t]*\n[ \t]*", "\n", words).strip(" \t\n")
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", words)

    assert words == plain(escaped)


@given(HOSTILE)
def test_without_markup_nothing_changes(source: str) -> None:
    """The quick way round the parser is taken only where the parser would change nothing."""
    if not has_markup(source):
        assert source == plain(source)
        assert source + " !" == plain(source + r" \!")


@given(HOSTILE)
def test_no_word_is_ever_lost(source: str) -> None:
    """Letters and digits outside addresses all come through, in their order."""
    source = source.replace("](", "] (")

    kept = [sign for sign in plain(source) if sign.isalnum()]

    assert [sign for sign in source if sign.isalnum()] == kept


@given(HOSTILE, HOSTILE)
def test_a_value_is_never_read_as_markup(value: str, around: str) -> None:
    """A variable's words stand in the text as they are, whatever markup is around them."""
    value = value.replace("\n", " ")

    words = "".join([run.text for run in runs("**a** ${v} `b`", "fr-CA", {"v": value}.get)])

    assert f"a {value} b" == words
    runs(around + "${v}" + around, "fr-CA", {"v": value}.get)


@given(HOSTILE)
def test_neighbours_look_different(source: str) -> None:
    """Runs that look alike are one run, and none is empty."""
    made = runs(source, "en-CA")

    assert all(run.text for run in made)
    for one, next_one in pairwise(made):
        if "\n" not in (one.text, next_one.text):
            assert (one.bold, one.italic, one.strike, one.code, one.link) != (
                next_one.bold, next_one.italic, next_one.strike, next_one.code, next_one.link,
            )  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        "*a " * 20_000,
        "[" * 50_000 + "](x)",
        "_a_" * 20_000,
        "<a:" * 20_000 + ">",
        "**" * 20_000,
        "[a](" * 5_000,
        "a" + " " * 500_000 + "\nb",
        "${" * 100_000 + "a" * 100_000,
    ],
    ids=["stars", "brackets", "under", "angles", "strong", "links", "spaces", "variables"],
)
def test_hostile_length_takes_little_time(source: str) -> None:
    """No text makes the parser slow: each of these takes well under a second."""
    assert plain(source, lambda _name: None)


def test_plain_words_load_no_parser() -> None:
    """Words without markup never import markdown-it."""
    script = """
import sys
from slidekit.show.inline import runs
for source in ["a: b - c! l'été (1) [x] 5 < 6 #1 a_b 2*3 R&D\\nb", "${x} $${y}"]:
    runs(source, "fr-CA", {"x": "*"}.get)
sys.exit("markdown_it" in sys.modules)
"""

    done = subprocess.run([sys.executable, "-c", script], check=False)

    assert not done.returncode
