"""Where an assignment stands for the one who practises: due, doing, done, or no longer asked for."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from simulator.homework.assignment import Assignment, Task


class Stage(StrEnum):
    """How far it is."""

    DUE = "due"
    DOING = "doing"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class Had(NamedTuple):
    """A play that was had under an assignment."""

    play: str
    """its id in the journal"""
    scenario: str
    role: str
    finished: bool
    """whether it came to an end; one that stopped at a crossed line did not"""
    on: date


class Share(NamedTuple):
    """One scenario and chair of an assignment."""

    task: Task
    finished: int
    """plays that came to an end"""
    declined: bool

    @property
    def left(self) -> int:
        """How many plays are still asked for."""
        return 0 if self.declined else max(0, self.task.plays - self.finished)


class Standing(NamedTuple):
    """An assignment and what came of it so far."""

    stage: Stage
    shares: tuple[Share, ...]
    next_from: date | None
    """the first day on which the next play keeps the spacing that was asked for"""
    days_left: int | None
    """until it is due; negative once that day has passed"""

    @property
    def next_task(self) -> Task | None:
        """What to practise next: what has the most plays left."""
        most = max(self.shares, key=lambda share: share.left, default=None)
        return most.task if most and most.left else None


def standing(
    assignment: Assignment,
    plays: Sequence[Had],
    today: date,
    *,
    declined: frozenset[tuple[str, str]] = frozenset(),
    reported: bool = False,
    withdrawn: bool = False,
) -> Standing:
    """Where it stands. `declined` holds scenario and role of what the client said no to."""
    shares = tuple(_share(task, plays, declined) for task in assignment.scenarios)
    due = assignment.due_on
    return Standing(
        _stage(shares, bool(plays), reported=reported, withdrawn=withdrawn),
        shares,
        _next_from(assignment, plays),
        None if due is None else (due - today).days,
    )


def _share(task: Task, plays: Sequence[Had], declined: frozenset[tuple[str, str]]) -> Share:
    chair = (task.scenario, task.role)
    finished = sum(play.finished for play in plays if (play.scenario, play.role) == chair)
    return Share(task, finished, chair in declined)


def _stage(
    shares: Sequence[Share],
    begun: bool,  # noqa: FBT001
    *,
    reported: bool,
    withdrawn: bool,
) -> Stage:
    if withdrawn:
        return Stage.WITHDRAWN
    if reported or not any(share.left for share in shares):
        return Stage.DONE
    return Stage.DOING if begun else Stage.DUE


def _next_from(assignment: Assignment, plays: Sequence[Had]) -> date | None:
    if not assignment.spacing or not plays:
        return None
    return max(play.on for play in plays) + timedelta(days=assignment.spacing)
