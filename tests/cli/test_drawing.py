"""Where `--png` writes, and that nothing but a picture is ever replaced by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidekit.cli import drawing
from slidekit.cli.failing import Misuse


def test_a_picture_replaces_a_picture(tmp_path: Path) -> None:
    """An older drawing, or an empty file that was made to hold one."""
    for there in (b"", drawing.SIGNATURE + b"old"):
        png = tmp_path / "a.png"
        png.write_bytes(there)

        drawing.check_place(png, "b.png")
        drawing.write(png, b"new")

        assert b"new" == png.read_bytes()
        assert [png] == list(tmp_path.iterdir())


def test_what_is_no_picture_stays(tmp_path: Path) -> None:
    """A deck called so by mistake, or through a link, is not drawn over."""
    deck, link = tmp_path / "talk.yaml", tmp_path / "talk.png"
    deck.write_text("slidekit: 1")
    link.symlink_to(deck)

    for wrong in (deck, link, tmp_path, tmp_path / "no" / "a.png"):
        with pytest.raises(Misuse):
            drawing.check_place(wrong, "b.png")

    drawing.write(link, b"new")
    assert "slidekit: 1" == deck.read_text()


def test_a_full_disk_leaves_the_old_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new one is whole before it takes the old one's place, and leaves nothing beside it."""
    png = tmp_path / "a.png"
    png.write_bytes(b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError

    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(OSError):  # noqa: PT011 -- any
        drawing.write(png, b"new")

    assert b"old" == png.read_bytes()
    assert [png] == list(tmp_path.iterdir())
