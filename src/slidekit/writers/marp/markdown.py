"""A scene as Marp Markdown: one slide after the other, notes as comments, looks left to the theme's classes."""

from __future__ import annotations

import os.path
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import assert_never

from msgspec.structs import replace

from slidekit.scene.boxes import PictureShape, Scene, SceneSlide, TextShape
from slidekit.scene.pictures import Picture
from slidekit.show import pages
from slidekit.show.jumps import places, settled
from slidekit.show.labels import labels
from slidekit.show.pages import Line, Run, Show
from slidekit.writers.marp import both, classes, formula
from slidekit.writers.marp.escape import address, cell, code_fence, comment, fence_info, heading, inline, paragraph
from slidekit.writers.marp.points import APART, comes_apart, sign

PX_PER_MM = 96 / 25.4
_FENCES = {"left": ":--", "center": ":-:", "right": "--:"}
_KEYWORD = re.compile(
    r"(?<!\S)(?=(?:bg|fit|auto|cover|contain|left|right|vertical|[\d.]+%|"
    r"(?:left|right|w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|"
    r"opacity|saturate|sepia)(?::\S+)?)(?!\S))(\S)"
)
"""Words that Marp takes out of a picture's description as options (Marpit, "Image syntax")."""
_PROMPT = re.compile(r"\s{0,3}[/~\w\[\]()@-]*[>%$#] ?")
"""What highlight.js takes for the prompt of a `console`."""

Address = Callable[[Picture], str]
"""What stands in the Markdown for a picture."""


def data_address(picture: Picture) -> str:
    """A picture as a `data:` address; one of our own drawings as pixels, for Marp takes no other from Markdown."""
    own = not picture.file
    content = picture.still if own else picture.content
    kind = "png" if own else "svg+xml" if picture.kind == "svg" else picture.kind
    return f"data:image/{kind};base64,{b64encode(content).decode('ascii')}"


def relative_to(folder: Path) -> Address:
    """Addresses of pictures as seen from the folder where the Markdown lies."""

    def relative(picture: Picture) -> str:
        if not picture.file:
            return data_address(picture)
        try:
            path = os.path.relpath(picture.file, folder)
        except ValueError:  # another drive on Windows
            return Path(picture.file).as_uri()
        return re.sub(r"[%?#]", lambda sign: f"%{ord(sign[0]):02X}", path.replace(os.sep, "/"))

    return relative


def write(scene: Scene, picture: Address = lambda one: one.file or data_address(one)) -> str:
    """The whole talk; hidden slides are left out. `picture` gives its address, `relative_to(folder)` say."""
    slides: list[str] = []
    footer = _both(scene, lambda show: show.title)
    shown = [slide for slide in scene.slides if not slide.page.hidden]
    numbers = {slide.page.number: place for place, slide in enumerate(shown, 1)}
    known = places((slide.page, place) for place, slide in enumerate(shown, 1))
    following = [slide.page.transition for slide in shown[1:]] + [""]
    for slide, transition in zip(shown, following, strict=True):
        if slide.page.jumps:
            slide = settled(slide, known, slide.page.locale)
        slides.append(_slide(slide, scene, picture, footer, numbers, transition))
        footer = _foot(slide) or footer
    return _front_matter(scene) + "\n---\n\n".join(slides)


def _front_matter(scene: Scene) -> str:
    show = scene.show
    entries = {
        "marp": "true",
        "lang": show.locale,
        "theme": f"slidekit-{scene.theme.name}",
        "title": _yaml(_both(scene, lambda show: show.title)),
        "description": _yaml(words) if (words := _both(scene, lambda show: show.subtitle)) else "",
        "author": _yaml(words) if (words := _both(scene, lambda show: show.author)) else "",
        "paginate": "true",
        "math": "mathjax" if formula.used(scene.slides) else "",
        "footer": _yaml(_both(scene, lambda show: show.title, inline)),
    }
    return "---\n" + "".join([f"{key}: {value}\n" for key, value in entries.items() if value]) + "---\n\n"


def _yaml(text: str) -> str:
    """A YAML scalar that stays a string, and never ends a comment."""
    text = " ".join(text.split("\n"))
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("-->", "--\\x3e") + '"'


def _both(scene: Scene, said: Callable[[Show], Line | None], form: Callable[[Sequence[Run]], str] | None = None) -> str:
    """What is said of the whole talk, in both languages where it is in both and they differ."""
    lines = [line for show in (scene.show, scene.show.twin) if show is not None and (line := said(show)) is not None]
    return " / ".join(dict.fromkeys([form(line.runs) if form else line.plain for line in lines]))


def _foot(slide: SceneSlide) -> str:
    return f"{slide.footer} / {slide.other_footer}" if slide.other_footer else slide.footer


def _slide(
    slide: SceneSlide, scene: Scene, picture: Address, footer: str, numbers: Mapping[int, int], transition: str
) -> str:
    """One slide; `footer` is the one that still holds from the slides before, `numbers` where each page stands.

    `transition` is how the next slide comes in: Marp wants to know it one slide earlier than PowerPoint.
    """
    page = slide.page
    parts = list(_directives(slide, scene, footer, transition))
    files = {shape.name: shape for shape in slide.shapes if isinstance(shape, PictureShape)}
    blocks = _Blocks(iter(files.values()), picture)
    if page.twin is not None:
        parts += both.write(slide, scene.show.edition, lambda block: blocks.of((block,))).parts
    else:
        level = "#" if page.layout in classes.NIGHT else "##"
        parts.append(f"{level} {heading(page.title.runs)}".rstrip())
        parts += blocks.of(page.blocks)
        for shape in slide.shapes:
            if isinstance(shape, TextShape) and shape.role in ("meta", "link"):
                parts += [paragraph(_linked(one.runs, shape.to_slide, numbers)) for one in shape.paragraphs]
    parts.append(_notes(page, scene.show.locale))
    return "\n\n".join([part for part in parts if part]) + "\n"


def _linked(runs: tuple[Run, ...], number: int | None, numbers: Mapping[int, int]) -> tuple[Run, ...]:
    """Words that lead to another slide of the talk, where it is shown."""
    place = None if number is None else numbers.get(number)
    return runs if place is None else tuple([replace(run, link=f"#{place}") for run in runs])


def _notes(page: pages.Page, locale: str) -> str:
    """What to say, as a comment; in both languages, each under its name."""
    parts: list[str] = []
    for lines in (page.notes, page.other_notes):
        said = [words for line in lines if (words := line.plain).strip()]
        if said and page.other_notes:
            spoken = next((run.locale for line in lines for run in line.runs), locale)
            parts.append(labels(spoken).language)
        parts += said
    return comment("\n\n".join(parts), named=bool(page.other_notes)) if parts else ""


def _directives(slide: SceneSlide, scene: Scene, footer: str, transition: str) -> Iterator[str]:
    names = classes.of(slide, scene.theme, scene.show.edition)
    links = [shape for shape in slide.shapes if isinstance(shape, TextShape) and shape.role == "link"]
    names += ["linked"] * any(shape.to_slide is None for shape in links)
    names += ["twinned"] * any(shape.to_slide is not None for shape in links)
    if slide.page.locale not in ("", scene.show.locale):
        names.append(f"in-{slide.page.locale}")
    lines = [f"_class: {' '.join(names)}"] if names else []
    lines += [f"_transition: {transition}"] if transition else []
    foot = _foot(slide)
    if not foot:
        lines += ['_footer: ""', "_paginate: false"]
    elif foot != footer:
        lines.append(f"footer: {_yaml(inline((Run(foot, scene.show.locale),)))}")
    if len(lines) == 1:
        yield f"<!-- {lines[0]} -->"
    elif lines:
        yield "\n".join(["<!--", *lines, "-->"])


class _Blocks:
    """Blocks as Markdown; pictures are met in the order in which they are drawn."""

    def __init__(self, files: Iterator[PictureShape], picture: Address) -> None:
        self._files = files
        self._picture = picture
        self._bullet = "+"

    def of(self, blocks: Iterable[pages.Block]) -> list[str]:
        """Paragraphs, lists, fences…; takeaways last, as on the slide."""
        takeaways: list[str] = []
        parts: list[str] = []
        built = False
        for block in blocks:
            if built and comes_apart(block):
                parts.append(APART)
            built = comes_apart(block)
            (takeaways if isinstance(block, pages.Takeaway) else parts).extend(self._one(block))
        return parts + takeaways

    def _one(self, block: pages.Block) -> list[str]:
        match block:
            case pages.Subtitle(line):
                return [paragraph(line.runs)]
            case pages.Takeaway(line):
                return [_quoted([line])]
            case pages.Paragraphs(lines):
                return [paragraph(line.runs) for line in lines]
            case pages.Bullets(items, build):
                # two lists in a row are one list, unless their signs differ (CommonMark 0.31, section 5.3)
                self._bullet = "-" if self._bullet == "+" else "+"
                return [_list(items, self._bullet, build=build)]
            case pages.Quote(lines, by):
                return [_quoted(lines, by)]
            case pages.Code(source=source, syntax=syntax):
                return [code_fence(source, fence_info(syntax or "text")), *_caption(block.caption)]
            case pages.Terminal():
                return [_terminal(block), *_caption(block.caption)]
            case pages.Diagram(source=source, alt=alt):
                return [code_fence(source, f"diagram {fence_info(alt)}".rstrip()), *_caption(block.caption)]
            case pages.Table(header, rows, align):
                return [_table(header, rows, align), *_caption(block.caption)]
            case pages.Chart():
                return [_chart(block), *_caption(block.caption)]
            case pages.Image():
                return [self._image(block)]
            case pages.Math(latex=latex):
                return [formula.block(latex), *_caption(block.caption)]
            case pages.Columns(columns):
                return [part for column in columns for part in self._column(column)]
            case _:
                assert_never(block)

    def _column(self, column: pages.Column) -> list[str]:
        """A heading, empty where the column has none: it tells where the column begins."""
        self._bullet = "+"
        title = heading(column.title.runs) if column.title else ""
        return [f"### {title}".rstrip(), *self.of(column.blocks)]

    def _image(self, block: pages.Image) -> str:
        shape = next(self._files, None)
        if shape is None:
            return ""
        words = heading((Run(block.alt.replace("\n", " "), block.locale),)) if block.alt else ""
        alt = _KEYWORD.sub(lambda found: f"&#{ord(found[1])};", words)
        # a cropped picture has its size and place from the CSS
        size = f"w:{round(shape.box.w * PX_PER_MM)} " if shape.crop is None else ""
        drawn = f"![{size}{alt}]({address(self._picture(shape.picture))})".replace(" ](", "](")
        if block.qr and shape.link:
            drawn = f"[{drawn}]({address(shape.link)})"
        return "\n".join([drawn, *_caption(block.caption)])


def _caption(line: Line | None) -> list[str]:
    return [paragraph(line.runs)] if line is not None and line.runs else []


def _quoted(lines: Iterable[Line], by: Line | None = None) -> str:
    parts = [paragraph(line.runs) for line in lines]
    if by is not None and by.runs:
        dash = Run("— ", by.runs[0].locale)
        parts.append(paragraph((dash, *by.runs)))
    return "\n".join([f"> {line}".rstrip(" ") for line in "\n\n".join(parts).split("\n")])


def _list(items: Iterable[pages.Item], bullet: str, *, build: bool = False) -> str:
    """A nested list; a level's words stand under those of the level above."""
    lines: list[str] = []
    indents = [""]
    for item in items:
        level = min(item.level, len(indents) - 1)
        del indents[level + 1 :]
        marker = sign(item, bullet, build=build)
        runs = (Run("→ ", ""), *item.line.runs) if item.marker == "arrow" else item.line.runs
        indents.append(indents[level] + " " * (len(marker) + 1))
        words = paragraph(runs).replace("\n", f"\n{indents[-1]}")
        lines.append(f"{indents[level]}{marker} {words}".rstrip(" "))
    return "\n".join(lines)


def _terminal(block: pages.Terminal) -> str:
    """A transcript; as a `console` where highlight.js finds the same prompts as we do."""
    lines = [f"{line.sign}{' ' if line.sign and line.text else ''}{line.text}" for line in block.lines]
    shells = [
        bool(_PROMPT.match(words)) == (line.role == "prompt" and bool(line.sign))
        for words, line in zip(lines, block.lines, strict=True)
    ]
    return code_fence("\n".join(lines), "console" if all(shells) else "terminal")


def _table(header: Iterable[Line], rows: Iterable[Iterable[Line]], align: Iterable[str]) -> str:
    head = [cell(line.runs) for line in header]
    return _grid(head, [[cell(line.runs) for line in row] for row in rows], list(align))


def _chart(block: pages.Chart) -> str:
    """The chart's figures as a table; the theme's CSS draws the chart over it."""
    locale = block.locale
    if block.type == "scatter":
        return _points(block)
    head = [cell(block.units.runs) if block.units else "", *[cell(series.name.runs) for series in block.series]]
    rows = [
        [cell(category.runs), *[cell((Run(series.labels[index], locale),)) for series in block.series]]
        for index, category in enumerate(block.categories)
    ]
    return _grid(head, rows, ["left", *["right" for _ in block.series]])


def _points(block: pages.Chart) -> str:
    """The points of a scatter chart, one a row: whose it is, how far to the right, how far up."""
    x, y = [cell(line.runs) if line and line.runs else name for line, name in ((block.x, "x"), (block.y, "y"))]
    rows = [
        [
            cell(name.runs if name and name.runs else one.name.runs),
            *[cell((Run(figures[index], block.locale),)) for figures in (one.across_labels, one.labels)],
        ]
        for one in block.series
        for index, name in enumerate(one.names)
    ]
    return _grid(["", x, y], rows, ["left", "right", "right"])


def _grid(head: list[str], rows: list[list[str]], align: list[str]) -> str:
    """A table in columns, as wide as their words."""
    count = max(map(len, [head, *rows, align]), default=1)
    head = head + [""] * (count - len(head))
    fences = [_FENCES[one] for one in align] + [":--"] * (count - len(align))
    widths = [max(map(len, column)) for column in zip_longest(head, fences, *rows, fillvalue="")]
    rule = [fence[0] + fence[1] * (width - 2) + fence[2] for fence, width in zip(fences, widths, strict=True)]
    lines = [[*row, *[""] * (count - len(row))] for row in [head, rule, *rows]]
    return "\n".join(
        [f"| {' | '.join([word.ljust(width) for word, width in zip(line, widths, strict=True)])} |" for line in lines]
    )
