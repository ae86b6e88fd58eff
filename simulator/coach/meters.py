"""The meters in words: words before numbers, shape and number as well as colour."""

from typing import NamedTuple

from simulator.coach.people import number
from simulator.partner.moves import Role
from simulator.partner.stances import LEVELS, Level, Stance, level_of, rank
from simulator.partner.state import PartnerState
from simulator.partner.temperaments import Temperament


class Mark(NamedTuple):
    """A level of tension at which a stance is entered."""

    level: int
    name: str
    """plain name of the stance"""
    stance: str


class Reading(NamedTuple):
    """The meters of one state, for a screen."""

    tension: int
    connection: int
    hope: int | None
    stance: str
    """id"""
    stance_name: str
    """plain name"""
    marks: tuple[Mark, ...]
    """from the highest level down"""
    lifts: str | None
    """when the stance will lift: “lifts at 40, two good replies”"""
    lifts_at: int | None
    """the tension at or below which it may; `None` where it cannot lift by tension"""
    hope_words: str | None
    hollow: bool
    """the partner has stopped asking: a low meter is a loss, and is drawn as one"""


class Change(NamedTuple):
    """A change of a meter in words."""

    points: int
    words: str
    arrow: str


_HOPE_WORDS = ((5, "still reaching"), (3, "tired"), (0, "nearly done"))
_SIZES = ((10, "much "), (4, ""), (1, "a little "))


def reading(state: PartnerState, partner: Role, temperament: Temperament) -> Reading:
    """The meters of this state in words; `partner` is the partner's role."""
    given_up = state.stance is Stance.GIVING_UP
    return Reading(
        state.tension,
        state.connection,
        state.hope,
        state.stance.value,
        level_of(state.stance).name,
        _marks(partner),
        _lifts(state, temperament),
        level_of(state.stance).leaves,
        level_of(state.stance).name if given_up else _hope(state.hope),
        given_up,
    )


def change(before: int, after: int) -> Change:
    """A change of a meter; under four points it is little, from ten on it is much."""
    points = after - before
    if points == 0:
        return Change(0, "as before", "·")
    size = next(word for least, word in _SIZES if abs(points) >= least)
    arrow = "▲" if points > 0 else "▼"
    return Change(
        points,
        f"{size}{'more' if points > 0 else 'less'}",
        arrow * 2 if abs(points) >= _SIZES[0][0] else arrow,
    )


def _marks(partner: Role) -> tuple[Mark, ...]:
    levels = [level for level in LEVELS[partner] if level.enters is not None]
    marks = [Mark(level.enters or 0, _mark_name(level), level.stance.value) for level in levels]
    return tuple(reversed(marks))


def _mark_name(level: Level) -> str:
    """What happens at the level: on the meter it has not happened yet."""
    return "leaves" if level.stance is Stance.LEFT else level.name


def _lifts(state: PartnerState, temperament: Temperament) -> str | None:
    level = level_of(state.stance)
    if rank(state.stance) == 0 or state.stance is Stance.LEFT:
        return None
    left = max(1, level.streak_needed(temperament) - state.streak)
    good = f"{number(left)} good {'reply' if left == 1 else 'replies'}"
    if level.leaves is None:
        return f"asks again once hope is back, {good} in a row"
    if state.tension <= level.leaves:
        return f"lifts with {good}"
    return f"lifts at {level.leaves}, {good}"


def _hope(hope: int | None) -> str | None:
    if hope is None:
        return None
    return next(words for least, words in _HOPE_WORDS if hope >= least)
