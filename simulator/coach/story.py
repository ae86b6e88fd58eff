"""A play as the coach looks back on it: everything a debrief is made of."""

from collections.abc import Sequence
from typing import NamedTuple

from simulator.coach.causes import Explanation
from simulator.coach.debrief import Quote
from simulator.coach.outlook import Outlook
from simulator.coach.people import Forms
from simulator.coach.retracing import Then
from simulator.coach.spoken import offer_words, quoted
from simulator.dialogue.conversation import Turn
from simulator.language import _
from simulator.partner.hearing import Hearing, hear
from simulator.partner.moves import MOVES, Family, Role
from simulator.partner.outcomes import Outcome
from simulator.partner.stances import Stance, level_of, rank
from simulator.partner.temperaments import Temperament
from simulator.scenario.model import Chair


class Story(NamedTuple):
    """A play that was not stopped."""

    chair: Chair
    them: Forms
    partner: Role
    temperament: Temperament
    turns: tuple[Turn, ...]
    explanations: tuple[Explanation, ...]
    """one a turn"""
    then: tuple[Then, ...]
    """before the first reply, and after each"""
    outlooks: tuple[Outlook | None, ...]
    """the same moments; `None` where what is possible is not known"""
    outcome: Outcome | None
    """`None` where the talk is not over"""
    theirs: str
    """the partner's own part, as the ending tells it; empty without an ending"""
    unknown: str
    """why what is possible is not known, in words"""

    def heard(self, turn: Turn) -> Hearing:
        """How the partner heard a reply."""
        return hear(turn.moves, turn.before, self.partner, self.temperament)

    def family(self, turn: Turn) -> Family | None:
        """The family that decided how a reply was heard; `None` where it carried none."""
        charge = self.heard(turn).charge
        if charge.family is not None:
            return charge.family
        deciding = charge.strongest or next(iter(turn.moves), None)
        return None if deciding is None else MOVES[deciding].family

    def hurts(self, turn: Turn) -> bool:
        """Whether the partner heard a reply as one that hurts."""
        return self.heard(turn).q < 0

    def pressed(self, turn: Turn) -> bool:
        """Whether a reply was given under pressure: to a partner who was not at ease, or had
        asked for time."""
        return turn.before.asked_time or rank(turn.before.stance) > 0


def quote_of(turn: Turn, moves: Sequence[str]) -> Quote:
    """The player's own words that carried these moves; the whole reply where none are marked."""
    phrases = [phrase for move, some in turn.carried if move in moves for phrase in some]
    if not phrases or not turn.you.say:
        return Quote(turn.number, offer_words(turn.you))
    return Quote(turn.number, quoted(" … ".join(dict.fromkeys(phrases))) or "")


def stood(name: str, stance: Stance) -> str:
    """How the partner stood, as a sentence."""
    if stance is Stance.GIVING_UP:
        return _("{name} had stopped asking.").format(name=name)
    return _("{name} was {stance}.").format(name=name, stance=_(level_of(stance).name))
