"""From a key press to the frame with the whole answer, the new meters and the new replies.

The settings ask for no guess and no still second, which are the player's own time; from a guess to
what it is answered with is measured apart. Nothing else is switched off for it: between two keys there is a wait longer than the half second in
which replies take none, and every reply is kept before its answer is drawn. What keeping alone
takes is measured apart, on the same disk.
"""

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.isolated import Environment, asking, python
from benchmarks.measures import Measure
from benchmarks.talks import Frame, Talk, frames
from benchmarks.terminal import Terminal
from simulator.dialogue.conversation import Turn
from simulator.journal.journal import open_journal
from simulator.partner.moves import Role
from simulator.practice.keeping import Keep, Keeper, Keeping

ANCHORS = ("vacation-planning", "emotional-disconnection")
SEEDS = range(1, 3)
_DEAF = 0.6
"""seconds between two keys: longer than replies are deaf"""
_BRIEF = "to the talk"
_TOP = "Dialogue practice"
_KEYS = "1–9 reply  u undo  h hint  b brief  ? help  Esc Esc leave at once"


class Times(NamedTuple):
    """Seconds of one turn."""

    ours: float
    """in the program, with the reply kept before its answer was drawn"""
    least: float
    """in the bare app, which keeps nothing"""
    kept: float
    """keeping this reply alone, in a journal on the same disk"""
    row: float
    """keeping its id in a bare database that syncs as fully"""


class Disk(NamedTuple):
    """Where keeping alone is measured."""

    keeping: Keeping
    bare: sqlite3.Connection


def measure(environment: Environment) -> list[Measure]:
    """The median against stock widgets with the same words, and the slowest of twenty.

    The bar is for all but keeping, which is measured turn by turn and printed apart: the bare app
    has nothing to keep, and a disk is as quick as it is.
    """
    talks = [Talk(name, role, seed) for seed in SEEDS for name in ANCHORS for role in Role]
    with _disk(Path(environment["HOME"])) as disk:
        times = [each for talk in talks for each in _turns(talk, environment, disk)]
        guesses = [each for talk in talks for each in _guesses(talk, environment)]
    ours, least, kept, row = ([t * 1000 for t in each] for each in zip(*times, strict=True))
    drawn = [whole - alone for whole, alone in zip(ours, kept, strict=True)]
    told, plain = ([t * 1000 for t in each] for each in zip(*guesses, strict=True))
    count = f"p95 of {len(ours)} turns"
    return [
        Measure("key to answer, meters, replies", median(drawn), median(least), bar=1.5),
        Measure("the same, with the reply kept", median(ours), median(least)),
        Measure(f"the same, {count}", _p95(ours), _p95(least), most=100),
        Measure("guess to meters, causes, replies", median(told), median(plain), bar=1.5),
        Measure("a reply kept, alone", median(kept), median(row)),
        Measure(f"the same, {count}", _p95(kept), _p95(row)),
    ]


@contextmanager
def _disk(home: Path) -> Iterator[Disk]:
    url = f"sqlite:///{(home / 'measured.sqlite').as_posix()}"
    keeping = Keeping(lambda: open_journal(url))
    with closing(_bare_database(home / "bare.sqlite")) as bare:
        yield Disk(keeping, bare)
    keeping.close()


def _bare_database(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE rows (words TEXT)")
    return database


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1]


def _turns(talk: Talk, environment: Environment, disk: Disk) -> Iterator[Times]:
    """What each turn took, turn by turn, so that whatever slows the machine slows all alike."""
    shown, sitting = list(frames(talk)), talk.sitting()
    keeper = Keep(disk.keeping, talk.scenario, "")(sitting.setup)
    bare = python("-m", "benchmarks.bare", "play", str(_words(shown, environment)))
    with Terminal(talk.command(), environment) as ours, Terminal(bare, environment) as least:
        ours.until([_BRIEF])
        ours.press("\r")
        ours.until(shown[0].proof)
        least.until(shown[0].proof)
        for before, after in pairwise(shown):
            key = str(before.number)
            for terminal in (ours, least):
                terminal.rest(_DEAF / 2)
            took = _press(ours, key, after.proof), _press(least, key, after.proof)
            turn = sitting.choose(sitting.offered[before.number - 1].id).turn
            yield Times(*took, _kept(turn, keeper), _row(turn, disk.bare))


def _guesses(talk: Talk, environment: Environment) -> Iterator[tuple[float, float]]:
    """What each guess took until the meters and what moved them were there: ours, and bare."""
    shown, asks = list(frames(talk, guess=True)), asking(environment)
    bare = python("-m", "benchmarks.bare", "play", str(_words(shown, asks)))
    with Terminal(talk.command(), asks) as ours, Terminal(bare, asks) as least:
        ours.until([_BRIEF])
        ours.press("\r")
        for terminal in (ours, least):
            terminal.until(shown[0].proof)
        for before, after in pairwise(shown):
            for terminal in (ours, least):
                terminal.rest(_DEAF / 2)
            key = str(before.number)
            took = _press(ours, key, after.proof), _press(least, key, after.proof)
            if before.asks:
                yield took


def _kept(turn: Turn, keeper: Keeper) -> float:
    start = time.perf_counter()
    keeper.replied(turn, None, None)
    keeper.settle()
    took = time.perf_counter() - start
    if keeper.trouble:
        raise OSError(keeper.trouble)
    return took


def _row(turn: Turn, bare: sqlite3.Connection) -> float:
    start = time.perf_counter()
    bare.execute("INSERT INTO rows VALUES (?)", (turn.reply,))
    bare.commit()
    return time.perf_counter() - start


def _press(terminal: Terminal, key: str, proof: Sequence[str]) -> float:
    pressed = terminal.press(key)
    return terminal.until(proof) - pressed


def _words(shown: Sequence[Frame], environment: Environment) -> Path:
    file = Path(environment["HOME"], "play.json")
    turns = [frame._asdict() for frame in shown]
    file.write_text(json.dumps({"top": _TOP, "keys": _KEYS, "turns": turns}), encoding="utf-8")
    return file
