"""What a play starts from, so that it can be rebuilt: who, how, and by which numbers."""

import hashlib
import secrets
from typing import NamedTuple

from simulator.partner.moves import Role
from simulator.partner.rule import rule_fingerprint
from simulator.partner.state import HOPE_AT_START, PartnerState, start_state
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.fingerprint import fingerprint
from simulator.scenario.model import Partner, Scenario

SEED_BITS = 32


class SetupError(ValueError):
    """A play that the scenario does not allow; the message names what it allows."""


class Setup(NamedTuple):
    """With the chosen reply ids, everything a play is rebuilt from."""

    scenario: str
    """SHA-256 of the scenario as canonical JSON"""
    role: Role
    """the player's"""
    temperament: str
    tension: int
    connection: int
    hope: int | None
    seed: int
    rule: str
    """SHA-256 of the partner's tables and the version of the step"""


class Options(NamedTuple):
    """What a player may choose of a role."""

    temperaments: tuple[str, ...]
    """ids, the declared one first"""
    tension: tuple[int, int]
    """lowest and highest start for the declared temperament; both the same where it is fixed"""


def options(scenario: Scenario, role: Role) -> Options:
    """What may be chosen for this role."""
    partner = scenario.chair(role).partner
    others = [t for t in partner.allows if t != partner.temperament]
    return Options((partner.temperament, *others), tensions(partner, partner.temperament))


def tensions(partner: Partner, temperament: str) -> tuple[int, int]:
    """Lowest and highest tension a play may start with."""
    match partner.tension:
        case None:
            level = TEMPERAMENTS[temperament].set_point
            return level, level
        case int(level):
            return level, level
        case (low, high):
            return low, high
        case _:
            raise AssertionError(partner.tension)


def make_setup(
    scenario: Scenario,
    role: Role,
    *,
    temperament: str | None = None,
    tension: int | None = None,
    seed: int | None = None,
) -> Setup:
    """A setup within what the scenario allows; a seed is drawn where none is given.

    Raises `SetupError` for a missing role, a temperament or tension not allowed, a negative seed.
    """
    if role not in scenario.roles:
        here = " or ".join(scenario.roles)
        raise SetupError(f"this scenario has no {role.value}'s chair; it can be played as {here}")
    partner = scenario.chair(role).partner
    chosen = _temperament(scenario, role, temperament)
    drawn = secrets.randbits(SEED_BITS) if seed is None else seed
    if drawn < 0:
        raise SetupError(f"the seed {drawn} is negative; a seed is a whole number from 0 up")
    return Setup(
        fingerprint(scenario),
        role,
        chosen,
        _tension(tensions(partner, chosen), tension, drawn, role),
        partner.connection,
        _hope(partner, role),
        drawn,
        rule_fingerprint(),
    )


def start_of(setup: Setup) -> PartnerState:
    """The partner's state in which the play starts."""
    return start_state(
        setup.role.other,
        TEMPERAMENTS[setup.temperament],
        tension=setup.tension,
        connection=setup.connection,
        hope=setup.hope,
    )


def _temperament(scenario: Scenario, role: Role, wanted: str | None) -> str:
    allowed = options(scenario, role).temperaments
    if wanted is None:
        return allowed[0]
    if wanted not in allowed:
        raise SetupError(
            f"the temperament “{wanted}” is not allowed here; allowed: {', '.join(allowed)}"
        )
    return wanted


def _tension(allowed: tuple[int, int], wanted: int | None, seed: int, role: Role) -> int:
    low, high = allowed
    if wanted is None:
        digest = hashlib.sha256(f"{seed}/{role.value}/tension".encode()).digest()
        return low + int.from_bytes(digest) % (high - low + 1)
    if not low <= wanted <= high:
        span = str(low) if low == high else f"{low} to {high}"
        raise SetupError(f"a tension of {wanted} is not allowed here; allowed: {span}")
    return wanted


def _hope(partner: Partner, role: Role) -> int | None:
    if role is Role.PURSUER:
        return None
    return HOPE_AT_START if partner.hope is None else partner.hope
