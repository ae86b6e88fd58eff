"""Time that was asked for and is not given; returns that are owed and never asked for."""

from collections.abc import Iterator

import numpy as np

from simulator.analysis.chain import Flags
from simulator.analysis.checks.told import shown
from simulator.analysis.many import Ints
from simulator.analysis.study import Study
from simulator.analysis.ways_back import NEVER, distance_to
from simulator.partner.moves import MOVES, Family
from simulator.scenario.findings import Finding


def time_not_given(study: Study) -> Iterator[Finding]:
    """Beats where time was asked for and no reply that is offered gives any."""
    chain = study.chain
    asked = (study.field("asked_time") == 1) & ~study.ended()
    gives = _by_menu(study, _gives_time(study))
    for node, places in _by_node(study, asked & ~gives[study.menus.at] & (study.menus.at >= 0)):
        yield shown(
            "time-not-given",
            study.path(node),
            study.shortest.to(places),
            name=chain.explored.program.nodes[node].id,
        )


def return_not_asked(study: Study) -> Iterator[Finding]:
    """Beats a time-out leads to, from which no reply can keep the promise or break it.

    For a role whose every state was seen.
    """
    chain = study.chain
    promised = (study.field("promised") == 1) & ~study.ended()
    asks = _by_menu(study, _asks_return(study))
    there = promised & asks[study.menus.at] & (study.menus.at >= 0)
    owing = promised & (distance_to(chain, there) == NEVER)
    links = np.flatnonzero(owing[chain.out.other])
    free = ~np.repeat(study.field("promised") == 1, np.diff(chain.out.first))[links]
    entered = np.zeros(chain.size, dtype=bool)
    entered[chain.out.other[links[free]]] = True
    for node, places in _by_node(study, entered):
        name = study.program.nodes[node].id
        yield shown("return-not-asked", study.path(node), study.shortest.to(places), name=name)


def _by_node(study: Study, where: Flags) -> Iterator[tuple[int, Ints]]:
    nodes = study.chain.node[where]
    places = np.flatnonzero(where)
    for node in np.unique(nodes).tolist():
        yield node, places[nodes == node]


def _by_menu(study: Study, replies: set[tuple[int, int]]) -> Flags:
    """For each menu whether one of these replies is on it; a last entry for no menu."""
    found = [
        any((node, place) in replies for place in offered)
        for node, offered in zip(study.menus.node, study.menus.offered, strict=True)
    ]
    return np.array([*found, False])


def _gives_time(study: Study) -> set[tuple[int, int]]:
    program = study.program
    space = [
        any(MOVES[move].family is Family.SPACE for move in effect) for effect in program.effects
    ]
    return {
        (number, place)
        for number, node in enumerate(program.nodes)
        for place, reply in enumerate(node.replies)
        if reply.effect >= 0 and space[reply.effect]
    }


def _asks_return(study: Study) -> set[tuple[int, int]]:
    return {
        (number, place)
        for number, node in enumerate(study.program.nodes)
        for place, reply in enumerate(node.replies)
        if reply.needs_promise
    }
