"""The graph of a role as GraphML, for programs that draw or measure graphs."""

from collections.abc import Iterator
from typing import Any

import networkx as nx

from simulator.analysis.picture.parts import Box, Picture
from simulator.analysis.picture.words import condition_words
from simulator.dialogue.graph import INTERRUPT, OTHERWISE, STOPPED, build_graph, edges_of
from simulator.partner.moves import Role
from simulator.scenario.model import Scenario

_KINDS = {INTERRUPT: "interrupt", OTHERWISE: "otherwise", STOPPED: "crossed_line"}


def graphml(scenario: Scenario, role: Role, picture: Picture) -> str:
    """Every node and every edge, with strings, numbers and truth values as attributes.

    Unlike the drawn formats it merges nothing: parallel edges and interrupts stay apart. An
    edge's id is unique in the file. Ends in a line feed.
    """
    graph = nx.MultiDiGraph(
        title=picture.title, description=picture.description, role=role.value, opens=picture.opens
    )
    graph.add_nodes_from((box.id, dict(_of_box(box))) for box in picture.boxes)
    steps = {(box.id, row.reply): row.steps for box in picture.boxes for row in box.rows}
    odds = {(way.source, way.target): way.odds for way in picture.ways}
    for source, target, (name, part), data in edges_of(build_graph(scenario, role)):
        kind = _KINDS.get(str(part), "reply")
        said = _of_edge(kind, name, data, steps.get((source, name), ()))
        chance = odds.get((source, target)) if kind == "reply" else None
        more = {} if chance is None else {"odds_of_way": chance}
        graph.add_edge(source, target, f"{source}/{name}/{part}", **said, **more)
    return "\n".join(nx.generate_graphml(graph)) + "\n"


def _of_box(box: Box) -> Iterator[tuple[str, Any]]:
    yield "kind", box.kind.value
    yield "words", box.words
    if box.outcome is not None:
        yield "outcome", box.outcome.value
        yield "outcome_words", box.meaning
    if box.odds is not None:
        yield "odds", float(box.odds)


def _of_edge(kind: str, name: str, data: Any, steps: tuple[int, ...]) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": kind}
    if kind == "interrupt":
        said["stance"] = name
    elif kind != "otherwise":
        said["reply"] = name
        said["moves"] = ", ".join(data["moves"])
    if data["when"] is not None:
        said["condition"] = condition_words(data["when"])
    if steps:
        said["best_play"] = ", ".join(map(str, steps))
    return said
