"""The author's own editor, opened at a place: what `--editor` or the environment names, and how each is told where."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePath
from types import MappingProxyType

from slidekit import tools
from slidekit.source.wording import Words, tell

VARIABLES = ("SLIDEKIT_EDITOR", "VISUAL", "EDITOR")
"""The first that names an editor with a window of its own counts."""
AT = "{file}:{line}:{column}"
PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor", "positron"), ("-g", AT)),
        **dict.fromkeys(("zed", "zeditor", "subl", "sublime_text", "lapce", "pulsar"), (AT,)),
        **dict.fromkeys(("gvim", "mvim", "neovide"), ("+{line}", "{file}")),
        **dict.fromkeys(("emacsclient",), ("-n", "+{line}:{column}", "{file}")),
        **dict.fromkeys(("gedit", "gnome-text-editor", "xed", "pluma"), ("+{line}:{column}", "{file}")),
        **dict.fromkeys(("kate", "kwrite"), ("-l", "{line}", "-c", "{column}", "{file}")),
        **dict.fromkeys(("idea", "pycharm", "webstorm"), ("--line", "{line}", "--column", "{column}", "{file}")),
        **dict.fromkeys(("mate",), ("-l", "{line}:{column}", "{file}")),
        **dict.fromkeys(("notepad++",), ("-n{line}", "-c{column}", "{file}")),
    }
)
"""How editors that have a window of their own are told a place, from their own manuals; by the program's name."""


def editor(named: str | None, environment: Mapping[str, str]) -> tuple[str, ...]:
    """The command that opens a place, with `{file}`, `{line}` and `{column}` to be filled in; empty without an editor.

    What is named with `--editor` is taken as it is; an editor of the environment only where it has a window of
    its own, for vim and nano would draw over the terminal that the preview runs in.
    """
    if named:
        return _command(named, PLACES.get(_name(named), (AT,)))
    for variable in VARIABLES:
        words = environment.get(variable, "")
        if words and ("{file}" in words or _name(words) in PLACES):
            return _command(words, PLACES.get(_name(words), ()))
    if environment.get("TERM_PROGRAM") == "vscode":
        return ("code", *PLACES["code"])
    if environment.get("ZED_TERM"):
        return ("zed", *PLACES["zed"])
    return ()


def _split(words: str) -> list[str]:
    try:
        return shlex.split(words)
    except ValueError:  # a quotation mark that nothing closes
        return [words]


def _name(words: str) -> str:
    return PurePath((_split(words) or [""])[0]).name.lower().removesuffix(".exe").removesuffix(".cmd")


def _command(words: str, place: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_split(words)) if "{file}" in words else (*_split(words), *place)


class Editor:
    """An editor that is started for each place."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command

    def open(self, file: Path, line: int, column: int) -> str | Words:
        """Open a place; why not, where that cannot be."""
        values = {"{file}": str(file.resolve()), "{line}": str(line), "{column}": str(column)}
        words = [_filled(word, values) for word in self._command]
        program = shutil.which(words[0])
        if program is None:
            return tell("there is no editor {name}", name=repr(words[0]))
        return tools.start([program, *words[1:]])


def _filled(word: str, values: Mapping[str, str]) -> str:
    """A word with its places filled in, each once: a file's name may hold braces of its own."""
    for name in ("{line}", "{column}", "{file}"):
        word = word.replace(name, values[name])
    return word
