"""A talk as it was kept, for reading: from its stored states, without playing it again."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.partner.stances import level_of
from simulator.practice.spoken import offer_words
from simulator.practice.when import when
from simulator.practice.words import POINT, REACHES, Page

if TYPE_CHECKING:
    from simulator.journal.events import Play, Replied
    from simulator.partner.state import PartnerState
    from simulator.scenario.model import Scenario


def page_of(play: "Play", scenario: "Scenario | None", why: str) -> Page:
    """The talk turn by turn, after why it is only shown.

    `scenario` is the text it was had with; `None` where that cannot be read any more.
    """
    title = scenario.title if scenario else play.scenario
    return Page(title, (why, *_parts(play, scenario)))


def _parts(play: "Play", scenario: "Scenario | None") -> Iterator[str]:
    role = play.setup.role
    you = scenario.person(role).name if scenario else "one of the two"
    them = scenario.person(role.other).name if scenario else "the other one"
    yield f"You were {you}, {REACHES[role]}. It began {when(play.started)}."
    turns = play.turns
    if turns:
        yield f"At first: {_stood(them, turns[0].before)}"
    for turn in turns:
        yield f"{POINT}{_said(turn, play, scenario)} After it: {_stood(them, turn.after)}"
    yield "To have this talk again, choose it from the list of scenarios."


def _said(turn: "Replied", play: "Play", scenario: "Scenario | None") -> str:
    beat = scenario.chair(play.setup.role).beats.get(turn.beat) if scenario else None
    reply = beat.replies.get(turn.reply) if beat else None
    return f"You: {offer_words(reply)}" if reply else f"You gave the reply “{turn.reply}”."


def _stood(name: str, state: "PartnerState") -> str:
    stance = level_of(state.stance).name
    return f"{name} was {stance}, tension {state.tension}, connection {state.connection}."
