"""The report as one JSON object, for editors and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slidekit.cli.report import as_object
from slidekit.cli.statistics import counted

if TYPE_CHECKING:
    from slidekit.cli.formats import Outcome


def write(outcome: Outcome) -> str:
    """The report; escapes keep any sign from reaching the terminal raw."""
    import json

    decks = [
        {"file": deck.file, "slides": deck.slides, "texts": deck.texts, "translated": deck.translated}
        for deck in outcome.decks
    ]
    held: dict[str, object] = {"diagnostics": [as_object(one) for one in outcome.diagnostics], "decks": decks}
    if outcome.statistics:
        held["statistics"] = [
            {"code": one.code, "name": one.name, "severity": one.severity, "count": one.times, "mendable": one.mendable}
            for one in counted(outcome.diagnostics)
        ]
    return json.dumps(held, indent=2) + "\n"
