"""`simulator history`: the talks that are kept."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from simulator.cli.journals import opened

if TYPE_CHECKING:
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal

_SHORT = 8
"""letters of an id that are shown; six would do to name a talk"""
_NONE = "No talk is kept yet. Each is kept from its first reply on."


class _Row(NamedTuple):
    play: "Play"
    title: str
    partner: str


@click.command("history")
@click.option("--stopped", is_flag=True, help="Also talks that stopped at a crossed line.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list, one object a talk.")
def history_command(*, stopped: bool, as_json: bool) -> None:
    """List the talks that are kept, oldest first.

    `simulator resume ID` goes on with one that is not finished; the first six letters of an id
    are enough.
    """
    with opened() as journal:
        plays = journal.plays(with_stopped=stopped) if journal else ()
        if as_json:
            click.echo(json.dumps([_record(play) for play in plays]))
        elif journal and plays:
            click.echo("\n".join(_lines([_row(play, journal) for play in plays])))
        else:
            click.echo(_NONE)


def _row(play: "Play", journal: "Journal") -> _Row:
    from simulator.practice.resuming import head_of_text  # noqa: PLC0415

    head = head_of_text(play, journal)
    if head is None:
        return _Row(play, play.scenario, "the other one")
    return _Row(play, head.title, dict(head.names)[play.setup.role.other])


def _record(play: "Play") -> dict[str, object]:
    from simulator.practice.records import setup_record  # noqa: PLC0415

    return {
        "id": play.id,
        "scenario": play.scenario,
        "role": play.setup.role.value,
        "setup": setup_record(play.setup),
        "started": play.started.isoformat(),
        "turns": len(play.turns),
        "outcome": None if play.outcome is None else play.outcome.value,
        "ending": play.ending,
        "undone": play.undone,
        "unfinished": play.unfinished,
    }


def _lines(rows: Sequence[_Row]) -> Iterator[str]:
    from simulator.practice.safe import shown  # noqa: PLC0415
    from simulator.practice.when import when  # noqa: PLC0415

    for row in rows:
        title = " ".join(shown(row.title).split())
        yield f"{row.play.id[:_SHORT]}  {title}, as {row.play.setup.role.value}"
        yield f"{'':{_SHORT}}  {when(row.play.started)}; {_came_to(row)}"


def _came_to(row: _Row) -> str:
    from simulator.practice.outcomes import outcome_words  # noqa: PLC0415
    from simulator.practice.resuming import replies_words  # noqa: PLC0415
    from simulator.practice.safe import shown  # noqa: PLC0415

    play = row.play
    undone = f" ({play.undone} taken back)" if play.undone else ""
    came = "not finished"
    if play.outcome is not None:
        came = outcome_words(play.outcome, shown(row.partner))
    return f"{replies_words(len(play.turns))}{undone}; {came}"
