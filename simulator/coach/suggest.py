"""What could be practised next: things one could try, each with a reason, none of them a must.

Graded by level; with other partners and other starts where the scenario allows them; the other
chair; and a talk not had before, which shows whether what was practised carries over.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from simulator.coach.attempts import Attempt, first_tries
from simulator.coach.facts import ruptures_of
from simulator.coach.progress import Progress, Skill
from simulator.partner.moves import Role
from simulator.partner.temperaments import TEMPERAMENTS

Why = Literal[
    "tutorial", "begin", "unseen", "chair", "partner", "harder", "easier", "move", "again"
]
"""the tutorial, or a gentle talk, to begin with; a talk not had before; the other chair; a partner
of another temperament; more or less tension to start from; a move not tried yet; a talk that was had longest ago"""
MOST = 4
_ENOUGH = 2
"""talks of a level that held or found their way back before the next level is suggested"""
_HARDEST = 3


class Seat(NamedTuple):
    """A chair of a scenario that can be played."""

    scenario: str
    """id"""
    role: Role
    level: int
    """1 gentle … 3 hard"""
    is_tutorial: bool
    skills: tuple[str, ...]
    """moves the scenario is for"""
    temperaments: tuple[str, ...]
    """that the partner may have, the declared one first"""
    tension: tuple[int, int]
    """lowest and highest start"""


class Suggestion(NamedTuple):
    """Something that could be practised next."""

    why: Why
    scenario: str
    role: Role
    temperament: str | None = None
    """`None`: as written"""
    tension: int | None = None
    """`None`: as the seed draws it"""
    move: str | None = None
    """of `move`: the one not tried yet"""


def suggestions(
    seats: Sequence[Seat], attempts: Sequence[Attempt], so_far: Progress
) -> tuple[Suggestion, ...]:
    """At most four, the most telling first, no two about the same chair of a scenario.

    `seats` are those that may be offered at all, in the library's order; `attempts` oldest first.
    """
    if not attempts:
        return tuple(_to_begin(seats))
    latest = _by_last_had(seats, attempts)
    level = reached(seats, attempts)
    ways = (
        _other_chair(latest, seats),
        _unseen(seats, attempts, level),
        _other_partner(latest, attempts, level),
        _not_tried(seats, so_far, level),
        _other_tension(latest, attempts),
    )
    return tuple(_different(ways)) or tuple(_longest_ago(latest))


def reached(seats: Iterable[Seat], attempts: Sequence[Attempt]) -> int:
    """The level that could come next: one above each at which two scenarios were tried for the
    first time, to the end, and held or found their way back after every rupture."""
    levels = {seat.scenario: seat.level for seat in seats if not seat.is_tutorial}
    held: dict[int, set[str]] = {}
    for one, first in zip(attempts, first_tries(attempts), strict=True):
        came_back = all(rupture.back is not None for rupture in ruptures_of(one.stances))
        if first and one.over and came_back and one.scenario in levels:
            held.setdefault(levels[one.scenario], set()).add(one.scenario)
    level = 1
    while level < _HARDEST and len(held.get(level, ())) >= _ENOUGH:
        level += 1
    return level


def _to_begin(seats: Sequence[Seat]) -> Iterator[Suggestion]:
    """The tutorial, if there is one, then the gentlest talk from either chair."""
    tutorial = next((seat for seat in seats if seat.is_tutorial), None)
    if tutorial:
        yield Suggestion("tutorial", tutorial.scenario, tutorial.role)
    talks = sorted((seat for seat in seats if not seat.is_tutorial), key=lambda seat: seat.level)
    if talks:
        for seat in talks:
            if seat.scenario == talks[0].scenario:
                yield Suggestion("begin", seat.scenario, seat.role)


def _different(ways: Sequence[Iterator[Suggestion]]) -> Iterator[Suggestion]:
    """One of each way, while there is room."""
    taken: set[tuple[str, Role]] = set()
    for way in ways:
        found = next((one for one in way if (one.scenario, one.role) not in taken), None)
        if found and len(taken) < MOST:
            taken.add((found.scenario, found.role))
            yield found


def _by_last_had(seats: Sequence[Seat], attempts: Sequence[Attempt]) -> tuple[Seat, ...]:
    """Those that were had, the latest first."""
    places = {(one.scenario, one.role): place for place, one in enumerate(attempts)}
    had = [seat for seat in seats if (seat.scenario, seat.role) in places and not seat.is_tutorial]
    return tuple(sorted(had, key=lambda seat: places[seat.scenario, seat.role], reverse=True))


def _other_chair(latest: Iterable[Seat], seats: Sequence[Seat]) -> Iterator[Suggestion]:
    had = {(seat.scenario, seat.role) for seat in latest}
    known = {(seat.scenario, seat.role) for seat in seats}
    for seat in latest:
        other = (seat.scenario, seat.role.other)
        if other in known and other not in had:
            yield Suggestion("chair", *other)


def _unseen(seats: Sequence[Seat], attempts: Sequence[Attempt], level: int) -> Iterator[Suggestion]:
    """Of scenarios not had yet those nearest to this level, from the chair one had last."""
    had = {one.scenario for one in attempts}
    chair = attempts[-1].role
    unseen = [seat for seat in seats if seat.scenario not in had and not seat.is_tutorial]
    top = max(level, min((seat.level for seat in unseen), default=level))
    fitting = [seat for seat in unseen if seat.level <= top]
    for seat in sorted(fitting, key=lambda seat: (-seat.level, seat.role is not chair)):
        yield Suggestion("unseen", seat.scenario, seat.role)


def _other_partner(
    latest: Iterable[Seat], attempts: Sequence[Attempt], level: int
) -> Iterator[Suggestion]:
    """First those of a temperament not met in any talk; who needs most, from the second level on."""
    met = {one.temperament for one in attempts}
    here = {(one.scenario, one.role, one.temperament) for one in attempts}
    for seat in latest:
        fitting = [t for t in seat.temperaments if TEMPERAMENTS[t].need <= level + 1]
        others = [t for t in fitting if (seat.scenario, seat.role, t) not in here]
        if others:
            other = next((t for t in others if t not in met), others[0])
            yield Suggestion("partner", seat.scenario, seat.role, temperament=other)


def _not_tried(seats: Sequence[Seat], so_far: Progress, level: int) -> Iterator[Suggestion]:
    for seat in seats:
        if seat.level <= level and not seat.is_tutorial:
            new = (move for move in seat.skills if so_far.skills.get(move) is Skill.NOT_TRIED)
            if move := next(new, None):
                yield Suggestion("move", seat.scenario, seat.role, move=move)


def _other_tension(latest: Iterable[Seat], attempts: Sequence[Attempt]) -> Iterator[Suggestion]:
    """A harder evening before a gentler one."""
    for seat in latest:
        low, high = seat.tension
        met = [
            one.tension
            for one in attempts
            if (one.scenario, one.role) == (seat.scenario, seat.role)
        ]
        if max(met) < high:
            yield Suggestion("harder", seat.scenario, seat.role, tension=high)
        elif min(met) > low:
            yield Suggestion("easier", seat.scenario, seat.role, tension=low)


def _longest_ago(latest: Sequence[Seat]) -> Iterator[Suggestion]:
    """Where nothing else is left."""
    for seat in latest[-1:]:
        yield Suggestion("again", seat.scenario, seat.role)
