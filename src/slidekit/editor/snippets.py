"""What is typed for an author who takes a key: its value's form, in the author's own style."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from slidekit.editor.grammar import Offered

REACH = 200
"""Lines above and below the cursor in which the author's own style is looked for."""

_FLOW_PAIR = re.compile(r"\{\s*(en|fr)\s*:")
_BLOCK_PAIR = re.compile(r"^[ \t]*(?:- +)*(en|fr)[ \t]*:(?:\s|$)")
_HOLE = re.compile(r"§(?:\(([^)]*)\)|<([^>]*)>)?")

BODIES = {
    "bullets": "bullets:\n  - PAIR",
    "numbered": "numbered:\n  - PAIR",
    "columns": "columns:\n  - title: PAIR\n    bullets:\n      - PAIR\n  - title: PAIR\n    bullets:\n      - PAIR",
    "table": "table:\n  header:\n    ROW\n  rows:\n    - ROW",
    "header": "header:\n  ROW",
    "rows": "rows:\n  - ROW",
    "chart": "chart:\n  type: §<column,bar,stacked,line,area,pie,doughnut>\n  categories:\n    ROW\n"
    "  series:\n    - name: PAIR\n      values: [§]",
    "categories": "categories:\n  ROW",
    "series": "series:\n  - name: PAIR\n    values: [§]",
    "values": "values: [§]",
    "points": "points: [[§, §]]",
    "align": "align: [§<left,center,right>]",
    "image": "image: §\nalt: PAIR",
    "quote": "quote: PAIR\nby: §",
    "code": "code: |\n  §\nsyntax: §(python)",
    "terminal": "terminal: |\n  > §",
    "diagram": "diagram: |\n  §\nalt: PAIR",
    "math": "math: '§'",
    "qr": "qr: https://§",
    "link": "link: https://§",
    "highlight": "highlight: [§]",
    "languages": "languages: [§<en-CA,en-US,en-GB>, §<fr-CA,fr-FR,fr-CH,fr-BE>]",
    "vars": "vars:\n  §(name): {number: §}",
    "body": "body:\n  - text: PAIR",
    "slides": "slides:\n  - title: PAIR",
    "terms": "terms:\n  - {en: §, fr: §}",
    "banned": "banned:\n  - {§<en,fr>: §, instead: §}",
    "names": "names: [§]",
    "acronyms": "acronyms:\n  - {en: §, fr: §}",
    "layouts": "layouts:\n  §(content): §",
}
"""What follows a key, `§` where the author types; `PAIR` is a text and `ROW` a row, in the author's style."""

SLIDES = {
    "slide": "- title: PAIR\n  bullets:\n    - PAIR\n  notes: PAIR",
    "section": "- section: PAIR",
    "picture": "- title: PAIR\n  image: §\n  alt: PAIR",
    "table": "- title: PAIR\n  table:\n    header:\n      ROW\n    rows:\n      - ROW",
    "quote": "- quote: PAIR\n  by: §",
    "columns": "- title: PAIR\n  columns:\n    - title: PAIR\n      bullets:\n        - PAIR\n"
    "    - title: PAIR\n      bullets:\n        - PAIR",
}
"""Whole slides, by what is on them."""

ITEMS = {
    "bullets": "- PAIR",
    "numbered": "- PAIR",
    "columns": "- title: PAIR\n  bullets:\n    - PAIR",
    "series": "- name: PAIR\n  values: [§]",
    "rows": "- ROW",
    "body": "- text: PAIR",
    "glossary": "- {en: §, fr: §}",
    "terms": "- {en: §, fr: §}",
    "acronyms": "- {en: §, fr: §}",
    "banned": "- {§<en,fr>: §, instead: §}",
    "header": "- PAIR",
    "categories": "- PAIR",
}
"""Items of lists, by the list's key."""

DECK = (
    "slidekit: 1\ntitle: PAIR\nauthor: §\ndate: §(TODAY)\nlanguages: [LOCALES]\nduration: §(20m)\n\nslides:\n"
    "  - title: PAIR\n    bullets:\n      - PAIR\n    time: §(2m)\n    notes: PAIR"
)


class Style(Struct, frozen=True, gc=False):
    """How an author types pairs."""

    flow: bool = False
    """In braces, on one line."""
    first: Literal["en", "fr"] = "en"
    """The language that stands above or before the other."""

    @property
    def second(self) -> Literal["en", "fr"]:
        """The other language."""
        return "fr" if self.first == "en" else "en"


def style_of(lines: Sequence[str], line: int, key: str, first: Literal["en", "fr"] = "en") -> Style:
    """The style of the nearest pair, that of the same key before that of any other."""
    near = sorted(range(max(line - REACH, 1), min(line + REACH, len(lines)) + 1), key=lambda one: abs(one - line))
    any_pair: Style | None = None
    for number in near:
        text = lines[number - 1][:400]
        if number == line or ("en" not in text and "fr" not in text):
            continue
        flow = _FLOW_PAIR.search(text)
        block = None if flow else _BLOCK_PAIR.match(text)
        found = flow or block
        if found is None:
            continue
        style = Style(True, "fr" if found[1] == "fr" else "en") if flow else _on_lines(lines, number, found[1], first)
        if style is None:
            continue
        words = text.lstrip(" -") if flow else (lines[number - 2].lstrip(" -") if number > 1 else "")
        if words.startswith(f"{key}:"):
            return style
        any_pair = any_pair or style
    return any_pair or Style(first=first)


def _on_lines(lines: Sequence[str], number: int, lang: str, usual: Literal["en", "fr"]) -> Style | None:
    """The style of a side that has a line of its own; `None` where it is the second one."""
    above = _BLOCK_PAIR.match(lines[number - 2]) if number > 1 else None
    below = _BLOCK_PAIR.match(lines[number]) if number < len(lines) else None
    if above is not None and above[1] != lang:
        return None
    if below is not None and below[1] != lang:
        return Style(False, "fr" if lang == "fr" else "en")
    return Style(False, usual)


def body(one: Offered, style: Style, flow: bool) -> str:
    """A key with what it takes, `§` where the author types."""
    name = one.name
    if flow:
        return expanded(_in_braces(one), Style(True, style.first))
    if name in BODIES and not (name == "values" and "list" not in one.kinds):
        return expanded(BODIES[name], style)
    if name == "date":
        return f"date: §({date.today().isoformat()})"
    if "prose" in one.kinds:
        return expanded(f"{name}: PAIR", style)
    if "row" in one.kinds:
        return expanded(f"{name}:\n  ROW", style)
    if one.kinds == ("list",):
        return f"{name}: [§]"
    if one.words and "time" not in one.kinds:
        return f"{name}: {one.words[0]}" if len(one.words) == 1 else f"{name}: §<{','.join(one.words)}>"
    return f"{name}: §"


def _in_braces(one: Offered) -> str:
    if "prose" in one.kinds:
        return f"{one.name}: PAIR"
    if "items" in one.kinds or one.kinds == ("list",):
        return f"{one.name}: [§]"
    if one.words and "time" not in one.kinds and len(one.words) > 1:
        return f"{one.name}: §<{','.join(one.words)}>"
    return f"{one.name}: §"


def expanded(template: str, style: Style) -> str:
    """A template with its pairs written out."""
    today = date.today().isoformat()
    locales = "en-CA, fr-CA" if style.first == "en" else "fr-CA, en-CA"
    lines: list[str] = []
    for line in template.replace("TODAY", today).replace("LOCALES", locales).split("\n"):
        for mark, hole in (("PAIR", "§"), ("ROW", "[§]")):
            if mark in line:
                lines += _pair(line.partition(mark)[0], hole, style if mark == "PAIR" else Style(False, style.first))
                break
        else:
            lines.append(line)
    return "\n".join(lines)


def _pair(head: str, hole: str, style: Style) -> list[str]:
    first, second = f"{style.first}: {hole}", f"{style.second}: {hole}"
    if style.flow:
        return [f"{head}{{{first}, {second}}}"]
    if not head.endswith(": "):
        return [head + first, " " * len(head) + second]
    inner = " " * (len(head) - len(head.lstrip(" -")) + 2)
    return [head.rstrip(), inner + first, inner + second]


def snippet(template: str, indent: int) -> str:
    """A template as a snippet (LSP 3.17, *Snippet Syntax*), the lines below its first set in by so much more."""
    count = 0

    def hole(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        if found[2]:
            return f"${{{count}|{found[2]}|}}"
        return f"${{{count}:{found[1]}}}" if found[1] else f"${count}"

    return _HOLE.sub(hole, escaped(template)).replace("\n", "\n" + " " * indent)


def escaped(text: str) -> str:
    """Words as they stand in a snippet."""
    return text.replace("\\", "\\\\").replace("$", "\\$")


def plainly(template: str) -> str:
    """The first line of a template up to the first place to type, for an editor without snippets."""
    return template.split("\n")[0].partition("§")[0].removesuffix("[").removesuffix("{")
