"""How likely a player comes where: linear equations over the places of a walk.

A player takes a favourite with probability 0.8 (shared evenly where there are several), else any
of the replies offered; without a favourite, any. A place from which neither an ending nor a crossed
line can be reached keeps whoever comes there; it is worth nothing and left out of the equations.
"""

from collections import defaultdict
from collections.abc import Sequence

import networkx as nx
import numpy as np

from tests.analysis.plain.players import favourites_of
from tests.analysis.plain.reach import before, best_endings, endings, steps
from tests.analysis.plain.solve import Reduced, reduced, visits, worths
from tests.analysis.plain.walk import Walk

FAVOURITE = 0.8
SAME = 1e-9
"""values, and odds, that are no further apart are equal"""

Chances = list[list[float]]
"""for each place, the chance of each reply that is offered there"""


class Odds:
    """What is likely in one walk."""

    def __init__(self, walked: Walk) -> None:
        self._walked = walked
        crossing = {place for place, given in steps(walked) if given.to is None}
        self._passing = before(walked, crossing | endings(walked))
        self._groups = _groups(walked, self._passing)
        self._known: dict[tuple[str, int, tuple[int, ...]], list[int]] = {}
        self.values = self._values(self.chances("random"))
        """for each place, the chance of a best ending when replies are drawn"""

    def worth(self, place: int) -> list[float]:
        """The value of each reply that is offered at a place."""
        return [
            0.0 if given.to is None else self.values[given.to]
            for given in self._walked.given[place]
        ]

    def chances(self, player: str) -> Chances:
        """What a player does everywhere."""
        return [self._shared(player, place) for place in range(len(self._walked.places))]

    def visits(self, player: str) -> list[float]:
        """How often a play of this player is expected to stand at each place; each start counts
        the same."""
        chances = self.chances(player)
        found = [0.0] * len(self._walked.places)
        for start in self._walked.starts:
            found[start] += 1 / len(self._walked.starts)
        for group in self._groups:
            entering = [found[place] for place in group]
            by = self._reduced(group, chances)
            for place, often in zip(group, visits(by, entering), strict=True):
                found[place] = often
            for place in group:
                self._pass_on(place, group, chances[place], found)
        return found

    def of_endings(self, player: str) -> dict[str, float]:
        """The odds of each ending that can be reached; what is missing to 1 never ends, or crosses
        the line."""
        visits = self.visits(player)
        odds: dict[str, float] = defaultdict(float)
        for place in endings(self._walked):
            odds[self._walked.node(place).id] += visits[place]
        return dict(odds)

    def of_best(self, player: str) -> float:
        """The odds of an ending of the role's best outcome."""
        visits = self.visits(player)
        return float(sum(visits[place] for place in best_endings(self._walked)))

    def favourites(self, player: str, place: int) -> list[int]:
        """Which of the replies offered at a place are a player's favourites: indices into them."""
        given = self._walked.given[place]
        if player == "look":
            worth = self.worth(place)
            return [i for i, value in enumerate(worth) if value >= max(worth) * (1 - SAME)]
        offered = tuple(each.reply for each in given)
        key = (player, self._walked.places[place].node, offered)
        if key not in self._known:
            liked = favourites_of(self._walked, *key)
            self._known[key] = [i for i, reply in enumerate(offered) if reply in liked]
        return self._known[key]

    def _shared(self, player: str, place: int) -> list[float]:
        count = len(self._walked.given[place])
        if not count:
            return []
        liked = self.favourites(player, place)
        if not liked:
            return [1 / count] * count
        drawn = [(1 - FAVOURITE) / count] * count
        return [p + (FAVOURITE / len(liked) if i in liked else 0) for i, p in enumerate(drawn)]

    def _values(self, chances: Chances) -> list[float]:
        values = [0.0] * len(self._walked.places)
        best = best_endings(self._walked)
        for group in reversed(self._groups):
            outside = [
                float(place in best) + self._from_outside(place, group, chances[place], values)
                for place in group
            ]
            by = self._reduced(group, chances)
            for place, worth in zip(group, worths(by, outside), strict=True):
                values[place] = worth
        return values

    def _from_outside(
        self, place: int, group: Sequence[int], chances: list[float], values: list[float]
    ) -> float:
        return sum(
            chance * values[given.to]
            for given, chance in zip(self._walked.given[place], chances, strict=True)
            if given.to is not None and given.to not in group
        )

    def _reduced(self, group: Sequence[int], chances: Chances) -> Reduced:
        """A group as equations: what stays in it, and what leaves it, or ends there."""
        row = {place: index for index, place in enumerate(group)}
        steps_inside = np.zeros((len(group), len(group)))
        leaving = np.zeros(len(group))
        for place in group:
            if not self._walked.given[place]:
                leaving[row[place]] = 1.0
            for given, chance in zip(self._walked.given[place], chances[place], strict=True):
                if given.to in row:
                    steps_inside[row[place], row[given.to]] += chance
                else:
                    leaving[row[place]] += chance
        return reduced(steps_inside, leaving)

    def _pass_on(
        self, place: int, group: Sequence[int], chances: list[float], found: list[float]
    ) -> None:
        for given, chance in zip(self._walked.given[place], chances, strict=True):
            if given.to in self._passing and given.to not in group:
                found[given.to] += found[place] * chance


def _groups(walked: Walk, passing: set[int]) -> list[list[int]]:
    """The places that lead to one another, group after group, so that no way leads back."""
    graph = nx.DiGraph()
    graph.add_nodes_from(passing)
    graph.add_edges_from((place, given.to) for place, given in steps(walked) if given.to in passing)
    groups = nx.condensation(graph)
    return [sorted(groups.nodes[group]["members"]) for group in nx.topological_sort(groups)]
