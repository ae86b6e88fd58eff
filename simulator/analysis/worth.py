"""What a state is worth: how likely random play, and the best play, still come to the role's best
outcome from it; and so what each reply is worth where it is offered."""

from typing import NamedTuple

import numpy as np

from simulator.analysis.chain import Chain, Flags, Floats, Links, sums
from simulator.analysis.many import Ints
from simulator.analysis.ways_back import NEVER, distance_to, ended_as
from simulator.partner.outcomes import Outcome

ALIKE = 1e-9
"""values that differ by no more of the larger one are the same"""


class Worth(NamedTuple):
    """By place, or by link of `Chain.out`, in its order."""

    best: Outcome
    """the role's"""
    value: Floats
    """chance of the best outcome under random continuation, by place"""
    exchanges: Ints
    """on the shortest way to the best outcome, by place; −1 where it is out of reach"""
    of_reply: Floats
    """the value of the place a reply leads to, by link"""
    is_best: Flags
    """whether no other reply offered there is worth more, by link"""
    choice: Flags
    """whether some replies are worth more than others, by place"""

    @property
    def open(self) -> Flags:
        """Whether the best outcome can still be reached, by place: the value of best play."""
        possible: Flags = self.exchanges != NEVER
        return possible


def worth_of(chain: Chain, best: Outcome) -> Worth:
    """The worth of every place and reply of a chain."""
    goal = ended_as(chain, frozenset({best}))
    counts = np.diff(chain.out.first)
    value = chain.backward(goal.astype(np.float64), 1 / np.repeat(counts, counts))
    of_reply = value[chain.out.other]
    most, least = _most(of_reply, chain), -_most(-of_reply, chain)
    is_best = of_reply >= np.repeat(most, counts) * (1 - ALIKE)
    return Worth(
        best, value, distance_to(chain, goal), of_reply, is_best, most - least > ALIKE * most
    )


def looking(chain: Chain, worth: Worth, links: Links, sure: float) -> Floats:
    """How likely one who takes the highest value takes each of these links, into or out of."""
    counts = np.diff(chain.out.first)
    favourites = sums(worth.is_best.astype(np.float64), chain.out.first)
    most = _most(worth.of_reply, chain)
    grouped = np.repeat(np.arange(chain.size), np.diff(links.first))
    by, to = (grouped, links.other) if links is chain.out else (links.other, grouped)
    favoured = worth.value[to] >= most[by] * (1 - ALIKE)
    likely: Floats = (1 - sure) / counts[by] + sure * favoured / favourites[by]
    return likely


def _most(values: Floats, chain: Chain) -> Floats:
    """The largest of each place's replies; zero where the talk ends."""
    most = np.zeros(chain.size)
    some = np.flatnonzero(np.diff(chain.out.first))
    if len(some):
        most[some] = np.maximum.reduceat(values, chain.out.first[some])
    return most
