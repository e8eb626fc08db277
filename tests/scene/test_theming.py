"""Finding and reading themes."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidekit import build
from slidekit.scene.theming import load_theme, theme_names, themes_folder


def luminance(color: str) -> float:
    """WCAG 2.2 relative luminance of six hexadecimal digits."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", theme_names())
def test_every_theme_reads_clean(name: str) -> None:
    """A theme that comes with slidekit has no problem, and its file is named after it."""
    theme, problems = load_theme(name, Path())

    assert [] == problems
    assert theme is not None
    assert name == theme.name


@pytest.mark.parametrize("name", theme_names())
def test_text_holds_its_contrast(name: str) -> None:
    """Text on its ground holds 4.5 : 1 (WCAG 2.2, success criterion 1.4.3)."""
    theme, _ = load_theme(name, Path())
    assert theme is not None
    palette, code, terminal = theme.palette, theme.code, theme.terminal
    paper = [palette.ink, palette.heading, palette.second, palette.muted]
    night = [palette.on_night, palette.on_night_soft, palette.on_night_accent]
    speakers = [terminal.prompt, terminal.reply, terminal.tool, terminal.thought, terminal.stage, terminal.sign]
    tokens = [code.keyword, code.string, code.number, code.comment, code.name, code.type]
    pairs = (
        [(color, palette.paper) for color in paper]
        + [(color, ground) for color in night + speakers for ground in (palette.night, palette.night_end)]
        + [(color, palette.panel) for color in [palette.ink, palette.heading, *tokens]]
    )

    assert [] == [(color, ground, contrast(color, ground)) for color, ground in pairs if contrast(color, ground) < 4.5]


def test_an_unknown_theme_is_named_with_the_nearest() -> None:
    """A misspelt name gets the right one as its remedy."""
    theme, problems = load_theme("boréal", Path())

    assert theme is None
    assert [("SK015", "did you mean  boreal?")] == [(one.code, one.hint) for one in problems]


def test_a_theme_file_stands_beside_the_deck(tmp_path: Path) -> None:
    """A path is seen from the deck's folder; a mistake in the file is reported at its own place."""
    text = (themes_folder() / "boreal.yaml").read_text("utf-8").replace("  ink: 1F2933", "  ink: blue")
    (tmp_path / "mine.yaml").write_text(text, "utf-8")

    theme, problems = load_theme("mine.yaml", tmp_path)

    assert theme is None
    assert [(str(tmp_path / "mine.yaml"), "SK016")] == [(one.file, one.code) for one in problems]


def test_a_deck_names_no_theme_outside_its_folder(tmp_path: Path) -> None:
    """Neither `..` nor a symlink leads a deck to a file elsewhere, whose lines a message would show."""
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: 1\n", "utf-8")
    folder = tmp_path / "deck"
    folder.mkdir()
    (folder / "link.yaml").symlink_to(secret)

    found = [load_theme(name, folder) for name in ("../secret.yaml", "link.yaml", str(secret))]

    assert ["SK015"] * 3 == [one.code for _, problems in found for one in problems]
    assert "password" not in str(found)


def test_a_theme_file_is_named_as_the_deck_is(monkeypatch: pytest.MonkeyPatch, talk: Path) -> None:
    """What is wrong in a theme file is shown with a path from where the author stands."""
    (talk.parent / "mine.yaml").write_text("namee: x\n", "utf-8")
    talk.write_text(talk.read_text("utf-8") + "theme: mine.yaml\n", "utf-8")
    monkeypatch.chdir(talk.parent.parent)
    deck = Path(talk.parent.name, "talk.yaml")
    theme = Path(talk.parent.name, "mine.yaml")

    named = {one.file for one in build.check([deck]).diagnostics}
    chosen = {one.file for one in build.check([deck], str(theme.resolve())).diagnostics}

    assert ({theme.as_posix()}, {theme.as_posix()}) == (named, chosen)
