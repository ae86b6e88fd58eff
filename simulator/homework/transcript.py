"""A talk read again, turn by turn with the meters: where the client shares it, and both ticked it.

The talk is rebuilt from the replies that were handed in. The partner in it is invented.
"""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.coach.causes import explain
from simulator.coach.meters import Change, Reading, change, reading
from simulator.coach.people import forms_of
from simulator.coach.spoken import moment_words, offer_words
from simulator.dialogue.conversation import Conversation, NotOfferedError, Turn
from simulator.homework.assignment import Assignment
from simulator.homework.attempts import Attempt, again, is_stopped, setup_of
from simulator.homework.review import Reviewed
from simulator.homework.verifying import scenario_of
from simulator.partner.rule import rule_fingerprint
from simulator.partner.temperaments import TEMPERAMENTS


class Exchange(NamedTuple):
    """One reply, what came of it, and the meters after it."""

    turn: int
    """from 1"""
    you: str
    """what was said, done or written by the one who practised"""
    later: str | None
    """how much time passed after it"""
    scene: str | None
    partner: str
    """what the invented partner did and said; empty for nothing"""
    took_as: str
    """how it was taken, in words"""
    after: Reading
    tension: Change
    connection: Change
    hope: Change | None


class Transcript(NamedTuple):
    """A talk from its opening to its end."""

    language: str
    """of the lines, as the scenario names it"""
    player: str
    """name of the person whose chair it was"""
    partner: str
    scene: str | None
    opening: str
    start: Reading
    exchanges: tuple[Exchange, ...]


def transcript(reviewed: Reviewed, given: Attempt) -> Transcript | None:
    """The talk, or `None` where it is not shared, was stopped, or cannot be played again here."""
    if "transcript" not in shared_of(reviewed, given) or is_stopped(given):
        return None
    talk = replayed(reviewed.given.assignment, given)
    return _transcript(talk) if talk else None


def shared_of(reviewed: Reviewed, given: Attempt) -> frozenset[str]:
    """What both sides agreed to share of an attempt; the last report that holds it, as it is shown,
    decides."""
    asked = frozenset(reviewed.given.assignment.share)
    for report in reversed(reviewed.given.reports):
        if given in report.attempts:
            return asked & frozenset(report.shared)
    return frozenset()


def replayed(assignment: Assignment, given: Attempt) -> Conversation | None:
    """The talk, from its replies; `None` where it was played by another rule, or where the replies
    do not belong to the scenario that was sent."""
    wanted = (given.scenario, given.role)
    task = next((t for t in assignment.scenarios if (t.scenario, t.role) == wanted), None)
    scenario = scenario_of(task) if task else None
    if task is None or scenario is None or given.start.rule != rule_fingerprint():
        return None
    try:
        return again(scenario, setup_of(task, given), given.replies)
    except (NotOfferedError, ValueError, KeyError):
        return None


def _transcript(talk: Conversation) -> Transcript:
    scenario, role = talk.scenario, talk.setup.role
    temperament = TEMPERAMENTS[talk.setup.temperament]
    return Transcript(
        scenario.language,
        scenario.person(role).name,
        scenario.person(talk.partner).name,
        talk.opening.scene,
        moment_words(talk.opening),
        reading(talk.states[0], talk.partner, temperament),
        tuple(_exchanges(talk)),
    )


def _exchanges(talk: Conversation) -> Iterator[Exchange]:
    temperament = TEMPERAMENTS[talk.setup.temperament]
    them = forms_of(talk.scenario.person(talk.partner))
    for turn in talk.turns:
        before, after = turn.before, turn.state
        yield Exchange(
            turn.number,
            offer_words(turn.you),
            turn.moment.later,
            turn.moment.scene,
            moment_words(turn.moment),
            explain(turn, them, talk.partner, temperament).took_as,
            reading(after, talk.partner, temperament),
            change(before.tension, after.tension),
            change(before.connection, after.connection),
            _hope(turn),
        )


def _hope(turn: Turn) -> Change | None:
    before, after = turn.before.hope, turn.state.hope
    return None if before is None or after is None else change(before, after)
