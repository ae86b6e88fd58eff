"""`simulator resume`: on with a talk that was broken off."""

import io
import sys
from typing import TYPE_CHECKING

import click

from simulator.cli.errors import Misuse
from simulator.cli.play import GUESS_HELP, only_plain

if TYPE_CHECKING:
    from simulator.journal.events import Play

_WHAT_IS_KEPT = "`simulator history` lists the talks that are kept, with their ids."


@click.command("resume")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@click.option("--guess", is_flag=True, help=GUESS_HELP)
def resume_command(*, id_: str | None, plain: bool, guess: bool) -> None:
    """Go on with a talk that was broken off, at the line where it stopped.

    Without an ID, with the latest one. The first six letters of an id are enough; `simulator
    history` lists them. Where the scenario was changed since, you are asked which text to go on
    with. A talk had with another version of the partner's rule is only shown (exit status 1).
    """
    if plain:
        _plain(id_, guess=guess)
    elif guess:
        raise only_plain()
    else:
        _on_screen(id_)


def _on_screen(id_: str | None) -> None:
    from simulator.cli.screen import has_screen, open_resumed  # noqa: PLC0415

    if not has_screen():
        raise Misuse(
            "the full screen needs a terminal that can be drawn on",
            "Add --plain to play line by line.",
        )
    sys.exit(open_resumed(id_))


def _plain(id_: str | None, *, guess: bool) -> None:
    from simulator.plain.resume import go_on  # noqa: PLC0415
    from simulator.practice.keeping import Keeping  # noqa: PLC0415
    from simulator.practice.resuming import take_up  # noqa: PLC0415

    play, text = _found(id_)
    keeping = Keeping()
    taken = take_up(play, text, keeping)
    if not go_on(taken, sys.stdin, sys.stdout or io.StringIO(), keeping, guess=guess):
        sys.exit(1)


def _found(id_: str | None) -> "tuple[Play, str]":
    """The play and its text. Raises `Misuse` where there is none to go on with."""
    from simulator.cli.journals import opened  # noqa: PLC0415
    from simulator.practice.resuming import NothingToResumeError, wanted  # noqa: PLC0415

    with opened() as journal:
        try:
            return wanted(journal, id_)
        except NothingToResumeError as error:
            raise Misuse(str(error), _WHAT_IS_KEPT) from error
