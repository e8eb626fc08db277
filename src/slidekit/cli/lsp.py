"""`slidekit lsp`: the language server that an editor starts."""

from __future__ import annotations


def lsp() -> None:
    """Serve an editor on standard input and output.

    Editors start it by themselves; how to set up yours stands in docs/editors.md.

    \b
    Examples:
      slidekit lsp
    """
    from slidekit.editor.server import serve

    serve()
