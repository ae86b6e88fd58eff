"""What each reply is worth where it is offered, and how often it is the best one there."""

from typing import NamedTuple

import numpy as np

from simulator.analysis.chain import Floats
from simulator.analysis.players import RANDOM
from simulator.analysis.study import Study


class ReplyWorth(NamedTuple):
    """One reply of one beat, over what random play meets there."""

    beat: str
    reply: str
    offered: float
    """how often it is offered in a play, on average"""
    best: float
    """share of those times that no other reply is worth more, where some are worth more"""
    value: float
    """mean chance of the best outcome after it, by random continuation"""
    open: float
    """share of those times that the best outcome can still be reached after it"""


def replies_of(study: Study) -> tuple[ReplyWorth, ...]:
    """Every reply that is offered, in the order of the file."""
    chain, worth = study.chain, study.worth
    counts = np.diff(chain.out.first)
    visits = np.repeat(study.table.visits(RANDOM, worth), counts)
    numbers = {key: n for n, key in enumerate(_keys(study))}
    by_way = np.array([numbers[way.node, way.reply] for way in chain.ways], dtype=np.int64)
    reply = by_way[chain.out.way] if len(by_way) else np.zeros(0, dtype=np.int64)

    def summed(weight: Floats) -> Floats:
        return np.bincount(reply, visits * weight, minlength=len(numbers)).astype(np.float64)

    ones = np.ones(len(reply))
    choice = np.repeat(worth.choice, counts).astype(np.float64)
    offered, told_apart = summed(ones), summed(choice)
    best = _share(summed(choice * worth.is_best), told_apart)
    value = _share(summed(worth.of_reply), offered)
    still = _share(summed(worth.open[chain.out.other].astype(np.float64)), offered)
    return tuple(
        ReplyWorth(
            study.program.nodes[node].id,
            study.program.nodes[node].replies[place].id,
            float(offered[n]),
            float(best[n]),
            float(value[n]),
            float(still[n]),
        )
        for (node, place), n in numbers.items()
    )


def _keys(study: Study) -> list[tuple[int, int]]:
    return sorted({(way.node, way.reply) for way in study.chain.ways})


def _share(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros(len(whole)), where=whole > 0)
