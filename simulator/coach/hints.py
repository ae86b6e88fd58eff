"""Hints on demand, in three steps: how they may be, what kind of move has room; which reply is told
by `simulator.coach.which`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from simulator.coach.people import Forms
from simulator.coach.retracing import Then
from simulator.coach.room import KINDS, Room, room
from simulator.coach.spoken import thought
from simulator.language import N_, Marked, _
from simulator.partner.moves import Role
from simulator.partner.stances import LEVELS, Stance
from simulator.partner.state import PartnerState
from simulator.partner.temperaments import Temperament

FEELING, ROOM, WHICH = 1, 2, 3
_NEAR = 8
"""points below the next level at which it would not take much"""
_SPENT = 4
"""hope at or below which there is little of it left"""
_MOST_NAMED = 3
_FEELS: Mapping[Stance, str] = Marked(
    {
        Stance.ENGAGED: N_("{name} may be at ease enough to listen, and to say a little."),
        Stance.GUARDED: N_("{name} may be bracing a little, and listening for what comes next."),
        Stance.WITHDRAWING: N_(
            "It may be getting too much for {name}. Going quiet can be a way to keep it from "
            "getting worse."
        ),
        Stance.SHUT_DOWN: N_(
            "{name} may be full to the brim, and able to take in very little, even where hardly "
            "anything shows."
        ),
        Stance.CALM: N_("{name} may be calm enough to hear you, and to wait for an answer."),
        Stance.PROTESTING: N_(
            "{name} may sound cross and be worried underneath: whether anybody is coming."
        ),
        Stance.ESCALATING: N_(
            "{name} may be frightened of being left alone with this. Loud can be a way to ask."
        ),
        Stance.GIVING_UP: N_(
            "{name} may have stopped expecting anything. The quiet is not calm; it can be what is "
            "left when asking has not helped."
        ),
    }
)


class Hint(NamedTuple):
    """One step of a hint, as it is shown."""

    step: int
    """1 what the partner may be feeling, 2 what kind of move has room now, 3 which reply"""
    text: str
    reply: str | None
    """id, in step 3, once it is worked out"""
    page: str | None
    """id of a page to learn from"""


class Now(NamedTuple):
    """The moment a hint is about."""

    then: Then
    them: Forms
    partner: Role
    temperament: Temperament
    rather: frozenset[str] = frozenset()
    """replies that the author would rather have tried than another that is offered now"""

    @property
    def state(self) -> PartnerState:
        """The partner's state."""
        return self.then.state


def feeling(now: Now) -> Hint:
    """What the partner may be feeling: a guess, and said as one."""
    page = "giving-up" if now.state.stance is Stance.GIVING_UP else now.partner.value
    return Hint(FEELING, " ".join(_feeling(now)), None, page)


def _feeling(now: Now) -> Iterator[str]:
    name, state = now.them.name, now.state
    yield _FEELS[state.stance].format(name=name)
    if state.asked_time:
        yield _(
            "{name} has just asked for time, and may be waiting to see whether you heard."
        ).format(name=name)
    if state.promised:
        yield _("You have named a time to come back, and {name} may be counting on it.").format(
            name=name
        )
    if state.hope is not None and state.hope <= _SPENT and state.stance is not Stance.GIVING_UP:
        yield _("There may not be much asking left in {name}.").format(name=name)
    elif _is_near_the_next(state, now.partner):
        yield _("It would not take much to tip it now.")
    if words := thought(now.then.moment):
        yield _("Perhaps something like this, unsaid: ({thought})").format(thought=words)


def _is_near_the_next(state: PartnerState, partner: Role) -> bool:
    ahead = [level.enters for level in LEVELS[partner] if level.enters is not None]
    following = [level for level in ahead if level > state.tension]
    return bool(following) and following[0] - state.tension <= _NEAR


def kinds(now: Now) -> Hint:
    """Which kind of move has room now, by the rule; no reply is named."""
    found = room(now.state, now.partner, now.temperament)
    return Hint(ROOM, " ".join(_room(now, found)), None, _page_of(now))


def _room(now: Now, found: Room) -> Iterator[str]:
    name = now.them.name
    if now.state.asked_time:
        yield _(
            "{name} has asked for time: a kind word reaches {name} only beside something that "
            "gives some."
        ).format(name=name)
    if now.state.stance is Stance.GIVING_UP:
        yield _("Kind words and plans do not reach {name} for the time being.").format(name=name)
    if found.welcome:
        yield _("What can help most just now: {kinds}.").format(
            kinds=_listed(found.welcome[:_MOST_NAMED])
        )
    if not found.early:
        yield _("There is room for a question now, and for a solution.")
    elif not now.state.asked_time and now.state.stance is not Stance.GIVING_UP:
        yield _("Too early just now: {kinds}.").format(kinds=_listed(found.early))


def _listed(named: Sequence[str]) -> str:
    return "; ".join(KINDS[kind] for kind in named)


def _page_of(now: Now) -> str:
    if now.state.stance is Stance.GIVING_UP:
        return "giving-up"
    if now.state.promised or now.state.asked_time:
        return "time-outs"
    return f"{now.partner.other.value}-strategies"
