"""`slidekit glossary import`: a list of terms from a spreadsheet or a term bank, as YAML to go on writing in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from slidekit.source.wording import tell, tell_many

ACTIONS = ("import",)


def glossary(
    action: Annotated[str, typer.Argument(metavar="import", help="What to do.", autocompletion=lambda: list(ACTIONS))],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A list of terms: .csv, .tsv, .tbx or .yaml.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write there, and not to the terminal.")
    ] = None,
) -> None:
    """Make a YAML list of terms from CSV or TBX.

    Decks and slidekit.toml may name the .csv or .tbx file itself:  glossary: terms.csv.  This makes a file to go on
    writing in, with room for banned words and names that are never translated. CSV wants a first line that names the
    columns en and fr.

    \b
    Examples:
      slidekit glossary import terms.csv
      slidekit glossary import export.tbx -o terms.yaml
    """
    from slidekit.cli.failing import CLEAN, PROBLEMS, Misuse, one_of
    from slidekit.cli.finding import file as readable
    from slidekit.cli.language import say
    from slidekit.cli.report import print_text
    from slidekit.cli.terminal import visible
    from slidekit.deck.term_files import MAX_BYTES, as_yaml, read_terms
    from slidekit.source.diagnostic import Severity

    one_of(action, ACTIONS, tell("action"))
    readable(file, (tell("give a .csv or a .tbx file"), "*.[ct][sb][vx]"))
    with file.open("rb") as stream:
        terms, problems = read_terms(stream.read(MAX_BYTES + 1), file.suffix, file.as_posix())
    print_text(problems)
    if not terms.any:
        raise typer.Exit(PROBLEMS)
    text = "".join([f"{line}\n" for line in as_yaml(terms)])
    if out is None:
        sys.stdout.write("".join([f"{visible(line)}\n" for line in text.splitlines()]))
    elif out.exists():
        raise Misuse(tell("{file} is there already", file=out.as_posix()), tell("give another name"))
    else:
        out.write_text(text, "utf-8", newline="\n")
        number = len(terms.terms) + len(terms.names)
        written = tell_many(
            "{file} is there, with {n} term", "{file} is there, with {n} terms", number, file=out.as_posix()
        )
        sys.stdout.write(visible(say(written)) + "\n")
    raise typer.Exit(PROBLEMS if any(one.severity is Severity.ERROR for one in problems) else CLEAN)
