"""Holding a report against the assignment it answers: its numbers come out of its replies, or not."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from simulator.dialogue.conversation import NotOfferedError
from simulator.dialogue.setup import SetupError, make_setup
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
    """Replay every attempt from a start that the assignment allows and from its replies, compare
    all that replaying shows, and see whether the rest fits together.

    Raises `OtherAssignmentError`. What neither can show (the day itself, replies taken back,
    hints, which talk was a first try, ratings and words) is as the client's program says.
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
    yield from _between(report)
    yield from _words(report, assignment)
    if report.made < _earliest(assignment):
        yield _("It is dated before its assignment.")
    for number, one in enumerate(report.attempts, 1):
        for what in _attempt(one, report, assignment):
            yield _("Attempt {number}: {what}").format(number=number, what=what)
    if report.met != met(assignment, report.attempts):
        yield _("Whether the aim was met comes out otherwise.")


def _texts(assignment: Assignment) -> set[tuple[str, str]]:
    return {(task.scenario, task.hash) for task in assignment.scenarios}


def _between(report: Report) -> Iterator[str]:
    """What does not fit between the attempts of one report."""
    if len({one.play for one in report.attempts}) < len(report.attempts):
        yield _("The same talk is in it more than once.")
    firsts = Counter(
        (one.scenario, one.role, one.temperament) for one in report.attempts if one.first_try
    )
    if any(count > 1 for count in firsts.values()):
        yield _("More than one talk of the same scenario and chair is called a first try.")


def _words(report: Report, assignment: Assignment) -> Iterator[str]:
    """Answers and sentences that were not agreed on, and answers to what was not asked."""
    if {answer.question for answer in report.answers} - set(assignment.questions):
        yield _("It answers a question that the assignment does not ask.")
    if "reflections" in report.shared:
        return
    if report.answers:
        yield _("Answers are in it, and they are not named as shared.")
    if any(note.words for one in report.attempts for note in one.notes):
        yield _("Sentences of the client are in it, and they are not named as shared.")


def _earliest(assignment: Assignment) -> str:
    """The first day on which anything can have been had under it: where the client lives it may
    still be the day before."""
    made = date.fromisoformat(assignment.made)
    return made.isoformat() if made == date.min else (made - timedelta(days=1)).isoformat()


def _attempt(given: Attempt, report: Report, assignment: Assignment) -> Iterator[str]:
    """What is amiss with one attempt."""
    if not _earliest(assignment) <= given.day <= report.made:
        yield _("its day is not between that of the assignment and that of the report.")
    if given.guesses and given.guesses.matched > given.guesses.made:
        yield _("more guesses agree with the meters than were made.")
    what = _replayed(given, assignment)
    if what:
        yield what


def _replayed(given: Attempt, assignment: Assignment) -> str | None:
    """What replaying it shows to be amiss."""
    task = next((t for t in assignment.scenarios if _is_of(given, t)), None)
    if task is None:
        return _("the assignment has no such scenario and chair.")
    scenario = scenario_of(task)
    if scenario is None:
        return _("its scenario cannot be read, or is not the one that was sent.")
    if given.start.rule != rule_fingerprint():
        return _("it was played by another version of the partner's rule.")
    if not begins_as_asked(given, task, scenario):
        return _("it does not begin as the assignment and its scenario have it.")
    aim = assignment.aim.aim if assignment.aim else None
    try:
        found = facts(again(scenario, setup_of(task, given), given.replies), aim)
    except (NotOfferedError, ValueError, KeyError):
        return _("its replies cannot be played again.")
    return None if found == given.facts else _("its numbers do not come out of its replies.")


def _is_of(given: Attempt, task: Task) -> bool:
    return (given.scenario, given.role) == (task.scenario, task.role)


def begins_as_asked(given: Attempt, task: Task, scenario: Scenario) -> bool:
    """Whether its start is one that the task and the scenario allow, with this program's rule."""
    start = given.start
    try:
        allowed = make_setup(
            scenario,
            task.chair,
            temperament=task.temperament,
            tension=start.tension,
            seed=start.seed,
        )
    except SetupError:
        return False
    return setup_of(task, given) == allowed


@lru_cache(maxsize=64)
def scenario_of(task: Task) -> Scenario | None:
    """The scenario that travelled with a task; `None` where it is not what its hash says."""
    scenario = load_bytes(task.text.encode(), f"{task.scenario}.yaml").scenario
    if scenario is None or fingerprint(scenario) != task.hash:
        return None
    return scenario
