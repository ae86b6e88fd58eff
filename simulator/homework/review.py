"""What a therapist reads: one client at a time, assignments with their attempts, over time.

Every number is of an invented partner. None of it is a diagnosis, or a score of a person.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from simulator.homework.assignment import Assignment
from simulator.homework.attempts import Attempt, is_stopped
from simulator.homework.report import Declined, Report, counts, met, talk
from simulator.homework.verifying import Verified, verify
from simulator.language import _, ngettext
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
    signed: tuple[tuple[str, str], ...] = ()
    """a report's id, and the name of whoever signed it; of those that somebody has"""


class Row(NamedTuple):
    """One attempt among all of one assignment."""

    attempt: Attempt
    asked: bool
    """whether it is within the number of plays that was asked for; one that was stopped is not"""


class Reviewed(NamedTuple):
    """One assignment, reviewed."""

    given: Given
    rows: tuple[Row, ...]
    """by day; of a play handed in twice the later report counts, and one that comes out of its
    replies before one that does not"""
    met: bool | None
    """in all of them together; `None` without an aim, where nothing counts towards it yet, and
    where a report does not come out of its replies"""
    verified: bool | None
    """whether every report comes out of its replies; `None` where that cannot be told, or where
    nothing came back yet"""
    differences: tuple[str, ...]
    declined: tuple[Declined, ...]
    remarks: tuple[str, ...] = ()
    """what else there is to know of whether the aim was met"""
    last: Report | None = None
    """the latest report, of those that come out of their replies where there is one; what was said
    besides the talks is as it stands there"""

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
    ranked = _ranked(given.reports, checked)
    rows = tuple(_rows(given.assignment, ranked))
    holds = _holds(checked)
    attempts = [row.attempt for row in rows]
    reached = None if holds is False else met(given.assignment, attempts)
    last = ranked[-1] if ranked else None
    return Reviewed(
        given,
        rows,
        reached,
        holds,
        tuple(_differences(given.reports, checked)),
        last.declined if last else (),
        () if reached is None else tuple(_remarks(given.assignment, attempts)),
        last,
    )


def _ranked(reports: Sequence[Report], checked: Sequence[Verified]) -> list[Report]:
    """Those that do not come out of their replies first, those that do last; so that what is
    claimed never takes the place of what was shown."""
    order = {False: 0, None: 1, True: 2}
    pairs = sorted(zip(reports, checked, strict=True), key=lambda pair: order[pair[1].holds])
    return [report for report, _checked in pairs]


def _differences(reports: Sequence[Report], checked: Sequence[Verified]) -> Iterable[str]:
    """With the report named where there are several."""
    for report, each in zip(reports, checked, strict=True):
        for what in each.differences:
            in_one = _("Report {id}: {what}").format(id=report.id[:8], what=what)
            yield in_one if len(reports) > 1 else what


def _remarks(assignment: Assignment, attempts: Sequence[Attempt]) -> Iterable[str]:
    if not assignment.undo_counts:
        yield _(
            "Only talks in which no reply was taken back count towards the aim. Replaying cannot "
            "show which these are: it is as the client’s program says."
        )
    counting = [talk(one) for one in attempts if counts(one, assignment)]
    again = len(counting) - len(set(counting))
    if again:
        yield ngettext(
            "{count} talk is the same as another in every reply and in its start; towards the aim "
            "the two count once.",
            "{count} talks are the same as another in every reply and in their start; towards the "
            "aim each such talk counts once.",
            again,
        ).format(count=again)


def _holds(checked: Sequence[Verified]) -> bool | None:
    if any(each.holds is False for each in checked):
        return False
    return True if checked and all(each.holds for each in checked) else None


def _rows(assignment: Assignment, reports: Sequence[Report]) -> Iterable[Row]:
    latest = {one.play: one for report in reports for one in report.attempts}
    left = {(task.scenario, task.role): task.plays for task in assignment.scenarios}
    for one in sorted(latest.values(), key=lambda each: each.day):
        chair = (one.scenario, one.role)
        asked = not is_stopped(one) and left.get(chair, 0) > 0
        if asked:
            left[chair] -= 1
        yield Row(one, asked)


def _sharpest(given: Attempt) -> int:
    """By how much tension rose at the hardest turn; nothing where the report names no such turn."""
    curve, turn = given.facts.curve, given.facts.hardest or 0
    return curve[turn].tension - curve[turn - 1].tension if 0 < turn < len(curve) else 0


def stopped(reviewed: Reviewed) -> bool:
    """Whether a play that the client chose to hand in stopped at a crossed line."""
    return any(one.facts.outcome == Outcome.STOPPED.value for one in reviewed.attempts)
