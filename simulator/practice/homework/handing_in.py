"""From the plays under an assignment to the document that is handed in."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from simulator.coach.landing import Landing
from simulator.homework.assignment import Share, Task
from simulator.homework.attempts import LONGEST_NOTE, Aside, Attempt, Note, attempt
from simulator.homework.report import Answer, Declined, Report, report
from simulator.homework.verifying import scenario_of
from simulator.journal.events import Play
from simulator.journal.journal import Journal
from simulator.journal.replaying import replay
from simulator.practice.guessed import held
from simulator.practice.homework.client import Homework, within_limits
from simulator.practice.homework.days import local_day
from simulator.practice.homework.tries import first_tries_of
from simulator.practice.safe import shown

_SHOWN_A_REPLY = 3
"""the step of a hint that names a reply"""


class Choices(NamedTuple):
    """What the client decides before it is sealed."""

    plays: tuple[str, ...] | None = None
    """ids of the plays to hand in; `None` for every one that is finished"""
    share: tuple[Share, ...] = ()
    """what they share of what was asked for besides the summary"""
    with_stopped: bool = False
    """whether talks that stopped at a crossed line go in"""
    answers: tuple[Answer, ...] = ()
    words: str = ""
    leave_out: frozenset[tuple[str, str]] = frozenset()
    """scenario and role of declined parts of which the report says nothing"""


def attempts(journal: Journal, homework: Homework) -> tuple[Attempt, ...]:
    """Every finished play under the homework that can be played again, oldest first."""
    firsts = first_tries_of(journal)
    return tuple(_attempts(homework, firsts))


def document(
    homework: Homework, handed: Sequence[Attempt], choices: Choices, today: date
) -> Report:
    """The exact document, as it will be sealed. Raises `HomeworkError` where it is too long."""
    chosen = [one for one in handed if choices.plays is None or one.play in choices.plays]
    with within_limits():
        return report(
            homework.assignment,
            chosen,
            today.isoformat(),
            share=choices.share,
            declined=tuple(_declined(homework, choices)),
            answers=tuple(
                Answer(question=one.question, words=shown(one.words)) for one in choices.answers
            ),
            words=shown(choices.words),
            stopped=choices.with_stopped,
        )


def _declined(homework: Homework, choices: Choices) -> Iterator[Declined]:
    for (scenario, role), why in homework.declined.items():
        if (scenario, role) not in choices.leave_out:
            yield Declined(what=f"{scenario}/{role}", why=shown(why))


def _attempts(homework: Homework, firsts: frozenset[str]) -> Iterator[Attempt]:
    for play in homework.plays:
        task = homework.assignment.task(play.scenario, play.setup.role)
        if task is not None and play.finished:
            made = _attempt(homework, task, play, first=play.id in firsts)
            if made is not None:
                yield made


def _attempt(homework: Homework, task: Task, play: Play, *, first: bool) -> Attempt | None:
    scenario = scenario_of(task)
    if scenario is None or not replay(play, scenario).same:
        return None
    guesses = [one for one in held(play, scenario) if one.landed is not None]
    by = Aside(
        play.id,
        local_day(play.started).isoformat(),
        play.undone,
        sum(hint.step == _SHOWN_A_REPLY for hint in play.hints),
        first,
        (len(guesses), sum(Landing(one.guessed.guess) is one.landed for one in guesses)),
        tuple(_notes(play)),
    )
    aim = homework.assignment.aim
    return attempt(task, play.setup, scenario, play.replies, aim.aim if aim else None, by)


def _notes(play: Play) -> Iterator[Note]:
    for one in play.reflections:
        words = one.words if one.words is None else shown(one.words)[:LONGEST_NOTE]
        yield Note(what=one.what.value, turn=one.turn, words=words, number=one.number)
