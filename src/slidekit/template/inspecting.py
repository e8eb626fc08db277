"""A template told in words: its layouts and placeholders, which of them slidekit takes for what, what is odd."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from slidekit.deck.keys import TEMPLATE_NEEDS
from slidekit.source.wording import Words, listed, tell, tell_many
from slidekit.template.guess import Choice
from slidekit.template.reading import LayoutPart, Seat, Template
from slidekit.template.scenery import picture_kind, scenery

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-àâçéèêëîïôûùüÀÂÇÉÈÊËÎÏÔÛ")


def summary(template: Template, file: str) -> Iterator[str]:
    """Its size, fonts, colours and samples."""
    proportion = template.width / template.height
    kind = "16:9" if abs(proportion - 16 / 9) < 0.01 else "4:3" if abs(proportion - 4 / 3) < 0.01 else tell("own size")
    yield tell(
        "{file}: {width:.1f} × {height:.1f} mm ({kind}), {layouts}",
        file=file,
        width=template.width,
        height=template.height,
        kind=kind,
        layouts=tell_many("{n} layout", "{n} layouts", len(template.layouts)),
    )
    heading, body = template.fonts
    yield tell("  fonts: {heading} for titles, {body} for text", heading=heading, body=body)
    slots = template.slots
    main = " ".join(f"{name} {slots[name]}" for name in ("dk1", "lt1", "dk2", "lt2"))
    yield tell("  colours: {colors}", colors=main)
    yield "           " + " ".join(f"{name} {slots[name]}" for name in slots if name.startswith("accent"))
    if template.samples:
        yield tell_many(
            "  {n} sample slide, which decks are made without",
            "  {n} sample slides, which decks are made without",
            template.samples,
        )


def table(template: Template, choices: Mapping[str, Choice]) -> Iterator[str]:
    """Every layout with its placeholders, a line each."""
    for layout in template.layouts:
        uses = [key for key in TEMPLATE_NEEDS if choices[key].layout is layout]
        kind = f" ({layout.type})" if layout.type else ""
        yield f"{layout.number:>3}  {layout.name}{kind}" + (f"  → {', '.join(uses)}" if uses else "")
        for seat in layout.seats:
            yield _line(seat)


def _line(seat: Seat) -> Words:
    box, first = seat.box, seat.levels[0]
    place = tell("no place of its own       ")
    if box is not None:
        place = tell("{x:6.1f} {y:6.1f} {w:6.1f} × {h:5.1f} mm", x=box.x, y=box.y, w=box.w, h=box.h)
    font = [tell("{size:g} pt {font}", size=first.size, font=first.font)]
    font += [tell("bold")] * first.bold + [tell("CAPS")] * first.caps
    return tell(
        "     idx {idx:<10} {type:<9} {place}  {font}  {name}",
        idx=str(seat.idx),
        type=seat.type,
        place=place,
        font=listed(font, " "),
        name=seat.name,
    )


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
                idx = ", ".join(str(seat.idx) for seat in seats)
                parts.append(f"{role}: {idx}" if len(seats) == 1 else f"{role}: [{idx}]")
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
    words = {
        "title": tell("no layout is marked as cover ({kind}): one was guessed", kind="title"),
        "obj": tell("no layout is marked as title and content ({kind}): one was guessed", kind="obj"),
        "secHead": tell("no layout is marked as section ({kind}): one was guessed", kind="secHead"),
        "twoObj": tell("no layout is marked as two columns ({kind}): one was guessed", kind="twoObj"),
    }
    yield from [word for kind, word in words.items() if kind not in kinds]
    if not any(choices["content"].bodies):
        yield tell("no layout has a placeholder for text: texts go into plain boxes")
    if choices["content"].title is None:
        yield tell("the layout for content has no title: titles go above the slide, for screen readers only")
    for name in template.package.archive.names():
        if name.startswith("ppt/media/") and not name.lower().endswith((".xml", ".rels")):
            ending = name.rpartition(".")[2].lower()
            if ending in ("emf", "wmf", "tif", "tiff", "bmp"):
                yield tell(
                    "{file} is a picture that only Office draws: PDFs and pictures are made without it", file=name
                )
            elif ending in ("png", "jpg", "jpeg") and picture_kind(template.package.archive.read(name)) is None:
                yield tell("{file} is no whole PNG or JPEG", file=name)


def _odd(layout: LayoutPart, template: Template) -> Iterator[str]:
    counts = Counter(seat.idx for seat in layout.seats)
    for idx, count in counts.items():
        if count > 1:
            yield tell(
                "{layout}: {n} placeholders have the idx {idx}, which should be different",
                layout=layout.name,
                n=count,
                idx=str(idx),
            )
    for seat in layout.seats:
        box = seat.box
        where = {"layout": layout.name, "idx": str(seat.idx), "name": seat.name}
        if box is None:
            yield tell("{layout}: the placeholder {idx} ({name}) has no place on the slide", **where)
        elif box.x < -1 or box.y < -1 or box.x + box.w > template.width + 1 or box.y + box.h > template.height + 1:
            yield tell("{layout}: the placeholder {idx} ({name}) reaches beyond the slide", **where)
        if not seat.body.upright:
            yield tell("{layout}: the placeholder {idx} ({name}) turns its text, so it is not used", **where)
    if not any(seat.family == "title" for seat in layout.seats) and layout.type != "blank":
        yield tell("{layout}: there is no title placeholder", layout=layout.name)
    for what in scenery(template, layout).left_out:
        yield tell("{layout}: {what} is not drawn in PDFs and pictures", layout=layout.name, what=what)
