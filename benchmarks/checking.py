"""`simulator check` of the shipped scenarios: unchanged, with what was found kept; and all anew.

Both are whole commands, start included, on as many cores as there are; beside them stands bare
Python. What each role took when it was worked out anew is what the command tells on the way.
"""

import math
import re
import subprocess
import time
from collections.abc import Iterator

from benchmarks.isolated import Environment, python
from benchmarks.measures import Measure, interleaved

RUNS = 7
UNCHANGED_MS = 2_000
ANEW_MS = 60_000
_FOUND = {0, 1}
"""exit statuses of a check that came to its end"""
_WORKED_OUT = re.compile(r"worked out (?P<role>.+): (?P<seconds>[\d.]+) s")


def measure(environment: Environment) -> list[Measure]:
    """Unchanged, anew, and each role as the command tells it."""
    check = python("-m", "simulator", "check")
    anew, told = _checked((*check, "--no-cache"), environment)
    runs = [
        lambda: _checked(python("-c", "pass"), environment)[0],
        lambda: _checked(check, environment)[0],
    ]
    least, unchanged = interleaved(runs, RUNS)
    return [
        Measure("check, nothing changed since the last", unchanged, least, most=UNCHANGED_MS),
        Measure("check --no-cache, all roles", anew * 1000, least, most=ANEW_MS),
        *(Measure(f"  {role}", seconds * 1000, math.nan) for role, seconds in _roles(told)),
    ]


def _checked(command: tuple[str, ...], environment: Environment) -> tuple[float, str]:
    """Seconds it took, and what it told on the way."""
    start = time.perf_counter()
    done = subprocess.run(
        command, env=environment, cwd=environment["HOME"], check=False, capture_output=True
    )
    seconds = time.perf_counter() - start
    told = done.stderr.decode(errors="replace")
    if done.returncode not in _FOUND:
        raise RuntimeError(told)
    return seconds, told


def _roles(told: str) -> Iterator[tuple[str, float]]:
    for line in told.splitlines():
        if (found := _WORKED_OUT.fullmatch(line)) is not None:
            yield found["role"], float(found["seconds"])
