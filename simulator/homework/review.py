"""What a therapist reads: one client at a time, assignments with their attempts, over time.

Every number is of an invented partner. None of it is a diagnosis, or a score of a person.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from simulator.homework.assignment import Assignment
from simulator.homework.attempts import Attempt, is_stopped
from simulator.homework.report import Declined, Report
from simulator.homework.verifying import Verified, verify
from simulator.partner.outcomes import Outcome


class Given(NamedTuple):
    """An assignment as the desk holds it, with what came back."""

    assignment: Assignment
    reports: tuple[Report, ...]
    """oldest first"""
    withdrawn: bool = False
    notes: tuple[str, ...] = ()
    """the therapist's own, for the session"""
    rating: int | None = None
    """the therapist's own of how it went, 0 to 4"""


class Row(NamedTuple):
    """One attempt among all of one assignment."""

    attempt: Attempt
    asked: bool
    """whether it is within the number of plays that was asked for"""


class Reviewed(NamedTuple):
    """One assignment, reviewed."""

    given: Given
    rows: tuple[Row, ...]
    """by day; of a play handed in twice the later report counts"""
    met: bool | None
    verified: bool | None
    """whether every report comes out of its replies; `None` where that cannot be told, or where
    nothing came back yet"""
    differences: tuple[str, ...]
    declined: tuple[Declined, ...]

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """What was handed in."""
        return tuple(row.attempt for row in self.rows)

    @property
    def first_tries(self) -> tuple[Attempt, ...]:
        """Without what repeats replies chosen before: that is practice."""
        return tuple(one for one in self.attempts if one.first_try)

    @property
    def hardest(self) -> Attempt | None:
        """The attempt with the sharpest turn of all."""
        with_turn = [one for one in self.attempts if _sharpest(one) > 0 and not is_stopped(one)]
        return max(with_turn, key=_sharpest, default=None)


class Client(NamedTuple):
    """One client, by code name."""

    name: str
    assignments: tuple[Reviewed, ...]
    """oldest first"""


def review(givens: Iterable[Given]) -> tuple[Client, ...]:
    """Everything on the desk, by client's code name.

    Raises `OtherAssignmentError` where a report stands beside an assignment it does not answer.
    """
    by_client: dict[str, list[Reviewed]] = {}
    for given in sorted(givens, key=lambda one: (one.assignment.made, one.assignment.id)):
        by_client.setdefault(given.assignment.client, []).append(_reviewed(given))
    return tuple(Client(name, tuple(by_client[name])) for name in sorted(by_client))


def _reviewed(given: Given) -> Reviewed:
    checked = [verify(report, given.assignment) for report in given.reports]
    last = given.reports[-1] if given.reports else None
    return Reviewed(
        given,
        tuple(_rows(given)),
        last.met if last else None,
        _holds(checked),
        tuple(what for each in checked for what in each.differences),
        last.declined if last else (),
    )


def _holds(checked: Sequence[Verified]) -> bool | None:
    if any(each.holds is False for each in checked):
        return False
    return True if checked and all(each.holds for each in checked) else None


def _rows(given: Given) -> Iterable[Row]:
    latest = {one.play: one for report in given.reports for one in report.attempts}
    taken: dict[tuple[str, str], int] = {}
    asked = {(task.scenario, task.role): task.plays for task in given.assignment.scenarios}
    for one in sorted(latest.values(), key=lambda each: each.day):
        chair = (one.scenario, one.role)
        taken[chair] = taken.get(chair, 0) + 1
        yield Row(one, taken[chair] <= asked.get(chair, 0))


def _sharpest(given: Attempt) -> int:
    """By how much tension rose at the hardest turn; nothing where the report names no such turn."""
    curve, turn = given.facts.curve, given.facts.hardest or 0
    return curve[turn].tension - curve[turn - 1].tension if 0 < turn < len(curve) else 0


def stopped(reviewed: Reviewed) -> bool:
    """Whether a play that the client chose to hand in stopped at a crossed line."""
    return any(one.facts.outcome == Outcome.STOPPED.value for one in reviewed.attempts)
