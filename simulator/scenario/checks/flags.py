"""Flags: what is remembered is asked for, and what is asked for is remembered."""

from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.scenario.findings import Finding, Near, finding
from simulator.scenario.model import Chair, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_condition, each_reply, each_spoken


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the flags of one chair, each flag once."""
    chair = scenario.chair(role)
    remembered: dict[str, Path] = {}
    forgotten: dict[str, Path] = {}
    for path, flag, is_set in _changes(chair, role):
        (remembered if is_set else forgotten).setdefault(flag, path)
    asked: dict[str, Path] = {}
    for path, flag in _read(chair, role):
        asked.setdefault(flag, path)
    for flag, path in remembered.items():
        if flag not in asked:
            yield finding("unused-flag", path, flag=flag, near=Near(flag, asked))
    for what, flags in (("asked for", asked), ("forgotten", forgotten)):
        for flag, path in flags.items():
            if flag not in remembered:
                near = Near(flag, remembered)
                yield finding("unset-flag", path, flag=flag, what=what, near=near)


def _changes(chair: Chair, role: Role) -> Iterator[tuple[Path, str, bool]]:
    for path, line in each_spoken(role, chair):
        if line.remember:
            for index, flag in enumerate(line.remember):
                yield (*path, "remember", index), flag, True
    for beat_id, _, reply_id, reply in each_reply(chair):
        if reply.remember or reply.forget:
            at = (role.value, "beats", beat_id, "replies", reply_id)
            for index, flag in enumerate(reply.remember):
                yield (*at, "remember", index), flag, True
            for index, flag in enumerate(reply.forget):
                yield (*at, "forget", index), flag, False


def _read(chair: Chair, role: Role) -> Iterator[tuple[Path, str]]:
    for path, when in each_condition(role, chair):
        for key, flags in (("remembers", when.remembers), ("not_remembers", when.not_remembers)):
            if flags:
                for index, flag in enumerate(flags):
                    yield (*path, key, index), flag
