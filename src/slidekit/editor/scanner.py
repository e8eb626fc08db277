"""Lines of a deck taken for what they look like: keys, items, texts and braces, whether or not they are YAML yet."""

from __future__ import annotations

import re

from slidekit.editor.nesting import Key, Level, Token, What
from slidekit.editor.signs import HASH, closing, colon_at, end_of, quoted_key

_FLOW = re.compile(
    r"""
      [{}\[\],]
    | :(?=[\s,{}\[\]]|$)
    | (?:^|(?<=\s))\#.*
    | "(?:[^"\\]|\\.)*(?P<double>"?)
    | '(?:[^']|'')*?(?P<single>'(?!')|$)
    | (?:\$\{[\w.-]*\}?|[^\s{}\[\],:"']) (?:\$\{[\w.-]*\}?|[^{}\[\],:#]|:(?![\s,{}\[\]]|$)|(?<!\s)\#)*
    | :(?=\S)
    """,
    re.VERBOSE,
)


MAX_DEPTH = 64
"""Levels that are kept open: twice as many as the reader takes."""


class Scanner:
    """Reads lines one after the other; columns in here count from 0."""

    def __init__(self, first: int, stack: list[Level]) -> None:
        self.first = first
        self.stack = stack
        self._text: int | None = None
        """Inside a text under `|` or `>`: the column that its lines stand right of."""
        self._quote = ""
        self._base = 0
        """Inside braces: how many levels are outside them."""
        self._line, self._at = 0, 0
        self._tokens: list[Token] = []
        self._aimed = False

    def aim(self, line: int, at: int) -> None:
        """Say where the cursor is."""
        self._line, self._at = line, at

    def chosen(self) -> Token | None:
        """What is under the cursor, once its line was read."""
        return next((one for one in reversed(self._tokens) if one.start <= self._at), None)

    def read(self, number: int, line: str) -> None:
        """Take in the next line."""
        self._aimed = number == self._line
        self._number = number
        words = line.lstrip(" \t\ufeff" if number == 1 else " \t")
        at = len(line) - len(words)
        column = 1 if line.startswith("\ufeff") else at + 1
        if self._text is not None:
            if not words or column > self._text:
                self._in_text(line, at)
                return
            self._text = None
        if not words:
            self._blank(line)
        elif self._open() and not self._stray(words, column):
            self._flow(line, self._requoted(line, at))
        elif self._quote and not self._stray(words, column):
            self._on_quoted(line, at)
        else:
            self._close()
            self._block(line, at, column)

    def _add(
        self, what: What, start: int, end: int, *, style: str = "",
        closed: int = 0, glued: bool = False, colon: bool = False, name: str = "", level: Level | None = None,
    ) -> None:  # fmt: skip
        if self._aimed:
            level = level or self.stack[-1]
            path = level.path if what in ("key", "item") else level.inner
            self._tokens.append(Token(what, start, end, level, path, style, closed, glued, colon, name))

    def _push(self, level: Level) -> None:
        if len(self.stack) < MAX_DEPTH:
            self.stack.append(level)

    # Lines of their own

    def _in_text(self, line: str, at: int) -> None:
        if not line.strip():
            at = len(line) if not self._aimed else min(self._at, len(line))
        self._add("value", min(at, len(line)), len(line), style="|")
        self.stack[-1].say(line)

    def _blank(self, line: str) -> None:
        if not self._aimed:
            return
        at = self._at
        if self._open() or self._quote:
            flow = self.stack[-1]
            style = self._quote
            waits = flow.flow and flow.mapping and flow.waits and not style
            self._add("key" if waits else "value", at, at, style=style)
            return
        column = at + 1
        stack = list(self.stack)
        while len(stack) > 1 and stack[-1].column > column:
            stack.pop()
        top = stack[-1]
        if top.column == column:
            # a list whose dashes stand under the keys of its own mapping ends where a key may come
            self._add("key" if top.mapping else "item", at, at, level=top)
        elif top.mapping and top.state == "" and top.last:
            self._add("key", at, at, level=Level("", True, top.inner, column))
        else:
            self._add("nothing", 0, at, level=top)

    def _stray(self, words: str, column: int) -> bool:
        """Whether a line cannot be inside the quote or brace that is open: nobody has closed it yet."""
        if words[0] in "}]":
            return False
        base = self.stack[self._base - 1] if self._open() else self.stack[-1]
        return column <= base.column

    def _open(self) -> bool:
        return self.stack[-1].flow

    def _close(self) -> None:
        self._quote = ""
        while self._open():
            self.stack.pop()

    # Block style

    def _block(self, line: str, at: int, column: int) -> None:
        if line[at] == "#":
            self._add("comment", at + 1, len(line))
            return
        dash = line[at] == "-" and line[at + 1 : at + 2] in ("", " ", "\t")
        self._leave(column, dash)
        top = self.stack[-1]
        if top.column < column and top.state == "plain" and not dash:
            self._plain(line, at)
            return
        while dash:
            self._item(line, at)
            rest = line[at + 1 :].lstrip(" \t")
            if not rest:
                self._add("key", at + 1, at + 1, glued=True, level=self._fresh(len(line) + 1, False))
                return
            at = len(line) - len(rest)
            column = at + 1
            dash = line[at] == "-" and line[at + 1 : at + 2] in ("", " ", "\t")
            self._add("key", at, at, level=self._fresh(column, False))
        self._entry(line, at, column)

    def _leave(self, column: int, dash: bool) -> None:
        stack = self.stack
        while len(stack) > 1 and stack[-1].column > column:
            stack.pop()
        if len(stack) > 1 and stack[-1].column == column and not stack[-1].mapping and not dash:
            stack.pop()

    def _item(self, line: str, at: int) -> None:
        top = self.stack[-1]
        if top.mapping or top.column < at + 1:
            top.state = "done"
            self._push(Level("", False, top.inner, at + 1))
        self.stack[-1].state = ""
        if line[at + 1 : at + 2] == "":
            self._add("item", at, at + 1)

    def _fresh(self, column: int, keep: bool) -> Level:
        """A mapping below the level under work; kept open if something is in it."""
        made = Level("", True, self.stack[-1].inner, column)
        if keep:
            self.stack[-1].state = "done"
            self._push(made)
        return made

    def _entry(self, line: str, at: int, column: int) -> None:
        """A key with its value, or a word of which nobody knows yet which of the two it is."""
        if line[at] in "{[":
            self._open_flow(line, at)
            return
        quoted = quoted_key(line, at)
        colon = quoted if quoted is not None else colon_at(line, at)
        if colon is None:
            self._word(line, at, column)
            return
        level = self._mapping(column)
        name = line[at:colon].strip().strip("\"'")
        level.last, level.state = name, ""
        level.keys.setdefault(name, Key(self._number, at + 1))
        end = at + len(line[at:colon].rstrip())
        self._add("key", at, end, colon=True, name=name)
        self._beside(line, colon + 1)

    def _mapping(self, column: int) -> Level:
        top = self.stack[-1]
        if not top.mapping or top.column < column:
            top = self._fresh(column, True)
        return top

    def _word(self, line: str, at: int, column: int) -> None:
        """A word without a colon: a key to be, or a text."""
        if line[at] in "\"'|>":
            self._beside(line, at, glued=False)
            return
        outer = self.stack[-1]
        level = self._mapping(column)
        end = end_of(line, at)
        if outer is level:  # a key in the making, under which there is nothing yet
            level.last, level.state = line[at:end], ""
        else:
            outer.state = "plain"
        self._add("key", at, end, name=line[at:end])
        self._comment(line, end)

    def _beside(self, line: str, at: int, glued: bool = True) -> None:
        """What stands beside a key, or as a word in a list."""
        level = self.stack[-1]
        rest = line[at:].lstrip(" \t")
        first = len(line) - len(rest)
        self._add("value", at, at, glued=glued)
        if not rest:
            return
        if rest[0] == "#":
            self._add("comment", first + 1, len(line))
        elif rest[0] in "|>":
            self._text = level.column
            level.state = "done"
            self._add("nothing", first + 1, len(line), level=level)
        elif rest[0] in "{[":
            self._open_flow(line, first)
        elif rest[0] in "\"'":
            level.state = "done"
            self._quoted(line, first)
        else:
            self._plain(line, first)

    def _plain(self, line: str, at: int) -> None:
        level = self.stack[-1]
        level.state = "plain"
        end = end_of(line, at)
        self._add("value", at, end)
        level.say(line[at:end])
        self._comment(line, end)

    def _comment(self, line: str, at: int) -> None:
        found = HASH.search(line, at)
        if found is not None:
            self._add("comment", found.start() + 1, len(line))

    # Quotes

    def _quoted(self, line: str, at: int) -> None:
        quote = line[at]
        end, closed = closing(line, at + 1, quote)
        self._add("value", at, end, style=quote, closed=int(closed))
        self.stack[-1].say(line[at + 1 : end - closed])
        self._after_quote(line, end, quote, closed)

    def _on_quoted(self, line: str, at: int) -> None:
        quote = self._quote
        end, closed = closing(line, at, quote)
        self._add("value", at, end, style=quote, closed=int(closed))
        self.stack[-1].say(line[at : end - closed])
        self._after_quote(line, end, quote, closed)

    def _after_quote(self, line: str, end: int, quote: str, closed: bool) -> None:
        self._quote = "" if closed else quote
        if closed:
            self._add("nothing", end + 1, len(line))
            self._comment(line, end)

    # Braces

    def _open_flow(self, line: str, at: int) -> None:
        self._base = len(self.stack)
        self.stack[-1].state = "done"
        self._flow(line, at)

    def _requoted(self, line: str, at: int) -> int:
        """Where to go on in a line that begins inside a quote in braces."""
        if not self._quote:
            return at
        quote = self._quote
        end, closed = closing(line, at, quote)
        self._add("value", at, end, style=quote, closed=int(closed))
        self.stack[-1].say(line[at : end - closed])
        self._quote = "" if closed else quote
        return end

    def _flow(self, line: str, at: int) -> None:
        if self._quote:
            return
        if self._open() and not line[:at].strip():  # the start of a line goes on as the one before ended
            self._gap(0, 0)
        while (found := _FLOW.search(line, at)) is not None and self._quote == "":
            at = found.end()
            sign = found[0]
            if sign in ("{", "["):
                self._push(Level(sign, sign == "{", self.stack[-1].inner, found.start() + 1))
                self._gap(at, at)
            elif sign in ("}", "]"):
                self._shut(sign, at)
                if not self._open():
                    self._comment(line, at)
                    return
            elif sign == ",":
                self.stack[-1].waits, self.stack[-1].state = True, ""
                self._gap(at, at)
            elif sign == ":":
                self._flow_colon(at)
            elif sign[0] == "#":
                self._add("comment", found.start() + 1, len(line))
            else:
                self._flow_word(found)

    def _gap(self, start: int, end: int) -> None:
        level = self.stack[-1]
        self._add("key" if level.mapping and level.waits else "value", start, end)

    def _flow_colon(self, at: int) -> None:
        level = self.stack[-1]
        if level.mapping and level.waits:
            level.waits = False
            level.keys.setdefault(level.last, Key(self._number, 0))
            for one in self._tokens[-1:]:
                one.colon = one.colon or one.what == "key"
            self._add("value", at, at, glued=True)

    def _flow_word(self, found: re.Match[str]) -> None:
        level, word = self.stack[-1], found[0]
        style = word[0] if word[0] in "\"'" else ""
        closed = bool(style) and bool(found["double"] or found["single"])
        inner = word[1 : len(word) - closed] if style else word
        end = found.end() if style else found.start() + len(word.rstrip())
        if level.mapping and level.waits:
            level.last = inner.strip()
            self._add("key", found.start(), end, name=level.last, style=style, closed=int(closed))
        else:
            level.state = "plain"
            level.say(inner)
            self._add("value", found.start(), end, style=style, closed=int(closed))
        if style and not closed:
            self._quote = style
        elif style:
            self._add("nothing", found.end() + 1, found.end() + 1)

    def _shut(self, sign: str, at: int) -> None:
        mapping = sign == "}"
        flows = self.stack[self._base :]
        if any(one.mapping == mapping for one in flows):
            while self.stack.pop().mapping != mapping:
                pass
        self._add("nothing", at, at)
