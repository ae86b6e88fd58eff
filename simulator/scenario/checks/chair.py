"""One chair: its partner, its opening, its interrupts, its size."""

from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.partner.outcomes import HIGHEST_START_TO_RECONNECT, Outcome
from simulator.partner.stances import LEAVES_AT, Stance, stances_of
from simulator.scenario.findings import Finding, finding
from simulator.scenario.load import nearest
from simulator.scenario.model import Chair, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_condition

LEAST_BEATS = 14
LEAST_OUTCOMES = 3
MOST_TENSIONS = 10


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of one chair that speak of no single beat."""
    chair = scenario.chair(role)
    at: Path = (role.value,)
    if chair.opens not in chair.beats:
        near = nearest(chair.opens, chair.beats)
        yield finding("unknown-opening", (*at, "opens"), name=chair.opens, nearest=near)
    yield from _partner(chair, role, at)
    yield from _interrupts(chair, role, at)
    for name in chair.beats.keys() & chair.endings.keys():
        yield finding("name-used-twice", (*at, "endings", name), name=name)
    yield from _conditions(chair, role)
    if scenario.kind == "scenario":
        yield from _sizes(chair, at)


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
        return f"the range has {high - low + 1} values; {MOST_TENSIONS} at most"
    if role is Role.PURSUER and high >= LEAVES_AT:
        return (
            f"at {high} the partner would have left before the first word; stay below {LEAVES_AT}"
        )
    return None


def _interrupts(chair: Chair, role: Role, at: Path) -> Iterator[Finding]:
    known = stances_of(role.other)
    nodes = [*chair.beats, *chair.endings]
    for stance, name in chair.interrupts.items():
        here = (*at, "interrupts", stance.value)
        if stance not in known:
            yield _others_stance(here, role, stance)
        if name not in nodes:
            yield finding("unknown-target", here, name=name, nearest=nearest(name, nodes))
        elif stance is Stance.LEFT and name not in chair.endings:
            yield finding("interrupt-needs-ending", here, name=name)
    if role is Role.PURSUER and Stance.LEFT not in chair.interrupts:
        yield finding("missing-interrupt", (*at, "interrupts"))


def _others_stance(path: Path, role: Role, stance: Stance) -> Finding:
    known = ", ".join(stances_of(role.other))
    return finding(
        "other-partners-stance", path, role=role.other.value, stance=stance.value, known=known
    )


def _conditions(chair: Chair, role: Role) -> Iterator[Finding]:
    known = stances_of(role.other)
    for path, when in each_condition(role, chair):
        for index, stance in enumerate(when.stance or ()):
            if stance not in known:
                yield _others_stance((*path, "stance", index), role, stance)
        if when.hope is not None and role is Role.PURSUER:
            yield finding("hope-of-withdrawer", (*path, "hope"))
        if when.again is not None and ("lines" not in path or "endings" in path):
            where = "an answer" if "answer" in path else "this place"
            yield finding("again-in-answer", (*path, "again"), where=where)


def _sizes(chair: Chair, at: Path) -> Iterator[Finding]:
    if (count := len(chair.beats)) < LEAST_BEATS:
        yield finding("few-beats", (*at, "beats"), count=count, least=LEAST_BEATS)
    outcomes = {ending.outcome for ending in chair.endings.values()}
    if len(outcomes) < LEAST_OUTCOMES:
        yield finding("few-endings", (*at, "endings"), count=len(outcomes), least=LEAST_OUTCOMES)
    for name, beat in chair.beats.items():
        if not 3 <= (count := len(beat.replies)) <= 5:
            yield finding("number-of-replies", (*at, "beats", name, "replies"), count=count)
