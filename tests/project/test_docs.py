"""What is made from the code is as the code is now; `make docs` makes it anew."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from slidekit import __version__
from slidekit.deck import schema
from slidekit.rules import pages
from slidekit.scene import theme_schema


def test_the_schema_is_in_step(root: Path) -> None:
    """The schema in the repository is the one that the model gives."""
    written = (root / "src" / "slidekit" / "slidekit.schema.json").read_text(encoding="utf-8")

    assert schema.text() == written


def test_the_schema_of_themes_is_in_step(root: Path) -> None:
    """So is the schema of theme files, and each shipped theme opens with the line that editors complete keys by."""
    written = (root / "src" / "slidekit" / "theme.schema.json").read_text(encoding="utf-8")

    assert theme_schema.text() == written
    for theme in sorted((root / "themes").glob("*.yaml")):
        found = re.fullmatch(
            r"# yaml-language-server: \$schema=(\S+)", theme.read_text(encoding="utf-8").partition("\n")[0]
        )
        assert found, theme.name
        assert (theme.parent / found.group(1)).is_file(), theme.name


def test_the_rules_are_in_step(root: Path) -> None:
    """`docs/rules.md` holds every rule's page as it is now, and `docs/regles.md` the same in French."""
    for lang, name in pages.DOCUMENTS.items():
        written = (root / "docs" / name).read_text(encoding="utf-8")

        assert pages.markdown(lang) == written, name


def test_every_example_names_the_schema(root: Path) -> None:
    """Each deck opens with the line that editors complete keys by, and the file is where it says."""
    for deck in sorted((root / "decks").glob("*.yaml")):
        first = deck.read_text(encoding="utf-8").partition("\n")[0]

        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)

        assert found, deck.name
        assert (deck.parent / found.group(1)).is_file(), deck.name


def test_the_changelog_knows_the_version(root: Path) -> None:
    """What is released is described, and what is not is under Unreleased."""
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert "## [Unreleased]" in changelog or f"## [{__version__}]" in changelog
    assert "version" in project["dynamic"]
