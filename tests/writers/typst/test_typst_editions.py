"""Notes of both languages as PDF: slides beside each other, paragraphs at one height, parts that say their language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import page
from msgspec.structs import replace
from pypdf import PdfReader
from typst_scenes import line, scene, slide, text, title
from typst_scenes import page as a_page

from slidekit.scene.boxes import Scene, TextShape
from slidekit.show.pages import Line, Page
from slidekit.writers import typst

EN, FR = "en-CA", "fr-CA"


def faults(pdf: bytes) -> list[str]:
    """What stands between a PDF and PDF/UA-1."""
    return [one.message for one in page.validate_pdf_bytes(pdf, profile="ua1").failures]


def in_english(*shapes: TextShape) -> tuple[TextShape, ...]:
    """Shapes whose words are in English."""
    return tuple(
        replace(
            one,
            paragraphs=tuple(
                replace(line, runs=tuple(replace(run, locale=EN) for run in line.runs)) for line in one.paragraphs
            ),
        )
        for one in shapes
    )


def said(locale: str, *words: str) -> tuple[Line, ...]:
    """Notes in a locale."""
    return tuple(line(one, locale) for one in words)


def english(number: int, words: str, *notes: str, **more: object) -> Page:
    """A page in English."""
    fields = {"locale": EN, "title": line(words, EN), "notes": said(EN, *notes), "section": line("Hardware", EN)}
    return a_page(number, words, **(fields | more))


def french(number: int, words: str, *notes: str, **more: object) -> Page:
    """A page in French."""
    fields = {"locale": FR, "notes": said(FR, *notes), "section": line("Matériel", FR)}
    return a_page(number, words, **(fields | more))


def together(number: int, words: tuple[str, str], notes: Sequence[Sequence[str]], **more: object) -> Page:
    """A page in both languages, French first."""
    twin = english(number, words[1], *notes[1], **more)
    return french(number, words[0], *notes[0], twin=twin, other_notes=twin.notes, **more)


def in_both(made: Scene, edition: str) -> Scene:
    """The scene of an edition in both languages, French first."""
    other = replace(made.show, lang="en", locale=EN, title=line("A talk", EN))
    return replace(made, show=replace(made.show, edition=edition, twin=other))


def halves(*pages: Page) -> tuple[Scene, Scene]:
    """What both languages' own scenes show of these pages."""
    ours = [one for one in pages if one.locale == FR]
    theirs = [one.twin or one for one in pages if one.twin or one.locale == EN]
    left = [slide(replace(one, twin=None), title(one.title.plain), text("Du texte")) for one in ours]
    right = [slide(one, *in_english(title(one.title.plain), text("Some text"))) for one in theirs]
    return scene(*left), scene(*right, locale=EN)


def beside(*pages: Page) -> bytes:
    """The notes of slides that say everything side by side."""
    whole = scene(*[slide(one, title(one.title.plain)) for one in pages])
    return typst.notes(in_both(whole, "side-by-side"), *halves(*pages))


def words(pdf: bytes, number: int = 0) -> str:
    """What stands on one page."""
    return str(PdfReader(BytesIO(pdf)).pages[number].extract_text())


def heights(pdf: bytes, number: int) -> dict[str, tuple[int, int]]:
    """Where the stretches of words of a page begin, from its left and from its foot, in points."""
    found: dict[str, tuple[int, int]] = {}

    def visit(text: str, around: Sequence[float], own: Sequence[float], *_: Any) -> None:
        if text.strip():
            place = own[4] * around[0] + around[4], own[5] * around[3] + around[5]
            found.setdefault(text.strip(), (round(place[0]), round(place[1])))

    PdfReader(BytesIO(pdf)).pages[number].extract_text(visitor_text=visit)
    return found


def parts_of(pdf: bytes) -> Iterator[tuple[str, str]]:
    """The elements of a tagged PDF, in reading order, each with the language it says, or inherits."""
    root: Any = PdfReader(BytesIO(pdf)).root_object

    def walk(node: Any, lang: str) -> Iterator[tuple[str, str]]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                yield from walk(one, lang)
        elif isinstance(node, dict) and "/S" in node:
            lang = str(node.get("/Lang", lang))
            yield str(node["/S"]), lang
            yield from walk(node.get("/K", []), lang)

    yield from walk(root["/StructTreeRoot"]["/K"], str(root["/Lang"]))


def test_both_slides_stand_over_their_notes() -> None:
    """Each language has its place in the talk, its slide, its name and its notes; times are said once."""
    one = together(2, ("Loi", "Law"), (["Tracer."], ["Draw."]), start=135, seconds=60)
    pdf = beside(together(1, ("T", "T"), ([], [])), one)

    found = words(pdf, 1)
    assert [] == faults(pdf)
    assert {"Tracer.", "Draw.", "Français", "English", "Loi", "Law", "Du texte", "Some text"} <= set(found.split("\n"))
    assert {"Slide 2 of 2  ·  Hardware", "page 2 sur 2  ·  page 2 of 2"} <= set(found.split("\n"))
    assert 1 == found.count("2:15 → 3:15")


def test_bookmarks_and_title_are_in_both_languages() -> None:
    """The outline has both titles of each slide, the file both of the talk; it opens in the first language."""
    reader = PdfReader(BytesIO(beside(together(1, ("Loi", "Law"), (["Tracer."], ["Draw."])))))

    assert ["Loi / Law"] == [one.title for one in reader.outline]  # type: ignore[union-attr]
    assert "Un exposé / A talk – Notes" == reader.metadata.title  # type: ignore[union-attr]
    assert FR == str(reader.root_object["/Lang"])


def test_the_second_language_is_marked() -> None:
    """Left notes are read before right ones, and each paragraph is in its language."""
    pdf = beside(together(1, ("Loi", "Law"), (["Tracer.", "Attendre."], ["Draw.", "Wait."])))

    paragraphs = [lang for kind, lang in parts_of(pdf) if kind == "/P"]
    assert [FR, FR, FR, EN, EN, EN] == paragraphs[-6:]
    assert words(pdf).index("Attendre.") < words(pdf).index("Draw.")


def test_matching_paragraphs_begin_at_one_height() -> None:
    """However long a paragraph is, the next begins where its twin does, on following pages too."""
    left = ["Premier. " + "mot " * 30, "Deuxième.", "Troisième. " + "mot " * 700, "Quatrième.", "Cinquième."]
    right = ["First. " + "word " * 150, "Second.", "Third. " + "word " * 330, "Fourth.", "Fifth."]
    pdf = beside(together(1, ("Loi", "Law"), (left, right)))

    count = len(PdfReader(BytesIO(pdf)).pages)
    assert [] == faults(pdf)
    assert count > 2
    starts = {
        word[:6]: (number, y)
        for number in range(count)
        for word, (_, y) in heights(pdf, number).items()
        if word[:6] in ("Deuxiè", "Second", "Troisi", "Third.", "Quatri", "Fourth", "Cinqui", "Fifth.")
    }
    pairs = (("Deuxiè", "Second"), ("Troisi", "Third."), ("Quatri", "Fourth"), ("Cinqui", "Fifth."))
    assert [starts[one] for one, _ in pairs] == [starts[other] for _, other in pairs]


def test_pages_that_go_on_say_of_which_slide() -> None:
    """The place in the talk is repeated in both languages, and that it goes on."""
    pdf = beside(together(1, ("Loi", "Law"), (["mot " * 900], ["word " * 900])))

    assert "(suite)" not in words(pdf, 0)
    assert {"Diapositive 1 sur 1  ·  Matériel (suite)", "Slide 1 of 1  ·  Hardware (continued)"} <= set(
        words(pdf, 1).split("\n")
    )


def test_a_slide_shown_twice_is_one_sheet() -> None:
    """Slides that stand one after the other for want of room are beside each other on paper."""
    first, second = french(1, "Loi", "Tracer.", twin_number=2), english(2, "Law", "Draw.", twin_number=1)
    pdf = beside(first, replace(second, slide=1))

    assert 1 == len(PdfReader(BytesIO(pdf)).pages)
    assert {"Tracer.", "Draw.", "Diapositive 1 sur 2  ·  Matériel", "Slide 2 of 2  ·  Hardware"} <= set(
        words(pdf).split("\n")
    )


def test_a_slide_in_one_language_stands_in_its_column() -> None:
    """What is said in English only stands at the right, and nothing stands at the left."""
    pdf = beside(together(1, ("Loi", "Law"), (["Tracer."], ["Draw."])), english(2, "Only", "Say."))

    place = heights(pdf, 1)
    assert place["Some text"][0] > 306
    assert place["Say."][0] > 306
    assert not {"Du texte", "Français"} & set(place)


def test_stacked_slides_have_notes_in_two_columns() -> None:
    """The slide that says everything twice stands on top once."""
    one = together(1, ("Loi", "Law"), (["Tracer."], ["Draw."]))
    pdf = typst.notes(in_both(scene(slide(one, title("Loi"))), "stacked"))

    place = heights(pdf, 0)
    assert [] == faults(pdf)
    assert place["Tracer."][1] == place["Draw."][1]
    assert place["Tracer."][0] < place["Draw."][0]


def test_notes_of_both_under_one_language_s_slide() -> None:
    """A deck in one language whose speaker wants both languages' notes has them in two columns."""
    one = french(1, "Loi", "Tracer.", other_notes=said(EN, "Draw."))
    pdf = typst.notes(scene(slide(one, title("Loi"))))

    place = heights(pdf, 0)
    assert [] == faults(pdf)
    assert place["Tracer."][1] == place["Draw."][1]
    assert "page 1 sur 1" in words(pdf).split("\n")


def test_slides_in_turn_have_their_language_s_words() -> None:
    """Each sheet of an alternating talk is in the language of its slide."""
    pages = (french(1, "Loi", "Tracer. " + "mot " * 900), english(2, "Law", "Draw."))
    shapes = [(title("Loi"),), in_english(title("Law"))]
    made = scene(*[slide(one, *drawn) for one, drawn in zip(pages, shapes, strict=True)])
    pdf = typst.notes(in_both(made, "alternating"))

    count = len(PdfReader(BytesIO(pdf)).pages)
    first, last = (set(words(pdf, at).split("\n")) for at in (1, count - 1))
    assert [] == faults(pdf)
    assert {f"page 2 sur {count}", "Diapositive 1 sur 2  ·  Matériel (suite)"} <= first
    assert {f"page {count} of {count}", "Slide 2 of 2  ·  Hardware"} <= last
    assert (FR, EN) == ([lang for _, lang in parts_of(pdf)][1], [lang for _, lang in parts_of(pdf)][-1])


def test_slides_in_turn_say_their_language() -> None:
    """In the PDF of an alternating talk, every part is in the language of its slide, the file in the first one."""
    pages = (french(1, "Loi", starts_section=True, twin_number=2), english(2, "Law", twin_number=1))
    shapes = [(title("Loi"), text("Du texte")), in_english(title("Law"), text("Some text"))]
    made = scene(*[slide(one, *drawn) for one, drawn in zip(pages, shapes, strict=True)])
    pdf = typst.slides(in_both(made, "alternating"))

    assert [] == faults(pdf)
    assert [("/H1", FR), ("/P", FR), ("/H1", EN), ("/P", EN)] == [one for one in parts_of(pdf) if one[0][1] in "HP"]
    assert "Un exposé / A talk" == PdfReader(BytesIO(pdf)).metadata.title  # type: ignore[union-attr]


def test_bookmarks_of_both_languages_stand_under_their_section() -> None:
    """Side by side, slides hang under their section in the outline, as they do in one language."""
    slides = []
    for number, words in enumerate([("Loi", "Law"), ("Suite", "Next"), ("Fin", "End")], 1):
        own = together(
            number, words, ([], []), starts_section=number == 1, layout="section" if number == 1 else "content"
        )
        right = replace(title(words[1]), name="Title en", box=title(words[1]).box._replace(x=180))
        slides.append(slide(own, title(words[0]), *in_english(right)))
    outline = PdfReader(BytesIO(typst.slides(in_both(scene(*slides), "side-by-side")))).outline

    section, below = outline
    assert "Loi / Law" == section.title  # type: ignore[union-attr]
    assert ["Suite / Next", "Fin / End"] == [one.title for one in below]  # type: ignore[union-attr]


def test_slides_in_both_languages_have_one_bookmark() -> None:
    """Both titles are headings, the outline says them once, parted by a slash; so does a title in two paragraphs."""
    one = together(1, ("Loi", "Law"), ([], []))
    right = replace(title("Law"), name="Title en", box=title("Law").box._replace(x=180))
    beside = typst.slides(in_both(scene(slide(one, title("Loi"), *in_english(right))), "side-by-side"))
    lines = (*title("Loi").paragraphs, replace(in_english(title("Law"))[0].paragraphs[0], size_pt=24.0, before_pt=3.0))
    stacked = typst.slides(in_both(scene(slide(one, replace(title("Loi"), paragraphs=lines))), "stacked"))

    outlines = [[entry.title for entry in PdfReader(BytesIO(pdf)).outline] for pdf in (beside, stacked)]  # type: ignore[union-attr]
    assert [] == faults(beside) + faults(stacked)
    assert [["Loi / Law"], ["Loi / Law"]] == outlines
    assert [("/H1", FR), ("/H2", EN)] == [part for part in parts_of(beside) if part[0][1] == "H"]
    assert {"Loi", "Law"} <= set(words(stacked).split("\n"))
