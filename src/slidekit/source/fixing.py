"""Edits of texts made in their file: every byte that is not meant stays as it is.

A new sign is written as the text's own style wants it: doubled in single quotes, escaped in double
ones. Where the style cannot hold it (a plain text may not begin with `*`), that one text is put in
quotes; where even that does not read back, the text is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from slidekit.source.diagnostic import Edit
from slidekit.source.scalars import File, Written, written
from slidekit.source.span import Span

_OWN_SIGNS = frozenset("\"'&*!|>%@`,[]{}#?:- \t")
"""What a plain text may not begin with, or not before a space; in quotes, all are safe."""
_SPLITTING = re.compile(r":(?=[ \t\n]|$)|[ \t\n]#|^(?:---|\.\.\.)")
_REMARK = re.compile("[ \t\n]#")
_FLOW_SIGNS = frozenset(",[]{}")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]")


class Change(NamedTuple):
    """A stretch of the file, and what is to stand there."""

    start: int
    end: int
    new: str


def changed(source: str, edits: Sequence[Edit]) -> str:
    """A text with edits made; they are in order, none over another."""
    parts, at = [], 0
    for edit in edits:
        parts += [source[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, source[at:]])


def together(edits: Sequence[Edit], length: int) -> tuple[Edit, ...]:
    """The edits in order, each once; of two that touch the same signs the first stays."""
    kept: list[Edit] = []
    for edit in sorted(set(edits), key=lambda one: (one.start, one.end)):
        apart = not kept or (edit.start >= kept[-1].end and edit.start > kept[-1].start)
        if apart and 0 <= edit.start <= edit.end <= length:
            kept.append(edit)
    return tuple(kept)


def _least(source: str, edit: Edit) -> Edit:
    """The edit without what stays: of a space and a line's end that are one too many, the line's end stays."""
    start, end, new = edit
    while start < end and new and source[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    while start < end and new and source[start] == new[0]:
        start, new = start + 1, new[1:]
    return Edit(start, end, new)


def doubtful(file: File, span: Span, source: str) -> int:
    """From where on a text may be a comment instead: at ` #`, where it has no quotes; else its end."""
    found = _REMARK.search(source)
    if found is None or file.text[(at := file.offset(span.line, span.column)) : at + 1] in ("'", '"', "|", ">"):
        return len(source)
    return len(source[: found.start()].rstrip(" \t\n"))


def changes(file: File, span: Span, source: str, edits: Sequence[Edit]) -> list[Change] | None:
    """How a text's edits are made in its file; `None` where they cannot be."""
    found = written(file, span, source)
    if found is None or found.signs != source:
        return None
    if found.style in ("|", ">") and any("\n" in source[edit.start : edit.end] for edit in edits):
        return None  # the lines of a block stay lines
    wanted = changed(source, edits)
    edits = [_least(source, edit) for edit in edits]
    made = [Change(*found.stretch(edit.start, edit.end), _typed(edit.new, found)) for edit in edits]
    if found.style or _stays_plain(source, wanted, edits, len(source) - doubtful(file, span, source)):
        stretch = _made(file.text, found, made)
        if _reads(file, found, stretch, wanted):
            return made
    if found.style in ("|", ">") or _UNPRINTABLE.search(wanted):
        return None
    for stretch in _requoted(file.text, found, edits, wanted):
        if _reads(file, found, stretch, wanted):
            return [Change(found.start, found.end, stretch)]
    return None


def _typed(new: str, found: Written) -> str:
    """New signs as a style has them typed."""
    if found.style == "'":
        return new.replace("'", "''")
    if found.style == '"':
        return new.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return new.replace("\n", "\n" + " " * found.indent) if found.style else new


def _stays_plain(source: str, wanted: str, edits: Sequence[Edit], remark: int) -> bool:
    """Whether a text without quotes may stay so; its last signs may be a remark, which stays what it is."""
    if not wanted or wanted != wanted.strip(" \t\n") or "\n" in "".join([edit.new for edit in edits]):
        return False
    if any(not _FLOW_SIGNS.isdisjoint(edit.new) for edit in edits):
        return False  # it may stand in braces
    if wanted[0] != source[0] and wanted[0] in _OWN_SIGNS:
        return False
    words = wanted[:-remark] if remark and wanted.endswith(source[-remark:]) else wanted
    return not _SPLITTING.search(words) and not (wanted[0] in "-?:" and wanted[1:2] in ("", " "))


def _made(text: str, found: Written, made: Sequence[Change]) -> str:
    """The text's stretch of the file with the changes made."""
    parts, at = [], found.start
    for change in made:
        parts += [text[at : change.start], change.new]
        at = change.end
    return "".join([*parts, text[at : found.end]])


def _reads(file: File, found: Written, stretch: str, wanted: str) -> bool:
    """Whether a stretch in place of the text's own reads as wanted; its indentation is kept in front."""
    start = file.starts[file.place(found.start)[0] - 1]
    head = file.text[start : found.start]
    alone = File(head + stretch)
    span = alone.span(len(head), len(alone.text))
    read = written(alone, span, wanted)
    return read is not None and read.signs == wanted


def _requoted(text: str, found: Written, edits: Sequence[Edit], wanted: str) -> list[str]:
    """The text in quotes, with the line ends that it has first; then on one line."""
    tried = []
    if not found.style:
        for quote in "\"'" if '"' not in wanted and "\\" not in wanted else "'\"":
            kept = Written(quote, found.start, found.end, found.signs, found.starts, found.ends)
            escaped = [Edit(at, at + 1, sign) for at, sign in enumerate(found.signs) if _typed(sign, kept) != sign]
            escaped = [one for one in escaped if one.new != "\n"]
            made = [Change(*kept.stretch(one.start, one.end), _typed(one.new, kept)) for one in _over(escaped, edits)]
            tried.append(quote + _made(text, kept, made) + quote)
    if "\n" not in wanted:
        tried.append("'" + wanted.replace("'", "''") + "'")
    tried.append('"' + wanted.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"')
    return tried


def _over(escaped: Sequence[Edit], edits: Sequence[Edit]) -> list[Edit]:
    """Signs to be escaped, and edits, which win where they are of the same signs."""
    taken = {at for edit in edits for at in range(edit.start, edit.end)}
    return sorted([*[one for one in escaped if one.start not in taken], *edits], key=lambda one: (one.start, one.end))
