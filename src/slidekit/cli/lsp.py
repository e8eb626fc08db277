"""`slidekit lsp`: the language server that an editor starts."""

from __future__ import annotations

from typing import Annotated

import typer

from slidekit.cli.language import say
from slidekit.source.wording import tell


def lsp(
    stdio: Annotated[
        bool, typer.Option("--stdio", help="Nothing else than what it does anyway: some editors always ask for it.")
    ] = False,
) -> None:
    """Serve an editor on standard input and output.

    Editors start it by themselves; how to set up yours stands in docs/editors.md. It speaks the editor's language,
    or that of --lang.

    \b
    Examples:
      slidekit lsp
      slidekit lsp --lang fr
    """
    import gc
    import sys

    from slidekit.cli.language import chosen, speaks
    from slidekit.editor.server import serve

    if sys.stdin.isatty():
        sys.stderr.write(say(tell("an editor starts this and speaks with it; Ctrl-C ends it")) + "\n")
    gc.enable()  # unlike other commands, it runs for days
    raise typer.Exit(serve(chosen(), speaks()))
