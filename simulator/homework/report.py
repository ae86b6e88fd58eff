"""What a client hands back: the exact document they have read, and nothing besides."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from simulator import __version__
from simulator.homework.assignment import (
    AimBody,
    Assignment,
    Code,
    Day,
    Hash,
    Id,
    Part,
    Share,
    Words,
    checked,
    new_id,
)
from simulator.homework.attempts import Attempt, Start, is_stopped
from simulator.partner.rule import rule_fingerprint

MOST_ATTEMPTS = 200


class Declined(Part):
    """A part of the assignment that the client says no to, in so many words or none.

    A part that is left out without a word leaves no trace.
    """

    what: Annotated[str, Field(max_length=200)]
    why: Words = ""


class Answer(Part):
    """An answer to one of the therapist's questions; only where reflections are shared."""

    question: Annotated[str, Field(max_length=400)]
    words: Words


class Played(Part):
    """Which text a scenario had."""

    scenario: Annotated[str, Field(max_length=64)]
    hash: Hash


class Report(Part):
    """A report on one assignment."""

    id: Id
    assignment: Id
    nonce: Id
    """the assignment's own: it belongs to this one and to no other"""
    made: Day
    client: Code
    aim: AimBody | None = None
    met: bool | None = None
    """whether the aim was met in as many of these attempts as it asks for; absent without an aim,
    and where none of them counts towards it"""
    attempts: Annotated[tuple[Attempt, ...], Field(max_length=MOST_ATTEMPTS)] = ()
    shared: tuple[Share, ...] = ("summary",)
    """what both sides ticked"""
    declined: tuple[Declined, ...] = ()
    answers: tuple[Answer, ...] = ()
    words: Words = ""
    """what the client wants to say besides"""
    scenarios: tuple[Played, ...] = ()
    program: Annotated[str, Field(max_length=40)]
    rule: Hash


def report(
    assignment: Assignment,
    attempts: Sequence[Attempt],
    today: str,
    *,
    share: Sequence[Share] = (),
    declined: Sequence[Declined] = (),
    answers: Sequence[Answer] = (),
    words: str = "",
    stopped: bool = False,
) -> Report:
    """The report of these attempts, with what both sides agreed to share and no more.

    A play that stopped at a crossed line is in it only where `stopped` is ticked.
    """
    shared = tuple(one for one in assignment.share if one == "summary" or one in share)
    with_words = "reflections" in shared
    chosen = tuple(
        one if with_words else one.model_copy(update={"notes": _ratings(one)})
        for one in attempts
        if stopped or not is_stopped(one)
    )
    return Report(
        id=new_id(),
        assignment=assignment.id,
        nonce=assignment.nonce,
        made=today,
        client=assignment.client,
        aim=assignment.aim,
        met=met(assignment, chosen),
        attempts=chosen,
        shared=shared,
        declined=tuple(declined),
        answers=tuple(answers) if with_words else (),
        words=words,
        scenarios=tuple(
            Played(scenario=task.scenario, hash=task.hash) for task in assignment.scenarios
        ),
        program=__version__,
        rule=rule_fingerprint(),
    )


def _ratings(given: Attempt) -> tuple[Any, ...]:
    """Ratings belong to the summary; sentences to the reflections."""
    return tuple(note for note in given.notes if note.words is None and note.number is not None)


def met(assignment: Assignment, attempts: Sequence[Attempt]) -> bool | None:
    """Whether the aim was met as often as it asks; `None` without an aim, and where no play counts
    towards it. The same talk from the same start with the same replies counts once.
    """
    counting = [one for one in attempts if counts(one, assignment)]
    if assignment.aim is None or not counting:
        return None
    talks = {talk(one) for one in counting if one.facts.aim_met is True}
    return len(talks) >= assignment.aim.times


def counts(given: Attempt, assignment: Assignment) -> bool:
    """Whether a play counts towards the aim.

    One that stopped at a crossed line does not; whether one does in which replies were taken back
    is the assignment's choice.
    """
    return not is_stopped(given) and (assignment.undo_counts or not given.undone)


def talk(given: Attempt) -> tuple[str, str, str, Start, tuple[str, ...]]:
    """What makes it the talk it is: two that share all of this went the same, line by line."""
    return given.scenario, given.role, given.temperament, given.start, given.replies


def report_of(body: Mapping[str, Any]) -> Report:
    """The report that was sealed. Raises `MalformedError`."""
    return checked(Report, body)
