"""From a key press to the frame with the whole answer, the new meters and the new replies.

Nothing is switched off for it: between two keys there is a wait longer than the half second in
which replies take none.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

from benchmarks.isolated import Environment, python
from benchmarks.measures import Measure
from benchmarks.talks import Frame, Talk, frames
from benchmarks.terminal import Terminal
from simulator.partner.moves import Role

ANCHORS = ("vacation-planning", "emotional-disconnection")
SEEDS = range(1, 3)
_DEAF = 0.6
"""seconds between two keys: longer than replies are deaf"""
_BRIEF = "to the talk"
_TOP = "Dialogue practice"
_KEYS = "1–9 reply  u undo  t thoughts  b brief  ? help  Esc Esc leave at once"


def measure(environment: Environment) -> list[Measure]:
    """The median against stock widgets with the same words, and the slowest of twenty."""
    talks = [Talk(name, role, seed) for seed in SEEDS for name in ANCHORS for role in Role]
    pairs = [pair for talk in talks for pair in _turns(talk, environment)]
    ours, least = ([seconds * 1000 for seconds in times] for times in zip(*pairs, strict=True))
    return [
        Measure("key to answer, meters, replies", median(ours), median(least), bar=1.5),
        Measure(f"the same, p95 of {len(ours)} turns", _p95(ours), _p95(least), most=100),
    ]


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1]


def _turns(talk: Talk, environment: Environment) -> Iterator[tuple[float, float]]:
    """Seconds each turn took, in the program and in the bare app, turn by turn."""
    shown = list(frames(talk))
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
            yield _press(ours, key, after.proof), _press(least, key, after.proof)


def _press(terminal: Terminal, key: str, proof: Sequence[str]) -> float:
    pressed = terminal.press(key)
    return terminal.until(proof) - pressed


def _words(shown: Sequence[Frame], environment: Environment) -> Path:
    file = Path(environment["HOME"], "play.json")
    turns = [frame._asdict() for frame in shown]
    file.write_text(json.dumps({"top": _TOP, "keys": _KEYS, "turns": turns}), encoding="utf-8")
    return file
