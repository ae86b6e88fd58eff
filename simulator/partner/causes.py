"""Why a step came out as it did: named causes whose points add up to the change of each meter.

A second function of the same values as the step, for a play that is told; the step itself, which
also runs where nobody is told anything, stays bare.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from simulator.partner.hearing import CHARGE_LIMIT, Hearing, believed, hear
from simulator.partner.moves import MOVES, NOT_RETURNING, PLACATING, RETURNING, TIME_OUT, Role
from simulator.partner.stances import Stance, rank
from simulator.partner.state import METER_END, PartnerState
from simulator.partner.step import (
    HIDDEN_WISH,
    PROMISE_TENSION,
    WALKED_OUT,
    clamp,
    connection_by_charge,
    connection_waiting,
    drift,
    gain,
    hit_harder,
    hope_change,
    most_soothed,
    step,
    tension_change,
    time_overridden,
)
from simulator.partner.temperaments import Temperament

Meter = Literal["tension", "connection", "hope", "stance"]

_PROMISE_CAUSE = {
    TIME_OUT: "promise_made",
    RETURNING: "promise_kept",
    NOT_RETURNING: "promise_broken",
}


class Cause(NamedTuple):
    """One reason for a change of one meter."""

    meter: Meter
    cause: str
    """id of the cause, as listed in the model"""
    move: str | None
    """id of the move that carried it"""
    points: int | None
    """signed points of the meter; `None` for a stance"""


def causes(
    state: PartnerState, moves: Sequence[str], role: Role, temperament: Temperament
) -> tuple[Cause, ...]:
    """Every cause of the step from `state` under `moves`; none once the partner has left.

    Per meter the points add up exactly to its change. Raises `ReplyError` as `step` does.
    """
    if state.stance is Stance.LEFT:
        return ()
    after = step(state, moves, role, temperament)
    heard = hear(moves, state, role, temperament)
    return (
        *_tension(state, after, heard, role, temperament),
        *_connection(state, after, heard),
        *_hope(state, after, heard),
        *_stance(state, after),
    )


def _tension(
    state: PartnerState,
    after: PartnerState,
    heard: Hearing,
    role: Role,
    temperament: Temperament,
) -> Iterator[Cause]:
    change = after.tension - state.tension
    if state.stance is Stance.GIVING_UP:
        came_back = after.stance is not Stance.GIVING_UP
        yield Cause("tension", "coming_back" if came_back else "giving_up", None, change)
    else:
        yield from _reply_on_tension(state, heard, role, temperament)
        drifted = drift(state.tension, temperament)
        if drifted:
            yield Cause("tension", "drift", None, drifted)
        yield from _ends_of_tension(state, after, heard, role, temperament)
    for move, reason in heard.not_landed:
        yield Cause("tension", reason.value, move, 0)


def _reply_on_tension(
    state: PartnerState, heard: Hearing, role: Role, temperament: Temperament
) -> Iterator[Cause]:
    if heard.promise is not None and heard.promise_decides:
        cause = _PROMISE_CAUSE[heard.promise]
        yield Cause("tension", cause, heard.promise, PROMISE_TENSION[heard.promise, role])
    elif heard.q < 0:
        yield from _negative(state, heard, role, temperament)
    elif heard.q > 0:
        yield from _positive(state, heard, temperament)


def _negative(
    state: PartnerState, heard: Hearing, role: Role, temperament: Temperament
) -> Iterator[Cause]:
    points = temperament.negative
    for move in heard.negative:
        yield Cause("tension", "move", move, -points * MOVES[move].charge(role))
    charge = heard.charge
    softened = min(-1, charge.total + 1) if charge.softened else charge.total
    if charge.softened:
        first = heard.positive[0]
        yield Cause("tension", "softener", first, -points * (softened - charge.total))
    if softened < -CHARGE_LIMIT:
        yield Cause("tension", "charge_limit", None, -points * (charge.q - softened))
    if overridden := time_overridden(state, heard):
        yield Cause("tension", "time_overridden", None, overridden)
    if harder := hit_harder(heard, temperament):
        yield Cause("tension", "hit_harder", None, harder)


def _positive(state: PartnerState, heard: Hearing, temperament: Temperament) -> Iterator[Cause]:
    per_point = gain(state, heard)
    charge = heard.charge
    raised = charge.total + charge.bonus
    yield Cause("tension", "move", charge.strongest, -per_point * charge.total)
    if charge.company is not None:
        yield Cause("tension", "company", charge.company, -per_point * (charge.q - raised))
    if charge.bonus:
        yield Cause("tension", "soothes_more", charge.strongest, -per_point * charge.bonus)
    if doubt := charge.q - believed(charge.q, state, temperament):
        yield Cause("tension", "believes_late", None, per_point * doubt)
    drifted = state.tension + drift(state.tension, temperament)
    if (over := per_point * heard.q - most_soothed(drifted)) > 0:
        yield Cause("tension", "quarter_limit", None, over)


def _ends_of_tension(
    state: PartnerState,
    after: PartnerState,
    heard: Hearing,
    role: Role,
    temperament: Temperament,
) -> Iterator[Cause]:
    free = (
        state.tension
        + drift(state.tension, temperament)
        + tension_change(state, heard, role, temperament)
    )
    bounded = clamp(free, METER_END)
    if bounded != free:
        yield Cause("tension", "meter_end", None, bounded - free)
    if after.stance is Stance.GIVING_UP:
        yield Cause("tension", "giving_up", None, after.tension - bounded)


def _connection(state: PartnerState, after: PartnerState, heard: Hearing) -> Iterator[Cause]:
    found: list[Cause] = []
    if heard.q:
        by_charge = connection_by_charge(state, heard.q)
        found.append(Cause("connection", "charge", None, by_charge))
    if waiting := connection_waiting(state, heard.q):
        found.append(Cause("connection", "giving_up", None, waiting))
    if PLACATING in heard.moves:
        found.append(Cause("connection", "hidden_wish", PLACATING, HIDDEN_WISH))
    if after.stance is Stance.LEFT:
        found.append(Cause("connection", "left", None, WALKED_OUT))
    yield from found
    yield from _meter_end("connection", after.connection - state.connection, found)


def _hope(state: PartnerState, after: PartnerState, heard: Hearing) -> Iterator[Cause]:
    if state.hope is None or after.hope is None:
        return
    change = hope_change(state, heard)
    if not change.points:
        return
    cause = _PROMISE_CAUSE.get(change.move or "", "move")
    found = [Cause("hope", cause, change.move, change.points)]
    yield from found
    yield from _meter_end("hope", after.hope - state.hope, found)


def _meter_end(meter: Meter, change: int, found: Sequence[Cause]) -> Iterator[Cause]:
    rest = change - sum(cause.points or 0 for cause in found)
    if rest:
        yield Cause(meter, "meter_end", None, rest)


def _stance(state: PartnerState, after: PartnerState) -> Iterator[Cause]:
    if after.stance is state.stance:
        return
    if after.stance is Stance.GIVING_UP:
        yield Cause("stance", "gave_up", None, None)
    elif state.stance is Stance.GIVING_UP:
        yield Cause("stance", "came_back", None, None)
    else:
        worse = rank(after.stance) > rank(state.stance)
        yield Cause("stance", "worsened" if worse else "lifted", None, None)
