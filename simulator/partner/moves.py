"""The moves: what a speaker does with their words, or without them.

Each move belongs to a family (valence × approach/avoid) and carries a charge of −4…+4 for each
kind of hearer. The numbers are design choices in the directions the literature gives
(Gottman, Swanson & Murray 1999; Baumeister et al. 2001); none is a measurement of a couple.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from simulator.language import N_


class Role(StrEnum):
    """The two ends of the pattern; as a hearer, the kind of partner that is simulated."""

    PURSUER = "pursuer"
    WITHDRAWER = "withdrawer"

    @property
    def other(self) -> "Role":
        """The role across the table."""
        return Role.WITHDRAWER if self is Role.PURSUER else Role.PURSUER


class Family(StrEnum):
    """Families of moves; on a tie of charges the earlier one decides."""

    PRESSURE = "pressure"
    DISTANCE = "distance"
    SPACE = "space"
    OPENNESS = "openness"


FAMILY_ORDER: tuple[Family, ...] = tuple(Family)


class Late(StrEnum):
    """Whom a move reaches late, that is, only once there is room."""

    NEVER = "never"
    EVERYBODY = "everybody"
    WITHDRAWER = "withdrawer"


class Move(NamedTuple):
    """One move of the vocabulary."""

    id: str
    family: Family
    to_withdrawer: int
    """charge to a partner who withdraws, −4…+4"""
    to_pursuer: int
    """charge to a partner who pursues, −4…+4"""
    name: str
    """the plain name shown on screen"""
    plain: str
    """the definition, in plain words"""
    late: Late = Late.NEVER

    def charge(self, hearer: Role) -> int:
        """Charge to this hearer, −4…+4."""
        return self.to_withdrawer if hearer is Role.WITHDRAWER else self.to_pursuer

    def is_late(self, hearer: Role) -> bool:
        """Whether this hearer takes the move in only where there is room."""
        return self.late is Late.EVERYBODY or (
            self.late is Late.WITHDRAWER and hearer is Role.WITHDRAWER
        )


_P, _D, _S, _O = Family.PRESSURE, Family.DISTANCE, Family.SPACE, Family.OPENNESS

TIME_OUT, RETURNING, NOT_RETURNING = "time_out", "returning", "not_returning"
DEFERRING, PLACATING = "deferring", "placating"
PROMISES = (TIME_OUT, RETURNING, NOT_RETURNING)
RETURNS = frozenset({RETURNING, NOT_RETURNING})
"""how a promise is kept or broken: said only while a return is owed"""

_TABLE = (
    Move("contempt", _P, -4, -4, N_("looking down"), "mockery, sarcasm at the other's cost, superiority"),
    Move("ultimatum", _P, -4, -4, N_("ultimatum"), "“do it or else”, to win this talk; a limit one would keep anyway is a boundary"),
    Move("criticism", _P, -3, -3, N_("about who they are"), "“you always”, “you never”, a fault of character"),
    Move("demand", _P, -3, -2, N_("pressing"), "insists on now, overrides a “not now”"),
    Move("counterattack", _P, -3, -3, N_("answering back"), "a complaint answered with one"),
    Move("blame", _P, -2, -2, N_("blame"), "names the other as the cause"),
    Move("mind_reading", _P, -2, -2, N_("guessing their mind"), "tells the other what they feel, mean or are; therapy words as a weapon"),
    Move("defensiveness", _P, -2, -2, N_("explaining oneself"), "excuse, “yes, but”, “sorry, but”"),
    Move("scorekeeping", _P, -2, -2, N_("keeping count"), "tallies who gave more"),
    Move("checking_up", _P, -2, -1, N_("checking up"), "calls, texts or asks again; reassurance wanted once more; a question with one right answer"),
    Move("grand_gesture", _P, -1, 0, N_("grand gesture"), "something large in place of the talk"),
    Move("leaving", _D, -2, -4, N_("leaving"), "walks out with no return named"),
    Move("minimising", _D, -2, -2, N_("minimising"), "makes the other's feeling small: “but that's easy”, “that's nothing”"),
    Move("silence", _D, -1, -3, N_("going quiet"), "no answer, lets the other guess"),
    Move("refusal", _D, -1, -2, N_("refusal"), "will not talk about it, now or later"),
    Move("self_blame", _D, -1, -1, N_("self-blame"), "makes oneself the bad one, so that the other must comfort or stop"),
    Move(DEFERRING, _D, 0, -1, N_("a vague later"), "“later”, with no time named"),
    Move(PLACATING, _D, 0, -1, N_("saying yes to end it"), "yes, sorry or “it's fine”, not meant; own wish hidden"),
    Move("waiting", _S, +1, -1, N_("waiting"), "stays, and lets the silence be"),
    Move("declining", _S, 0, 0, N_("saying no"), "a no about one's own body, time, money or belief; it needs no reason and is never to be overcome"),
    Move("needing_time", _S, +1, +1, N_("needing time"), "says it is too much just now and that one wants to come back to it; no hour named yet"),
    Move("self_soothing", _S, +1, +1, N_("steadying oneself"), "steadies oneself, says so"),
    Move("respecting_space", _S, +3, +1, N_("respecting space"), "takes a no or a need for room at its word"),
    Move("offering_time", _S, +3, +2, N_("offering time"), "asks when, or how (walking, side by side, in writing), would suit"),
    Move(TIME_OUT, _S, +2, +2, N_("time-out"), "a pause with a return named, 20 minutes to 24 hours off"),
    Move(RETURNING, _S, +4, +4, N_("coming back"), "comes back when promised"),
    Move(NOT_RETURNING, _D, -4, -4, N_("not coming back"), "lets the promised time pass"),
    Move("complaint", _O, 0, 0, N_("plain complaint"), "one specific thing, once, without blame"),
    Move("engaging", _O, +1, +2, N_("engaging"), "a small honest answer, stays in the room, takes up a bid"),
    Move("boundary", _O, +1, +1, N_("boundary"), "what I will do to stay all right, said calmly; never what the other must do"),
    Move("i_statement", _O, +2, +2, N_("speaking for oneself"), "own feeling or need, no hidden “you”; the word “feel” is neither needed nor enough"),
    Move("warmth", _O, +2, +2, N_("warmth"), "a kindness, a shared laugh, a cup of tea, a hand that may be left: a bid that asks nothing"),
    Move("repair", _O, +2, +2, N_("repair"), "takes back the tone and tries again"),
    Move("curiosity", _O, +2, +3, N_("curiosity"), "an open question, one, really asked", Late.WITHDRAWER),
    Move("naming_cycle", _O, +2, +3, N_("naming the loop"), "names the loop as the problem, with one's own half in it; without that half it is guessing their mind", Late.WITHDRAWER),
    Move("gentle_startup", _O, +3, +3, N_("soft opening"), "soft opening: own view, and room for theirs"),
    Move("reflecting", _O, +3, +3, N_("listening"), "says back what was heard"),
    Move("appreciation", _O, +3, +3, N_("appreciation"), "thanks, notices what was given"),
    Move("reassurance", _O, +3, +3, N_("reassurance"), "“you haven't failed me”, “I'm here”, said to what was asked; said instead of an answer it is minimising"),
    Move("disclosure", _O, +3, +4, N_("showing what is underneath"), "shows the softer feeling underneath"),
    Move("ownership", _O, +4, +4, N_("owning a part"), "owns one specific thing, no “but”, says what will be different, does not plead"),
    Move("validation", _O, +4, +4, N_("validation"), "the other's feeling makes sense"),
    Move("request", _O, +2, +2, N_("request"), "a wish the other can say yes or no to", Late.EVERYBODY),
    Move("problem_solving", _O, +2, +2, N_("solving it"), "breaks it down, offers a way", Late.EVERYBODY),
    Move("planning", _O, +3, +3, N_("making a plan"), "a concrete day and a next step", Late.EVERYBODY),
)  # fmt: skip

MOVES: Mapping[str, Move] = MappingProxyType({move.id: move for move in _TABLE})
"""Every move by its id, in the order of the table; the charge of a promise is its own."""

VOICING = frozenset(
    {
        "i_statement",
        "gentle_startup",
        "disclosure",
        "request",
        "complaint",
        "boundary",
        "naming_cycle",
        "declining",
        "needing_time",
    }
)
"""Moves by which the player says something of their own, whether or not they land."""
