"""The odds of every ending under a player, exact to rounding."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

import numpy as np

from simulator.analysis.chain import Chain, Flags, Floats
from simulator.analysis.menus import Menus, by_pick, picks_into, picks_out, replies_heard, rows_of
from simulator.analysis.players import BEST, LOOK, SURE, chances, favours, habits
from simulator.analysis.ways_back import NEVER, distance_to
from simulator.analysis.witness import Witness, best_plays
from simulator.analysis.worth import Worth, looking
from simulator.dialogue.graph import STOPPED
from simulator.partner.moves import Role
from simulator.scenario.model import Scenario

Odds = Mapping[str, float]
"""by the id of the ending, and `stopped` where a line can be crossed"""


class Player(NamedTuple):
    """What came of one player's plays."""

    odds: Odds
    unplayed: float
    """what is left: plays that had not ended when their weight was too small to follow, and those
    that a cap on states cut off"""


class Table:
    """A role's chain with what players need to choose by; odds are worked out one player a call."""

    def __init__(self, scenario: Scenario, role: Role, chain: Chain, menus: Menus) -> None:
        self._chain = chain
        self._menus = menus
        self._habits = habits(role.other)
        self._rows = rows_of(menus, replies_heard(scenario, role, chain))
        self._picks = int(menus.first[-1])
        self._into = picks_into(chain, menus)
        self._ends = can_end(chain)

    def visits(self, player: str, worth: Worth) -> Floats:
        """The expected number of visits to each place, each start of the range as likely.

        Raises `KeyError` for a player there is not.
        """
        return visits(self._chain, self._into_chances(player, worth), self._ends)

    def favours(self, player: str) -> Floats:
        """How likely each pick of the menus is the favourite of a player with a habit."""
        return by_pick(self._rows, self._picks, partial(favours, self._habits[player]))

    def chances(self, player: str) -> Floats:
        """How likely a player with a habit takes each pick of the menus."""
        return by_pick(self._rows, self._picks, partial(chances, self._habits[player]))

    def by_link(self, player: str, worth: Worth) -> Floats:
        """How likely a player takes each link of `out`. Raises `KeyError` for `best`, who plays
        without chance, and for a player there is not."""
        if player == LOOK:
            return looking(self._chain, worth, self._chain.out, SURE)
        chosen: Floats = self.chances(player)[picks_out(self._chain, self._menus)]
        return chosen

    def _into_chances(self, player: str, worth: Worth) -> Floats:
        if player == LOOK:
            return looking(self._chain, worth, self._chain.into, SURE)
        chosen: Floats = self.chances(player)[self._into]
        return chosen

    def odds(self, player: str, worth: Worth) -> Player:
        """The odds of a player. Raises `KeyError` for a player there is not."""
        if player == BEST:
            return best_odds(self._chain, worth)
        visits = self.visits(player, worth)
        return _player(self._chain, visits)


def visits(chain: Chain, chances: Floats, can_end: Flags) -> Floats:
    """The expected number of visits to each place, each start of the range as likely; `chances`
    is that of each link of `into`."""
    start = np.zeros(chain.size)
    np.add.at(start, chain.starts, 1 / len(chain.starts))
    # a play that can never end is not followed: its weight would go round for ever
    return chain.forward(start, chances * can_end[chain.into.other])


def can_end(chain: Chain) -> Flags:
    """Whether a play can still come to where nothing follows, from each place."""
    ended: Flags = distance_to(chain, np.diff(chain.out.first) == 0) != NEVER
    return ended


def _player(chain: Chain, visits: Floats) -> Player:
    nodes = chain.explored.program.nodes
    weight = np.bincount(chain.node + 1, visits, minlength=len(nodes) + 1)
    odds = {
        node.id: float(weight[number + 1])
        for number, node in enumerate(nodes)
        if node.outcome is not None
    }
    if (chain.node < 0).any():
        odds[STOPPED] = float(weight[0])
    return Player(odds, max(0.0, 1.0 - sum(odds.values())))


def best_odds(chain: Chain, worth: Worth) -> Player:
    """Where the best play of each start comes to."""
    plays: list[Witness | None] = best_plays(chain, worth.value)
    nodes = [node for node in chain.explored.program.nodes if node.outcome is not None]
    odds = {node.id: 0.0 for node in nodes}
    if (chain.node < 0).any():
        odds[STOPPED] = 0.0
    ends = Counter(play.ends for play in plays if play is not None)
    odds |= {name: count / len(plays) for name, count in ends.items()}
    return Player(odds, 1.0 - ends.total() / len(plays))
