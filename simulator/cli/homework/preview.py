"""An assignment as its client will see it; nothing is kept."""

import sys
from collections.abc import Sequence

import click

from simulator.cli.homework import talk
from simulator.cli.homework.output import write_page
from simulator.cli.homework.parts import part_of
from simulator.cli.homework.refusals import refusals
from simulator.homework.assignment import Assignment, Task
from simulator.language import _


def preview(
    assignments: Sequence[Assignment],
    scenario: str | None,
    role: str | None,
    beat: str | None,
    *,
    plain: bool,
) -> None:
    """Show the page, or of a couple both, and open the talk, at a beat where one is named.

    Where no part is named, the first is opened. Raises `Trouble`, `Misuse`.
    """
    from simulator.cli.screen import has_screen  # noqa: PLC0415
    from simulator.practice.homework.practising import looked_at  # noqa: PLC0415
    from simulator.practice.homework.words import assignment_page  # noqa: PLC0415

    assignment, task = _part(assignments, scenario, role)
    with refusals():
        sitting = looked_at(assignment, task, beat)
    for one in assignments:
        write_page(assignment_page(one))
    if has_screen() and not plain:
        click.pause(_("Press a key to open the talk."))
        sys.exit(talk.on_screen(lambda _keeping: sitting))
    talk.by_hand(sitting, talk.How(plain=True, resumed=bool(sitting.turns)), None)


def _part(
    assignments: Sequence[Assignment], scenario: str | None, role: str | None
) -> tuple[Assignment, Task]:
    """The part that is named, of the first where it has one; the first part of all where none is.

    Raises `Misuse`.
    """
    first, *others = assignments
    if scenario is None and role is None:
        return first, first.scenarios[0]
    for one in others:
        if not _fits(first, scenario, role) and _fits(one, scenario, role):
            return one, part_of(one, scenario, role)
    return first, part_of(first, scenario, role)


def _fits(given: Assignment, scenario: str | None, role: str | None) -> bool:
    return any(
        scenario in {None, task.scenario} and role in {None, task.role} for task in given.scenarios
    )
