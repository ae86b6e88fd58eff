"""The client's side: what was given, how far it is, and what is handed in."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, NamedTuple

from pydantic import ValidationError

from simulator.dialogue.setup import SetupError, make_setup
from simulator.homework.assignment import (
    Assignment,
    Task,
    Withdrawal,
    assignment_of,
    body_of,
)
from simulator.homework.report import Declined
from simulator.homework.standing import Had, Stage, Standing, standing
from simulator.homework.verifying import scenario_of
from simulator.journal.desk import Kept
from simulator.journal.events import Play
from simulator.journal.journal import Journal
from simulator.language import _
from simulator.partner.outcomes import Outcome
from simulator.partner.rule import rule_fingerprint
from simulator.practice.homework.days import local_day
from simulator.practice.opening import vet
from simulator.practice.safe import shown
from simulator.scenario.load import load_bytes

CLIENT = "client"
DECLINED, WITHDRAWN, REPORTED = "declined", "withdrawn", "reported"


class HomeworkError(Exception):
    """Something about homework that cannot be done; a sentence for people says what and why."""


@contextmanager
def within_limits() -> Iterator[None]:
    """Turns text that is longer than a file takes into a `HomeworkError`."""
    try:
        yield
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise HomeworkError(
            _("It cannot be put into a file as it is: {where}, {why}. Shorten it.").format(
                where=where, why=first["msg"]
            )
        ) from error


class Homework(NamedTuple):
    """One assignment as its client has it."""

    assignment: Assignment
    standing: Standing
    plays: tuple[Play, ...]
    """had under it, oldest first"""
    declined: Mapping[tuple[str, str], str]
    """why, by scenario and role of what the client said no to; the reason may be empty"""
    opened: datetime
    farewell: str | None
    """the therapist's words where it was withdrawn"""

    @property
    def id(self) -> str:
        """Of the assignment."""
        return self.assignment.id


def receive(journal: Journal, assignment: Assignment, at: datetime) -> bool:
    """Take an assignment in; false where it was there already.

    Raises `HomeworkError` where a scenario in it is not what its hash says, or cannot be played
    here, and `JournalError`, also where another one of this id is here. Nothing is kept then.
    """
    for task in assignment.scenarios:
        if not _can_be_played(task):
            raise HomeworkError(
                _(
                    "“{scenario}” in this file is not the scenario it claims to be, or this "
                    "version cannot read it. Nothing was taken in; ask for the file again."
                ).format(scenario=task.scenario)
            )
    known = any(kept.id == assignment.id for kept in journal.desk.all(CLIENT))
    journal.desk.add(CLIENT, assignment.id, body_of(assignment), at)
    return not known


def _can_be_played(task: Task) -> bool:
    """Whether the text is what its hash says, without errors, and allows this chair and partner."""
    scenario = scenario_of(task)
    if scenario is None:
        return False
    opened = vet(load_bytes(task.text.encode(), f"{task.scenario}.yaml"))
    try:
        make_setup(scenario, task.chair, temperament=task.temperament, seed=0)
    except SetupError:
        return False
    return opened.scenario is not None


def end(journal: Journal, withdrawal: Withdrawal, at: datetime) -> Homework:
    """Take in that an assignment is no longer asked for. Raises `HomeworkError`."""
    homework = one(journal, withdrawal.assignment, local_day(at))
    if homework.assignment.nonce != withdrawal.nonce:
        raise HomeworkError(_("This withdrawal belongs to another assignment."))
    if homework.standing.stage is not Stage.WITHDRAWN:
        journal.desk.note(homework.id, WITHDRAWN, {"words": withdrawal.words}, at, CLIENT)
    return one(journal, withdrawal.assignment, local_day(at))


def every(journal: Journal, today: date) -> tuple[Homework, ...]:
    """All homework that was opened here, oldest first."""
    plays = journal.plays(with_stopped=True)
    return tuple(_homework(kept, plays, today) for kept in journal.desk.all(CLIENT))


def one(journal: Journal, id_: str, today: date) -> Homework:
    """One homework by the beginning of its id. Raises `HomeworkError`."""
    try:
        kept = journal.desk.one(id_, CLIENT)
    except LookupError as error:
        raise HomeworkError(str(error)) from error
    return _homework(kept, journal.plays(with_stopped=True), today)


def decline(journal: Journal, homework: Homework, task: Task, why: str, at: datetime) -> None:
    """Keep that the client says no to one part, and why, if they want to say.

    Raises `HomeworkError` where that is too long, and `JournalError`.
    """
    why = shown(why)
    with within_limits():
        Declined(what=f"{task.scenario}/{task.role}", why=why)
    data = {"scenario": task.scenario, "role": task.role, "why": why}
    journal.desk.note(homework.id, DECLINED, data, at, CLIENT)


def handed_in(
    journal: Journal, homework: Homework, report: Mapping[str, Any], at: datetime
) -> None:
    """Keep that a report was made, and of which plays."""
    journal.desk.note(homework.id, REPORTED, report, at, CLIENT)


def can_count(homework: Homework) -> bool:
    """Whether plays here come out as the one who made it meant: by the same rule."""
    return homework.assignment.rule == rule_fingerprint()


def _homework(kept: Kept, plays: Sequence[Play], today: date) -> Homework:
    assignment = assignment_of(kept.body)
    texts = {task.hash for task in assignment.scenarios}
    mine = tuple(
        play
        for play in plays
        if play.assignment == assignment.id
        and play.setup.scenario in texts
        and _with_partner_asked(play, assignment)
    )
    declined = {
        (str(entry.data["scenario"]), str(entry.data["role"])): str(entry.data["why"])
        for entry in kept.entries
        if entry.kind == DECLINED
    }
    withdrawn = [entry for entry in kept.entries if entry.kind == WITHDRAWN]
    return Homework(
        assignment,
        standing(
            assignment,
            tuple(map(_had, mine)),
            today,
            declined=frozenset(declined),
            reported=any(entry.kind == REPORTED for entry in kept.entries),
            withdrawn=bool(withdrawn),
        ),
        mine,
        declined,
        kept.opened,
        str(withdrawn[-1].data.get("words", "")) if withdrawn else None,
    )


def _with_partner_asked(play: Play, assignment: Assignment) -> bool:
    """False for a talk that was had once more with a partner of another temperament."""
    task = assignment.task(play.scenario, play.setup.role)
    return task is None or play.setup.temperament == task.temperament


def _had(play: Play) -> Had:
    role = play.setup.role.value
    went_through = play.finished and play.outcome is not Outcome.STOPPED
    return Had(play.id, play.scenario, role, went_through, local_day(play.started))
