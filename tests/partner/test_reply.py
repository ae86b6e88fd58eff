"""Which lists of moves can be said at all, and what they amount to now."""

import pytest

from simulator.partner.reply import ReplyError, effective_moves, is_owed, validate_moves
from simulator.partner.stances import Stance
from simulator.partner.step import step
from tests.partner.states import EVEN, PLAIN_MOVES, W, said, state


@pytest.mark.parametrize(
    ("reply", "culprit", "says"),
    [
        ([], None, "at least one"),
        (["warmth", "kindness"], "kindness", "no move"),
        (["warmth", "blame", "warmth"], "warmth", "twice"),
        (["time_out", "returning"], "returning", "cannot stand in one reply"),
        (["returning", "warmth", "not_returning"], "not_returning", "cannot stand in one reply"),
        (["not_returning", "warmth"], "not_returning", "alone"),
        (["silence", "not_returning"], "not_returning", "alone"),
    ],
)
def test_what_can_never_be_said(reply: list[str], culprit: str | None, says: str) -> None:
    with pytest.raises(ReplyError, match=says) as refused:
        validate_moves(reply)
    assert refused.value.move == culprit


@pytest.mark.parametrize(
    "reply", ["warmth", "not_returning", "time_out,blame", ",".join(PLAIN_MOVES)]
)
def test_what_can_be_said(reply: str) -> None:
    validate_moves(said(reply))


@pytest.mark.parametrize("reply", ["returning", "not_returning", "warmth,returning"])
def test_a_return_is_only_said_while_it_is_owed(reply: str) -> None:
    assert not is_owed(said(reply), promised=False)
    assert is_owed(said(reply), promised=True)
    assert effective_moves(said(reply), promised=True) == tuple(said(reply))
    culprit = said(reply)[-1]
    with pytest.raises(ReplyError, match="no return is owed") as refused:
        effective_moves(said(reply), promised=False)
    assert refused.value.move == culprit
    with pytest.raises(ReplyError):
        step(state(Stance.GUARDED, 40), said(reply), W, EVEN)


def test_a_time_out_may_always_be_called() -> None:
    assert is_owed(["time_out"], promised=False)
    assert is_owed(["time_out"], promised=True)


@pytest.mark.parametrize(
    ("reply", "counts_as"),
    [
        ("time_out", "deferring"),
        ("warmth,time_out,blame", "warmth,deferring,blame"),
        ("deferring,time_out", "deferring"),
        ("time_out,warmth,deferring", "warmth,deferring"),
        ("warmth", "warmth"),
    ],
)
def test_a_second_time_out_is_a_vague_later_and_merges_with_one(reply: str, counts_as: str) -> None:
    assert effective_moves(said(reply), promised=True) == tuple(said(counts_as))
    assert effective_moves(said(reply), promised=False) == tuple(said(reply))
