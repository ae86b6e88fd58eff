"""Conditions: each asks for something, and for something that can be."""

from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.partner.stances import Stance, stances_of
from simulator.scenario.findings import Finding, finding
from simulator.scenario.model import Condition, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_condition, is_answer, is_of_beat, is_own_line


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the conditions of one chair."""
    for path, when in each_condition(role, scenario.chair(role)):
        asked = when.model_fields_set
        if not asked:
            yield finding("empty-condition", path)
        if when.stance is not None:
            yield from _stances(path, when.stance, role)
        yield from _meters(path, when, role)
        if when.remembers and when.not_remembers:
            yield from _flags(path, when)
        if when.again is not None and not is_own_line(path):
            where = "an answer" if is_answer(path) else "this place"
            yield finding("again-in-answer", (*path, "again"), where=where)


def others_stance(path: Path, role: Role, stance: Stance) -> Finding:
    """The finding of a stance that this chair's partner never takes."""
    known = ", ".join(stances_of(role.other))
    return finding(
        "other-partners-stance", path, role=role.other.value, stance=stance.value, known=known
    )


def _stances(path: Path, stances: tuple[Stance, ...], role: Role) -> Iterator[Finding]:
    known = stances_of(role.other)
    for index, stance in enumerate(stances):
        here = (*path, "stance", index)
        if stance not in known:
            yield others_stance(here, role, stance)
        elif stance is Stance.LEFT and is_of_beat(path):
            yield finding("left-speaks", here, what="so")


def _meters(path: Path, when: Condition, role: Role) -> Iterator[Finding]:
    if when.hope is not None and role is Role.PURSUER:
        yield finding("hope-of-withdrawer", (*path, "hope"))
    for meter in ("tension", "connection", "hope"):
        bounds = getattr(when, meter)
        if bounds is None:
            continue
        if not bounds.model_fields_set:
            yield finding("empty-condition", (*path, meter))
        low, high = bounds.at_least, bounds.at_most
        if low is not None and high is not None and low > high:
            problem = f"nothing is at least {low} and at most {high}"
            yield finding("never-holds", (*path, meter, "at_most"), problem=problem)


def _flags(path: Path, when: Condition) -> Iterator[Finding]:
    for index, flag in enumerate(when.not_remembers or ()):
        if flag in (when.remembers or ()):
            problem = f"“{flag}” cannot be remembered and not remembered"
            yield finding("never-holds", (*path, "not_remembers", index), problem=problem)
