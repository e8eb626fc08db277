"""Slides are native, accessible and easy to edit."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from pptx_checks import parts, reopened
from pptx_scenes import body, bullet, every_shape, scene, slide, title

from slidekit.scene.boxes import Scene
from slidekit.writers.pptx import write
from slidekit.writers.pptx.markup import safe_link

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A scene with every shape there is."""
    return every_shape(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def deck(every: Scene) -> Any:
    """That scene, written and opened again."""
    return reopened(every)


def test_the_same_scene_gives_the_same_bytes(every: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the time nor the time zone leaves a trace."""
    first = write(every)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "C")

    assert first == write(every)


def test_source_date_epoch_dates_the_file(every: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is the deck's date; without it, a zip's first day."""
    plain = reopened(every).core_properties.created
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773144000")

    dated = reopened(every).core_properties.created
    assert ("1980-01-01T00:00:00", "2026-03-10T12:00:00") == (
        plain.replace(tzinfo=None).isoformat(),
        dated.replace(tzinfo=None).isoformat(),
    )


def test_every_run_says_its_language(every: Scene) -> None:
    """Runs, fields, line breaks and ends of paragraphs all carry `lang`."""
    silent = {
        name: found
        for name, xml in parts(every).items()
        if (found := re.findall(r"<a:(?:rPr|endParaRPr)(?![^>]*\blang=)[^>]*>|<a:br/>|<a:r><a:t>", xml))
    }

    assert {} == silent


def test_code_is_not_proofread(every: Scene) -> None:
    """Runs of code carry `noProof`."""
    listing = parts(every)["ppt/slides/slide3.xml"]

    runs = re.findall(r"<a:rPr[^>]*>", listing.partition("Code slides")[2].partition("</p:sp>")[0])
    assert runs
    assert all('noProof="1"' in run for run in runs)


def test_ids_and_names_are_unique(deck: Any) -> None:
    """No two shapes of a slide share an id or a name."""
    twice = [
        (number, what)
        for number, one in enumerate(deck.slides, 1)
        for values in ([shape.shape_id for shape in one.shapes], [shape.name for shape in one.shapes])
        for what, count in Counter(values).items()
        if count > 1
    ]

    assert [] == twice


def test_every_slide_has_its_title(deck: Any) -> None:
    """Each has a title placeholder with words, even where none is drawn."""
    titles = [one.shapes.title.text_frame.text for one in deck.slides]

    assert ["Des essais", "La loi de Moore", "Un extrait", "Une conversation", "Un dessin", "Un tableau"] == titles[:6]
    hidden = deck.slides[7].shapes.title
    assert (True, "Caché") == (hidden.top + hidden.height <= 0, hidden.text_frame.text)


def test_what_is_seen_is_described(deck: Any) -> None:
    """Pictures, tables, charts and drawings have alternative text; ornaments are marked as such."""
    described = {}
    for one in deck.slides:
        for shape in one.shapes:
            properties = shape._element.xpath("./*/p:cNvPr")[0]
            if shape.name.split()[0] in ("Picture", "Table", "Chart", "Diagram"):
                described[shape.name.split()[0]] = properties.get("descr")
            if "Art" in shape.name:
                assert "decorative" in properties.xml
    assert {
        "Picture": "Un carré vert",
        "Table": "Deux colonnes",
        "Chart": "Des secondes par étape",
        "Diagram": "Deux fichiers mènent à un contexte",
    } == described


def test_text_inherits_what_the_layout_says() -> None:
    """A slide at the theme's own sizes says nothing about size, font, colour or place."""
    points = (bullet("un", before_pt=0.0), bullet("deux"), bullet("plus bas", level=1, size=24.0))
    xml = parts(scene([slide(1, title("Un"), body(*points))]))["ppt/slides/slide1.xml"]

    assert [] == re.findall(r'\bsz="\d|<a:solidFill|<a:latin|<a:buChar|<a:spcBef|<a:lvl\dpPr|marL=', xml)
    assert 1 == xml.count("<a:xfrm>"), "only the group of all shapes says where it is"


def test_a_smaller_size_is_one_override() -> None:
    """Sizes that differ from the layout's stand once, in the shape's list style."""
    points = (bullet("un", size=22.0, before_pt=0.0), bullet("deux", size=22.0))
    xml = parts(scene([slide(1, title("Un"), body(*points))]))["ppt/slides/slide1.xml"]

    assert ['sz="2200"'] == re.findall(r'\bsz="\d+"', xml)
    assert "fontScale" not in xml


def test_numbers_are_counted_by_powerpoint(deck: Any) -> None:
    """Numbered points are native, a list that starts again starts at its own number."""
    points = [bullet("a", marker="1.", number=1), bullet("b", marker="2.", number=2), bullet("c")]
    points += [bullet("d", marker="5.", number=5), bullet("e", marker="6.", number=6)]
    xml = parts(scene([slide(1, title("Un"), body(*points))]))["ppt/slides/slide1.xml"]

    assert 2 == xml.count('startAt="5"')
    assert xml.count("buAutoNum") >= 3


def test_the_table_is_native(deck: Any) -> None:
    """A header row, banded rows, the cells' own sizes."""
    table = next(shape.table for shape in deck.slides[5].shapes if shape.has_table)

    assert (True, True, "trois") == (table.first_row, table.horz_banding, table.cell(2, 0).text)
    assert 18.0 == table.cell(1, 1).text_frame.paragraphs[0].runs[0].font.size.pt


def test_the_same_picture_is_stored_once(every: Scene) -> None:
    """Two slides with the same bytes share one part, stored as it is."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(write(every))) as package:
        media = [(one.filename, one.compress_type) for one in package.infolist() if "/media/" in one.filename]
    assert [("ppt/media/image1.png", zipfile.ZIP_STORED)] == media


def test_links_lead_only_where_they_may() -> None:
    """A link to the web is kept, its address made safe; one to a script is plain text."""
    from pptx_scenes import LOCALE

    from slidekit.show.pages import Run

    run = bullet(Run("oui", LOCALE, link="https://exemple.ca/é x"), Run("non", LOCALE, link="javascript:alert(1)"))
    deck = reopened(scene([slide(1, title("Un"), body(run))]))

    runs = deck.slides[0].placeholders[1].text_frame.paragraphs[0].runs
    assert ["https://exemple.ca/%C3%A9%20x", None] == [one.hyperlink.address for one in runs]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("https://exemple.ca/a?b=1&c=2#d", "https://exemple.ca/a?b=1&c=2#d"),
        ("https://exemple.ca/[1]#a#b", "https://exemple.ca/%5B1%5D#a%23b"),
        ("https://exemple.ca/100%", "https://exemple.ca/100%25"),
        ("https://été.ca/là", "https://xn--t-9fab.ca/l%C3%A0"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("mailto:a.b@exemple.ca?subject=Bonjour à tous", "mailto:a.b@exemple.ca?subject=Bonjour%20%C3%A0%20tous"),
        ("https://:::", None),
        ("https://user@exemple.ca", None),
        ("mailto:nobody", None),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_addresses_are_made_whole_or_left_out(typed: str, written: str | None) -> None:
    """What stands in a relationship is a URI of the web or of mail, or nothing."""
    assert written == safe_link(typed)


def test_footers_and_numbers_are_fields(deck: Any) -> None:
    """An ordinary slide has a footer and a number that PowerPoint knows as such; a cover has none."""
    kinds = [{str(shape.placeholder_format.type) for shape in one.placeholders} for one in deck.slides]

    assert {"FOOTER (15)", "SLIDE_NUMBER (13)"} <= kinds[1]
    assert not {"FOOTER (15)", "SLIDE_NUMBER (13)"} & kinds[0]


def test_notes_stand_on_a_notes_master(deck: Any, every: Scene) -> None:
    """Only slides with notes have a notes page; its text is placeholder 1."""
    assert [False, True] + [False] * 4 + [True, False, False] == [one.has_notes_slide for one in deck.slides]
    assert 1 == deck.slides[1].notes_slide.notes_placeholder.placeholder_format.idx
    assert "<p:notesMasterIdLst>" in parts(every)["ppt/presentation.xml"]


def test_sections_hold_all_slides(every: Scene) -> None:
    """Sections are PowerPoint's own, and slides before the first are in one too."""
    xml = parts(every)["ppt/presentation.xml"]

    sections = re.findall(r'<p14:section name="([^"]*)" id="[^"]*"><p14:sldIdLst>(.*?)</p14:sldIdLst>', xml)
    assert [("Ouverture", 1), ("Matériel", 4), ("Chiffres", 4)] == [(name, ids.count("id=")) for name, ids in sections]


def test_hidden_slides_stay_hidden(every: Scene) -> None:
    """A hidden slide is in the file and not in the show."""
    found = parts(every)

    assert ['show="0"' in found[f"ppt/slides/slide{number}.xml"] for number in (4, 5)] == [False, True]


def test_properties_name_the_deck(deck: Any) -> None:
    """Title, author and language stand in the file's properties."""
    core = deck.core_properties

    assert ("Des essais & <mesures>", "Camille Roy", "fr-CA") == (core.title, core.author, core.language)


def test_layouts_are_named_in_the_language(deck: Any) -> None:
    """The layouts in use come first, a basic dozen follows, and no name comes twice."""
    names = [layout.name for layout in deck.slide_layouts]

    assert ["Titre et contenu", "Couverture"] == names[:2]
    assert len(names) == len(set(names)) >= 12


def test_no_slide_needs_python_pptx() -> None:
    """Writing imports neither python-pptx nor lxml: they cost a fifth of a second."""
    import subprocess
    import sys

    code = "import sys, slidekit.writers.pptx; print([n for n in ('pptx', 'lxml', 'hashlib') if n in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert "[]" == said.stdout.strip()
