"""What the layout predicts of dense slides, against what LibreOffice draws."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.fit_report import kept, report, table

pytestmark = [pytest.mark.office, pytest.mark.slow]


@pytest.mark.parametrize(("seed", "theme"), [(11, None), (12, "erable")])
def test_what_is_predicted_holds(seed: int, theme: str | None, soffice: str, poppler: Path, tmp_path: Path) -> None:
    """No paragraph has more lines than predicted, and what is reported as too long is, in 95 % of cases."""
    results = report(seed, 39, soffice, tmp_path, theme)

    assert {edition: one.too_few for edition, one in results.items()} == {edition: [] for edition in results}
    assert all(one.paragraphs > 300 for one in results.values())
    assert kept(results), table(results)
