"""A place to measure in: a home of its own where the terms are accepted, warm byte code."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
_PLACES = ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
_KEPT = ("PATH", "LANG", "SYSTEMROOT")
_CHOOSE = """
from simulator.practice.settings import load, save
save(load().settings._replace(terms_accepted=True, still_second=False, guess={guess}))
"""

Environment = Mapping[str, str]


@contextmanager
def isolated() -> Iterator[Environment]:
    """An environment with nothing of this machine's owner in it.

    Byte code is kept, as an installer would keep it, in the same place for everything measured.
    """
    with TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir()
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment = {
            **kept,
            **dict.fromkeys(_PLACES, str(home)),
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(Path(folder, "code")),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }
        _choose(environment, guess=False)
        yield environment


def asking(environment: Environment) -> Environment:
    """The same place, where it is asked after each reply how it landed."""
    home = Path(environment["HOME"], "asking")
    home.mkdir(exist_ok=True)
    asks = {**environment, **dict.fromkeys(_PLACES, str(home))}
    _choose(asks, guess=True)
    return asks


def _choose(environment: Environment, *, guess: bool) -> None:
    """The terms are accepted, and nothing waits for a second."""
    command = python("-c", _CHOOSE.format(guess=guess))
    subprocess.run(command, env=environment, cwd=environment["HOME"], check=True)


def python(*arguments: str) -> tuple[str, ...]:
    """A command that runs this Python."""
    return (sys.executable, *arguments)
