"""The partner's step: one reply in, the next state out. The only writing of the rule.

A discrete reading of the Gottman–Murray model of marital interaction: set point, emotional
inertia, a two-slope influence function and a repair term (Cook et al. 1995, J Fam Psychol
9:110–130; Gottman, Swanson & Murray 1999, J Fam Psychol 13:3–19). Its numbers are design choices.
"""

from collections.abc import Sequence
from typing import NamedTuple

from simulator.partner.hearing import Hearing, hear
from simulator.partner.moves import (
    MOVES,
    NOT_RETURNING,
    PLACATING,
    RETURNING,
    TIME_OUT,
    VOICING,
    Family,
    Role,
)
from simulator.partner.stances import (
    GIVEN_UP_AT_HOPE,
    Stance,
    level_of,
    milder,
    rank,
    worst_entered,
)
from simulator.partner.state import (
    GIVEN_UP_TENSION,
    HOPE_END,
    METER_END,
    STREAK_LIMIT,
    PartnerState,
)
from simulator.partner.temperaments import Temperament

STEP_VERSION = 1

TIME_OVERRIDDEN = 5
HIT_HARDER = 5
HIDDEN_WISH = -3
WALKED_OUT = -10
COMEBACK_HOPE = 4
COMEBACK_TENSION = 40
GIVING_UP_FALL = 10
GIVING_UP_FLOOR = 15

PROMISE_TENSION = {
    (TIME_OUT, Role.WITHDRAWER): -16,
    (TIME_OUT, Role.PURSUER): -6,
    (RETURNING, Role.WITHDRAWER): -8,
    (RETURNING, Role.PURSUER): -20,
    (NOT_RETURNING, Role.WITHDRAWER): 5,
    (NOT_RETURNING, Role.PURSUER): 20,
}
"""change of tension where a promise decides; the going relieves the one, the return the other"""

HOPE_LOSS = {
    **dict.fromkeys(
        (
            "deferring",
            "placating",
            "minimising",
            "refusal",
            "defensiveness",
            "counterattack",
            "silence",
            "mind_reading",
            "self_blame",
        ),
        1,
    ),
    "leaving": 2,
    "contempt": 2,
    "ultimatum": 2,
    NOT_RETURNING: 3,
}
HOPE_GAIN = {
    **dict.fromkeys(
        (
            "validation",
            "ownership",
            "disclosure",
            "planning",
            "curiosity",
            "reassurance",
            "appreciation",
        ),
        1,
    ),
    RETURNING: 2,
}
STILL_REACHES = frozenset({"validation", "ownership", "disclosure", RETURNING})
"""what raises the hope of a pursuer who has stopped asking"""

_FULL_REACH = frozenset({Stance.ENGAGED, Stance.GUARDED, Stance.CALM, Stance.PROTESTING})


class HopeChange(NamedTuple):
    """What one reply does to hope, and the move that decided it."""

    points: int = 0
    move: str | None = None


def step(
    state: PartnerState, moves: Sequence[str], role: Role, temperament: Temperament
) -> PartnerState:
    """The partner's state after a reply with these moves. Pure and deterministic.

    `role` is the partner's own. Raises `ReplyError` for a return that is not owed; lists of moves
    that can never be said are refused by `validate_moves`, once, where they are written.
    """
    if state.stance is Stance.LEFT:
        return state
    heard = hear(moves, state, role, temperament)
    streak = streak_after(state.streak, heard.q)
    hope = hope_after(state.hope, hope_change(state, heard))
    tension, stance = _tension_and_stance(state, heard, role, temperament, streak, hope)
    return PartnerState(
        tension,
        clamp(state.connection + connection_change(state, heard, stance), METER_END),
        hope,
        stance,
        streak,
        asked_time=False,
        promised=_promised(state, heard),
        voiced=state.voiced or not VOICING.isdisjoint(heard.moves),
    )


def clamp(value: int, top: int) -> int:
    """The value kept within 0 and `top`."""
    return max(0, min(top, value))


def drift(tension: int, temperament: Temperament) -> int:
    """Change of tension of itself: at most one point toward the set point."""
    return clamp(temperament.set_point - tension + 1, 2) - 1


def streak_after(streak: int, q: int) -> int:
    """Positive replies in a row, 0–3: a negative resets, a neutral keeps."""
    if q > 0:
        return min(streak + 1, STREAK_LIMIT)
    return 0 if q < 0 else streak


def tension_change(
    state: PartnerState, heard: Hearing, role: Role, temperament: Temperament
) -> int:
    """Points of tension the reply itself adds or takes, drift and the meter's end apart."""
    if heard.promise is not None and heard.promise_decides:
        return PROMISE_TENSION[heard.promise, role]
    if heard.q < 0:
        return (
            temperament.negative * -heard.q
            + time_overridden(state, heard)
            + hit_harder(heard, temperament)
        )
    if heard.q > 0:
        drifted = state.tension + drift(state.tension, temperament)
        return -min(gain(state, heard) * heard.q, most_soothed(drifted))
    return 0


def time_overridden(state: PartnerState, heard: Hearing) -> int:
    """What pressure costs besides, right after a request for time."""
    return TIME_OVERRIDDEN if state.asked_time and heard.charge.family is Family.PRESSURE else 0


def hit_harder(heard: Hearing, temperament: Temperament) -> int:
    """What a negative reply costs besides with a partner this family hits harder."""
    return HIT_HARDER if heard.charge.family in temperament.hit_harder else 0


def gain(state: PartnerState, heard: Hearing) -> int:
    """Points of tension per point of positive charge: the better of those its moves have."""
    level = level_of(state.stance)
    families = {MOVES[move].family is Family.SPACE for move in heard.positive}
    return max((level.gain(space=space) for space in families), default=0)


def most_soothed(drifted: int) -> int:
    """A quarter of the tension that is there, rounded up: the most one reply soothes."""
    return -(-drifted // 4)


def connection_by_charge(state: PartnerState, q: int) -> int:
    """Change of connection by the charge, as far as this stance lets it through."""
    if q <= 0:
        return 2 * q
    if state.stance is Stance.GIVING_UP:
        return 1
    if state.stance in _FULL_REACH:
        return q
    return 0 if state.stance is Stance.SHUT_DOWN else q // 2


def connection_waiting(state: PartnerState, q: int) -> int:
    """What each reply that does not reach a partner who is giving up costs besides."""
    return -1 if state.stance is Stance.GIVING_UP and q <= 0 else 0


def connection_change(state: PartnerState, heard: Hearing, stance: Stance) -> int:
    """Change of connection, before the meter's end; `stance` is the one after the reply."""
    return (
        connection_by_charge(state, heard.q)
        + connection_waiting(state, heard.q)
        + (HIDDEN_WISH if PLACATING in heard.moves else 0)
        + (WALKED_OUT if stance is Stance.LEFT else 0)
    )


def hope_change(state: PartnerState, heard: Hearing) -> HopeChange:
    """What the reply does to a pursuer's hope: the worst loss, or else the best gain."""
    losses = [HopeChange(-HOPE_LOSS[m], m) for m in heard.landed if m in HOPE_LOSS]
    if losses:
        return min(losses, key=lambda change: change.points)
    if heard.q <= 0:
        return HopeChange()
    gains = [
        HopeChange(HOPE_GAIN[move], move)
        for move in heard.landed
        if move in HOPE_GAIN and (state.stance is not Stance.GIVING_UP or move in STILL_REACHES)
    ]
    return max(gains, key=lambda change: change.points, default=HopeChange())


def hope_after(hope: int | None, change: HopeChange) -> int | None:
    """Hope after a change, 0–10; a withdrawer has none."""
    return None if hope is None else clamp(hope + change.points, HOPE_END)


def has_given_up(hope: int | None) -> bool:
    """Whether hope has run out."""
    return hope is not None and hope <= GIVEN_UP_AT_HOPE


def comes_back(stance: Stance, streak: int, hope: int | None) -> bool:
    """Whether a pursuer who had stopped asking asks again: the anger comes before the calm."""
    return (
        stance is Stance.GIVING_UP
        and hope is not None
        and hope >= COMEBACK_HOPE
        and streak >= (level_of(stance).needs or 0)
    )


def _tension_and_stance(
    state: PartnerState,
    heard: Hearing,
    role: Role,
    temperament: Temperament,
    streak: int,
    hope: int | None,
) -> tuple[int, Stance]:
    if state.stance is Stance.GIVING_UP:
        if comes_back(state.stance, streak, hope):
            return COMEBACK_TENSION, Stance.PROTESTING
        fallen = max(GIVING_UP_FLOOR, state.tension - GIVING_UP_FALL)
        return min(state.tension, fallen), Stance.GIVING_UP
    change = tension_change(state, heard, role, temperament)
    drifted = state.tension + drift(state.tension, temperament)
    tension = clamp(drifted + change, METER_END)
    if has_given_up(hope):
        return min(tension, GIVEN_UP_TENSION), Stance.GIVING_UP
    return tension, _next_stance(state, heard, role, temperament, streak, tension)


def _next_stance(
    state: PartnerState,
    heard: Hearing,
    role: Role,
    temperament: Temperament,
    streak: int,
    tension: int,
) -> Stance:
    worst = worst_entered(role, tension)
    if rank(worst) > rank(state.stance):
        return worst
    level = level_of(state.stance)
    if level.leaves is None or heard.q <= 0 or tension > level.leaves:
        return state.stance
    kept = heard.promise == RETURNING
    lifts = kept or streak >= level.streak_needed(temperament)
    return milder(state.stance) if lifts else state.stance


def _promised(state: PartnerState, heard: Hearing) -> bool:
    if heard.promise is None:
        return state.promised
    return heard.promise == TIME_OUT
