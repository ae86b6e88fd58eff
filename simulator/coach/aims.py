"""What somebody means to practise, measurable in the partner's terms."""

from typing import Literal, NamedTuple

AimKind = Literal["reach", "below", "before", "recover", "no_and_stay", "use"]


class Aim(NamedTuple):
    """One skill goal. Which fields are used depends on the kind."""

    kind: AimKind
    """`reach` an outcome; stay `below` a tension; one move `before` another, or before a solution;
    `recover` after a rupture; say no and stay; `use` a move where it can land"""
    times: int = 1
    """in how many plays"""
    outcome: str | None = None
    """of `reach`: the id; a better one counts too"""
    tension: int | None = None
    """of `below`"""
    move: str | None = None
    """of `before` and `use`: the id"""
    then: str | None = None
    """of `before`: the id of the move that comes later, or `solution` for any that lands late"""
