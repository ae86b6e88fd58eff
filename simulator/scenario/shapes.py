"""The shapes an author may choose between, read as one."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.partner.moves import Role
from simulator.partner.stances import Stance
from simulator.scenario.model import (
    Beat,
    Chair,
    Condition,
    Ending,
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


def targets_of(reply: Reply, beat: Beat) -> tuple[str, ...]:
    """Where a reply may lead, in order of its routes; empty where nothing is written."""
    target = reply.to if reply.to is not None else beat.to
    if target is None or reply.crosses_line:
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
    for group in stanced(lines):
        for index, line in enumerate(group.lines):
            yield ((*group.path, index) if group.listed else group.path), line


def moves_of(reply: Reply) -> tuple[str, ...]:
    """The moves of a reply, in order; none where it crosses the line."""
    return tuple(reply.moves or ())


def phrases_of(reply: Reply) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each move with the phrases that carry it; no phrase means the whole reply."""
    if not isinstance(reply.moves, dict):
        return tuple((move, ()) for move in moves_of(reply))
    return tuple(
        (move, words if isinstance(words, tuple) else (words,) if words else ())
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
    for beat_id, beat in chair.beats.items():
        at: Path = (role.value, "beats", beat_id)
        for path, line in each_line(beat.lines):
            yield (*at, "lines", *path), line
        for reply_id, reply in beat.replies.items():
            if reply.answer is not None:
                for path, line in each_line(reply.answer):
                    yield (*at, "replies", reply_id, "answer", *path), line
    for ending_id, ending in chair.endings.items():
        for path, line in each_line(ending.lines):
            yield (role.value, "endings", ending_id, "lines", *path), line


def each_condition(role: Role, chair: Chair) -> Iterator[tuple[Path, Condition]]:
    """Every condition of a chair with its whole path."""
    for path, line in each_spoken(role, chair):
        if line.when is not None:
            yield (*path, "when"), line.when
    for beat_id, beat in chair.beats.items():
        at: Path = (role.value, "beats", beat_id)
        yield from _of_routes((*at, "to"), beat.to)
        for reply_id, reply in beat.replies.items():
            here = (*at, "replies", reply_id)
            if reply.when is not None:
                yield (*here, "when"), reply.when
            yield from _of_routes((*here, "to"), reply.to)


def _of_routes(path: Path, target: Target | None) -> Iterator[tuple[Path, Condition]]:
    if isinstance(target, tuple):
        for index, route in enumerate(target):
            if route.when is not None:
                yield (*path, index, "when"), route.when


def node(chair: Chair, name: str) -> Beat | Ending | None:
    """The beat or ending of this name."""
    return chair.beats.get(name) or chair.endings.get(name)
