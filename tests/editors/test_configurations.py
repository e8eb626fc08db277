"""The configurations of docs/editors.md, taken from the page: each starts the server, which underlines the mistake."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from anyone import LACKING, PATH, Anyone

from conftest import find, give_up

ROOT = Path(__file__).resolve().parents[2]
DOC = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
FILES = {name: text for _, name, text in re.findall(r"^```(\w+) (\S+)\n(.*?)^```$", DOC, re.MULTILINE | re.DOTALL)}
"""What the page shows, by the names that stand beside the fences."""
FOUND = [(4, "SK101")]

NEWER = """\
if not vim.lsp.config then
  local known = {}
  vim.lsp.config = function(name, config) known[name] = config end
  vim.lsp.enable = function(name)
    local config = known[name]
    vim.api.nvim_create_autocmd("FileType", { pattern = config.filetypes, callback = function(opened)
      local marker = vim.fs and vim.fs.find(config.root_markers, { upward = true })[1]
      local root = marker and vim.fs.dirname(marker) or vim.fn.getcwd()
      local id = vim.lsp.start_client({ name = name, cmd = config.cmd, root_dir = root })
      vim.lsp.buf_attach_client(opened.buf, id)
    end })
  end
end
"""
"""What Neovim 0.11 does with the two functions of the page, for a Neovim that has neither."""
WATCH = """\
local function codes()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do table.insert(found, { one.lnum + 1, one.code }) end
  return found
end
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 10)
local before = codes()
vim.api.nvim_buf_set_lines(0, 3, 4, false, { "  - title: {en: Before, fr: Avant}" })
vim.wait(60000, function() return #vim.diagnostic.get(0) == 0 end, 10)
vim.fn.writefile({ vim.fn.json_encode({ before = before, after = codes() }) }, "told.json")
vim.cmd("qall!")
"""
PREVIEW = """\
vim.ui.open = function(url) vim.fn.writefile({ url }, "url.txt") end
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 10)
vim.cmd("SlidekitPreview")
vim.wait(60000, function() return vim.fn.filereadable("url.txt") == 1 end, 10)
vim.cmd("qall!")
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck that lacks a title in French, alone in its folder."""
    path = tmp_path / "talk.yaml"
    path.write_text(LACKING, encoding="utf-8")
    return path


def neovim(deck: Path, configuration: str, script: str) -> str:
    """Open the deck in Neovim with a configuration, and run a script there; gives back what it printed."""
    home = deck.parent / "home"
    (home / "nvim").mkdir(parents=True)
    (home / "nvim" / "init.lua").write_text(configuration, encoding="utf-8")
    (home / "script.lua").write_text(script, encoding="utf-8")
    done = subprocess.run(
        ["nvim", "--headless", deck.name, "-S", str(home / "script.lua")],
        cwd=deck.parent,
        env={"PATH": PATH, "HOME": str(home), "LANG": "C.UTF-8"}
        | {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE", "CACHE")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert 0 == done.returncode, done.stdout
    return done.stdout


@pytest.mark.usefixtures("nvim")
@pytest.mark.neovim
@pytest.mark.parametrize("name", ["0.11", "0.7"])
def test_neovim_underlines_and_forgets(name: str, deck: Path) -> None:
    """With either configuration the missing title is marked, and no more so once it is typed."""
    said = neovim(deck, (NEWER if name == "0.11" else "") + FILES[name] + FILES["highlights"], WATCH)

    told = json.loads((deck.parent / "told.json").read_text("utf-8"))
    assert {"before": [[4, "SK101"]], "after": []} == told, said


@pytest.mark.usefixtures("nvim")
@pytest.mark.neovim
def test_neovim_opens_the_preview(deck: Path) -> None:
    """`:SlidekitPreview` gets the address of a page on this machine, for one visit."""
    said = neovim(deck, FILES["0.7"] + FILES["preview"], PREVIEW)

    url = (deck.parent / "url.txt").read_text("utf-8").strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{16,}", url), said


def emacs(deck: Path, script: str, *files: str) -> str:
    """Open the deck in Emacs with parts of the page as its `init.el`, and run a script there."""
    home = deck.parent / "home"
    home.mkdir()
    (home / "init.el").write_text("\n".join(FILES[name] for name in files), encoding="utf-8")
    done = subprocess.run(
        ["emacs", "--batch", "--eval", "(package-initialize)", "-l", home / "init.el", "--eval", script],
        cwd=deck.parent,
        env={"PATH": PATH, "HOME": str(home), "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert 0 == done.returncode, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def whole_emacs() -> None:
    """Emacs is here, with eglot and a mode for YAML; on CI the test fails where it is not."""
    wanted = "(progn (package-initialize) (require 'eglot) (require 'yaml-mode))"
    command = [find("Emacs", ("emacs",), "emacs-nox"), "--batch", "--eval", wanted]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        give_up("Emacs's eglot or yaml-mode", "apt-get install elpa-eglot elpa-yaml-mode")


EMACS = """(progn
  (setq eglot-sync-connect t eglot-connect-timeout 300)
  (find-file "talk.yaml")
  (run-hooks 'post-command-hook)
  (with-timeout (60) (while (not (flymake-diagnostics)) (flymake-start) (accept-process-output nil 0.02)))
  %s)"""


@pytest.mark.usefixtures("whole_emacs")
def test_emacs_marks_the_mistake(deck: Path) -> None:
    """With eglot the missing title is marked at its line."""
    tell = """(dolist (one (flymake-diagnostics))
      (message "found %d %s" (line-number-at-pos (flymake-diagnostic-beg one)) (flymake-diagnostic-text one)))"""

    said = emacs(deck, EMACS % tell, "init.el")

    assert ["4 slidekit [SK101]"] == re.findall(r"^found (\d+ slidekit \[\w+\])", said, re.MULTILINE), said
    assert "Warning" not in said


@pytest.mark.usefixtures("whole_emacs")
def test_emacs_opens_the_preview(deck: Path) -> None:
    """`slidekit-preview` gives the browser the address of a page on this machine."""
    browse = """(let ((browse-url-browser-function (lambda (url &rest _) (message "browsed %s" url))))
      (slidekit-preview))"""

    said = emacs(deck, EMACS % browse, "init.el", "preview.el")

    assert re.search(r"^browsed http://127\.0\.0\.1:\d+/[\w-]{16,}$", said, re.MULTILINE), said


def test_helix_is_configured(deck: Path) -> None:
    """The server that the language names is defined, by keys that Helix knows, and its command finds the mistake."""
    read = tomllib.loads(FILES["languages.toml"])
    [language] = read["language"]
    server = read["language-server"]["slidekit"]

    assert {"name": "yaml", "language-servers": ["slidekit", "yaml-language-server"]} == language
    assert {"command", "args"} == {*server}  # docs.helix-editor.com/languages.html, "Language Server configuration"
    with Anyone([server["command"], *server["args"]], deck.parent) as editor:
        editor.start()
        assert FOUND == editor.codes(deck, LACKING)


def test_zed_is_configured(deck: Path) -> None:
    """The program that Zed starts in place of its server for YAML finds the mistake."""
    read = json.loads(FILES[".zed/settings.json"])
    binary = read["lsp"]["yaml-language-server"]["binary"]  # zed.dev/docs/configuring-languages, "binary"

    assert {"path", "arguments"} == {*binary}
    with Anyone([binary["path"], *binary["arguments"]], deck.parent) as editor:
        editor.start()
        assert FOUND == editor.codes(deck, LACKING)


def test_any_editor_is_served(deck: Path) -> None:
    """One that can do nothing gets the findings and the page's commands; the fix at each save is of a kind we have."""
    command = re.search(r"^\| command \| `([^`]+)` \|$", DOC, re.MULTILINE)
    kinds = {*json.loads(FILES["settings.json"])["[yaml]"]["editor.codeActionsOnSave"]}

    assert command is not None
    with Anyone(command[1].split(), deck.parent) as editor:
        able = editor.start()
        assert FOUND == editor.codes(deck, LACKING)
    assert kinds <= {*able["codeActionProvider"]["codeActionKinds"]}
    assert {*re.findall(r"slidekit\.open\w+", DOC)} <= {*able["executeCommandProvider"]["commands"]}


@pytest.mark.parametrize(
    ("headings", "end"),
    [
        (["## VS Code"], "is underlined"),
        (["## Neovim", "### 0.11 and later"], "is marked"),
        (["## Neovim", "### 0.7 to 0.10"], "is marked"),
    ],
)
def test_the_first_mistake_is_underlined_in_under_ten_lines(headings: list[str], end: str) -> None:
    """From nothing to a mistake that is seen: every line that is typed, and every sentence that says where."""
    parts = [re.split(r"\n##+ ", DOC.partition(f"\n{heading}\n")[2])[0] for heading in headings]
    parts[-1] = parts[-1][: parts[-1].index(end)]
    lines = [line for part in parts for line in part.splitlines() if line and not line.startswith("```")]

    assert 3 < len(lines) < 10


@pytest.mark.usefixtures("nvim")
@pytest.mark.neovim
def test_the_keys_of_older_neovims_are_the_buffers_own(deck: Path) -> None:
    """Each leads to what the page says of it, in decks alone."""
    script = """\
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 10)
local keys = {}
for _, one in ipairs(vim.api.nvim_buf_get_keymap(0, "n")) do table.insert(keys, one.lhs) end
table.sort(keys)
vim.fn.writefile({ vim.fn.json_encode({ keys, vim.bo.omnifunc, vim.bo.tagfunc }) }, "told.json")
vim.cmd("qall!")
"""
    said = neovim(deck, FILES["0.7"] + FILES["keys"], script)

    told = json.loads((deck.parent / "told.json").read_text("utf-8"))
    assert [["K", "gO", "gra", "grn"], "v:lua.vim.lsp.omnifunc", "v:lua.vim.lsp.tagfunc"] == told, said


def test_the_settings_are_those_that_are_understood() -> None:
    """The page, the extension and the server know the same settings."""
    from slidekit.editor.options import Options

    table = DOC.partition("\n## Settings\n")[2].partition("\n## ")[0]
    extension = json.loads((ROOT / "editors/vscode/package.json").read_bytes())["contributes"]["configuration"]
    contributed = {name.removeprefix("slidekit.") for name in extension["properties"]}

    assert {*Options.__struct_fields__} == {*re.findall(r"^\| `(\w+)`", table, re.MULTILINE)}
    assert {*Options.__struct_fields__} == contributed - {"path", "trace.server"}


def test_the_links_of_the_page_lead_somewhere() -> None:
    """Files are there, and so are the headings that are named in them."""
    for target, heading in re.findall(r"\]\((?!https?:)([^)#]+)#?([^)]*)\)", DOC):
        assert (ROOT / "docs" / target).is_file(), target
        if heading:
            text = (ROOT / "docs" / target).read_text("utf-8")
            titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in titles}, target
