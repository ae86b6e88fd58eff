"""`simulator homework practise`: a talk under an assignment. All of it is kept."""

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from simulator.cli.errors import Misuse
from simulator.cli.homework import talk
from simulator.cli.homework.output import write_json
from simulator.cli.homework.parts import part_of
from simulator.cli.homework.refusals import journal, today
from simulator.cli.play import GUESS_HELP, ids, number
from simulator.cli.trouble import Trouble
from simulator.homework.assignment import Assignment, Task
from simulator.language import _

if TYPE_CHECKING:
    from simulator.practice.homework.client import Homework
    from simulator.practice.keeping import Keeping
    from simulator.practice.sitting import Sitting

_SEED = re.compile(r"[0-9]{1,15}")
_TENSION = re.compile(r"-?[0-9]{1,4}")


@click.command("practise")
@click.argument("id_", metavar="ID")
@click.option("--scenario", metavar="S", help="Of the part; where there is one alone, it is that.")
@click.option("--as", "role", metavar="ROLE", help="Your chair: pursuer or withdrawer.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@click.option("--seed", metavar="N", help="Draws the order of replies; drawn where none is given.")
@click.option("--tension", metavar="N", help="Of the partner at the start, where allowed.")
@click.option("--opt-in", is_flag=True, help="Play a scenario about physical closeness.")
@click.option("--choose", metavar="ID,ID…", help="Give these replies and read no input.")
@click.option("--guess", is_flag=True, help=GUESS_HELP)
@click.option("--json", "as_json", is_flag=True, help="Print the play as one JSON object.")
def practise_command(
    *,
    id_: str,
    scenario: str | None,
    role: str | None,
    plain: bool,
    seed: str | None,
    tension: str | None,
    opt_in: bool,
    choose: str | None,
    guess: bool,
    as_json: bool,
) -> None:
    """Practise a part of the homework whose id begins so, as with `simulator play`.

    The scenario is the text that came with the assignment, and the coaching is as it asks. Every
    talk is kept under it, also with --choose; which of them go into a report you choose there.
    """
    start = (
        number("tension", tension, _TENSION, "A tension is a whole number from 0 to 100."),
        number("seed", seed, _SEED, "A seed is a whole number of at most 15 digits, from 0 up."),
    )
    homework = _homework(id_)
    task = part_of(homework.assignment, scenario, role)
    how = talk.How(
        plain=plain,
        replies=None if choose is None else ids(choose),
        guess=guess,
        as_json=as_json,
        note="\n".join(_note(homework)) or None,
    )
    talk.check(how)
    _asked_for(task, opt_in=opt_in)
    _practise(homework.assignment, task, start, how)


def _homework(id_: str) -> "Homework":
    from simulator.homework.standing import Stage  # noqa: PLC0415
    from simulator.practice.homework import client  # noqa: PLC0415

    with journal() as kept:
        homework = client.one(kept, id_, today())
    if homework.standing.stage is Stage.WITHDRAWN:
        raise Trouble(
            _(
                "This homework is no longer asked for, so nothing is kept under it. `simulator "
                "play` plays a scenario at any time."
            )
        )
    return homework


def _note(homework: "Homework") -> Iterator[str]:
    """What is said before the talk; nothing of it stands in the way."""
    from simulator.practice.homework.days import day_words  # noqa: PLC0415

    next_from = homework.standing.next_from
    if next_from and next_from > today():
        yield _("You were asked to let some days pass between talks: the next from {day}.").format(
            day=day_words(next_from)
        )


def _asked_for(task: Task, *, opt_in: bool) -> None:
    """Nobody meets a scene about physical closeness without having said so."""
    from simulator.homework.verifying import scenario_of  # noqa: PLC0415
    from simulator.scenario.notes import is_intimate  # noqa: PLC0415

    scenario = scenario_of(task)
    if scenario is not None and is_intimate(scenario.content_notes) and not opt_in:
        raise Misuse(
            f"“{task.scenario}” is about physical closeness, and is played only by those who ask "
            "for it",
            "Add --opt-in to play it; `simulator homework decline` says no to it.",
        )


def _practise(
    assignment: Assignment, task: Task, start: tuple[int | None, int | None], how: talk.How
) -> None:
    def make(keeping: "Keeping | None") -> "Sitting":
        from simulator.practice.homework.practising import begin_under  # noqa: PLC0415

        return begin_under(assignment, task, keeping, tension=start[0], seed=start[1])

    _try_out(make)
    if how.on_screen:
        sys.exit(talk.on_screen(make))
    from simulator.practice.keeping import Keeping  # noqa: PLC0415

    keeping, gone = Keeping(), False
    sitting = make(keeping)
    if how.replies is None:
        gone = talk.by_hand(sitting, how, keeping)
    else:
        talk.by_script(sitting, how, keeping)
    if how.as_json and not (gone and sys.stdout and sys.stdout.isatty()):
        _print(assignment, task, sitting)
    trouble = sitting.keeper.trouble if sitting.keeper else None
    if trouble and how.replies is not None:
        raise Trouble(trouble)


def _try_out(make: "talk.Make") -> None:
    """Refuse a setup that the scenario does not allow before anything opens."""
    from simulator.dialogue.setup import SetupError  # noqa: PLC0415

    try:
        make(None)
    except SetupError as error:
        raise Misuse(str(error)) from error


def _print(assignment: Assignment, task: Task, sitting: "Sitting") -> None:
    from simulator.practice.records import play_record  # noqa: PLC0415

    kept = bool(sitting.turns and sitting.keeper and not sitting.keeper.trouble)
    play = play_record(task.scenario, sitting)
    write_json({**play, "assignment": assignment.id, "kept": kept})
