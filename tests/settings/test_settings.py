"""Settings files: what they may say, how they weigh findings, and where they are looked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from slidekit import build
from slidekit.rules.catalog import FIRM, catalog
from slidekit.settings import reading
from slidekit.settings.finding import Finder, choices, matches
from slidekit.settings.model import Choice, Rules
from slidekit.source.diagnostic import Severity

TWICE = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
  - title: {en: Results, fr: Résultats}
    text: {en: Twice as fast, fr: Deux fois plus rapide}
  - title: {en: Results, fr: Résultats}
    text: {en: Half the cost, fr: Moitié moins cher}
"""
"""A deck with one warning: SK502, two slides of the same title."""
FIRMLY = "SK001 cannot be turned off: a file that cannot be read proves nothing"
ACRONYMS = '`acronyms` wants a table of English and French acronyms, such as  IT = "TI"'


def problems(text: str) -> list[tuple[str, int, int, str]]:
    """What is wrong with a settings file: message, line, column, hint."""
    found = reading.read(text.encode(), "slidekit.toml", Path())
    assert found is not None
    return [(one.message, one.span.line, one.span.column, one.hint or "") for one in found[1]]


def told(deck: str, settings: str, folder: Path, name: str = "slidekit.toml") -> list[tuple[str, str]]:
    """Code and severity of all that `check` tells of a deck beside these settings."""
    (folder / name).write_text(settings, encoding="utf-8")
    path = folder / "talk.yaml"
    path.write_text(deck, encoding="utf-8")
    return [(one.code, one.severity.value) for one in build.check([path]).diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("max-warning = 0", ("unknown key `max-warning` in the settings", 1, 1, "did you mean `max-warnings`?")),
        ('ignore = ["SK502",\n  "SK999"]', ("there is no rule `SK999`", 2, 3, "")),
        ('select = ["typografy"]', ("there is no rule `typografy`", 1, 11, "did you mean typography?")),
        ('select = "SK1"', ('`select` wants a list of rules, such as ["SK301", "typography"]', 1, 10, "")),
        ("ignore = [3]", ("a rule is named by its code, its name or its family, in quotes", 1, 11, "")),
        ('[severity]\nSK101 = "warn"', ("`SK101` wants one of error, warning, info, off, in quotes", 2, 9, "")),
        ('[severity]\nSK001 = "off"', (FIRMLY, 2, 1, "")),
        ("fail-under = 120", ("`fail-under` wants a number from 0 to 100", 1, 14, "")),
        ("fail-under = true", ("`fail-under` wants a number from 0 to 100", 1, 14, "")),
        ("max-warnings = -1", ("`max-warnings` wants a whole number from 0 on", 1, 16, "")),
        ('glossary = "../terms.yaml"', ("`../terms.yaml` lies outside the settings' folder", 1, 12, "")),
        ('glossary = "/etc/passwd"', ("`/etc/passwd` lies outside the settings' folder", 1, 12, "")),
        ("glossary = 3", ("`glossary` wants the path of a file, in quotes", 1, 12, "")),
        ("acronyms = {IT = 3}", (ACRONYMS, 1, 12, "")),
        ('[decks."a.yaml"]\nbaseline = "b"', ("unknown key `baseline` in the settings", 2, 1, "")),
        ('decks = ["a.yaml"]', ('`decks` wants tables named after decks, such as  [decks."drafts/*.yaml"]', 1, 9, "")),
        ("a = [", ("this is no value in TOML: words stand in quotes, lists in brackets", 1, 1, "")),
        ("x = 1\nignore = SK301", ("this is no value in TOML: words stand in quotes, lists in brackets", 2, 10, "")),
        ("ignore []", ("a key is followed by  =  and its value", 1, 8, "")),
        ("[severity]\n[severity]", ("this table is there twice", 2, 10, "")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(text: str, expected: tuple[str, int, int, str]) -> None:
    """A wrong key or value is named, with its line and column, and the nearest right one."""
    message, line, column, hint = problems(text)[0]

    assert expected == (message, line, column, hint if expected[3] else "")


def test_one_run_tells_all_faults_and_uses_the_rest() -> None:
    """Whatever can be understood of a file counts, and all that cannot is told."""
    text = 'glosary = "x"\nignore = ["SK502", "SK998"]\nmax-warnings = 3\n[severity]\nfit = "loud"\n'
    found = reading.read(text.encode(), "slidekit.toml", Path())

    assert found is not None
    assert [1, 2, 5] == [one.span.line for one in found[1]]
    assert (("SK502",), 3) == (found[0].choice.ignore, found[0].max_warnings)


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 50_000,
        "x" * 100_000,
        "[a.b.c]\n" * 2 + "\xff",
        '"""' * 9_999,
        "x = {a = {b = [[{c = 1}]]}}",
        "\0",
    ],
    ids=len,
)
def test_hostile_files_end_in_findings(text: str) -> None:
    """Nothing that a settings file holds ends in a traceback."""
    found = reading.read(text.encode("latin-1"), "slidekit.toml", Path())

    assert found is not None
    assert {"SK019"} == {one.code for one in found[1]}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", [("SK502", "warning")]),
        ('ignore = ["SK502"]', []),
        ('ignore = ["duplicate-title"]', []),
        ('ignore = ["accessibility"]', []),
        ('ignore = ["SK5"]', []),
        ('ignore = ["sk502"]', []),
        ('select = ["SK1"]', []),
        ('select = ["all"]\nignore = ["SK1"]', [("SK502", "warning")]),
        ('select = ["SK502"]\nignore = ["SK5"]', [("SK502", "warning")]),
        ('[severity]\nSK502 = "error"', [("SK502", "error")]),
        ('[severity]\naccessibility = "info"', [("SK502", "info")]),
        ('[severity]\naccessibility = "off"\nSK502 = "error"', [("SK502", "error")]),
        ('[severity]\nSK502 = "off"', []),
        ('[decks."talk.yaml"]\nignore = ["SK502"]', []),
        ('[decks."other.yaml"]\nignore = ["SK502"]', [("SK502", "warning")]),
        ('ignore = ["SK502"]\n[decks."*.yaml"]\nselect = ["SK502"]', [("SK502", "warning")]),
        ('[decks."*.yaml".severity]\nSK502 = "error"', [("SK502", "error")]),
    ],
)
def test_settings_weigh_findings(settings: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    """Who names a rule most exactly wins, and a deck's own table wins over the project's."""
    assert expected == told(TWICE, settings, tmp_path)


def test_a_pyproject_holds_settings_too(tmp_path: Path) -> None:
    """`[tool.slidekit]` says the same; a `pyproject.toml` without it is passed over."""
    (tmp_path / "pyproject.toml").write_text('[tool.slidekit]\nignore = ["SK502"]\n', encoding="utf-8")
    inner = tmp_path / "decks"
    inner.mkdir()

    assert [] == told(TWICE, "[project]\nname = 'slidekit-decks'\n", inner, "pyproject.toml")


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    """Settings hold for all that lies below them, up to a folder that has its own."""
    (tmp_path / "slidekit.toml").write_text('ignore = ["SK502"]', encoding="utf-8")
    inner = tmp_path / "decks" / "new"
    inner.mkdir(parents=True)

    assert [("SK502", "error")] == told(TWICE, '[severity]\nSK502 = "error"', inner)


def test_settings_that_are_broken_are_told_once(tmp_path: Path) -> None:
    """However many decks share them, as the findings of their own file."""
    (tmp_path / "slidekit.toml").write_text("ignored = []", encoding="utf-8")
    decks = [tmp_path / f"{number}.yaml" for number in range(3)]
    for deck in decks:
        deck.write_text(TWICE, encoding="utf-8")

    found = build.check(decks).diagnostics

    assert ["SK019", "SK502", "SK502", "SK502"] == [one.code for one in found]
    assert found[0].file.endswith("slidekit.toml")


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    """A fork's settings may not show any file of the machine in a report."""
    (tmp_path / "secret.txt").write_text("password", encoding="utf-8")
    inner = tmp_path / "decks"
    inner.mkdir()
    (inner / "slidekit.toml").symlink_to(tmp_path / "secret.txt")

    with pytest.raises(OSError, match="leads out of its folder"):
        Finder().of(inner / "talk.yaml")


def test_no_setting_lets_a_deck_pass_that_cannot_be_read(tmp_path: Path) -> None:
    """Broken YAML is an error whatever is selected."""
    found = told("slidekit: [", 'select = ["SK5"]\nignore = ["format"]', tmp_path)

    assert "error" in {weight for code, weight in found if code in FIRM}


def test_a_render_is_stopped_whatever_the_settings_say(tmp_path: Path) -> None:
    """What is missing is missing: turned off in `check`, it still stops a render."""
    deck = TWICE.replace(", fr: Résultats", "", 1)

    assert [] == told(deck, 'ignore = ["SK101", "SK502"]', tmp_path)
    assert ["SK101"] == [one.code for one in build.render(tmp_path / "talk.yaml", tmp_path / "out").diagnostics]


@pytest.mark.parametrize(
    ("pattern", "deck", "expected"),
    [
        ("*.yaml", "a/b.yaml", True),
        ("b.yaml", "a/b.yaml", True),
        ("drafts/*.yaml", "drafts/a.yaml", True),
        ("drafts/*.yaml", "drafts/x/a.yaml", False),
        ("drafts/**", "drafts/x/a.yaml", True),
        ("drafts/", "drafts/x/a.yaml", True),
        ("**/old/*.yaml", "x/old/a.yaml", True),
        ("**/old/*.yaml", "old/a.yaml", True),
        ("./drafts/a.yaml", "drafts/a.yaml", True),
        ("drafts", "drafts/a.yaml", False),
        ("/".join(["**"] * 40) + "/b", "/".join("a" * 40), False),
    ],
)
def test_patterns_of_decks(pattern: str, deck: str, expected: bool) -> None:
    """`*` ends at a slash, `**` does not, and a pattern without a slash is a file's name."""
    assert expected == matches(pattern, Path(deck), Path())


def test_the_command_line_wins_over_the_file(tmp_path: Path) -> None:
    """`--select` tells what the file leaves out, and `--ignore` leaves out more."""
    (tmp_path / "slidekit.toml").write_text('ignore = ["SK502"]', encoding="utf-8")
    deck = tmp_path / "talk.yaml"
    deck.write_text(TWICE, encoding="utf-8")

    selected = build.check([deck], asked=Choice(select=("SK502",))).diagnostics
    ignored = build.check([deck], asked=Choice(ignore=("SK1",))).diagnostics

    assert (["SK502"], []) == ([one.code for one in selected], list(ignored))


def test_without_settings_nothing_is_weighed(tmp_path: Path) -> None:
    """No file, no level: each rule keeps its own severity."""
    assert Rules() == choices(Finder().of(tmp_path / "talk.yaml"), tmp_path / "talk.yaml")
    assert {Severity.ERROR, Severity.WARNING, Severity.INFO} >= {
        Rules().weight(rule.code, rule.name, rule.family, rule.severity) for rule in catalog().values()
    }


def test_settings_are_looked_for_however_deep_a_deck_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As deep as a path may be: the way up is no recursion."""
    (tmp_path / "slidekit.toml").write_text('ignore = ["SK502"]', encoding="utf-8")
    deep = tmp_path
    monkeypatch.chdir(tmp_path)
    for _ in range(1_200):
        deep /= "a"
        Path("a").mkdir()
        monkeypatch.chdir("a")

    found = Finder().of(deep / "talk.yaml")
    monkeypatch.chdir(tmp_path)
    os.removedirs(deep)  # one by one: whoever tidies up may do it by recursion

    assert ("SK502",) == found.choice.ignore


def test_settings_of_a_megabyte_are_none(tmp_path: Path) -> None:
    """A slidekit.toml that large is refused; a pyproject.toml may be about other things."""
    (tmp_path / "pyproject.toml").write_bytes(b"# slidekit\n" * 2**17)
    deck = tmp_path / "talk.yaml"
    passed = Finder().of(deck).file
    (tmp_path / "slidekit.toml").write_bytes(b"# slidekit\n" * 2**17)

    assert "" == passed
    with pytest.raises(OSError, match="file too large"):
        Finder().of(deck)
