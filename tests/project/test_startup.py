"""What a command loads before it does anything: the difference between a tool at hand and a tool that is waited for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

LOADED = """
import json, os, sys
os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])  # with one processor all is done in this process
sys.argv = ["slidekit", *sys.argv[1:]]
from slidekit.__main__ import main
code = 0
try:
    main()
except SystemExit as end:
    code = end.code or 0
print()
print(json.dumps([code, sorted(sys.modules)]))
"""


def loaded(*args: str) -> tuple[int, set[str]]:
    """The exit code of a command, and every module that it had loaded at its end."""
    done = subprocess.run([sys.executable, "-c", LOADED, *args], capture_output=True, encoding="utf-8", check=True)
    code, names = json.loads(done.stdout.splitlines()[-1])
    return code, set(names)


def heavy(names: set[str], *unwanted: str) -> list[str]:
    """Which of the unwanted modules were loaded."""
    return sorted(set(unwanted) & names)


def test_check_loads_no_writer(talk: Path) -> None:
    """`check` is quick: nothing that only a render needs is loaded, nor what only values need."""
    talk.write_text(talk.read_text(encoding="utf-8").replace("{currency: 1250.5 CAD}", "{both: plenty}"))

    code, names = loaded("check", str(talk))

    assert (0, []) == (
        code,
        heavy(names, "pptx", "lxml", "typst", "babel.dates", "pygments", "pydantic", "rich", "fontTools", "PIL"),
    )


def test_formulas_load_their_reader_where_there_are_any(talk: Path) -> None:
    """Money, variables and code load nothing; one formula loads the reader, and neither Typst nor a writer."""
    priced = talk.read_text(encoding="utf-8").replace("a second", "a second and $5")
    priced = priced.replace("une seconde", "une seconde et 5\u00a0$")
    talk.write_text(priced)
    plain = loaded("check", str(talk))
    talk.write_text(
        priced.replace("Read it aloud.", "Read $n^2$ aloud.").replace("Le lire à voix", "Lire $n^2$ à voix")
    )
    mathematical = loaded("check", str(talk))

    assert (0, []) == (plain[0], heavy(plain[1], "latex2mathml", "slidekit.show.math", "slidekit.show.dollars"))
    assert (0, []) == (mathematical[0], heavy(mathematical[1], "typst", "lxml", "pptx", "xml.etree.ElementTree"))
    assert "slidekit.show.math" in mathematical[1]


def test_check_of_a_faulty_deck_is_as_quick(talk: Path) -> None:
    """Reporting a fault loads no more than finding none."""
    talk.write_text(talk.read_text(encoding="utf-8").replace("fr: Montrer la deuxième colonne.", ""))

    code, names = loaded("check", str(talk))

    assert (1, []) == (code, heavy(names, "pptx", "lxml", "typst", "pygments", "pydantic", "rich"))


def test_python_pptx_is_loaded_for_charts_only(talk: Path, tmp_path: Path) -> None:
    """A deck without charts is written without the library that makes them, a fifth of a second sooner."""
    code, names = loaded("render", str(talk), "--to", "pptx", "-o", str(tmp_path))

    assert (0, []) == (code, heavy(names, "pptx", "lxml", "xlsxwriter"))


def test_the_version_costs_almost_nothing() -> None:
    """`--version` reads no deck and parses no flags, so it loads nothing that does."""
    code, names = loaded("--version")

    assert (0, []) == (code, heavy(names, "typer", "click", "yaml", "babel", "rich", "importlib.metadata"))


def test_english_loads_no_catalog(talk: Path) -> None:
    """Who reads English pays nothing for French; who reads French loads the catalog and no Babel for it."""
    talk.write_text(talk.read_text(encoding="utf-8").replace("{currency: 1250.5 CAD}", "{both: plenty}"))

    _, english = loaded("check", str(talk))
    _, french = loaded("check", str(talk), "--lang", "fr")

    assert [] == heavy(english, "slidekit.locales", "gettext", "typer")
    assert ["slidekit.locales"] == heavy(french, "slidekit.locales", "babel", "typer")


def test_check_looks_into_no_past_and_no_list_that_is_not_there(talk: Path) -> None:
    """Without a lock file, a revision and a glossary, nothing is loaded that only those need."""
    code, names = loaded("check", str(talk))

    assert (0, []) == (
        code,
        heavy(
            names, "subprocess", "slidekit.history", "slidekit.deck.lock", "slidekit.deck.wordlists", "csv", "pyexpat"
        ),
    )


def test_settings_are_read_where_there_are_any(talk: Path) -> None:
    """A deck without settings and comments loads nothing to read them; one with settings loads TOML's reader."""
    plain = loaded("check", str(talk))
    (talk.parent / "slidekit.toml").write_text('ignore = ["SK305"]', encoding="utf-8")
    settled = loaded("check", str(talk))

    reading = ("tomllib", "slidekit.settings.reading", "slidekit.settings.comments", "typer")
    assert (0, []) == (plain[0], heavy(plain[1], *reading))
    assert (0, ["slidekit.settings.reading", "tomllib"]) == (settled[0], heavy(settled[1], *reading[:2]))


def test_servers_are_loaded_by_their_own_commands_alone(talk: Path) -> None:
    """Neither a check nor a preview that is misused loads what only a server needs."""
    servers = ("pygls", "lsprotocol", "starlette", "uvicorn", "watchfiles", "asyncio")
    checked = loaded("check", str(talk))
    misused = loaded("preview", str(talk), "--port", "70000")

    assert (2, []) == (misused[0], heavy(misused[1], *servers))
    assert [] == heavy(checked[1], *servers)
