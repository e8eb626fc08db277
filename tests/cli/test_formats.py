"""Reports for CI systems, each read back by the reader that it is for."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import junitparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformance import published
from slidekit.build import DeckStats
from slidekit.cli.formats import FORMATS, Outcome, written
from slidekit.cli.formats.github import data_of, property_of
from slidekit.cli.formats.places import from_root
from slidekit.rules.catalog import catalog
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import Span
from slidekit.source.wording import tell

HOSTILE = (
    "%0A::error::owned",
    "\n::set-output name=x::y",
    "\r##[add-mask]x",
    "]]><!-- & \" '",
    "\x00\x1b[31m\u202e\ufffe\U0001f600",
    "::error file=a,line=1::b",
    "\ud800 é",
    "https://example.com/?a=1&b=2|`x` *y*",
)
"""What a deck, or the name of its file, may hold."""
SPANS = st.builds(lambda line, at, wide: Span(line, at, line, at + wide), *[st.integers(1, 99)] * 3)
WORDS = st.text(st.characters(exclude_categories=[]), max_size=30) | st.sampled_from(HOSTILE)


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20) | st.sampled_from(
    [name.replace("\0", "").replace("\ud800", "\udcff") for name in HOSTILE]
)
"""Names of files, one with a byte that is not UTF-8."""


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    """What a check may find: any rule, any words, any place."""
    codes = sorted(catalog())
    found = [
        Diagnostic(
            draw(st.sampled_from(codes)),
            draw(WORDS),
            draw(SPANS),
            draw(st.none() | WORDS),
            draw(st.sampled_from(list(Severity))),
            draw(st.sampled_from([None, "en", "fr"])),
            draw(NAMES),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]  # fmt: skip
    stats = DeckStats("talk.yaml", 1, 1, {"en": 1, "fr": 1}, missing={"en": 0, "fr": 0})
    failures = [tell("{n} warnings", n=draw(WORDS))] if draw(st.booleans()) else []
    return Outcome(found, [stats], [Path("talk.yaml")], failures=failures)


@settings(max_examples=40, deadline=None)
@given(outcomes())
def test_sarif_follows_its_schema(outcome: Outcome) -> None:
    """Whatever a deck holds, the report is SARIF 2.1.0, with a result a finding."""
    report = json.loads(written("sarif", outcome))

    validator().validate(report)
    results = report["runs"][0]["results"]
    rules = report["runs"][0]["tool"]["driver"]["rules"]
    assert [one.code for one in outcome.diagnostics] == [one["ruleId"] for one in results]
    assert [one["ruleId"] for one in results] == [rules[one["ruleIndex"]]["id"] for one in results]


def validator() -> jsonschema.Draft7Validator:
    """SARIF's own schema, formats of addresses included."""
    if not KNOWN:
        KNOWN.append(jsonschema.Draft7Validator(published("https://json.schemastore.org/sarif-2.1.0.json")))
    return KNOWN[0]


KNOWN: list[jsonschema.Draft7Validator] = []
"""The schema, once it was read."""


def test_the_schema_refuses_what_is_no_sarif() -> None:
    """The validation above can fail: a level that SARIF does not know is refused."""
    found = Diagnostic("SK101", "no French", severity=Severity.ERROR)
    report = json.loads(written("sarif", Outcome([found], [], [])))
    report["runs"][0]["results"][0]["level"] = "fatal"

    with pytest.raises(jsonschema.ValidationError):
        validator().validate(report)


@settings(max_examples=40, deadline=None)
@given(outcomes())
def test_junit_is_read_by_a_junit_parser(outcome: Outcome) -> None:
    """Errors are failures, warnings are passed cases, and a deck without findings is one passed case."""
    report = junitparser.JUnitXml.fromstring(written("junit", outcome).encode("utf-8"))
    cases = [case for suite in report for case in suite]

    errors = sum(one.severity is Severity.ERROR for one in outcome.diagnostics) + len(outcome.failures)
    assert errors == sum(not case.is_passed for case in cases) == report.failures
    assert len(cases) == report.tests
    assert len(outcome.diagnostics) + len(outcome.failures) <= len(cases)


ANNOTATION = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:]*)(?:,\w+=[^,:]*)*)::(.*)")


@settings(max_examples=40, deadline=None)
@given(outcomes())
def test_annotations_are_well_formed(outcome: Outcome) -> None:
    """One line a finding, and no line that the deck makes: the runner understands just what was meant."""
    lines = written("github", outcome).splitlines()

    assert len(outcome.diagnostics) == len(lines)
    for one, line in zip(outcome.diagnostics, lines, strict=True):
        found = ANNOTATION.fullmatch(line)
        assert found is not None
        properties = dict(each.split("=", 1) for each in found[2].split(","))
        assert str(one.span.line) == properties["line"]
        assert one.code == properties["title"].split()[0]
        assert "\r" not in line


@given(WORDS)
def test_annotations_are_unescaped_to_what_was_said(words: str) -> None:
    """What the runner makes of an escaped text is the text (`ActionCommand.cs` of actions/runner)."""
    escaped = data_of(words)
    plain = escaped.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")

    assert words == plain
    assert not re.search(r"[\r\n]", escaped)
    assert not re.search(r"[\r\n:,]", property_of(words))


@settings(max_examples=40, deadline=None)
@given(outcomes())
def test_gitlab_reads_every_finding_once(outcome: Outcome) -> None:
    """Each has what the widget needs, and a fingerprint of its own."""
    issues = json.loads(written("gitlab", outcome))

    assert len(outcome.diagnostics) == len(issues) == len({one["fingerprint"] for one in issues})
    assert {one["severity"] for one in issues} <= {"info", "minor", "major"}
    assert all(one["location"]["lines"]["begin"] >= 1 and one["check_name"] for one in issues)


@settings(max_examples=40, deadline=None)
@given(outcomes())
def test_every_format_says_the_same_twice(outcome: Outcome) -> None:
    """Same findings, same bytes; and they can be written as UTF-8."""
    for format in FORMATS[1:]:
        text = written(format, outcome)
        assert text == written(format, outcome)
        io.BytesIO().write(text.encode("utf-8"))


@pytest.mark.parametrize(
    ("file", "root", "expected"),
    [
        ("./talk.yaml", "", "talk.yaml"),
        ("talk.yaml", "{here}", "decks/talk.yaml"),
        ("../talk.yaml", "{here}", "talk.yaml"),
        ("../../talk.yaml", "{here}", "../../talk.yaml"),
    ],
)
def test_files_are_named_from_the_repository(
    file: str, root: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job that runs in a folder of the checkout still names files as the CI system knows them."""
    (tmp_path / "decks").mkdir()
    monkeypatch.chdir(tmp_path / "decks")

    assert expected == from_root(file, "ROOT", {"ROOT": root.format(here=tmp_path)})


def test_a_fingerprint_stays_where_lines_move(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line put in above changes no mark; a change of the line itself does."""
    monkeypatch.chdir(tmp_path)
    deck = Path("talk.yaml")

    def mark(text: str, line: int) -> str:
        deck.write_text(text, encoding="utf-8")
        found = Diagnostic("SK101", "no French", Span(line, 3, line, 8), file="talk.yaml")
        made: str = json.loads(written("gitlab", Outcome([found], [], [deck])))[0]["fingerprint"]
        return made

    first = mark("a\n  b: one\n", 2)

    assert first == mark("a\n\n# new\n  b: one\n", 4)
    assert first != mark("a\n  b: two\n", 2)
