"""A time-out promises a return: what follows says how much later it is, or is a pause."""

from collections.abc import Iterator

from simulator.partner.moves import TIME_OUT, Role
from simulator.partner.outcomes import Outcome
from simulator.scenario.findings import Finding, finding
from simulator.scenario.model import Chair, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.scalars import minutes_of
from simulator.scenario.shapes import each_target_of, moves_of

SHORTEST_PAUSE, LONGEST_PAUSE = 20, 24 * 60
"""minutes a time-out may last: long enough to calm down, short enough to be a promise"""


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of what the time-outs of one chair lead to, each place once."""
    chair = scenario.chair(role)
    told: set[tuple[str, Path]] = set()
    for beat_id, beat in chair.beats.items():
        for reply_id, reply in beat.replies.items():
            if TIME_OUT not in moves_of(reply):
                continue
            for path, name in each_target_of(role, beat_id, beat, reply_id, reply):
                for found in _follows(chair, role, path, name):
                    if (found.code, found.path) not in told:
                        told.add((found.code, found.path))
                        yield found


def _follows(chair: Chair, role: Role, path: Path, name: str) -> Iterator[Finding]:
    kind = "beats" if name in chair.beats else "endings"
    target = chair.beats.get(name) or chair.endings.get(name)
    if target is None:
        return
    if target.later is not None:
        minutes = minutes_of(target.later) or 0
        if not SHORTEST_PAUSE <= minutes <= LONGEST_PAUSE:
            here = (role.value, kind, name, "later")
            yield finding("span-of-time-out", here, later=target.later)
    elif kind == "beats":
        yield finding("no-time-passed", (role.value, kind, name), name=name)
    ending = chair.endings.get(name)
    if ending is not None and ending.outcome is not Outcome.PAUSED:
        yield finding("time-out-to-other-ending", path, name=name, outcome=ending.outcome.value)
