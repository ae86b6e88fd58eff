"""`simulator debrief`: a kept talk looked back on."""

import json
import sys
from typing import TYPE_CHECKING

import click

from simulator.cli.errors import Unfinished
from simulator.cli.journals import find, listed, opened
from simulator.language import N_, _

if TYPE_CHECKING:
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal
    from simulator.plain.paper import Paper
    from simulator.practice.exporting import Whole
    from simulator.practice.sitting import Sitting

NOT_OVER = N_("This talk is not over. This is how it stands so far.")
NOT_AGAIN = N_(
    "This talk was had with another version of the program or of its scenario, so only what was "
    "kept of it can be told: what each reply did, and what was still possible, is not known."
)


@click.command("debrief")
@click.argument("play", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def debrief_command(*, play: str | None, as_json: bool) -> None:
    """Look back on PLAY, by its id or how that begins; by default the newest talk that is kept.

    What reached, the loop of the talk, where something else could have been said, your own side
    and the other's, and what was still possible at each turn. A talk that stopped at a crossed
    line has no debrief, only the safety page.

    JSON: play, outcome, ending, turning_point (the turn at which the chance of the best outcome
    fell most, or null), and turns with beat, reply, feedback, causes and still_possible: best,
    random and look, as they stand after that turn.
    """
    with opened() as journal:
        kept = _whole(journal, play)
    _work_out(kept.sitting)
    if as_json:
        from simulator.practice.debrief_record import debrief_record  # noqa: PLC0415

        click.echo(json.dumps(debrief_record(kept)))
    else:
        _write(kept)


def _whole(journal: "Journal | None", id_: str | None) -> "Whole":
    from simulator.practice.exporting import whole  # noqa: PLC0415

    play = _newest(journal) if id_ is None else find(journal, id_, where="PLAY")
    if journal is None or not play.turns:
        raise Unfinished("there is no talk to look back on yet", _FROM_THE_FIRST)
    return whole(play, journal)


_FROM_THE_FIRST = "A talk is kept from its first reply on. `simulator play SCENARIO` begins one."


def _newest(journal: "Journal | None") -> "Play":
    plays = [play for play in listed(journal, stopped=True) if play.turns]
    if not plays:
        raise Unfinished("there is no talk to look back on yet", _FROM_THE_FIRST)
    return plays[-1]


def _work_out(sitting: "Sitting | None") -> None:
    """Wait until what was still possible is known, or is known not to be."""
    if sitting is None or sitting.stopped:
        return
    from simulator.cli.long_work import stoppable  # noqa: PLC0415

    with stoppable():
        sitting.outlooks.begin()
        sitting.outlooks.wait()


def _write(kept: "Whole") -> None:
    from simulator.plain.paper import Paper  # noqa: PLC0415
    from simulator.plain.whole_page import write_page  # noqa: PLC0415
    from simulator.practice import settings  # noqa: PLC0415

    paper, prefs = Paper(sys.stdout), settings.load().settings
    if kept.play.stopped:
        from simulator.practice.safety import safety_page  # noqa: PLC0415

        write_page(paper, safety_page(prefs))
    elif kept.sitting is None:
        from simulator.practice.past import page_of  # noqa: PLC0415

        write_page(paper, page_of(kept.play, kept.scenario, _(NOT_AGAIN)))
    else:
        _write_debrief(paper, kept.sitting, numbers=prefs.meters == "numbers")


def _write_debrief(paper: "Paper", sitting: "Sitting", *, numbers: bool) -> None:
    from simulator.plain.debrief import write_debrief  # noqa: PLC0415
    from simulator.practice.debriefing import debrief  # noqa: PLC0415

    if not sitting.finished:
        paper.write(_(NOT_OVER))
        paper.blank()
    write_debrief(paper, sitting, debrief(sitting), numbers=numbers)
