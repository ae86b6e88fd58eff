"""Labels of beats, endings, replies and routes: what never happens, and what never ends."""

from collections.abc import Iterator

from simulator.partner.outcomes import may_be_called
from simulator.scenario.positions import Path
from tests.analysis.plain.names import node_path, reply_path, route_paths
from tests.analysis.plain.reach import before, endings, endless_sets, steps
from tests.analysis.plain.walk import Walk

Label = tuple[str, Path]
"""a code and the path it speaks of"""


def reached_nodes(walked: Walk) -> set[int]:
    """Beats and endings at which some play stands."""
    return {place.node for place in walked.places}


def offered(walked: Walk) -> set[tuple[int, int]]:
    """Beat and reply, as indices, of what is offered in some play."""
    return {(walked.places[place].node, given.reply) for place, given in steps(walked)}


def never_reached(walked: Walk) -> Iterator[Label]:
    """Beats and endings at which no play stands."""
    for node in range(len(walked.program.nodes)):
        if node not in reached_nodes(walked):
            yield "never-reached", node_path(walked, node)


def never_offered(walked: Walk) -> Iterator[Label]:
    """Replies of reached beats that are offered in no play."""
    found = offered(walked)
    for node in reached_nodes(walked):
        for reply in range(len(walked.program.nodes[node].replies)):
            if (node, reply) not in found:
                yield "never-offered", reply_path(walked, node, reply)


def trap(walked: Walk) -> Iterator[Label]:
    """Replies after which no ending can come any more, though one could before."""
    live = before(walked, endings(walked))
    if not live.issuperset(walked.starts):
        yield "trap", (walked.role.value, "opens")
    for place, given in steps(walked):
        if place in live and given.to is not None and given.to not in live:
            yield "trap", reply_path(walked, walked.places[place].node, given.reply)


def endless(walked: Walk) -> Iterator[Label]:
    """Beats among which a play goes round for ever: the one where it is caught first."""
    by_beats: dict[frozenset[int], set[int]] = {}
    for closed in endless_sets(walked):
        beats = frozenset(walked.places[place].node for place in closed)
        by_beats.setdefault(beats, set()).update(closed)
    for caught in by_beats.values():
        _, first = min((walked.depth[place], walked.places[place].node) for place in caught)
        yield "endless", node_path(walked, first)


def not_what_it_says(walked: Walk) -> Iterator[Label]:
    """Endings that are reached where they may not be called what they are, and give no way."""
    for place in walked.places:
        node = walked.program.nodes[place.node]
        if node.outcome is None or node.otherwise >= 0:
            continue
        if not may_be_called(node.outcome, place.states.standing, walked.program.partner):
            yield "not-what-it-says", (*node_path(walked, place.node), "outcome")


def dead_route(walked: Walk) -> Iterator[Label]:
    """Routes of offered replies that no play takes."""
    written: set[Path] = set()
    for node, reply in offered(walked):
        written.update(route_paths(walked, node, reply))
    took: set[Path] = set()
    for place, given in steps(walked):
        if given.route is not None:
            took.add(route_paths(walked, walked.places[place].node, given.reply)[given.route])
    for path in written - took:
        yield "dead-route", path
