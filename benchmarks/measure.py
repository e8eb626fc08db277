"""How long a program takes and how much memory it wants at most."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

LIMITS = "SLIDEKIT_LIMITS"
"""The variable that names the file in which limits are noted, one JSON array a line."""


class Cost(NamedTuple):
    """What one run costs."""

    seconds: float
    peak_mib: float
    """The largest resident set of the process."""


class Limit(NamedTuple):
    """What was measured where there is a limit to it."""

    what: str
    """Such as `slidekit check, 10 slides`."""
    measured: float
    bound: float
    unit: str = "times"
    least: bool = False
    """Whether it is to be reached, not kept below."""

    @property
    def kept(self) -> bool:
        """Whether it is as it should be."""
        return self.measured >= self.bound if self.least else self.measured <= self.bound


def held(limit: Limit) -> bool:
    """Whether a limit is kept; where `LIMITS` names a file, it is noted there, for a table of all at the end."""
    if (name := os.environ.get(LIMITS)) is not None:
        with open(name, "a", encoding="utf-8") as notes:
            notes.write(json.dumps(limit) + "\n")
    return limit.kept


def run(command: Sequence[str | Path], cwd: Path | None = None, fails: bool = False) -> Cost:
    """The cost of one run; a program that fails ends the benchmark, unless it may end with 1 (`fails`)."""
    # As after any installation by pip: modules are compiled once, by the first run, not by each.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    line = [str(part) for part in command]
    start = time.perf_counter()
    with subprocess.Popen(
        line, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and not (fails and process.returncode == 1):
        sys.exit(f"failed with {process.returncode}: {' '.join(line)}")
    # Linux counts in KiB, macOS in bytes.
    return Cost(seconds, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))


def total(costs: Sequence[Cost]) -> Cost:
    """The cost of runs one after the other."""
    return Cost(sum(cost.seconds for cost in costs), max(cost.peak_mib for cost in costs))


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(statistics.median(cost.seconds for cost in costs), statistics.median(cost.peak_mib for cost in costs))
