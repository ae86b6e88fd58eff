"""A peer at work: a process that is asked and answers."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.peers.setup import (
    BARDIC,
    INKCPP,
    INKJS,
    NotInstalledError,
    modules_with,
    program,
    python_with,
)

_ENGINES = Path(__file__).parent / "engines"


class Engine:
    """One running peer."""

    def __init__(self, process: "subprocess.Popen[str]", name: str) -> None:
        self._process = process
        self._name = name

    def ask(self, what: str, **more: Any) -> dict[str, Any]:
        """Its answer. Raises `NotInstalledError` where there is none."""
        if self._process.stdin is None or self._process.stdout is None:
            raise ValueError("the process has no pipes")
        self._process.stdin.write(json.dumps({"do": what, **more}, default=str) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise NotInstalledError(f"{self._name} stopped when it was asked to {what}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def seconds(self, what: str, **more: Any) -> float:
        """How long it took."""
        return float(self.ask(what, **more)["seconds"])


@contextmanager
def inkjs() -> Iterator[Engine]:
    """The ink compiler in JavaScript. Raises `NotInstalledError`."""
    modules = modules_with(INKJS)
    command = [program("node"), str(_ENGINES / "inkjs_engine.cjs")]
    with _running(command, "inkjs", {"NODE_PATH": str(modules)}) as engine:
        yield engine


@contextmanager
def bardic() -> Iterator[Engine]:
    """The bardic compiler. Raises `NotInstalledError`."""
    command = [str(python_with(BARDIC)), str(_ENGINES / "bardic_engine.py")]
    with _running(command, "bardic", {}) as engine:
        yield engine


@contextmanager
def inkcpp() -> Iterator[Engine]:
    """The ink runtime in C++. Raises `NotInstalledError`."""
    command = [str(python_with(INKCPP)), str(_ENGINES / "inkcpp_engine.py")]
    with _running(command, "inkcpp", {}) as engine:
        yield engine


@contextmanager
def _running(command: Sequence[str], name: str, more: Mapping[str, str]) -> Iterator[Engine]:
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **more},
    )
    try:
        yield Engine(process, name)
    finally:
        process.kill()
        process.communicate()
