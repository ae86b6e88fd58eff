"""`simulator homework open`: an assignment taken in, or word that one is withdrawn."""

from pathlib import Path

import click

from simulator.cli.errors import Misuse
from simulator.cli.homework.output import write_json, write_lines, write_page
from simulator.cli.homework.passphrases import Passphrases, passphrase_option
from simulator.cli.homework.refusals import journal, now, refusals, today
from simulator.homework.assignment import Assignment, Withdrawal, assignment_of, withdrawal_of
from simulator.homework.sealing.envelope import Kind
from simulator.language import _
from simulator.practice.safe import shown


@click.command("open")
@click.argument("file", metavar="X.homework")
@passphrase_option
@click.option("--preview", is_flag=True, help="Look at it as the client will; keep nothing.")
@click.option("--beat", metavar="NAME", help="With --preview: begin at this beat.")
@click.option("--scenario", metavar="S", help="With --preview: the scenario.")
@click.option("--as", "role", metavar="ROLE", help="With --preview: the chair.")
@click.option("--plain", is_flag=True, help="With --preview: line by line.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def open_command(
    *,
    file: str,
    passphrase_files: tuple[str, ...],
    preview: bool,
    beat: str | None,
    scenario: str | None,
    role: str | None,
    plain: bool,
    as_json: bool,
) -> None:
    """Open an assignment and keep it, or take in that one is withdrawn.

    It is read as it was sealed: nothing in it is run, and no name in it is used as a path.
    `simulator homework list` shows it from then on.
    """
    if not preview and any((beat, scenario, role, plain)):
        raise Misuse("--beat, --scenario, --as and --plain belong to --preview")
    found, signed_by = _read(Path(file), Passphrases(passphrase_files))
    if isinstance(found, Withdrawal):
        _end(found, signed_by, as_json=as_json)
    elif preview:
        from simulator.cli.homework.preview import preview as show  # noqa: PLC0415

        show((found,), scenario, role, beat, plain=plain)
    else:
        _take_in(found, signed_by, as_json=as_json)


def _read(path: Path, secrets: Passphrases) -> tuple[Assignment | Withdrawal, str | None]:
    """What is in it, and the name of whoever signed it, where somebody did."""
    from simulator.practice.homework.sealed import open_file  # noqa: PLC0415

    with refusals():
        opened, sender = open_file(path, (Kind.ASSIGNMENT, Kind.WITHDRAWAL), secrets)
        if opened.kind is Kind.WITHDRAWAL:
            return withdrawal_of(opened.body), sender
        return assignment_of(opened.body), sender


def _take_in(assignment: Assignment, signed_by: str | None, *, as_json: bool) -> None:
    from simulator.practice.homework import client  # noqa: PLC0415
    from simulator.practice.homework.records import assignment_record  # noqa: PLC0415
    from simulator.practice.homework.words import assignment_page, practise_line  # noqa: PLC0415

    with journal() as kept:
        is_new = client.receive(kept, assignment, now())
        homework = client.one(kept, assignment.id, today())
    if as_json:
        status = homework.standing.stage.value
        record = assignment_record(assignment)
        write_json({**record, "status": status, "new": is_new, "signed_by": signed_by})
        return
    write_page(assignment_page(assignment))
    _signed(signed_by)
    if not is_new:
        write_lines(_("It was opened here before; nothing was changed."))
    if not client.can_count(homework):
        write_lines(_other_rule())
    write_lines(_("Practise when it suits you:"))
    for task in assignment.scenarios:
        click.echo(f"  {practise_line(assignment, task)}")


def _other_rule() -> str:
    return _(
        "It was made with another version of this program, in which a partner takes things a "
        "little differently. You can practise all the same; tell the one who gave it to you."
    )


def _signed(name: str | None) -> None:
    if name is not None:
        write_lines(_("It is signed by {name}.").format(name=shown(name)))


def _end(withdrawal: Withdrawal, signed_by: str | None, *, as_json: bool) -> None:
    from simulator.practice.homework import client  # noqa: PLC0415

    with journal() as kept:
        homework = client.end(kept, withdrawal, now())
    if as_json:
        write_json(
            {
                "id": homework.id,
                "status": homework.standing.stage.value,
                "words": withdrawal.words,
                "signed_by": signed_by,
            }
        )
        return
    write_lines(
        _("This homework is no longer asked for. What you practised stays yours, and is kept.")
    )
    _signed(signed_by)
    if withdrawal.words:
        write_lines(shown(withdrawal.words))
