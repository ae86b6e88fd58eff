"""For authors: how often each reply is taken over many reports, and how it divides the plays.

Says nothing of any client and stands on no client's page. Few plays say little: below a minimum
nothing is counted, and what is counted comes with how far it can be off.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import sqrt
from typing import NamedTuple

from simulator.dialogue.conversation import NotOfferedError
from simulator.homework.assignment import Assignment, Task
from simulator.homework.attempts import Attempt, again, is_stopped, setup_of
from simulator.homework.verifying import scenario_of
from simulator.scenario.model import Scenario

LEAST_PLAYS = 20
"""of one chair, below which nothing is said"""
LEAST_TAKEN = 5
"""times that a reply was taken, and not taken where it was offered, to say how it divides plays"""
_SURE = 1.96
"""standard errors to either side that hold 95 of 100 such counts"""


class Taken(NamedTuple):
    """One reply over many plays."""

    beat: str
    reply: str
    offered: int
    """plays in which it was offered at least once"""
    taken: int
    """plays in which it was taken at least once"""
    off_by: float
    """how far the share `taken / offered` can be off, to either side (95 %)"""
    reached_with: float | None
    """share of the plays with it that came to the role's best outcome; `None` where too few"""
    reached_without: float | None
    """the same of the plays in which it was offered and not taken"""


class Counted(NamedTuple):
    """One chair of one text of a scenario."""

    scenario: str
    role: str
    hash: str
    plays: int
    replies: tuple[Taken, ...]
    """none where there are fewer than `LEAST_PLAYS` plays"""


def count(pairs: Iterable[tuple[Assignment, Iterable[Attempt]]]) -> tuple[Counted, ...]:
    """Count over assignments and the attempts that were handed in for them."""
    tasks: dict[tuple[str, str, str], Task] = {}
    attempts: dict[tuple[str, str, str], dict[str, Attempt]] = {}
    for assignment, handed_in in pairs:
        for one in handed_in:
            task = _task(assignment, one)
            if task is None or is_stopped(one):
                continue
            key = (task.scenario, task.role, task.hash)
            tasks[key] = task
            attempts.setdefault(key, {})[one.play] = one
    return tuple(_counted(tasks[key], tuple(attempts[key].values())) for key in sorted(tasks))


def _task(assignment: Assignment, given: Attempt) -> Task | None:
    wanted = (given.scenario, given.role)
    return next((t for t in assignment.scenarios if (t.scenario, t.role) == wanted), None)


def _counted(task: Task, attempts: tuple[Attempt, ...]) -> Counted:
    scenario = scenario_of(task)
    enough = scenario is not None and len(attempts) >= LEAST_PLAYS
    replies = tuple(_taken(task, scenario, attempts)) if scenario and enough else ()
    return Counted(task.scenario, task.role, task.hash, len(attempts), replies)


class _Play(NamedTuple):
    offered: frozenset[tuple[str, str]]
    taken: frozenset[tuple[str, str]]
    reached: bool


def _taken(task: Task, scenario: Scenario, attempts: tuple[Attempt, ...]) -> Iterator[Taken]:
    plays = [play for one in attempts if (play := _play(task, scenario, one))]
    offered = Counter(reply for play in plays for reply in play.offered)
    for reply in sorted(offered):
        with_it = [play.reached for play in plays if reply in play.taken]
        without = [play.reached for play in plays if reply in play.offered - play.taken]
        share = len(with_it) / offered[reply]
        off_by = _SURE * sqrt(share * (1 - share) / offered[reply])
        yield Taken(*reply, offered[reply], len(with_it), off_by, _share(with_it), _share(without))


def _share(reached: list[bool]) -> float | None:
    return sum(reached) / len(reached) if len(reached) >= LEAST_TAKEN else None


def _play(task: Task, scenario: Scenario, given: Attempt) -> _Play | None:
    best = scenario.chair(task.chair).best.value
    talk = again(scenario, setup_of(task, given), ())
    offered: set[tuple[str, str]] = set()
    taken: set[tuple[str, str]] = set()
    try:
        for reply in given.replies:
            offered |= {(talk.beat, offer.id) for offer in talk.offered}
            taken.add((talk.beat, reply))
            talk.choose(reply)
    except NotOfferedError:
        return None
    return _Play(frozenset(offered), frozenset(taken), given.facts.outcome == best)
