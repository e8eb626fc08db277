"""Annotations for GitHub Actions: each finding stands beside its line in a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slidekit.cli.formats.places import from_root
from slidekit.cli.language import said, say
from slidekit.cli.terminal import visible
from slidekit.rules.catalog import catalog
from slidekit.source.diagnostic import Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.cli.formats import Outcome
    from slidekit.source.diagnostic import Diagnostic

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
"""Workflow commands (GitHub Docs, Workflow commands for GitHub Actions)."""


def write(outcome: Outcome) -> str:
    """A line a finding; what a deck holds cannot make a command of its own."""
    return "".join(f"{_annotation(one)}\n" for one in outcome.diagnostics)


def _annotation(found: Diagnostic) -> str:
    found = said(found)
    span = found.span
    place = {"file": from_root(found.file, "GITHUB_WORKSPACE"), "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:  # columns of several lines are refused
        place |= {"col": span.column, "endColumn": max(span.end_column - 1, span.column)}
    place["title"] = f"{found.code} {catalog()[found.code].name}"
    properties = ",".join(f"{name}={property_of(str(value))}" for name, value in place.items())
    message = visible(found.message)
    if found.hint:
        message += "\n" + say(tell("hint:")) + " " + visible(found.hint)
    return f"::{COMMANDS[found.severity]} {properties}::{data_of(message)}"


def data_of(text: str) -> str:
    """A message escaped as `@actions/core` does it (actions/toolkit, packages/core/src/command.ts: `escapeData`)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def property_of(text: str) -> str:
    """A property escaped likewise (`escapeProperty`)."""
    return data_of(visible(text)).replace(":", "%3A").replace(",", "%2C")
