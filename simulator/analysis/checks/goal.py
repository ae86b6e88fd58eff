"""The role's best outcome: whether it can come, how soon, and where it is closed."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from simulator.analysis.chain import Flags
from simulator.analysis.checks.told import shown
from simulator.analysis.explore import Edges
from simulator.analysis.study import Study
from simulator.analysis.ways_back import NEVER, distance_to, ended_as
from simulator.analysis.witness import RANKED, leaving
from simulator.partner.outcomes import Outcome, may_be_called
from simulator.scenario.findings import Finding

FEWEST, SHORTEST, LONGEST = 5, 6, 10
"""exchanges of the shortest play that reconnects: never fewer than the first, and within the
others"""
_LAST = 2
"""beats before an ending that need not lead to anything better"""
_DECLINING = "declining"


def best_unreachable(study: Study) -> Iterator[Finding]:
    """The best outcome that the role promises and nobody can come to.

    For a role whose every state was seen.
    """
    if not study.worth.open[study.chain.starts].any():
        yield shown("best-unreachable", (study.role.value, "best"), outcome=study.worth.best.value)


def length(study: Study) -> Iterator[Finding]:
    """A shortest play to closeness that is too short or too long to be a conversation."""
    places = np.flatnonzero(ended_as(study.chain, frozenset({Outcome.RECONNECTED})))
    if not len(places):
        return
    play = study.shortest.to(places)
    count = len(play.replies)
    at = (study.role.value, "best")
    if count < FEWEST:
        yield shown("reconnects-soon", at, play, count=count)
    elif not SHORTEST <= count <= LONGEST and (study.complete or count < SHORTEST):
        yield shown("shortest-play", at, play, count=count)


def no_way_back(study: Study) -> Iterator[Finding]:
    """Beats from which nothing better than the worst can come any more, though the talk goes on.

    For a role whose every state was seen.
    """
    better = frozenset(outcome for outcomes in RANKED[:-1] for outcome in outcomes)
    chain = study.chain
    hopeful = distance_to(chain, ended_as(chain, better)) != NEVER
    near = _near_the_end(study)
    for number, node in enumerate(study.program.nodes):
        places = study.at(number)
        early = node.outcome is None and number not in near and len(places) > 0
        if early and not hopeful[places].any():
            play = study.shortest.to(places)
            yield shown("no-way-back", study.path(number), play, name=node.id)


def _near_the_end(study: Study) -> set[int]:
    """Beats that an ending follows within two replies, by routes that some play takes."""
    before: dict[int, set[int]] = {}
    for way in study.chain.ways:
        if way.route >= 0 and way.target >= 0:
            before.setdefault(way.target, set()).add(way.node)
    near = {n for n, node in enumerate(study.program.nodes) if node.outcome is not None}
    for _ in range(_LAST):
        near |= {source for target in near for source in before.get(target, ())}
    return near


def no_closes_best(study: Study) -> Iterator[Finding]:
    """Replies that say no, after which the best outcome is out of reach.

    For a role whose every state was seen.
    """
    chain = study.chain
    still: Flags = study.worth.open
    for number, node in enumerate(study.program.nodes):
        for place, reply in enumerate(node.replies):
            if reply.effect < 0 or _DECLINING not in study.program.effects[reply.effect]:
                continue
            links = chain.links_of(partial(_is_of, (number, place)))
            closed = still[leaving(chain, links)] & ~still[chain.out.other[links]]
            if closed.any():
                play = study.shortest.by(links[closed])
                yield shown("no-closes-best", study.reply_path(number, place), play, name=reply.id)


def _is_of(reply: tuple[int, int], way: Edges) -> bool:
    return (way.node, way.reply) == reply


def not_what_it_says(study: Study) -> Iterator[Finding]:
    """Endings that some play comes to against their outcome, with nothing to give way to."""
    for number, node in enumerate(study.program.nodes):
        places = study.at(number)
        if node.outcome is None or node.otherwise >= 0 or not len(places):
            continue
        standing = study.states(places).standing
        held = may_be_called(node.outcome, standing, study.program.partner)
        if not held.all():
            play = study.shortest.to(places[~held])
            path = study.path(number, "outcome")
            yield shown("not-what-it-says", path, play, name=node.id, outcome=node.outcome.value)
