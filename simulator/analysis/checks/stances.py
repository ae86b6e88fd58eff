"""Lines that are missing for a stance in which the partner can speak them."""

from collections.abc import Iterator

import numpy as np

from simulator.analysis.checks.told import shown
from simulator.analysis.many import Ints
from simulator.analysis.study import Study
from simulator.partner.stances import stances_of
from simulator.scenario.findings import Finding
from simulator.scenario.shapes import stanced


def borrowed(study: Study) -> Iterator[Finding]:
    """Beats whose line is spoken in a stance for which none is written."""
    stances = stances_of(study.program.partner)
    rank = study.field("rank")
    for number, node in enumerate(study.program.nodes):
        if node.outcome is not None:
            continue
        written = {group.stance for group in stanced(study.chair.beats[node.id].lines)}
        for place, stance in enumerate(stances):
            if None in written or stance in written:
                continue
            path, facts = study.path(number, "lines"), {"name": node.id, "stance": stance.value}
            opening = _opened(study, number, rank, place)
            links = _spoken(study, number, rank, place)
            if len(opening):
                yield shown("line-borrowed", path, study.shortest.to(opening), **facts)
            elif len(links):
                yield shown("line-borrowed", path, study.shortest.by(links), **facts)


def _opened(study: Study, node: int, rank: Ints, wanted: int) -> Ints:
    starts = study.chain.starts
    found: Ints = starts[(rank[starts] == wanted) & (study.chain.node[starts] == node)]
    return found


def _spoken(study: Study, node: int, rank: Ints, wanted: int) -> Ints:
    links = study.chain.links_of(lambda way: way.target == node and way.line is not None)
    found: Ints = links[np.flatnonzero(rank[study.chain.out.other[links]] == wanted)]
    return found
