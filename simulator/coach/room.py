"""What kind of move has room now, read off the rule: nothing here knows a number of its own."""

from collections.abc import Mapping
from typing import NamedTuple

from simulator.language import N_, Marked
from simulator.partner.hearing import Hearing, hear
from simulator.partner.moves import Role
from simulator.partner.stances import Stance, rank
from simulator.partner.state import PartnerState
from simulator.partner.step import PROMISE_TENSION, gain, hope_change
from simulator.partner.temperaments import Temperament

_KINDS: Mapping[str, tuple[str, ...]] = {
    "room": ("respecting_space", "offering_time"),
    "pause": ("time_out",),
    "return": ("returning",),
    "listening": ("validation", "reflecting"),
    "owning": ("ownership",),
    "underneath": ("disclosure",),
    "own": ("i_statement", "gentle_startup"),
    "kindness": ("warmth", "appreciation"),
    "asking": ("curiosity",),
    "solving": ("problem_solving", "planning"),
}
"""moves that stand for each kind"""
KINDS: Mapping[str, str] = Marked(
    {
        "room": N_("giving room"),
        "pause": N_("a pause with a return named"),
        "return": N_("coming back, as promised"),
        "listening": N_("saying back what you heard, and that it makes sense"),
        "owning": N_("owning one thing that is yours"),
        "underneath": N_("showing what is underneath"),
        "own": N_("saying how it is for you"),
        "kindness": N_("a kindness that asks for nothing"),
        "asking": N_("an open question"),
        "solving": N_("a solution or a plan"),
    }
)
"""each kind in words, inside a sentence"""


class Room(NamedTuple):
    """Kinds of move, by their ids in `KINDS`."""

    welcome: tuple[str, ...]
    """those that reach the partner now, what helps most first"""
    early: tuple[str, ...]
    """those that would come too early"""


def room(state: PartnerState, partner: Role, temperament: Temperament) -> Room:
    """What has room with a partner who stands so."""
    kinds = [kind for kind in _KINDS if _is_at_hand(kind, state)]
    helps = {kind: _helps(kind, state, partner, temperament) for kind in kinds}
    welcome = [kind for kind in kinds if helps[kind] > 0]
    return Room(
        tuple(sorted(welcome, key=lambda kind: -helps[kind])),
        tuple(kind for kind in kinds if _is_early(kind, state, partner, temperament)),
    )


def _is_at_hand(kind: str, state: PartnerState) -> bool:
    """A return is there to be kept only once it was promised; a pause is for a talk that needs
    one."""
    if kind == "return":
        return state.promised
    return kind != "pause" or (not state.promised and (state.asked_time or rank(state.stance) > 0))


def _helps(kind: str, state: PartnerState, partner: Role, temperament: Temperament) -> float:
    """How much each of these moves, alone, helps at the least."""
    heard = [hear((move,), state, partner, temperament) for move in _KINDS[kind]]
    return min(_help(one, state, partner) for one in heard)


def _help(heard: Hearing, state: PartnerState, partner: Role) -> int:
    """By how much a reply eases, or gives hope to one who has stopped asking."""
    if state.stance is Stance.GIVING_UP:
        return hope_change(state, heard).points
    if heard.promise_decides:
        return -PROMISE_TENSION[heard.promise or "", partner]
    return max(0, heard.q) * gain(state, heard)


def _is_early(kind: str, state: PartnerState, partner: Role, temperament: Temperament) -> bool:
    heard = [hear((move,), state, partner, temperament) for move in _KINDS[kind]]
    return all(one.not_landed for one in heard)
