"""Which pictures are refused, by their bytes alone."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest
from decks_on_disk import png, saved, svg
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from slidekit.rules.pictures import MAX_BYTES, look, size_of, trouble
from slidekit.rules.pixels import measure

FRAMES = [Image.new("RGB", (40, 30), "red")]
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


def test_a_deck_of_heavy_pictures_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All pictures of a deck together have a limit: they are held in memory while it is rendered."""
    from slidekit.rules import pictures

    (tmp_path / "a.png").write_bytes(png())
    (tmp_path / "b.png").write_bytes(png())
    monkeypatch.setattr(pictures, "MAX_ALL_BYTES", len(png()) + 1)

    found = pictures.look_all(["a.png", "b.png"], tmp_path.resolve())

    assert [True, False] == [one.picture is not None for one in found.values()]
    assert "SK110" == found["b.png"].trouble.code  # type: ignore[union-attr]


def test_a_deck_of_heavy_drawings_is_bounded(tmp_path: Path) -> None:
    """So has what it takes to draw them all."""
    from slidekit.rules import pictures

    layers = svg('<rect width="40" height="30" opacity=".9"/>' * 300)
    for number in range(5):
        (tmp_path / f"{number}.svg").write_text(layers)

    found = pictures.look_all([f"{number}.svg" for number in range(5)], tmp_path.resolve())

    assert [True] * 3 + [False] * 2 == [one.picture is not None for one in found.values()]


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photograph_is_measured_as_it_is_seen(turned: int, tmp_path: Path) -> None:
    """From orientation 5 on, its rows are its columns; both byte orders of Exif are read."""
    exif = Image.Exif()
    exif[0x0112] = turned
    data = saved("JPEG", exif=exif)
    found = measure(data)

    assert found is not None
    assert ((40, 30) if turned < 5 else (30, 40), turned) == (found[:2], found.turned)
    other = data.replace(exif.tobytes()[6:], big_endian(turned))
    assert found == measure(other)


def big_endian(turned: int) -> bytes:
    """The same Exif data in the other byte order."""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, 0x0112, 3, 1, turned, 0, 0)


@pytest.mark.parametrize(
    ("name", "data", "code", "message"),
    [
        ("a.webp", saved("WEBP"), "SK110", "a.webp is a WebP file, which not every program shows"),
        ("a.bmp", saved("BMP"), "SK110", "a.bmp is a BMP file, which not every program shows"),
        ("a.tiff", saved("TIFF"), "SK110", "a.tiff is a TIFF file, which not every program shows"),
        ("a.heic", b"\0\0\0\x18ftypheic" + bytes(50), "SK110", "a.heic is a HEIC file, which not every program shows"),
        ("a.txt", b"hello", "SK110", "a.txt is neither PNG, JPEG, GIF nor SVG"),
        ("a.gif", saved("GIF", save_all=True, append_images=FRAMES), "SK114", "a.gif moves: it has several frames"),
        ("a.png", saved("PNG", save_all=True, append_images=FRAMES), "SK114", "a.png moves: it has several frames"),
        ("a.webp", saved("WEBP", save_all=True, append_images=FRAMES), "SK114", "a.webp moves: it has several frames"),
    ],
)
def test_other_kinds_are_called_by_name(name: str, data: bytes, code: str, message: str, tmp_path: Path) -> None:
    """A phone's HEIC, a WebP from the web, whatever moves: each is named, with what to save it as."""
    (tmp_path / name).write_bytes(data)

    assert (code, message) == told(tmp_path, name)


def test_the_colours_of_print_are_shown_all_the_same(tmp_path: Path) -> None:
    """With a warning: every program turns them into its own."""
    (tmp_path / "a.jpg").write_bytes(saved("JPEG", mode="CMYK"))

    found = look("a.jpg", tmp_path.resolve())

    assert found.picture is not None
    assert found.trouble is not None
    assert "SK115" == found.trouble.code


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(mode: str, tmp_path: Path) -> None:
    """Black and white, grey, palette, colour, see-through, sixteen bits."""
    (tmp_path / "a.png").write_bytes(saved("PNG", mode=mode))

    assert told(tmp_path, "a.png") is None
