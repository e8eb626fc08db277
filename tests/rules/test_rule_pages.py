"""Tests about the rules themselves: every page is whole, and its examples are true."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from decks_on_disk import check

from slidekit import build
from slidekit.rules import ELSEWHERE, names, pages

PAGES = pages.pages()
BAD = [pytest.param(page.code, text, id=f"{page.code}-{n}") for page in PAGES for n, text in enumerate(page.bad, 1)]
GOOD = [pytest.param(text, id=f"{page.code}-{n}") for page in PAGES for n, text in enumerate(page.good, 1)]


@pytest.mark.parametrize(("code", "example"), BAD)
def test_a_bad_example_gives_its_own_code_alone(code: str, example: str, tmp_path: Path) -> None:
    """What a page calls bad is found by that rule and by no other."""
    found = check(pages.deck_of(example), tmp_path, build.EDITIONS)

    assert {code} == {one.code for one in found}


@pytest.mark.parametrize("example", GOOD)
def test_a_good_example_gives_nothing(example: str, tmp_path: Path) -> None:
    """What a page calls good is clean."""
    assert () == check(pages.deck_of(example), tmp_path, build.EDITIONS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_a_page_is_whole(page: pages.Page) -> None:
    """Every page has a sentence, a reason and a source, and its code says its family."""
    family = {
        "format": "SK0",
        "completeness": "SK1",
        "template": "SK1",
        "agreement": "SK2",
        "terms": "SK2",
        "typography": "SK3",
        "fit": "SK4",
        "accessibility": "SK5",
        "freshness": "SK6",
    }[page.family]

    assert page.summary.endswith(".")
    assert page.body
    assert page.source.endswith(".")
    assert family == page.code[:3]


def test_no_code_and_no_name_is_used_twice() -> None:
    """A code says one thing, and so does a name."""
    assert len(PAGES) == len({page.code for page in PAGES}) == len({page.name for page in PAGES})


@pytest.mark.parametrize("name", names())
def test_a_rule_is_named_after_its_file(name: str) -> None:
    """`missing_language.py` is `missing-language`; every rule that the reader does not find has a check."""
    module = import_module(name)

    assert name.rpartition(".")[2].replace("_", "-") == module.NAME
    assert hasattr(module, "check") != any(f".{family}." in name for family in ELSEWHERE)


def test_the_document_is_in_step(root: Path) -> None:
    """`docs/rules.md` is what `make docs` would write."""
    assert pages.markdown() == (root / "docs" / "rules.md").read_text(encoding="utf-8")


def test_stand_ins_become_what_they_stand_for() -> None:
    """Signs, bytes and repetitions that an example cannot hold are filled in."""
    assert b"a\x07b\xe9c" + b"xy" * 3 + b"\n" == pages.deck_of("a{U+0007}b{byte E9}c{«xy» × 3}\n")


def test_a_page_without_its_parts_is_refused() -> None:
    """A rule without examples cannot be published."""
    module = type(pages)("slidekit.rules.fit.nothing", "A rule.")

    with pytest.raises(ValueError, match="Bad, Good and Source"):
        pages.read(module)
