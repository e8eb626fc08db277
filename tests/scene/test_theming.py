"""Finding and reading themes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from slidekit import build
from slidekit.scene.contrast import ratio
from slidekit.scene.legibility import faults, least_ratio
from slidekit.scene.theme import Mode, Theme, ThemeFile, form
from slidekit.scene.theming import load_theme, open_theme, theme_names, themes_folder


@pytest.mark.parametrize("name", theme_names())
def test_every_theme_reads_clean(name: str) -> None:
    """A theme that comes with slidekit has no problem, and its file is named after it."""
    theme, problems = load_theme(name, Path())

    assert [] == problems
    assert theme is not None
    assert name == theme.name


def of(name: str, mode: Mode = "light") -> Theme:
    """A theme that comes with slidekit, in one of its forms."""
    theme, problems = load_theme(name, Path(), mode=mode)
    assert theme is not None, problems
    return theme


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", theme_names())
def test_text_holds_its_contrast(name: str, mode: Mode) -> None:
    """Text on its ground holds 4.5 : 1, large text and charts 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11), in both forms."""
    theme = of(name, mode)

    assert [] == faults(theme)
    assert mode == theme.mode == ("dark" if ratio(theme.palette.paper, "FFFFFF") > 4.5 else "light")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", theme_names())
def test_accents_may_stand_on_panels(name: str, mode: Mode) -> None:
    """Bullets and numbers can be read on a panel too, should they come to stand there."""
    palette = of(name, mode).palette

    assert 4.5 <= ratio(palette.accent, palette.panel)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", theme_names())
def test_neighbours_in_charts_differ_in_lightness(name: str, mode: Mode) -> None:
    """The first four series are told apart without colour too."""
    chart = of(name, mode).palette.chart[:4]

    assert 1.25 <= min(ratio(one, next_one) for one, next_one in pairwise(chart))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_high_contrast_is_high(mode: Mode) -> None:
    """Every word of onyx holds 7 : 1, as its description says (WCAG 2.2, 1.4.6 Contrast (Enhanced), AAA)."""
    assert 7.0 <= least_ratio(of("onyx", mode))


def test_themes_differ_in_more_than_colour() -> None:
    """Each has its own cover and its own rule at titles."""
    themes = [of(name) for name in theme_names()]

    assert len(themes) == len({theme.cover for theme in themes}) == len({theme.rule for theme in themes})


def test_notes_stay_on_white_paper() -> None:
    """A dark form prints in the colours of the light one; a theme that is dark by itself prints in black."""
    light, dark = of("boreal"), of("boreal", "dark")
    always = form(replace(light_file("boreal"), palette=dark.palette, dark=None), "light")

    assert light.palette is light.on_paper
    assert (light.palette.ink, light.palette.muted) == (dark.on_paper.ink, dark.on_paper.muted)
    assert ("000000", "000000", "FFFFFF") == (always.on_paper.ink, always.on_paper.second, always.on_paper.paper)


def light_file(name: str) -> ThemeFile:
    """What a shipped theme's file says."""
    found = open_theme(name, Path()).file
    assert found is not None
    return found


CHANGES = [
    pytest.param("  ink: 1F2933", "  ink: blue", "SK016", "ink", id="a colour that is none"),
    pytest.param("name: boreal", "name: my */ theme", "SK016", "name", id="a name that would end a comment"),
    pytest.param("  body: Calibri", "  body: Gotham", "SK015", "body", id="a font whose widths nobody knows"),
    pytest.param("  body: Calibri", "  body: '\";}'", "SK016", "body", id="a font that would end a style"),
    pytest.param("  code: Consolas", "  code: Arial", "SK015", "code", id="code that is not of fixed pitch"),
    pytest.param("  caption: [14, 13, 12]", "  caption: [12, 14]", "SK016", "caption", id="sizes that rise"),
    pytest.param("  caption: [14, 13, 12]", "  caption: [14, 14]", "SK016", "caption", id="sizes that do not fall"),
    pytest.param("  caption: [14, 13, 12]", "  caption: []", "SK016", "caption", id="no size"),
    pytest.param("  caption: [14, 13, 12]", "  caption: [14, 0]", "SK016", "caption", id="a size of nothing"),
    pytest.param("  footer: 11", "  footer: 300", "SK016", "footer", id="a size that fills the slide"),
    pytest.param(
        "  caption: [14, 13, 12]",
        f"  caption: [{', '.join(f'{60 - step}' for step in range(41))}]",
        "SK016",
        "caption",
        id="more sizes than are ever tried",
    ),
    pytest.param("  left: 20", "  left: -1", "SK016", "left", id="a margin outside the slide"),
    pytest.param("  left: 20", "  left: 280", "SK016", "left", id="margins that leave nothing"),
    pytest.param("  footer_height: 7", "  footer_height: 70", "SK016", "footer_height", id="a foot outside the slide"),
    pytest.param(
        "  content_bottom: 172", "  content_bottom: 185", "SK016", "content_bottom", id="blocks over the foot"
    ),
    pytest.param("  title_height: 22", "  title_height: 40", "SK016", "title_height", id="a title over the blocks"),
    pytest.param("corners: round", "corners: oval", "SK015", "corners", id="a shape that nobody draws"),
    pytest.param("    ink: E3EAF0", "    ink: no", "SK016", "ink", id="a colour of the dark form"),
    pytest.param("    ink: E3EAF0", "    inks: 000000", "SK013", "inks", id="a key of the dark form"),
]


@pytest.mark.parametrize(("old", "new", "code", "key"), CHANGES)
def test_what_cannot_stand_is_said_at_its_place(old: str, new: str, code: str, key: str, tmp_path: Path) -> None:
    """A mistake in a theme file is found once, on its line, with a remedy or the limit."""
    lines = (themes_folder() / "boreal.yaml").read_text("utf-8").splitlines()
    at = lines.index(old)
    lines[at] = new
    (tmp_path / "mine.yaml").write_text("\n".join(lines) + "\n", "utf-8")

    _, problems = load_theme("mine.yaml", tmp_path)

    assert [(code, at + 1)] == [(one.code, one.span.line) for one in problems]
    assert problems[0].hint or key in problems[0].message


def test_a_theme_without_a_dark_form_says_so(tmp_path: Path, talk: Path) -> None:
    """The deck's `mode:` is where that is said; the command line wins over it."""
    text = (themes_folder() / "onyx.yaml").read_text("utf-8").partition("dark:\n")[0]
    (tmp_path / "mine.yaml").write_text(text, "utf-8")
    talk.write_text(talk.read_text("utf-8") + "theme: mine.yaml\nmode: dark\n", "utf-8")
    last = len(talk.read_text("utf-8").splitlines())

    found = build.check([talk]).diagnostics

    assert [("SK015", last, 7)] == [(one.code, one.span.line, one.span.column) for one in found]
    assert () == build.check([talk], mode="light").diagnostics


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


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("./empty.yaml", "the theme file is empty"),
        ("./comment.yaml", "the theme file is empty"),
        ("./corp.pptx", "./corp.pptx is no theme file"),
    ],
)
def test_what_is_no_theme_is_told(name: str, words: str, tmp_path: Path) -> None:
    """A file with nothing in it, or of another kind, is one error with a remedy."""
    for file, content in (("empty.yaml", b""), ("comment.yaml", b"# later\n"), ("corp.pptx", b"PK\3\4\0\0")):
        (tmp_path / file).write_bytes(content)

    theme, [problem] = load_theme(name, tmp_path)

    assert theme is None
    assert ("SK015", words) == (problem.code, problem.message)
    assert problem.hint


def test_a_theme_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an error of the deck that names it, not of the machine."""
    (tmp_path / "mine.yaml").write_text("name: mine")

    def closed(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", closed)

    theme, [problem] = load_theme("./mine.yaml", tmp_path)

    assert theme is None
    assert "cannot read the theme file ./mine.yaml: permission denied" == problem.message
    assert "allow reading it" == problem.hint


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


def test_a_theme_file_that_changed_is_read_again(tmp_path: Path) -> None:
    """In a process that lives on, a theme is what its file says now, not what it said when it was first read."""
    theme = tmp_path / "own.yaml"
    theme.write_text((themes_folder() / "boreal.yaml").read_text("utf-8"), encoding="utf-8")
    first, _ = load_theme("./own.yaml", tmp_path)
    theme.write_text(theme.read_text("utf-8").replace("name: boreal", "name: another"), encoding="utf-8")

    second, _ = load_theme("./own.yaml", tmp_path)

    assert ("boreal", "another") == (first and first.name, second and second.name)
