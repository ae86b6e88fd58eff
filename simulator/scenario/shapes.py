"""The shapes an author may choose between, read as one."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.partner.moves import Role
from simulator.partner.stances import Stance
from simulator.scenario.model import (
    Beat,
    Chair,
    Condition,
    Line,
    Lines,
    Reply,
    Route,
    Target,
)
from simulator.scenario.positions import Path


class StancedLines(NamedTuple):
    """The lines written for one stance, or for all of them (`None`)."""

    stance: Stance | None
    lines: tuple[Line, ...]
    path: Path
    """below the field they stand in"""
    listed: bool
    """written as a list"""


def routes_of(target: Target) -> tuple[Route, ...]:
    """A target as routes; a plain one is a route without a condition."""
    return (Route(go=target),) if isinstance(target, str) else target


def target_of(reply: Reply, beat: Beat) -> Target | None:
    """Where a reply leads: its own target, or else its beat's; `None` where nothing is written,
    or where the play stops."""
    if reply.crosses_line:
        return None
    return beat.to if reply.to is None else reply.to


def targets_of(reply: Reply, beat: Beat) -> tuple[str, ...]:
    """Where a reply may lead, in order of its routes; empty where nothing is written."""
    target = target_of(reply, beat)
    if target is None:
        return ()
    return (target,) if isinstance(target, str) else tuple(route.go for route in target)


def stanced(lines: Lines) -> tuple[StancedLines, ...]:
    """Lines by the stance they are written for."""
    if isinstance(lines, Line):
        return (StancedLines(None, (lines,), (), listed=False),)
    if isinstance(lines, tuple):
        return (StancedLines(None, lines, (), listed=True),)
    return tuple(
        StancedLines(stance, (entry,), (stance.value,), listed=False)
        if isinstance(entry, Line)
        else StancedLines(stance, entry, (stance.value,), listed=True)
        for stance, entry in lines.items()
    )


def each_line(lines: Lines) -> Iterator[tuple[Path, Line]]:
    """Every line with its path below the field."""
    if isinstance(lines, Line):
        yield (), lines
    elif isinstance(lines, tuple):
        for index, line in enumerate(lines):
            yield (index,), line
    else:
        for stance, entry in lines.items():
            if isinstance(entry, Line):
                yield (stance.value,), entry
            else:
                for index, line in enumerate(entry):
                    yield (stance.value, index), line


def moves_of(reply: Reply) -> tuple[str, ...]:
    """The moves of a reply, in order; none where it crosses the line."""
    return tuple(reply.moves or ())


def phrases_of(reply: Reply) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each move with the phrases that carry it; no phrase means the whole reply."""
    if not isinstance(reply.moves, dict):
        return tuple((move, ()) for move in moves_of(reply))
    return tuple(
        (move, words if isinstance(words, tuple) else (words,) if words.strip() else ())
        for move, words in reply.moves.items()
    )


def words_of(reply: Reply) -> tuple[str, ...]:
    """What the player says, does and writes, as far as it is there."""
    return tuple(words for words in (reply.say, reply.does, reply.text) if words)


def each_reply(chair: Chair) -> Iterator[tuple[str, Beat, str, Reply]]:
    """Every reply: beat id, beat, reply id, reply."""
    for beat_id, beat in chair.beats.items():
        for reply_id, reply in beat.replies.items():
            yield beat_id, beat, reply_id, reply


def each_spoken(role: Role, chair: Chair) -> Iterator[tuple[Path, Line]]:
    """Every line of a chair with its whole path: of beats, answers and endings."""
    for path, lines in each_lines(role, chair):
        if isinstance(lines, Line):
            yield path, lines
        else:
            for inner, line in each_line(lines):
                yield (*path, *inner), line


def each_lines(role: Role, chair: Chair) -> Iterator[tuple[Path, Lines]]:
    """Every place where lines are written, with its path: of beats, answers and endings."""
    of = role.value
    for beat_id, beat in chair.beats.items():
        yield (of, "beats", beat_id, "lines"), beat.lines
        for reply_id, reply in beat.replies.items():
            if reply.answer is not None:
                yield (of, "beats", beat_id, "replies", reply_id, "answer"), reply.answer
    for ending_id, ending in chair.endings.items():
        yield (of, "endings", ending_id, "lines"), ending.lines


def each_condition(role: Role, chair: Chair) -> Iterator[tuple[Path, Condition]]:
    """Every condition of a chair with its whole path."""
    of = role.value
    for path, lines in each_lines(role, chair):
        if not isinstance(lines, Line) or lines.when is not None:
            for inner, line in each_line(lines):
                if line.when is not None:
                    yield (*path, *inner, "when"), line.when
    for beat_id, beat in chair.beats.items():
        if isinstance(beat.to, tuple):
            yield from _of_routes((of, "beats", beat_id, "to"), beat.to)
        for reply_id, reply in beat.replies.items():
            if reply.when is not None:
                yield (of, "beats", beat_id, "replies", reply_id, "when"), reply.when
            if isinstance(reply.to, tuple):
                yield from _of_routes((of, "beats", beat_id, "replies", reply_id, "to"), reply.to)


def _of_routes(path: Path, routes: tuple[Route, ...]) -> Iterator[tuple[Path, Condition]]:
    for index, route in enumerate(routes):
        if route.when is not None:
            yield (*path, index, "when"), route.when


def each_target(role: Role, chair: Chair) -> Iterator[tuple[Path, str]]:
    """Every place a reply may lead, with the path of its name."""
    for beat_id, beat, reply_id, reply in each_reply(chair):
        yield from each_target_of(role, beat_id, beat, reply_id, reply)


def each_target_of(
    role: Role, beat_id: str, beat: Beat, reply_id: str, reply: Reply
) -> Iterator[tuple[Path, str]]:
    """Every place one reply may lead, with the path of its name: its own, or its beat's."""
    at: Path = (role.value, "beats", beat_id)
    target = target_of(reply, beat)
    if target is None:
        return
    path: Path = (*at, "to") if reply.to is None else (*at, "replies", reply_id, "to")
    if isinstance(target, str):
        yield path, target
        return
    for index, route in enumerate(target):
        yield (*path, index, "go"), route.go


def is_of_beat(path: Path) -> bool:
    """Whether a path below a chair leads into a beat, and not into an ending."""
    return path[1] == "beats"


def is_own_line(path: Path) -> bool:
    """Whether a path leads into a beat's own lines."""
    return path[1] == "beats" and path[3] == "lines"


def is_answer(path: Path) -> bool:
    """Whether a path leads into the answer to a reply."""
    return len(path) > 5 and path[1] == "beats" and path[3] == "replies" and path[5] == "answer"
