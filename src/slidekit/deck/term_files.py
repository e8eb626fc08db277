"""Lists of terms in files: YAML as under `glossary:`, CSV as spreadsheets save it, TBX as term banks exchange it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from slidekit.deck.glossary import NO_TERMS, Glossary, Term, is_name
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.span import START, Span
from slidekit.source.wording import tell, tell_many

CODE = "SK224"
"""What is wrong in such a file is told under this code."""
MAX_BYTES = 64 * 2**20
MAX_TERMS = 100_000
"""TERMIUM Plus, the Government of Canada's whole term bank, exports some 60,000 records a field at the most."""
MAX_CELL = 2**17
KINDS = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".tbx": "tbx",
    ".xml": "tbx",
}
"""What a file holds, by how its name ends."""

_ENGLISH = ("en", "eng", "english", "anglais", "source")
_FRENCH = ("fr", "fra", "fre", "french", "français", "francais", "target")


def read_terms(data: bytes, suffix: str, file: str) -> tuple[Glossary, list[Diagnostic]]:
    """The terms in a file, and what is wrong with it."""
    if len(data) > MAX_BYTES:
        return NO_TERMS, [_at(START, tell("a list of terms of more than 64 MB is not read"), file)]
    match KINDS.get(suffix.lower()):
        case "csv":
            made, problems = _csv(data, file)
        case "tbx":
            from slidekit.deck.tbx import read_tbx

            made, problems = read_tbx(data, file)
        case "yaml":
            made, problems = _yaml(data, file)
        case _:
            hint = tell("give a .yaml, .csv or .tbx file")
            return NO_TERMS, [_at(START, tell("this kind of file is no list of terms"), file, hint)]
    if len(made.terms) > MAX_TERMS:
        problems.append(_at(START, tell("only the first {n} terms are read", n=MAX_TERMS), file))
        made = Glossary(made.terms[:MAX_TERMS], made.banned, made.names, made.acronyms)
    if not problems and not made.any:
        problems.append(_at(START, tell("there are no terms in this file"), file))
    return made, problems


def _yaml(data: bytes, file: str) -> tuple[Glossary, list[Diagnostic]]:
    from slidekit.deck.reading_glossary import terms
    from slidekit.source.decode import Reading
    from slidekit.source.nodes import Mapping, read

    source = read(data)
    reading = Reading(list(source.problems), source)
    made, root = NO_TERMS, source.root
    if isinstance(root, Mapping) and [name.text for name, _ in root.entries] == ["glossary"]:
        root = root.entries[0][1]  # as it would stand in a deck
    if root is not None:
        made = terms(root, reading, file)
    return made, [replace(one, code=CODE, file=file) for one in reading.problems]


def _csv(data: bytes, file: str) -> tuple[Glossary, list[Diagnostic]]:
    import csv

    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = tell("save it as  CSV UTF-8")
        return NO_TERMS, [_at(Span(line, 1, line, 1), tell("the file is not in UTF-8"), file, hint)]
    lines = text.replace("\0", "").splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=_delimiter(lines[:1]))
    problems: list[Diagnostic] = []
    rows: list[tuple[int, list[str]]] = []
    at = 1
    try:
        for row in reader:
            if any(map(str.strip, row)):
                rows.append((at, [" ".join(cell.split()) for cell in row]))
            at = reader.line_num + 1
    except csv.Error:
        message = tell("a cell here does not end: a quotation mark is missing, or it is too long")
        problems.append(_at(Span(at, 1, at, 1), message, file))
    made, wrong = _of_rows(rows, file)
    return made, [*problems, *wrong]


def _delimiter(first: Sequence[str]) -> str:
    """What parts the cells: a French spreadsheet writes semicolons."""
    head = first[0] if first else ""
    return max("\t;,", key=head.count)


def _of_rows(rows: Sequence[tuple[int, list[str]]], file: str) -> tuple[Glossary, list[Diagnostic]]:
    """Terms of the two columns that are headed English and French."""
    if not rows:
        return NO_TERMS, []
    line, head = rows[0]
    heads = [cell.casefold().replace("_", "-").partition("-")[0] for cell in head]
    english = next((at for at, cell in enumerate(heads) if cell in _ENGLISH), None)
    french = next((at for at, cell in enumerate(heads) if cell in _FRENCH), None)
    if english is None or french is None:
        hint = tell("name the columns  en  and  fr  in the first line")
        return NO_TERMS, [_at(Span(line, 1, line, 1), tell("no column is headed English, or none French"), file, hint)]
    return _of_columns(rows[1:], english, french, file)


def _of_columns(
    rows: Sequence[tuple[int, list[str]]], english: int, french: int, file: str
) -> tuple[Glossary, list[Diagnostic]]:
    terms: list[Term] = []
    names: list[str] = []
    alone: list[int] = []
    for line, row in rows:
        en, fr = (row[at] if at < len(row) else "" for at in (english, french))
        if not en or not fr:
            alone.append(line)
        elif is_name(en, fr):
            names.append(en)
        else:
            terms.append(Term(en, fr, Span(line, 1, line, 1), file))
    return Glossary(tuple(terms), names=tuple(names)), list(_alone(alone, file))


def _alone(lines: Sequence[int], file: str) -> Iterator[Diagnostic]:
    """Terms that wait for their translation, which is no reason to stop."""
    if lines:
        message = tell_many(
            "the term in this line is there in one language only",
            "the term in this line is there in one language only, as are others: {n} in all",
            len(lines),
        )
        yield replace(_at(Span(lines[0], 1, lines[0], 1), message, file), severity=Severity.WARNING)


def _at(span: Span, message: str, file: str, hint: str | None = None) -> Diagnostic:
    return Diagnostic(CODE, message, span, hint, file=file)


def as_yaml(glossary: Glossary) -> Iterator[str]:
    """The lines of a YAML file that says the same."""
    if glossary.terms:
        yield "terms:"
    for term in glossary.terms:
        french = _quoted(term.fr)
        if term.also:
            french = f"[{', '.join(map(_quoted, (term.fr, *term.also)))}]"
        yield f"  - {{en: {_quoted(term.en)}, fr: {french}}}"
    if glossary.banned:
        yield "banned:"
    for one in glossary.banned:
        instead = f", instead: {_quoted(one.instead)}" if one.instead else ""
        yield f"  - {{{one.lang}: {_quoted(one.word)}{instead}}}"
    if glossary.names:
        yield "names:"
    yield from (f"  - {_quoted(name)}" for name in glossary.names)
    if glossary.acronyms:
        yield "acronyms:"
    yield from (f"  - {{en: {_quoted(en)}, fr: {_quoted(fr)}}}" for en, fr in glossary.acronyms)


def _quoted(text: str) -> str:
    """A text as it may stand in YAML, in quotes: terms hold colons, apostrophes and commas."""
    import json

    return json.dumps(text, ensure_ascii=False)
