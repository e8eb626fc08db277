"""Decks written into templates: read back with python-pptx, nothing of the samples left, nothing else changed."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from packages import CIVIC, HARBOUR, changed, parts
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from slidekit.deck.reading import read_deck
from slidekit.scene.layout import Layouts, lay_out
from slidekit.scene.theming import load_theme
from slidekit.show.localise import localise
from slidekit.template.loading import load
from slidekit.writers import pptx

DECK = """\
slidekit: 1
title: {en: Fast tests, fr: Des tests rapides}
subtitle: {en: What a minute is worth, fr: Ce que vaut une minute}
author: Camille Roy
date: 2026-03-10
template: TEMPLATE
slides:
  - section: {en: Hardware, fr: Matériel}
  - title: {en: Why waiting is dear, fr: Pourquoi attendre coûte cher}
    bullets:
      - en: Every wait breaks a thought
        fr: Chaque attente rompt une pensée
        bullets:
          - {en: and nobody counts them, fr: et personne ne les compte}
    notes: {en: Slowly., fr: Lentement.}
  - title: {en: Two columns, fr: Deux colonnes}
    columns:
      - bullets: [{en: Left, fr: Gauche}]
      - bullets: [{en: Right, fr: Droite}]
  - title: {en: With headings, fr: Avec intertitres}
    columns:
      - title: {en: Before, fr: Avant}
        bullets: [{en: A queue, fr: Une file}]
      - title: {en: After, fr: Après}
        bullets: [{en: No queue, fr: Pas de file}]
  - title: {en: Figures, fr: Chiffres}
    table:
      header: {en: [What, Before], fr: [Quoi, Avant]}
      rows:
        - {en: [Runs, "2"], fr: [Passages, "2"]}
  - title: {en: A chart, fr: Un graphique}
    chart:
      type: column
      categories: {en: [May, June], fr: [Mai, Juin]}
      series:
        - name: {en: Runs, fr: Passages}
          values: [1, 2]
    alt: {en: Runs rise, fr: Les passages montent}
  - quote: {en: Wait for nothing., fr: N’attendez rien.}
    by: Camille Roy
"""


@cache
def layouts(path: Path) -> Layouts:
    """The deck laid out in a template."""
    deck, problems = read_deck(DECK.replace("TEMPLATE", path.name).encode())
    assert deck is not None
    assert deck.template is not None
    assert not problems
    base, _ = load_theme("boreal", path.parent)
    assert base is not None
    loaded = load(deck.template, path.parent, base)
    assert loaded.theme is not None, loaded.problems
    return lay_out([localise(deck, "en"), localise(deck, "fr")], loaded.theme)


@cache
def written(path: Path, edition: str = "en") -> bytes:
    """The deck in a template, as a .pptx."""
    return pptx.write(layouts(path).scene(edition))  # type: ignore[arg-type]


def read(package: bytes) -> Deck:
    """The package as python-pptx reads it."""
    return Presentation(io.BytesIO(package))


BOTH = pytest.mark.parametrize("path", [CIVIC, HARBOUR], ids=["civic", "harbour"])


@BOTH
@pytest.mark.parametrize("edition", ["en", "fr", "side-by-side"])
def test_nothing_of_the_samples_is_left(path: Path, edition: str) -> None:
    """Sample slides go with their notes, charts, pictures, sections and custom shows."""
    content = parts(written(path, edition))

    assert not [name for name, part in content.items() if b"SAMPLE" in part]
    embedded = [part for name, part in content.items() if name.endswith(".xlsx")]
    assert not [one for one in embedded if any(b"SAMPLE" in each for each in parts(one).values())]
    assert len([name for name in content if name.startswith("ppt/media/")]) == 2


@BOTH
def test_what_stays_stays_byte_for_byte(path: Path) -> None:
    """Master, layouts, theme and logos are the template's own; the layout with a link to a sample loses that alone."""
    before, after = parts(path.read_bytes()), parts(written(path))
    names = [name for name in before if re.match(r"ppt/(slideMasters|slideLayouts|theme|media|notesMasters)/", name)]

    different = [name for name in names if name in after and before[name] != after[name]]
    gone = [name for name in names if name not in after]

    layout = "ppt/slideLayouts/slideLayout6.xml"
    assert different == ["ppt/slideLayouts/_rels/slideLayout6.xml.rels", layout] or different == [
        layout,
        "ppt/slideLayouts/_rels/slideLayout6.xml.rels",
    ]
    assert b"hlinkClick" in before[layout]
    assert b"hlinkClick" not in after[layout]
    assert all(name.startswith("ppt/media/") for name in gone)


@BOTH
def test_texts_stand_in_the_templates_own_placeholders(path: Path) -> None:
    """Titles and texts fill the layouts' placeholders by their own idx, and say no place where they have it already."""
    slides = list(read(written(path)).slides)
    idx = {CIVIC: 13, HARBOUR: 33}[path]

    content = {shape.placeholder_format.idx: shape for shape in slides[2].placeholders}

    assert slides[2].slide_layout.name == "Title and Content"
    assert slides[2].shapes.title.text == "Why waiting is dear"
    assert content[idx].text_frame.text.startswith("Every wait breaks a thought")
    assert content[idx]._element.spPr.find("{*}xfrm") is None
    assert [0, 1] == [one.level for one in content[idx].text_frame.paragraphs]
    assert b"<a:buChar" not in parts(written(path))["ppt/slides/slide3.xml"]


@BOTH
def test_two_columns_fill_both_placeholders(path: Path) -> None:
    """The left text is in the left placeholder and the right text in the right one, whatever their idx."""
    slide = list(read(written(path)).slides)[3]
    found = {shape.placeholder_format.idx: shape.text_frame.text for shape in slide.placeholders}
    left, right = {CIVIC: (14, 4294967295), HARBOUR: (1, 2)}[path]

    assert slide.slide_layout.name == "Two Content"
    assert (found[left], found[right]) == ("Left", "Right")


def test_headed_columns_fill_four_placeholders() -> None:
    """Headings over columns take the placeholders of a comparison."""
    slide = list(read(written(HARBOUR)).slides)[4]
    found = {shape.placeholder_format.idx: shape.text_frame.text for shape in slide.placeholders}

    assert slide.slide_layout.name == "Comparison"
    assert ("Before", "A queue", "After", "No queue") == (found[1], found[31], found[3], found[32])


@BOTH
@pytest.mark.parametrize("edition", ["en", "fr", "side-by-side", "stacked", "alternating"])
def test_no_placeholder_is_empty_and_every_slide_has_a_title(path: Path, edition: str) -> None:
    """What has no text has no placeholder; tables and charts stand where the text would."""
    for slide in read(written(path, edition)).slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.text.strip()
        assert all(shape.text_frame.text.strip() for shape in slide.placeholders)


@BOTH
def test_tables_and_charts_are_native_and_in_their_room(path: Path) -> None:
    """A table and a chart lie inside the content placeholder's box, with the template's own table style."""
    slides = list(read(written(path)).slides)
    room = next(one for one in slides[2].slide_layout.placeholders if one.placeholder_format.idx in (13, 33))

    for slide, kind in ((slides[5], "has_table"), (slides[6], "has_chart")):
        shape = next(one for one in slide.shapes if getattr(one, kind))
        assert room.left <= shape.left
        assert room.top <= shape.top
        assert shape.left + shape.width <= room.left + room.width
        assert shape.top + shape.height <= room.top + room.height
    assert b"{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}" in parts(written(path))["ppt/slides/slide6.xml"]


@BOTH
def test_the_foot_is_in_the_language_of_the_slide(path: Path) -> None:
    """Date, footer and number fill their placeholders, each run with its language."""
    slide = list(read(written(path, "fr")).slides)[2]
    found = {str(shape.placeholder_format.type).split(" ")[0]: shape for shape in slide.placeholders}

    assert found["DATE"].text_frame.text == "10 mars 2026"
    assert found["FOOTER"].text_frame.text.startswith("Des tests rapides")
    assert found["SLIDE_NUMBER"].text_frame.text == "3"
    assert 'lang="fr-CA"' in found["FOOTER"]._element.xml


def test_a_dark_layout_keeps_its_colours_on_the_slide() -> None:
    """Where a layout renames the colours, its slides do too."""
    slide = parts(written(CIVIC))["ppt/slides/slide2.xml"]

    assert b'<a:overrideClrMapping bg1="dk1" tx1="lt1"' in slide


def test_the_same_deck_gives_the_same_bytes() -> None:
    """Nothing in the file says when or how often it was made."""
    first = pptx.write(layouts(CIVIC).scene("en"))

    assert first == pptx.write(layouts(CIVIC).scene("en"))


def test_a_potx_becomes_a_presentation(tmp_path: Path) -> None:
    """A template file's own content type gives way to that of a presentation."""
    types = parts(HARBOUR.read_bytes())["[Content_Types].xml"]
    as_template = types.replace(b"presentation.main+xml", b"template.main+xml")
    (tmp_path / "corp.potx").write_bytes(changed(HARBOUR, {"[Content_Types].xml": as_template}))

    made = parts(written(tmp_path / "corp.potx"))["[Content_Types].xml"]

    assert b"template.main+xml" in as_template
    assert b"template.main+xml" not in made
    assert b"presentation.main+xml" in made


def test_names_never_collide(tmp_path: Path) -> None:
    """A chart and pictures of the template's own stay beside ours."""
    names = zipfile.ZipFile(io.BytesIO(written(CIVIC))).namelist()

    assert len(names) == len(set(names))


def test_a_layout_without_a_title_has_one_above_the_slide(tmp_path: Path) -> None:
    """Screen readers and the outline find a title where the template shows none."""
    import re as _re

    name = "ppt/slideLayouts/slideLayout2.xml"
    layout = parts(HARBOUR.read_bytes())[name]
    bare = _re.sub(rb"<p:sp>(?:(?!</p:sp>).)*?<p:ph type=\"title\"/>.*?</p:sp>", b"", layout, count=1, flags=_re.S)
    (tmp_path / "bare.pptx").write_bytes(changed(HARBOUR, {name: bare}))
    assert bare != layout

    slide = list(read(written(tmp_path / "bare.pptx")).slides)[2]

    assert slide.shapes.title is not None
    assert slide.shapes.title.text == "Why waiting is dear"
    assert slide.shapes.title.top + slide.shapes.title.height <= 0


def test_a_picture_without_a_title_leaves_the_logo_alone(root: Path) -> None:
    """What stands alone on a slide of a template stays below the title's place, where logos are."""
    from slidekit.scene.boxes import PictureShape
    from slidekit.scene.pictures import Picture

    deck = DECK.partition("slides:")[0].replace("TEMPLATE", CIVIC.name)
    slide = "slides:\n  - image: dot.png\n    alt: {en: A dot, fr: Un point}\n"
    parsed, _ = read_deck((deck + slide).encode())
    base, _ = load_theme("boreal", CIVIC.parent)
    assert parsed is not None
    assert parsed.template is not None
    assert base is not None
    theme = load(parsed.template, CIVIC.parent, base).theme
    assert theme is not None
    dot = (root / "tests" / "golden" / "dot.png").read_bytes()
    pictures = {"dot.png": Picture("dot.png", 1600, 900, "png", dot, "dot")}

    scene = lay_out([localise(parsed, "en"), localise(parsed, "fr")], theme, pictures).scene("en")
    found = [one for slide in scene.slides for one in slide.shapes if isinstance(one, PictureShape)]

    assert [True] == [one.box.y >= 36 for one in found]
