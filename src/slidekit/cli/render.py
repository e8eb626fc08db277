"""`slidekit render`: slides and notes in one language, in the other, or in both at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from slidekit.cli.language import say
from slidekit.cli.ordering import Order, distinct, made_of, ordered, tool_troubles
from slidekit.source.wording import tell, tell_many

if TYPE_CHECKING:
    from slidekit.build import Rendered
    from slidekit.source.wording import Words


@ordered("The decks to make.")
def render(decks: list[Path], order: Order) -> None:
    """Make slides and notes, in each language or in both at once.

    A deck with errors is not made, and what was made of it before stays; --draft makes it all the same.
    Everything is written beside its target first and renamed when all is whole.

    \b
    What --to makes:
      pptx      PowerPoint, all of it editable
      marp      Marp Markdown and its CSS
      notes     a PDF of the notes, one page per slide
      pdf       the slides as tagged PDF
      png       a picture of each slide
      html      a page in the browser, through marp-cli
      marp-pdf  the Marp slides as PDF, through marp-cli
      marp-png  the Marp slides as pictures, through marp-cli

    \b
    What --edition makes:
      en, fr        every slide in one language; these two unless others are asked for
      side-by-side  both languages on every slide, each in its half, at the same size
      stacked       both on every slide, the second language below the first and smaller
      alternating   every slide twice, in one language and then in the other
      all           all five
    The language that comes first is the first of the deck's languages: key.

    \b
    Examples:
      slidekit render talk.yaml
      slidekit render talk.yaml --edition all --to pptx
      slidekit render talk.yaml --edition en --notes-lang both
      slidekit render talk.yaml --to pptx --edition fr
      slidekit render talk.yaml --theme erable --mode dark --draft
      slidekit render decks/*.yaml --to pdf,png --output out
    """
    from slidekit.cli.failing import CLEAN, PROBLEMS
    from slidekit.cli.finding import file

    found = distinct([file(deck) for deck in dict.fromkeys(decks)])
    refused = [deck for deck in found if not _one(deck, order)]
    raise typer.Exit(PROBLEMS if refused else CLEAN)


def _one(deck: Path, order: Order) -> bool:
    """Make one deck; whether it was made."""
    from slidekit.cli import report
    from slidekit.cli.failing import MACHINE, complain
    from slidekit.cli.written import Progress, print_outputs

    try:
        with Progress(order.quiet) as progress:
            made = made_of(deck, order, progress.step)
    except tool_troubles(order.targets) as error:
        complain(error.args[0])
        raise typer.Exit(MACHINE) from None
    report.print_text(made.diagnostics)
    if not made.outputs:
        sys.stdout.write(say(refusal(deck, made)) + "\n")
        return False
    if not order.quiet:
        print_outputs(made.outputs)
    return True


def refusal(deck: Path, made: Rendered) -> Words:
    """Why there are no outputs."""
    from slidekit.cli.terminal import visible
    from slidekit.source.diagnostic import Severity

    number = sum(found.severity is Severity.ERROR for found in made.diagnostics)
    errors, file = tell_many("{n} error", "{n} errors", number), visible(deck.as_posix())
    if made.drawable:
        return tell("{file}: not made, {errors}; --draft makes it all the same", file=file, errors=errors)
    return tell("{file}: not made, {errors}", file=file, errors=errors)
