"""What a player wants once a talk is over."""

from typing import Literal, NamedTuple


class PlayOver(NamedTuple):
    """Where to go from the play."""

    next: Literal["home", "again", "other_chair"]
    temperament: str | None = None
    """of `again`: how the partner takes things another evening; `None` for as before"""


class BackTo(NamedTuple):
    """Go on with the same talk as it stood after so many turns."""

    turn: int
