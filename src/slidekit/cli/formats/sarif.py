"""A report for code scanning: SARIF 2.1.0 (OASIS Standard, 27 March 2020)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slidekit import __version__
from slidekit.cli.formats.places import fingerprints, from_root
from slidekit.cli.language import said, say, speaks
from slidekit.cli.terminal import visible
from slidekit.rules import pages
from slidekit.source.diagnostic import Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.cli.formats import Outcome
    from slidekit.rules.pages import Page
    from slidekit.source.diagnostic import Diagnostic

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""SARIF's levels (3.27.10)."""
ROOT = "%SRCROOT%"
"""Where paths begin: the repository, as GitHub takes it."""


def write(outcome: Outcome) -> str:
    """One run, with the pages of the rules that found something."""
    import json

    codes = {one.code for one in outcome.diagnostics}
    rules = [page for page in pages.pages() if page.code in codes]
    index = {page.code: number for number, page in enumerate(rules)}
    marks = fingerprints(outcome.diagnostics)
    driver = {
        "name": "slidekit",
        "semanticVersion": __version__,
        "rules": [_rule(page) for page in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, index[one.code], mark) for one, mark in zip(outcome.diagnostics, marks, strict=True)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(page: Page) -> dict[str, object]:
    text = pages.plain(page, speaks())
    page = pages.translated(page, speaks())
    return {
        "id": page.code,
        "name": "".join(word.capitalize() for word in page.name.split("-")),
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": f"{page.summary} {' '.join(page.body.split())}".strip()},
        "help": {"text": text, "markdown": f"```\n{text}```\n"},
        "defaultConfiguration": {"level": LEVELS[page.severity]},
        "properties": {"tags": [page.family]},
    }


def _result(found: Diagnostic, rule: int, mark: str) -> dict[str, object]:
    found = said(found)
    message = visible(found.message)
    if found.hint:
        message += "\n" + say(tell("hint:")) + " " + visible(found.hint)
    span = found.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    location = {"physicalLocation": {"artifactLocation": artifact(found.file), "region": region}}
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": LEVELS[found.severity],
        "message": {"text": message},
        "locations": [location],
        "partialFingerprints": {"slidekit/v1": mark},
    }


def artifact(file: str) -> dict[str, str]:
    """A file as a URI: relative to the repository, or absolute (3.4.3)."""
    from pathlib import PurePath
    from urllib.parse import quote

    file = from_root(file, "GITHUB_WORKSPACE")
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": "file://" + quote("/" + path.as_posix().lstrip("/"), errors="surrogateescape")}
    return {"uri": quote(file, errors="surrogateescape"), "uriBaseId": ROOT}
