"""`slidekit fix`: only the signs at fault change, twice is as once, and what is not certain stays."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from conftest import Run
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


PLANTED = (
    ("Des tests : rapides", "Des tests{U+00A0}: rapides"),
    ("Est-ce vrai ?", "Est-ce vrai?"),
    ("Bravo !", "Bravo!"),
    ("Lent ; puis vite", "Lent; puis vite"),
    ("Il dit « oui » tout bas", "Il dit «{U+00A0}oui{U+00A0}» tout bas"),
    ("Il dit «oui» tout bas", "Il dit «{U+00A0}oui{U+00A0}» tout bas"),
    ("La 2ème édition", "La 2e édition"),
    ("La 1ère équipe", "La 1re équipe"),
    ("Les 3ièmes rangs", "Les 3es rangs"),
    ("Au XXIème siècle", "Au XXIe siècle"),
    ("Le 1 mai", "Le 1er mai"),
    ("Etat des lieux", "État des lieux"),
    ("A propos de nous", "À propos de nous"),
    ("Ca va bien", "Ça va bien"),
    ("Au mois de Mai", "Au mois de mai"),
    ("Le Lundi matin", "Le lundi matin"),
    ("Traduit en Français", "Traduit en français"),
    ("La fin de de cette année", "La fin de cette année"),
    ("Câ€™est ainsi", "C’est ainsi"),
    ("Notre systÃ¨me", "Notre système"),
    ("Un mot  ou deux", "Un mot ou deux"),
    ("Une pause : café", '"Une pause{U+00A0}: café"'),
    ("Le billet #12", '"Le billet #12"'),
    ("*vite* et bien", '"*vite* et bien"'),
    ("[Entrée] pour valider", '"[Entrée] pour valider"'),
)
"""French as it was typed, and as it should be; the last ones without quotes, where YAML misreads them."""
QUOTED = len(PLANTED) - 4
STYLES = ('"{}"', "'{}'", "|\n          {}\n", ">-\n          {}", "|\n          {}\n          En silence, ensuite.")


def planted(right: bool) -> str:
    """A deck in which each fault stands twice or more, in all styles of YAML, between comments and blank lines."""
    out = ["# fifty faults", "slidekit: 1", "title: {en: Fast tests, fr: Des tests rapides}  # both", "slides:"]
    number = 0
    for style in STYLES:
        out += ["", "  - title: {en: Before, fr: Avant}", "    bullets:"]
        for wrong, mended in PLANTED[:QUOTED]:
            number += 1
            words = style.format(mended if right else wrong)
            out += ["      # the next one", f"      - en: Whatever {number}", f"        fr: {words}".rstrip("\n")]
    out += ["", "  - title: {en: After, fr: Après}", "    bullets:"]
    for wrong, mended in PLANTED[QUOTED:]:
        out += ["      - en: Whatever", f"        fr: {mended if right else wrong}"]
    return "\n".join([*out, "# the end"]).replace("{U+00A0}", "\u00a0")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_deck_with_more_than_fifty_faults(ends: str, tmp_path: Path) -> None:
    """Every planted sign changes and no other byte; the second run changes nothing, and nothing is left to mend."""
    path = deck(tmp_path, planted(right=False), ends)

    mended = mend(path)

    assert planted(right=True).replace("\n", ends).encode() == mended.after
    assert len(mended.done) > 100
    assert () == mended.refused
    assert again(path, mended).after == mended.after
    assert [] == [one.code for one in mended.left if one.fix and one.fix.safe]


def test_the_yaml_reads_equal_apart_from_them(tmp_path: Path) -> None:
    """What another reader of YAML sees is what it saw, with the right words in place of the wrong ones."""
    path = deck(tmp_path, planted(right=False).split("\n  - title: {en: After")[0] + "\n")
    before = yaml.safe_load(path.read_text("utf-8"))

    after = yaml.safe_load(mend(path).after)

    for slide in before["slides"]:
        for bullet in slide["bullets"]:
            wrong, right = next(one for one in PLANTED if bullet["fr"].startswith(one[0]))
            bullet["fr"] = bullet["fr"].replace(wrong, right.replace("{U+00A0}", "\u00a0"))
    assert before == after


def test_comments_that_ignore_a_rule_are_heeded(tmp_path: Path) -> None:
    """What the author wants to keep is kept."""
    source = DECK.replace("Bonjour à tous", "La 2ème fois")
    kept = source.replace(
        '        fr: "La 2ème', '        # slidekit: ignore SK308 because it is quoted\n        fr: "La 2ème'
    )

    assert "La 2e fois" in mend(deck(tmp_path, source)).after.decode()
    assert "La 2ème fois" in mend(deck(tmp_path, kept)).after.decode()


def test_what_is_only_likely_is_asked_for(tmp_path: Path) -> None:
    """A comment that may be text, a capital that may be a name: with `unsafe` alone."""
    source = DECK.replace("      - {en: a", "      - en: Next steps\n        fr: Prochaines Étapes\n      - {en: a")
    path = deck(tmp_path, source.replace("Bonjour à tous", "La 4th fois"))

    assert ["SK308", "SK311"] == sorted(one.code for one in mend(path).unsafe)
    assert "Prochaines Étapes" in mend(path).after.decode()
    assert "Prochaines étapes" in mend(path, unsafe=True).after.decode()
    assert "La 4e fois" in mend(path, unsafe=True).after.decode()


@pytest.mark.parametrize("remark", ["   # voir le 2ème  point ?", "\t# le 3ème", "\n          encore # A propos"])
def test_what_may_be_a_comment_stays_one(remark: str, tmp_path: Path) -> None:
    """A fault beside it is mended; no quotes make words of it, and what it says stays as it was typed."""
    path = deck(tmp_path, DECK.replace('"Bonjour à tous"', f"La 2ème fois{remark}"))

    mended = mend(path)

    assert f"        fr: La 2e fois{remark}\n" in mended.after.decode()
    assert {"SK003"} <= {one.code for one in mended.unsafe}
    assert mended.after == again(path, mended).after
    assert f'        fr: "La 2e fois{remark[:1]}' in mend(path, unsafe=True).after.decode().replace("   #", " #")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"slidekit: 1\ntitle: {en: A, fr: \xe9t\xe9 : vu}\n",
        b"\xff\xfes\x00l\x00",
        b"slidekit: 1\ntitle: [[[[",
        b"- a : b",
        b"slidekit: 1\ntitle: {en: a, fr: b}\nslides:\n  - title: {en: '\x07 x', fr: \x07 La 2\xc3\xa8me : x}\n",
        "slidekit: 1\ntitle: {en: a, fr: b}\nslides:\n  - title: {en: x, fr: \u2028La 2ème\u2028 \ufdd0: x}\n".encode(),
        b"slidekit: 1\ntitle:\n\ten: x : y\n\tfr: z : y\nslides: []\n",
        b"%YAML 1.1\n---\nslidekit: 1\ntitle: &a {en: 'x', fr: *a : b}\n...\n---\nb: c : d\n",
    ],
)
def test_hostile_files_come_out_as_they_are_or_better(data: bytes, tmp_path: Path) -> None:
    """Whatever a file holds, nothing is lost and nothing is raised; twice is as once."""
    path = tmp_path / "talk.yaml"
    path.write_bytes(data)

    mended = mend(path, unsafe=True)

    assert len(mended.after) >= len(data.strip())
    path.write_bytes(mended.after)
    assert mended.after == mend(path, unsafe=True).after


def test_a_text_with_ten_thousand_faults(tmp_path: Path) -> None:
    """A long text is mended whole, although a rule tells of fifty faults of it at a time."""
    source = planted(right=True).replace("En silence, ensuite.", "Le 2ème jour. " * 1000, 1)
    path = deck(tmp_path, source)

    assert "2ème" not in mend(path).after.decode()


def test_the_file_is_replaced_whole(tmp_path: Path) -> None:
    """Its mode stays, a link stays a link, and nothing is left beside it."""
    path = deck(tmp_path)
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path.name)

    write(mend(link))

    assert 0o640 == path.stat().st_mode & 0o777
    assert link.is_symlink()
    assert "en: Hello" in path.read_text("utf-8")
    assert ["link.yaml", "talk.yaml"] == sorted(one.name for one in tmp_path.iterdir())


def test_a_file_that_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    """What somebody types while it is mended is not lost."""
    path = deck(tmp_path)
    mended = mend(path)
    path.write_bytes(b"slidekit: 1  # new\n")

    with pytest.raises(OSError, match="changed meanwhile"):
        write(mended)

    assert b"slidekit: 1  # new\n" == path.read_bytes()


def test_a_diff_can_be_applied(tmp_path: Path, run_slidekit: Run) -> None:
    """`--diff` writes nothing, ends with 1, and is what `patch` reads, line ends included."""
    path = deck(tmp_path, ends="\r\n")
    shown = subprocess.run(
        [sys.executable, "-m", "slidekit", "fix", "talk.yaml", "--diff"], cwd=tmp_path, capture_output=True, check=False
    )
    wanted = mend(path).after

    assert (1, deck(tmp_path, ends="\r\n").read_bytes()) == (shown.returncode, path.read_bytes())
    subprocess.run(["git", "apply", "-p1", "-"], input=shown.stdout, cwd=tmp_path, check=True, env=os.environ)
    assert wanted == path.read_bytes()
    assert 0 == run_slidekit("fix", "talk.yaml", "--diff", cwd=tmp_path).returncode


def rows() -> list[tuple[str, str]]:
    """What `docs/fixing.md` says is mended: as it was, and as it will be."""
    lines = (Path(__file__).parents[1] / "docs" / "fixing.md").read_text("utf-8").splitlines()
    table = [re.findall(r"`([^`]+)`", line.partition(") | ")[2]) for line in lines if line.startswith("| ")]
    return [pair for signs in table for pair in zip(signs, signs[len(signs) // 2 :], strict=False) if signs]


@pytest.mark.parametrize(("was", "will_be"), rows())
def test_the_table_of_the_document_is_true(was: str, will_be: str, tmp_path: Path) -> None:
    """Each example of `docs/fixing.md` comes out as it says there."""
    own = "en" if was.startswith(("en:", "the", '"C')) else "fr"
    lines = [typed if typed.startswith(f"{own}:") else f"{own}: {typed}" for typed in (was, will_be)]
    other = "fr: Voilà" if own == "en" else "en: There"
    frame = f"slidekit: 1\ntitle: {{en: A, fr: B}}\nslides:\n  - title:\n      {other}\n      "

    mended = mend(deck(tmp_path, f"{frame}{lines[0]}\n")).after.decode().replace("\u00a0", " ")

    assert f"{frame}{lines[1]}\n" == mended


def test_the_table_has_examples() -> None:
    """It is found and read."""
    assert len(rows()) > 12
