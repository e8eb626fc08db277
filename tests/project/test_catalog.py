"""The French catalog says all that slidekit says: in step with the sources, complete, and typed as French is."""

from __future__ import annotations

import ast
import re

import pytest
from scripts import catalog
from source_files import SRC, python_files, tree

from slidekit.locales import catalog as translations

FRENCH = catalog.read("fr")
TEXTS = [one for one in FRENCH if one.id]
FIELD = re.compile(r"(?<![{$])\{(\w+)(?::[^{}]*)?\}")
CODE = re.compile(r"`[^`\n]*`|^ {2,}.*$|\s{2}\S+: .*?(?=\s{2}|$)", re.MULTILINE)
"""What is typed as programs want it: between backticks, in indented lines, after two spaces in a hint."""


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """A text, or its singular and its plural."""
    return [text] if isinstance(text, str) else [str(one) for one in text or ()]


def fields(template: str) -> set[str]:
    """The parts that a template has room for."""
    return set(FIELD.findall(template))


def test_the_catalog_is_in_step() -> None:
    """`make catalog` would change nothing: each text of slidekit is in the catalog, and no other."""
    assert catalog.as_po(catalog.updated("fr")) == catalog.path("fr").read_bytes()


def test_the_compiled_catalog_is_in_step() -> None:
    """What slidekit reads was made from what people edit."""
    assert catalog.as_mo(catalog.updated("fr")) == catalog.path("fr").with_suffix(".mo").read_bytes()


def test_everything_is_translated() -> None:
    """Nothing is left in English, and nothing is fuzzy."""
    assert ([], []) == (catalog.lacking(FRENCH), [str(one.id) for one in TEXTS if one.fuzzy])


def test_french_counts_zero_as_singular() -> None:
    """`0 erreur`, `1 erreur`, `2 erreurs`."""
    plural = translations("fr")

    assert ["erreur", "erreur", "erreurs"] == [
        plural.ngettext("{n} error", "{n} errors", n).removeprefix("{n} ") for n in (0, 1, 2)
    ]


def test_every_part_is_said() -> None:
    """A translation has room for the very parts of its template; only a singular may leave its number out."""
    wrong = [
        known
        for message in TEXTS
        for known, said in zip(forms(message.id), forms(message.string), strict=True)
        if fields(known) | {"n"} != fields(said) | {"n"}
    ]

    assert [] == wrong


@pytest.mark.parametrize(
    ("fault", "pattern"),
    [
        ("a typewriter apostrophe", r"\w'\w"),
        ("a breaking or missing space before a colon", r"(?<![\u00a0/\w}\])»\":.]):(?=\s|$)| :"),
        ("a space before a semicolon, an exclamation mark or a question mark", r"[ \u00a0\u202f][;!?](?=\s|$)"),
        ("guillemets without their no-break spaces", r"«(?!\u00a0)|(?<!\u00a0)»"),
        ("English quotation marks", r"[“”]"),
        ("three dots", r"\.\.\."),
    ],
)
def test_the_french_is_typed_as_french(fault: str, pattern: str) -> None:
    """The catalog keeps to the signs of fr-CA that the rules ask of decks (*Le guide du rédacteur*, chapter 6)."""
    found = [
        one.id
        for one in TEXTS
        for said in forms(one.string)
        if re.search(pattern, CODE.sub("x", said)) and "ARGUMENTS" not in said
    ]

    assert [] == found, fault


def test_templates_are_written_out() -> None:
    """Each call that makes a sentence has its template there, where the catalog finds it."""
    strays = [
        f"{path.relative_to(SRC)}:{call.lineno}"
        for path in python_files("src/slidekit")
        for call in catalog.calls(tree(path))
        if not catalog.messages(call)
    ]

    assert ["cli/spoken.py"] == [stray.partition(":")[0] for stray in strays]


SPEAKING = frozenset({
    "Diagnostic", "report", "wrong_shape", "unknown_key", "Misuse", "complain", "Fault", "Trouble", "Refused",
    "_refused", "RefusedError", "fail", "ToolMissing", "ToolFailed", "_broken", "_odd", "_error", "one_of",
})  # fmt: skip
"""What sentences for people are given to."""


def test_no_sentence_is_said_in_english_only() -> None:
    """A sentence is given to whoever shows it by `tell`, not as a plain string."""
    strays = [
        f"{path.relative_to(SRC)}:{words.lineno}: {words.value}"
        for path in python_files("src/slidekit")
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and called(call) in SPEAKING
        for given in [*call.args, *(keyword.value for keyword in call.keywords)]
        for words in outside_tell(given)
        if isinstance(words.value, str) and re.search(r"[a-z]+ [a-z]{2,}", words.value)
    ]

    assert ["cli/new.py", "cli/ordering.py"] == [stray.partition(":")[0] for stray in strays], "commands to be typed"


def called(call: ast.Call) -> str:
    """The name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def outside_tell(node: ast.AST) -> list[ast.Constant]:
    """The constants of an expression that are not in a call of `tell`."""
    if isinstance(node, ast.Call) and called(node) in catalog.CALLS:
        return []
    inner = [found for child in ast.iter_child_nodes(node) for found in outside_tell(child)]
    return [node, *inner] if isinstance(node, ast.Constant) else inner
