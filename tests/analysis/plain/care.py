"""Labels of what a talk owes people: a way back, a no that costs nothing, time, a kept promise."""

from collections.abc import Iterator

from simulator.partner.moves import MOVES, Family
from tests.analysis.plain.names import node_path, reply_path
from tests.analysis.plain.reach import before, best_endings, places, steps
from tests.analysis.plain.walk import Given, Walk
from tests.analysis.plain.ways import Label, reached_nodes

POOR = ("stuck", "withdrawn", "given_up", "ruptured")


def no_way_back(walked: Walk) -> Iterator[Label]:
    """Beats, the last two before an ending apart, from which only poor endings can come."""
    good = places(walked, lambda p: walked.is_ending(p) and walked.node(p).outcome not in POOR)
    hopeful = {walked.places[place].node for place in before(walked, good)}
    late = _late(walked)
    for node in reached_nodes(walked):
        is_beat = walked.program.nodes[node].outcome is None
        if is_beat and node not in hopeful and node not in late:
            yield "no-way-back", node_path(walked, node)


def _late(walked: Walk) -> set[int]:
    """Beats after which an ending follows within two replies, by routes and not by interrupts."""
    ways = {
        (walked.places[place].node, walked.places[given.to].node)
        for place, given in steps(walked)
        if given.to is not None and given.route is not None
    }
    ends = {node for node, code in enumerate(walked.program.nodes) if code.outcome is not None}
    last = {source for source, target in ways if target in ends}
    return last | {source for source, target in ways if target in last}


def no_closes_best(walked: Walk) -> Iterator[Label]:
    """Replies that say no, after which the best can no longer come, though it could before."""
    open_ = before(walked, best_endings(walked))
    for place, given in steps(walked):
        declines = "declining" in walked.moves(walked.reply(place, given))
        if declines and place in open_ and given.to not in open_:
            yield "no-closes-best", reply_path(walked, walked.places[place].node, given.reply)


def asked(walked: Walk) -> Iterator[Label]:
    """Beats where time was asked for, and nothing that is offered gives any."""
    for number, place in enumerate(walked.places):
        if not place.states.asked_time or walked.is_ending(number):
            continue
        if not any(_gives_time(walked, number, given) for given in walked.given[number]):
            yield "time-not-given", node_path(walked, place.node)


def _gives_time(walked: Walk, place: int, given: Given) -> bool:
    moves = walked.moves(walked.reply(place, given))
    return any(MOVES[move].family is Family.SPACE for move in moves)


def owed(walked: Walk) -> Iterator[Label]:
    """Beats a time-out leads to, from where its return can neither be kept nor broken."""
    asks = places(
        walked,
        lambda place: any(walked.reply(place, g).needs_promise for g in walked.given[place]),
    )
    kept = before(walked, asks)
    for place, given in steps(walked):
        if given.to is None or given.to in kept or walked.is_ending(given.to):
            continue
        promised = walked.places[given.to].states.promised
        if promised and not walked.places[place].states.promised:
            yield "return-not-asked", node_path(walked, walked.places[given.to].node)
