"""`slidekit explain`: the manual page of a rule."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from slidekit.cli.language import speaks
from slidekit.source.wording import tell


def _codes() -> list[str]:
    from slidekit.rules.pages import pages

    return [page.code for page in pages()]


def explain(
    code: Annotated[
        str, typer.Argument(metavar="CODE", help="A code such as SK101, or a rule's name.", autocompletion=_codes)
    ],
) -> None:
    """Print a rule's manual page.

    It says what the rule finds and why, with examples, and where the rule comes from.

    \b
    Examples:
      slidekit explain SK101
      slidekit explain missing-language
    """
    from slidekit.cli.failing import Misuse, nearest
    from slidekit.rules import pages

    page = pages.find(code)
    if page is None:
        near = nearest(code, [one.name for one in pages.pages()])
        raise Misuse(tell("there is no rule {code}", code=code), near or tell("slidekit rules  lists them"))
    sys.stdout.write(pages.plain(page, speaks()))
