"""`slidekit fix`: only the signs at fault change, twice is as once, and what is not certain stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidekit.mending import Mended, mend, write

DECK = """\
# a talk{U+0020}
slidekit: 1   # the format

title: {en: Fast tests, fr: Des tests #1, et tout}
slides:

  - title:
      en: Moore’s law: a promise kept
      fr: La loi de Moore{U+00A0}: une promesse tenue
    bullets:
      - en:Hello there
        fr: "Bonjour à tous"
      - {en: a, b, fr: c}   # kept
      - en: "Yes" she said
        fr: '«{U+00A0}Oui{U+00A0}», dit-elle'
    # nothing else

    notes:
      en: |
        Two lines: as typed.
          Deeper.
      fr: >-
        Deux lignes
        pliées.
"""


def deck(folder: Path, source: str = DECK, ends: str = "\n", mark: bytes = b"") -> Path:
    """The deck as a file, with these line ends and, where wanted, a byte order mark."""
    path = folder / "talk.yaml"
    path.write_bytes(mark + source.replace("{U+00A0}", "\u00a0").replace("\n", ends).encode())
    return path


def again(path: Path, mended: Mended) -> Mended:
    """What a second run does to the file that the first one wrote."""
    write(mended)
    return mend(path)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_only_what_is_at_fault_changes(ends: str, mark: bytes, tmp_path: Path) -> None:
    """Line ends, the byte order mark, comments, blank lines and spaces at line ends stay; no line is added."""
    path = deck(tmp_path, DECK, ends, mark)
    expected = (
        DECK.replace("Des tests #1, et tout", '"Des tests #1, et tout"')
        .replace("Moore’s law: a promise kept", '"Moore’s law: a promise kept"')
        .replace("La loi de Moore{U+00A0}: une promesse tenue", '"La loi de Moore{U+00A0}: une promesse tenue"')
        .replace("en:Hello", "en: Hello")
        .replace("a, b", '"a, b"')
        .replace('"Yes" she said', "'\"Yes\" she said'")
        .replace("{U+00A0}", "\u00a0")
    )

    mended = mend(path)

    assert mark + expected.replace("\n", ends).encode() == mended.after
    assert mended.before == path.read_bytes()
    assert mended.after == again(path, mended).after
