"""The manual pages of the rules, read from their docstrings; `docs/rules.md` is made of them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from slidekit.locales import Say, paragraphs, speaker
from slidekit.rules import families, names
from slidekit.rules.catalog import BUILT, FIRM
from slidekit.source.diagnostic import Severity
from slidekit.source.wording import Words, tell

SECTION = re.compile(r"^(Bad|Good|Source):[ ]?(.*)$")
STAND_IN = re.compile(r"\{(?:U\+([0-9A-F]{4,6})|byte ([0-9A-F]{2})|«([^»]+)» × ([0-9]+))\}")
DECK = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
slides:
  - title: {en: Before, fr: Avant}
"""
"""What an example that is a list of slides stands in."""

DOCUMENTS = {"en": "rules.md", "fr": "regles.md"}
"""The files under `docs/` that are made of the pages, by language."""
INTRODUCTION = """\
# Rules

What `slidekit check` proves, rule by rule; `slidekit explain SK101` prints one page in the terminal.
This file is made from the rules themselves by `make docs`, and every example below runs as a test.

An example that starts with a dash is a slide of an otherwise correct deck, one that starts with `palette:` or
`sizes:` is a part of a theme file that is boreal's in all else, and one that starts with `# slidekit.toml` is a file of
settings beside such a deck. One in two halves says first what was there before: the deck as it was reviewed or as it
was at a revision, or the lock file. In an example, `{U+0007}` stands for
the character of that number, `{byte E9}` for that byte, and `{«a» × 1000}` for `a` a thousand times."""


class Page(NamedTuple):
    """A rule as its author describes it."""

    code: str
    name: str
    severity: Severity
    family: str
    summary: str
    """One sentence: what is wrong."""
    body: str
    """Why it matters, as Markdown."""
    bad: tuple[str, ...]
    """Decks, or lists of slides, in which the rule finds exactly itself."""
    good: tuple[str, ...]
    """The same put right: no rule finds anything."""
    source: str
    """Where the rule comes from."""


def pages() -> list[Page]:
    """Every rule's page, by code."""
    return sorted((read(import_module(name)) for name in names()), key=lambda page: page.code)


def find(code: str) -> Page | None:
    """The page of a code, or of a rule's name, however its letters are cased."""
    wanted = code.strip().lower()
    return next((page for page in pages() if wanted in (page.code.lower(), page.name)), None)


def read(module: ModuleType) -> Page:
    """A rule's page; `ValueError` where its docstring lacks a part."""
    text = inspect.cleandoc(module.__doc__ or "")
    parts: dict[str, list[str]] = {"": [], "Bad": [], "Good": [], "Source": []}
    current = parts[""]
    for line in text.splitlines():
        head = SECTION.match(line)
        if head:
            parts[head[1]].append("")
            current = parts[head[1]]
            line = head[2]
        if current is parts[""]:
            current.append(line)
        else:
            current[-1] += f"{line}\n"
    if not (parts["Bad"] and parts["Good"] and parts["Source"]):
        raise ValueError(f"{module.__name__}: a rule's docstring has Bad, Good and Source")
    summary, _, body = "\n".join(parts[""]).partition("\n\n")
    return Page(
        code=module.CODE,
        name=module.NAME,
        severity=module.SEVERITY,
        family=module.__name__.split(".")[-2],
        summary=" ".join(summary.split()),
        body=body.strip(),
        bad=tuple(map(_example, parts["Bad"])),
        good=tuple(map(_example, parts["Good"])),
        source=" ".join(parts["Source"][0].split()),
    )


def _example(text: str) -> str:
    lines = [line.removeprefix("    ") for line in text.splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def deck_of(example: str) -> bytes:
    """The file that an example means: slides put in a deck, stand-ins replaced by what they stand for."""
    if re.match(r"(?:# slidekit: .*\n)?- ", example):
        example = DECK + "".join(f"  {line}".rstrip() + "\n" for line in example.splitlines())
    out, at = b"", 0
    for found in STAND_IN.finditer(example):
        sign, byte, words, times = found.groups()
        if sign:
            filled = chr(int(sign, 16)).encode()
        elif byte:
            filled = bytes.fromhex(byte)
        else:
            filled = (words * int(times)).encode()
        out += example[at : found.start()].encode() + filled
        at = found.end()
    return out + example[at:].encode()


def about(family: str) -> str:
    """What the rules of a family are about, in a sentence."""
    return import_module(f"slidekit.rules.{family}").__doc__ or ""


def translated(page: Page, lang: str) -> Page:
    """A page with its words in `en` or `fr`; its examples are in both anyway."""
    if lang == "en":
        return page
    return page._replace(summary=paragraphs(page.summary), body=paragraphs(page.body), source=paragraphs(page.source))


def markdown(lang: str = "en") -> str:
    """The whole of `docs/rules.md`, or the same in French."""
    introduction = INTRODUCTION if lang == "en" else paragraphs(INTRODUCTION)
    chapters = [_chapter(translated(page, lang), speaker(lang)) for page in pages()]
    return "\n".join([f"{introduction}\n", *_contents(lang), *chapters])


def _contents(lang: str) -> Iterator[str]:
    say, known = speaker(lang), [translated(page, lang) for page in pages()]
    for family in families():
        own = [page for page in known if page.family == family]
        if not own:
            continue
        words = about(family) if lang == "en" else paragraphs(about(family))
        yield f"**{own[0].code[:3]}, {family}.** {words}\n"
        yield say(tell("| code | name | severity | what it finds |")) + "\n|---|---|---|---|"
        for p in own:
            yield f"| [{p.code}](#{p.code.lower()}-{p.name}) | {p.name} | {say(p.severity.called)} | {p.summary} |"
        yield ""


def chapter(page: Page, lang: str = "en") -> str:
    """A page by itself, as Markdown."""
    return _chapter(translated(page, lang), speaker(lang)).replace("## ", "# ", 1)


def _chapter(page: Page, say: Say) -> str:
    labelled = [(label, f"```yaml\n{text}```") for label, text in _examples(page)]
    blocks = "\n".join(f"{say(label)}\n\n{text}\n" for label, text in labelled)
    body = f"{page.body}\n\n" if page.body else ""
    return (
        f"## {page.code} {page.name}\n\n{page.summary} ({say(page.severity.called).capitalize()}.)\n\n"
        f"{body}{blocks}\n{_foot(page, say)}\n"
    )


def plain(page: Page, lang: str = "en") -> str:
    """A page for the terminal."""
    say, page = speaker(lang), translated(page, lang)
    parts = [f"{page.code} {page.name} ({say(page.severity.called)})", page.summary]
    if page.body:
        parts.append(page.body)
    for label, text in _examples(page):
        parts.append(f"{say(label)}\n" + "\n".join([f"    {line}".rstrip() for line in text.splitlines()]))
    return "\n\n".join([*parts, _foot(page, say)]) + "\n"


def _examples(page: Page) -> Iterator[tuple[Words, str]]:
    yield from [(tell("Bad:"), text) for text in page.bad]
    yield from [(tell("Good:"), text) for text in page.good]


def _foot(page: Page, say: Say) -> str:
    way, source = tell("Configure: {way}", way=configured(page)), tell("Source: {source}", source=page.source)
    return f"{say(way)}\n\n{say(source)}"


def configured(page: Page) -> Words:
    """How a rule is weighed, turned off, or left out at one text."""
    if page.code in FIRM:
        return tell("it cannot be turned off, for what could not be read proves nothing.")
    way = tell(
        '`{code} = "off"`, or `"error"`, `"warning"`, `"info"`, under `[severity]` in `slidekit.toml`; '
        "`# slidekit: ignore {code} because …` beside or above a text.",
        code=page.code,
    )
    if page.severity is Severity.ERROR and page.family in BUILT:
        return tell("{way} A render is stopped by it all the same.", way=way)
    return way


def main() -> None:
    """Write `docs/rules.md` of the checkout that this file lies in, and its French."""
    folder = Path(__file__).resolve().parents[3] / "docs"
    folder.mkdir(exist_ok=True)
    for lang, name in DOCUMENTS.items():
        (folder / name).write_text(markdown(lang), "utf-8")


if __name__ == "__main__":
    main()
