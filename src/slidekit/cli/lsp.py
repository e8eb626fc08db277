"""`slidekit lsp`: the language server that an editor starts."""

from __future__ import annotations

import typer


def lsp() -> None:
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

    from slidekit.cli.language import asked, speaks
    from slidekit.editor.server import serve

    gc.enable()  # unlike other commands, it runs for days
    lang, left = asked(sys.argv[1:], {})
    raise typer.Exit(serve(lang if len(left) < len(sys.argv[1:]) else None, speaks()))
