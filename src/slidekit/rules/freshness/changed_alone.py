"""One side of a text was changed since an earlier revision, and the other was not.

`slidekit check --since REV` reads the deck as it was at that commit, branch or tag from git, and names the texts of
which one side alone is different now: `slidekit check --since origin/main decks/` is the thing to run on a pull
request. It needs no lock file. Where branches have parted since, the deck is compared with what it was when they
parted. Slides may have been moved, and the deck renamed.

A text that is in `deck.lock` as it is now is right: where the other side needs no change, run `slidekit review` and
commit the lock file. Spaces, quotation marks, dashes, capitals and accents are not a change.

Bad:
    # as it was at main
    - title: {en: Tests take 5 minutes, fr: Les tests prennent 5 minutes}
    # as it is now
    - title: {en: Tests take 5 minutes, fr: Les essais prennent 5 minutes}

Good:
    # as it was at main
    - title: {en: Fast tests, fr: Des tests rapides}
    - title: {en: Who waits, fr: Qui attend}
    # as it is now
    - title: {en: Who waits, fr: Qui attend}
    - title: {en: Quick tests, fr: Des essais rapides}

Source: Official Languages Act (R.S.C. 1985, c. 31 (4th Supp.)), s. 13: both versions are equally authoritative, so
neither may fall behind; a pull request is where it can still be seen who changed what.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidekit.rules.naming import named
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked
    from slidekit.rules.reviewed import Past, Stale

CODE = "SK602"
NAME = "changed-alone"
SEVERITY = Severity.ERROR
LONGEST = 60
"""Signs of the old words that a hint shows."""


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Texts of which one side is not what it was."""
    past = checked.past
    if past is None:
        return
    from slidekit.rules.reviewed import compare, counted, couples

    review = checked.review
    now = couples(checked.texts) if review is None else review.couples
    told = {one.couple.hashes for one in review.stale} if review is not None else set()
    for stale in compare(now, counted(past.couples)):
        hashes = stale.couple.hashes
        settled = checked.locked is not None and checked.locked.lock.knows(hashes)
        if hashes not in told and not settled:
            yield _finding(stale, past)


def _finding(stale: Stale, past: Past) -> Diagnostic:
    told = stale.couple.told
    what, since = named(told), past.revision
    words = past.words
    match stale.changed:
        case "en":
            message = tell(
                "{what}: the English was changed since {revision}, the French was not", what=what, revision=since
            )
            hint = _hint_en(words.get(stale.was[0], ""))
        case "fr":
            message = tell(
                "{what}: the French was changed since {revision}, the English was not", what=what, revision=since
            )
            hint = _hint_fr(words.get(stale.was[1], ""))
        case "both":
            message = tell(
                "{what}: at {revision} this English and this French had other twins", what=what, revision=since
            )
            hint = tell("put the twins beside each other again")
    return Diagnostic(CODE, message, stale.side.span, hint, SEVERITY, lang=stale.lang, slide=told.slide)


def _hint_en(was: str) -> Words:
    return tell("bring the French up to date; the English was  {words}", words=_short(was))


def _hint_fr(was: str) -> Words:
    return tell("bring the English up to date; the French was  {words}", words=_short(was))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
