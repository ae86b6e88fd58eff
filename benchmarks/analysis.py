"""Exploring, exact odds and plays of generated stories; odds and plays beside inkcpp's plays.

Exploring is measured in a process of its own, for its memory, and stands beside the time that a
million pairs of a state and an offered reply a second would take. Odds are those of every ending
under `random`, from the scenario as it was read: exploring is part of it. A play of inkcpp is a run
of the equivalent story (`benchmarks.peers.arithmetic`) to its end with any of the choices offered.
Processor time of one core, best of several rounds side by side.
"""

import gc
import json
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.exploring import ROLE
from benchmarks.isolated import ROOT, Environment, python
from benchmarks.measures import Measure, Run, interleaved, not_measured
from benchmarks.peers.engine import Engine, inkcpp, inkjs
from benchmarks.peers.ink import as_ink
from benchmarks.peers.setup import NotInstalledError
from benchmarks.scenarios import scenario, story
from simulator.analysis.chain import chain_of
from simulator.analysis.explore import explore
from simulator.analysis.menus import menus_of
from simulator.analysis.odds import Table
from simulator.analysis.players import RANDOM
from simulator.analysis.sample import AT_ONCE, sample
from simulator.analysis.study import study
from simulator.analysis.worth import worth_of

BEATS, MORE_BEATS = 1_000, 10_000
PAIRS_A_SECOND = 1_000_000
MEBIBYTES = 2048
PLAYS = 10_000
FASTER = 50
_ROUNDS = 3


def measure(environment: Environment) -> list[Measure]:
    """Exploring, then odds and plays beside inkcpp."""
    return [*_explored(environment), *_beside_inkcpp(Path(environment["HOME"]))]


def _explored(environment: Environment) -> Iterator[Measure]:
    best = min((_child(BEATS, environment) for _ in range(_ROUNDS)), key=lambda one: one["seconds"])
    yield from _exploring(BEATS, best, bar=1.0)
    yield from _exploring(MORE_BEATS, _child(MORE_BEATS, environment), bar=None)


def _child(beats: int, environment: Environment) -> Mapping[str, Any]:
    done = subprocess.run(
        python("-m", "benchmarks.exploring", str(beats)),
        env=environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def _exploring(beats: int, one: Mapping[str, Any], bar: float | None) -> Iterator[Measure]:
    rate = one["pairs"] / one["seconds"] / 1e6
    of = f"{one['pairs']:,} pairs, {rate:.2f} million a second"
    whole = "" if one["complete"] else ", NOT to the end"
    allowed = one["pairs"] / PAIRS_A_SECOND * 1000
    yield Measure(f"explore {beats:,} beats: {of}{whole}", one["seconds"] * 1000, allowed, bar)
    yield Measure("  its memory at most, MiB", one["mebibytes"], MEBIBYTES, bar)


def _beside_inkcpp(folder: Path) -> Iterator[Measure]:
    titles = (
        f"exact odds of {BEATS:,} beats, beside {PLAYS:,} plays by inkcpp",
        f"{PLAYS:,} plays, beside inkcpp's",
    )
    try:
        with inkcpp() as engine:
            _load(engine, folder)
            runs = [_odds(), _plays(), lambda: engine.seconds("play", plays=PLAYS, seed=1)]
            *ours, theirs = interleaved(runs, _ROUNDS, of=min)
    except NotInstalledError as error:
        yield from (not_measured(title, error) for title in titles)
        return
    for title, took, bar in zip(titles, ours, (1.0, 1 / FASTER), strict=True):
        yield Measure(title, took, theirs, bar)


def _odds() -> Run:
    story = scenario(BEATS)

    def odds() -> object:
        chain = chain_of(explore(story, ROLE))
        table = Table(story, ROLE, chain, menus_of(chain))
        return table.odds(RANDOM, worth_of(chain, story.chair(ROLE).best))

    return lambda: _timed(odds)


def _plays() -> Run:
    """Seconds for `PLAYS` plays, of `AT_ONCE` side by side; the role is worked out before, as
    inkcpp has loaded the story before."""
    worked_out = study(scenario(BEATS), ROLE)
    return lambda: _timed(lambda: sample(worked_out, RANDOM, AT_ONCE, 1)) * PLAYS / AT_ONCE


def _load(engine: Engine, folder: Path) -> None:
    """Let the engine load the story, compiled by inkjs. Raises `NotInstalledError`."""
    source, compiled, binary = (folder / f"story.{end}" for end in ("ink", "json", "bin"))
    source.write_text(as_ink(story(BEATS)), encoding="utf-8")
    with inkjs() as compiler:
        compiler.ask("write", file=source, to=compiled)
    engine.ask("load", json=compiled, binary=binary)


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    made = work()
    taken = time.process_time() - start
    del made
    return taken
