"""Another program that has a journal open: a process of its own, told what to do line by line."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_PROGRAM = """
import sqlite3, sys
base = sqlite3.connect(sys.argv[1], timeout=0.1, isolation_level=None)
for line in sys.stdin:
    try:
        print(base.execute(line).fetchall(), flush=True)
    except sqlite3.Error as error:
        print(type(error).__name__, error, flush=True)
"""


@contextmanager
def holding_open(path: Path, first: str) -> Iterator[Callable[[str], str]]:
    """It runs a statement and keeps its connection; give it more, and it tells what came."""
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as other:
        assert other.stdin
        assert other.stdout
        to, told = other.stdin, other.stdout

        def tell(statement: str) -> str:
            to.write(f"{statement}\n")
            to.flush()
            return told.readline()

        assert "Error" not in tell(first)
        yield tell
        to.close()
