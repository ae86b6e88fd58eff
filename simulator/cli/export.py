"""`simulator export`: the kept talks in formats that others read."""

import csv
import io
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from simulator.cli.errors import unknown
from simulator.cli.journals import find, listed, opened
from simulator.cli.trouble import file_troubles

if TYPE_CHECKING:
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal

_FORMATS = ("json", "csv", "xapi")


@click.command("export")
@click.option("--format", "format_", metavar="FORMAT", required=True, help="json, csv or xapi.")
@click.option("--play", "id_", metavar="ID", help="Only this talk, by its id or how it begins.")
@click.option("--stopped", is_flag=True, help="Also talks that stopped at a crossed line.")
def export_command(*, format_: str, id_: str | None, stopped: bool) -> None:
    """Print the talks that are kept, oldest first.

    json: a list with one object a talk, with --play that object alone: what `simulator play --json`
    prints, and besides id, started, finished, times (one for each turn), undone (the turns taken
    back), guesses (with how each reply landed), hints, reflections (what you wrote or rated for
    yourself), assignment, and replayed (false where the partner's words cannot be told again).

    csv: one row a turn that stands, under a row of names; without what you wrote for yourself.
    Text that a spreadsheet would take for a formula begins with an apostrophe.

    xapi: statements of the Experience API 1.0.3, one a line, with the serious-games profile. They
    hold ids and numbers, none of the words, and a random name for you.

    A talk that stopped at a crossed line is left out unless --stopped or --play asks for it. The
    file you write this to is not protected by the program.
    """
    if format_ not in _FORMATS:
        raise unknown("format", format_, _FORMATS, where="--format")
    with opened() as journal:
        plays = _plays(journal, id_, stopped=stopped)
        for text in _written(journal, plays, format_, alone=id_ is not None):
            click.echo(text)


def _plays(journal: "Journal | None", id_: str | None, *, stopped: bool) -> "tuple[Play, ...]":
    if id_ is not None:
        return (find(journal, id_),)
    return listed(journal, stopped=stopped)


def _written(
    journal: "Journal | None", plays: "tuple[Play, ...]", format_: str, *, alone: bool
) -> Iterator[str]:
    match format_:
        case "xapi":
            return _statements(plays)
        case "csv":
            return _rows(journal, plays)
        case _:
            return _objects(journal, plays, alone=alone)


def _objects(journal: "Journal | None", plays: "tuple[Play, ...]", *, alone: bool) -> Iterator[str]:
    from simulator.practice.exporting import export_record, whole  # noqa: PLC0415

    records = (json.dumps(export_record(whole(play, journal))) for play in plays if journal)
    yield "\n".join(records) if alone else f"[{', '.join(records)}]"


def _rows(journal: "Journal | None", plays: "tuple[Play, ...]") -> Iterator[str]:
    from simulator.practice.exporting import COLUMNS, rows, whole  # noqa: PLC0415

    yield _line(COLUMNS)
    for play in plays:
        if journal:
            yield from map(_line, rows(whole(play, journal)))


def _line(cells: tuple[str | int | None, ...]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()


def _statements(plays: "tuple[Play, ...]") -> Iterator[str]:
    from simulator.journal.xapi import statements  # noqa: PLC0415
    from simulator.practice.pseudonym import pseudonym  # noqa: PLC0415

    with file_troubles():
        player = pseudonym() if plays else ""
    for play in plays:
        for statement in statements(play, player):
            yield json.dumps(statement)
