"""Bring the catalogs of `src/slidekit/locales` in step with the sources: `make catalog`.

The templates of messages are found at the calls of `tell` and `tell_many`. Help texts are asked of the
commands themselves, and manual pages of the rules, a paragraph an entry: so what is looked up is what was
collected. Then the `.po` is written anew, with its translations, and the `.mo` that slidekit reads.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from slidekit.cli import app, schemas, spoken
from slidekit.deck import schema as deck_schema
from slidekit.locales import FOLDER, NAME, parted
from slidekit.rules import families, pages
from slidekit.scene import theme_schema

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "slidekit"
CALLS = {"tell": 1, "tell_many": 2}
"""The functions that hold templates, and how many of their arguments are."""
MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""What Babel dates a catalog with: the same sources give the same bytes."""
DATED = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Report-Msgid", "Last-Trans", "Language-Team")
"""Lines of the head that would say when and by what."""


def template() -> Catalog:
    """Everything that slidekit says, in English, with the files that say it."""
    found = Catalog()
    for file in sorted(SOURCES.rglob("*.py")):
        for call in calls(ast.parse(file.read_text("utf-8"))):
            for message in messages(call):
                found.add(message, locations=[(file.relative_to(ROOT).as_posix(), 0)])
    for name, text in [*_helps(), *_pages(), *_schemas()]:
        for _, paragraph in parted(text):
            if any(map(str.isalpha, paragraph)):
                found.add(paragraph, locations=[(f"src/slidekit/{name}", 0)])
    return found


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls that make sentences; Babel's own reader does not look into f-strings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield node


def messages(call: ast.Call) -> list[str | tuple[str, ...]]:
    """The templates of a call: one, two where a number chooses, none where they are not written out there."""
    assert isinstance(call.func, ast.Name)
    given = [ast.literal_eval(one) for one in call.args[: CALLS[call.func.id]] if isinstance(one, ast.Constant)]
    if len(given) != CALLS[call.func.id]:
        return []
    return [tuple(given) if len(given) > 1 else given[0]]


def _helps() -> Iterator[tuple[str, str]]:
    for command in spoken.commands(app.built()):
        name = command.name.replace("-", "_") if command.name in app.COMMANDS else "app"
        for _, _, text in spoken.texts(command):
            yield f"cli/{name}.py", text


def _pages() -> Iterator[tuple[str, str]]:
    for family in families():
        yield f"rules/{family}/__init__.py", pages.about(family)
    yield "rules/pages.py", pages.INTRODUCTION
    for page in pages.pages():
        for text in (page.summary, page.body, page.source):
            yield f"rules/{page.family}/{page.name.replace('-', '_')}.py", text


def _schemas() -> Iterator[tuple[str, str]]:
    for name, schema in (("deck/schema.py", deck_schema.schema()), ("scene/theme_schema.py", theme_schema.schema())):
        for text in schemas.explanations(schema):
            yield name, text


def path(lang: str) -> Path:
    """Where a language's `.po` lies."""
    return FOLDER / lang / "LC_MESSAGES" / f"{NAME}.po"


def read(lang: str) -> Catalog:
    """The catalog of a language as it is kept."""
    with path(lang).open("rb") as stream:
        return read_po(stream, lang)


def updated(lang: str) -> Catalog:
    """The catalog of a language with exactly what the sources say; what is new has no translation yet."""
    found = read(lang)
    found.update(template(), no_fuzzy_matching=True)
    found.obsolete.clear()
    found.header_comment = "# What slidekit says, in French: made by `make catalog`, translated by hand."
    found.project, found.version, found.copyright_holder = NAME, "1", "The slidekit authors"
    found.msgid_bugs_address, found.last_translator, found.language_team = "", "", ""
    found.creation_date = found.revision_date = MADE
    return found


def as_po(catalog: Catalog) -> bytes:
    """A catalog for people."""
    stream = BytesIO()
    write_po(stream, catalog, width=110, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    lines = stream.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(tuple(f'"{name}'.encode() for name in DATED)))


def as_mo(catalog: Catalog) -> bytes:
    """A catalog for gettext."""
    stream = BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def lacking(catalog: Catalog) -> list[str]:
    """What has no translation, in the order of the catalog."""
    return [str(one.id) for one in catalog if one.id and not all(_strings(one))]


def _strings(message: Message) -> list[str]:
    """What a text is translated with: one string, or one for each form of its number."""
    said = message.string
    return [said or ""] if said is None or isinstance(said, str) else [str(one) for one in said]


def main() -> None:
    """Write the catalogs, and say what is still to be translated."""
    for lang in ("fr",):
        catalog = updated(lang)
        path(lang).write_bytes(as_po(catalog))
        path(lang).with_suffix(".mo").write_bytes(as_mo(catalog))
        sys.stdout.write(f"{lang}: {len(catalog)} texts, {len(lacking(catalog))} to translate\n")


if __name__ == "__main__":
    main()
