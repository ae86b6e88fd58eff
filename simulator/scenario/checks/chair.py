"""One chair: its partner, its opening, its interrupts, its size."""

from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.partner.outcomes import HIGHEST_START_TO_RECONNECT, Outcome
from simulator.partner.stances import LEAVES_AT, Stance, stances_of
from simulator.scenario.checks.conditions import others_stance
from simulator.scenario.findings import Finding, Near, finding
from simulator.scenario.model import Chair, Scenario
from simulator.scenario.positions import Path

LEAST_BEATS = 14
LEAST_OUTCOMES = 3
FEWEST_REPLIES, MOST_REPLIES = 3, 5
MOST_TENSIONS = 10


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of one chair that speak of no single reply."""
    chair = scenario.chair(role)
    at: Path = (role.value,)
    yield from _names(chair, at)
    yield from _partner(chair, role, at)
    yield from _interrupts(chair, role, at)
    if scenario.kind == "scenario":
        yield from _sizes(chair, at)


def _names(chair: Chair, at: Path) -> Iterator[Finding]:
    if chair.opens not in chair.beats:
        near = Near(chair.opens, chair.beats)
        yield finding("unknown-opening", (*at, "opens"), name=chair.opens, near=near)
    for name in chair.endings:
        if name in chair.beats:
            yield finding("name-used-twice", (*at, "endings", name), name=name)
    for kind, names in (("beats", chair.beats), ("endings", chair.endings)):
        if Outcome.STOPPED.value in names:
            path = (*at, kind, Outcome.STOPPED.value)
            yield finding("reserved-name", path, name=Outcome.STOPPED.value)


def _partner(chair: Chair, role: Role, at: Path) -> Iterator[Finding]:
    partner = chair.partner
    here = (*at, "partner")
    if partner.hope is not None and role is Role.PURSUER:
        yield finding("hope-of-withdrawer", (*here, "hope"))
    if partner.allows and partner.temperament not in partner.allows:
        yield finding("temperament-not-allowed", (*here, "allows"), temperament=partner.temperament)
    problem = _start_problem(chair, role)
    if problem:
        yield finding("impossible-start", (*here, "tension"), problem=problem)
    reconnects = any(e.outcome is Outcome.RECONNECTED for e in chair.endings.values())
    if reconnects and partner.connection > HIGHEST_START_TO_RECONNECT:
        yield finding(
            "connection-too-high",
            (*here, "connection"),
            connection=partner.connection,
            limit=HIGHEST_START_TO_RECONNECT,
        )


def _start_problem(chair: Chair, role: Role) -> str | None:
    tension = chair.partner.tension
    if tension is None:
        return None
    low, high = (tension, tension) if isinstance(tension, int) else tension
    if low > high:
        return f"the range runs from {low} down to {high}"
    if high - low >= MOST_TENSIONS:
        return f"the range has {high - low + 1} values, and {MOST_TENSIONS} are allowed"
    if role is Role.PURSUER and high >= LEAVES_AT:
        return f"at {high} the partner would leave before the first word; stay below {LEAVES_AT}"
    return None


def _interrupts(chair: Chair, role: Role, at: Path) -> Iterator[Finding]:
    known = stances_of(role.other)
    for stance, name in chair.interrupts.items():
        here = (*at, "interrupts", stance.value)
        if stance not in known:
            yield others_stance(here, role, stance)
        if name not in chair.beats and name not in chair.endings:
            near = Near(name, [*chair.beats, *chair.endings])
            yield finding("unknown-target", here, name=name, near=near)
        elif stance is Stance.LEFT and name not in chair.endings:
            yield finding("interrupt-needs-ending", here, name=name)
    if role is Role.PURSUER and Stance.LEFT not in chair.interrupts:
        yield finding("missing-interrupt", (*at, "interrupts"))


def _sizes(chair: Chair, at: Path) -> Iterator[Finding]:
    if (count := len(chair.beats)) < LEAST_BEATS:
        yield finding("few-beats", (*at, "beats"), count=count, least=LEAST_BEATS)
    outcomes = {ending.outcome for ending in chair.endings.values()}
    if len(outcomes) < LEAST_OUTCOMES:
        yield finding("few-endings", (*at, "endings"), count=len(outcomes), least=LEAST_OUTCOMES)
    for name, beat in chair.beats.items():
        if not FEWEST_REPLIES <= (count := len(beat.replies)) <= MOST_REPLIES:
            replies = "1 reply" if count == 1 else f"{count} replies"
            yield finding("number-of-replies", (*at, "beats", name, "replies"), count=replies)
