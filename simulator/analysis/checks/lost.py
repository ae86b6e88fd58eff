"""Plays that cannot end: states from which no ending can be reached, and sets no play leaves."""

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from simulator.analysis.chain import Chain, Flags
from simulator.analysis.checks.told import shown
from simulator.analysis.many import Ints
from simulator.analysis.study import Study
from simulator.analysis.ways_back import NEVER, distance_to, endings
from simulator.analysis.witness import leaving
from simulator.scenario.findings import Finding


def lost(study: Study) -> Iterator[Finding]:
    """Findings of a role whose every state was seen."""
    chain = study.chain
    without = (distance_to(chain, endings(chain)) == NEVER) & (chain.node >= 0)
    if without.any():
        yield from _traps(study, without)
        yield from _endless(study, without)


def _traps(study: Study, without: Flags) -> Iterator[Finding]:
    chain = study.chain
    starts = chain.starts[without[chain.starts]]
    if len(starts):
        yield shown(
            "trap", (study.role.value, "opens"), study.shortest.to(starts), name=study.chair.opens
        )
    links = np.flatnonzero(without[chain.out.other])
    entering = links[~without[leaving(chain, links)]]
    by_reply: dict[tuple[int, int], list[int]] = {}
    for link in entering.tolist():
        way = chain.ways[chain.out.way[link]]
        by_reply.setdefault((way.node, way.reply), []).append(link)
    for (node, reply), found in sorted(by_reply.items()):
        play = study.shortest.by(np.array(found))
        name = study.program.nodes[node].replies[reply].id
        yield shown("trap", study.reply_path(node, reply), play, name=name)


def _endless(study: Study, without: Flags) -> Iterator[Finding]:
    """Closed sets of states, one finding for each set of beats they go round in."""
    by_beats: dict[frozenset[int], list[Ints]] = {}
    for places in _closed(study.chain, without):
        by_beats.setdefault(frozenset(study.chain.node[places].tolist()), []).append(places)
    for beats, found in sorted(by_beats.items(), key=lambda item: sorted(item[0])):
        places = np.concatenate(found)
        first = min(
            beats,
            key=lambda beat: (_soonest(study, places[study.chain.node[places] == beat]), beat),
        )
        names = ", ".join(study.program.nodes[beat].id for beat in sorted(beats))
        play = study.shortest.to(places[study.chain.node[places] == first])
        yield shown("endless", study.path(first), play, names=names)


def _soonest(study: Study, places: Ints) -> int:
    return min(map(study.shortest.depth_of, places.tolist()))


def _closed(chain: Chain, without: Flags) -> Iterator[Ints]:
    """Strongly connected sets of places that nothing leaves, not even a crossed line."""
    counts = np.diff(chain.out.first)
    source = np.repeat(np.arange(chain.size), counts)
    matrix = csr_array(
        (np.ones(len(source), dtype=np.int8), (source, chain.out.other)),
        shape=(chain.size, chain.size),
    )
    count, part = connected_components(matrix, directed=True, connection="strong")
    left = np.zeros(count, dtype=bool)
    left[part[source][part[source] != part[chain.out.other]]] = True
    closed = without & ~left[part]
    for number in np.unique(part[closed]).tolist():
        yield np.flatnonzero(closed & (part == number))
