"""What the partner says: every line speaks, every list falls through, every stance is theirs."""

from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.partner.stances import Stance, stances_of
from simulator.scenario.checks.conditions import others_stance
from simulator.scenario.findings import Finding, finding
from simulator.scenario.model import Line, Lines, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_spoken, is_answer, is_of_beat, stanced


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the lines of one chair."""
    chair = scenario.chair(role)
    for path, line in each_spoken(role, chair):
        if not (line.does or line.says or line.then or line.text):
            yield finding("silent-line", path)
        if line.instead and not is_answer(path):
            yield finding("instead-outside-answer", (*path, "instead"))
    for beat_id, beat in chair.beats.items():
        at: Path = (role.value, "beats", beat_id)
        yield from _lines((*at, "lines"), beat.lines, role)
        for reply_id, reply in beat.replies.items():
            if reply.answer is not None:
                yield from _lines((*at, "replies", reply_id, "answer"), reply.answer, role)
        if beat.tip is not None and scenario.kind != "tutorial":
            yield finding("tip-outside-tutorial", (*at, "tip"))
    for ending_id, ending in chair.endings.items():
        yield from _lines((role.value, "endings", ending_id, "lines"), ending.lines, role)


def _lines(path: Path, lines: Lines, role: Role) -> Iterator[Finding]:
    if isinstance(lines, Line) and lines.when is None:
        return
    known = stances_of(role.other)
    for group in stanced(lines):
        here = (*path, *group.path)
        if group.stance is not None and group.stance not in known:
            yield others_stance(here, role, group.stance)
        if group.stance is Stance.LEFT and is_of_beat(path):
            yield finding("left-speaks", here, what="spoken")
        free = [line.when is None for line in group.lines]
        yield from fall_through(here, free, listed=group.listed)


def fall_through(path: Path, free: list[bool], *, listed: bool) -> Iterator[Finding]:
    """Findings of a list of which the first that holds counts; `free` where one has no `when`."""
    last = len(free) - 1
    if not free[last]:
        yield finding("no-fallback", (*path, last, "when") if listed else (*path, "when"))
    for index in range(last):
        if free[index]:
            yield finding("shadowed", (*path, index))
            return
