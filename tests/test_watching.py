"""Files watched for changes, also where the system has no more watches to give."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from slidekit import watching


def test_what_is_saved_is_told(tmp_path: Path) -> None:
    """A file of the folder, once it is watched: before that, only the time to look has come."""
    path = tmp_path / "talk.yaml"
    with closing(watching.bursts([tmp_path], look_ms=10)) as told:
        before = next(told)
        path.write_text("slidekit: 1\n", encoding="utf-8")
        after = next(burst for burst in told if burst)

    assert [set(), {path}] == [before, after]


@pytest.mark.parametrize("error", [OSError(24, "too many open files"), RuntimeError("no watches left")])
def test_without_watches_the_time_to_look_comes_all_the_same(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a user has no more of them (inotify(7), max_user_instances), files are looked at now and then."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise error

    monkeypatch.setattr(watching, "watch", refuse)
    with closing(watching.bursts([tmp_path], look_ms=1)) as told:
        looked = [next(told), next(told)]

    async def twice() -> list[frozenset[Path]]:
        seen: list[frozenset[Path]] = []
        async for burst in watching.changes([tmp_path], look_ms=1):
            seen.append(burst)
            if len(seen) == 2:
                break
        return seen

    assert [frozenset()] * 2 == looked == asyncio.run(twice())
