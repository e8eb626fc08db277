"""What one writes with python-pptx without further thought: `python -m benchmarks.naive SLIDES FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.util import Inches, Pt

from benchmarks.talks import Slide, talk


def main() -> None:
    """Write the talk in both languages."""
    slides, folder = int(sys.argv[1]), Path(sys.argv[2])
    for lang in ("en", "fr"):
        presentation = Presentation()
        for slide in talk(slides):
            add(presentation, slide, lang)
        presentation.save(str(folder / f"naive.{lang}.pptx"))


def add(presentation: Any, slide: Slide, lang: str) -> None:
    """Add one slide with its notes."""
    words = slide.words[lang]
    page = presentation.slides.add_slide(presentation.slide_layouts[1 if slide.kind == "bullets" else 5])
    page.shapes.title.text = words.title
    match slide.kind:
        case "table":
            table = page.shapes.add_table(5, 4, Inches(0.5), Inches(1.5), Inches(9), Inches(3)).table
            for row, cells in enumerate(words.cells):
                for column, text in enumerate(cells):
                    table.cell(row, column).text = text
        case "code":
            frame = page.shapes.add_textbox(Inches(0.5), Inches(1.5), Inches(9), Inches(5)).text_frame
            frame.text = slide.code
            for paragraph in frame.paragraphs:
                paragraph.font.name, paragraph.font.size = "Consolas", Pt(14)
        case _:
            frame = page.placeholders[1].text_frame
            frame.text = words.bullets[0]
            for bullet in words.bullets[1:]:
                frame.add_paragraph().text = bullet
    page.notes_slide.notes_text_frame.text = words.notes


if __name__ == "__main__":
    main()
