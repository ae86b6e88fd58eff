"""Holding a report against the assignment it answers: its numbers come out of its replies, or not."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from simulator.dialogue.conversation import NotOfferedError
from simulator.homework.assignment import Assignment, Task
from simulator.homework.attempts import Attempt, again, facts, setup_of
from simulator.homework.report import Report, met
from simulator.language import _
from simulator.partner.rule import rule_fingerprint
from simulator.scenario.fingerprint import fingerprint
from simulator.scenario.load import load_bytes
from simulator.scenario.model import Scenario


class OtherAssignmentError(ValueError):
    """A report that answers another assignment; nothing of it is used."""


class Verified(NamedTuple):
    """What came of replaying a report."""

    holds: bool | None
    """`None` where this program plays by another rule, so that it cannot be told"""
    differences: tuple[str, ...]
    """in words; empty where it holds"""


def verify(report: Report, assignment: Assignment) -> Verified:
    """Replay every attempt from its replies and compare all that replaying shows.

    Raises `OtherAssignmentError`. What replaying cannot show (the day, undo, hints, first tries,
    ratings and words) is as the client's program says.
    """
    if (report.assignment, report.nonce) != (assignment.id, assignment.nonce):
        raise OtherAssignmentError(_("This report answers another assignment."))
    if report.rule != rule_fingerprint():
        return Verified(None, (_("It was played by another version of the partner's rule."),))
    differences = tuple(_differences(report, assignment))
    return Verified(not differences, differences)


def _differences(report: Report, assignment: Assignment) -> Iterator[str]:
    if report.client != assignment.client:
        yield _("It carries another code name.")
    if report.aim != assignment.aim:
        yield _("It was held against another aim.")
    if set(report.shared) - set(assignment.share):
        yield _("It shares more than the assignment asks for.")
    if {(one.scenario, one.hash) for one in report.scenarios} != _texts(assignment):
        yield _("It was played with other texts of the scenarios.")
    if len({one.play for one in report.attempts}) < len(report.attempts):
        yield _("The same talk is in it more than once.")
    for number, one in enumerate(report.attempts, 1):
        what = _attempt(one, assignment)
        if what:
            yield _("Attempt {number}: {what}").format(number=number, what=what)
    if report.met != met(assignment, report.attempts):
        yield _("Whether the aim was met comes out otherwise.")


def _texts(assignment: Assignment) -> set[tuple[str, str]]:
    return {(task.scenario, task.hash) for task in assignment.scenarios}


def _attempt(given: Attempt, assignment: Assignment) -> str | None:
    """What is amiss with one attempt."""
    task = next((t for t in assignment.scenarios if _is_of(given, t)), None)
    if task is None:
        return _("the assignment has no such scenario and chair.")
    scenario = scenario_of(task)
    if scenario is None:
        return _("its scenario cannot be read, or is not the one that was sent.")
    if given.start.rule != rule_fingerprint():
        return _("it was played by another version of the partner's rule.")
    aim = assignment.aim.aim if assignment.aim else None
    try:
        found = facts(again(scenario, setup_of(task, given), given.replies), aim)
    except (NotOfferedError, ValueError, KeyError):
        return _("its replies cannot be played again.")
    return None if found == given.facts else _("its numbers do not come out of its replies.")


def _is_of(given: Attempt, task: Task) -> bool:
    return (given.scenario, given.role) == (task.scenario, task.role)


@lru_cache(maxsize=64)
def scenario_of(task: Task) -> Scenario | None:
    """The scenario that travelled with a task; `None` where it is not what its hash says."""
    scenario = load_bytes(task.text.encode(), f"{task.scenario}.yaml").scenario
    if scenario is None or fingerprint(scenario) != task.hash:
        return None
    return scenario
