"""What the partner says: every line speaks, every list falls through, every stance is theirs."""

from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.partner.stances import Stance, stances_of
from simulator.scenario.findings import Finding, finding
from simulator.scenario.model import Beat, Line, Lines, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_spoken, stanced


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the lines of one chair."""
    chair = scenario.chair(role)
    for path, line in each_spoken(role, chair):
        yield from _line(path, line)
    for beat_id, beat in chair.beats.items():
        at: Path = (role.value, "beats", beat_id)
        yield from _lines((*at, "lines"), beat.lines, role)
        yield from _giving_up((*at, "lines"), beat, role)
        for reply_id, reply in beat.replies.items():
            if reply.answer is not None:
                yield from _lines((*at, "replies", reply_id, "answer"), reply.answer, role)
        if beat.tip is not None and scenario.kind != "tutorial":
            yield finding("tip-outside-tutorial", (*at, "tip"))
    for ending_id, ending in chair.endings.items():
        yield from _lines((role.value, "endings", ending_id, "lines"), ending.lines, role)


def _line(path: Path, line: Line) -> Iterator[Finding]:
    if not (line.does or line.says or line.then or line.text):
        yield finding("silent-line", path)
    if line.instead and "answer" not in path:
        yield finding("instead-outside-answer", (*path, "instead"))


def _lines(path: Path, lines: Lines, role: Role) -> Iterator[Finding]:
    known = stances_of(role.other)
    for group in stanced(lines):
        here = (*path, *group.path)
        if group.stance is not None and group.stance not in known:
            yield finding(
                "other-partners-stance",
                here,
                role=role.other.value,
                stance=group.stance.value,
                known=", ".join(known),
            )
        yield from fall_through(here, [line.when is None for line in group.lines], group.listed)


def fall_through(path: Path, free: list[bool], listed: bool) -> Iterator[Finding]:  # noqa: FBT001
    """Findings of a list of which the first that holds counts; `free` where one has no `when`."""
    last = len(free) - 1
    if not free[last]:
        yield finding("no-fallback", (*path, last) if listed else path)
    for index in range(last):
        if free[index]:
            yield finding("shadowed", (*path, index))
            return


def _giving_up(path: Path, beat: Beat, role: Role) -> Iterator[Finding]:
    if role is Role.WITHDRAWER:
        written = [group.stance for group in stanced(beat.lines)]
        if None not in written and Stance.GIVING_UP not in written:
            yield finding("giving-up-borrows", path)
