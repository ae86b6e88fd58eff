"""Ways to do well without looking at the partner."""

from collections.abc import Iterator

from simulator.analysis.checks.told import shown
from simulator.analysis.habitual import Favourites
from simulator.analysis.players import LOOK, RANDOM, TABLE, tells
from simulator.analysis.study import Study
from simulator.scenario.findings import Finding

MOST_BY_CHANCE = 0.25
OF_LOOKING = 0.9
TIMES_CHANCE, ABOVE_CHANCE = 2.0, 0.10
OFTEN_BEST = 0.15
_ROUNDING = 1e-9


def habits(study: Study) -> Iterator[Finding]:
    """Players with a habit who come to the best outcome too often.

    For a role whose every state was seen and whose best outcome can be reached.
    """
    at = (study.role.value, "best")
    chance = _best_odds(study, RANDOM)
    if chance > MOST_BY_CHANCE + _ROUNDING:
        yield shown("random-does-well", at, odds=_per_cent(chance))
    look, table = _best_odds(study, LOOK), _best_odds(study, TABLE)
    if table >= OF_LOOKING * look - _ROUNDING:
        yield shown("table-does-well", at, odds=_per_cent(table), look=_per_cent(look))
    yield from _tells(study, chance)


def _tells(study: Study, chance: float) -> Iterator[Finding]:
    at = (study.role.value, "best")
    favourites = Favourites(study)
    for tell in tells(study.role.other):
        odds = _best_odds(study, tell)
        if odds >= max(TIMES_CHANCE * chance, chance + ABOVE_CHANCE) - _ROUNDING:
            yield shown(
                "tell-does-well", at, tell=tell, odds=_per_cent(odds), chance=_per_cent(chance)
            )
        above = favourites.above_chance(study.table.favours(tell))
        if above > OFTEN_BEST + _ROUNDING:
            yield shown("tell-is-best", at, tell=tell, above=_per_cent(above))


def _best_odds(study: Study, player: str) -> float:
    odds = study.table.odds(player, study.worth).odds
    nodes = study.program.nodes
    return sum(odds[node.id] for node in nodes if node.outcome is study.worth.best)


def _per_cent(share: float) -> str:
    return f"{100 * share:.0f} %"
