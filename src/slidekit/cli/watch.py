"""`slidekit watch`: decks rendered again whenever they change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from slidekit.cli.language import say
from slidekit.cli.ordering import Order, distinct, made_of, ordered, tool_troubles
from slidekit.source.wording import listed, tell, tell_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from slidekit.build import Output, Rendered
    from slidekit.kept import Kept
    from slidekit.rerender import Rerender
    from slidekit.source.diagnostic import Diagnostic

RARE = 10
"""Looks between two for new decks, where nobody tells anything: folders on network drives."""
FEW = 4
"""How many outputs are told by name; of more, the number."""
LOOKS, LOOK_SECONDS = 50, 0.02
"""How often, and how far apart, an empty deck is looked at: editors that save in place empty a file, then fill it."""


@ordered("Decks, or folders of decks.")
def watch(decks: list[Path], order: Order) -> None:
    """Make slides and notes again whenever something changes.

    What is watched: the decks, the pictures, themes, templates and lists of terms that they name, and the settings
    of the project. In a folder, new decks are found, too. Only outputs that would be different are made again, and
    those that are gone; a deck with errors is not made, and what was made of it before stays. Ctrl-C ends it.

    \b
    Examples:
      slidekit watch talk.yaml
      slidekit watch talk.yaml --to pdf --edition fr
      slidekit watch decks/ --output out --draft
    """
    import gc
    from signal import SIGTERM, signal

    from slidekit.cli.failing import CLEAN
    from slidekit.rerender import Rerender

    gc.enable()  # unlike other commands, it runs for days
    named = list(dict.fromkeys(decks))
    distinct(_found(named, True))
    signal(SIGTERM, _stopped)  # what is not whole yet is tidied away, as after Ctrl-C

    def render(deck: Path, kept: Kept) -> Rendered:
        return made_of(deck, order, kept=kept)

    try:
        _Loop(named, order, Rerender(render, order.theme, order.template)).run()
    except KeyboardInterrupt:
        if not order.quiet:
            _line(tell("stopped"))
        raise typer.Exit(CLEAN) from None


def _stopped(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _found(named: list[Path], first: bool = False) -> list[Path]:
    """The decks: files by their names, there or not, and those in the folders."""
    from slidekit.cli.failing import Misuse
    from slidekit.cli.finding import decks, file

    found: list[Path] = []
    for path in named:
        if path.is_dir():
            try:
                found += decks([path])
            except (Misuse, OSError):  # no deck yet, or a folder that has just gone
                continue
        else:
            found.append(file(path) if first else path)
    return list(dict.fromkeys(found))


class _Loop:
    """Waits, looks, renders and tells, until it is interrupted."""

    def __init__(self, named: list[Path], order: Order, rerender: Rerender) -> None:
        self.named = named
        self.order = order
        self.rerender = rerender
        self.told: dict[Path, set[tuple[str, str, str]]] = {}
        """What each deck was last said to have, so that a warning is not told each time, nor for each deck."""
        self.found: list[Path] = []
        self.left_out: dict[Path, str] = {}
        """Decks whose outputs would overwrite another's, and what was said of it."""

    def run(self) -> None:
        """Never ends by itself."""
        from contextlib import closing

        from slidekit.watching import bursts

        self._look(self._find())
        if not self.order.quiet:
            _line(tell_many("watching {n} deck; Ctrl-C ends it", "watching {n} decks; Ctrl-C ends it", len(self.found)))
        while True:
            folders = self._folders()
            with closing(bursts(folders)) as told:
                self._look(self._find())  # what happened while nobody watched
                for number, burst in enumerate(told):
                    rare = number % RARE == 0  # the first is about what came before the folders were watched
                    self._look(self._find() if burst or rare else self.found)
                    if self._folders() != folders:
                        break

    def _find(self) -> list[Path]:
        """The decks; of those whose outputs would overwrite each other's the newcomers are left out, and told once."""
        from slidekit.cli.failing import Misuse, complain

        kept: list[Path] = []
        left_out: dict[Path, str] = {}
        for path in sorted(_found(self.named), key=lambda one: one not in self.found):
            try:
                kept = distinct([*kept, path])
            except Misuse as error:
                left_out[path] = error.message
                if self.left_out.get(path) != error.message:
                    complain(error.message, error.hint)
        self.found, self.left_out = kept, left_out
        return kept

    def _folders(self) -> frozenset[Path]:
        """Every folder in which something may change that matters."""
        return self.rerender.folders().union(*[_below(path, self.order.output) for path in self.named if path.is_dir()])

    def _look(self, found: list[Path]) -> None:
        due, gone = self.rerender.moves(found)
        for deck in gone:
            self.told.pop(deck, None)
            _line(tell("{file}: gone; what was made of it stays", file=deck.as_posix()))
        for deck in due:
            _filled(deck)
            self._make(deck)

    def _make(self, deck: Path) -> None:
        """Render one deck; what the machine cannot do is told, and the watch goes on."""
        from time import perf_counter

        from slidekit.cli.failing import complain, in_words

        since = perf_counter()
        try:
            made = self.rerender.render(deck)
        except tool_troubles(self.order.targets) as error:
            complain(error.args[0])
        except OSError as error:
            complain(in_words(error))
        except MemoryError:
            complain(
                tell("there is not enough memory for this deck"), tell("make it shorter, or split it into several")
            )
        else:
            self._tell(deck, made, perf_counter() - since)

    def _tell(self, deck: Path, made: Rendered, seconds: float) -> None:
        from slidekit.cli.report import print_text
        from slidekit.source.diagnostic import Severity

        before = set().union(*self.told.values())
        print_text([one for one in made.diagnostics if one.severity is Severity.ERROR or _fault(one) not in before])
        self.told[deck] = {_fault(one) for one in made.diagnostics}
        name = deck.as_posix()
        if not made.outputs:
            errors = sum(one.severity is Severity.ERROR for one in made.diagnostics)
            text = tell_many("{n} error", "{n} errors", errors)
            _line(tell("{file}: not made, {errors}; what was made before stays", file=name, errors=text))
        elif self.order.quiet:
            _flush()
        elif anew := [one for one in made.outputs if one.anew]:
            _line(tell("{file}: {outputs} in {seconds:.1f} s", file=name, outputs=_named(anew), seconds=seconds))
        else:
            _line(tell("{file}: no output is different, {seconds:.1f} s", file=name, seconds=seconds))


def _filled(deck: Path) -> None:
    """Wait a moment for what an editor is about to write into a deck that it has emptied."""
    from time import sleep

    for _ in range(LOOKS):
        try:
            if deck.stat().st_size:
                return
        except OSError:  # it is told where the deck is read
            return
        sleep(LOOK_SECONDS)


def _fault(found: Diagnostic) -> tuple[str, str, str]:
    return found.file, found.code, found.message


def _named(outputs: list[Output]) -> str:
    """Outputs by name, or how many there are."""
    if len(outputs) > FEW:
        return tell_many("{n} output", "{n} outputs", len(outputs))
    return listed([one.path.name for one in outputs])


def _below(folder: Path, output: Path) -> Iterator[Path]:
    """A folder and those in it where decks are looked for; not the one that is written to."""
    import os

    from slidekit.cli.finding import FOREIGN

    written = os.path.abspath(output)
    for here, folders, _ in os.walk(os.path.abspath(folder)):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and name not in FOREIGN and os.path.join(here, name) != written
        ]
        yield Path(here)


def _line(text: str) -> None:
    """One line, with the time of day."""
    import sys
    from time import strftime

    from slidekit.cli.terminal import paint, visible

    sys.stdout.write(f"{paint(strftime('%H:%M:%S'), 'dim', sys.stdout)} {visible(say(text))}\n")
    _flush()


def _flush() -> None:
    import sys

    sys.stdout.flush()
