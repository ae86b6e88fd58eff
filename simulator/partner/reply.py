"""A reply as a list of moves: which lists can be said at all, and what they amount to now."""

from collections.abc import Sequence

from simulator.partner.moves import DEFERRING, MOVES, NOT_RETURNING, PROMISES, RETURNS, TIME_OUT


class ReplyError(ValueError):
    """A list of moves that no reply can have; the message says what and why."""

    def __init__(self, message: str, move: str | None = None) -> None:
        super().__init__(message)
        self.move = move


def validate_moves(moves: Sequence[str]) -> None:
    """Refuse a reply that could never be said, whatever was promised.

    Raises `ReplyError` for no move, an unknown or repeated one, more than one promise, or
    `not_returning` in company.
    """
    if not moves:
        raise ReplyError("a reply has at least one move")
    for move in moves:
        if move not in MOVES:
            raise ReplyError(f"there is no move “{move}”", move)
        if moves.count(move) > 1:
            raise ReplyError(f"“{move}” stands twice in one reply; each move is named once", move)
    promises = [move for move in moves if move in PROMISES]
    if len(promises) > 1:
        raise ReplyError(
            f"“{promises[0]}” and “{promises[1]}” cannot stand in one reply", promises[1]
        )
    if NOT_RETURNING in moves and len(moves) > 1:
        raise ReplyError(
            f"“{NOT_RETURNING}” stands alone: nothing was said, the time passed", NOT_RETURNING
        )


def is_owed(moves: Sequence[str], *, promised: bool) -> bool:
    """Whether a reply may be said now: a return can be kept or broken only while one is owed."""
    return promised or RETURNS.isdisjoint(moves)


def effective_moves(moves: Sequence[str], *, promised: bool) -> tuple[str, ...]:
    """The moves as they count now: a second time-out on an open promise is a vague later.

    Raises `ReplyError` for a return that is not owed.
    """
    if not is_owed(moves, promised=promised):
        move = next(m for m in moves if m in RETURNS)
        raise ReplyError(f"“{move}” needs a time-out that is still open; no return is owed", move)
    if not promised or TIME_OUT not in moves:
        return tuple(moves)
    if DEFERRING in moves:
        return tuple(move for move in moves if move != TIME_OUT)
    return tuple(DEFERRING if move == TIME_OUT else move for move in moves)
