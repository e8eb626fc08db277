"""Reads decks as they were, from git: beside `tools.py` the only module that starts other programs.

git is asked for objects alone, by commands that run no hook, no filter and no pager, and fetch nothing:
the repository may be somebody else's, with settings of its own.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from slidekit.source.wording import Words, tell

SECONDS = 30
"""For one call, which takes 5 ms; a network drive may be slow."""
MAX_BYTES = 64 * 2**20
"""As for a deck."""
MAX_RENAMED = 200
"""How many lost decks are looked at to find the old name of one."""
_SAFE = (
    *("--no-pager", "--no-replace-objects", "--literal-pathspecs"),
    *("-c", "core.fsmonitor=false"),  # a program that git would start
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "protocol.allow=never"),  # a partial clone would fetch what it lacks, with the programs that it names
    *("-c", "safe.bareRepository=explicit"),  # a folder of the deck may look like a repository
    *("-c", "core.quotePath=false"),
)
_OWN = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_EXEC_PATH")
"""What is kept of git's own variables; `GIT_DIR` and its like, set in hooks, would lead to another repository."""


class NoHistory(Exception):  # noqa: N818
    """A deck's past cannot be read; the message says why, and the hint what to do."""

    def __init__(self, message: Words, hint: Words | str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Between processes it travels with both."""
        return NoHistory, (self.message, self.hint)


class GitMissing(NoHistory):
    """git is not installed, or did not answer."""

    def __reduce__(self) -> tuple[object, ...]:
        """Between processes it travels with both."""
        return GitMissing, (self.message, self.hint)


class History:
    """A repository at one earlier revision."""

    def __init__(self, folder: Path, revision: str) -> None:
        """Find the repository that a folder is in; raises `NoHistory` where there is none, or no such revision.

        Where branches have parted, the revision is the commit at which they did: what the other branch
        has changed since then is not this one's doing.
        """
        self.folder = folder
        top = self._git("rev-parse", "--show-toplevel")
        if top is None:
            raise NoHistory(
                tell("{folder} is in no git repository", folder=folder.as_posix()),
                tell("--since compares with an earlier commit; without git, `slidekit review` keeps a deck.lock"),
            )
        self.top = Path(os.fsdecode(top.removesuffix(b"\n")))
        self.commit = self._commit(revision)

    def file(self, path: Path) -> bytes | None:
        """A file as it was, or `None` where there was none; raises `NoHistory` where git has lost it."""
        listed = self._git("ls-tree", "-l", "-z", "--full-tree", self.commit, "--", self._name(path))
        found = self._blob(listed) if listed else None
        if found is None and listed != b"":
            message = tell("git does not have {path} as it was", path=path.name)
            raise NoHistory(message, tell("this clone leaves files out: clone it again without  --filter"))
        return found

    def lost(self, suffix: str) -> Iterator[bytes]:
        """The decks that were there and are not now: one of them may be the old self of one that is new."""
        listed = self._git("ls-tree", "-r", "-l", "-z", "--full-tree", self.commit) or b""
        endings = (b".yaml", b".yml") if suffix in (".yaml", ".yml") else (os.fsencode(suffix),)
        files = [line for line in listed.split(b"\0") if line.endswith(endings)]
        gone = [line for line in files if not (self.top / os.fsdecode(line.partition(b"\t")[2])).exists()]
        for line in gone[:MAX_RENAMED]:
            data = self._blob(line)
            if data is not None and b"slidekit" in data:
                yield data

    def _commit(self, revision: str) -> str:
        found = None
        if revision and not revision.startswith("-") and "\0" not in revision and revision.isprintable():
            found = self._git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if not found:
            hint: Words | str = ""
            if (self._git("rev-parse", "--is-shallow-repository") or b"").strip() == b"true":
                hint = tell("this clone is shallow: run  git fetch --unshallow,  or check out with  fetch-depth: 0")
            else:
                hint = tell("give a branch, a tag or a commit, such as  origin/main;  git fetch  gets what is not here")
            raise NoHistory(tell("git knows no revision {revision} here", revision=revision), hint)
        commit = found.decode("ascii").strip()
        parted = self._git("merge-base", commit, "HEAD")
        return parted.decode("ascii").split("\n")[0] if parted else commit

    def _name(self, path: Path) -> str:
        """A file as git calls it: links resolved, from the top of the repository, with `/`."""
        whole, top = path.resolve(), self.top.resolve()
        if not whole.is_relative_to(top):
            raise NoHistory(tell("{path} is not in the repository {top}", path=path.as_posix(), top=top.as_posix()))
        return whole.relative_to(top).as_posix()

    def _blob(self, listed: bytes) -> bytes | None:
        """A file as `ls-tree -l` lists it: its mode, `blob`, its hash, its size, a tab and its name."""
        words = listed.partition(b"\t")[0].split()
        if len(words) != 4 or words[1] != b"blob" or not words[3].isdigit() or int(words[3]) > MAX_BYTES:
            return None
        return self._git("cat-file", "blob", words[2].decode("ascii"))

    def _git(self, *words: str) -> bytes | None:
        """What git says, or `None` where it says no."""
        try:
            done = subprocess.run(
                ["git", *_SAFE, *words],
                cwd=self.folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except FileNotFoundError:
            raise GitMissing(tell("git is not installed, and --since needs it"), tell("install git")) from None
        except subprocess.TimeoutExpired:
            raise GitMissing(tell("git did not answer in {n} s", n=SECONDS)) from None
        if done.returncode and b"dubious ownership" in done.stderr:
            named = re.search(rb"--add safe\.directory '?([^'\n]+)", done.stderr)
            folder = os.fsdecode(named[1]) if named else self.folder.as_posix()
            raise NoHistory(
                tell("git does not trust {folder}, which is somebody else's", folder=folder),
                tell("run  git config --global --add safe.directory {folder}", folder=folder),
            )
        return None if done.returncode else done.stdout


def _environment() -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _OWN or name.startswith(("GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_"))
    }
    return {**kept, "LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
