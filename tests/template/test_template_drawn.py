"""A template's look in PDFs, pictures and Marp: its ground, its logos, its legal line, its colours."""

from __future__ import annotations

import io
import re
from pathlib import Path
from urllib.parse import unquote

from lxml import etree
from packages import CIVIC, HARBOUR, changed, parts, replaced
from PIL import Image
from test_template_writing import layouts

from slidekit.scene.boxes import Art, PictureShape, TextShape
from slidekit.scene.code import mark
from slidekit.scene.contrast import LARGE_TEXT, ratio
from slidekit.scene.corporate import TemplateTheme
from slidekit.template.guess import guessed
from slidekit.template.inspecting import draft, oddities, summary, table
from slidekit.template.opening import Archive
from slidekit.template.reading import read
from slidekit.template.scenery import scenery
from slidekit.writers import marp, typst

LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"


def test_art_is_read_from_master_and_layout() -> None:
    """A content slide has the master's bars, logo and legal line; the dark divider its own logo alone."""
    template = read(Archive(CIVIC.read_bytes()))
    content, section = [scenery(template, template.layouts[number]) for number in (1, 2)]

    assert [Art, Art, Art, PictureShape, TextShape] == [type(shape) for shape in content.shapes]
    assert [Art, PictureShape] == [type(shape) for shape in section.shapes]
    assert (content.ground, section.ground) == ("FFFFFF", "0B3C49")
    legal = content.shapes[-1]
    assert isinstance(legal, TextShape)
    assert legal.paragraphs[0].runs[0].text.startswith("© His Majesty")


def test_groups_and_what_cannot_be_drawn() -> None:
    """A shape in a group stands where the group puts it; a freeform is left out and named."""
    group = (
        b'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="800" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        b'<a:off x="3600000" y="360000"/><a:ext cx="7200000" cy="720000"/><a:chOff x="0" y="0"/>'
        b'<a:chExt cx="3600000" cy="360000"/></a:xfrm></p:grpSpPr><p:sp><p:nvSpPr><p:cNvPr id="801" name="In"/>'
        b'<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="360000" y="36000"/><a:ext cx="360000" cy="36000"/>'
        b'</a:xfrm><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="123456"/>'
        b"</a:solidFill></p:spPr></p:sp></p:grpSp>"
    )
    wave = (
        b'<p:sp><p:nvSpPr><p:cNvPr id="802" name="Wave"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        b'<a:off x="0" y="0"/><a:ext cx="360000" cy="36000"/></a:xfrm><a:custGeom><a:avLst/><a:pathLst/></a:custGeom>'
        b'<a:solidFill><a:srgbClr val="123456"/></a:solidFill></p:spPr></p:sp>'
    )
    package = replaced(CIVIC, LAYOUT, b"</p:spTree>", group + wave + b"</p:spTree>")
    template = read(Archive(package))

    found = scenery(template, template.layouts[1])

    ellipse = next(shape for shape in found.shapes if isinstance(shape, Art) and shape.kind == "ellipse")
    assert (120.0, 12.0, 20.0, 2.0) == ellipse.box
    assert found.left_out == ("a shape that is neither rectangle nor ellipse (Wave)",)
    assert any("Wave" in line for line in oddities(template, guessed(template)))


def test_pictures_show_the_templates_colours() -> None:
    """The bar at the top, the white ground and the dark divider come out in a picture."""
    pages = [Image.open(io.BytesIO(one)).convert("RGB") for one in typst.pages_png(layouts(CIVIC).scene("en"), 36)]

    assert pages[2].getpixel((400, 2)) == (0x13, 0x72, 0x7C)
    assert pages[2].getpixel((20, 200)) == (255, 255, 255)
    assert pages[1].getpixel((20, 200)) == (0x0B, 0x3C, 0x49)
    assert pages[0].size == (480, 270)
    assert Image.open(io.BytesIO(typst.pages_png(layouts(HARBOUR).scene("en"), 36)[0])).size == (360, 270)


def test_marp_has_the_art_behind_its_words() -> None:
    """The CSS draws each kind of slide's art as one SVG that is whole XML, with the logo inside."""
    css = marp.css(layouts(CIVIC).scene("fr"))
    drawings = [unquote(one) for one in re.findall(r'url\("data:image/svg\+xml,([^"]*)"\) 0 0 / 100% 100%', css)]

    assert len(drawings) == 4
    for drawing in drawings:
        tree = etree.fromstring(drawing.encode())
        assert tree.get("viewBox") == "0 0 338.67 190.50"
        assert len(tree.findall(".//{*}image")) == 1
    assert "His Majesty" in drawings[0]
    assert "width: 960px" in marp.css(layouts(HARBOUR).scene("fr"))


def test_a_theme_of_ours_says_nothing_of_templates() -> None:
    """Only a deck in a template has its art in the CSS."""
    assert isinstance(layouts(CIVIC).theme, TemplateTheme)


def test_the_draft_map_is_what_was_guessed() -> None:
    """The map that `inspect` prints, read back, gives the same layouts and placeholders."""
    from slidekit.deck.reading import read_deck
    from slidekit.scene.theming import load_theme
    from slidekit.template.loading import load

    template = read(Archive(CIVIC.read_bytes()))
    choices = guessed(template)
    lines = "\n".join(draft(template, choices, CIVIC.name))
    deck, problems = read_deck(f"slidekit: 1\ntitle: {{both: A}}\n{lines}\nslides: []\n".encode())
    base, _ = load_theme("boreal", CIVIC.parent)
    assert deck is not None
    assert deck.template is not None
    assert base is not None

    again = load(deck.template, CIVIC.parent, base)

    assert problems == []
    assert {key: one.layout.name for key, one in choices.items()} == {
        key: one.layout.name for key, one in again.choices.items()
    }
    assert [one.bodies for one in choices.values()] == [one.bodies for one in again.choices.values()]


def test_inspect_tells_what_is_odd() -> None:
    """Two placeholders of one idx, and a picture that only Office draws."""
    twice = parts(CIVIC.read_bytes())[LAYOUT].replace(b'idx="13"', b'idx="10"')
    template = read(Archive(changed(CIVIC, {LAYOUT: twice, "ppt/media/logo.emf": b"x"})))
    choices = guessed(template)

    odd = list(oddities(template, choices))

    assert "Title and Content: 2 placeholders have the idx 10, which should be different" in odd
    assert any(line.startswith("ppt/media/logo.emf is a picture that only Office draws") for line in odd)
    assert next(summary(template, "a.pptx")) == "a.pptx: 338.7 × 190.5 mm (16:9), 11 layouts"
    assert len(list(table(template, choices))) == 11 + 58


def test_the_script_makes_the_templates(root: Path) -> None:
    """The two templates of the tests are what their script writes, to the byte."""
    import importlib.util

    spec = importlib.util.spec_from_file_location("corporate_templates", root / "scripts" / "corporate_templates.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)

    assert CIVIC.read_bytes() == script.made(script.CIVIC)
    assert HARBOUR.read_bytes() == script.made(script.HARBOUR)


def test_signs_of_transcripts_are_seen_on_the_templates_ground() -> None:
    """Where a template's third colour is too near its dark one, signs before replies take the theme's."""
    theme = layouts(HARBOUR).scene("en").theme

    assert ratio(theme.palette.third, theme.palette.night) < LARGE_TEXT
    assert mark(theme) == theme.terminal.sign
    assert ratio(mark(theme), theme.palette.night) >= LARGE_TEXT
