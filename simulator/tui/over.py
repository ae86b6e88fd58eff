"""What a player wants once a talk is over."""

from typing import Literal, NamedTuple


class PlayOver(NamedTuple):
    """Where to go from the play."""

    next: Literal["home", "again", "other_chair"]


class BackTo(NamedTuple):
    """Go on with the same talk as it stood after so many turns."""

    turn: int
