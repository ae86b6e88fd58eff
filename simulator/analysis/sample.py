"""Simulated plays, many at once, on the worked-out states: what the exact odds must agree with."""

from typing import NamedTuple

import numpy as np

from simulator.analysis.chain import Chain, Floats
from simulator.analysis.many import Ints
from simulator.analysis.players import BEST
from simulator.analysis.study import Study
from simulator.analysis.witness import best_plays
from simulator.dialogue.graph import STOPPED

AT_ONCE = 200_000
"""plays carried side by side"""
LONGEST = 10_000
"""exchanges after which a play is left unfinished"""


class Sample(NamedTuple):
    """What came of simulated plays."""

    plays: int
    endings: dict[str, int]
    """plays by the id of the ending, and `stopped` where a line can be crossed"""
    unfinished: int
    """plays that came to no ending within `LONGEST` exchanges, or left the states that were
    seen"""


def sample(study: Study, player: str, plays: int, seed: int) -> Sample:
    """Play a role so many times. The same seed gives the same counts.

    Raises `KeyError` for a player there is not.
    """
    drawn = np.random.default_rng(seed)
    if player == BEST:
        return _best(study, plays, drawn)
    within = _within(study.chain, study.table.by_link(player, study.worth))
    counts = np.zeros(len(study.program.nodes) + 1, dtype=np.int64)
    ended = study.ended()
    for first in range(0, plays, AT_ONCE):
        at = _ends(study.chain, within, min(AT_ONCE, plays - first), drawn)
        counts += np.bincount(study.chain.node[at[ended[at]]] + 1, minlength=len(counts))
    return _counted(study, plays, counts)


def _within(chain: Chain, likely: Floats) -> Floats:
    """For each link the chance of it and of those before it at the same place."""
    total = np.cumsum(likely)
    before = np.append(0.0, total)[chain.out.first[:-1]]
    found: Floats = total - np.repeat(before, np.diff(chain.out.first))
    return found


def _ends(chain: Chain, within: Floats, plays: int, drawn: np.random.Generator) -> Ints:
    """Where each of these plays comes to."""
    at = chain.starts[drawn.integers(len(chain.starts), size=plays)]
    going = np.flatnonzero(chain.out.first[at + 1] > chain.out.first[at])
    for _ in range(LONGEST):
        if not len(going):
            break
        places = at[going]
        links = _drawn(chain, within, places, drawn.random(len(going)))
        at[going] = places = chain.out.other[links].astype(np.int64)
        going = going[chain.out.first[places + 1] > chain.out.first[places]]
    return at


def _drawn(chain: Chain, within: Floats, places: Ints, chance: Floats) -> Ints:
    """The link each play takes: the first whose chance, with those before it, is not exceeded."""
    link = chain.out.first[places].copy()
    last = chain.out.first[places + 1] - 1
    waiting = np.flatnonzero((chance >= within[link]) & (link < last))
    while len(waiting):
        link[waiting] += 1
        further = (chance[waiting] >= within[link[waiting]]) & (link[waiting] < last[waiting])
        waiting = waiting[further]
    return link


def _best(study: Study, plays: int, drawn: np.random.Generator) -> Sample:
    """Plays without chance but for the start."""
    found = best_plays(study.chain, study.worth.value)
    numbers = {node.id: number for number, node in enumerate(study.program.nodes)}
    counts = np.zeros(len(numbers) + 1, dtype=np.int64)
    starts = np.bincount(drawn.integers(len(found), size=plays), minlength=len(found))
    for play, count in zip(found, starts.tolist(), strict=True):
        if play is not None:
            counts[numbers[play.ends] + 1] += count
    return _counted(study, plays, counts)


def _counted(study: Study, plays: int, counts: Ints) -> Sample:
    endings = {
        node.id: int(counts[number + 1])
        for number, node in enumerate(study.program.nodes)
        if node.outcome is not None
    }
    if (study.chain.node < 0).any():
        endings[STOPPED] = int(counts[0])
    return Sample(plays, endings, plays - sum(endings.values()))
