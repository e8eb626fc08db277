"""The author's editor: which it is, and how it is told the place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from served import wait_until

from slidekit.preview.opening import Editor, editor


@pytest.mark.parametrize(
    ("named", "environment", "expected"),
    [
        ("subl -w", {}, ("subl", "-w", "{file}:{line}:{column}")),
        ("my-editor", {}, ("my-editor", "{file}:{line}:{column}")),
        ("'/opt/my editor/bin' --at {line} {file}", {}, ("/opt/my editor/bin", "--at", "{line}", "{file}")),
        (None, {}, ()),
        (None, {"EDITOR": "vim"}, ()),
        (None, {"EDITOR": "nano", "VISUAL": "code --wait"}, ("code", "--wait", "-g", "{file}:{line}:{column}")),
        (None, {"SLIDEKIT_EDITOR": "kate", "VISUAL": "code"}, ("kate", "-l", "{line}", "-c", "{column}", "{file}")),
        (None, {"EDITOR": "xterm -e vim +{line} {file}"}, ("xterm", "-e", "vim", "+{line}", "{file}")),
        (None, {"EDITOR": "emacsclient"}, ("emacsclient", "-n", "+{line}:{column}", "{file}")),
        (None, {"TERM_PROGRAM": "vscode", "EDITOR": "vim"}, ("code", "-g", "{file}:{line}:{column}")),
        (None, {"EDITOR": "'open"}, ()),
        ("'open", {}, ("'open", "{file}:{line}:{column}")),
    ],
)
def test_which_editor(named: str | None, environment: dict[str, str], expected: tuple[str, ...]) -> None:
    """What is named wins; an editor that lives in a terminal is not started behind a server."""
    assert expected == editor(named, environment)


def test_a_place_is_handed_over_whole(tmp_path: Path) -> None:
    """No shell reads the file's name: spaces, quotes, `$()` and braces reach the editor as they are."""
    deck = tmp_path / "a '$(touch x)'; {line} & b.yaml"
    deck.write_text("slidekit: 1\n", encoding="utf-8")
    said = tmp_path / "said"
    script = tmp_path / "editor.py"
    script.write_text("import sys; open(sys.argv[1], 'w').write('|'.join(sys.argv[2:]))", encoding="utf-8")

    refused = Editor((sys.executable, str(script), str(said), "{line}", "{column}", "{file}")).open(deck, 7, 13)

    wait_until(lambda: said.exists() and said.read_text() != "")
    assert "" == refused
    assert f"7|13|{deck}" == said.read_text()


def test_an_editor_that_is_not_there() -> None:
    """It is said, and nothing breaks."""
    refused = Editor(("no-such-editor", "{file}")).open(Path("talk.yaml"), 1, 1)

    assert "there is no editor 'no-such-editor'" == refused
