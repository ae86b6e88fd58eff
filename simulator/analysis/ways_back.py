"""What can still be reached: distances to a set of places, read backwards along the links."""

import numpy as np

from simulator.analysis.chain import Chain, Flags, once_each
from simulator.analysis.many import Ints

NEVER = -1


def distance_to(chain: Chain, goal: Flags) -> Ints:
    """Exchanges on the shortest way from each place to the goal; `NEVER` where there is none.

    `goal` tells for each place whether it belongs to it. Breadth first, O(links).
    """
    distance = np.full(chain.size, NEVER, dtype=np.int64)
    frontier = np.flatnonzero(goal)
    seat = np.empty(chain.size, dtype=np.int64)
    steps = 0
    while len(frontier):
        distance[frontier] = steps
        before = chain.into.other[chain.into.of(frontier)]
        frontier = once_each(before[distance[before] == NEVER], seat)
        steps += 1
    return distance


def endings(chain: Chain) -> Flags:
    """Whether the talk has come to an ending of the author's at each place."""
    outcomes = [node.outcome is not None for node in chain.explored.program.nodes]
    return np.array([*outcomes, False])[chain.node]


def ended_as(chain: Chain, outcomes: frozenset[str]) -> Flags:
    """Whether the talk has come to an ending with one of these outcomes at each place."""
    found = [node.outcome in outcomes for node in chain.explored.program.nodes]
    return np.array([*found, False])[chain.node]
