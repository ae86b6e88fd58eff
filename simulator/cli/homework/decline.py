"""`simulator homework decline`: saying no to a part, with a reason or without."""

import click

from simulator.cli.homework.output import typed, write_json, write_lines
from simulator.cli.homework.parts import part_of
from simulator.cli.homework.refusals import journal, now, today
from simulator.language import _


@click.command("decline")
@click.argument("id_", metavar="ID")
@click.option("--scenario", metavar="S", help="Of the part.")
@click.option("--as", "role", metavar="ROLE", help="The chair of the part.")
@click.option("--why", metavar="TEXT", default="", help="Only if you want to say.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def decline_command(
    *, id_: str, scenario: str | None, role: str | None, why: str, as_json: bool
) -> None:
    """Say no to a part of the homework. No reason is needed.

    It stands in your report, unless you leave it out there with --leave-out. You can also leave a
    part out without this command, and say nothing about it.
    """
    from simulator.practice.homework import client  # noqa: PLC0415
    from simulator.practice.homework.words import part_words  # noqa: PLC0415

    with journal() as kept:
        homework = client.one(kept, id_, today())
        task = part_of(homework.assignment, scenario, role)
        client.decline(kept, homework, task, typed(why), now())
    if as_json:
        write_json({"id": homework.id, "scenario": task.scenario, "role": task.role, "why": why})
        return
    write_lines(_("You said no to {part}. That is all right.").format(part=part_words(task)))
