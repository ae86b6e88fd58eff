"""Plays in children that are killed at random moments; run by a test, and by hand:
`python -m tests.journal.killed FOLDER COUNT`.

A child says a reply's number only after `Journal.add` has returned. The parent imports everything
once and forks, so that a child is at work within milliseconds; it opens no journal while it forks.
"""

import gc
import json
import os
import random
import select
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TypedDict

from simulator.dialogue.conversation import Conversation
from simulator.journal.events import Event, Left, TookBack
from simulator.journal.journal import open_journal
from simulator.journal.replaying import replay
from tests.journal.talks import START, begin, calm, noted, replied, setup_of, small

LONGEST = 0.1
"""seconds a child lives after its first word, at most"""
FRESH = 10
"""each so many children begins with no file at all"""


class Counts(TypedDict):
    """What was found."""

    killed: int
    while_writing: int
    """killed with a rollback journal on the disk"""
    acknowledged: int
    """events whose number was said"""
    lost: int
    """of these, how many were not there afterwards"""
    broken: int
    """files that were not whole, and plays that did not replay to their states"""


def main(folder: Path, kills: int) -> Counts:
    """Kill so many children and look at the journal after each."""
    _warm()
    draw = random.Random(17)
    acknowledged: dict[str, int] = {}
    found = Counts(killed=0, while_writing=0, acknowledged=0, lost=0, broken=0)
    for number in range(kills):
        fresh = number % FRESH == 0
        file = folder / (f"fresh{number}.sqlite" if fresh else "many.sqlite")
        said = _killed(file, draw.uniform(0, LONGEST), fresh=fresh)
        if not fresh:
            acknowledged |= said
        found["killed"] += 1
        found["acknowledged"] += sum(said.values())
        _look(file, said if fresh else acknowledged, found)
    return found


def _warm() -> None:
    """What is loaded late is loaded now, and a child need not copy what it only looks at."""
    journal = open_journal("sqlite://")
    journal.add(begin(journal), Left(START))
    journal.plays()
    journal.close()
    gc.freeze()


def _killed(file: Path, after: float, *, fresh: bool) -> dict[str, int]:
    reading, writing = os.pipe()

    child = os.fork()
    if child == 0:
        os.close(reading)
        _play(f"sqlite:///{file}", writing)
    os.close(writing)
    if not fresh:  # it has begun; a fresh one may be killed while the tables are made
        select.select([reading], [], [], 10)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"the child ended by itself: {status}"
    with os.fdopen(reading, encoding="ascii") as stream:
        return _said(stream.read())


def _play(url: str, writing: int) -> None:
    """One play after the other, until killed; never returns."""
    try:
        journal = open_journal(url)
        os.write(writing, b"open\n")
        for seed in count():
            play = begin(journal, setup_of(small(), seed=seed))
            for number, event in enumerate(_events(seed), 1):
                journal.add(play, event)
                os.write(writing, f"{play} {number}\n".encode())
    except BaseException as error:  # noqa: BLE001 - a child that ends by itself says why
        os.write(2, f"{error!r}\n".encode())
    finally:
        os._exit(1)


def _events(seed: int) -> Iterator[Event]:
    talk = Conversation(small(), setup_of(small(), seed=seed))
    draw = random.Random(seed)
    for _ in range(6):
        if talk.finished:
            return
        yield noted(len(talk.turns), draw, datetime.now(UTC))
        yield replied(talk, draw.choice(calm(talk)), datetime.now(UTC))
        if draw.random() < 0.2:
            talk.undo()
            yield TookBack(datetime.now(UTC), len(talk.turns))
    yield Left(datetime.now(UTC))


def _said(words: str) -> dict[str, int]:
    """The last line may be cut off only by the kill; then it was not said."""
    lines = [line.split() for line in words.split("\n")[:-1]]
    return {line[0]: int(line[1]) for line in lines if len(line) == 2}


def _look(file: Path, acknowledged: dict[str, int], found: Counts) -> None:
    """Open the journal as the next run of the program would, and count."""
    found["while_writing"] += file.with_name(f"{file.name}-journal").exists()
    journal = open_journal(f"sqlite:///{file}")
    kept = {play.id: play for play in journal.plays()}
    journal.close()
    missing = (
        number - len(kept[play].events) if play in kept else number
        for play, number in acknowledged.items()
    )
    found["lost"] += sum(max(0, each) for each in missing)
    newest = list(kept.values())[-3:]
    found["broken"] += not _whole(file)
    found["broken"] += sum(not replay(play, small()).same for play in newest)


def _whole(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as raw:
        return raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
