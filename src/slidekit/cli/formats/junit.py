"""A report that every CI system reads: JUnit's XML, a test suite a deck, a test case a finding.

The form is that of the Jenkins xUnit plugin's `junit-10.xsd`. Errors are failures; warnings do not fail a
build, so they are passed cases that say what was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from slidekit.cli.language import said, say
from slidekit.cli.terminal import visible
from slidekit.rules.catalog import catalog
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from slidekit.cli.formats import Outcome


def write(outcome: Outcome) -> str:
    """The document; a deck without findings is one passed case."""
    by_file: dict[str, list[Diagnostic]] = {path.as_posix(): [] for path in outcome.files}
    for one in outcome.diagnostics:
        by_file.setdefault(one.file, []).append(one)
    failures = sum(one.severity is Severity.ERROR for one in outcome.diagnostics) + len(outcome.failures)
    tests = sum(max(len(found), 1) for found in by_file.values()) + len(outcome.failures)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<testsuites name="slidekit check" tests="{tests}" failures="{failures}" errors="0">')
    for file, found in by_file.items():
        lines += _suite(file, found)
    if outcome.failures:
        lines += _demands(outcome)
    return "\n".join([*lines, "</testsuites>", ""])


def _suite(file: str, found: Sequence[Diagnostic]) -> Iterator[str]:
    name = _quoted(file)
    failures = sum(one.severity is Severity.ERROR for one in found)
    tests = max(len(found), 1)
    yield f'  <testsuite name={name} tests="{tests}" failures="{failures}" errors="0" skipped="0" time="0">'
    for one in found:
        place = f"{one.code} {catalog()[one.code].name} {one.span.line}:{one.span.column}"
        yield f'    <testcase classname={name} name={_quoted(place)} file={name} line="{one.span.line}" time="0">'
        yield from _result(said(one), f"{file}:{one.span.line}:{one.span.column}")
        yield "    </testcase>"
    if not found:
        yield f'    <testcase classname={name} name={_quoted(say(tell("no finding")))} time="0"/>'
    yield "  </testsuite>"


def _result(one: Diagnostic, place: str) -> Iterator[str]:
    hint = f"\n{say(tell('hint:'))} {one.hint}" if one.hint else ""
    whole = _text(f"{place}: {say(one.severity.called)}[{one.code}] {one.message}{hint}")
    if one.severity is Severity.ERROR:
        yield f'      <failure type="{one.code}" message={_quoted(one.message)}>{whole}</failure>'
    else:
        yield f"      <system-out>{whole}</system-out>"


def _demands(outcome: Outcome) -> Iterator[str]:
    """What was asked for beside errors, and is not there."""
    number = len(outcome.failures)
    yield f'  <testsuite name="slidekit" tests="{number}" failures="{number}" errors="0" skipped="0" time="0">'
    for one in outcome.failures:
        said = _quoted(say(one))
        yield f'    <testcase classname="slidekit" name={said} time="0"><failure message={said}/></testcase>'
    yield "  </testsuite>"


def _text(text: str) -> str:
    """Words as XML: no sign that XML 1.0 forbids is left (section 2.2)."""
    plain = "\n".join([visible(line) for line in text.split("\n")])
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    return '"' + _text(visible(text)).replace('"', "&quot;") + '"'
