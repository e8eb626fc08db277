"""Reads LaTeX's mathematics into a tree, strictly, and says where it is broken.

latex2mathml would read it too, but takes what is broken without a word (`{a`, `a}`, `\\frac{a}`,
`\\foo`), knows no `aligned`, and tells no positions; so only its table of signs is used. There are
no macros, so nothing can loop or swell; length and depth are bounded.
"""

from __future__ import annotations

import re

from slidekit.show import math_symbols as symbols
from slidekit.show.math import (
    Accent,
    Bar,
    Fault,
    Fence,
    Fraction,
    Mark,
    Node,
    Root,
    Row,
    Scripts,
    Sign,
    Space,
    Style,
)
from slidekit.show.math import Words as WordsNode
from slidekit.show.math_rows import signed, table
from slidekit.show.math_tokens import LONGEST, Broken, Token, Tokens
from slidekit.source.wording import listed, tell

MOST_CELLS = 30
"""Of a table, in a row and in a column; amsmath's own matrices have ten columns."""

_STARTED = {"frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "overset", "underset", "stackrel"}
_BARS: dict[str, Mark] = {
    "overline": "overline",
    "underline": "underline",
    "overbrace": "overbrace",
    "underbrace": "underbrace",
    "overrightarrow": "overrightarrow",
    "overleftarrow": "overleftarrow",
}
_IGNORED = {"displaystyle", "textstyle", "nonumber", "notag", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl",
            "Bigr", "biggl", "biggr", "Biggl", "Biggr", "hline", "mathstrut", "mathop", "mathrel", "mathbin",
            "mathord"}  # fmt: skip
"""What changes sizes or gaps only, which every program chooses by itself."""
_MACROS = {"def", "newcommand", "renewcommand", "let", "DeclareMathOperator", "newenvironment", "input", "include"}
_PRIMES = ("′", "″", "‴")


def parse(latex: str, display: bool) -> Node:
    """The tree of a formula; raises `Broken`."""
    if len(latex) > LONGEST:
        hint = tell("a formula may have {longest:,} characters: give the rest a slide of its own", longest=LONGEST)
        raise Broken(Fault(tell("this formula has {n:,} characters", n=len(latex)), hint, 0, len(latex)))
    reader = _Reader(latex, display)
    tree = reader.row(())
    if reader.next is not None:
        reader.stray(reader.next)
    if isinstance(tree, Row) and not tree.items:
        raise Broken(Fault(tell("this formula is empty"), tell("write it in LaTeX, such as  E = mc^2"), 0, len(latex)))
    return tree


class _Reader(Tokens):
    """Reads one formula."""

    def __init__(self, latex: str, display: bool) -> None:
        super().__init__(latex)
        self._display = display
        self._style: Style = "italic"
        self._forced: bool | None = None
        self._starred: tuple[WordsNode, ...] = ()

    # ---- rows ----

    def row(self, stops: tuple[str, ...]) -> Node:
        """What comes up to one of the stops, which stays."""
        items: list[Node] = []
        while (token := self.next) is not None and token.text not in stops:
            if token.text in ("}", "\\right", "\\end", "&", "\\\\"):
                break
            if token.text in ("^", "_") or token.text[0] == "'":
                items.append(self._scripts(items.pop() if items else Row(())))
            elif (item := self._item()) is not None:
                items.append(item)
        items = signed(items)
        return items[0] if len(items) == 1 else Row(tuple(items))

    def _scripts(self, base: Node) -> Node:
        """Every `^`, `_` and `'` that follows a base."""
        above: list[Node] = []
        below: Node | None = None
        raised = False
        while (token := self.next) is not None and (token.text in ("^", "_") or token.text[0] == "'"):
            self._take()
            if token.text[0] == "'":
                if raised:
                    self.fail(tell("two superscripts"), tell("write the prime first:  f'^2"), token)
                primes, rest = divmod(len(token.text), len(_PRIMES))
                above += [Sign(sign, "ordinary") for sign in (*[_PRIMES[-1]] * primes, *_PRIMES[rest - 1 : rest])]
                continue
            script = self._argument(f"`{token.text}`")
            if token.text == "^":
                if raised:
                    self.fail(tell("two superscripts"), tell("put braces around one:  {a^b}^c"), token)
                above.append(script)
                raised = True
            elif below is not None:
                self.fail(tell("two subscripts"), tell("put braces around one:  {a_b}_c"), token)
            else:
                below = script
        top = above[0] if len(above) == 1 else Row(tuple(above)) if above else None
        return Scripts(base, below, top, self._limits(base))

    def _limits(self, base: Node) -> bool:
        """Whether scripts stand over and under a base; a bar's and a stack's do everywhere."""
        if isinstance(base, Bar):
            return base.mark in ("overbrace", "underbrace")
        if self._forced is not None:
            forced, self._forced = self._forced, None
            return forced
        if not self._display:
            return False
        if isinstance(base, Sign):
            return base.kind == "large" and base.text not in symbols.INTEGRALS
        return isinstance(base, WordsNode) and (base.text.replace(" ", "") in symbols.LIMITS or base in self._starred)

    # ---- items ----

    def _item(self) -> Node | None:
        token = self._take()
        text = token.text
        if text == "{":
            return self._group(token)
        if text[0] == "\\":
            return self._command(token)
        if text[0].isdigit():
            return Sign(text, "number", self._style if self._style != "italic" else "upright")
        if text in "$%#~":
            hint = tell("take the sign out") if text != "~" else tell("write  \\,  or  \\quad  for room")
            if text in "$%#":
                hint = tell("write  {code}", code=f"\\{text}")
            self.fail(tell("`{sign}` has a meaning of its own in LaTeX", sign=text), hint, token)
        sign = "−" if text == "-" else "∗" if text == "*" else text
        if not sign.isprintable():
            self.fail(tell("a control sign (U+{code:04X}) in a formula", code=ord(sign)), tell("take it out"), token)
        kind = symbols.kind_of(sign)
        return Sign(sign, kind, self._style if kind == "letter" else "upright")

    def _group(self, opening: Token) -> Node:
        """What stands between braces; a lone comma in them has no room after it, as in `1{,}5`."""
        self._deeper(opening)
        body = self.row(("}",))
        self._close("}", opening)
        self._depth -= 1
        if isinstance(body, Sign) and body.kind in ("punctuation", "binary", "relation"):
            return Sign(body.text, "ordinary")
        return body if isinstance(body, Row) else Row((body,))

    def _argument(self, of: str) -> Node:
        """One group, command or sign."""
        token = self.next
        if token is None or token.text in ("}", "&", "\\\\", "\\right", "\\end", "^", "_"):
            self.fail(tell("nothing follows {of}", of=of), tell("put what belongs to {of} in braces", of=of), token)
        assert token is not None
        if token.text[0].isdigit() and len(token.text) > 1:  # \frac12 is a half
            self._tokens[self._at : self._at + 1] = [
                Token(digit, token.offset + place) for place, digit in enumerate(token.text)
            ]
        self._deeper(token)
        item = self._item()
        while item is None:
            item = self._item()
        self._depth -= 1
        return item.items[0] if isinstance(item, Row) and len(item.items) == 1 else item

    # ---- commands ----

    def _command(self, token: Token) -> Node | None:
        name = token.text[1:]
        if name in symbols.SPACES:
            return Space(symbols.SPACES[name])
        if name in symbols.FUNCTIONS:
            return WordsNode(symbols.SPELT.get(name, name), name=True)
        if name in symbols.TEXTS:
            return self._words(token, name)
        if name in symbols.FONTS:
            return self._in_font(name)
        if name in _IGNORED:
            return None
        if name in ("limits", "nolimits"):
            self._forced = name == "limits"
            return None
        return self._structure(token, name) or self._sign(token, name)

    def _structure(self, token: Token, name: str) -> Node | None:
        of = f"`\\{name}`"
        if name in _STARTED:
            return self._two(name, self._argument(of), self._argument(of))
        if name == "sqrt":
            index = self._optional(token)
            return Root(self._argument(of), index)
        if name in symbols.ACCENTS:
            return Accent(self._argument(of), name)
        if name in _BARS:
            return Bar(self._argument(of), _BARS[name])
        if name == "left":
            return self._fence(token)
        if name == "begin":
            return self._environment(token)
        if name in ("bmod", "mod"):
            return Row((Space(4 / 18), WordsNode("mod"), Space(4 / 18)))
        if name == "pmod":
            return Row(
                (Space(0.5), Sign("(", "open"), WordsNode("mod"), Space(1 / 3), self._argument(of), Sign(")", "close"))
            )
        if name == "not":
            return self._negated(token)
        return None

    def _two(self, name: str, first: Node, second: Node) -> Node:
        if name in ("overset", "stackrel"):
            return Scripts(second, None, first, limits=True)
        if name == "underset":
            return Scripts(second, first, None, limits=True)
        if name.endswith("binom"):
            return Fence("(", ")", Fraction(first, second, ruled=False))
        return Fraction(first, second)

    def _optional(self, opening: Token) -> Node | None:
        """What stands between square brackets, where any do."""
        if not self._is("["):
            return None
        self._take()
        self._deeper(opening)
        found = self.row(("]",))
        self._close("]", opening)
        self._depth -= 1
        return found

    def _negated(self, token: Token) -> Node:
        following = self._argument("`\\not`")
        if isinstance(following, Sign) and len(following.text) == 1:
            import unicodedata

            joined = unicodedata.normalize("NFC", following.text + "\u0338")
            if len(joined) == 1:
                return Sign(joined, "relation")
        hint = tell("use a sign of its own, such as  \\neq  or  \\notin")
        self.fail(tell("`\\not` before what cannot be struck out"), hint, token)
        raise AssertionError

    def _words(self, token: Token, name: str) -> Node:
        """Words as they were typed; mathematics has no place in them."""
        if not self._is("{"):
            self.fail(tell("`\\{name}` wants braces", name=name), tell("write  \\{name}{{…}}", name=name), token)
        opening = self._take()
        start = opening.offset + 1
        while self._at < len(self._tokens) and self._tokens[self._at].text not in ("}", "{"):
            self._at += 1
        closing = self._close("}", opening) if not self._is("{") else None
        if closing is None:
            hint = tell("end the words before them, and begin new ones after")
            self.fail(tell("braces inside `\\{name}`", name=name), hint, self.next)
        assert closing is not None
        typed = re.sub(
            r"\\([ ,;:%$#&_{}])",
            lambda found: found[1] if found[1] in "%$#&_{}" else " ",
            self._latex[start : closing.offset],
        )
        typed = re.sub(r"\s+", " ", typed.replace("~", "\u00a0"))
        if "\\" in typed or "$" in self._latex[start : closing.offset].replace("\\$", ""):
            hint = tell("end the words before it, and begin new ones after")
            self.fail(tell("LaTeX inside `\\{name}`", name=name), hint, opening)
        is_name = name.startswith("operatorname")
        found = WordsNode(typed.strip() if is_name else typed, is_name, symbols.TEXTS[name])
        if name.endswith("*"):
            self._starred += (found,)
        return found

    def _in_font(self, name: str) -> Node:
        before, self._style = self._style, symbols.FONTS[name]
        found = self._argument(f"`\\{name}`")
        self._style = before
        if name == "mathrm" and isinstance(found, Row):
            letters = [one.text for one in found.items if isinstance(one, Sign) and one.kind in ("letter", "number")]
            if len(letters) == len(found.items) and letters:
                return WordsNode("".join(letters))
        return found

    def _sign(self, token: Token, name: str) -> Node:
        sign = symbols.named(name)
        if sign is None:
            self._unknown(token, name)
        assert sign is not None
        kind = symbols.kind_of(sign)
        if kind == "letter":
            # capital Greek stands upright (The TeXbook, page 434)
            upright = self._style == "italic" and (sign.isupper() or not "α" <= sign <= "ϵ")
            return Sign(sign, kind, "upright" if upright else self._style)
        if name in ("{", "lbrace"):
            return Sign(sign, "open")
        return Sign(sign, kind)

    def _unknown(self, token: Token, name: str) -> None:
        if name in _MACROS:
            hint = tell("write out what it stands for")
            self.fail(tell("no `\\{name}` here: formulas know no macros", name=name), hint, token, unknown=True)
        if not name.isalpha():
            self.fail(
                tell("`\\{name}` stands for nothing", name=name), tell("take the backslash out"), token, unknown=True
            )
        short = name if len(name) <= 24 else name[:23] + "…"
        hint = tell("write  \\text{{{short}}}  for a word, or leave the command out", short=short)
        self.fail(tell("unknown command `\\{short}`", short=short), hint, token, unknown=True, command=name)

    # ---- brackets and tables ----

    def _delimiter(self, of: str) -> str:
        token = self._take(tell("a bracket"))
        found = symbols.DELIMITERS.get(token.text)
        if found is None:
            hint = tell("write  {of}(  or  {of}.  for none", of=of)
            self.fail(tell("`{text}` after `{of}`, where a bracket is wanted", text=token.text, of=of), hint, token)
        return found or ""

    def _fence(self, opening: Token) -> Node:
        self._deeper(opening)
        left = self._delimiter("\\left")
        items = [self.row(("\\right", "\\middle"))]
        while self._is("\\middle"):
            self._take()
            items += [Sign(self._delimiter("\\middle") or "|", "relation"), self.row(("\\right", "\\middle"))]
        self._close("\\right", opening)
        self._depth -= 1
        return Fence(left, self._delimiter("\\right"), items[0] if len(items) == 1 else Row(tuple(items)))

    def _environment(self, opening: Token) -> Node:
        name = self._name(opening)
        if name not in symbols.ENVIRONMENTS:
            message = tell("unknown environment `{name}`", name=name)
            hint = tell("slidekit knows {names}", names=listed(list(symbols.ENVIRONMENTS)))
            self.fail(message, hint, opening, unknown=True)
        self._deeper(opening)
        if name == "array" and self._is("{"):
            self._words(opening, "text")
        rows: list[tuple[Node, ...]] = []
        cells: list[Node] = []
        while True:
            cells.append(self.row(("&", "\\\\", "\\end")))
            if len(cells) > MOST_CELLS or len(rows) >= MOST_CELLS:
                hint = tell("make it smaller")
                self.fail(
                    tell("more than {most_cells} cells beside or below each other", most_cells=MOST_CELLS),
                    hint,
                    opening,
                )
            token = self._take(f"\\end{{{name}}}")
            if token.text == "&":
                continue
            if token.text not in ("\\\\", "\\end"):
                self.stray(token)
            rows.append(tuple(cells))
            cells = []
            if token.text == "\\end":
                break
        ended = self._name(token)
        if ended != name:
            hint = tell("write  \\end{{{name}}}", name=name)
            self.fail(
                tell("`\\end{{{ended}}}` where `\\end{{{name}}}` should come", ended=ended, name=name), hint, token
            )
        self._depth -= 1
        return table(name, rows)

    def _name(self, token: Token) -> str:
        """The name between the braces of `\\begin` and `\\end`."""
        found = re.match(r"\s*\{([A-Za-z]+\*?)\}", self._latex[token.offset + len(token.text) :])
        if found is None:
            hint = tell("write  {text}{{aligned}}", text=token.text)
            self.fail(tell("`{text}` wants a name in braces", text=token.text), hint, token)
        assert found is not None
        end = token.offset + len(token.text) + found.end()
        while self._at < len(self._tokens) and self._tokens[self._at].offset < end:
            self._at += 1
        return found[1]
