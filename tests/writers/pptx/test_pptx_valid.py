"""What is written opens cleanly: the ISO schemas, openxml-audit and the Open XML SDK find nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pptx_checks import audit_faults, house_faults, sdk_faults
from pptx_scenes import (
    LOCALE,
    body,
    bullet,
    chart_shape,
    code_shape,
    every_shape,
    line,
    scene,
    slide,
    table_shape,
    title,
)

from slidekit.scene.boxes import Scene
from slidekit.show.pages import Run
from slidekit.writers.pptx import write

KINDS = ("bar", "column", "line", "area", "pie", "doughnut")


def charts() -> Scene:
    """A chart of each type, with one series and with three; stacks; points; titles of axes."""
    shapes = [chart_shape(kind, count) for kind in KINDS for count in (1, 3)]
    shapes += [chart_shape(kind, 3, stacked=way) for kind in ("bar", "column", "area") for way in ("sum", "share")]
    x, y = line("Distance & temps"), line("Milliers\nde <passagers>")
    shapes += [chart_shape(kind, 2, x=x, y=y) for kind in ("bar", "column", "line", "area")]
    across = ((0.0, "0"), (2.0, "2"), (4.0, "4"))
    shapes += [chart_shape("scatter", count, across_ticks=across, x=x, y=y) for count in (1, 3)]
    return scene([slide(at, title(f"{shape.chart.type} {at}"), shape) for at, shape in enumerate(shapes, 1)])


def hostile() -> Scene:
    """Words that would break XML, in every place that takes words."""
    nasty = "<a:t> &amp; \"' ]]> <!-- {0} %s é\u00a0: « là » 🎉 \x07\x00\ud800\uffff"
    run = Run(nasty, LOCALE, link=f'https://exemple.ca/"<>&{nasty}')
    text = body(bullet(nasty, run), name=nasty)
    return scene(
        [
            slide(1, title(nasty), text, notes=(line(nasty),), section=line(nasty), starts_section=True),
            slide(2, title(f"{nasty} 2"), table_shape(((nasty, nasty), (nasty, nasty)))),
            slide(3, title(f"{nasty} 3"), code_shape(nasty, syntax=None)),
            slide(4, title(f"{nasty} 4"), chart_shape("pie", 1, '0" <&>"', categories=(line(nasty),) * 3)),
            slide(5, title(f"{nasty} 5"), chart_shape("scatter", 1, '0" <&>"', x=line(nasty), y=line(nasty))),
        ]
    )


@pytest.fixture(scope="module", params=["every", "charts", "hostile", "plain", "empty"])
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A written file."""
    folder = tmp_path_factory.mktemp("valid")
    scenes: dict[str, Callable[[], Scene]] = {
        "every": lambda: every_shape(folder),
        "charts": charts,
        "hostile": hostile,
        "plain": lambda: scene([slide(1, title("Un"), body(bullet("deux"), bullet("")))]),
        "empty": lambda: scene([]),
    }
    path = folder / f"{request.param}.pptx"
    path.write_bytes(write(scenes[request.param]()))
    return path


def test_schemas_and_house_rules_find_nothing(file: Path, root: Path) -> None:
    """Every part follows its ISO schema; titles, alt text and languages are there."""
    assert [] == house_faults(file, "fr", root)


def test_openxml_audit_finds_nothing(file: Path) -> None:
    """openxml-audit reports no error."""
    assert [] == audit_faults(file)


def test_the_open_xml_sdk_finds_nothing(file: Path, node: str, root: Path) -> None:
    """Microsoft's own SDK reports no error."""
    assert [] == sdk_faults(file, node, root)
