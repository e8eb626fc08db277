"""From YAML to every reader: hostile words typed in a deck come back letter for letter, in both languages."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import strategies as st
from marp_scenes import Reader, needs_marp, read

from slidekit import build, tools
from slidekit.outputs import Lang
from slidekit.scene.boxes import Scene
from slidekit.writers import marp, pptx, typst

LANGS: tuple[Lang, Lang] = ("en", "fr")

FRAGMENTS = [
    "mot", "Mot ", "été", "œuf", "L’été", "1 250,50 $", "« là »", "Matériel : oui", "a: b", "a #b", "# titre",
    "- tiret", "> cité", "2025. Année", "1) un", "---", "***", "```", "~~", "**", "*", "__", "_", "a_b", "`",
    "==x==", "^x^", "[lien](http://a.b)", "![bg](x.png)", "[x]", "]", "<!--", "-->", "<b>",
    "<script>alert(1)</script>", "</p>", "<br>", "&amp;", "&#65;", "&copy;", "&", "]]>", "_x0041_", "${nom}",
    "$${", "$x$", "#{x}", "{{x}}", "{", "}", "%s", "\\", "\\n", "\\*", "'", '"', "''", '"cité"', ":smile:",
    "http://exemple.ca/a_b?c=d&e=f", "www.a.com", "a@b.ca", "theme: gaia", "_class: x", "!tag", "&ancre",
    "*alias", "? clé", "| bloc", "@", "%YAML", "no", "~", "null", "1:30", "1.10", "|", "a|b", "\u00a0",
    "\u202f", "—", "–", "…", "🎉", "😀", "é", "@import", "#let x = 1", "#[", "= T", "/* x */", "//", "<lbl>",
]  # fmt: skip
"""What YAML, Markdown, Marp, HTML, XML or Typst would take for markup."""

WORDS = st.lists(st.sampled_from([*FRAGMENTS, " ", "a"]), min_size=1, max_size=4).map("".join)
WORDS = WORDS.map(lambda words: words.strip(" \u00a0\u202f")[:60].strip(" \u00a0\u202f")).filter(bool)


class Said(NamedTuple):
    """What one slide says in one language."""

    title: str
    point: str
    cell: str
    code: str
    note: str


class Typed(NamedTuple):
    """A slide in both languages, and how its scalars are quoted."""

    en: Said
    fr: Said
    style: str


SAID = st.builds(Said, WORDS, WORDS, WORDS, WORDS, WORDS)
SLIDES = st.builds(Typed, SAID, SAID, st.sampled_from(["double", "single", "block"]))


def few(examples: int) -> settings:
    """Settings for examples that are whole decks: no shrinking, as a deck says by itself which slides differ."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        verbosity=Verbosity.quiet,  # to print a whole deck takes it minutes
        suppress_health_check=list(HealthCheck),
    )


def decks(slides: int) -> st.SearchStrategy[list[Typed]]:
    """Decks of so many slides."""
    return st.lists(SLIDES, min_size=slides, max_size=slides)


def marked(words: str) -> str:
    """Words as an author types them where Markdown would see marks: every ASCII sign behind a backslash."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", words)


def scalar(words: str, style: str, indent: int) -> str:
    """Words as a YAML scalar."""
    match style:
        case "single":
            return "'" + words.replace("'", "''") + "'"
        case "block":
            return f"|-\n{' ' * (indent + 2)}{words}"
        case _:
            return json.dumps(words, ensure_ascii=False)


def in_yaml(slides: Sequence[Typed]) -> str:
    """A deck with these slides, each with a title, a point, a cell, a listing and a note."""
    lines = ["slidekit: 1", "title: {en: Words, fr: Mots}", "slides:"]
    for slide in slides:
        both = list(zip(LANGS, (slide.en, slide.fr), strict=True))
        lines.append("  - title:")
        lines += [f"      {lang}: {scalar(marked(said.title), slide.style, 6)}" for lang, said in both]
        lines += ["    bullets:", "      -"]
        lines += [f"        {lang}: {scalar(marked(said.point), slide.style, 8)}" for lang, said in both]
        lines += ["    table:", "      rows:", "        -"]
        for lang, said in both:
            lines += [
                f"          {lang}:",
                f"            - {scalar(marked(said.cell), slide.style, 12)}",
                "            - x",
            ]
        lines.append("    code:")
        lines += [f"      {lang}: {scalar(said.code, slide.style, 6)}" for lang, said in both]
        lines.append("    notes:")
        lines += [f"      {lang}: {scalar(marked(said.note), slide.style, 6)}" for lang, said in both]
    return "\n".join(lines) + "\n"


def scenes(slides: Sequence[Typed], folder: Path) -> dict[Lang, Scene]:
    """What a deck file with these slides is drawn as, in each language; nothing is wrong with it but its looks.

    Its tables have no header rows, and its titles, picked at random, may repeat.
    """
    file = folder / "words.yaml"
    file.write_text(in_yaml(slides), encoding="utf-8")
    reading = build.read(file, language=False)
    wrong = [one for one in reading.diagnostics if one.code not in ("SK502", "SK504")]
    assert [] == [f"{one.span.line}: {one.code} {one.message}" for one in wrong]
    assert len(slides) == sum(one.code == "SK504" for one in reading.diagnostics)
    assert reading.layouts is not None
    return {lang: reading.layouts.scene(lang) for lang in LANGS}


def expected(slides: Sequence[Typed], lang: Lang) -> list[Said]:
    """What each slide is to say."""
    return [slide.en if lang == "en" else slide.fr for slide in slides]


def differing(wanted: Sequence[Said], found: Sequence[Said]) -> list[tuple[Said, Said]]:
    """The slides that do not say what they should, beside what they say."""
    assert len(wanted) == len(found)
    return [(one, other) for one, other in zip(wanted, found, strict=True) if one != other][:5]


def in_powerpoint(slide: Any) -> Said:
    """What a slide says to python-pptx."""
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    listing = next(shape for shape in slide.shapes if shape.name.startswith("Code "))
    body = next(one for one in slide.placeholders if one.placeholder_format.idx == 1)
    return Said(
        slide.shapes.title.text_frame.text,
        body.text_frame.text,
        table.cell(0, 0).text,
        listing.text_frame.text,
        slide.notes_slide.notes_text_frame.text,
    )


@few(4)
@given(decks(40))
def test_words_come_back_from_powerpoint(tmp_path_factory: pytest.TempPathFactory, slides: list[Typed]) -> None:
    """YAML → PPTX → python-pptx: titles, points, cells, listings and notes."""
    from pptx import Presentation

    for lang, scene in scenes(slides, tmp_path_factory.mktemp("deck")).items():
        pages = list(Presentation(io.BytesIO(pptx.write(scene))).slides)[1:]

        assert [] == differing(expected(slides, lang), [in_powerpoint(one) for one in pages])


def squeezed(words: str) -> str:
    """Words without spaces, line ends and the hyphens of line ends."""
    return re.sub(r"[\s\u00ad\u2060\ufeff]", "", words)


@few(4)
@given(decks(20))
def test_words_come_back_from_pdf(tmp_path_factory: pytest.TempPathFactory, slides: list[Typed]) -> None:
    """YAML → PDF by Typst → pypdf: the words of the slides letter for letter, the notes too but for line ends."""
    from pypdf import PdfReader

    for lang, scene in scenes(slides, tmp_path_factory.mktemp("deck")).items():
        pages = [page.extract_text().replace("\n", "") for page in PdfReader(io.BytesIO(typst.slides(scene))).pages]
        notes = [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(typst.notes(scene))).pages]
        said = expected(slides, lang)

        lost = [(one, page) for one, page in zip(said, pages[1:], strict=True) if any(w not in page for w in one[:4])]
        unsaid = [(one.note, page) for one, page in zip(said, notes[1:], strict=True) if squeezed(one.note) not in page]
        assert [] == lost[:3]
        assert [] == unsaid[:3]


def in_html(reader: Reader) -> list[Said]:
    """What each slide says in marp-cli's HTML; notes without spaces, and without the label that a writer may add."""
    found = []
    for section, note in zip(reader.sections[1:], reader.notes, strict=True):
        texts = dict(reversed([(tag, words.strip("\n")) for tag, words in section.texts]))
        found.append(Said(texts["h2"], texts["li"], texts["td"], texts["code"], squeezed(note).removeprefix("Notes")))
    return found


@pytest.mark.marp
@few(3)
@given(decks(40))
def test_words_come_back_from_marp(tmp_path_factory: pytest.TempPathFactory, slides: list[Typed]) -> None:
    """YAML → Markdown → marp-cli's HTML: titles, points, cells, listings and notes, both languages in one call."""
    needs_marp()
    drawn = scenes(slides, tmp_path_factory.mktemp("deck"))
    pages = tools.marp_batch([tools.Job(marp.write(scene), marp.css(scene)) for scene in drawn.values()], "html")

    for lang, (html,) in zip(drawn, pages, strict=True):
        said = [one._replace(note=squeezed(one.note).removeprefix("Notes")) for one in expected(slides, lang)]
        assert [] == differing(said, in_html(read(html.decode())))
