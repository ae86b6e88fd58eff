"""What the player can say: moves, quoted words, targets, and a reply that is sure to be there."""

from collections.abc import Iterator

from simulator.partner.moves import PROMISES, TIME_OUT, Role
from simulator.partner.reply import ReplyError, validate_moves
from simulator.scenario.checks.lines import fall_through
from simulator.scenario.findings import Finding, finding
from simulator.scenario.load import nearest
from simulator.scenario.model import Beat, Chair, Reply, Scenario, Target
from simulator.scenario.positions import Path
from simulator.scenario.shapes import (
    each_line,
    each_reply,
    moves_of,
    phrases_of,
    routes_of,
    targets_of,
    words_of,
)
from simulator.scenario.text import unified
from simulator.scenario.words import minutes_of

SHORTEST_PAUSE, LONGEST_PAUSE = 20, 24 * 60
"""minutes a time-out may last: long enough to calm down, short enough to be a promise"""


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the replies of one chair."""
    chair = scenario.chair(role)
    nodes = chair.beats.keys() | chair.endings.keys()
    for beat_id, beat in chair.beats.items():
        at: Path = (role.value, "beats", beat_id)
        yield from _target((*at, "to"), beat.to, nodes)
        if not any(_is_sure(reply) for reply in beat.replies.values()):
            yield finding("no-sure-reply", (*at, "replies"))
    for beat_id, beat, reply_id, reply in each_reply(chair):
        here = (role.value, "beats", beat_id, "replies", reply_id)
        yield from _words(here, reply)
        yield from _crossed(here, reply) if reply.crosses_line else _complete(here, reply, beat)
        yield from _target((*here, "to"), reply.to, nodes)
        yield from _pointers(here, reply_id, reply, beat)
        yield from _time_passed(here, chair, reply, beat)
        yield from _answer(here, chair, reply, beat)


def _is_sure(reply: Reply) -> bool:
    needs_promise = any(move in PROMISES and move != TIME_OUT for move in moves_of(reply))
    return not (reply.when or reply.once or reply.crosses_line or needs_promise)


def _words(here: Path, reply: Reply) -> Iterator[Finding]:
    words = words_of(reply)
    if not words:
        yield finding("silent-reply", here)
    said = [unified(part) for part in words]
    for move, phrases in phrases_of(reply):
        for phrase in phrases:
            if not any(unified(phrase) in part for part in said):
                yield finding("phrase-not-in-reply", (*here, "moves", move), phrase=phrase)


def _crossed(here: Path, reply: Reply) -> Iterator[Finding]:
    for field in ("moves", "feedback", "to", "answer"):
        if getattr(reply, field) is not None:
            yield finding("crossed-line-with-more", (*here, field), field=field)


def _complete(here: Path, reply: Reply, beat: Beat) -> Iterator[Finding]:
    for field in ("moves", "feedback"):
        if getattr(reply, field) is None:
            yield finding("incomplete-reply", here, field=field)
    if reply.to is None and beat.to is None:
        yield finding("no-target", here)
    if reply.moves is not None:
        try:
            validate_moves(moves_of(reply))
        except ReplyError as error:
            yield finding("impossible-moves", (*here, "moves"), problem=str(error))


def _target(path: Path, target: Target | None, nodes: set[str]) -> Iterator[Finding]:
    if target is None:
        return
    listed = not isinstance(target, str)
    routes = routes_of(target)
    for index, route in enumerate(routes):
        if route.go not in nodes:
            here = (*path, index, "go") if listed else path
            yield finding("unknown-target", here, name=route.go, nearest=nearest(route.go, nodes))
    yield from fall_through(path, [route.when is None for route in routes], listed)


def _pointers(here: Path, reply_id: str, reply: Reply, beat: Beat) -> Iterator[Finding]:
    for field in ("rather", "same_as"):
        name = getattr(reply, field)
        if name is None:
            continue
        path = (*here, field)
        if name == reply_id:
            yield finding("points-at-itself", path, name=name)
        elif name not in beat.replies or beat.replies[name].crosses_line:
            near = nearest(name, [other for other in beat.replies if other != reply_id])
            yield finding("unknown-reply", path, name=name, nearest=near)
        elif field == "rather" and set(moves_of(reply)) == set(moves_of(beat.replies[name])):
            yield finding("rather-is-twin", path)


def _time_passed(here: Path, chair: Chair, reply: Reply, beat: Beat) -> Iterator[Finding]:
    if TIME_OUT not in moves_of(reply):
        return
    for name in dict.fromkeys(targets_of(reply, beat)):
        target = chair.beats.get(name)
        if target is None:
            continue
        minutes = minutes_of(target.later) if target.later else None
        if minutes is None:
            yield finding("no-time-passed", here, name=name)
        elif not SHORTEST_PAUSE <= minutes <= LONGEST_PAUSE:
            path = (here[0], "beats", name, "later")
            yield finding("span-of-time-out", path, later=target.later)


def _answer(here: Path, chair: Chair, reply: Reply, beat: Beat) -> Iterator[Finding]:
    if reply.answer is None:
        return
    ending = next((name for name in targets_of(reply, beat) if name in chair.endings), None)
    for path, line in each_line(reply.answer):
        if line.instead and ending is not None:
            yield finding("instead-of-ending", (*here, "answer", *path, "instead"), name=ending)
