"""The meters in words: words before numbers, shape and number as well as colour."""

from typing import NamedTuple

from simulator.coach.people import number
from simulator.language import N_, _, ngettext
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


_HOPE_WORDS = ((5, N_("still reaching")), (3, N_("tired")), (0, N_("nearly done")))
_MUCH = 10
_MORE = ((_MUCH, N_("much more")), (4, N_("more")), (1, N_("a little more")))
_LESS = ((_MUCH, N_("much less")), (4, N_("less")), (1, N_("a little less")))
"""the words from so many points on"""


def reading(state: PartnerState, partner: Role, temperament: Temperament) -> Reading:
    """The meters of this state in words; `partner` is the partner's role."""
    given_up = state.stance is Stance.GIVING_UP
    return Reading(
        state.tension,
        state.connection,
        state.hope,
        state.stance.value,
        _(level_of(state.stance).name),
        _marks(partner),
        _lifts(state, temperament),
        level_of(state.stance).leaves,
        _(level_of(state.stance).name) if given_up else _hope(state.hope),
        given_up,
    )


def change(before: int, after: int) -> Change:
    """A change of a meter; under four points it is little, from ten on it is much."""
    points = after - before
    if points == 0:
        return Change(0, _("as before"), "·")
    sizes = _MORE if points > 0 else _LESS
    words = next(words for least, words in sizes if abs(points) >= least)
    arrow = "▲" if points > 0 else "▼"
    return Change(points, _(words), arrow * 2 if abs(points) >= _MUCH else arrow)


def _marks(partner: Role) -> tuple[Mark, ...]:
    levels = [level for level in LEVELS[partner] if level.enters is not None]
    marks = [Mark(level.enters or 0, _mark_name(level), level.stance.value) for level in levels]
    return tuple(reversed(marks))


def _mark_name(level: Level) -> str:
    """What happens at the level: on the meter it has not happened yet."""
    return _("leaves") if level.stance is Stance.LEFT else _(level.name)


def _lifts(state: PartnerState, temperament: Temperament) -> str | None:
    level = level_of(state.stance)
    if rank(state.stance) == 0 or state.stance is Stance.LEFT:
        return None
    left = max(1, level.streak_needed(temperament) - state.streak)
    good = ngettext("{number} good reply", "{number} good replies", left).format(
        number=number(left)
    )
    if level.leaves is None:
        return _("asks again once hope is back, {good} in a row").format(good=good)
    if state.tension <= level.leaves:
        return _("lifts with {good}").format(good=good)
    return _("lifts at {level}, {good}").format(level=level.leaves, good=good)


def _hope(hope: int | None) -> str | None:
    if hope is None:
        return None
    return next(_(words) for least, words in _HOPE_WORDS if hope >= least)
