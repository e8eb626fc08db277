"""Decks in both languages: the language of every part, sections, links between twins, notes of both."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pptx_checks import audit_faults, house_faults, parts, reopened, sdk_faults
from pptx_scenes import BODY_BOX, body, bullet, code_shape, line, scene, slide, title

from slidekit.scene.boxes import Box, Paragraph, Scene, SceneSlide, TextShape, Type
from slidekit.show.pages import Run, Show
from slidekit.writers.pptx import write

EN, FR = "en-CA", "fr-CA"
FOOT = Type("body", "0F766E", link_color="0F766E")


def turn(words: str, locale: str, to: int) -> TextShape:
    """The link to the same slide in the other language."""
    shown = Paragraph((Run(words, locale),), 11.0)
    return TextShape(f"Twin {to}", "link", Box(240, 177, 40, 7), (shown,), FOOT, 1.2207, to_slide=to)


def other(show: Show) -> Show:
    """The same talk in English."""
    said = replace(show, lang="en", locale=EN, title=line("Tests & <measures>", EN), author=line("Camille Roy", EN))
    return replace(said, subtitle=line("In\nshort", EN))


def both(slides: list[SceneSlide], edition: str) -> Scene:
    """A scene in both languages, French first."""
    made = scene(slides)
    show = replace(made.show, edition=edition, twin=other(made.show), subtitle=line("En bref", FR))
    return replace(made, show=show)


def said(locale: str, *words: str) -> dict[str, Any]:
    """The fields of a page in a locale, with its section and notes."""
    fr = locale == FR
    name, twin = (line("Matériel", FR), line("Hardware", EN)) if fr else (line("Hardware", EN), line("Matériel", FR))
    return {
        "locale": locale,
        "title": line(words[0], locale),
        "notes": tuple(line(one, locale) for one in words[1:]),
        "section": name,
        "twin_section": twin,
    }


def alternating() -> Scene:
    """A slide before any section, then two in both languages, one of them with the same words in both."""
    point = Paragraph((Run("Two years", EN),), 28.0)
    empty = Paragraph((), 28.0)
    first = slide(1, title("Avant"), locale=FR, title=line("Avant"))
    slides = [
        first,
        slide(2, title("Loi"), body(bullet("Deux ans")), turn("English", EN, 3), starts_section=True, twin_number=3,
              **said(FR, "Loi", "Tracer.")),
        slide(3, _title("Law", EN), body(point, empty), turn("Français", FR, 2), twin_number=2,
              **said(EN, "Law", "Draw.")),
        slide(4, title("Questions ?"), turn("English", EN, 5), twin_number=5, **said(FR, "Questions ?")),
        slide(5, _title("Questions ?", EN), turn("Français", FR, 4), twin_number=4, **said(EN, "Questions ?")),
    ]  # fmt: skip
    return both(slides, "alternating")


def _title(words: str, locale: str) -> TextShape:
    return replace(title(words), paragraphs=(Paragraph((Run(words, locale),), 34.0),))


def side_by_side() -> Scene:
    """A slide that says everything twice, with a listing said once."""
    twin = replace(slide(1, **said(EN, "Law")).page, locale=EN)
    left, right = BODY_BOX._replace(w=140), BODY_BOX._replace(x=180, w=140)
    second = replace(body(bullet(Run("Two years", EN)), name="Bullets en", box=right), placeholder=None)
    drawn = slide(
        1, title("Loi"), body(bullet("Deux ans"), box=left), second, code_shape(), starts_section=True, twin=twin,
        other_notes=(line("Draw.", EN), line("Wait.", EN)), **said(FR, "Loi", "Tracer."),
    )  # fmt: skip
    alone = slide(2, title("Seul"), locale=FR, title=line("Seul"), other_notes=(line("Nothing here.", EN),))
    return both([replace(drawn, other_footer="The title  ·  Hardware"), alone], "side-by-side")


EDITIONS: dict[str, Callable[[], Scene]] = {"alternating": alternating, "side-by-side": side_by_side}


@pytest.fixture(scope="module", params=sorted(EDITIONS))
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A written edition."""
    path = tmp_path_factory.mktemp("editions") / f"{request.param}.pptx"
    path.write_bytes(write(EDITIONS[request.param]()))
    return path


def test_schemas_and_house_rules_find_nothing(file: Path, root: Path) -> None:
    """Every part follows its ISO schema, and every run is in English or in French."""
    assert [] == house_faults(file, "both", root)


def test_openxml_audit_finds_nothing(file: Path) -> None:
    """openxml-audit reports no error."""
    assert [] == audit_faults(file)


def test_the_open_xml_sdk_finds_nothing(file: Path, node: str, root: Path) -> None:
    """Microsoft's own SDK reports no error."""
    assert [] == sdk_faults(file, node, root)


def langs(xml: str) -> set[str]:
    """The languages named in a part."""
    return set(re.findall(r'\blang="([^"]*)"', xml))


def test_slides_in_turn_speak_one_language_each() -> None:
    """Footers, numbers, empty paragraphs and notes too: all but the link's own words."""
    made = parts(alternating())

    links = [re.sub(r'<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="Twin.*?</p:sp>', "", made[f"ppt/slides/slide{n}.xml"])
             for n in (2, 3, 4, 5)]  # fmt: skip
    assert [{FR}, {EN}, {FR}, {EN}] == [langs(one) for one in links]
    assert [{FR}, {EN}] == [langs(made[f"ppt/notesSlides/notesSlide{n}.xml"]) for n in (2, 3)]
    assert 'name="Footer"' in made["ppt/slides/slide3.xml"]
    assert 'name="Pied de page"' in made["ppt/slides/slide2.xml"]


def test_twins_are_one_click_away() -> None:
    """The link at the foot leads to the slide that says the same in the other language."""
    deck = reopened(alternating())
    slides = list(deck.slides)

    there = [
        slides.index(shape.click_action.target_slide) + 1
        for one in slides
        for shape in one.shapes
        if shape.name.startswith("Twin")
    ]
    assert [3, 2, 5, 4] == there


def test_titles_that_both_languages_spell_alike_differ() -> None:
    """Each slide has a title of its own, though nobody sees or hears a difference."""
    titles = [one.shapes.title.text_frame.text for one in reopened(alternating()).slides]

    assert len(titles) == len(set(titles))
    assert ["Questions ?", "Questions ?"] == [one.replace("\u200b", "") for one in titles[3:]]


def test_a_link_to_no_slide_is_plain_words() -> None:
    """A number that no slide has leads nowhere."""
    xml = parts(both([slide(1, title("Un"), turn("English", EN, 9))], "alternating"))["ppt/slides/slide1.xml"]

    assert "hlinkClick" not in xml


def test_sections_are_named_in_both_languages() -> None:
    """A section begins once for both, and what stands before the first has one of its own."""
    xml = parts(alternating())["ppt/presentation.xml"]

    found = re.findall(r'<p14:section name="([^"]*)" id="[^"]*"><p14:sldIdLst>(.*?)</p14:sldIdLst>', xml)
    assert [("Ouverture / Opening", 1), ("Matériel / Hardware", 4)] == [(name, ids.count("id=")) for name, ids in found]


def test_notes_of_both_stand_under_the_names_of_their_languages() -> None:
    """A bold line in the language's own name, then its paragraphs; no line where there is one language only."""
    deck = reopened(side_by_side())

    shown = [
        [
            (one.text, one.runs[0].font.bold, str(one.runs[0]._r.rPr.get("lang")))
            for one in slide.notes_slide.notes_text_frame.paragraphs
        ]
        for slide in deck.slides
    ]
    assert [
        ("Français", True, FR),
        ("Tracer.", None, FR),
        ("English", True, EN),
        ("Draw.", None, EN),
        ("Wait.", None, EN),
    ] == shown[0]
    assert [("English", True, EN), ("Nothing here.", None, EN)] == shown[1]


def test_footers_in_both_languages_are_two_runs() -> None:
    """The second language's words say that they are in it."""
    footer = next(one for one in reopened(side_by_side()).slides[0].placeholders if "Pied" in one.name)

    runs = [(run.text, run._r.rPr.get("lang")) for run in footer.text_frame.paragraphs[0].runs]
    assert [("Le titre  ·  Partie / ", FR), ("The title  ·  Hardware", EN)] == runs


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_properties_name_the_deck_in_both_languages(edition: str) -> None:
    """Title and subject in both, words that are the same once, and the language of the first."""
    core = reopened(EDITIONS[edition]()).core_properties

    assert "Des essais & <mesures> / Tests & <measures>" == core.title
    assert "En bref / In short" == core.subject
    assert ("Camille Roy", FR) == (core.author, core.language)
