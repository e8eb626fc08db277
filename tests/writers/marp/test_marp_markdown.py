"""The Markdown reads as if a person had written it."""

from __future__ import annotations

from pathlib import Path

import pytest
from marp_scenes import line, needs_marp, page, read, scene
from msgspec.structs import replace

from slidekit import tools
from slidekit.scene.boxes import Box, PictureShape, TextShape, Type
from slidekit.scene.boxes import Paragraph as Drawn
from slidekit.scene.pictures import Picture
from slidekit.show.pages import (
    Bullets,
    Code,
    Column,
    Columns,
    Image,
    Item,
    Line,
    Paragraphs,
    Quote,
    Run,
    Subtitle,
    Table,
    Takeaway,
    Terminal,
    TerminalLine,
)
from slidekit.source.span import START
from slidekit.writers import marp


def body(*blocks: object, **changes: object) -> str:
    """The Markdown of one slide, without the front matter and the title."""
    return marp.write(scene(page(1, *blocks, **changes))).split("## Titre\n\n", 1)[1]  # type: ignore[arg-type]


def test_front_matter() -> None:
    """The head of the file says what Marp, the browser and a screen reader want to know."""
    expected = """\
---
marp: true
lang: fr-CA
theme: slidekit-boreal
title: "Exposé"
author: "Camille Roy"
paginate: true
footer: "Exposé"
---

## Titre
"""

    assert expected == marp.write(scene(page(1)))


def test_lists() -> None:
    """Points are dashes and `1.`, never signs that Marp would show one by one; a second list has another sign."""
    points = (Item(line("un"), 0, "bullet"), Item(line("deux"), 1, "number", 1), Item(line("trois"), 2, "bullet"))
    markdown = body(Bullets(points), Bullets((Item(line("suite"), 0, "arrow"),)))

    assert "- un\n  1. deux\n     - trois\n\n+ → suite\n" == markdown


def test_emphasis_inside_words() -> None:
    """Marks that would not open or close beside a letter get one written as an entity."""
    runs = (Run("x", "fr-CA"), Run("(a)", "fr-CA", bold=True), Run("y", "fr-CA"))

    assert "&#120;**(a)**&#121;\n" == body(Paragraphs((Line(runs),)))


def test_quote_and_takeaway() -> None:
    """A quotation and the sentence to remember are block quotes, the latter last."""
    markdown = body(Takeaway(line("Retenir")), Quote((line("Mots"),), line("Elle")))

    assert "> Mots\n>\n> — Elle\n\n> Retenir\n" == markdown


def test_table() -> None:
    """Columns are as wide as their words, and bars inside words stay words."""
    table = Table((line("A"), line("Prix")), ((line("a|b"), line("5 $")),), ("left", "right"), "", "", None, START, "")

    assert "| A    | Prix |\n| :--- | ---: |\n| a\\|b | 5 $  |\n" == body(table)


def test_fences() -> None:
    """A fence is longer than any inside; a transcript with prompts only is a console."""
    code = Code("```\nx\n```", "markdown", (), "", None, START, "")
    terminal = Terminal(
        (TerminalLine("prompt", ">", "bonjour"), TerminalLine("reply", "●", "oui")), "", None, START, ""
    )

    assert "````markdown\n```\nx\n```\n````\n\n```console\n> bonjour\n● oui\n```\n" == body(code, terminal)


def test_columns_begin_with_headings() -> None:
    """A column without a heading of its own has an empty one."""
    columns = Columns((Column(line("Un"), (Paragraphs((line("a"),)),)), Column(None, (Paragraphs((line("b"),)),))))

    assert "### Un\n\na\n\n###\n\nb\n" == body(columns)


def test_notes_that_look_like_directives() -> None:
    """A label keeps Marp from obeying a note."""
    assert "<!--\nNotes\n\ntheme: gaia\n-->\n" == body(notes=("theme: gaia",))
    assert "<!--\nSaluer la salle.\n-->\n" == body(notes=("Saluer la salle.",))


def test_hidden_slides_are_left_out() -> None:
    """Marp has no hidden slides."""
    markdown = marp.write(scene(page(1), page(2, hidden=True, title="Caché")))

    assert "Caché" not in markdown


def test_classes_carry_sizes() -> None:
    """A size below the theme's largest is a class, which the CSS knows."""
    shape = TextShape(
        "Bullets", "body", Box(20, 42, 300, 100), (Drawn(line("a").runs, 22.0),), Type("body", "000000"), 1.2
    )
    made = scene(page(1, Bullets((Item(line("a"), 0, "bullet"),))), shapes=(shape,))

    assert "<!-- _class: body-22 -->" in marp.write(made)
    assert "section.body-22 { --body-size: 22pt; }" in marp.css(made)


def test_pictures_are_seen_from_the_folder() -> None:
    """A picture's address leads from the Markdown's folder to the file; Marp's keywords stay words."""
    file = Picture(str(Path("/d/img/a b(1).png")), 1600, 800)
    picture = PictureShape("Image", Box(20, 42, 100, 50), file, "bg à gauche", "fr-CA")
    image = Image("img/a b(1).png", "bg à gauche", "fr-CA", line("Légende"), START, "")
    markdown = marp.write(scene(page(1, image), shapes=(picture,)), marp.relative_to(Path("/d/build")))

    assert "![w:378 &#98;g à gauche](<../img/a%20b(1).png>)\nLégende\n" in markdown


def test_pictures_become_data() -> None:
    """For marp-cli a picture's bytes stand in the Markdown itself, its kind known by them and not by a name."""
    picture = Picture("/d/a.png", 2, 1, "jpeg", b"\x01")

    assert "data:image/jpeg;base64,AQ==" == marp.data_address(picture)


@pytest.mark.marp
def test_marp_reads_what_was_meant() -> None:
    """marp-cli gives each slide its language, classes, links and transcript colours."""
    needs_marp()
    link = Line((Run("ici", "fr-CA", link="https://exemple.ca/?a=1&copy=2"),))
    terminal = Terminal(
        (TerminalLine("prompt", "$", "ls"), TerminalLine("tool", "⎿", "3 files"), TerminalLine("thought", "∴", "a<b")),
        "",
        None,
        START,
        "",
    )
    made = scene(page(1, Paragraphs((link,)), terminal, Takeaway(line("Fin"))))
    html = tools.marp(marp.write(made), marp.css(made), "html")[0].decode()
    slide = read(html).sections[0]

    assert ("takeaway",) == slide.classes
    assert "fr-CA" == slide.lang
    assert ["https://exemple.ca/?a=1&copy=2"] == slide.links
    assert '<span class="terminal-thought"> a&lt;b</span>' in html
    assert '<span class="terminal-sign terminal-sign-tool">└</span>' in html
    assert "cdn.jsdelivr.net" not in html


def test_text_below_a_panel_is_no_caption() -> None:
    """Running text right under a listing or a table is counted in a class, or it would look like a caption."""
    code = Code("x", "python", (), "", line("Légende"), START, "")
    below = Paragraphs((line("Après"),))
    made = [scene(page(1, Subtitle(line("Sous")), one, below)) for one in (code, replace(code, caption=None))]

    assert "text-p" not in marp.write(made[0])
    assert "<!-- _class: subtitled text-p-2 -->" in marp.write(made[1])
    assert "section.text-p-2 > :is(:nth-child(2 of p)) {" in marp.css(made[1])
