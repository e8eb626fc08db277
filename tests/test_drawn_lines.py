"""Reading back what LibreOffice drew: slides whose words run off the page."""

from __future__ import annotations

import math

from benchmarks.drawn_lines import Letter, Set, drawn

from slidekit.scene.boxes import Box, Paragraph, TextShape, Type
from slidekit.scene.breaking import Measured
from slidekit.scene.metrics import face
from slidekit.show.pages import Run


def said(words: str) -> Set:
    """A paragraph, as it is looked for."""
    run = Run(words, "en-CA")
    paragraph = Paragraph((run,), 20.0)
    shape = TextShape("Text", "body", Box(0, 0, 100, 100), (paragraph,), Type("body", "000000"), 1.2)
    return Set(shape, paragraph, Measured((run,), (face("Calibri"),)), 100.0)


def letters(words: str) -> list[Letter]:
    """Letters on one line."""
    return [Letter(sign, 10.0, 12.0, 0.0) for sign in words.replace(" ", "")]


def test_words_above_the_page_are_as_many_lines_as_predicted() -> None:
    """A title so long that it begins above its slide is read by its end, and so is what stands under it."""
    sets: list[Set | str] = [said("a very long title that ends in sight"), "•", said("and a point")]
    found = drawn(sets, letters("footer that ends in sight • and a point"))

    assert found is not None
    assert (1, -math.inf) == found[0][:2]
    assert 1 == found[2].lines


def test_words_that_are_not_there_are_not_read() -> None:
    """A slide with other words in place of its title cannot be read back."""
    sets: list[Set | str] = [said("a title that is gone"), "•", said("and a point")]

    assert drawn(sets, letters("footer • and a point")) is None
