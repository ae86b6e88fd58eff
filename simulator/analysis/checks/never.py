"""What is written and can never happen: beats, endings, replies, routes, lines."""

from collections.abc import Iterator

from simulator.analysis.checks.told import shown
from simulator.analysis.study import Study
from simulator.scenario.findings import Finding
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_spoken, each_target_of


def never(study: Study) -> Iterator[Finding]:
    """Findings of a role whose every state was seen."""
    met = set(study.chain.node.tolist())
    offered = {(way.node, way.reply) for way in study.chain.ways}
    yield from _nodes(study, met)
    yield from _replies(study, met, offered)
    yield from _routes(study, offered)
    yield from _lines(study, met, offered)


def _nodes(study: Study, met: set[int]) -> Iterator[Finding]:
    for number, node in enumerate(study.program.nodes):
        if number not in met:
            yield shown("never-reached", study.path(number), name=node.id)


def _replies(study: Study, met: set[int], offered: set[tuple[int, int]]) -> Iterator[Finding]:
    for number in sorted(met - {-1}):
        for place, reply in enumerate(study.program.nodes[number].replies):
            if (number, place) not in offered:
                yield shown("never-offered", study.reply_path(number, place), name=reply.id)


def _routes(study: Study, offered: set[tuple[int, int]]) -> Iterator[Finding]:
    taken = {(way.node, way.reply, way.route) for way in study.chain.ways}
    dead: dict[Path, str] = {}
    alive: set[Path] = set()
    for number, place in sorted(offered):
        for route, (path, go) in enumerate(_targets(study, number, place)):
            if (number, place, route) in taken:
                alive.add(path)
            else:
                dead.setdefault(path, go)
    for path, go in dead.items():
        if path not in alive:
            yield shown("dead-route", path, name=go)


def _targets(study: Study, node: int, reply: int) -> list[tuple[Path, str]]:
    at = study.program.nodes[node]
    beat = study.chair.beats[at.id]
    reply_id = at.replies[reply].id
    found = each_target_of(study.role, at.id, beat, reply_id, beat.replies[reply_id])
    return [(path[:-1] if path[-1] == "go" else path, go) for path, go in found]


def _lines(study: Study, met: set[int], offered: set[tuple[int, int]]) -> Iterator[Finding]:
    spoken = {way.line for way in study.chain.ways} | {way.answer for way in study.chain.ways}
    spoken |= set(study.chain.explored.opening)
    heard = {id(study.program.lines[line]) for line in spoken if line is not None}
    inside = {study.path(node) for node in met - {-1}}
    asked = {study.reply_path(*reply) for reply in offered}
    for path, line in each_spoken(study.role, study.chair):
        of_reply = len(path) > 4 and path[3] == "replies"
        there = path[:5] in asked if of_reply else path[:3] in inside
        if there and id(line) not in heard:
            yield shown("dead-line", path)
