"""Replaying what was kept: the oracle that a play, the rule and a text belong together."""

from collections.abc import Iterable
from typing import NamedTuple

from simulator.dialogue.conversation import Conversation, NotOfferedError, UndoError
from simulator.journal.events import (
    Event,
    Guessed,
    Hinted,
    Left,
    Play,
    Reflected,
    Replied,
    TookBack,
)
from simulator.partner.rule import rule_fingerprint
from simulator.scenario.fingerprint import fingerprint
from simulator.scenario.model import Scenario


class Difference(NamedTuple):
    """An event that comes to something else than was kept."""

    number: int
    """of the event, from 1"""
    kept: Event
    now: Event | None
    """`None` where it cannot happen: the reply is not offered, there is nothing to take back"""


class Replayed(NamedTuple):
    """What replaying a play comes to under this program and a text of the scenario."""

    other_rule: bool
    """it was played under other numbers, or another step"""
    other_text: bool
    """it was played with another text"""
    difference: Difference | None
    """the first event that differs"""
    holds: int
    """how many of the turns that stand come out as they did, counted from the first"""

    @property
    def same(self) -> bool:
        """Whether it can be gone on with, and shown as it would be played now."""
        return not self.other_rule and not self.other_text and self.difference is None


def replay(play: Play, scenario: Scenario) -> Replayed:
    """Replay the events of a play with a scenario, which may have been edited since.

    Where the rule or the text is another, only `holds` of the turns can be relied on; the rest of
    the play is to be shown from its stored states.
    """
    return Replayed(
        play.setup.rule != rule_fingerprint(),
        play.setup.scenario != fingerprint(scenario),
        _difference(play, scenario, play.events),
        _holds(play, scenario),
    )


def _holds(play: Play, scenario: Scenario) -> int:
    turns = play.turns
    first = _difference(play, scenario, turns)
    return len(turns) if first is None else first.number - 1


def _difference(play: Play, scenario: Scenario, events: Iterable[Event]) -> Difference | None:
    """The first event that differs; where there is no such chair now, that is the first one."""
    role = play.setup.role
    talk = Conversation(scenario, play.setup) if role in scenario.roles else None
    for number, event in enumerate(events, 1):
        now = None if talk is None else _again(talk, event)
        if now != event:
            return Difference(number, event, now)
    return None


def _again(talk: Conversation, event: Event) -> Event | None:
    """What becomes of the event now; it happens to the talk."""
    try:
        match event:
            case Replied():
                turn = talk.choose(event.reply)
                after = (turn.before, turn.state, talk.outcome, talk.ending)
                return Replied(event.at, turn.beat, turn.reply, *after)
            case TookBack(kept=kept):
                talk.back_to(kept)
                return event
            case Left() | Guessed() | Hinted() | Reflected():
                return event
    except (NotOfferedError, UndoError):
        return None
