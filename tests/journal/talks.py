"""Plays for tests of the journal, walked through a real conversation."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from simulator.coach.landing import Landing
from simulator.dialogue.conversation import Conversation
from simulator.dialogue.setup import Setup, make_setup
from simulator.journal.events import (
    Event,
    Guessed,
    Hinted,
    Left,
    Reflected,
    Reflection,
    Replied,
    TookBack,
)
from simulator.journal.journal import Journal
from simulator.partner.moves import Role
from simulator.scenario.load import load_file
from simulator.scenario.model import Scenario

SMALL = Path(__file__).parents[1] / "data" / "small.yaml"
START = datetime(2026, 3, 29, 0, 59, 59, 999999, tzinfo=UTC)


@cache
def small() -> Scenario:
    scenario = load_file(SMALL).scenario
    assert scenario is not None
    return scenario


@cache
def small_text() -> str:
    return SMALL.read_text(encoding="utf-8")


def setup_of(scenario: Scenario, role: Role = Role.PURSUER, seed: int = 1) -> Setup:
    return make_setup(scenario, role, seed=seed)


def moments() -> Iterator[datetime]:
    """One after the other, a little more than a second apart."""
    at = START
    while True:
        at += timedelta(seconds=1, microseconds=1)
        yield at


def replied(talk: Conversation, reply: str, at: datetime) -> Replied:
    """The reply is given to the talk."""
    turn = talk.choose(reply)
    after = (turn.before, turn.state, talk.outcome, talk.ending)
    return Replied(at, turn.beat, turn.reply, *after)


def calm(talk: Conversation) -> list[str]:
    """What is offered, less what crosses the line."""
    replies = talk.scenario.chair(talk.setup.role).beats[talk.beat].replies
    return [offer.id for offer in talk.offered if not replies[offer.id].crosses_line]


def walk(talk: Conversation, draw: random.Random, count: int) -> Iterator[Event]:
    """A random play of so many events: replies, some taken back, some leaving, and what is noted
    beside them."""
    clock = moments()
    for _ in range(count):
        at = next(clock)
        offered = [] if talk.stopped else [offer.id for offer in talk.offered]
        roll = draw.random()
        if offered and roll < 0.55:
            yield replied(talk, draw.choice(offered), at)
        elif talk.turns and roll < 0.7 and not talk.stopped:
            kept = draw.randrange(len(talk.turns))
            talk.back_to(kept)
            yield TookBack(at, kept)
        elif roll < 0.85:
            yield noted(len(talk.turns), draw, at)
        elif not talk.finished:
            yield Left(at)


def noted(turns: int, draw: random.Random, at: datetime) -> Event:
    """Something that is noted beside a talk after so many turns."""
    match draw.randrange(4):
        case 0 if turns:
            return Guessed(at, turns, draw.choice(list(Landing)))
        case 1:
            return Hinted(at, turns + 1, draw.choice([1, 2, 3]))
        case 2:
            return Reflected(at, Reflection.OWN_WORDS, turns or None, "“I’d have said: não.”\n🙂")
        case _:
            return Reflected(at, Reflection.STEADY, number=draw.randint(0, 10))


def begin(journal: Journal, setup: Setup | None = None, scenario: str = "small") -> str:
    """A new play of the small scenario."""
    return journal.begin(scenario, small_text(), setup or setup_of(small()), START)


def keep(journal: Journal, count: int = 2, *, scenario: str = "small") -> str:
    """A play that is kept, of so many replies, none of which crosses the line."""
    play = begin(journal, scenario=scenario)
    talk = Conversation(small(), setup_of(small()))
    clock = moments()
    for _ in range(count):
        journal.add(play, replied(talk, calm(talk)[0], next(clock)))
    return play
