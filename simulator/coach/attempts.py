"""A play as progress reads it, and which plays are a first try.

A play is a first try where its scenario was not had before from that chair with a partner of that
temperament, and where its replies are not the same again as those an earlier play from that chair
began with. Everything else is practice: it is what practice is for.

What counts of a first try is what was said first: the replies up to where one was taken back, or
up to where the program had shown which reply to give. What was taken back was still said first.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from simulator.coach.facts import Use
from simulator.coach.landing import Landing
from simulator.partner.moves import Role
from simulator.partner.stances import Stance


class Guess(NamedTuple):
    """What the player thought a reply had done, and what it had."""

    guess: Landing
    landing: Landing
    first: bool
    """whether it belongs to what counts of a first try"""


class Attempt(NamedTuple):
    """A play that was not stopped, as facts."""

    play: str
    """id"""
    scenario: str
    """id of the file, whichever of its texts it was played with"""
    role: Role
    """the player's"""
    temperament: str
    tension: int
    """at the start"""
    given: tuple[str, ...]
    """reply ids as they were given at first, up to a taking back or a reply that was shown"""
    stands: tuple[str, ...]
    """reply ids that stand"""
    stances: tuple[tuple[Stance, Stance], ...]
    """before and after each of `given`"""
    after: tuple[tuple[Stance, Stance], ...]
    """before and after each of `stands`"""
    guesses: tuple[Guess, ...]
    uses: tuple[Use, ...] | None
    """of the turns that stand; `None` where the play cannot be followed any more"""
    own_words: int
    """sentences the player wrote for it"""
    over: bool
    """whether the talk came to its end"""


def first_tries(attempts: Sequence[Attempt]) -> tuple[bool, ...]:
    """For each attempt, oldest first, whether it is a first try."""
    return tuple(_first_tries(attempts))


def _first_tries(attempts: Iterable[Attempt]) -> Iterator[bool]:
    met: set[tuple[str, Role, str]] = set()
    began: set[tuple[str, Role, tuple[str, ...]]] = set()
    for one in attempts:
        chair = (one.scenario, one.role)
        partner = (*chair, one.temperament)
        again = (*chair, one.given) in began
        yield bool(one.given) and partner not in met and not again
        met.add(partner)
        for replies in (one.given, one.stands):
            began.update((*chair, replies[:count]) for count in range(1, len(replies) + 1))
