"""`slidekit rules`: every rule on a line."""

from __future__ import annotations

import sys


def rules() -> None:
    """List the rules: code, name, severity, and what each finds.

    \b
    Examples:
      slidekit rules
      slidekit explain SK101
    """
    from slidekit.rules.pages import pages

    for page in pages():
        sys.stdout.write(f"{page.code}  {page.name:<22} {page.severity:<8} {page.summary}\n")
