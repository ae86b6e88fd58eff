"""What the graph of a role shows: ways in, ways out, and what can be on the way."""

from collections.abc import Iterable, Iterator

import networkx as nx

from simulator.dialogue.graph import INTERRUPT, OTHERWISE, STOPPED, build_graph
from simulator.partner.moves import TIME_OUT, Role
from simulator.partner.outcomes import Outcome
from simulator.partner.stances import GIVEN_UP_AT_HOPE, Stance
from simulator.scenario.findings import Finding, finding
from simulator.scenario.model import Chair, Line, Lines, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_reply, stanced, targets_of


def check_graph(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the graph of one role; for a scenario whose form has no errors or few."""
    chair = scenario.chair(role)
    if chair.opens not in chair.beats:
        return
    graph = build_graph(scenario, role)
    at: Path = (role.value,)
    yield from _ways_in(graph, chair, at)
    yield from _ways_out(graph, chair, at)
    yield from _paused(graph, chair, at)
    if role is Role.WITHDRAWER:
        yield from _giving_up(graph, chair, at)
    if scenario.kind == "scenario":
        yield from _one_line_for_all(graph, chair, at)


def _ways_in(graph: nx.MultiDiGraph, chair: Chair, at: Path) -> Iterator[Finding]:
    reached = _after(graph, [chair.opens])
    for kind, names in (("beats", chair.beats), ("endings", chair.endings)):
        for name in names:
            if name not in reached:
                yield finding("no-way-in", (*at, kind, name), name=name)


def _ways_out(graph: nx.MultiDiGraph, chair: Chair, at: Path) -> Iterator[Finding]:
    routes = nx.subgraph_view(graph, filter_edge=lambda _u, _v, key: key[1] != INTERRUPT)
    ending = _after(routes.reverse(copy=False), chair.endings)
    for name in chair.beats:
        if name not in ending:
            yield finding("no-way-out", (*at, "beats", name), name=name)
    for beat_id, beat, reply_id, reply in each_reply(chair):
        targets = [name for name in targets_of(reply, beat) if name in graph]
        if beat_id in ending and targets and not any(name in ending for name in targets):
            path = (*at, "beats", beat_id, "replies", reply_id)
            yield finding("reply-without-ending", path)


def _paused(graph: nx.MultiDiGraph, chair: Chair, at: Path) -> Iterator[Finding]:
    calling = {
        source for source, _, moves in graph.edges(data="moves", default=()) if TIME_OUT in moves
    }
    sources = {
        target
        for _, target, key, moves in graph.out_edges(calling, keys=True, data="moves", default=())
        if TIME_OUT in moves or key[1] == INTERRUPT
    }
    after = _after(graph, sources)
    for name, ending in chair.endings.items():
        if ending.outcome is Outcome.PAUSED and name not in after:
            path = (*at, "endings", name, "outcome")
            yield finding("paused-without-time-out", path, name=name)


def _giving_up(graph: nx.MultiDiGraph, chair: Chair, at: Path) -> Iterator[Finding]:
    """Lines that are missing where a partner who has stopped asking can be met."""
    met = _met_giving_up(graph, chair)
    for kind, parts in (("beats", chair.beats), ("endings", chair.endings)):
        for name, part in parts.items():
            if name not in met or (written := _written_for(part.lines)) is None:
                continue
            path = (*at, kind, name, "lines")
            if Stance.CALM not in written and Stance.GIVING_UP not in written:
                yield finding("giving-up-silent", path)
            elif Stance.GIVING_UP not in written:
                yield finding("giving-up-borrows", path)


def _written_for(lines: Lines) -> set[Stance] | None:
    """The stances lines are written for; `None` where they are for all."""
    written = {group.stance for group in stanced(lines)}
    return None if None in written else {stance for stance in written if stance is not None}


def _met_giving_up(graph: nx.MultiDiGraph, chair: Chair) -> set[str]:
    """Where the partner can be giving up when the line is spoken, by routes and their stances."""
    hope = chair.partner.hope
    met = {chair.opens} if hope is not None and hope <= GIVEN_UP_AT_HOPE else set()
    admitting = nx.MultiDiGraph()
    for source, target, key, when in graph.edges(keys=True, data="when"):
        if key[1] in {INTERRUPT, STOPPED}:
            continue
        stances = getattr(when, "stance", None)
        if stances is None or Stance.GIVING_UP in stances:
            admitting.add_edge(source, target)
    entered = chair.interrupts.get(Stance.GIVING_UP)
    met |= {target for _, target in admitting.edges()} if entered is None else {entered}
    return _after(admitting, met)


def _one_line_for_all(graph: nx.MultiDiGraph, chair: Chair, at: Path) -> Iterator[Finding]:
    for name, beat in chair.beats.items():
        if not _is_one_line(beat.lines):
            continue
        ways = graph.in_edges(name, keys=True, data="when")
        if name == chair.opens or any(_any_stance(key, when) for _, _, key, when in ways):
            yield finding("one-line-for-all", (*at, "beats", name, "lines"))


def _is_one_line(lines: Lines) -> bool:
    if isinstance(lines, (Line, tuple)):
        return isinstance(lines, Line)
    return len(lines) == 1


def _any_stance(key: tuple[str, object], when: object) -> bool:
    if key[1] in {INTERRUPT, OTHERWISE, STOPPED}:
        return False
    stances = getattr(when, "stance", None)
    return stances is None or len(stances) > 1


def _after(graph: nx.MultiDiGraph, sources: Iterable[str]) -> set[str]:
    """The nodes that can be reached from any of these, themselves included."""
    found: set[str] = set(sources)
    waiting = [name for name in found if name in graph]
    neighbours = graph.adj
    while waiting:
        new = [name for name in neighbours[waiting.pop()] if name not in found]
        found.update(new)
        waiting += new
    return found
