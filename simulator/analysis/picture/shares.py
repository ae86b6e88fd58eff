"""What a role's chain says for its picture: how often plays by chance come to each box and go each
way, and the best play."""

from collections import Counter
from collections.abc import Iterator

import networkx as nx
import numpy as np

from simulator.analysis.chain import Chain, Floats, chain_of
from simulator.analysis.explore import Edges, Progress, explore
from simulator.analysis.odds import can_end, visits
from simulator.analysis.picture.marks import Marks
from simulator.analysis.ways_back import ended_as
from simulator.analysis.witness import RANKED, Shortest, Witness
from simulator.dialogue.conversation import Conversation
from simulator.dialogue.graph import STOPPED
from simulator.dialogue.setup import make_setup
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.model import Scenario

Pair = tuple[str, str]


def marks_of(
    scenario: Scenario,
    role: Role,
    *,
    temperament: str | None = None,
    odds: bool,
    best: bool,
    progress: Progress | None = None,
) -> Marks:
    """What is asked for of odds and best play, worked out exactly.

    `temperament` is an id, by default the declared one; `progress` hears how many states were
    found. Raises `TooMuchMemoryError` for a role that remembers more than can be followed.
    """
    chain = chain_of(explore(scenario, role, temperament=temperament, progress=progress))
    temper = TEMPERAMENTS[chain.explored.temperament].name
    marks = Marks(temper=temper, complete=chain.explored.complete)
    if odds:
        visits = _visits(chain)
        marks = marks._replace(odds=_chances(chain, visits), way_odds=_shares(chain, visits))
    play = _best_play(chain, scenario.chair(role).best) if best else None
    if play is None:
        return marks
    steps = _steps(scenario, role, chain.explored.temperament, play)
    return marks._replace(best=steps, ending=play.ends, tension=play.tension)


def _best_play(chain: Chain, best: Outcome) -> Witness | None:
    """The shortest play to the role's best outcome; where none comes there, to the best class of
    outcomes that some play comes to. `None` where no ending can be reached."""
    for outcomes in (frozenset({best}), *RANKED):
        goal = np.flatnonzero(ended_as(chain, outcomes))
        if len(goal):
            return Shortest(chain).to(goal)
    return None


def _steps(
    scenario: Scenario, role: Role, temperament: str, play: Witness
) -> tuple[tuple[str, str], ...]:
    """Each reply with its beat: the talk is held."""
    setup = make_setup(scenario, role, temperament=temperament, tension=play.tension, seed=0)
    talk = Conversation(scenario, setup)
    for reply in play.replies:
        talk.choose(reply)
    return tuple((turn.beat, turn.reply) for turn in talk.turns)


def _visits(chain: Chain) -> Floats:
    """The expected visits of random play to each place, each start of the range as likely."""
    counts = np.diff(chain.out.first)
    return visits(chain, 1 / counts[chain.into.other], can_end(chain))


def _chances(chain: Chain, visits: Floats) -> dict[str, float]:
    """By id, the chance that a random play ever comes there.

    Where no play comes twice, the expected visits are the chance itself.
    """
    twice = _met_twice(chain)
    expected = np.bincount(chain.node + 1, visits, minlength=len(chain.explored.program.nodes) + 1)
    return {
        _name(chain, node): _ever(chain, node) if node in twice else min(1.0, float(count))
        for node, count in enumerate(expected.tolist(), start=-1)
    }


def _shares(chain: Chain, visits: Floats) -> dict[Pair, float]:
    """Of the times that random play leaves a box, the share that goes each way of the graph; of
    those that come to an ending, the share for which it gives way.

    Interrupts are no ways of it, so that the shares of a beat may sum to less than one.
    """
    counts = np.diff(chain.out.first)
    flow = np.repeat(visits / np.maximum(1, counts), counts)
    by_way = np.bincount(chain.out.way, flow, minlength=len(chain.ways))
    gone: Counter[Pair] = Counter()
    left: Counter[str] = Counter()
    for way, weight in zip(chain.ways, by_way.tolist(), strict=True):
        for source, target in _hops(chain, way):
            left[source] += weight
            if target is not None:
                gone[source, target] += weight
    return {pair: weight / left[pair[0]] for pair, weight in gone.items() if left[pair[0]] > 0}


def _hops(chain: Chain, way: Edges) -> Iterator[tuple[str, str | None]]:
    """Where a turn goes, as the graph has it: to what its reply names, and on from an ending that
    gives way; `None` where it stays, or is interrupted."""
    nodes = chain.explored.program.nodes
    reply = nodes[way.node].replies[way.reply]
    source = _name(chain, way.node)
    if way.target < 0:
        yield source, STOPPED
        return
    if way.route < 0:
        yield source, None
        return
    at = reply.routes[way.route].target
    yield source, _name(chain, at)
    while at != way.target:
        yield _name(chain, at), _name(chain, nodes[at].otherwise)
        at = nodes[at].otherwise
    if nodes[at].outcome is not None:
        yield _name(chain, at), None


def _ever(chain: Chain, node: int) -> float:
    """The chance of coming to a node at all: every first visit counts one, and ends the play."""
    here = chain.node == node
    counts = np.diff(chain.out.first)
    chance = np.repeat(np.where(here, 0.0, 1 / np.maximum(1, counts)), counts)
    value = chain.backward(here.astype(np.float64), chance)
    return float(value[chain.starts].mean())


def _met_twice(chain: Chain) -> frozenset[int]:
    """The nodes that a play may come to more than once."""
    graph = nx.DiGraph()
    graph.add_edges_from((way.node, way.target) for way in chain.ways)
    rings = (part for part in nx.strongly_connected_components(graph) if len(part) > 1)
    alone = (node for node in graph if graph.has_edge(node, node))
    return frozenset(node for part in rings for node in part) | frozenset(alone)


def _name(chain: Chain, node: int) -> str:
    return STOPPED if node < 0 else chain.explored.program.nodes[node].id
