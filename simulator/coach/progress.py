"""What came of practising, over many plays: facts without a score.

Counted are plays that were not stopped. Nothing here ranks a person: no total of good endings, no
share, no best, no row of days.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Literal, NamedTuple

from simulator.coach.attempts import Attempt, first_tries
from simulator.coach.facts import PRACTISED, Rupture, Use, ruptures_of
from simulator.partner.moves import Role

New = Literal["scenario", "partner"]


class Skill(StrEnum):
    """How far a move was tried."""

    NOT_TRIED = "not_tried"
    USED = "used"
    """so far only where it came too early, or without the time that was asked for"""
    LANDED = "landed"
    """used when it could land"""


class Guesses(NamedTuple):
    """Guesses of how a reply landed."""

    made: int
    matched: int


class FirstTry(NamedTuple):
    """A play that was a first try, as far as it counts as one."""

    play: str
    scenario: str
    role: Role
    temperament: str
    turns: int
    ruptures: tuple[Rupture, ...]
    guesses: Guesses
    new: New | None
    """what was not seen before: the `scenario`, or a `partner` of this kind and temperament;
    `None` for the very first play, and where both were known. A transfer, where it is not `None`"""

    @property
    def back(self) -> int | None:
        """The longest way back from a rupture, in turns; `None` where none came back, or none was."""
        return max((one.back for one in self.ruptures if one.back is not None), default=None)


class Practice(NamedTuple):
    """The plays that are no first try, together."""

    plays: int
    ruptures: int
    came_back: int
    guesses: Guesses


class Progress(NamedTuple):
    """What there is to tell of all plays."""

    plays: int
    chairs: Mapping[Role, int]
    """plays in each chair"""
    firsts: tuple[FirstTry, ...]
    """oldest first"""
    practice: Practice
    skills: Mapping[str, Skill]
    """of every move that can be practised, in the order of the table"""
    own_words: int
    """sentences written"""
    left_out: tuple[str, ...]
    """ids of plays that cannot be followed any more, and so are missing from the skills"""


def progress(attempts: Sequence[Attempt]) -> Progress:
    """Read all attempts, oldest first."""
    is_first = first_tries(attempts)
    others = [one for one, first in zip(attempts, is_first, strict=True) if not first]
    return Progress(
        len(attempts),
        {role: sum(one.role is role for one in attempts) for role in Role},
        tuple(_firsts(attempts, is_first)),
        _practice(others, [one for one, first in zip(attempts, is_first, strict=True) if first]),
        _skills(use for one in attempts for use in one.uses or ()),
        sum(one.own_words for one in attempts),
        tuple(one.play for one in attempts if one.uses is None),
    )


def _firsts(attempts: Sequence[Attempt], is_first: Sequence[bool]) -> Iterable[FirstTry]:
    scenarios: set[str] = set()
    partners: set[tuple[Role, str]] = set()
    for one, first in zip(attempts, is_first, strict=True):
        partner = (one.role.other, one.temperament)
        if first:
            new: New | None = None
            if scenarios:
                new = _new(one.scenario not in scenarios, partner not in partners)
            yield _first_try(one, new)
        scenarios.add(one.scenario)
        partners.add(partner)


def _new(scenario: bool, partner: bool) -> New | None:  # noqa: FBT001
    if scenario:
        return "scenario"
    return "partner" if partner else None


def _first_try(one: Attempt, new: New | None) -> FirstTry:
    guesses = [guess for guess in one.guesses if guess.first]
    return FirstTry(
        one.play,
        one.scenario,
        one.role,
        one.temperament,
        len(one.given),
        ruptures_of(one.stances),
        Guesses(len(guesses), sum(guess.guess is guess.landing for guess in guesses)),
        new,
    )


def _practice(others: Sequence[Attempt], firsts: Sequence[Attempt]) -> Practice:
    found = [rupture for one in others for rupture in ruptures_of(one.after)]
    guesses = [guess for one in others for guess in one.guesses]
    guesses += [guess for one in firsts for guess in one.guesses if not guess.first]
    return Practice(
        len(others),
        len(found),
        sum(rupture.back is not None for rupture in found),
        Guesses(len(guesses), sum(guess.guess is guess.landing for guess in guesses)),
    )


def _skills(uses: Iterable[Use]) -> Mapping[str, Skill]:
    found = dict.fromkeys(PRACTISED, Skill.NOT_TRIED)
    for use in uses:
        if use.move in found and found[use.move] is not Skill.LANDED:
            found[use.move] = Skill.LANDED if use.landed else Skill.USED
    return found
