"""One deck that is open in the editor."""

from __future__ import annotations

from pathlib import Path

from pygls.workspace import PositionCodec

from slidekit.editor.positions import Lines
from slidekit.live import Live, State


class Document:
    """A deck's text as it stands in the editor, and what is known of it.

    `lines` is the text of this moment. `state` follows it by some milliseconds: `state.data` is the text that
    was checked, `state.read` the one that `state.deck` and its spans are of.
    """

    def __init__(self, uri: str, path: Path, text: str, codec: PositionCodec) -> None:
        self.uri = uri
        self.path = path
        self.codec = codec
        self.live = Live(path)
        self.state = State(b"")
        self.lines = Lines(text, codec)
        self.version: int | None = None

    def type(self, text: str, version: int | None) -> None:
        """The author has changed the text."""
        self.lines = Lines(text, self.codec)
        self.version = version

    def check(self) -> State:
        """Check the text as it stands."""
        self.state = self.live.update(self.lines.text.encode("utf-8", "surrogatepass"))
        return self.state

    @property
    def known(self) -> Lines:
        """The text that `state.deck` is of: the places of its spans."""
        if self.state.read == self.lines.text.encode("utf-8", "surrogatepass"):
            return self.lines
        return Lines(self.state.read.decode("utf-8", "replace"), self.codec)
