"""Templates read: what a placeholder inherits, which layout serves which need, which colours and sizes come out."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import CIVIC, HARBOUR, replaced

from slidekit.deck.keys import TEMPLATE_NEEDS
from slidekit.deck.model import Template as Wanted
from slidekit.deck.model import TemplateLayout
from slidekit.scene.contrast import TEXT, ratio
from slidekit.scene.theming import load_theme
from slidekit.source.span import START
from slidekit.template.colors import Inks
from slidekit.template.dress import ladder
from slidekit.template.guess import guessed
from slidekit.template.loading import Loaded, load
from slidekit.template.opening import opened
from slidekit.template.reading import Template, read

LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"


def template(path: Path) -> Template:
    """A template as it is read."""
    return read(opened(path))


def loaded(path: Path, *layouts: TemplateLayout) -> Loaded:
    """A template as a deck's theme."""
    base, _ = load_theme("boreal", path.parent)
    assert base is not None
    return load(Wanted(path.name, START, layouts), path.parent, base)


def test_sizes_and_fonts_are_the_templates() -> None:
    """Slide size, fonts and samples come from the file."""
    civic, harbour = template(CIVIC), template(HARBOUR)

    assert (338.7, 190.5) == (round(civic.width, 1), civic.height)
    assert (254.0, 190.5) == (harbour.width, harbour.height)
    assert civic.fonts == ("Montserrat", "Source Sans Pro")
    assert (civic.samples, len(civic.layouts)) == (3, 11)


def test_a_placeholder_inherits_from_layout_and_master() -> None:
    """The box comes from the master, the size from its styles, the idx from the layout."""
    content = template(CIVIC).layouts[1]
    seat = next(one for one in content.seats if one.type == "obj")

    assert (seat.idx, seat.tag) == (13, 'idx="13"')
    assert seat.box is not None
    assert [16.0, 42.0, 306.7, 126.0] == [round(value, 1) for value in seat.box]
    assert [24.0, 20.0, 18.0, 16.0, 16.0] == [level.size for level in seat.levels]
    assert ["•", "–", "•", "–", "»"] == [level.marker for level in seat.levels]
    assert (seat.levels[0].spacing, seat.levels[0].color, seat.levels[0].marker_color) == (0.95, "1B1F2A", "13727C")


def test_a_layout_may_rename_the_colours() -> None:
    """On the dark divider what is called text is the theme's light colour."""
    section = template(CIVIC).layouts[2]
    title = next(seat for seat in section.seats if seat.family == "title")

    assert title.levels[0].color == "EEF3F2"
    assert section.color_map.startswith('<a:overrideClrMapping bg1="dk1"')


@pytest.mark.parametrize("path", [CIVIC, HARBOUR], ids=["civic", "harbour"])
def test_every_need_has_its_layout(path: Path) -> None:
    """Kinds, placeholders and places say what a layout is for."""
    choices = guessed(template(path))

    assert {
        "title": "Title Slide",
        "section": "Section Header",
        "closing": "Section Header",
        "content": "Title and Content",
        "columns-2": "Two Content",
        "columns-3": "Title and Content",
        "comparison": "Comparison",
        "quote": "Title and Content",
        "picture": "Title Only",
        "title-only": "Title Only",
        "blank": "Blank",
    } == {key: choices[key].layout.name for key in TEMPLATE_NEEDS}
    assert len(choices["comparison"].heads) == len(choices["comparison"].bodies) == 2


def test_layouts_without_kinds_are_guessed_by_their_placeholders(tmp_path: Path) -> None:
    """Where no layout says what it is, its placeholders and its name do."""
    import re

    from packages import changed, parts

    plain = {
        name: re.sub(rb'(<p:sldLayout [^>]*?) type="\w+"', rb"\1", content)
        for name, content in parts(CIVIC.read_bytes()).items()
        if name.startswith("ppt/slideLayouts/slideLayout")
    }
    (tmp_path / "plain.pptx").write_bytes(changed(CIVIC, plain))

    choices = guessed(template(tmp_path / "plain.pptx"))

    assert all(one.type == "" for one in template(tmp_path / "plain.pptx").layouts)
    named = {key: choices[key].layout.name for key in ("title", "section", "content", "columns-2")}
    assert named == {
        "title": "Title Slide",
        "section": "Section Header",
        "content": "Title and Content",
        "columns-2": "Two Content",
    }


def test_the_map_has_the_last_word() -> None:
    """A layout by name, whatever its case, or by number; a placeholder by its idx."""
    found = loaded(
        HARBOUR,
        TemplateLayout("content", "content with caption", START, (("body", 2, START),)),
        TemplateLayout("quote", "3", START),
    )

    assert () == found.problems
    assert [2] == [seat.idx for seat in found.choices["content"].bodies]
    assert found.choices["quote"].layout.name == "Section Header"


def test_what_the_map_gets_wrong_is_told() -> None:
    """An unknown layout, an unknown idx and a turned placeholder, each with what there is."""
    found = loaded(
        HARBOUR,
        TemplateLayout("title", "Title Slid", START),
        TemplateLayout("content", "2", START, (("body", 77, START),)),
        TemplateLayout("quote", "Title and Vertical Text", START, (("body", 1, START),)),
        TemplateLayout("closing", "44", START),
    )

    assert ["SK133", "SK134", "SK134", "SK133"] == [one.code for one in found.problems]
    assert found.problems[0].hint == "did you mean  Title Slide?"
    assert found.problems[1].hint == "it has 0 (Title 1), 33 (Content Placeholder 2)"
    assert "turned text" in found.problems[2].message
    assert found.theme is None


@pytest.mark.parametrize("path", [CIVIC, HARBOUR], ids=["civic", "harbour"])
def test_colours_of_ours_can_be_read(path: Path) -> None:
    """What a template has no colour for is chosen so that it stands out from its ground."""
    theme = loaded(path).theme
    assert theme is not None

    for _, look in theme.stands:
        palette = look.palette
        for color, ground in (
            (palette.second, palette.paper),
            (palette.second, palette.panel),
            (palette.muted, palette.paper),
            *([(palette.ink, palette.panel)] if look.stand.layout.ground == "paper" else []),
        ):
            assert ratio(color, ground) >= TEXT, (look.stand.key, color, ground)


def test_sizes_go_down_from_the_templates_own() -> None:
    """The first step is what the placeholder has, the last the theme's least."""
    theme = loaded(HARBOUR).theme
    assert theme is not None

    assert theme.sizes.body == (24.0, 22.0, 20.0, 18.0, 16.0)
    assert theme.of("columns-2").sizes.body[0] == 28.0
    assert ladder(44, 32) == (44, 40, 38, 36, 34, 32)
    assert ladder(27, 20) == (27, 26.0, 24.0, 22.0, 20)
    assert ladder(12, 12) == (12,)


def test_fonts_without_metrics_are_told_once_each() -> None:
    """Two fonts that nobody here has: two warnings, whatever the number of layouts."""
    problems = loaded(CIVIC).problems

    assert ["SK135", "SK135"] == [one.code for one in problems]
    assert "Montserrat" in problems[0].message


def test_faint_words_are_told(tmp_path: Path) -> None:
    """Text in the template's own grey on its own white."""
    (tmp_path / "corp.pptx").write_bytes(replaced(HARBOUR, "ppt/theme/theme1.xml", b"20242B", b"BBBBBB"))

    problems = loaded(tmp_path / "corp.pptx").problems

    assert {"SK136"} == {one.code for one in problems}
    assert "contrast of 1.6 : 1" in problems[0].message


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<a:srgbClr val="336699"/>', "336699"),
        ('<a:schemeClr val="tx1"/>', "101010"),
        ('<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>', "888888"),
        ('<a:sysClr val="windowText" lastClr="000000"/>', "000000"),
        ('<a:srgbClr val="000000"><a:tint val="75000"/></a:srgbClr>', "898989"),
        ('<a:srgbClr val="FFFFFF"><a:shade val="50000"/></a:srgbClr>', "BCBCBC"),
        ('<a:prstClr val="white"/>', "FFFFFF"),
        ('<a:hslClr hue="0" sat="100000" lum="50000"/>', "FF0000"),
        ('<a:srgbClr val="nonsense"/>', ""),
    ],
)
def test_colours_are_shaded_as_powerpoint_does(xml: str, expected: str) -> None:
    """Tints and shades count light, luminance counts colour."""
    from lxml import etree

    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    color = etree.fromstring(xml.replace(" ", f" {space} ", 1))
    slots = {"dk1": "101010", "lt1": "FFFFFF", "accent1": "4472C4"}

    assert expected == Inks(slots, {"tx1": "dk1", "bg1": "lt1"}).of(color)
