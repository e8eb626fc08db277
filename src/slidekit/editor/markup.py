"""Words of a deck or of ours as an editor shows them: Markdown, or plain text where it cannot."""

from __future__ import annotations

import re

MOST = 600
"""Characters of a text of the deck that are shown."""

_TICKS = re.compile(r"`+")
_FENCE = re.compile(r"^```\w*$\n?", re.MULTILINE)
_UNSEEN = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of what is shown after them."""


def shown(text: str) -> str:
    """A text without signs that would change how the rest is shown, cut where it is very long."""
    text = _UNSEEN.sub("\ufffd", text)
    return text if len(text) <= MOST else text[: MOST - 1] + "…"


def literal(text: str, markdown: bool) -> str:
    """A text of the deck, letter for letter: as code where there is Markdown, so that none of it is read as markup."""
    text = shown(text)
    if not markdown:
        return text
    longest = max([len(run) for run in _TICKS.findall(text)], default=0)
    if "\n" in text:
        fence = "`" * max(longest + 1, 3)
        return f"{fence}text\n{text}\n{fence}"
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") or not text.strip() else ""
    return f"{fence}{pad}{text or ' '}{pad}{fence}"


def page(markdown: str, wanted: bool) -> str:
    """A page of ours, without its signs for an editor that shows plain text."""
    if wanted:
        return markdown
    return re.sub(r"^(#+ |\*\*)|\*\*", "", _FENCE.sub("", markdown), flags=re.MULTILINE).replace("`", "")
