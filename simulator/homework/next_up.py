"""What could be practised next, for the therapist to weigh: talks with an invented partner.

Never a step for anybody's real relationship, and nothing at all after a talk that was stopped.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from simulator.homework.assignment import Task
from simulator.homework.attempts import Attempt
from simulator.homework.review import Client, Reviewed, stopped
from simulator.homework.verifying import scenario_of
from simulator.language import _
from simulator.partner.moves import MOVES, Role
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.model import Scenario

Why = Literal["again", "move", "chair", "partner", "carry"]
"""the same talk once more; a move that did not land yet; the other chair; a partner of another
temperament; a talk not had before, to see whether what was practised carries over"""
MOST = 3


class NextUp(NamedTuple):
    """Something that could be practised next."""

    why: Why
    scenario: str | None
    """id; `None` for any that was not had yet"""
    role: Role
    words: str
    """a sentence for the therapist"""
    temperament: str | None = None
    move: str | None = None


def next_up(client: Client) -> tuple[NextUp, ...]:
    """At most three, from the latest assignment that something came back on; the most telling first.

    None where nothing was handed in, and none where a talk was stopped at a crossed line: then
    the question of safety comes before any practice.
    """
    back = [one for one in client.assignments if one.attempts]
    if not back or any(stopped(one) for one in client.assignments):
        return ()
    latest = back[-1]
    task = _task(latest, latest.attempts[-1])
    scenario = scenario_of(task) if task else None
    if task is None or scenario is None:
        return ()
    return tuple(_ways(client, latest, task, scenario))[:MOST]


def _task(reviewed: Reviewed, given: Attempt) -> Task | None:
    tasks = reviewed.given.assignment.scenarios
    return next((t for t in tasks if (t.scenario, t.role) == (given.scenario, given.role)), None)


def _ways(client: Client, latest: Reviewed, task: Task, scenario: Scenario) -> Iterator[NextUp]:
    if latest.met is False:
        yield _again(latest, task, scenario)
    yield from _not_landed(latest, task, scenario)
    if latest.met is not False:
        yield _carry(task)
    yield from _other_chair(client, task, scenario)
    yield from _other_partner(client, task, scenario)


def _again(latest: Reviewed, task: Task, scenario: Scenario) -> NextUp:
    hardest = latest.hardest
    if hardest is None:
        words = _("“{title}” once more with the same aim, as it stands or in a gentler talk.")
        return NextUp("again", task.scenario, task.chair, words.format(title=scenario.title))
    words = _(
        "“{title}” once more with the same aim, and with a look beforehand at the turn at which "
        "tension rose most."
    )
    return NextUp("again", task.scenario, task.chair, words.format(title=scenario.title))


def _not_landed(latest: Reviewed, task: Task, scenario: Scenario) -> Iterator[NextUp]:
    tried = [one.facts.moves for one in latest.attempts]
    landed = {move for moves in tried for move, how in moves.items() if how == "landed"}
    early = sorted({move for moves in tried for move in moves if move in MOVES} - landed)
    for move in early[:1]:
        words = _(
            "“{title}” with an eye on “{move}”: it was used, and each time before there was room "
            "for it."
        ).format(title=scenario.title, move=_(MOVES[move].name))
        yield NextUp("move", task.scenario, task.chair, words, move=move)


def _carry(task: Task) -> NextUp:
    words = _("A talk not had before, to see whether what was practised carries over.")
    return NextUp("carry", None, task.chair, words)


def _other_chair(client: Client, task: Task, scenario: Scenario) -> Iterator[NextUp]:
    other = task.chair.other
    had = {
        (each.scenario, each.role)
        for one in client.assignments
        for each in one.given.assignment.scenarios
    }
    if other in scenario.roles and (task.scenario, other.value) not in had:
        words = _("“{title}” from the other chair, as {name}, to hear the same words from there.")
        said = words.format(title=scenario.title, name=scenario.person(other).name)
        yield NextUp("chair", task.scenario, other, said)


def _other_partner(client: Client, task: Task, scenario: Scenario) -> Iterator[NextUp]:
    met = {
        each.temperament
        for one in client.assignments
        for each in one.given.assignment.scenarios
        if (each.scenario, each.role) == (task.scenario, task.role)
    }
    allowed = scenario.chair(task.chair).partner.allows
    for temperament in [name for name in allowed if name not in met][:1]:
        words = _("“{title}” with an invented partner of another kind: {kind}.").format(
            title=scenario.title, kind=_(TEMPERAMENTS[temperament].name)
        )
        yield NextUp("partner", task.scenario, task.chair, words, temperament=temperament)
