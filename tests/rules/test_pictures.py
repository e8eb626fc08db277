"""Which pictures are refused, by their bytes alone."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from decks_on_disk import png
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from slidekit.rules.pictures import MAX_BYTES, size_of, trouble


def saved(kind: str, **options: object) -> bytes:
    """A real picture of 40 × 30 pixels as Pillow writes it."""
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(stream, kind, **options)
    return stream.getvalue()


PICTURES = {
    "PNG": saved("PNG"),
    "JPEG": saved("JPEG"),
    "progressive JPEG": saved("JPEG", progressive=True),
    "GIF": saved("GIF"),
}


@pytest.mark.parametrize("data", PICTURES.values(), ids=PICTURES)
def test_a_whole_picture_gives_its_measures(data: bytes) -> None:
    """Width and height are read from the header once the end is there."""
    assert (40, 30) == size_of(data)


@pytest.mark.parametrize("data", PICTURES.values(), ids=PICTURES)
def test_a_picture_cut_anywhere_is_not_whole(data: bytes) -> None:
    """No shorter beginning of a picture passes for it."""
    assert [] == [length for length in range(len(data) - 1) if size_of(data[:length]) is not None]


@given(st.sampled_from(list(PICTURES.values())), st.data())
def test_damaged_bytes_raise_nothing(data: bytes, draw: st.DataObject) -> None:
    """Whatever stands in a file, it is told whole or not; a PNG with any byte changed is not."""
    at = draw.draw(st.integers(0, len(data) - 1))
    changed = data[:at] + bytes([data[at] ^ draw.draw(st.integers(1, 255))]) + data[at + 1 :]

    size = size_of(changed)

    assert size is None or not data.startswith(b"\x89PNG")


@given(st.binary(max_size=200), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a"]))
def test_any_bytes_raise_nothing(tail: bytes, head: bytes) -> None:
    """Random bytes after a right beginning end in an answer."""
    size_of(head + tail)


def told(folder: Path, name: str) -> tuple[str, str] | None:
    """Code and message for a name in a folder, or nothing."""
    found = trouble(name, folder.resolve())
    return (found.code, found.message) if found else None


def test_a_bomb_is_refused_by_its_header(tmp_path: Path) -> None:
    """A few bytes that say they are four billion pixels are not decoded to find out."""
    (tmp_path / "bomb.png").write_bytes(png(65_000, 65_000))

    assert (
        "SK110",
        "bomb.png measures 65000 × 65000, over the limit of 64 million pixels",
    ) == told(tmp_path, "bomb.png")


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    """The size is looked at first."""
    with (tmp_path / "large.png").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)

    assert ("SK110", "large.png takes 32 MiB, over the limit of 32") == told(tmp_path, "large.png")


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    """Something that never ends is told from a file before it is read."""
    os.mkfifo(tmp_path / "pipe.png")

    assert ("SK110", "pipe.png is not a file") == told(tmp_path, "pipe.png")


def test_a_link_that_leads_out_is_outside(tmp_path: Path) -> None:
    """Links are followed before the folder is compared."""
    (tmp_path / "deck").mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (tmp_path / "deck" / "link.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "deck" / "up").symlink_to(tmp_path)

    home = tmp_path / "deck"

    assert ("SK111", "link.png lies outside the deck's folder") == told(home, "link.png")
    assert ("SK111", "up/secret.png lies outside the deck's folder") == told(home, "up/secret.png")


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    """A link may lead to another picture of the deck."""
    (tmp_path / "real.png").write_bytes(png())
    (tmp_path / "link.png").symlink_to("real.png")

    assert told(tmp_path, "link.png") is None


def test_links_that_lead_to_each_other_are_not_there(tmp_path: Path) -> None:
    """A ring of links ends in an answer."""
    (tmp_path / "a.png").symlink_to("b.png")
    (tmp_path / "b.png").symlink_to("a.png")

    assert ("SK109", "there is no picture a.png") == told(tmp_path, "a.png")


@pytest.mark.parametrize("name", ["a\0b.png", "x" * 5000, "a/" * 3000 + "b.png", "\udcff.png"])
def test_names_that_no_file_has_are_not_there(name: str, tmp_path: Path) -> None:
    """A strange name ends in an answer."""
    found = trouble(name, tmp_path.resolve())

    assert found is not None
    assert "SK109" == found.code
