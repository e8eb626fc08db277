"""`slidekit new`: a deck to start from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from slidekit.cli.language import say, speaks
from slidekit.source.wording import tell

STARTERS = {"en": Path(__file__).with_name("starter.txt"), "fr": Path(__file__).with_name("starter.fr.txt")}
"""The same deck, its comments in the language spoken."""
SCHEMA = Path(__file__).resolve().parent.parent / "slidekit.schema.json"


def new(
    deck: Annotated[Path, typer.Argument(metavar="DECK", help="The file to write, such as talk.yaml.")],
    title_en: Annotated[str, typer.Option(metavar="TEXT", help="The talk's title in English.")] = "My talk",
    title_fr: Annotated[str, typer.Option(metavar="TEXT", help="The talk's title in French.")] = "Mon exposé",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write a deck to start from.

    It has a few slides, with comments that show how each thing is said. The schema that editors complete keys
    from is put beside it.

    \b
    Examples:
      slidekit new talk.yaml
      slidekit new talk.yaml --title-en "Fast tests" --title-fr "Des tests rapides"
    """
    from slidekit.cli.failing import Misuse
    from slidekit.cli.schemas import spoken
    from slidekit.cli.terminal import visible

    if deck.suffix not in (".yaml", ".yml"):
        raise Misuse(
            tell("{file} does not end in {ending}", file=str(deck), ending=".yaml"), f"slidekit new {deck}.yaml"
        )
    if not deck.parent.is_dir():
        raise Misuse(tell("there is no folder {folder}", folder=str(deck.parent)), tell("make it first"))
    if deck.is_dir():
        raise Misuse(tell("{file} is a folder", file=str(deck)), tell("give another name"))
    if deck.exists() and not force:
        there = tell("{file} is there already", file=str(deck))
        raise Misuse(there, tell("give another name, or --force to write over it"))
    schema = spoken(SCHEMA.read_text("utf-8"))
    text = STARTERS[speaks()].read_text("utf-8")
    for mark, title in (("{{title_en}}", title_en), ("{{title_fr}}", title_fr)):
        text = text.replace(mark, _quoted(title))
    deck.write_text(text, "utf-8")
    beside = deck.with_name(SCHEMA.name)
    if not beside.exists():
        beside.write_text(schema, "utf-8")
    done = tell(
        "{file} is there; next:  {command}", file=visible(str(deck)), command=f"slidekit render {visible(str(deck))}"
    )
    sys.stdout.write(say(done) + "\n")


def _quoted(words: str) -> str:
    """A text as a double-quoted YAML scalar, of which JSON's strings are a part."""
    import json

    return json.dumps(words, ensure_ascii=False)
