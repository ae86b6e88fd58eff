"""What is in the picture of a role, format by format the same: boxes, ways, interrupts."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple

from simulator.analysis.picture.marks import NO_MARKS, Marks
from simulator.analysis.picture.words import (
    condition_words,
    drawable,
    interrupt_words,
    offered_words,
    reply_words,
)
from simulator.dialogue.graph import INTERRUPT, OTHERWISE, STOPPED, build_graph, edges_of
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.scenario.model import Beat, Chair, Reply, Scenario
from simulator.scenario.shapes import each_line

OutcomeWords = Callable[[Outcome], str]
Steps = tuple[int, ...]
"""places in the best play, from 1"""


class Kind(StrEnum):
    """What a box stands for."""

    BEAT = "beat"
    ENDING = "ending"
    STOPPED = "stopped"


class Row(NamedTuple):
    """A reply, as it stands in the box of its beat."""

    letter: str
    """short for the reply, on the ways that leave the box"""
    reply: str
    offered: str
    """when it is offered; empty where it always is"""
    words: str
    """what is said, done and written"""
    steps: Steps


class Box(NamedTuple):
    """A beat, an ending, or where the talk is stopped."""

    id: str
    kind: Kind
    outcome: Outcome | None
    meaning: str
    """the outcome in words; empty for a beat"""
    words: str
    """what the partner does and says there at first"""
    rows: tuple[Row, ...]
    odds: float | None


class Part(NamedTuple):
    """Replies that take a way under the same condition."""

    replies: tuple[str, ...]
    condition: str
    """“if …”, “otherwise”, or empty"""


class Way(NamedTuple):
    """Everything that leads from one box to another, as one arrow."""

    source: str
    target: str
    parts: tuple[Part, ...]
    """empty where an ending gives way to another"""
    steps: Steps
    odds: float | None


class Interrupt(NamedTuple):
    """What ends or turns the talk wherever it is."""

    words: str
    target: str


class Picture(NamedTuple):
    """A role, ready to be drawn."""

    title: str
    description: str
    opens: str
    partner: str
    """the partner's name"""
    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]
    interrupts: tuple[Interrupt, ...]
    marks: Marks


def picture_of(
    scenario: Scenario, role: Role, outcome_words: OutcomeWords, marks: Marks = NO_MARKS
) -> Picture:
    """The picture of a role; `outcome_words` says an outcome as people read it.

    Raises `KeyError` where the scenario lacks the role.
    """
    chair = scenario.chair(role)
    edges = edges_of(build_graph(scenario, role))
    pairs = _merged((u, v, key, data) for u, v, key, data in edges if key[1] != INTERRUPT)
    steps = _steps_of_ways(marks, pairs)
    ways = tuple(
        Way(u, v, parts, tuple(steps.get((u, v), ())), marks.way_odds.get((u, v), marks.unseen))
        for (u, v), parts in pairs.items()
    )
    crossed = any(way.target == STOPPED for way in ways)
    return Picture(
        f"{drawable(scenario.title)}, from {_chair_of(scenario, role)}",
        _description(chair),
        chair.opens,
        drawable(scenario.person(role.other).name),
        tuple(_boxes(chair, outcome_words, marks, crossed=crossed)),
        ways,
        tuple(_interrupts(scenario, role)),
        marks,
    )


def _chair_of(scenario: Scenario, role: Role) -> str:
    return f"{drawable(scenario.person(role).name)}'s chair ({role.value})"


def _description(chair: Chair) -> str:
    beats, endings = len(chair.beats), len(chair.endings)
    return (
        f"{beats} {'beat' if beats == 1 else 'beats'} and {endings} "
        f"{'ending' if endings == 1 else 'endings'}. The talk opens at {chair.opens}. "
        "Arrows are named after the replies that lead along them."
    )


def _boxes(
    chair: Chair, outcome_words: OutcomeWords, marks: Marks, *, crossed: bool
) -> Iterator[Box]:
    steps = _steps_of_replies(marks)
    for name, beat in chair.beats.items():
        rows = tuple(
            _row(place, reply_id, reply, tuple(steps.get((name, reply_id), ())))
            for place, (reply_id, reply) in enumerate(beat.replies.items())
        )
        yield Box(
            name, Kind.BEAT, None, "", _first_words(beat), rows, marks.odds.get(name, marks.unseen)
        )
    for name, ending in chair.endings.items():
        words = drawable(outcome_words(ending.outcome))
        about = drawable(ending.meaning)
        yield Box(
            name, Kind.ENDING, ending.outcome, words, about, (), marks.odds.get(name, marks.unseen)
        )
    if crossed:
        words = drawable(outcome_words(Outcome.STOPPED))
        yield Box(
            STOPPED,
            Kind.STOPPED,
            Outcome.STOPPED,
            words,
            "",
            (),
            marks.odds.get(STOPPED, marks.unseen),
        )


def _row(place: int, reply_id: str, reply: Reply, steps: Steps) -> Row:
    return Row(_letter(place), reply_id, offered_words(reply), reply_words(reply), steps)


def _letter(place: int) -> str:
    """a to z, then aa, ab and on."""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(ord("a") + last)


def _first_words(beat: Beat) -> str:
    _, line = next(each_line(beat.lines))
    parts = (beat.scene, line.does, line.says, line.then, line.text)
    return drawable(" ".join(part for part in parts if part))


def _interrupts(scenario: Scenario, role: Role) -> Iterator[Interrupt]:
    chair, partner = scenario.chair(role), drawable(scenario.person(role.other).name)
    for stance, target in chair.interrupts.items():
        if target in chair.beats or target in chair.endings:
            yield Interrupt(interrupt_words(stance, partner), target)


def _merged(edges: Any) -> dict[tuple[str, str], tuple[Part, ...]]:
    """The edges between each two nodes as one, their replies by condition, in order."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for source, target, key, data in edges:
        by_condition = found.setdefault((source, target), {})
        if key[1] != OTHERWISE:
            by_condition.setdefault(_condition(key, data), []).append(key[0])
    return {
        pair: tuple(
            Part(tuple(dict.fromkeys(replies)), condition) for condition, replies in parts.items()
        )
        for pair, parts in found.items()
    }


def _condition(key: tuple[str, int | str], data: Mapping[str, Any]) -> str:
    if data["when"] is not None:
        return f"if {condition_words(data['when'])}"
    return OTHERWISE if isinstance(key[1], int) and key[1] > 0 else ""


def _steps_of_replies(marks: Marks) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for number, step in enumerate(marks.best, start=1):
        found.setdefault(step, []).append(number)
    return found


def _steps_of_ways(
    marks: Marks, pairs: Mapping[tuple[str, str], tuple[Part, ...]]
) -> dict[tuple[str, str], list[int]]:
    """Which exchanges of the best play go along each way, as far as a way is drawn for them."""
    stops = [beat for beat, _ in marks.best] + ([marks.ending] if marks.ending else [])
    found: dict[tuple[str, str], list[int]] = {}
    for number, ((source, target), (_, reply)) in enumerate(
        zip(pairwise(stops), marks.best, strict=False), start=1
    ):
        for pair in _along(source, target, reply, pairs):
            found.setdefault(pair, []).append(number)
    return found


def _along(
    source: str, target: str, reply: str, pairs: Mapping[tuple[str, str], tuple[Part, ...]]
) -> list[tuple[str, str]]:
    """The ways an exchange takes: one, and where the ending gave way to another, on to that."""
    gives_way = {u: v for (u, v), parts in pairs.items() if not parts}
    for (u, first), parts in pairs.items():
        if u != source or not any(reply in part.replies for part in parts):
            continue
        ways, at = [(u, first)], first
        while at != target and at in gives_way and (at, gives_way[at]) not in ways:
            ways.append((at, gives_way[at]))
            at = gives_way[at]
        if at == target:
            return ways
    return []
