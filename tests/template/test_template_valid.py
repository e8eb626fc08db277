"""The shipped decks' kinds of slide in both templates and in every edition: every validator finds nothing."""

from __future__ import annotations

from pathlib import Path

import page
import pytest
from packages import CIVIC, HARBOUR
from pptx_checks import audit_faults, house_faults, sdk_faults
from test_template_writing import layouts, written

from slidekit.writers import typst

PATHS = {"civic": CIVIC, "harbour": HARBOUR}
EDITIONS = ("en", "fr", "side-by-side", "stacked", "alternating")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("name", PATHS),
    pytest.mark.parametrize("edition", EDITIONS),
]


@pytest.fixture
def made(name: str, edition: str, tmp_path: Path) -> Path:
    """The deck in a template, on disk."""
    path = tmp_path / f"{name}.pptx"
    path.write_bytes(written(PATHS[name], edition))
    return path


def test_openxml_audit_finds_nothing(made: Path) -> None:
    """openxml-audit reports no error."""
    assert [] == audit_faults(made)


def test_the_open_xml_sdk_finds_nothing(made: Path, node: str, root: Path) -> None:
    """Microsoft's own SDK reports no error."""
    assert [] == sdk_faults(made, node, root)


def test_schemas_and_house_rules_find_nothing(made: Path, edition: str, root: Path) -> None:
    """Every part follows its ISO schema; titles, alt text and languages are there."""
    assert [] == house_faults(made, edition if edition in ("en", "fr") else "both", root)


def test_pdfs_follow_pdf_ua(name: str, edition: str) -> None:
    """A template's art is no content: the slides conform to PDF/UA-1 with it."""
    scene = layouts(PATHS[name]).scene(edition)  # type: ignore[arg-type]

    assert [] == [one.message for one in page.validate_pdf_bytes(typst.slides(scene), profile="ua1").failures]
