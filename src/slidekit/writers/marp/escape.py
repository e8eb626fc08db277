"""Words as Markdown: what Marp would read as markup is escaped, what is emphasised gets its marks.

Marp reads CommonMark with tables, strikethrough, `$` mathematics, `:emoji:` names and addresses that
become links by themselves (marp-core, README, section "Marp Markdown"). Everything else stays as it is,
so that the Markdown reads like prose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from slidekit.show.jumps import is_jump, place_of
from slidekit.show.pages import Run
from slidekit.writers.marp import formula

_MARKUP = re.compile(
    r"""[\\`*\[\]]              # escapes, code, emphasis, links
      | (?<![^\W_])_ | _(?![^\W_])  # an underscore opens or closes emphasis only at a word's edge
      | <(?=[A-Za-z/!?\0])      # tags, comments, <https://…>
      | &(?=\#|[A-Za-z])        # entities
      | ~(?=[~\s\0]) | (?<=[~\s])~ | ^~  # marks of strikethrough, or beside them
      | \$(?![ \t\n]|\Z)        # mathematics opens only before a sign that is not a space
      | :(?=(?:[+-]1|100|1234|[a-z0-9_]*[a-z][a-z0-9_+-]*):)  # :emoji:
      | (?<=/)/                 # https://… and //… become links
      | (?<=mailto):
      | (?<=\S)@(?=\S)          # so does name@host
    """,
    re.VERBOSE,
)
_LINE_START = re.compile(r"(?:\#{1,6}|[-+])(?=[ \t]|$)|>|[-=]+[ \t]*$|[|:-][|:\- \t]*$|\d{1,9}(?=[.)](?:[ \t]|$))")
_EDGE_SPACE = re.compile(r"^[\s\ufeff]+|[\s\ufeff]+$")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=[ \t]))#+[ \t]*$")
_PLAIN_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>()\\&%\[\]`|]+", re.ASCII)
_REFUSED_SCHEME = re.compile(r"\s*(?:javascript|vbscript|file|data):", re.IGNORECASE)
_SPACES = "\t-\r \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""What CommonMark takes for a space beside a mark (0.31, section 2.1): not U+2028, not U+FEFF."""
_TRIM = re.compile(f"([{_SPACES}]*)(.*?)([{_SPACES}]*)", re.DOTALL)
_SPACE = re.compile(f"[{_SPACES}]")

_MARKS: tuple[tuple[Callable[[Run], bool], str], ...] = (
    (lambda run: run.missing, "_"),
    (lambda run: run.bold or run.missing, "**"),
    (lambda run: run.italic and not run.missing, "_"),
    (lambda run: run.strike, "~~"),
)


def paragraph(runs: Sequence[Run]) -> str:
    """Markdown that reads back as these words at the start of a line; a break is a new line."""
    return "\n".join([_line(line) for line in inline(runs).split("\n") if line])


def heading(runs: Sequence[Run]) -> str:
    """Markdown for one line after `## `; a break is written `&#10;` and the theme keeps it."""
    line = _one_line(inline(runs))
    closing = _CLOSING_HASHES.search(line)
    return line if closing is None else f"{line[: closing.start()]}\\{line[closing.start() :]}"


def cell(runs: Sequence[Run]) -> str:
    """Markdown for a table cell."""
    return _one_line(inline(runs)).replace("|", "\\|")


def inline(runs: Sequence[Run]) -> str:
    """Markdown for words inside a line, their breaks as newlines."""
    if len(runs) == 1 and runs[0] == Run(runs[0].text, runs[0].locale):
        return _words(runs[0].text)
    merged = [_merge(list(same)) for _, same in groupby(runs, key=_look)]
    out = ""
    for link, group in groupby(merged, key=lambda run: run.link):
        words = list(group)
        last = words[-1] is merged[-1]
        out = _append(out, words, 0, last) if link is None else _append_link(out, link, words)
    return out


def address(target: str) -> str:
    """A link's or picture's address, as it stands between round brackets."""
    if re.search(r"[\s()<>\x00-\x1f]", target):
        target = re.sub(r"[<>\s\x00-\x1f]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), target)
        return f"<{_address_words(target)}>"
    return _address_words(target)


def comment(text: str, *, named: bool = False) -> str:
    """A speaker note that no directive hides in and nothing in it ends; `named` where a bare label begins it already.

    Marp reads a comment that parses as a YAML mapping as directives; under a bare label it never does.
    A word joiner (U+2060) keeps `--` and `>` apart, as HTML knows no escape there.
    """
    text = re.sub(r"-(?=-*>)", "-\u2060", text)
    labelled = not named and re.search(
        r"^\W*\w+\W?\s*:|^\s*[\[{?&!|>%@*\"'#`-]|^\s*(?:prettier|markdownlint|lint)\b", text, re.MULTILINE
    )
    return f"<!--\nNotes\n\n{text}\n-->" if labelled else f"<!--\n{text}\n-->"


def code_fence(source: str, info: str) -> str:
    """A fenced block, its fence longer than any inside."""
    runs = re.findall(r"`{3,}", source)
    fence = "`" * (max(map(len, runs), default=2) + 1)
    return f"{fence}{info}\n{source}\n{fence}" if source else f"{fence}{info}\n{fence}"


def fence_info(text: str) -> str:
    """Words after a fence; backticks may not stand there, and with a bar the line could be a table's header."""
    return re.sub(r"[&`|\\]", lambda sign: _entity(sign[0]), " ".join(text.split()))


def _words(text: str, more: bool = False) -> str:
    """Escaped words; `more` says that marks follow directly."""
    if more:
        return _MARKUP.sub(r"\\\g<0>", f"{text}\0")[:-1]
    return _MARKUP.sub(r"\\\g<0>", text)


def _entity(sign: str) -> str:
    return f"&#{ord(sign)};"


def _one_line(text: str) -> str:
    return _spaces_kept(text.replace("\n", "&#10;"))


def _spaces_kept(line: str) -> str:
    """Spaces at the edges as entities: markdown-it trims them, no-break spaces too."""
    return _EDGE_SPACE.sub(lambda found: "".join(map(_entity, found[0])), line)


def _line(line: str) -> str:
    """A line of a paragraph, its start not readable as a list, a heading, a rule or a table."""
    if not line[0].isalpha() or line[-1].isspace():
        line = _spaces_kept(line)
        start = _LINE_START.match(line)
        if start is not None:
            at = start.end() if start[0].isdigit() else 0
            line = f"{line[:at]}\\{line[at:]}"
    return line


def _look(run: Run) -> tuple[object, ...]:
    return (run.bold, run.italic, run.strike, run.code, run.link, run.missing, run.math)


def _merge(runs: list[Run]) -> Run:
    if len(runs) == 1:
        return runs[0]
    first = runs[0]
    words = "".join([run.text for run in runs])
    return Run(words, first.locale, first.bold, first.italic, first.strike, first.code, first.link, first.missing)


def _append(out: str, runs: list[Run], depth: int, last: bool) -> str:
    """The Markdown so far and these runs after it, marks from `_MARKS[depth]` on."""
    if depth == len(_MARKS):
        for run in runs:
            if run.math and (drawn := formula.inline(run.math)) is not None:
                out += drawn
                continue
            out += _code_span(run.text) if run.code else _words(run.text, more=not (last and run is runs[-1]))
        return out
    marked, mark = _MARKS[depth]
    wrapped = ""
    for is_marked, group in groupby(runs, key=marked):
        same = list(group)
        inner = _append("", same, depth + 1, last and same[-1] is runs[-1] and not is_marked)
        if not is_marked:
            out += _loosened(inner) if _sticks(wrapped, inner) else inner
            wrapped = ""
            continue
        before, words, after = _trimmed(inner)
        wrapped = f"{mark}{words}{mark}" if words else ""
        if wrapped and not before and _sticks_before(out, wrapped):
            out = re.sub("_$", r"\\_", out[:-1]) + _entity(out[-1])
        out += f"{before}{wrapped}{after}"
        wrapped = "" if after else wrapped
    return out


def _trimmed(inner: str) -> tuple[str, str, str]:
    found = _TRIM.fullmatch(inner)
    assert found is not None
    return found[1], found[2], found[3]


def _is_letter(sign: str) -> bool:
    """Whether a mark beside this sign may not count as standing at a word's edge."""
    return not _SPACE.match(sign) and not unicodedata.category(sign).startswith("P") and sign not in "$+<=>^`|~"


def _sticks_before(out: str, wrapped: str) -> bool:
    """Whether opening marks after `out` would not open (CommonMark 0.31, section 6.2, left-flanking)."""
    inner = wrapped.lstrip("*_~")[:1]
    tight = wrapped[0] == "_" or wrapped.startswith(("**_", "**~", "~~_")) or not inner or not inner.isalnum()
    return bool(out) and tight and _is_letter(out[-1])


def _sticks(wrapped: str, following: str) -> bool:
    """Whether closing marks before `following` would not close (ibid., right-flanking)."""
    if not wrapped or not following:
        return False
    inner = wrapped.rstrip("*_~")[-1:]
    tight = wrapped[-1] == "_" or wrapped.endswith(("_**", "~**", "_~~")) or not inner or not inner.isalnum()
    return tight and _is_letter(following[0])


def _loosened(text: str) -> str:
    return _entity(text[0]) + re.sub("^_", r"\\_", text[1:])


def _append_link(out: str, target: str, runs: list[Run]) -> str:
    words = _append("", runs, 0, last=False)
    if _REFUSED_SCHEME.match(target) or (is_jump(target) and place_of(target) is None):
        return out + words
    if out.endswith("!"):
        out = f"{out[:-1]}\\!"
    if len(runs) == 1 and runs[0].text == target and not runs[0].code and _PLAIN_ADDRESS.fullmatch(target):
        return f"{out}<{target}>"
    return f"{out}[{words}]({address(target)})"


def _address_words(target: str) -> str:
    return re.sub(r"[\\&]", r"\\\g<0>", target)


def _code_span(text: str) -> str:
    if not text:
        return ""
    text = text.replace("\n", " ")
    runs: Iterator[int] = map(len, re.findall("`+", text))
    lengths = set(runs)
    ticks = "`" * next(size for size in range(1, len(lengths) + 2) if size not in lengths)
    padded = text[0] == "`" or text[-1] == "`" or (text[0] == text[-1] == " " and text.strip(" ") != "")
    return f"{ticks} {text} {ticks}" if padded else f"{ticks}{text}{ticks}"
