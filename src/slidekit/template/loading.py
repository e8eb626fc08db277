"""A template found, opened, matched to a deck's map and made the theme of the deck; what is wrong is a diagnostic."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from slidekit.deck.model import Template as Wanted
from slidekit.deck.model import TemplateLayout
from slidekit.scene.contrast import LARGE_TEXT, TEXT, ratio
from slidekit.scene.corporate import TemplateTheme
from slidekit.scene.metrics import drawn_family, stands_in
from slidekit.scene.theme import Theme
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import START, Span
from slidekit.source.system import reason
from slidekit.source.wording import listed, tell
from slidekit.template.dress import dressed
from slidekit.template.guess import Choice, choice, guessed
from slidekit.template.opening import RefusedError, opened
from slidekit.template.reading import LayoutPart, Seat, Template, read

ENDINGS = (".pptx", ".potx")


class Loaded(Struct, frozen=True, gc=False):
    """What became of a template."""

    theme: TemplateTheme | None
    problems: tuple[Diagnostic, ...]
    template: Template | None = None
    choices: dict[str, Choice] = {}


def load(wanted: Wanted, folder: Path, base: Theme, *, anywhere: bool = False) -> Loaded:
    """The theme of a deck in its template.

    A deck may name a file inside its own folder only, symlinks resolved; `anywhere` is for the person
    at the command line. `base` says what no template says: colours of code, the least sizes.
    """
    path = Path(os.path.realpath(folder / wanted.file))  # `resolve` raises where links go round in a ring
    wrong = _not_there(wanted, path, folder, anywhere)
    if wrong is not None:
        return Loaded(None, (wrong,))
    try:
        archive = opened(path)
        template = read(archive)
    except RefusedError as error:
        return Loaded(None, (replace(error.diagnostic, span=wanted.span),))
    except OSError as error:
        message = tell("cannot read the template {file}: {reason}", file=wanted.file, reason=reason(error))
        return Loaded(None, (Diagnostic("SK130", message, wanted.span, tell("allow reading it")),))
    problems: list[Diagnostic] = []
    choices = guessed(template)
    for one in wanted.layouts:
        made = _mapped(one, template, problems)
        if made is not None:
            choices[one.need] = made
    try:
        theme = dressed(template, choices, base, archive.data)
    except RefusedError as error:
        return Loaded(None, (*problems, replace(error.diagnostic, span=wanted.span)))
    problems += remarks(theme, choices, wanted.span)
    if any(one.severity is Severity.ERROR for one in problems):
        return Loaded(None, tuple(problems), template, choices)
    return Loaded(theme, tuple(problems), template, choices)


def _not_there(wanted: Wanted, path: Path, folder: Path, anywhere: bool) -> Diagnostic | None:
    """What to say of a file that is outside, not there, or of another kind."""
    if not anywhere and not path.is_relative_to(folder.resolve()):
        hint = tell("copy it beside the deck, or choose it with  --template")
        return Diagnostic(
            "SK130", tell("the template {file} lies outside the deck's folder", file=wanted.file), wanted.span, hint
        )
    if path.suffix.lower() not in ENDINGS:
        macros = path.suffix.lower() in (".pptm", ".potm", ".ppsm", ".ppam")
        hint = tell("save it as .pptx or .potx, without its macros") if macros else tell("give a .pptx or a .potx file")
        return Diagnostic(
            "SK130", tell("{file} is no template that slidekit reads", file=wanted.file), wanted.span, hint
        )
    if not os.path.isfile(path):  # says no, too, where a path is too long to be one
        near = path.parent.glob("*.p[po]tx") if os.path.isdir(path.parent) else ()
        match = get_close_matches(path.name, sorted(one.name for one in near), 1)
        hint = tell("did you mean  {name}?", name=match[0]) if match else tell("give the path from the deck's folder")
        return Diagnostic("SK130", tell("there is no template {file}", file=wanted.file), wanted.span, hint)
    return None


def _mapped(one: TemplateLayout, template: Template, problems: list[Diagnostic]) -> Choice | None:
    """A line of the map, its placeholders found; what is not there is reported."""
    layout = find(template.layouts, one.layout)
    if layout is None:
        names = [each.name for each in template.layouts]
        folded = {name.casefold(): name for name in names}
        near = get_close_matches(one.layout.casefold(), list(folded), 1, 0.5)
        hint = tell("it has {names}", names=listed(names[:12]))
        if near:
            hint = tell("did you mean  {name}?", name=folded[near[0]])
        problems.append(
            Diagnostic("SK133", tell("the template has no layout {layout}", layout=one.layout), one.span, hint)
        )
        return None
    made = choice(one.need, layout)
    if not one.places:
        return made
    found: dict[str, list[Seat]] = {}
    for role, idx, span in one.places:
        seat = _seat(layout, role, idx)
        if seat is None:
            usable = [each for each in layout.seats if each.family not in ("dt", "ftr", "sldNum")]
            there = listed([f"{each.idx} ({each.name})" for each in usable] or [tell("none")])
            message = tell("the layout {name} has no placeholder with idx {idx}", name=layout.name, idx=idx)
            problems.append(Diagnostic("SK134", message, span, tell("it has {names}", names=there)))
        elif seat.box is None or not seat.body.upright:
            message = tell("the placeholder {idx} of {layout} has turned text", idx=idx, layout=layout.name)
            if seat.box is None:
                message = tell(
                    "the placeholder {idx} of {layout} has no place on the slide", idx=idx, layout=layout.name
                )
            problems.append(Diagnostic("SK134", message, span, tell("choose another, or leave it out")))
        else:
            found.setdefault(role, []).append(seat)
    return assigned(made, found)


def assigned(made: Choice, found: dict[str, list[Seat]]) -> Choice:
    """A choice in which the map has the last word for the roles that it names."""
    taken = [seat for seats in found.values() for seat in seats]
    others = {role: seat for role, seat in made.others if seat not in taken}
    others |= {role: seats[0] for role, seats in found.items() if role not in ("title", "body", "heading")}
    title = found["title"][0] if "title" in found else made.title
    bodies = tuple(found["body"]) if "body" in found else tuple(seat for seat in made.bodies if seat not in taken)
    heads = tuple(found["heading"]) if "heading" in found else tuple(seat for seat in made.heads if seat not in taken)
    return replace(made, title=title, bodies=bodies, heads=heads, others=tuple(others.items()))


def find(layouts: Sequence[LayoutPart], named: str) -> LayoutPart | None:
    """A layout by its name, however its letters are cased, or by its number from 1."""
    for one in layouts:
        if one.name == named:
            return one
    for one in layouts:
        if one.name.strip().casefold() == named.strip().casefold():
            return one
    if named.isascii() and named.isdigit() and 1 <= int(named[:6]) <= len(layouts):
        return layouts[int(named[:6]) - 1]
    return None


def _seat(layout: LayoutPart, role: str, idx: int) -> Seat | None:
    """The placeholder of an idx; a title and a text may both have 0."""
    found = [seat for seat in layout.seats if seat.idx == idx and seat.family not in ("dt", "ftr", "sldNum")]
    return next((seat for seat in found if (role == "title") == (seat.family == "title")), next(iter(found), None))


def remarks(theme: TemplateTheme, choices: dict[str, Choice], span: Span = START) -> Iterator[Diagnostic]:
    """What an author should know of a template that can be used: fonts measured with others, texts hard to read."""
    fonts = dict.fromkeys(name for _, look in theme.stands for name in (look.fonts.heading, look.fonts.body))
    for name in fonts:
        if stands_in(name):
            message = tell(
                "the template's font {name} is not at hand: {drawn_family} stands in for it",
                name=name,
                drawn_family=drawn_family(name),
            )
            hint = tell(
                "texts are measured 5 % wider to be safe; PDFs and pictures are drawn in it, PowerPoint has its own"
            )
            yield Diagnostic("SK135", message, span, hint, Severity.WARNING)
    said: set[tuple[str, str]] = set()
    for key, look in theme.stands:
        layout = choices[key].layout
        for what, color, size in ((tell("titles"), *_title(look)), (tell("text"), look.body.color, look.sizes.body[0])):
            least = LARGE_TEXT if size >= 18 else TEXT
            found = ratio(color, look.palette.night if look.stand.layout.ground == "night" else look.palette.paper)
            if found < least and not look.pictured and (layout.part, what) not in said:
                said.add((layout.part, what))
                message = tell(
                    "the template's layout {name} gives its {what} a contrast of {found:.1f} : 1",
                    name=layout.name,
                    what=what,
                    found=found,
                )
                hint = tell(
                    "WCAG AA asks for {least:g} : 1; choose another layout for  {key}  or tell its owner",
                    least=least,
                    key=key,
                )
                yield Diagnostic("SK136", message, span, hint, Severity.WARNING)


def _title(look: TemplateTheme) -> tuple[str, float]:
    title = look.stand.title
    return (title.type.color, title.size_pt) if title else (look.palette.heading, 40.0)
