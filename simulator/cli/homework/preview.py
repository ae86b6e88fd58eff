"""An assignment as its client will see it; nothing is kept."""

import sys

import click

from simulator.cli.homework import talk
from simulator.cli.homework.output import write_page
from simulator.cli.homework.parts import part_of
from simulator.cli.homework.refusals import refusals
from simulator.homework.assignment import Assignment
from simulator.language import _


def preview(
    assignment: Assignment,
    scenario: str | None,
    role: str | None,
    beat: str | None,
    *,
    plain: bool,
) -> None:
    """Show the page and open the talk, at a beat where one is named. Raises `Trouble`, `Misuse`.

    Where no part is named, the first is opened.
    """
    from simulator.cli.screen import has_screen  # noqa: PLC0415
    from simulator.practice.homework.practising import looked_at  # noqa: PLC0415
    from simulator.practice.homework.words import assignment_page  # noqa: PLC0415

    first = assignment.scenarios[0]
    named = scenario is not None or role is not None
    task = part_of(assignment, scenario, role) if named else first
    with refusals():
        sitting = looked_at(assignment, task, beat)
    write_page(assignment_page(assignment))
    if has_screen() and not plain:
        click.pause(_("Press a key to open the talk."))
        sys.exit(talk.on_screen(lambda _keeping: sitting))
    talk.by_hand(sitting, talk.How(plain=True, resumed=bool(sitting.turns)), None)
