"""One assignment as the page shows it: words ready to be set, in the order they are read."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from simulator.coach.aims import aim_words
from simulator.homework.assignment import Assignment, Task
from simulator.homework.attempts import Attempt, is_stopped
from simulator.homework.page import words
from simulator.homework.page.attempt import AttemptView, Fork, attempt_view, fork, in_all
from simulator.homework.page.overview import Overview, overview
from simulator.homework.report import Declined, Report
from simulator.homework.review import Given, Reviewed
from simulator.homework.verifying import scenario_of
from simulator.language import _, ngettext
from simulator.partner.temperaments import TEMPERAMENTS


class AssignmentView(NamedTuple):
    """One assignment, with what came of it."""

    id: str
    title: str
    status: str
    aim: str
    met: str
    handed_in: int
    """attempts that were handed in, stopped ones apart"""
    firsts: int
    facts: tuple[tuple[str, str], ...]
    tasks: tuple[str, ...]
    rationale: str
    stopped: tuple[str, ...]
    """days on which a talk was stopped, where the client handed it in"""
    in_all: tuple[str, ...]
    overview: Overview | None
    attempts: tuple[AttemptView, ...]
    fork: Fork | None
    own_rating: str
    answers: tuple[tuple[str, str], ...]
    declined: tuple[tuple[str, str], ...]
    besides: tuple[str, ...]
    notes: tuple[str, ...]
    verified: str
    differences: tuple[str, ...]
    remarks: tuple[str, ...]
    hashes: tuple[tuple[str, str], ...]

    @property
    def tables(self) -> tuple[tuple[str, tuple[AttemptView, ...]], ...]:
        """First tries apart from practice; only what there is."""
        groups = (
            ("first", tuple(one for one in self.attempts if one.first_try)),
            ("practice", tuple(one for one in self.attempts if not one.first_try)),
        )
        return tuple((name, group) for name, group in groups if group)

    @property
    def has_ratings(self) -> bool:
        """Whether anybody rated anything."""
        return self.own_rating != "–" or any(set(one.ratings) != {"–"} for one in self.attempts)


def assignment_view(reviewed: Reviewed, number: int, today: date) -> AssignmentView:
    """An assignment and its reports."""
    given = reviewed.given
    id_ = f"a{number}"
    attempts = tuple(_attempts(reviewed, id_))
    going = [one for one in reviewed.attempts if not is_stopped(one)]
    last = reviewed.last
    return AssignmentView(
        id_,
        _("Assignment of {day}").format(day=words.day_words(given.assignment.made)),
        words.status_words(reviewed, today),
        _aim(given.assignment),
        words.reached_words(reviewed) if given.reports else "–",
        len(attempts),
        sum(one.first_try for one in attempts),
        tuple(_facts(given.assignment)),
        tuple(_task(task) for task in given.assignment.scenarios),
        given.assignment.rationale,
        tuple(words.day_words(one.day) for one in reviewed.attempts if is_stopped(one)),
        tuple(in_all(reviewed, going)) if going else (),
        overview(going, f"{id_}-over"),
        attempts,
        _fork(reviewed, going),
        "–" if given.rating is None else str(given.rating),
        tuple(_answers(last, given.assignment)),
        tuple(_declined(one, given.assignment) for one in reviewed.declined),
        tuple(report.words for report in given.reports if report.words),
        given.notes,
        words.verified_words(reviewed),
        reviewed.differences,
        reviewed.remarks,
        tuple(_hashes(given, last)),
    )


def _attempts(reviewed: Reviewed, id_: str) -> Iterator[AttemptView]:
    rows = [row for row in reviewed.rows if not is_stopped(row.attempt)]
    for number, row in enumerate(rows, 1):
        yield attempt_view(reviewed, row.attempt, number, f"{id_}-t{number}", asked=row.asked)


def _fork(reviewed: Reviewed, going: list[Attempt]) -> Fork | None:
    hardest = reviewed.hardest
    if hardest is None:
        return None
    number = going.index(hardest) + 1
    name = _("Attempt {number}").format(number=number)
    return fork(reviewed, hardest, name)


def _aim(assignment: Assignment) -> str:
    """In the therapist's words where they wrote it in words."""
    body = assignment.aim
    if body is None:
        return _("no aim was set")
    if body.words:
        return body.words
    try:
        return aim_words(body.aim)
    except (KeyError, ValueError):
        return body.kind


def _facts(given: Assignment) -> Iterator[tuple[str, str]]:
    if given.due:
        yield _("Due"), words.day_words(given.due)
    if given.spacing:
        days = ngettext("{count} day apart", "{count} days apart", given.spacing)
        yield _("Spacing"), days.format(count=given.spacing)
    yield _("Help in play"), words.coaching_words(given.coaching)
    counts = _("count towards the aim") if given.undo_counts else _("do not count towards the aim")
    yield _("Talks in which a reply was taken back"), counts
    yield _("Asked to be shared"), words.share_words(given.share)


def _task(task: Task) -> str:
    scenario = scenario_of(task)
    title = scenario.title if scenario else task.scenario
    name = scenario.person(task.chair).name if scenario else task.role
    kind = TEMPERAMENTS.get(task.temperament)
    said = ngettext(
        "“{title}” as {name}, {doing}; an invented partner who is {kind}; {count} play",
        "“{title}” as {name}, {doing}; an invented partner who is {kind}; {count} plays",
        task.plays,
    )
    return said.format(
        title=title,
        name=name,
        doing=words.chair_words(task.role),
        kind=_(kind.name) if kind else task.temperament,
        count=task.plays,
    )


def _answers(report: Report | None, given: Assignment) -> Iterator[tuple[str, str]]:
    if report and "reflections" in set(report.shared) & set(given.share):
        for answer in report.answers:
            yield answer.question, answer.words


def _declined(one: Declined, assignment: Assignment) -> tuple[str, str]:
    known = {f"{task.scenario}/{task.role}": task for task in assignment.scenarios}
    task = known.get(one.what)
    return _task(task) if task else one.what, one.why


def _hashes(given: Given, last: Report | None) -> Iterator[tuple[str, str]]:
    yield _("Assignment"), given.assignment.id
    signed = dict(given.signed)
    for report in given.reports:
        said = _("{id}, of {day}")
        if report.id in signed:
            said = _("{id}, of {day}, signed by {name}")
        day = words.day_words(report.made)
        yield _("Report"), said.format(id=report.id, day=day, name=signed.get(report.id))
    yield _("Program"), last.program if last else given.assignment.program
    yield _("Rule of the partner"), last.rule if last else given.assignment.rule
    for task in given.assignment.scenarios:
        yield _("Scenario {name}").format(name=task.scenario), task.hash
