"""`simulator homework withdraw`: an assignment is no longer asked for."""

from pathlib import Path

import click

from simulator.cli.homework.output import check_output, typed, write_json, write_lines, written
from simulator.cli.homework.passphrases import Passphrases, passphrase_option
from simulator.cli.homework.refusals import journal, now
from simulator.language import _


@click.command("withdraw")
@click.argument("id_", metavar="ID")
@click.option("--output", metavar="X.homework", required=True, help="The file for the client.")
@click.option("--words", metavar="TEXT", default="", help="What you want to say to them.")
@click.option("--to", metavar="NAME", help="Seal for somebody you have paired with.")
@passphrase_option
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def withdraw_command(
    *,
    id_: str,
    output: str,
    words: str,
    to: str | None,
    passphrase_files: tuple[str, ...],
    force: bool,
    as_json: bool,
) -> None:
    """Withdraw an assignment: the file tells the client's program that it is no longer asked for.

    What they practised stays theirs.
    """
    from simulator.homework.assignment import body_of  # noqa: PLC0415
    from simulator.homework.sealing.envelope import Kind  # noqa: PLC0415
    from simulator.practice.homework import desk  # noqa: PLC0415
    from simulator.practice.homework.sealed import seal_for, seal_under  # noqa: PLC0415

    words = typed(words)
    secrets, path = Passphrases(passphrase_files), Path(output)
    with journal() as kept:
        check_output(path, force=force)
        assignment = desk.given(kept, id_).assignment
        body = body_of(desk.withdrawal(assignment, words, now()))
        if to:
            data = seal_for(Kind.WITHDRAWAL, body, to, secrets.own_keys())
        else:
            data = seal_under(Kind.WITHDRAWAL, body, secrets.to_seal(output))
        with written([(path, data)], force=force):
            desk.take_back(kept, assignment, words, now())
    if as_json:
        write_json({"id": assignment.id, "client": assignment.client, "output": output})
        return
    write_lines(
        _(
            "{file} is written and sealed. When {client} opens it, the homework is withdrawn."
        ).format(file=output, client=assignment.client)
    )
