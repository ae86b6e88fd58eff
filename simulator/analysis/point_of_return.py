"""The last point of return: where the best outcome stops being possible, and how far the way back
is from where it still is."""

from typing import NamedTuple

import numpy as np

from simulator.analysis.chain import Flags
from simulator.analysis.many import Ints
from simulator.analysis.study import Study
from simulator.analysis.witness import Witness, depth


class Depth(NamedTuple):
    """The states a play can first be in after so many exchanges, the talk still going on."""

    exchanges: int
    states: int
    past: float
    """share of them from which the best outcome is out of reach"""
    back: tuple[int, int, int] | None
    """exchanges on the shortest way to it from the others: fewest, median, most"""


class Closing(NamedTuple):
    """A reply by which a play can pass the point of return."""

    beat: str
    reply: str
    share: float
    """of the states where it is offered and the best outcome still open"""
    witness: Witness


class PointOfReturn(NamedTuple):
    """Where the best outcome is lost."""

    past: float
    """share of all states of a talk that goes on from which it is out of reach"""
    depths: tuple[Depth, ...]
    closings: tuple[Closing, ...]
    """those that close it most often first"""


def point_of_return(study: Study) -> PointOfReturn:
    """Where the best outcome of a role stops being possible; exact if every state was seen."""
    going_on = ~study.ended()
    still = study.worth.open
    count = int(np.count_nonzero(going_on))
    past = int(np.count_nonzero(going_on & ~still)) / count if count else 0.0
    return PointOfReturn(past, _depths(study, going_on), _closings(study, still))


def _depths(study: Study, going_on: Flags) -> tuple[Depth, ...]:
    deep = depth(study.chain)[going_on]
    away = study.worth.exchanges[going_on]
    found = []
    for exchanges in np.unique(deep).tolist():
        here = away[deep == exchanges]
        known = here[here >= 0]
        found.append(Depth(exchanges, len(here), 1 - len(known) / len(here), _way_back(known)))
    return tuple(found)


def _way_back(exchanges: Ints) -> tuple[int, int, int] | None:
    if not len(exchanges):
        return None
    return int(exchanges.min()), int(np.median(exchanges)), int(exchanges.max())


def _closings(study: Study, still: Flags) -> tuple[Closing, ...]:
    chain = study.chain
    reply = np.array([[way.node, way.reply] for way in chain.ways], dtype=np.int64).reshape(-1, 2)
    links = np.flatnonzero(np.repeat(still, np.diff(chain.out.first)))
    closed = links[~still[chain.out.other[links]]]
    offered = _counted(reply[chain.out.way[links]])
    found = []
    for (node, place), count in _counted(reply[chain.out.way[closed]]).items():
        of = (reply[chain.out.way[closed]] == (node, place)).all(axis=1)
        at = study.program.nodes[node]
        share = count / offered[node, place]
        play = study.shortest.by(closed[of])
        found.append(Closing(at.id, at.replies[place].id, share, play))
    return tuple(sorted(found, key=lambda closing: -closing.share))


def _counted(rows: Ints) -> dict[tuple[int, int], int]:
    kinds, counts = np.unique(rows, axis=0, return_counts=True)
    return {(int(n), int(r)): int(c) for (n, r), c in zip(kinds, counts, strict=True)}
