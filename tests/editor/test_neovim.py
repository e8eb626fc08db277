"""Every feature of the server in Neovim, headless: as its users have it, with no plugin at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

pytestmark = [pytest.mark.neovim, pytest.mark.usefixtures("nvim")]
HERE = Path(__file__).parent
DECK = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
vars:
  saved: {number: 1250.5}
slides:
  - section: {en: First, fr: Première}
  - id: costs
    title: {en: "We saved ${saved}", fr: "Gagné : ${saved}"}
    image: dot.png
    alt: {en: A round dot on white, fr: Un point rond sur fond blanc}
    time: 1m
  - title:
      en: The end
    time: 2m
"""


def told(folder: Path, story: str, text: str = DECK) -> object:
    """What a story in Lua returns, played in Neovim with a deck open and the server attached."""
    (folder / "talk.yaml").write_bytes(text.encode("utf-8"))
    (folder / "dot.png").write_bytes(Path("tests/golden/dot.png").read_bytes())
    (folder / "story.lua").write_text(story, encoding="utf-8")
    command = [sys.executable, "-m", "slidekit", "lsp", "--lang", "en"]
    (folder / "setup.json").write_text(json.dumps({"command": command}), encoding="utf-8")
    done = subprocess.run(
        ["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {HERE / 'neovim.lua'}"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "XDG_STATE_HOME": str(folder)},
    )
    assert (folder / "result.json").exists(), done.stderr
    told = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    assert told["ok"], told["result"]
    return cast("object", told["result"])


def test_diagnostics_come_and_go(tmp_path: Path) -> None:
    """A missing French text is underlined where it stands; typed, it is underlined no more."""
    story = """
    local first = editor.underlined(function(all) return #all == 1 end)[1]
    local place = { editor.codes()[1], first.lnum, first.col, first.source, first.severity }
    vim.api.nvim_buf_set_lines(editor.buffer, 13, 13, false, { "      fr: La fin" })
    editor.underlined(function(all) return #all == 0 end)
    return place
    """

    assert ["SK101", 12, 6, "slidekit", 1] == told(tmp_path, story)


def test_a_code_action_changes_the_buffer(tmp_path: Path) -> None:
    """The missing French is added by one key, and stands in the buffer."""
    story = """
    editor.underlined(function(all) return #all == 1 end)
    editor.at(13, 8)
    vim.ui.select = function(items, options, choose)
      for index, item in ipairs(items) do
        if item[2].title == "add the missing French" then choose(item, index) end
      end
    end
    vim.lsp.buf.code_action()
    editor.wait(function() return #editor.lines() > 14 end)
    return { editor.lines()[13], editor.lines()[14], editor.lines()[15] }
    """

    assert ["      en: The end", '      fr: ""', "    time: 2m"] == told(tmp_path, story)


def test_all_is_mended_by_command(tmp_path: Path) -> None:
    """The action that mends the whole deck asks Neovim to edit the buffer."""
    story = """
    editor.underlined(function(all) return #all > 0 end)
    vim.lsp.buf.execute_command({ command = "slidekit.fixAll", arguments = { vim.uri_from_bufnr(0) } })
    editor.wait(function() return not editor.lines()[4]:find("Pourquoi ?", 1, true) end)
    return editor.lines()[4]
    """
    text = "slidekit: 1\ntitle: {en: A talk, fr: Un exposé}\nslides:\n  - title: {en: Why?, fr: 'Pourquoi ?'}\n"

    assert "  - title: {en: Why?, fr: 'Pourquoi?'}" == told(tmp_path, story, text)


def test_completion_of_keys_values_and_variables(tmp_path: Path) -> None:
    """What may stand at a place is offered: keys, words of a key, variables; also in the middle of a word."""
    story = """
    local function labels(line, text)
      vim.api.nvim_buf_set_lines(editor.buffer, line - 1, line, false, { text })
      editor.at(line, #text + 1)
      local found = {}
      local answer = editor.ask("textDocument/completion")
      for _, item in ipairs(answer.items or answer) do found[item.label] = true end
      return found
    end
    local key, layout, variable = labels(14, "    ti"), labels(14, "    layout: "), labels(13, "      en: The ${")
    return { key.time == true, layout["two-columns"] == true or next(layout) ~= nil,
             variable["saved"] == true or variable["${saved}"] == true }
    """

    assert [True, True, True] == told(tmp_path, story)


def test_hover_tells_of_a_key(tmp_path: Path) -> None:
    """On a key its meaning is shown, in a window as Neovim makes it."""
    story = """
    editor.at(11, 6)
    local hover = editor.ask("textDocument/hover")
    vim.lsp.handlers["textDocument/hover"](nil, hover, { method = "textDocument/hover", client_id = editor.id }, {})
    return { type(hover.contents.value), #hover.contents.value > 10, #vim.api.nvim_list_wins() }
    """

    assert ["string", True, 2] == told(tmp_path, story)


def test_the_outline_has_sections_and_slides(tmp_path: Path) -> None:
    """Document symbols are a tree in the order of the deck; `:lua vim.lsp.buf.document_symbol()` lists them."""
    story = """
    local names = {}
    local function walk(symbols)
      for _, one in ipairs(symbols or {}) do
        table.insert(names, one.name)
        walk(one.children)
      end
    end
    walk(editor.ask("textDocument/documentSymbol"))
    vim.lsp.buf.document_symbol()
    editor.wait(function() return #vim.fn.getqflist() + #vim.fn.getloclist(0) > 0 end)
    return table.concat(names, "|")
    """

    names = str(told(tmp_path, story))

    assert [True, True, True] == [word in names for word in ("First", "saved", "The end")]


def test_definition_jumps_to_the_variable(tmp_path: Path) -> None:
    """From `${saved}` the cursor goes to where it is defined."""
    story = """
    editor.at(8, 30)
    vim.lsp.buf.definition()
    editor.wait(function() return vim.api.nvim_win_get_cursor(0)[1] ~= 8 end)
    return vim.api.nvim_win_get_cursor(0)[1]
    """

    assert 4 == told(tmp_path, story)


def test_references_and_highlights_are_all_uses(tmp_path: Path) -> None:
    """Both languages' uses are found, and marked where the cursor rests."""
    story = """
    editor.at(4, 4)
    local uses = editor.ask("textDocument/references", { context = { includeDeclaration = false } })
    return { #uses, #editor.ask("textDocument/documentHighlight") }
    """

    assert [2, 3] == told(tmp_path, story)


def test_rename_changes_every_use(tmp_path: Path) -> None:
    """A variable's new name stands in `vars:` and in both languages."""
    story = """
    editor.at(4, 4)
    vim.lsp.buf.rename("kept")
    editor.wait(function() return editor.lines()[4]:find("kept") end)
    return { editor.lines()[4], editor.lines()[8] }
    """

    assert [
        "  kept: {number: 1250.5}",
        '    title: {en: "We saved ${kept}", fr: "Gagné : ${kept}"}',
    ] == told(tmp_path, story)


def test_a_taken_name_is_refused_in_words(tmp_path: Path) -> None:
    """A name that cannot be is answered with a sentence, and nothing changes."""
    story = """
    editor.at(4, 4)
    local params = vim.lsp.util.make_position_params(0, "utf-16")
    params.newName = "no name"
    local answer = vim.lsp.buf_request_sync(editor.buffer, "textDocument/rename", params, 60000)[editor.id]
    return { answer.error ~= nil, answer.error and answer.error.message or "", editor.lines()[4] }
    """

    refused, message, line = cast("tuple[bool, str, str]", told(tmp_path, story))

    assert (True, "  saved: {number: 1250.5}") == (refused, line)
    assert "no name" in message


def test_folds_selections_links_and_hints(tmp_path: Path) -> None:
    """What Neovim has no key for without a plugin is answered all the same."""
    story = """
    local whole = { range = { start = { line = 0, character = 0 }, ["end"] = { line = 13, character = 0 } } }
    editor.at(13, 12)
    local position = vim.lsp.util.make_position_params(0, "utf-16").position
    local selection = editor.ask("textDocument/selectionRange", { positions = { position } })[1]
    local depth = 0
    while selection do depth, selection = depth + 1, selection.parent end
    local links = editor.ask("textDocument/documentLink")
    return { #editor.ask("textDocument/foldingRange") > 0, depth > 2, #links,
             links[1].target:match("[^/]*$"), #editor.ask("textDocument/inlayHint", whole) > 0 }
    """

    assert [True, True, 1, "dot.png", True] == told(tmp_path, story)


def test_positions_hold_behind_long_signs(tmp_path: Path) -> None:
    """An edit behind an emoji is made where it was made in the buffer."""
    story = """
    editor.underlined(function(all) return #all == 1 end)
    vim.api.nvim_buf_set_lines(editor.buffer, 12, 13, false, { "      en: 😀 The end", "      fr: 😀 La fin" })
    editor.underlined(function(all) return #all == 0 end)
    vim.api.nvim_buf_set_text(editor.buffer, 12, 18, 12, 22, { "END ${nothing}" })
    local wrong = editor.underlined(function(all) return #all > 0 end)
    return { editor.lines()[13], vim.tbl_contains(editor.codes(), "SK107") }
    """

    line, undefined = cast("tuple[str, bool]", told(tmp_path, story))

    assert "${nothing}" in line
    assert undefined
