"""What a reply does in the peers' stories: plain arithmetic on two numbers.

Equivalent to ours are the beats, the words said, what is offered by tension, where replies lead by
the tension they leave, the ends of the meter, the leaving at 95, and endings that give way to one
another by connection. Not equivalent is the partner: ours has stances with levels to enter and to
leave, a streak, drift, limits to how much a kind word takes, what lands late, and requests for
time. A peer's reply is one addition to each number, so that the peers have less to do a turn.
"""

from typing import NamedTuple

from benchmarks.generated import ALL, CONNECTION, RECONNECTED, STUCK, TRUCE, Bounds
from benchmarks.spread import PARTNER, TEMPERAMENT
from simulator.partner.moves import MOVES
from simulator.partner.outcomes import EARNED_GAIN
from simulator.partner.stances import LEAVES_AT, LEVELS, Stance
from simulator.partner.temperaments import TEMPERAMENTS

_GAIN = 3
"""points of tension that each point of a kind word takes from a partner at ease"""
_LOSS = 2
"""points of connection that each point of a harsh one takes"""


def _enters(stance: Stance) -> int:
    level = next(level for level in LEVELS[PARTNER] if level.stance is stance)
    assert level.enters is not None  # noqa: S101 - each stance of one who withdraws has its level
    return level.enters


AT_EASE = f"tension < {_enters(Stance.WITHDRAWING)}"
"""whose line of a beat is the calm one"""
LEAVING = f"tension >= {LEAVES_AT}"
_MILDEST = f"tension < {_enters(Stance.GUARDED)}"
GIVES_WAY = {
    RECONNECTED: (f"connection >= {CONNECTION + EARNED_GAIN} and {_MILDEST}", TRUCE),
    TRUCE: (f"connection >= {CONNECTION}", STUCK),
}
"""what an ending asks for, and the one that comes instead"""


class Change(NamedTuple):
    """What a reply adds to each number."""

    tension: int
    connection: int


def change(move: str) -> Change:
    """What this move adds."""
    charge = MOVES[move].charge(PARTNER)
    if charge < 0:
        return Change(-charge * TEMPERAMENTS[TEMPERAMENT].negative, charge * _LOSS)
    return Change(-charge * _GAIN, charge)


def holds(bounds: Bounds) -> str:
    """The bounds as a condition, in words that both languages read alike."""
    low = [f"tension >= {bounds.low}"] if bounds.low > ALL.low else []
    high = [f"tension <= {bounds.high}"] if bounds.high < ALL.high else []
    return " and ".join(low + high)
