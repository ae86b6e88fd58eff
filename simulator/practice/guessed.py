"""Guesses held against how the replies landed, whether or not those were taken back later."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from simulator.coach.landing import Landing, landing
from simulator.dialogue.conversation import Conversation
from simulator.journal.events import Guessed, Replied, TookBack

if TYPE_CHECKING:
    from simulator.dialogue.conversation import Turn
    from simulator.journal.events import Play
    from simulator.scenario.model import Scenario


class Held(NamedTuple):
    """A guess, and how the reply it was about landed."""

    guessed: Guessed
    landed: Landing | None
    """`None` where that cannot be told"""


def held(play: "Play", scenario: "Scenario") -> Iterator[Held]:
    """The guesses in the order they were made.

    `scenario` is the text of the play, which `replaying.replay` finds the same with it.
    """
    talk = Conversation(scenario, play.setup)
    for event in play.events:
        match event:
            case Replied():
                talk.choose(event.reply)
            case TookBack(kept=kept):
                talk.back_to(kept)
            case Guessed():
                yield Held(event, landed(talk.turns, event.turn, stopped=talk.stopped))


def landed(turns: "Sequence[Turn]", turn: int, *, stopped: bool) -> Landing | None:
    """How the reply of a turn, counted from 1, landed; `None` where there is no such turn, and
    where its reply crossed the line, which `stopped` the talk."""
    if not 0 < turn <= len(turns) or (stopped and turn == len(turns)):
        return None
    return landing(turns[turn - 1])
