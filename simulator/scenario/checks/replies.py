"""What the player can say: moves, quoted words, targets, and a reply that is sure to be there."""

from collections.abc import Iterator

from simulator.partner.moves import RETURNS, Role
from simulator.partner.reply import ReplyError, validate_moves
from simulator.scenario.checks.lines import fall_through
from simulator.scenario.findings import Finding, Near, finding
from simulator.scenario.model import Beat, Chair, Reply, Scenario, Target
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_line, moves_of, routes_of, targets_of

_AFTER_THE_LINE = (
    "moves", "feedback", "to", "answer", "rather", "same_as", "remember", "forget", "once",
)  # fmt: skip


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the replies of one chair."""
    chair = scenario.chair(role)
    for beat_id, beat in chair.beats.items():
        at: Path = (role.value, "beats", beat_id)
        yield from _target((*at, "to"), beat.to, chair)
        if not any(_is_sure(reply) for reply in beat.replies.values()):
            yield finding("no-sure-reply", (*at, "replies"))
        for reply_id, reply in beat.replies.items():
            here = (*at, "replies", reply_id)
            if reply.crosses_line:
                yield from _crossed(here, reply)
            else:
                yield from _complete(here, reply, beat)
            yield from _target((*here, "to"), reply.to, chair)
            yield from _pointers(here, reply_id, reply, beat)
            yield from _answer(here, chair, reply, beat)


def _is_sure(reply: Reply) -> bool:
    if reply.when or reply.once or reply.crosses_line:
        return False
    return RETURNS.isdisjoint(moves_of(reply))


def _crossed(here: Path, reply: Reply) -> Iterator[Finding]:
    for field in _AFTER_THE_LINE:
        if getattr(reply, field):
            yield finding("crossed-line-with-more", (*here, field), field=field)


def _complete(here: Path, reply: Reply, beat: Beat) -> Iterator[Finding]:
    if reply.feedback is None:
        yield finding("incomplete-reply", here, field="feedback")
    if reply.to is None and beat.to is None:
        yield finding("no-target", here)
    if reply.moves is None:
        yield finding("incomplete-reply", here, field="moves")
        return
    try:
        validate_moves(moves_of(reply))
    except ReplyError as error:
        yield finding("impossible-moves", _place(here, reply, error.move), problem=str(error))


def _place(here: Path, reply: Reply, move: str | None) -> Path:
    """Where a move stands: under its name, or at its last place in a plain list."""
    moves = moves_of(reply)
    if move is None or move not in moves:
        return (*here, "moves")
    if isinstance(reply.moves, dict):
        return (*here, "moves", move)
    return (*here, "moves", len(moves) - 1 - moves[::-1].index(move))


def _target(path: Path, target: Target | None, chair: Chair) -> Iterator[Finding]:
    if target is None or (target in chair.beats if isinstance(target, str) else False):
        return
    listed = not isinstance(target, str)
    routes = routes_of(target)
    for index, route in enumerate(routes):
        if route.go not in chair.beats and route.go not in chair.endings:
            here = (*path, index, "go") if listed else path
            near = Near(route.go, [*chair.beats, *chair.endings])
            yield finding("unknown-target", here, name=route.go, near=near)
    yield from fall_through(path, [route.when is None for route in routes], listed=listed)


def _pointers(here: Path, reply_id: str, reply: Reply, beat: Beat) -> Iterator[Finding]:
    for field, name in (("rather", reply.rather), ("same_as", reply.same_as)):
        if name is None or reply.crosses_line:
            continue
        path = (*here, field)
        other = beat.replies.get(name)
        if name == reply_id:
            yield finding("points-at-itself", path, name=name)
        elif other is None:
            near = Near(name, [known for known in beat.replies if known != reply_id])
            yield finding("unknown-reply", path, name=name, near=near)
        elif other.crosses_line:
            yield finding("points-across-the-line", path, name=name)
        elif field == "rather" and set(moves_of(reply)) == set(moves_of(other)):
            yield finding("rather-is-twin", path, name=name)


def _answer(here: Path, chair: Chair, reply: Reply, beat: Beat) -> Iterator[Finding]:
    if reply.answer is None:
        return
    for path, line in each_line(reply.answer):
        if line.instead:
            ending = next((name for name in targets_of(reply, beat) if name in chair.endings), None)
            if ending is not None:
                yield finding("instead-of-ending", (*here, "answer", *path, "instead"), name=ending)
