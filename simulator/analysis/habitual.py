"""How often a habit's favourite is the best reply, compared with chance.

Each beat counts once, and within it each state by how often random play comes to it; states where
every reply is worth the same tell nothing and are left out.
"""

import numpy as np

from simulator.analysis.chain import Floats, sums
from simulator.analysis.menus import picks_out
from simulator.analysis.players import RANDOM
from simulator.analysis.study import Study


class Favourites:
    """What a favourite is worth on each menu of a role; a habit is then one product."""

    def __init__(self, study: Study) -> None:
        chain, worth = study.chain, study.worth
        counts = np.diff(chain.out.first)
        share, self._beats = _shares(study, study.table.visits(RANDOM, worth))
        best = worth.is_best.astype(np.float64)
        by_chance = share * sums(best, chain.out.first) / np.maximum(counts, 1)
        self._chance = float(by_chance.sum())
        self._best = np.bincount(
            picks_out(chain, study.menus),
            np.repeat(share, counts) * best,
            minlength=int(study.menus.first[-1]),
        )

    def above_chance(self, favours: Floats) -> float:
        """How much more often than by chance the favourite is a best reply; `favours` tells how
        likely each pick of the menus is the favourite."""
        if not self._beats:
            return 0.0
        return (float((favours * self._best).sum()) - self._chance) / self._beats


def _shares(study: Study, visits: Floats) -> tuple[Floats, int]:
    """What each place counts, and how many beats there are where a choice matters."""
    node = study.chain.node
    weight = np.where(study.worth.choice, visits, 0.0)
    totals = np.bincount(node + 1, weight, minlength=len(study.program.nodes) + 1)
    whole = totals[node + 1]
    share = np.divide(weight, whole, out=np.zeros(len(weight)), where=whole > 0)
    return share, int(np.count_nonzero(totals))
