"""What CI systems run: the action, the hooks and the snippets of docs/ci.md, each checked and each run as it stands."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from test_packaging import wheel  # noqa: F401 -- a fixture

from conformance import published
from slidekit.settings import reading

pytestmark = pytest.mark.xdist_group("packaging")

ROOT = Path(__file__).resolve().parents[2]
DOC = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = {name: text for _, name, text in FENCE.findall(DOC)}
"""The files that the page shows, by their names."""
STORE = "https://json.schemastore.org"
GITLAB = "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"
LACKING = "slidekit: 1\ntitle: {en: A talk, fr: Un exposé}\nslides:\n  - title: {en: Before}\n"
"""A deck with one error, in its fourth line."""


def test_tests_of_a_group_share_a_process(request: pytest.FixtureRequest) -> None:
    """A group is known to xdist by what it puts behind a test's name; where that is lost, costly fixtures run twice."""
    alone = "PYTEST_XDIST_WORKER" not in os.environ

    assert alone or request.node.nodeid.endswith("@packaging")


def loaded(text: str) -> Any:
    """A YAML file as its readers see it: `on:` is a word, not true."""
    return yaml.load(text, yaml.BaseLoader) if "\non:" in text else yaml.safe_load(text)


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        pytest.param((ROOT / "action.yml").read_text("utf-8"), f"{STORE}/github-action.json", id="action"),
        pytest.param(FILES[".gitlab-ci.yml"], GITLAB, id="gitlab"),
        pytest.param(FILES[".pre-commit-config.yaml"], f"{STORE}/pre-commit-config.json", id="pre-commit"),
    ],
)
def test_a_file_follows_its_schema(text: str, schema: str) -> None:
    """Whoever runs the file understands every key of it."""
    jsonschema.validate(loaded(text), published(schema))


def test_the_settings_of_the_page_are_right() -> None:
    """Each key of the example is known, and each rule it names."""
    found = reading.read(FILES["slidekit.toml"].encode(), "slidekit.toml", ROOT)

    assert found is not None
    assert [] == found[1]
    assert {*reading.PROJECT} - {"select"} <= {*tomllib.loads(FILES["slidekit.toml"])}


def action() -> Mapping[str, Any]:
    """The action."""
    read: Mapping[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    return read


def test_the_action_is_safe_for_forks() -> None:
    """No secret, no token, no input inside a script; what it uses is pinned by its commit."""
    text = (ROOT / "action.yml").read_text("utf-8")
    steps = action()["runs"]["steps"]

    assert not re.findall(r"secrets|github\.token|GITHUB_TOKEN", text)
    assert not [step["name"] for step in steps if "${{" in step.get("run", "")]
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"]) for step in steps if "uses" in step)
    assert {"contents": "read"} == loaded(FILES[".github/workflows/decks.yml"])["permissions"]


def test_the_workflow_gives_what_the_action_takes() -> None:
    """Each input of the example is one of the action's."""
    job = loaded(FILES[".github/workflows/decks.yml"])["jobs"]["check"]

    assert {*job["steps"][1]["with"]} <= {*action()["inputs"]}


def libraries() -> str:
    """Where the libraries are that slidekit needs; slidekit itself is not there, for `.pth` files are not read."""
    return str(Path(yaml.__file__).parent.parent)


def run_action(inputs: Mapping[str, str], folder: Path, wheel: Path) -> tuple[int, str, str]:  # noqa: F811
    """Run all steps of the action in a folder: the exit code, what it printed, the summary of the job."""
    known = {name: one["default"] for name, one in action()["inputs"].items()} | dict(inputs)
    summary = folder.parent / "summary.md"
    code, output = 0, ""
    for step in action()["runs"]["steps"]:
        if "run" not in step or ("always()" not in step.get("if", "") and code):
            continue
        own = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: known[found[1]], value)
            for name, value in step.get("env", {}).items()
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder,
            env={
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
                "LANG": "C.UTF-8",
                "PYTHONPATH": libraries(),
                "PIP_NO_DEPS": "1",
                "PIP_NO_INDEX": "1",
                "RUNNER_TEMP": str(folder.parent),
                "GITHUB_WORKSPACE": str(folder),
                "GITHUB_STEP_SUMMARY": str(summary),
                "GITHUB_ACTION_PATH": str(wheel),
                **own,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        code, output = code or done.returncode, output + done.stdout
    return code, output, summary.read_text("utf-8")


def test_the_action_annotates_and_sums_up(tmp_path: Path, wheel: Path) -> None:  # noqa: F811
    """Run as GitHub runs it, on a checkout whose file names and modules would like to be commands."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    (folder / "-x $(touch gone).yaml").write_text(LACKING, encoding="utf-8")
    for trap in ("pip.py", "venv.py", "yaml.py", "slidekit.py"):
        (folder / trap).write_text("raise SystemExit('caught')", encoding="utf-8")

    inputs = {"paths": ".\n-x $(touch gone).yaml\n", "options": "--ignore=SK305\n\n--max-warnings=0\n"}
    code, output, summary = run_action(inputs, folder, wheel)

    assert 1 == code
    assert ["::error file=-x $(touch gone).yaml,line=4,endLine=4,col=12,endColumn=23,title=SK101 missing-language"] == [
        line.partition("::no French")[0] for line in output.splitlines() if line.startswith("::")
    ]
    assert not (folder / "gone").exists()
    assert "| `-x $(touch gone).yaml` | English | 2 of 2 (100%) | 0 | – | – |" in summary


@pytest.mark.parametrize("hook", ["slidekit-check", "slidekit-fix"])
def test_a_hook_passes_over_what_is_no_deck(hook: str, tmp_path: Path) -> None:
    """Given a deck and another YAML file, as pre-commit does, a hook reports the deck alone."""
    hooks = {one["id"]: one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (tmp_path / "deck.yaml").write_text(LACKING, encoding="utf-8")
    (tmp_path / "compose.yaml").write_text("services: {web: {image: nginx}}\n", encoding="utf-8")

    def run(*files: str) -> int:
        command = [Path(sys.executable).parent / "slidekit", *hooks[hook]["entry"].split()[1:], *files]
        return subprocess.run(command, cwd=tmp_path, stdout=subprocess.DEVNULL, check=False).returncode

    assert (1, 0) == (run("compose.yaml", "deck.yaml"), run("compose.yaml"))
    assert {"slidekit"} == {one["entry"].split()[0] for one in hooks.values()}
    assert {*hooks} == {one["id"] for one in yaml.safe_load(FILES[".pre-commit-config.yaml"])["repos"][0]["hooks"]}


def test_the_gitlab_job_writes_its_report(tmp_path: Path, wheel: Path) -> None:  # noqa: F811
    """Run line by line as the runner does, in an environment of its own, it leaves the report that it names."""
    job = yaml.safe_load(FILES[".gitlab-ci.yml"])["decks"]
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    (checkout / "deck.yaml").write_text(LACKING, encoding="utf-8")
    venv.create(tmp_path / "image", with_pip=True)
    environment = {
        "PATH": f"{tmp_path / 'image' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": libraries(),
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "SLIDEKIT": str(wheel),
    }

    codes = [subprocess.run(["bash", "-c", line], cwd=checkout, env=environment, check=False) for line in job["script"]]
    report = json.loads((checkout / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))

    assert [0, 1] == [done.returncode for done in codes]
    assert [("missing-language", "deck.yaml", 4)] == [
        (one["check_name"], one["location"]["path"], one["location"]["lines"]["begin"]) for one in report
    ]


def test_the_commands_of_the_page_run(tmp_path: Path) -> None:
    """Every command that the page shows, in its order."""
    commands = re.findall(r"^\$ (.*)$", DOC, re.MULTILINE)
    commands += re.findall(r"`(slidekit check decks [^`]*--[^`]*)`", DOC)
    commands += re.findall(r"- run: (slidekit .*)$", DOC, re.MULTILINE)
    (tmp_path / "decks").mkdir()
    shutil.copy(ROOT / "decks" / "recorded-talk.yaml", tmp_path / "decks")
    shutil.copytree(ROOT / "decks" / "pictures", tmp_path / "decks" / "pictures")

    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = [
        subprocess.run(["bash", "-c", command], cwd=tmp_path, env={"PATH": path}, capture_output=True, check=False)
        for command in commands
    ]

    assert len(commands) > 5
    assert [] == [(each.args[2], each.stderr) for each in done if each.returncode]
