"""Every state, every short way of saying a play, and hypothesis' draws of both."""

from collections.abc import Iterable, Iterator, Sequence

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from simulator.dialogue.states import one
from simulator.partner.moves import MOVES, NOT_RETURNING, PROMISES, RETURNING, TIME_OUT, Role
from simulator.partner.outcomes import Standing
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState
from simulator.partner.step import step
from simulator.partner.temperaments import TEMPERAMENTS, Temperament

W, P = Role.WITHDRAWER, Role.PURSUER
ALL_TEMPERAMENTS = tuple(TEMPERAMENTS.values())
EVEN, SECURE, AVOIDANT, ANXIOUS, FEARFUL = ALL_TEMPERAMENTS
GOOD, BAD = "validation", "contempt"
PLAIN_MOVES = tuple(move for move in MOVES if move not in PROMISES)
SOLUTIONS = ("request", "problem_solving", "planning")

# A busy machine is no failure, so no clock runs against an example.
THOROUGH = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])

HIGHEST = {
    Stance.ENGAGED: 34,
    Stance.GUARDED: 54,
    Stance.WITHDRAWING: 74,
    Stance.SHUT_DOWN: 94,
    Stance.CALM: 34,
    Stance.PROTESTING: 54,
    Stance.ESCALATING: 100,
    Stance.GIVING_UP: 25,
}
"""the highest tension at which a stance can stand; it may have sunk as low as 0 in any"""
WITHDRAWERS = (Stance.ENGAGED, Stance.GUARDED, Stance.WITHDRAWING, Stance.SHUT_DOWN)
PURSUERS = (Stance.CALM, Stance.PROTESTING, Stance.ESCALATING)
SOME_HOPES = (2, 4, 10)
STREAKS = range(4)


def state(
    stance: Stance,
    tension: int,
    *,
    streak: int = 0,
    connection: int = 50,
    hope: int | None = None,
    asked_time: bool = False,
    promised: bool = False,
    voiced: bool = False,
) -> PartnerState:
    """A state with the middle of the road where nothing is said."""
    if hope is None and stance in (*PURSUERS, Stance.GIVING_UP):
        hope = 1 if stance is Stance.GIVING_UP else 6
    return PartnerState(tension, connection, hope, stance, streak, asked_time, promised, voiced)


def standing(now: PartnerState, *, connection_at_start: int) -> Standing:
    """What outcomes depend on in this state."""
    return one(now, 0, connection_at_start=connection_at_start).standing


def withdrawers(stances: Iterable[Stance] = WITHDRAWERS) -> Iterator[PartnerState]:
    """Every state of a withdrawer who has not left."""
    for stance in stances:
        for tension in range(HIGHEST[stance] + 1):
            for streak in STREAKS:
                yield state(stance, tension, streak=streak)


def pursuers(
    stances: Iterable[Stance] = PURSUERS, hopes: Iterable[int] = range(2, 11)
) -> Iterator[PartnerState]:
    """Every state of a pursuer who still asks."""
    levels = tuple(hopes)
    for stance in stances:
        for tension in range(HIGHEST[stance] + 1):
            for streak in STREAKS:
                for hope in levels:
                    yield state(stance, tension, streak=streak, hope=hope)


def given_up() -> Iterator[PartnerState]:
    """Every state of a pursuer who has stopped asking."""
    for tension in range(HIGHEST[Stance.GIVING_UP] + 1):
        for streak in STREAKS:
            for hope in range(4 if streak == 3 else 11):
                yield state(Stance.GIVING_UP, tension, streak=streak, hope=hope)


def said(reply: str) -> list[str]:
    """The moves of a reply written with commas."""
    return reply.split(",")


def walk(
    start: PartnerState, replies: Iterable[str], role: Role, temperament: Temperament = EVEN
) -> list[PartnerState]:
    """The states after each reply."""
    states, now = [], start
    for reply in replies:
        now = step(now, said(reply), role, temperament)
        states.append(now)
    return states


def after(
    start: PartnerState, replies: Iterable[str], role: Role, temperament: Temperament = EVEN
) -> PartnerState:
    """The state after the last reply."""
    return walk(start, replies, role, temperament)[-1]


def steps_until(
    goal: Stance,
    start: PartnerState,
    cycle: Sequence[str],
    role: Role,
    temperament: Temperament,
    *,
    at_most: int,
) -> int | None:
    """How many replies of a repeated cycle bring the partner to a stance; `None` if too many."""
    now = start
    for count in range(at_most + 1):
        if now.stance is goal:
            return count
        now = step(now, said(cycle[count % len(cycle)]), role, temperament)
    return None


def roles() -> st.SearchStrategy[Role]:
    return st.sampled_from([W, P])


def temperaments() -> st.SearchStrategy[Temperament]:
    return st.sampled_from(ALL_TEMPERAMENTS)


@st.composite
def states(draw: st.DrawFn, role: Role, *, promised: bool | None = None) -> PartnerState:
    """Any non-terminal state, ends of the meters and all flags included."""
    stances = WITHDRAWERS if role is W else (*PURSUERS, Stance.GIVING_UP)
    stance = draw(st.sampled_from(stances))
    streak = draw(st.integers(0, 3))
    return state(
        stance,
        draw(st.integers(0, HIGHEST[stance])),
        streak=streak,
        connection=draw(st.integers(0, 100)),
        hope=None if role is W else draw(_hopes(stance, streak)),
        asked_time=draw(st.booleans()),
        promised=draw(st.booleans()) if promised is None else promised,
        voiced=draw(st.booleans()),
    )


def _hopes(stance: Stance, streak: int) -> st.SearchStrategy[int]:
    if stance is not Stance.GIVING_UP:
        return st.integers(2, 10)
    return st.integers(0, 3 if streak == 3 else 10)


@st.composite
def replies(
    draw: st.DrawFn, *, promised: bool, among: Sequence[str] = PLAIN_MOVES, most: int = 4
) -> str:
    """Any reply that can be said while a return is owed or not."""
    promises = [TIME_OUT, RETURNING, NOT_RETURNING] if promised else [TIME_OUT]
    promise = draw(st.sampled_from([None, None, *promises]))
    if promise == NOT_RETURNING:
        return promise
    plain = draw(
        st.lists(st.sampled_from(among), min_size=promise is None, max_size=most, unique=True)
    )
    where = draw(st.integers(0, len(plain)))
    return ",".join(plain if promise is None else [*plain[:where], promise, *plain[where:]])


def plain_replies(among: Sequence[str] = PLAIN_MOVES, *, most: int = 4) -> st.SearchStrategy[str]:
    """Any reply without a promise."""
    chosen = st.lists(st.sampled_from(among), min_size=1, max_size=most, unique=True)
    return chosen.map(",".join)


@st.composite
def plays(draw: st.DrawFn, role: Role, *, most: int = 12) -> tuple[PartnerState, list[str]]:
    """A start in any state, and a series of replies each of which can be said when it comes."""
    start = draw(states(role))
    owed, series = start.promised, []
    for _ in range(draw(st.integers(1, most))):
        reply = draw(replies(promised=owed))
        series.append(reply)
        owed = _owed_after(reply, owed=owed)
    return start, series


def _owed_after(reply: str, *, owed: bool) -> bool:
    moves = said(reply)
    return TIME_OUT in moves or (owed and RETURNING not in moves and NOT_RETURNING not in moves)
