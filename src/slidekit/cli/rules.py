"""`slidekit rules`: every rule on a line."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from slidekit.cli.language import say, speaks


def rules(
    markdown: Annotated[bool, typer.Option("--markdown", help="Print every page as one Markdown document.")] = False,
) -> None:
    """List the rules, each with its code.

    Each line has a code, a name, a severity and what the rule finds; slidekit explain CODE tells more.

    \b
    Examples:
      slidekit rules
      slidekit explain SK101
    """
    from slidekit.rules import pages

    if markdown:
        sys.stdout.write(pages.markdown(speaks()))
        return
    for page in pages.pages():
        severity, words = say(page.severity.called), pages.translated(page, speaks()).summary
        sys.stdout.write(f"{page.code}  {page.name:<22} {severity:<8} {words}\n")
