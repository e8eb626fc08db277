"""A text was read in the wrong encoding, and its accents are broken.

`Ã©` is an `é`, `â€™` an apostrophe whose UTF-8 bytes something took for Windows’ own; `�` and a `?` inside a word
stand for letters that are lost. It happens on the way through a spreadsheet or an old e-mail programme, seldom in
one word alone. What can be known is put right by `slidekit fix`; lost letters must be typed again.

Bad:
    - title: {en: The system, fr: Le systÃ¨me}

Bad:
    - title: {en: The system, fr: Le syst?me}

Bad:
    - title: {en: Itâ€™s here, fr: C’est ici}

Good:
    - title: {en: Is it here? Yes, fr: "Âge, forêt, lâche, est-ce là?"}

Source: ftfy, "fixes text for you", its heuristic of badness; The Unicode Standard, 16.0, 23.8 (U+FFFD).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from slidekit.rules.typography._mending import MOST, finding
from slidekit.source.diagnostic import Diagnostic, Edit, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.prose import Prose

CODE = "SK314"
NAME = "mojibake"
SEVERITY = Severity.ERROR
LOST = "\ufffd"
LONGEST = 5_000
"""Signs of a text that is looked at as a whole."""
AROUND = 200
"""Signs around a broken letter that are looked at in a longer one."""
_LATE = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0-\u00bf"
"""What Windows-1252 shows for the bytes 80 to BF, of which every letter in UTF-8 has at least one."""
_SUSPECT = re.compile(f"[ÂÃÅÄ][{_LATE}]|Ã |â[€‚„†ˆ]|ï[»¿]|ðŸ|\\?[a-zà-ÿ]|{LOST}")


@cache
def _cluster() -> re.Pattern[str]:
    return re.compile(f"(?:[ÂÃÅÄâïð][{_LATE}]{{1,3}}|[ÃÂ] )+")


@cache
def _lost() -> re.Pattern[str]:
    inside = r"(?<![^\s(«\[\u2060’'-])[^\W\d_]*[^\W\d_A-Z]\?[a-zà-ÿ][^\W\d_]*(?![\w?=&/])"
    at_the_start = r"(?<![^\s(«’'])\?[a-zà-ÿ]{3,}(?![\w?=&/])"
    return re.compile(f"{inside}|{at_the_start}")


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each broken letter of a text that holds any."""
    suspects = [side for scan in checked.scans.values() for side in scan.holding(_SUSPECT)]
    typed = bool(suspects) and LOST.encode() in checked.data  # else it stands for a byte that is reported already
    for side in suspects:
        source = side.text.source
        if typed and LOST in source:
            yield from _gone(checked, side)
        if "?" in source:
            yield from _asked(checked, side)
        if not source.isascii():
            yield from _broken(checked, side)


def _gone(checked: Checked, side: Prose) -> Iterator[Diagnostic]:
    for found in islice(re.finditer(LOST + "+", side.text.source), MOST):
        message = tell("a letter is lost here: `{sign}`", sign=LOST)
        yield finding(checked, side, CODE, SEVERITY, message, tell("type it again"), found.span())


def _asked(checked: Checked, side: Prose) -> Iterator[Diagnostic]:
    """A `?` inside a word; where the letters around it say so, it was an apostrophe."""
    for found in islice(_lost().finditer(side.bare), MOST):
        word = found[0]
        if word.isascii() and word.count("?") == 1 and _is_english_pattern(word):
            continue
        at = found.start() + word.index("?")
        message = tell("a letter of `{word}` is lost", word=word)
        yield finding(checked, side, CODE, Severity.WARNING, message, tell("type it again"), (at, at + 1))


def _is_english_pattern(word: str) -> bool:
    """Whether it is a pattern for two spellings (`colou?r`), or two words without a space between."""
    return word.partition("?")[0].endswith(("colou", "behaviou", "favou", "labou", "https", "http"))


def _broken(checked: Checked, side: Prose) -> Iterator[Diagnostic]:
    """Letters that ftfy, which looks at the words around them, too, finds to be others."""
    source = side.text.source
    clusters = list(islice(_cluster().finditer(source), MOST))
    if not clusters:
        return
    from ftfy import fix_encoding

    hint = tell("`slidekit fix` puts it right; then look where the text came from")
    whole = fix_encoding(source) if len(source) <= LONGEST else None
    for found in clusters:
        new = _decoded(found[0])
        around = source[max(0, found.start() - AROUND) : found.end() + AROUND]
        if (
            new is None
            or _quoted(found)
            or (new not in (whole if whole is not None else fix_encoding(around)) and not _is_ligature(found))
        ):
            continue
        message = tell("`{typed}` was meant to be `{meant}`", typed=found[0], meant=new)
        yield finding(checked, side, CODE, SEVERITY, message, hint, found.span(), (Edit(*found.span(), new),))


def _quoted(found: re.Match[str]) -> bool:
    """Whether it is the letter itself between quotation marks: `«Â»`."""
    return found[0] == "Â»" and found.string[: found.start()].endswith("«")


def _is_ligature(found: re.Match[str]) -> bool:
    """Whether it can only be the beginning of `œuvre`, or the middle of `cœur`, which ftfy leaves alone."""
    return found[0] == "Å“" and found.string[found.end() : found.end() + 1].islower()


def _decoded(cluster: str) -> str | None:
    """The letters that were read in the wrong encoding, once or twice."""
    made = cluster.replace("Ã ", "Ã\u00a0").replace("Â ", "Â\u00a0")
    for _ in range(3):
        try:
            made = made.encode("sloppy-windows-1252").decode()
        except UnicodeError:
            break
        if made.isascii() or not _SUSPECT.search(made):
            return made
    return None
