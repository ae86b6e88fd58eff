"""What the graph of a role shows: ways in, ways out, and what can be on the way."""

from collections.abc import Iterator, Sequence
from itertools import chain

from simulator.dialogue.graph import (
    INTERRUPT,
    OTHERWISE,
    STOPPED,
    Edge,
    build_graph,
    edges_of,
    reached,
)
from simulator.partner.moves import TIME_OUT, Role
from simulator.partner.outcomes import Outcome
from simulator.partner.stances import GIVEN_UP_AT_HOPE, Stance
from simulator.scenario.findings import Finding, finding
from simulator.scenario.model import Chair, Line, Lines, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_reply, each_target, stanced, targets_of


def check_graph(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the graph of one role; for a scenario whose form has no errors or few."""
    chair = scenario.chair(role)
    if chair.opens not in chair.beats:
        return
    edges = edges_of(build_graph(scenario, role))
    at: Path = (role.value,)
    if not _has_loose_ends(chair, role):
        yield from _ways_in(edges, chair, at)
        yield from _ways_out(edges, chair, at)
    yield from _paused(edges, chair, at)
    if role is Role.WITHDRAWER:
        yield from _giving_up(edges, chair, at)
    if scenario.kind == "scenario":
        yield from _one_line_for_all(edges, chair, at)


def _has_loose_ends(chair: Chair, role: Role) -> bool:
    """Whether a name leads nowhere: then what seems cut off may only be misspelt elsewhere."""
    names = (name for _, name in each_target(role, chair))
    others = (ending.otherwise or chair.opens for ending in chair.endings.values())
    return any(
        name not in chair.beats and name not in chair.endings
        for name in chain(names, others, chair.interrupts.values())
    )


def _ways_in(edges: Sequence[Edge], chair: Chair, at: Path) -> Iterator[Finding]:
    met = reached([chair.opens], edges)
    for kind, names in (("beats", chair.beats), ("endings", chair.endings)):
        for name in names:
            if name not in met:
                yield finding("no-way-in", (*at, kind, name), name=name)


def _ways_out(edges: Sequence[Edge], chair: Chair, at: Path) -> Iterator[Finding]:
    routes = [edge for edge in edges if edge[2][1] != INTERRUPT]
    ending = reached(chair.endings, routes, backwards=True)
    for name in chair.beats:
        if name not in ending:
            yield finding("no-way-out", (*at, "beats", name), name=name)
    for beat_id, beat, reply_id, reply in each_reply(chair):
        targets = targets_of(reply, beat)
        if beat_id in ending and targets and not any(name in ending for name in targets):
            path = (*at, "beats", beat_id, "replies", reply_id)
            yield finding("reply-without-ending", path)


def _paused(edges: Sequence[Edge], chair: Chair, at: Path) -> Iterator[Finding]:
    calling = {source for source, _, _, data in edges if TIME_OUT in data["moves"]}
    called = [
        target
        for source, target, key, data in edges
        if source in calling and (TIME_OUT in data["moves"] or key[1] == INTERRUPT)
    ]
    after = reached(called, edges)
    for name, ending in chair.endings.items():
        if ending.outcome is Outcome.PAUSED and name not in after:
            path = (*at, "endings", name, "outcome")
            yield finding("paused-without-time-out", path, name=name)


def _giving_up(edges: Sequence[Edge], chair: Chair, at: Path) -> Iterator[Finding]:
    """Lines that are missing where a partner who has stopped asking can be met."""
    met = _met_giving_up(edges, chair)
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


def _met_giving_up(edges: Sequence[Edge], chair: Chair) -> set[str]:
    """Where the partner can be giving up when the line is spoken, by routes and their stances."""
    hope = chair.partner.hope
    met = {chair.opens} if hope is not None and hope <= GIVEN_UP_AT_HOPE else set()
    admitting = [edge for edge in edges if _admits_giving_up(edge)]
    entered = chair.interrupts.get(Stance.GIVING_UP)
    met |= {target for _, target, _, _ in admitting} if entered is None else {entered}
    return reached(met, admitting)


def _admits_giving_up(edge: Edge) -> bool:
    _, _, key, data = edge
    if key[1] in {INTERRUPT, STOPPED}:
        return False
    stances = data["when"] and data["when"].stance
    return stances is None or Stance.GIVING_UP in stances


def _one_line_for_all(edges: Sequence[Edge], chair: Chair, at: Path) -> Iterator[Finding]:
    many = {edge[1] for edge in edges if _any_stance(edge)} | {chair.opens}
    for name, beat in chair.beats.items():
        if name in many and _is_one_line(beat.lines):
            yield finding("one-line-for-all", (*at, "beats", name, "lines"))


def _is_one_line(lines: Lines) -> bool:
    if isinstance(lines, (Line, tuple)):
        return isinstance(lines, Line)
    return len(lines) == 1


def _any_stance(edge: Edge) -> bool:
    _, _, key, data = edge
    if key[1] in {INTERRUPT, OTHERWISE, STOPPED}:
        return False
    stances = data["when"] and data["when"].stance
    return stances is None or len(stances) > 1
