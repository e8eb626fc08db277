"""One text that is open in the editor: a deck, or what may become one."""

from __future__ import annotations

import asyncio
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from msgspec import Raw
from pygls.uris import to_fs_path
from pygls.workspace import PositionCodec

from slidekit.editor.moving import Moved
from slidekit.editor.positions import Lines
from slidekit.editor.view import View
from slidekit.live import Live, State

if TYPE_CHECKING:
    from slidekit.editor.diagnostics import Key
    from slidekit.scene.theme import Mode


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
        self.checked = asyncio.Event()
        """Set once something is known of it."""
        self.typed = asyncio.Event()
        """Set when the text changes."""
        self.forget = False
        """Whether the next check is to trust nothing that was known."""
        self.wanted = 0
        self.known_as = 0
        """How often a check was asked for, and which of these `state` answers."""
        self.shown: dict[Key, Raw] = {}
        """What is underlined in it: each finding as the editor was told."""
        self._look: tuple[str | None, Mode | None] = None, None
        self._known = (b"", self.lines)
        self._view: View | None = None

    def dress(self, theme: str | None, mode: Mode | None) -> None:
        """Look at it in this theme from the next check on; `None` for its own."""
        self._look = theme, mode

    def check(self, data: bytes) -> State:
        """Check a text; called in the thread that has `live`."""
        if (self.live.theme, self.live.mode) != self._look:
            self.live.dress(*self._look)
        elif self.forget:
            self.live.forget()
        self.forget = False
        return self.live.update(data)

    def type(self, changes: list[types.TextDocumentContentChangeEvent], version: int | None) -> None:
        """The author has changed the text."""
        self.lines = self.lines.edited(changes)
        self.version = version

    @property
    def still(self) -> Document:
        """The document as it is at this moment: what takes long is asked of it while the author types on."""
        return copy(self)

    @property
    def data(self) -> bytes:
        """The text as a file would hold it."""
        return self.lines.text.encode("utf-8", "surrogatepass")

    @property
    def is_deck(self) -> bool:
        """Whether it is a deck: other files of the project are left alone."""
        text = self.lines.text
        return text.startswith(("slidekit:", "\ufeffslidekit:")) or "\nslidekit:" in text or "\rslidekit:" in text

    @property
    def fresh(self) -> bool:
        """Whether the text as it stands is the one that was checked."""
        return self.checked.is_set() and self.known_as == self.wanted

    @property
    def known(self) -> Lines:
        """The text that `state.deck` is of: the places of its spans."""
        read = self.state.read
        if self._known[0] is not read:
            same = read == self.data
            self._known = read, self.lines if same else Lines(read.decode("utf-8", "surrogateescape"), self.codec)
        return self._known[1]

    def checked_place(self, line: int, column: int) -> tuple[int, int]:
        """Where a place of this moment stood in the text that findings are of: torn or not, the last one checked."""
        data = self.state.data
        if data == self.data:
            return line, column
        before = self.known if data is self.state.read else Lines(data.decode("utf-8", "surrogateescape"), self.codec)
        return Moved(self.lines.lines, before.lines).place(line, column)

    @property
    def view(self) -> View:
        """The deck as it is known, seen in the text of this moment."""
        view, deck, lines = self._view, self.state.deck, self.lines.lines
        if view is None or view.deck is not deck or view.lines is not lines:
            view = self._view = View(lines, self.known.lines, deck, self.path, self.state.read)
        return view


def path_of(uri: str) -> Path:
    """The file of a URI; a text that was never saved has the name that it is shown under."""
    return Path((to_fs_path(uri) or uri).replace("\0", "%00"))  # no file can be called so
