"""How far plays go: how short, how long, in circles, and what each node sees of the meters."""

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from simulator.analysis.chain import Chain, Flags
from simulator.analysis.many import Ints
from simulator.analysis.study import Study
from simulator.analysis.ways_back import distance_to
from simulator.analysis.witness import Shortest, Witness, after


class Span(NamedTuple):
    """Lowest and highest."""

    low: int
    high: int


class Meters(NamedTuple):
    """What can be read where."""

    tension: Span
    connection: Span


class Extent(NamedTuple):
    """How far plays go."""

    shortest: Witness | None
    """to any ending"""
    longest: int | None
    """exchanges; `None` where a play can go round as often as it likes"""
    circle: Witness | None
    """the play that soonest comes back to a state it was in"""
    meters: dict[str, Meters]
    """by beat and ending, as they are when it is reached"""


def extent_of(study: Study) -> Extent:
    """How far the plays of a role go."""
    ended = np.flatnonzero(study.ended() & (study.chain.node >= 0))
    rounds = _in_circles(study.chain)
    circle = _circle(study.chain, study.shortest, rounds) if rounds.any() else None
    return Extent(
        study.shortest.to(ended) if len(ended) else None,
        None if circle else _longest(study.chain),
        circle,
        _meters(study),
    )


def _longest(chain: Chain) -> int:
    """Levels are those of the longest way where there are no circles."""
    return len(chain.bounds) - 2


def _in_circles(chain: Chain) -> Flags:
    """Whether a play can come back to each place."""
    found = np.zeros(chain.size, dtype=bool)
    if not chain.cyclic.any():
        return found
    source = np.repeat(np.arange(chain.size), np.diff(chain.out.first))
    graph = csr_array(
        (np.ones(len(source), dtype=np.int8), (source, chain.out.other)),
        shape=(chain.size, chain.size),
    )
    _, part = connected_components(graph, directed=True, connection="strong")
    inside = part[source] == part[chain.out.other]
    found[source[inside]] = True
    return found


def _circle(chain: Chain, shortest: Shortest, rounds: Flags) -> Witness:
    places = np.flatnonzero(rounds)
    start = places[np.argmin([shortest.depth_of(place) for place in places.tolist()])]
    play = shortest.to(np.array([start]))
    goal = np.zeros(chain.size, dtype=bool)
    goal[start] = True
    far = distance_to(chain, goal)
    at = int(start)
    while True:
        link = _nearest(chain, at, far)
        play = after(chain, play, link)
        at = int(chain.out.other[link])
        if at == start:
            return play


def _nearest(chain: Chain, place: int, far: Ints) -> int:
    links = chain.out.of(np.array([place]))
    ahead = far[chain.out.other[links]]
    return int(links[np.argmin(np.where(ahead < 0, np.iinfo(np.int64).max, ahead))])


def _meters(study: Study) -> dict[str, Meters]:
    tension, connection = study.field("tension"), study.field("connection")
    found = {}
    for number, node in enumerate(study.program.nodes):
        at = study.at(number)
        if len(at):
            found[node.id] = Meters(_span(tension[at]), _span(connection[at]))
    return found


def _span(values: Ints) -> Span:
    return Span(int(values.min()), int(values.max()))
