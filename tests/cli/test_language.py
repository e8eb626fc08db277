"""In which language slidekit speaks, and that what programs read stays the same in both."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from conftest import Run
from slidekit.cli import language
from slidekit.cli.app import COMMANDS


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_BE@euro"}, "fr"),
        ({"LANG": "de_CH.UTF-8"}, "en"),
        ({"LANG": "en_CA.UTF-8", "LC_MESSAGES": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr_CA.UTF-8", "LC_MESSAGES": "en_CA.UTF-8"}, "en"),
        ({"LC_MESSAGES": "fr_CA.UTF-8", "LC_ALL": "en_CA.UTF-8"}, "en"),
        ({"LANG": "fr_CA.UTF-8", "LC_ALL": ""}, "fr"),
        ({"LANG": "en_CA.UTF-8", "LANGUAGE": "fr_CA:en"}, "fr"),
        ({"LANG": "fr_CA.UTF-8", "LANGUAGE": "de:en:fr"}, "en"),
        ({"LANGUAGE": "fr"}, "fr"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "fr"),
        ({"LC_ALL": "C", "LANG": "fr_CA.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "POSIX", "LANGUAGE": "fr"}, "en"),
    ],
)
def test_the_environment_chooses(environment: dict[str, str], lang: str) -> None:
    """`LC_ALL`, `LC_MESSAGES` and `LANG` as POSIX has them, `LANGUAGE` as GNU gettext does; `C` is English."""
    assert lang == language.around(environment)


@pytest.mark.parametrize(
    ("words", "lang", "left"),
    [
        (["--lang", "fr", "check", "a.yaml"], "fr", ["check", "a.yaml"]),
        (["check", "a.yaml", "--lang", "fr"], "fr", ["check", "a.yaml"]),
        (["check", "--lang=fr-CA", "a.yaml"], "fr", ["check", "a.yaml"]),
        (["--lang", "fr", "check", "a.yaml", "--lang", "EN"], "en", ["check", "a.yaml"]),
        (["check", "--", "--lang", "fr"], "en", ["check", "--", "--lang", "fr"]),
        (["check", "--lang"], "en", ["check", "--lang"]),
        (["check", "--language", "fr"], "en", ["check", "--language", "fr"]),
    ],
)
def test_the_option_may_stand_anywhere(words: list[str], lang: str, left: list[str]) -> None:
    """`--lang` is taken off the command line wherever it stands before `--`; the last one wins."""
    assert (lang, left) == language.asked(words, {})


def test_the_option_wins_over_the_environment() -> None:
    """Who asks for a language gets it."""
    assert ("en", ["check"]) == language.asked(["--lang", "en", "check"], {"LANG": "fr_CA.UTF-8"})


def test_an_unknown_language_is_a_misuse(run_slidekit: Run) -> None:
    """The languages that there are are named, in that of the environment."""
    english = run_slidekit("--lang", "de", "check", "a.yaml")
    french = run_slidekit("check", "a.yaml", "--lang=de", LANG="fr_CA.UTF-8")

    assert (2, "slidekit: there is no language called de\n  hint: one of en, fr\n") == (
        english.returncode,
        english.stderr,
    )
    assert (2, "slidekit: il n’y a pas de langue du nom de de\n  conseil\u00a0: à choisir\u00a0: en, fr\n") == (
        french.returncode,
        french.stderr,
    )


DECK = """\
slidekit: 1
title: {en: Fast tests, fr: Des tests rapides}
slides:
  - title: {en: Why they are slow, fr: Pourquoi ils sont lents}
    notes: {en: Point at the second column.}
"""


def test_a_finding_in_french(tmp_path: Path, run_slidekit: Run) -> None:
    """The line, the caret and the code stay; every word is French."""
    (tmp_path / "talk.yaml").write_text(DECK, encoding="utf-8")

    done = run_slidekit("check", "talk.yaml", "--lang", "fr", cwd=tmp_path)

    assert (
        "talk.yaml:5:12: erreur[SK104] pas de français pour les notes de la diapositive 1\n"
        "    5 |     notes: {en: Point at the second column.}\n"
        "      |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "    conseil\u00a0: ajouter  fr: …  à côté de la ligne 5, ou écrire  both:  si le texte sert aux deux langues\n"
        "1 erreur dans 1 présentation\n"
    ) == done.stdout


def test_programs_read_the_same_in_both(tmp_path: Path, run_slidekit: Run) -> None:
    """In JSON only messages and hints are in another language; codes, severities and keys are not."""
    (tmp_path / "talk.yaml").write_text(DECK, encoding="utf-8")

    english, french = (
        json.loads(run_slidekit("check", "talk.yaml", "--format", "json", "--lang", lang, cwd=tmp_path).stdout)
        for lang in ("en", "fr")
    )
    said = [one["diagnostics"][0].pop("message") for one in (english, french)]
    hints = [one["diagnostics"][0].pop("hint") for one in (english, french)]

    assert english == french
    assert ["no French for slide 1's notes", "pas de français pour les notes de la diapositive 1"] == said
    assert ["add", "ajouter"] == [hint.split()[0] for hint in hints]


def test_help_and_misuse_in_french(run_slidekit: Run) -> None:
    """Headings, usage, Typer's own complaints and the words that stand for values, too."""
    help = run_slidekit("template", "--help", "--lang", "fr", COLUMNS="80")
    missing = run_slidekit("--lang", "fr", "explain")
    unknown = run_slidekit("--lang", "fr", "explain", "SK101", "--colour")

    assert (
        "Arguments\u00a0:\n"
        "  inspect  Ce qu’il faut faire.  [obligatoire]\n"
        "  FICHIER  Le fichier .pptx ou .potx de l’organisation.  [obligatoire]\n\n"
        "Options\u00a0:\n"
        "  --png FICHIER  Y dessiner ses dispositions et ses espaces réservés.\n"
        "  --lang en|fr   La langue des messages; par défaut, celle de l’environnement.\n"
        "  -h, --help     Afficher ce message et s’arrêter.\n"
    ) == help.stdout[help.stdout.index("Arguments") :]
    assert (
        "Utilisation\u00a0: slidekit explain [OPTIONS] {CODE}\n"
        "Pour obtenir de l’aide, voir «\u00a0slidekit explain -h\u00a0».\n\n"
        "Erreur\u00a0: Il manque l’argument «\u00a0CODE\u00a0».\n"
    ) == missing.stderr
    assert "Erreur\u00a0: Il n’y a pas d’option --colour" in unknown.stderr


def test_a_wrong_value_in_french(run_slidekit: Run) -> None:
    """French quotation marks around the option, too."""
    done = run_slidekit("--lang", "fr", "check", "--max-warnings", "x", "talk.yaml")

    told = "Erreur : Valeur inacceptable pour « --max-warnings » : « x » n’est pas un nombre entier."
    assert told == done.stderr.splitlines()[-1].replace("\u00a0", " ")


def test_every_word_of_a_report_is_french(root: Path, run_slidekit: Run) -> None:
    """A deck with twenty mistakes is told in French from the first line to the last; only its own words are not."""
    done = run_slidekit("--lang", "fr", "check", "twenty-mistakes.yaml", cwd=root / "tests" / "project")

    told = [line for line in done.stdout.splitlines() if not re.match(r"^ +\d* +\| ", line)]
    words = re.sub(r"`[^`]*`|[«“][^»”]*[»”]|  .*?(?=  |$)", " ", "\n".join(told[:-1]).replace("    conseil", "conseil"))
    english = re.findall(
        r"\b(?:the|of|is|are|not|with|this|has|have|where|there|add|write|error|warning|hint|slide)\b", words
    )

    assert (1, []) == (done.returncode, english)
    assert len(told) > 30
    assert re.fullmatch(r"\d+ erreurs, .*dans 1 présentation", told[-2])


def test_a_new_deck_has_comments_in_french(tmp_path: Path, run_slidekit: Run) -> None:
    """The same deck begins a talk in either language; its comments, and the schema beside it, are in that language."""
    for lang in ("en", "fr"):
        (tmp_path / lang).mkdir()
        run_slidekit("--lang", lang, "new", "talk.yaml", cwd=tmp_path / lang)
    english, french = ((tmp_path / lang / "talk.yaml").read_text("utf-8") for lang in ("en", "fr"))
    schema = json.loads((tmp_path / "fr" / "slidekit.schema.json").read_text("utf-8"))

    checked = run_slidekit("check", "talk.yaml", cwd=tmp_path / "fr")

    assert yaml.safe_load(english) | {"author": ""} == yaml.safe_load(french) | {"author": ""}
    assert "# Une diapositive qui divise l’exposé.\n" in french
    assert "Le titre de l’exposé, pour la couverture." == schema["properties"]["title"]["description"]
    assert checked.stdout.startswith("talk.yaml: clean, 4 slides, ")


ENGLISH = re.compile(
    r"\b(?:the|of|is|are|not|this|has|where|there|with|from|add|write|options|error|deck|slide|slides)\b"
)
OURS = re.compile(r"`[^`]*`|--\S+|\S+\.(?:yaml|md|lock|svg|toml)\b|  .*?(?=  |$)|\bdecks/\S*", re.MULTILINE)
"""Commands, files and keys, which are the same in both languages."""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_page_of_help_is_french(command: str, run_slidekit: Run) -> None:
    """Usage, explanations, options and what stands for their values."""
    done = run_slidekit(command, "--help", "--lang", "fr")

    examples = r"(?s)Exemples\u00a0:.*?\n\n"
    words = re.sub(r" {2,}", " ", re.sub(examples, "", done.stdout)).replace(f"slidekit {command}", "")
    assert (0, []) == (done.returncode, ENGLISH.findall(OURS.sub(" ", words)))
    assert done.stdout.startswith(f"Utilisation\u00a0: slidekit {command} ")


@pytest.mark.parametrize(
    "words",
    [
        ["check", "talk.yaml", "--statistics"],
        ["check", "talk.yaml", "--baseline", "old.json", "--write-baseline"],
        ["check", "talk.yaml", "--fail-under", "99"],
        ["status", "talk.yaml"],
        ["status", "talk.yaml", "--format", "markdown"],
        ["fix", "talk.yaml"],
        ["review", "talk.yaml"],
        ["render", "talk.yaml", "-o", "out"],
        ["render", "talk.yaml", "-o", "out", "--draft", "--to", "marp"],
        ["themes", "nothing"],
        ["check", "talk.yaml", "--since", "main"],
    ],
    ids=" ".join,
)
def test_every_command_speaks_french(words: list[str], tmp_path: Path, run_slidekit: Run) -> None:
    """What it did, and what it could not do."""
    (tmp_path / "talk.yaml").write_text(DECK, encoding="utf-8")

    done = run_slidekit("--lang", "fr", *words, cwd=tmp_path)

    said = (done.stdout + done.stderr).replace(str(tmp_path), "")
    told = [line.strip() for line in said.splitlines() if not re.match(r"^ +\d* +\| ", line)]
    assert [] == ENGLISH.findall(OURS.sub(" ", "\n".join(told)))
