"""`simulator list`: what can be played, read from the heads of the files alone."""

import json
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

import click

from simulator.practice.safe import shown
from simulator.practice.words import LEVELS, NOTES, RELATIONSHIPS
from simulator.scenario.head import Head
from simulator.scenario.library import FOLDER_VARIABLE, list_library, own_folder

_COLUMNS = ("Id", "Title", "Who", "Min.", "Level", "Content notes")
_TITLE, _NOTES = 1, 5
_GAP = 2
_NARROWEST = 12


@click.command("list")
@click.option("--all", "everything", is_flag=True, help="Also those about physical closeness.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list instead of a table.")
def list_command(*, everything: bool, as_json: bool) -> None:
    """List the scenarios of the library: those that ship with the program, and your own."""
    listing = list_library()
    heads = [head for head in listing.heads if everything or not head.is_intimate]
    for problem in listing.problems:
        click.echo(f"not listed: {shown(problem.file)}: {shown(problem.message)}", err=True)
    if as_json:
        click.echo(json.dumps([_record(head) for head in heads]))
        return
    click.echo("\n".join(_text(heads, hidden=len(listing.heads) - len(heads))))


def _record(head: Head) -> dict[str, object]:
    return {
        "id": head.id,
        "title": head.title,
        "relationship": head.relationship,
        "minutes": head.minutes,
        "level": head.level,
        "skills": head.skills,
        "content_notes": head.content_notes,
        "roles": head.roles,
        "path": str(head.path.absolute()),
    }


def _text(heads: Sequence[Head], *, hidden: int) -> Iterator[str]:
    width = shutil.get_terminal_size((80, 24)).columns
    yield from _rows([_cells(head) for head in heads], width)
    yield ""
    if hidden:
        yield "What is about physical closeness is listed with --all."
    yield "Play one: simulator play ID --as pursuer (or --as withdrawer)."
    yield f"Your own scenarios: {own_folder()}"
    yield f"To keep them elsewhere, set {FOLDER_VARIABLE} to the folder's path."


def _cells(head: Head) -> tuple[str, ...]:
    only = f" (as {head.roles[0]} only)" if len(head.roles) == 1 else ""
    cells = (
        head.id,
        head.title + only,
        RELATIONSHIPS.get(head.relationship, head.relationship),
        str(head.minutes),
        LEVELS.get(head.level, str(head.level)),
        ", ".join(NOTES.get(note, note) for note in head.content_notes) or "none",
    )
    return tuple(" ".join(shown(cell).split()) for cell in cells)


def _rows(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    widths = _widths(rows, width)
    if sum(widths) + _GAP * (len(widths) - 1) > width:
        yield from _one_by_one(rows, width)
        return
    for row in (_COLUMNS, *rows):
        cells = [
            textwrap.wrap(cell, wide, break_on_hyphens=False) or [""]
            for cell, wide in zip(row, widths, strict=True)
        ]
        for line in zip_longest(*cells, fillvalue=""):
            parts = (f"{cell:<{wide}}" for cell, wide in zip(line, widths, strict=True))
            yield (" " * _GAP).join(parts).rstrip()


def _widths(rows: Iterable[tuple[str, ...]], width: int) -> list[int]:
    """As wide as the cells are; where that is too much, notes and title give way in turn."""
    widths = [max(map(len, cells)) for cells in zip(_COLUMNS, *rows, strict=True)]
    for column in (_NOTES, _TITLE):
        over = max(0, sum(widths) + _GAP * (len(widths) - 1) - width)
        widths[column] = max(min(_NARROWEST, widths[column]), widths[column] - over)
    return widths


def _one_by_one(rows: Iterable[tuple[str, ...]], width: int) -> Iterator[str]:
    """For terminals too narrow for a table."""
    for name, title, who, minutes, level, notes in rows:
        words = f"{name}: {title}; {who}, {minutes} min., {level}; content notes: {notes}."
        yield textwrap.fill(
            words, max(_NARROWEST, width), subsequent_indent="  ", break_on_hyphens=False
        )
