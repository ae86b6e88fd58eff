"""`simulator homework review`: reports, client by client."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.errors import Misuse
from simulator.cli.homework import pages
from simulator.cli.homework.output import write_json, write_lines, write_page
from simulator.cli.homework.passphrases import Passphrases, passphrase_option
from simulator.cli.homework.refusals import journal, now, refusals, tell_damaged, today
from simulator.cli.trouble import Trouble
from simulator.language import _
from simulator.practice.safe import shown

if TYPE_CHECKING:
    from simulator.homework.review import Client
    from simulator.practice.homework.receiving import Came

_ENDS = (".homework", ".report")


@click.command("review")
@click.argument("files", metavar="[R.report… | DIR]", nargs=-1)
@passphrase_option
@pages.file_options
@click.option("--transcripts", is_flag=True, help="Also the talks that both sides share.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def review_command(
    *,
    files: tuple[str, ...],
    passphrase_files: tuple[str, ...],
    html: str | None,
    pdf: str | None,
    csv: str | None,
    counts: str | None,
    force: bool,
    transcripts: bool,
    as_json: bool,
) -> None:
    """Read reports and hold them against their assignments; without a FILE, all that is kept.

    Each is kept in your journal. Its numbers are worked out again from the replies in it, and it
    is said whether they are the same. An assignment that was made elsewhere is read from its own
    X.homework, named beside the report. Where some files are refused, the others are still shown
    (exit status 1).

    With --html and --pdf each client has a file of their own: FILE, or where there are several,
    FILE with a few letters that stay the same for a client.
    """
    wanted = pages.Files(html, pdf, csv, counts)
    if as_json and (wanted.any or transcripts):
        raise Misuse("--json prints one object and nothing else", "Leave out one of them.")
    pages.check(wanted, force=force)
    paths = _paths(files)
    came = _opened(paths, Passphrases(passphrase_files))
    clients, refused = _reviewed(paths, came)
    if wanted.any:
        pages.write(clients, wanted, force=force)
    elif clients or not refused:
        _show(clients, as_json=as_json, transcripts=transcripts)
    if refused:
        raise click.exceptions.Exit(1)


def _reviewed(paths: Sequence[Path], came: "list[Came]") -> "tuple[tuple[Client, ...], bool]":
    """What is reviewed, and whether any file was refused; why is said."""
    from simulator.practice.homework import desk  # noqa: PLC0415
    from simulator.practice.homework.receiving import take_in  # noqa: PLC0415

    with journal() as kept:
        tell_damaged(kept, desk.THERAPIST)
        if not paths:
            return desk.clients(kept), False
        clients, refused = take_in(kept, came, now())
    for each in refused:
        _refuse(*each)
    return clients, bool(refused) or len(came) < len(paths)


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


def _opened(paths: Sequence[Path], secrets: Passphrases) -> "list[Came]":
    """What is in the files that open; why the others do not is said."""
    from simulator.practice.homework.receiving import read  # noqa: PLC0415

    found: list[Came] = []
    for path in paths:
        try:
            with refusals():
                found.append(read(path, secrets))
        except Trouble as trouble:
            _refuse(path, trouble.format_message())
    return found


def _refuse(path: Path, why: str) -> None:
    click.echo(f"error: {shown(str(path))}: {shown(why)}", err=True)


def _show(clients: "tuple[Client, ...]", *, as_json: bool, transcripts: bool) -> None:
    from simulator.practice.homework.records import clients_record  # noqa: PLC0415
    from simulator.practice.homework.review_page import client_page  # noqa: PLC0415
    from simulator.practice.homework.transcript_page import transcript_pages  # noqa: PLC0415

    if as_json:
        write_json(clients_record(clients))
        return
    if not clients:
        write_lines(_("Nothing was assigned from here yet, and no report was read."))
    for client in clients:
        write_page(client_page(client, today()))
        for page in transcript_pages(client) if transcripts else ():
            write_page(page)
