"""A talk under an assignment: its own text, its temperament, its level of coaching."""

from simulator.homework.assignment import Assignment, Task, assignment_of
from simulator.homework.verifying import scenario_of
from simulator.journal.journal import Journal
from simulator.language import _
from simulator.practice.homework.client import CLIENT, HomeworkError
from simulator.practice.homework.skipping import way_to
from simulator.practice.homework.words import aim_line
from simulator.practice.keeping import Asked, Keep, Keeping
from simulator.practice.sitting import Sitting, begin


def begin_under(
    assignment: Assignment,
    task: Task,
    keeping: Keeping | None,
    *,
    tension: int | None = None,
    seed: int | None = None,
) -> Sitting:
    """A new sitting, kept under the assignment where it is kept.

    Raises `SetupError`, and `HomeworkError` where the text cannot be played here.
    """
    scenario = scenario_of(task)
    if scenario is None:
        raise HomeworkError(
            _("“{scenario}” cannot be played by this version.").format(scenario=task.scenario)
        )
    asked = _asked(assignment)
    keep = Keep(keeping, task.scenario, task.text, assignment.id, asked) if keeping else None
    sitting = begin(
        scenario, task.chair, temperament=task.temperament, tension=tension, seed=seed, keep=keep
    )
    sitting.asked = asked
    return sitting


def asked_by(journal: Journal, id_: str) -> Asked | None:
    """What the homework of this id asks for; `None` where it is not here. Raises `JournalError`."""
    bodies = (kept.body for kept in journal.desk.all(CLIENT) if kept.id == id_)
    body = next(bodies, None)
    return None if body is None else _asked(assignment_of(body))


def _asked(assignment: Assignment) -> Asked:
    aim = aim_line(assignment.aim)
    return Asked(assignment.coaching, aim.rstrip(".") if aim else None)


def looked_at(assignment: Assignment, task: Task, beat: str | None) -> Sitting:
    """A sitting that nothing is kept of, begun at a beat where one is named.

    Raises `HomeworkError`.
    """
    sitting = begin_under(assignment, task, None)
    if beat is not None:
        for reply in way_to(sitting.scenario, sitting.setup, beat):
            sitting.choose(reply)
    return sitting
