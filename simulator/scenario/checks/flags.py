"""Flags: what is remembered is asked for, and what is asked for is remembered."""

from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.scenario.findings import Finding, finding
from simulator.scenario.model import Chair, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_condition, each_reply, each_spoken


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the flags of one chair, each flag once."""
    chair = scenario.chair(role)
    remembered, asked = dict(_set(chair, role)), dict(_read(chair, role))
    for flag, path in remembered.items():
        if flag not in asked:
            yield finding("unused-flag", path, flag=flag)
    for flag, path in asked.items():
        if flag not in remembered:
            yield finding("unset-flag", path, flag=flag)


def _set(chair: Chair, role: Role) -> Iterator[tuple[str, Path]]:
    for path, line in each_spoken(role, chair):
        for index, flag in enumerate(line.remember):
            yield flag, (*path, "remember", index)
    for beat_id, _, reply_id, reply in each_reply(chair):
        at = (role.value, "beats", beat_id, "replies", reply_id, "remember")
        for index, flag in enumerate(reply.remember):
            yield flag, (*at, index)


def _read(chair: Chair, role: Role) -> Iterator[tuple[str, Path]]:
    for path, when in each_condition(role, chair):
        for key in ("remembers", "not_remembers"):
            for index, flag in enumerate(getattr(when, key) or ()):
                yield flag, (*path, key, index)
