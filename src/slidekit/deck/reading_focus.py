"""The part of a picture that must stay in view, as people say it: `top left`, or `[30%, 50%]`."""

from __future__ import annotations

import re
from typing import Any

from slidekit.source.decode import UNREAD, Reading, scalar, shown
from slidekit.source.nodes import Node, Sequence
from slidekit.source.wording import tell

_ACROSS = {"left": 0.0, "right": 1.0}
_DOWN = {"top": 0.0, "bottom": 1.0}
_MIDDLE = ("center", "centre", "middle")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?) ?%", re.ASCII)


def focus(node: Node, key: str, reading: Reading) -> Any:
    """Shares of the picture's width and height, from its left and top."""
    typed = [scalar(one, key, reading) for one in (node.items if isinstance(node, Sequence) else (node,))]
    if UNREAD in typed:
        return UNREAD
    found = _point(" ".join(typed).replace(",", " ").lower())
    if found is not None:
        return found
    hint = tell("write a corner or a side, such as  top left , or how far from left and top:  [30%, 50%]")
    return reading.report(
        "SK016", tell("`{typed}` where `{key}` wants a place", typed=shown(" ".join(typed)), key=key), node.span, hint
    )


def _point(words: str) -> tuple[float, float] | None:
    shares = [float(share) / 100 for share in _SHARE.findall(words)]
    if shares:
        left_over = _SHARE.sub("", words).strip()
        return (shares[0], shares[1]) if len(shares) == 2 and max(shares) <= 1 and not left_over else None
    names = re.split(r"[\s-]+", words.strip())
    across = [_ACROSS[name] for name in names if name in _ACROSS]
    down = [_DOWN[name] for name in names if name in _DOWN]
    known = len(across) + len(down) + sum(name in _MIDDLE for name in names)
    if known != len(names) or len(across) > 1 or len(down) > 1 or len(names) > 2:
        return None
    return (across[0] if across else 0.5, down[0] if down else 0.5)
