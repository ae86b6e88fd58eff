"""`simulator homework review`: reports, client by client."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.homework.output import write_json, write_lines, write_page
from simulator.cli.homework.passphrases import Passphrases, passphrase_option
from simulator.cli.homework.refusals import journal, now, refusals
from simulator.cli.trouble import Trouble
from simulator.language import _
from simulator.practice.safe import shown

if TYPE_CHECKING:
    from simulator.homework.review import Client
    from simulator.journal.journal import Journal

_ENDS = (".homework", ".report")


@click.command("review")
@click.argument("files", metavar="[R.report… | DIR]", nargs=-1)
@passphrase_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def review_command(
    *, files: tuple[str, ...], passphrase_files: tuple[str, ...], as_json: bool
) -> None:
    """Read reports and hold them against their assignments; without a FILE, all that is kept.

    Each is kept in your journal. Its numbers are worked out again from the replies in it, and it
    is said whether they are the same. An assignment that was made elsewhere is read from its own
    X.homework, named beside the report. Where some files are refused, the others are still shown
    (exit status 1).
    """
    paths = _paths(files)
    opened = _opened(paths, Passphrases(passphrase_files))
    with journal() as kept:
        clients, refused = _clients(kept, paths, opened)
    refused = refused or len(opened) < len(paths)
    if clients or not refused:
        _show(clients, as_json=as_json)
    if refused:
        raise click.exceptions.Exit(1)


def _paths(files: Sequence[str]) -> list[Path]:
    """The files that are meant; of a folder those with our endings, assignments first."""
    found: list[Path] = []
    for name in files:
        path = Path(name)
        if path.is_dir():
            inside = sorted(each for each in path.iterdir() if each.suffix in _ENDS)
            if not inside:
                raise Trouble(_("There is no report in {folder}.").format(folder=path))
            found += inside
        else:
            found.append(path)
    return sorted(dict.fromkeys(found), key=lambda path: path.suffix != _ENDS[0])


def _opened(paths: Sequence[Path], secrets: Passphrases) -> "dict[Path, object]":
    """What is in the files that open; why the others do not is said."""
    found: dict[Path, object] = {}
    for path in paths:
        try:
            with refusals():
                found[path] = _read(path, secrets)
        except Trouble as trouble:
            _refuse(path, trouble)
    return found


def _read(path: Path, secrets: Passphrases) -> object:
    from simulator.homework.assignment import assignment_of  # noqa: PLC0415
    from simulator.homework.report import report_of  # noqa: PLC0415
    from simulator.homework.sealing.envelope import Kind  # noqa: PLC0415
    from simulator.practice.homework.sealed import open_file  # noqa: PLC0415

    opened = open_file(path, (Kind.REPORT, Kind.ASSIGNMENT), secrets).opened
    return (report_of if opened.kind is Kind.REPORT else assignment_of)(opened.body)


def _clients(
    kept: "Journal", paths: Sequence[Path], opened: "dict[Path, object]"
) -> "tuple[tuple[Client, ...], bool]":
    """What is shown, and whether anything was refused."""
    from simulator.homework.assignment import Assignment  # noqa: PLC0415
    from simulator.homework.report import Report  # noqa: PLC0415
    from simulator.practice.homework import desk  # noqa: PLC0415

    if not paths:
        return desk.clients(kept), False
    reports: list[Report] = []
    assignments: list[str] = []
    refused = False
    for path, found in opened.items():
        if isinstance(found, Assignment):
            desk.give(kept, found, now())
            assignments.append(found.id)
        elif isinstance(found, Report):
            try:
                with refusals():
                    desk.receive(kept, found, now())
                reports.append(found)
            except Trouble as trouble:
                _refuse(path, trouble)
                refused = True
    return desk.clients(kept, assignments, reports), refused


def _refuse(path: Path, trouble: Trouble) -> None:
    click.echo(f"error: {shown(str(path))}: {trouble.format_message()}", err=True)


def _show(clients: "tuple[Client, ...]", *, as_json: bool) -> None:
    from simulator.practice.homework.records import clients_record  # noqa: PLC0415
    from simulator.practice.homework.review_page import client_page  # noqa: PLC0415

    if as_json:
        write_json(clients_record(clients))
        return
    if not clients:
        write_lines(_("Nothing was assigned from here yet, and no report was read."))
    for client in clients:
        write_page(client_page(client))
