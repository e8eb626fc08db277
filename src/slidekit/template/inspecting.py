"""A template told in words: its layouts and placeholders, which of them slidekit takes for what, what is odd."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from slidekit.deck.keys import TEMPLATE_NEEDS
from slidekit.template.guess import Choice
from slidekit.template.reading import LayoutPart, Seat, Template
from slidekit.template.scenery import picture_kind, scenery

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-àâçéèêëîïôûùüÀÂÇÉÈÊËÎÏÔÛ")


def summary(template: Template, file: str) -> Iterator[str]:
    """Its size, fonts, colours and samples."""
    proportion = template.width / template.height
    kind = "16:9" if abs(proportion - 16 / 9) < 0.01 else "4:3" if abs(proportion - 4 / 3) < 0.01 else "own size"
    yield f"{file}: {template.width:.1f} × {template.height:.1f} mm ({kind}), {len(template.layouts)} layouts"
    heading, body = template.fonts
    yield f"  fonts: {heading} for titles, {body} for text"
    slots = template.slots
    yield "  colours: " + " ".join(f"{name} {slots[name]}" for name in ("dk1", "lt1", "dk2", "lt2"))
    yield "           " + " ".join(f"{name} {slots[name]}" for name in slots if name.startswith("accent"))
    if template.samples:
        many = "s" if template.samples > 1 else ""
        yield f"  {template.samples} sample slide{many}, which decks are made without"


def table(template: Template, choices: Mapping[str, Choice]) -> Iterator[str]:
    """Every layout with its placeholders, a line each."""
    for layout in template.layouts:
        uses = [key for key in TEMPLATE_NEEDS if choices[key].layout is layout]
        kind = f" ({layout.type})" if layout.type else ""
        yield f"{layout.number:>3}  {layout.name}{kind}" + (f"  → {', '.join(uses)}" if uses else "")
        for seat in layout.seats:
            yield "     " + _line(seat)


def _line(seat: Seat) -> str:
    box = seat.box
    place = f"{box.x:6.1f} {box.y:6.1f} {box.w:6.1f} × {box.h:5.1f} mm" if box else "no place of its own       "
    first = seat.levels[0]
    font = f"{first.size:g} pt {first.font}{' bold' if first.bold else ''}{' CAPS' if first.caps else ''}"
    return f"idx {seat.idx:<10} {seat.type:<9} {place}  {font}  {seat.name}".rstrip()


def draft(template: Template, choices: Mapping[str, Choice], file: str) -> Iterator[str]:
    """The map, ready to be pasted into a deck."""
    yield "template:"
    yield f"  file: {_quoted(file)}"
    yield "  layouts:"
    names = Counter(layout.name for layout in template.layouts)
    for key in TEMPLATE_NEEDS:
        choice = choices[key]
        layout = choice.layout
        named = _quoted(layout.name) if names[layout.name] == 1 and layout.name.strip() else str(layout.number)
        parts = [f"layout: {named}"]
        if choice.title:
            parts.append(f"title: {choice.title.idx}")
        parts += [f"{role}: {seat.idx}" for role, seat in choice.others]
        for role, seats in (("heading", choice.heads), ("body", choice.bodies)):
            if seats:
                listed = ", ".join(str(seat.idx) for seat in seats)
                parts.append(f"{role}: {listed}" if len(seats) == 1 else f"{role}: [{listed}]")
        yield f"    {key}: {{{', '.join(parts)}}}"


def _quoted(words: str) -> str:
    """A word of YAML, between quotes where it could be read as something else."""
    if set(words) <= _PLAIN and words.strip() == words and words[:1].isalpha():
        return words
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def oddities(template: Template, choices: Mapping[str, Choice]) -> Iterator[str]:
    """What is missing, or not as PowerPoint's own templates have it."""
    for layout in template.layouts:
        yield from _odd(layout, template)
    kinds = {layout.type for layout in template.layouts}
    words = {"title": "cover", "obj": "title and content", "secHead": "section", "twoObj": "two columns"}
    for kind, word in words.items():
        if kind not in kinds:
            yield f"no layout is marked as {word} ({kind}): one was guessed"
    if not any(choices["content"].bodies):
        yield "no layout has a placeholder for text: texts go into plain boxes"
    if choices["content"].title is None:
        yield "the layout for content has no title: titles go above the slide, for screen readers only"
    for name in template.package.archive.names():
        if name.startswith("ppt/media/") and not name.lower().endswith((".xml", ".rels")):
            ending = name.rpartition(".")[2].lower()
            if ending in ("emf", "wmf", "tif", "tiff", "bmp"):
                yield f"{name} is a picture that only Office draws: PDFs and pictures are made without it"
            elif ending in ("png", "jpg", "jpeg") and picture_kind(template.package.archive.read(name)) is None:
                yield f"{name} is no whole PNG or JPEG"


def _odd(layout: LayoutPart, template: Template) -> Iterator[str]:
    counts = Counter(seat.idx for seat in layout.seats)
    for idx, count in counts.items():
        if count > 1:
            yield f"{layout.name}: {count} placeholders have the idx {idx}, which should be different"
    for seat in layout.seats:
        box = seat.box
        if box is None:
            yield f"{layout.name}: the placeholder {seat.idx} ({seat.name}) has no place on the slide"
        elif box.x < -1 or box.y < -1 or box.x + box.w > template.width + 1 or box.y + box.h > template.height + 1:
            yield f"{layout.name}: the placeholder {seat.idx} ({seat.name}) reaches beyond the slide"
        if not seat.body.upright:
            yield f"{layout.name}: the placeholder {seat.idx} ({seat.name}) turns its text, so it is not used"
    if not any(seat.family == "title" for seat in layout.seats) and layout.type != "blank":
        yield f"{layout.name}: there is no title placeholder"
    for what in scenery(template, layout).left_out:
        yield f"{layout.name}: {what} is not drawn in PDFs and pictures"
