"""A role as a graph, and what its checks ask of it."""

import networkx as nx
import pytest

from simulator.dialogue.graph import INTERRUPT, STOPPED, Edge, build_graph, edges_of, reached
from simulator.partner.moves import Role
from simulator.practice.opening import open_scenario
from simulator.scenario.library import find
from simulator.scenario.model import Scenario

WAYS: tuple[Edge, ...] = (
    ("a", "b", ("x", 0), {}),
    ("b", "c", ("y", 0), {}),
    ("c", "b", ("z", 0), {}),
)


@pytest.fixture(scope="module")
def anchor() -> Scenario:
    scenario = open_scenario(find("vacation-planning")).scenario
    assert scenario is not None
    return scenario


def test_reached_goes_on_to_the_end_and_round_rings() -> None:
    assert reached(["a"], WAYS) == {"a", "b", "c"}
    assert reached(["b"], WAYS) == {"b", "c"}
    assert reached(["c"], WAYS, backwards=True) == {"a", "b", "c"}
    assert reached(["elsewhere"], WAYS) == {"elsewhere"}


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_a_graph_with_every_beat_and_ending(anchor: Scenario, role: Role) -> None:
    chair, graph = anchor.chair(role), build_graph(anchor, role)
    assert isinstance(graph, nx.MultiDiGraph)
    assert {n for n, kind in graph.nodes(data="kind") if kind == "beat"} == set(chair.beats)
    assert {n for n, kind in graph.nodes(data="kind") if kind == "ending"} == set(chair.endings)
    for name, ending in chair.endings.items():
        assert graph.nodes[name]["outcome"] is ending.outcome


def test_an_interrupt_leads_there_from_every_beat(anchor: Scenario) -> None:
    chair = anchor.pursuer
    assert chair is not None
    edges = edges_of(build_graph(anchor, Role.PURSUER))
    interrupting = [edge for edge in edges if edge[2][1] == INTERRUPT]
    assert {source for source, _, _, _ in interrupting} == set(chair.beats)
    assert {target for _, target, _, _ in interrupting} == set(chair.interrupts.values())


def test_a_crossed_line_leads_to_where_the_talk_stops(anchor: Scenario) -> None:
    assert anchor.pursuer is not None
    crossing = {
        (beat_id, reply_id)
        for beat_id, beat in anchor.pursuer.beats.items()
        for reply_id, reply in beat.replies.items()
        if reply.crosses_line
    }
    edges = edges_of(build_graph(anchor, Role.PURSUER))
    stopping = {(source, key[0]) for source, target, key, _ in edges if target == STOPPED}
    assert stopping == crossing
