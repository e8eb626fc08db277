"""What an author asked for and cannot have."""

from __future__ import annotations

from slidekit.source.wording import Words


class Refused(Exception):  # noqa: N818 -- it says what is the case
    """A request that is answered with a sentence, which the editor shows."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words
