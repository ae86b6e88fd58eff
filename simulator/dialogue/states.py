"""Where a conversation stands, as integers: of one play, or of many at once as arrays.

Everything here uses only arithmetic, comparison and bitwise operators, which mean the same on
integers and on arrays.
"""

from typing import Any, NamedTuple

from simulator.partner.moves import Role
from simulator.partner.outcomes import Standing, earned
from simulator.partner.stances import rank, stances_of
from simulator.partner.state import PartnerState


class States(NamedTuple):
    """One state, or many: every field an integer, or every field an array of the same length."""

    tension: Any
    connection: Any
    gained: Any
    """points of connection above the start"""
    hope: Any
    """−1 where the partner is a withdrawer"""
    rank: Any
    """of the stance, 0 the mildest"""
    was: Any
    """rank of the stance before the reply"""
    streak: Any
    asked_time: Any
    promised: Any
    voiced: Any
    memory: Any
    """bits: flags, replies used up, beats visited"""

    @property
    def earned(self) -> Any:
        """Whether closeness is earned."""
        return earned(self.standing)

    @property
    def standing(self) -> Standing:
        """What outcomes depend on."""
        return Standing(self.rank, self.gained, self.streak, self.voiced, self.promised)


def one(state: PartnerState, memory: int, *, connection_at_start: int) -> States:
    """One state of the partner, with memory, as integers."""
    place = rank(state.stance)
    return States(
        state.tension,
        state.connection,
        state.connection - connection_at_start,
        -1 if state.hope is None else state.hope,
        place,
        place,
        state.streak,
        int(state.asked_time),
        int(state.promised),
        int(state.voiced),
        memory,
    )


def partner_state(states: States, partner: Role) -> PartnerState:
    """The partner's state of one `States`; `partner` is the partner's role."""
    return PartnerState(
        states.tension,
        states.connection,
        None if states.hope < 0 else states.hope,
        stances_of(partner)[states.rank],
        states.streak,
        bool(states.asked_time),
        bool(states.promised),
        bool(states.voiced),
    )
