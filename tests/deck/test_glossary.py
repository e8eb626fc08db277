"""Lists of terms, in decks and in files: what is in them, what is wrong with them, and what they may not do."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import STEEP, growth
from slidekit import build
from slidekit.deck.glossary import Banned, Glossary, Term
from slidekit.deck.inflection import stem
from slidekit.deck.term_files import as_yaml, read_terms
from slidekit.deck.wordlists import has, words

UNENDED = "a cell here does not end: a quotation mark is missing, or it is too long"
ENTITIES = "the file defines entities, which no list of terms needs"
SERVANT = Term("public servant", "fonctionnaire")

TBX_2008 = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1">
  <langSet xml:lang="en-CA">
    <tig><term>email</term></tig>
    <tig><term>e-mail</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
  </langSet>
  <langSet xml:lang="de"><tig><term>E-Mail</term></tig></langSet>
  <langSet xml:lang="fr"><ntig><termGrp><term>courrier
    électronique</term></termGrp></ntig>
    <tig><term>courriel</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
  </langSet>
</termEntry>
<termEntry id="2">
  <langSet xml:lang="en"><tig><term>GC Notify</term></tig></langSet>
  <langSet xml:lang="fr"><tig><term>GC Notify</term></tig></langSet>
</termEntry>
</body></text></martif>
"""
TBX_2019 = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="c1">
  <langSec xml:lang="en"><termSec><term>public servant</term></termSec></langSec>
  <langSec xml:lang="fr"><termSec><term>employé de l’État</term>
    <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
  <termSec><term>fonctionnaire</term></termSec></langSec>
</conceptEntry></body></text></tbx>
"""


def bare(glossary: Glossary) -> Glossary:
    """The same without places."""
    terms = tuple([Term(term.en, term.fr, also=term.also) for term in glossary.terms])
    banned = tuple([Banned(one.lang, one.word, one.instead) for one in glossary.banned])
    return Glossary(terms, banned, glossary.names, glossary.acronyms)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("terms.csv", "en,fr\npublic servant,fonctionnaire\n", Glossary((SERVANT,))),
        ("terms.csv", "Français;Note;English\nfonctionnaire;;public servant\n", Glossary((SERVANT,))),
        ("terms.csv", '\ufefffr-CA,en_CA\r\n"fonctionnaire","public\nservant"\r\n', Glossary((SERVANT,))),
        ("terms.tsv", "EN\tFR\npublic servant\tfonctionnaire\n\n", Glossary((SERVANT,))),
        ("terms.csv", "en,fr\nGCdocs,GCdocs\n", Glossary(names=("GCdocs",))),
        (
            "terms.yaml",
            "- {en: public servant, fr: fonctionnaire}\n- {both: GCdocs}\n",
            Glossary((SERVANT,), names=("GCdocs",)),
        ),
        ("terms.csv", "en,fr\ninformation,information\n", Glossary((Term("information", "information"),))),
        ("terms.yaml", "- {both: [Copilot, Rust]}\n", Glossary(names=("Copilot", "Rust"))),
        ("terms.yml", "glossary:\n  terms: {public servant: fonctionnaire}\n", Glossary((SERVANT,))),
        (
            "terms.yaml",
            "terms:\n- {en: [email, e-mail], fr: [courriel, courrier électronique]}\nbanned:\n"
            "- {fr: [opportunité, opportunités], instead: chance}\nnames: GCdocs\nacronyms:\n  ESDC: EDSC\n",
            Glossary(
                (
                    Term("email", "courriel", also=("courrier électronique",)),
                    Term("e-mail", "courriel", also=("courrier électronique",)),
                ),
                (Banned("fr", "opportunité", "chance"), Banned("fr", "opportunités", "chance")),
                ("GCdocs",),
                (("ESDC", "EDSC"),),
            ),
        ),
        (
            "terms.tbx",
            TBX_2008,
            Glossary((Term("email", "courriel", also=("courrier électronique",)),), names=("GC Notify",)),
        ),
        ("terms.xml", TBX_2019, Glossary((SERVANT,))),
    ],
)
def test_lists_are_read(name: str, text: str, expected: Glossary) -> None:
    """YAML in its forms, CSV as spreadsheets of both languages save it, TBX of both editions."""
    found, problems = read_terms(text.encode(), Path(name).suffix, name)

    assert ([], expected) == (problems, bare(found))


def test_a_spreadsheet_in_utf_16_is_read() -> None:
    """Excel's `Unicode text` is UTF-16 with tabs."""
    found, problems = read_terms("en\tfr\npublic servant\tfonctionnaire\n".encode("utf-16"), ".txt", "terms.txt")

    assert ([], Glossary((SERVANT,))) == (problems, bare(found))


@pytest.mark.parametrize(
    ("name", "data", "line", "said"),
    [
        ("t.csv", b"", 1, "there are no terms in this file"),
        ("t.csv", b"a,b\nc,d\n", 1, "no column is headed English, or none French"),
        ("t.csv", "en,fr\na,b\nfile,fichi\xe9".encode("latin-1"), 3, "the file is not in UTF-8"),
        ("t.csv", b"en,fr\na,b\nlone,\n", 3, "the term in this line is there in one language only"),
        ("t.csv", b'en,fr\n"' + b"a" * 200_000, 2, UNENDED),
        ("t.docx", b"PK", 1, "this kind of file is no list of terms"),
        ("t.yaml", b"- {en: a}\n", 1, "the key `fr` is missing"),
        ("t.yaml", b"terms:\n  - word\n", 2, "one word or text where `terms` wants keys with values"),
        ("t.tbx", b"<tbx><text>\n</tbx>", 2, "the file is not well-formed XML from here on"),
        ("t.tbx", b"<html/>", 1, "there are no terms in this file"),
        ("t.tbx", b'<!DOCTYPE a [\n<!ENTITY b "c">]><a>&b;</a>', 2, ENTITIES),
        ("t.tbx", b'<!DOCTYPE a [\n<!ENTITY % b SYSTEM "file:///etc/passwd"> %b;]><a/>', 2, ENTITIES),
        ("t.tbx", b'<?xml version="1.0" encoding="klingon"?><tbx/>', 1, "the file is not in UTF-8"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_list_is_told_at_its_line(name: str, data: bytes, line: int, said: str) -> None:
    """Each problem has a sentence, its file and its line."""
    _, problems = read_terms(data, Path(name).suffix, name)

    assert [("SK224", name, line, said)] == [(one.code, one.file, one.span.line, one.message) for one in problems]


@given(st.binary(max_size=200), st.sampled_from([".csv", ".yaml", ".tbx"]))
def test_any_bytes_are_read(data: bytes, suffix: str) -> None:
    """Whatever a file holds, there are terms or a diagnostic."""
    found, problems = read_terms(data, suffix, "terms")

    assert found.any or problems


_WORD = st.text(st.characters(exclude_categories=("Cs", "Cc", "Z", "Cf", "Cn")), min_size=1, max_size=9).filter(
    lambda word: word.strip(" ~") == word
)


@given(st.lists(st.tuples(_WORD, _WORD), min_size=1, max_size=5), st.lists(_WORD, max_size=3))
def test_what_is_imported_is_read_back(pairs: list[tuple[str, str]], names: list[str]) -> None:
    """Whatever terms hold, the YAML that `glossary import` writes says the same."""
    terms = tuple([Term(en, fr) for en, fr in pairs if en != fr])
    glossary = Glossary(terms, (Banned("fr", "mot", "autre"),), tuple(names), (("A", "B"),))

    found, problems = read_terms("\n".join(as_yaml(glossary)).encode(), ".yaml", "terms.yaml")

    assert ([], glossary) == (problems, bare(found))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("journal", "journaux"), ("travail", "travaux"), ("bureau", "bureaux"), ("directeur", "directrice"),
        ("travailleur", "travailleuse"), ("heureux", "heureuse"), ("employé", "employées"), ("premier", "premières"),
        ("actif", "actives"), ("public", "publiques"), ("blanc", "blanche"), ("long", "longues"), ("gros", "grosses"),
        ("ancien", "anciennes"), ("ambassadeur", "ambassadrice"),
        ("nouveau", "nouvelles"), ("national", "nationaux"), ("œil", "yeux"), ("État", "ÉTATS"), ("À", "a"),
    ],
)  # fmt: skip
def test_forms_of_a_french_word_are_one(one: str, other: str) -> None:
    """Plural, feminine and capitals without accents are the same word."""
    assert stem(one, "fr") == stem(other, "fr")


@pytest.mark.parametrize(
    ("one", "other"),
    [("policy", "policies"), ("box", "boxes"), ("child", "children"), ("colour", "colors"), ("centre", "centers"),
     ("organisation", "organizations"), ("analysis", "analyses"), ("address", "addresses"), ("status", "status")],
)  # fmt: skip
def test_forms_of_an_english_word_are_one(one: str, other: str) -> None:
    """Plurals, and the spellings of both sides of the Atlantic."""
    assert stem(one, "en") == stem(other, "en")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("la fonction publique", "fonctionnaire"),
        ("le texte", "test"),
        ("un ministre", "ministère"),
        ("des mots, de passe", "mot de passe"),
    ],
)
def test_other_words_are_others(text: str, term: str) -> None:
    """A word that only begins alike, or whose parts are apart, is not the term."""
    assert not has(text, term, "fr")


def test_a_term_goes_over_markup_and_spaces_only() -> None:
    """Commas and code part words, spaces of any width and hyphens do not."""
    assert [False, False, True, False] == [word.broken for word in words("mot\u00a0de, \ufffcpasse-partout")]


def test_a_list_lies_in_its_folder(tmp_path: Path) -> None:
    """A deck's list is read from the deck's own folder, and a link out of it is not followed."""
    (tmp_path / "secret.csv").write_text("en,fr\nroot,racine\n")
    home = tmp_path / "home"
    home.mkdir()
    os.symlink(tmp_path / "secret.csv", home / "link.csv")
    os.mkfifo(home / "pipe.csv")
    os.symlink("ring.csv", home / "ring.csv")
    deck = home / "deck.yaml"
    found = []
    long, away, odd = "a" * 500, str(tmp_path / "secret.csv"), '"a\\0b.csv"'
    for name in ("../secret.csv", "link.csv", "pipe.csv", "ring.csv", "none.csv", long, away, odd):
        deck.write_text(
            f"slidekit: 1\ntitle: {{en: A talk, fr: Un exposé}}\nglossary: {name}\n"
            "slides:\n  - title: {en: The root, fr: La cause}\n"
        )
        found.append({one.code for one in build.check([deck]).diagnostics})

    assert [{"SK224"}] * 7 == found[:7]
    assert "SK221" not in found[7]


def test_the_list_of_a_project_counts_for_every_deck(tmp_path: Path) -> None:
    """`glossary` in slidekit.toml names a list for all decks, beside their own."""
    (tmp_path / "slidekit.toml").write_text('glossary = "terms.csv"\n')
    (tmp_path / "terms.csv").write_text("en,fr\nroom,salle\n")
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "slidekit: 1\ntitle: {en: A talk, fr: Un exposé}\nglossary: [{en: garden, fr: jardin}]\n"
        "slides:\n  - title: {en: The room by the garden, fr: La pièce au bord du parc}\n"
    )

    found = [(one.code, one.hint) for one in build.check([deck]).diagnostics]

    assert [
        ("SK221", "write “jardin” in a form that fits"),
        (
            "SK221",
            "write “salle” in a form that fits; the term is in terms.csv, line 2".replace(
                "terms", os.path.relpath(tmp_path / "terms")
            ),
        ),
    ] == found


def test_a_list_of_a_project_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    """The line of the settings is at fault, not the first line of a file that nobody has."""
    (tmp_path / "slidekit.toml").write_text('max-warnings = 3\nglossary = "./terms.csv"\n')
    for name in ("one", "other"):
        (tmp_path / f"{name}.yaml").write_text("slidekit: 1\ntitle: {en: A talk, fr: Un exposé}\nslides: []\n")

    problems = build.check(sorted(tmp_path.glob("*.yaml"))).diagnostics
    found = {
        (one.code, Path(one.file).name, one.span.line, one.span.column) for one in problems if "list" in one.message
    }

    assert {("SK224", "slidekit.toml", 2, 15)} == found


def test_long_texts_take_no_longer_than_their_length() -> None:
    """A text of one word, as long as you like, against a thousand terms that begin with it."""
    glossary = Glossary(
        tuple([Term("a " * 3 + f"b{number}", f"c{number}") for number in range(1000)]), names=("a b c",) * 3
    )
    words = glossary.words

    assert growth(lambda size: partial(words.in_terms("en").find, "word " * size), 100_000) < STEEP
    assert growth(lambda size: partial(words.names, "a " * size), 100_000) < STEEP
