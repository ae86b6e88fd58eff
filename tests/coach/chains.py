"""Talks as turns, made of moves alone: what the coach reads, without a scenario."""

from collections.abc import Sequence

from hypothesis import strategies as st

from simulator.dialogue.conversation import Moment, Offer, Turn
from simulator.partner.causes import causes
from simulator.partner.moves import MOVES, PROMISES, Role
from simulator.partner.reply import is_owed
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState, start_state
from simulator.partner.step import step
from simulator.partner.temperaments import TEMPERAMENTS

SILENT = Moment(None, None, None, ())


def talk(
    *replies: str,
    partner: Role = Role.WITHDRAWER,
    who: str = "even",
    tension: int | None = None,
    hope: int | None = None,
) -> tuple[Turn, ...]:
    """A talk of these replies, each its moves with spaces between; `?` after it asks for time."""
    temperament = TEMPERAMENTS[who]
    state = start_state(partner, temperament, tension=tension, hope=hope)
    turns: list[Turn] = []
    for number, reply in enumerate(replies, 1):
        turns.append(_turn(number, reply.rstrip("?").split(), state, partner, who))
        state = turns[-1].state._replace(asked_time=reply.endswith("?"))
        turns[-1] = turns[-1]._replace(state=state)
    return tuple(turns)


def _turn(number: int, moves: Sequence[str], state: PartnerState, partner: Role, who: str) -> Turn:
    return Turn(
        number,
        "beat",
        f"reply_{number}",
        Offer(f"reply_{number}", f"Words {number}.", None, None),
        tuple((move, ()) for move in moves),
        SILENT,
        state,
        step(state, moves, partner, TEMPERAMENTS[who]),
        causes(state, moves, partner, TEMPERAMENTS[who]),
        None,
    )


@st.composite
def talks(draw: st.DrawFn, most: int = 12) -> tuple[Turn, ...]:
    """Any talk that can be had, as far as the partner's rule goes."""
    partner = draw(st.sampled_from(list(Role)))
    who = draw(st.sampled_from(list(TEMPERAMENTS)))
    state = start_state(partner, TEMPERAMENTS[who], tension=draw(st.integers(0, 94)))
    turns: list[Turn] = []
    for number in range(1, draw(st.integers(0, most)) + 1):
        if state.stance is Stance.LEFT:
            break
        turn = _turn(number, draw(_moves(promised=state.promised)), state, partner, who)
        state = turn.state._replace(asked_time=draw(st.booleans()))
        turns.append(turn._replace(state=state))
    return tuple(turns)


def _moves(*, promised: bool) -> st.SearchStrategy[list[str]]:
    plain = [move for move in MOVES if move not in PROMISES]
    some = st.lists(st.sampled_from(plain), min_size=1, max_size=3, unique=True)
    promises = [[one] for one in PROMISES if is_owed([one], promised=promised)]
    return st.one_of(some, st.sampled_from(promises))
