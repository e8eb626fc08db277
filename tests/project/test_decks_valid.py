"""The decks that come with the project, written in every edition: every validator finds nothing."""

from __future__ import annotations

from pathlib import Path

import page
import pytest
from pptx_checks import audit_faults, house_faults, sdk_faults

from slidekit import build

DECKS = ("ai-in-the-terminal", "annual-report", "recorded-talk")
FILES = [
    pytest.param((deck, edition), id=f"{deck}.{edition}", marks=pytest.mark.xdist_group(f"valid-{deck}"))
    for deck in DECKS
    for edition in build.EDITIONS
]

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("stem", FILES, indirect=True)]

_made: dict[str, Path] = {}


@pytest.fixture
def stem(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A deck's outputs in one edition, up to what their names end in."""
    deck, edition = request.param
    if deck not in _made:
        _made[deck] = tmp_path_factory.mktemp(deck)
        build.render(
            root / "decks" / f"{deck}.yaml", _made[deck], targets=("pptx", "notes", "pdf"), editions=build.EDITIONS
        )
    return str(_made[deck] / f"{deck}.{edition}")


@pytest.mark.parametrize("kind", ["pdf", "notes.pdf"])
def test_pdfs_follow_pdf_ua(stem: str, kind: str) -> None:
    """Slides and notes conform to PDF/UA-1."""
    result = page.validate_pdf_bytes(Path(f"{stem}.{kind}").read_bytes(), profile="ua1")

    assert [] == [one.message for one in result.failures]


def test_openxml_audit_finds_nothing(stem: str) -> None:
    """openxml-audit reports no error."""
    assert [] == audit_faults(Path(f"{stem}.pptx"))


def test_the_open_xml_sdk_finds_nothing(stem: str, node: str, root: Path) -> None:
    """Microsoft's own SDK reports no error."""
    assert [] == sdk_faults(Path(f"{stem}.pptx"), node, root)


def test_schemas_and_house_rules_find_nothing(stem: str, root: Path) -> None:
    """Every part follows its ISO schema; titles, alt text and languages are there."""
    lang = stem.rpartition(".")[2]

    assert [] == house_faults(Path(f"{stem}.pptx"), lang if lang in ("en", "fr") else "both", root)
