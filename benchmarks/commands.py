"""What the commands that need no screen take, beside bare Python."""

import subprocess
import time
from collections.abc import Sequence

from benchmarks.isolated import Environment, python
from benchmarks.measures import Measure, Run, interleaved
from benchmarks.talks import Talk
from benchmarks.terminal import Terminal
from simulator.partner.moves import Role

RUNS = 15
_TALK = Talk("vacation-planning", Role.PURSUER, 1)


def measure(environment: Environment) -> list[Measure]:
    """Two whole commands, and the way to a plain talk's first line."""
    runs = [
        _whole(python("-c", "pass"), environment),
        _whole(python("-m", "simulator", "--help"), environment),
        _whole(python("-m", "simulator", "list"), environment),
        _first_line(_TALK, environment),
    ]
    least, *ours = interleaved(runs, RUNS)
    names = ("simulator --help", "simulator list", f"play {_TALK.scenario} --plain: first line")
    return [Measure(name, took, least) for name, took in zip(names, ours, strict=True)]


def _whole(command: Sequence[str], environment: Environment) -> Run:
    def run() -> float:
        start = time.perf_counter()
        subprocess.run(
            command,
            env=environment,
            cwd=environment["HOME"],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        return time.perf_counter() - start

    return run


def _first_line(talk: Talk, environment: Environment) -> Run:
    title = talk.sitting().title

    def run() -> float:
        with Terminal(talk.command("--plain"), environment) as terminal:
            return terminal.until([title]) - terminal.started

    return run
