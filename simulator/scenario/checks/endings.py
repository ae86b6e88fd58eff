"""Endings: what each may be called, and what it gives way to."""

from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.partner.outcomes import LAST_RESORTS, NEEDS_OTHERWISE, Outcome
from simulator.partner.stances import Stance
from simulator.scenario.findings import Finding, finding
from simulator.scenario.load import nearest
from simulator.scenario.model import Chair, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_reply, targets_of

_BY_INTERRUPT = {Outcome.WITHDRAWN: Stance.LEFT, Outcome.GIVEN_UP: Stance.GIVING_UP}
_PARTNER_OF = {Outcome.WITHDRAWN: Role.WITHDRAWER, Outcome.GIVEN_UP: Role.PURSUER}


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the endings of one chair."""
    chair = scenario.chair(role)
    partner = role.other
    if chair.best not in {ending.outcome for ending in chair.endings.values()}:
        yield finding("best-not-offered", (role.value, "best"), outcome=chair.best.value)
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
        yield from _otherwise(chair, name, path)
    yield from _only_by_interrupt(chair, role)


def _otherwise(chair: Chair, name: str, path: Path) -> Iterator[Finding]:
    ending = chair.endings[name]
    if ending.otherwise is None:
        if ending.outcome in NEEDS_OTHERWISE:
            yield finding("missing-otherwise", (*path, "outcome"), outcome=ending.outcome.value)
        return
    here = (*path, "otherwise")
    if ending.otherwise not in chair.endings:
        near = nearest(ending.otherwise, chair.endings)
        yield finding("unknown-ending", here, name=ending.otherwise, nearest=near)
        return
    seen = [name]
    while ending.otherwise in chair.endings:
        if ending.otherwise in seen:
            yield finding("otherwise-circle", here, name=ending.otherwise)
            return
        seen.append(ending.otherwise)
        ending = chair.endings[ending.otherwise]
    if ending.outcome not in LAST_RESORTS and ending.outcome not in NEEDS_OTHERWISE:
        yield finding("otherwise-open", here, outcome=ending.outcome.value)


def _only_by_interrupt(chair: Chair, role: Role) -> Iterator[Finding]:
    bound = {
        name: _BY_INTERRUPT[ending.outcome]
        for name, ending in chair.endings.items()
        if ending.outcome in _BY_INTERRUPT and ending.otherwise is None
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
    for ending_id, ending in chair.endings.items():
        if ending.otherwise is not None:
            yield (role.value, "endings", ending_id, "otherwise"), ending.otherwise
    for beat_id, beat, reply_id, reply in each_reply(chair):
        for name in targets_of(reply, beat):
            yield (role.value, "beats", beat_id, "replies", reply_id, "to"), name
