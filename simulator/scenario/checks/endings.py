"""Endings: what each may be called, and what it gives way to."""

from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.partner.outcomes import NEEDS_OTHERWISE, Outcome
from simulator.partner.stances import Stance
from simulator.scenario.findings import Finding, Near, finding
from simulator.scenario.model import Chair, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_target

_BY_INTERRUPT = {Outcome.WITHDRAWN: Stance.LEFT, Outcome.GIVEN_UP: Stance.GIVING_UP}
_PARTNER_OF = {Outcome.WITHDRAWN: Role.WITHDRAWER, Outcome.GIVEN_UP: Role.PURSUER}


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the endings of one chair."""
    chair = scenario.chair(role)
    partner = role.other
    yield from _best(chair, role)
    for name, ending in chair.endings.items():
        path: Path = (role.value, "endings", name)
        if ending.outcome is Outcome.STOPPED:
            yield finding("outcome-of-program", (*path, "outcome"))
        elif _PARTNER_OF.get(ending.outcome, partner) is not partner:
            yield finding(
                "outcome-of-other-partner",
                (*path, "outcome"),
                outcome=ending.outcome.value,
                role=partner.value,
            )
        yield from _otherwise(chair, name, path, partner)
    yield from _only_by_interrupt(chair, role)


def _best(chair: Chair, role: Role) -> Iterator[Finding]:
    best, path = chair.best, (role.value, "best")
    outcomes = {ending.outcome: name for name, ending in chair.endings.items()}
    if best not in outcomes:
        yield finding("best-not-offered", path, outcome=best.value)
    elif best is not Outcome.RECONNECTED and Outcome.RECONNECTED in outcomes:
        name = outcomes[Outcome.RECONNECTED]
        outcome = Outcome.RECONNECTED.value
        yield finding("better-than-best", path, name=name, outcome=outcome, best=best.value)


def _otherwise(chair: Chair, name: str, path: Path, partner: Role) -> Iterator[Finding]:
    ending = chair.endings[name]
    if ending.otherwise is None:
        if ending.outcome in NEEDS_OTHERWISE:
            yield finding("missing-otherwise", (*path, "outcome"), outcome=ending.outcome.value)
        return
    here = (*path, "otherwise")
    if ending.otherwise not in chair.endings:
        near = Near(ending.otherwise, chair.endings)
        yield finding("unknown-ending", here, name=ending.otherwise, near=near)
        return
    yield from _chain(chair, name, here, partner)


def _chain(chair: Chair, name: str, path: Path, partner: Role) -> Iterator[Finding]:
    """Walks a chain of `otherwise`; as no outcome stands in it twice, it is short."""
    seen: dict[Outcome, str] = {}
    here = path
    while (ending := chair.endings.get(name)) is not None:
        if name in seen.values():
            yield finding("otherwise-circle", path, name=name)
            return
        if ending.outcome in seen:
            yield finding("otherwise-same", here, name=name, outcome=ending.outcome.value)
            return
        seen[ending.outcome] = name
        if ending.otherwise is None:
            if _PARTNER_OF.get(ending.outcome) is partner:
                yield finding("otherwise-open", path, outcome=ending.outcome.value)
            return
        here = (*path[:-2], name, "otherwise")
        name = ending.otherwise


def _only_by_interrupt(chair: Chair, role: Role) -> Iterator[Finding]:
    bound = {
        name: _BY_INTERRUPT[ending.outcome]
        for name, ending in chair.endings.items()
        if _PARTNER_OF.get(ending.outcome) is role.other and ending.otherwise is None
    }
    if not bound:
        return
    for path, name in _ways(chair, role):
        if name in bound and path != (role.value, "interrupts", bound[name].value):
            outcome = chair.endings[name].outcome.value
            yield finding("only-by-interrupt", path, outcome=outcome)


def _ways(chair: Chair, role: Role) -> Iterator[tuple[Path, str]]:
    for stance, name in chair.interrupts.items():
        yield (role.value, "interrupts", stance.value), name
    yield from each_target(role, chair)
