"""`simulator history`: the talks that are kept."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from simulator.cli.journals import listed, opened
from simulator.language import N_, _

if TYPE_CHECKING:
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal

_SHORT = 8
"""letters of an id that are shown; six would do to name a talk"""
_NONE = N_("No talk is kept yet. Each is kept from its first reply on.")
_AS = {"pursuer": N_("{title}, as pursuer"), "withdrawer": N_("{title}, as withdrawer")}


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
        plays = listed(journal, stopped=stopped)
        if as_json:
            click.echo(json.dumps([_record(play) for play in plays]))
        elif journal and plays:
            click.echo("\n".join(_lines([_row(play, journal) for play in plays])))
        elif journal is None or not journal.listing().damaged:
            click.echo(_(_NONE))


def _row(play: "Play", journal: "Journal") -> _Row:
    from simulator.practice.resuming import head_of_text  # noqa: PLC0415

    head = head_of_text(play, journal)
    if head is None:
        return _Row(play, play.scenario, _("the other one"))
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

    for row in rows:
        title = " ".join(shown(row.title).split())
        heading = _(_AS[row.play.setup.role]).format(title=title)
        yield f"{row.play.id[:_SHORT]}  {heading}"
        yield f"{'':{_SHORT}}  {_came_to(row)}"


def _came_to(row: _Row) -> str:
    from simulator.practice.outcomes import outcome_words  # noqa: PLC0415
    from simulator.practice.resuming import replies_words  # noqa: PLC0415
    from simulator.practice.safe import shown  # noqa: PLC0415
    from simulator.practice.when import when  # noqa: PLC0415

    play = row.play
    facts = {
        "when": when(play.started),
        "replies": replies_words(len(play.turns)),
        "outcome": _("not finished"),
    }
    if play.outcome is not None:
        facts["outcome"] = outcome_words(play.outcome, shown(row.partner))
    if not play.undone:
        return _("{when}; {replies}; {outcome}").format(**facts)
    return _("{when}; {replies} ({count} taken back); {outcome}").format(count=play.undone, **facts)
