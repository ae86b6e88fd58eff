"""`simulator homework list`: what was opened here, and how far it is."""

from typing import TYPE_CHECKING

import click

from simulator.cli.homework.output import write_json, write_lines
from simulator.cli.homework.refusals import refusals, tell_damaged, today
from simulator.cli.journals import opened
from simulator.language import _
from simulator.practice.safe import shown

if TYPE_CHECKING:
    from simulator.practice.homework.client import Homework


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list, one object each.")
def list_command(*, as_json: bool) -> None:
    """List the homework that was opened here, oldest first.

    Six letters or more of an id are enough to name it.
    """
    from simulator.practice.homework import client  # noqa: PLC0415
    from simulator.practice.homework.records import homework_record  # noqa: PLC0415
    from simulator.practice.homework.tries import first_tries_of  # noqa: PLC0415

    with refusals(), opened() as journal:
        if journal:
            tell_damaged(journal, client.CLIENT)
        every = client.every(journal, today()) if journal else ()
        firsts = first_tries_of(journal) if journal and as_json else frozenset[str]()
    if as_json:
        write_json([homework_record(one, firsts) for one in every])
        return
    if not every:
        write_lines(_("No homework was opened here. `simulator homework open FILE` does it."))
    for one in every:
        _tell(one)


def _tell(one: "Homework") -> None:
    from simulator.practice.homework.words import (  # noqa: PLC0415
        aim_line,
        share_line,
        standing_line,
    )

    write_lines(
        _("{id}  Homework for {client}: {standing}").format(
            id=one.id[:8], client=shown(one.assignment.client), standing=standing_line(one)
        )
    )
    for share in one.standing.shares:
        write_lines(f"          {share_line(share)}")
    aim = aim_line(one.assignment.aim)
    if aim:
        write_lines("          " + _("Towards: {aim}").format(aim=aim))
    if one.farewell:
        write_lines(f"          {shown(one.farewell)}")
