"""A report for GitLab's code quality widget (GitLab Docs, Code Quality, "Code Quality report format")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slidekit.cli.formats.places import fingerprints, from_root
from slidekit.cli.language import said
from slidekit.cli.terminal import visible
from slidekit.rules.catalog import catalog
from slidekit.source.diagnostic import Severity

if TYPE_CHECKING:
    from slidekit.cli.formats import Outcome

WEIGHTS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(outcome: Outcome) -> str:
    """A list of findings; a fingerprint stays the same where lines move."""
    import json

    issues = [
        {
            "description": visible(f"{one.code}: {said(one).message}"),
            "check_name": catalog()[one.code].name,
            "fingerprint": mark,
            "severity": WEIGHTS[one.severity],
            "location": {"path": visible(from_root(one.file, "CI_PROJECT_DIR")), "lines": {"begin": one.span.line}},
        }
        for one, mark in zip(outcome.diagnostics, fingerprints(outcome.diagnostics), strict=True)
    ]
    return json.dumps(issues, indent=2) + "\n"
