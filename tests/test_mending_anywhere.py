"""`slidekit fix` on decks of any shape: whatever the YAML is written like, the planted signs change and no others."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from slidekit.mending import mend, write

NB = "\u00a0"
FAULTS = (
    ("Des tests : rapides", f"Des tests{NB}: rapides"),
    ("Est-ce vrai ?", "Est-ce vrai?"),
    ("Il dit «oui» tout bas", f"Il dit «{NB}oui{NB}» tout bas"),
    ("La 2ème édition", "La 2e édition"),
    ("Au mois de Mai", "Au mois de mai"),
    ("La fin de de cette année", "La fin de cette année"),
    ("Notre systÃ¨me", "Notre système"),
    ("Un mot  ou deux", "Un mot ou deux"),
    ("Un prix de 12%", f"Un prix de 12{NB}%"),
    ("Cela dit l’Etat", "Cela dit l’État"),
)
BEFORE = (
    "",
    "😀 ",
    "漢字 et ",
    "Voilà l’idée, ",
    "👩‍💻 Bref, ",
    f"Sa «{NB}x{NB}» et ",
    "**Gras** et ",
    "`a : b ?` et ",
)
AFTER = ("", " et puis la suite", " 😀", " (oui)", " et `d'ici`")
REMARKS = ("", "   # voir : « x » ?  2ème", "\t# oui")
JUNK = ("", "\n", "   \n", "      # Est-ce vrai ?  2ème\n", "# La 1ère « x »\n\n")


def single(words: str) -> str:
    """In single quotes."""
    return "'" + words.replace("'", "''") + "'"


def double(words: str) -> str:
    """In double quotes, what lies beyond Latin-1 as escapes."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if ord(sign) < 256 else f"\\U{ord(sign):08x}" for sign in escaped) + '"'


SHAPES = {
    "single": "      - en: {en}\n        fr: {single}{remark}\n",
    "double": "      - en: {en}\n        fr:  {double}{remark}\n",
    "literal": "      - en: {en}\n        fr: |\n\n          {words}\n\n",
    "stripped": "      - en: {en}\n        fr: |2-\n          {words}\n            Et voilà.\n",
    "kept": "      - en: {en}\n        fr: |+   # tel quel ?\n          {words}\n\n\n",
    "folded": "      - en: {en}\n        fr: >-\n          {words},\n          puis rien.\n",
    "lines": "      - en: {en}\n        fr: 'Puis,  \n            {inner}\n\n          voilà.'{remark}\n",
    "continued": '      - en: {en}\n        fr: "Puis, \\\n          {inner2}"{remark}\n',
    "pair": "      - {{en: {en}, fr: {single} }}{remark}\n",
    "pair on lines": '      - {{"en": {en},   # ici ?  2ème\n          "fr":{double}}}{remark}\n',
    "question": "      - en: {en}\n        ? fr\n        : {single}\n",
}


@st.composite
def decks(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """A deck with a fault in each bullet, and the same deck without them."""
    mark = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    ends = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    wrong = right = "# une présentation ?\nslidekit: 1   # le 2ème\n\ntitle: {en: Fast tests, fr: Des tests rapides}\n"
    opening = "slides:\n  - title: {en: Before, fr: Avant}\n    bullets:\n"
    wrong, right = wrong + opening, right + opening
    for number in range(draw(st.integers(1, 6))):
        shape = SHAPES[draw(st.sampled_from(sorted(SHAPES)))]
        before, after = draw(st.sampled_from(BEFORE)), draw(st.sampled_from(AFTER))
        remark, junk = draw(st.sampled_from(REMARKS)), draw(st.sampled_from(JUNK))
        fault = draw(st.sampled_from(FAULTS))
        made = [
            shape.format(
                en=f"Whatever {number}",
                words=before + each + after,
                single=single(before + each + after),
                double=double(before)[:-1] + each + double(after)[1:],
                inner=single(before + each + after)[1:-1],
                inner2=double(before)[1:-1] + each + double(after)[1:-1],
                remark=remark,
            )
            for each in fault
        ]
        wrong, right = wrong + junk + made[0], right + junk + made[1]
    if draw(st.booleans()):
        wrong, right = wrong.rstrip("\n"), right.rstrip("\n")
    return mark + wrong.replace("\n", ends).encode(), mark + right.replace("\n", ends).encode()


@settings(max_examples=80, deadline=None)
@given(decks())
def test_only_the_planted_signs_change(deck: tuple[bytes, bytes]) -> None:
    """Every other byte stays, a second run changes nothing, and libyaml reads what it read apart from the faults."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talk.yaml"
        path.write_bytes(deck[0])
        once = mend(path)
        path.write_bytes(once.after)
        twice = mend(path)

    assert deck[1] == once.after
    assert (once.after, ()) == (twice.after, twice.done)
    before, after = (yaml.load(data, Loader=yaml.CSafeLoader) for data in (once.before, once.after))
    assert [one["en"] for one in before["slides"][0]["bullets"]] == [one["en"] for one in after["slides"][0]["bullets"]]


def started(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """`slidekit fix` in a folder."""
    command = [sys.executable, "-m", "slidekit", "fix", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, env=os.environ | {"LC_ALL": "C"})


DECK = "slidekit: 1\ntitle: {en: A 1st try, fr: Une 1ère fois}\nslides:\n  - title: {en: Words, fr: Des mots}\n"


@pytest.mark.parametrize("step", ["replace", "fsync", "chmod"])
def test_a_file_that_cannot_be_written_stays_whole(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full, or a folder that is closed: the deck as it was, and nothing beside it."""
    path = tmp_path / "talk.yaml"
    path.write_text(DECK, "utf-8")
    mended = mend(path)

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"slidekit.mending.os.{step}", fails)
    with pytest.raises(OSError, match="No space"):
        write(mended)

    assert (DECK, ["talk.yaml"]) == (path.read_text("utf-8"), os.listdir(tmp_path))


def test_exit_codes(tmp_path: Path) -> None:
    """0 when all is well after it, 1 while an error is left or `--diff` has something to show, 2 for a misuse."""
    (tmp_path / "talk.yaml").write_text(DECK, "utf-8")
    (tmp_path / "lacking.yaml").write_text(DECK.replace(", fr: Des mots", ""), "utf-8")

    shown = [started(tmp_path, *words).returncode for words in (["talk.yaml", "--diff"], ["talk.yaml"])]
    after = [started(tmp_path, *words).returncode for words in (["talk.yaml", "--diff"], ["talk.yaml"])]

    assert ([1, 0], [0, 0]) == (shown, after)
    assert 1 == started(tmp_path, "lacking.yaml").returncode
    assert 2 == started(tmp_path, "nothing.yaml").returncode
