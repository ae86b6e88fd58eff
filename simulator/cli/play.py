"""`simulator play`: a scenario on the whole screen, as plain text, or for a script."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

import click

from simulator.cli.errors import Misuse
from simulator.cli.scenarios import path_of, read, role_of
from simulator.partner.moves import Role

if TYPE_CHECKING:
    from simulator.cli.scenarios import Read
    from simulator.dialogue.setup import Setup
    from simulator.practice.keeping import Keeper
    from simulator.practice.sitting import Sitting
    from simulator.scenario.model import Scenario

_SEED = re.compile(r"-?[0-9]{1,40}")
_TENSION = re.compile(r"-?[0-9]{1,4}")


GUESS_HELP = "In plain text: ask how each reply landed, also where nobody types."


class _Chosen(NamedTuple):
    """The options that make a setup, as far as they were given."""

    role: str | None
    temperament: str | None
    tension: int | None
    seed: int | None


@click.command("play")
@click.argument("scenario")
@click.option("--as", "role", metavar="ROLE", help="Your chair: pursuer or withdrawer.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@click.option("--seed", metavar="N", help="Draws the order of replies; drawn where none is given.")
@click.option("--temperament", metavar="NAME", help="Of the partner, where the scenario allows.")
@click.option("--tension", metavar="N", help="Of the partner at the start, where allowed.")
@click.option("--opt-in", is_flag=True, help="Play a scenario about physical closeness.")
@click.option("--choose", metavar="ID,ID…", help="Give these replies and read no input.")
@click.option("--guess", is_flag=True, help=GUESS_HELP)
@click.option("--json", "as_json", is_flag=True, help="Print the play as one JSON object.")
def play_command(
    *,
    scenario: str,
    role: str | None,
    plain: bool,
    seed: str | None,
    temperament: str | None,
    tension: str | None,
    opt_in: bool,
    choose: str | None,
    guess: bool,
    as_json: bool,
) -> None:
    """Play SCENARIO, an id from `simulator list` or the path of a file.

    In plain text each key is sent with Enter: the number of a reply; u or u N takes back; b the
    brief; t thoughts; p points; ? help; s safety; q leaves; x leaves at once and empties the
    terminal; hint or h a hint; guess or g whether you are asked how a reply landed; debrief or d,
    once the talk is over; then also close up, each reply with what moved it, and what if N, played
    on from turn N in another way; breathe, a minute and a half of breathing.

    How a reply landed is asked where somebody types at a terminal, unless the settings say not to;
    with --guess always.

    The talk is kept from the first reply on: `simulator resume` goes on with it.

    --choose and --json are for scripts and imply --plain. With --json alone the replies are read
    from standard input and the talk is shown on standard error. Both print no terms. What is
    played with --choose is not kept.
    """
    role_of(role)
    chosen = _Chosen(
        role,
        temperament,
        number("tension", tension, _TENSION, "A tension is a whole number from 0 to 100."),
        number("seed", seed, _SEED, "A seed is a whole number from 0 up, such as --seed 7."),
    )
    replies = None if choose is None else ids(choose)
    path = path_of(scenario)
    _asked_for(path, opt_in=opt_in)
    if guess and replies is not None:
        raise Misuse("--guess: with --choose nobody is there to answer", "Leave one of them out.")
    if plain or as_json or replies is not None:
        _play_plain(path, chosen, replies, as_json=as_json, guess=guess)
    elif guess:
        raise only_plain()
    else:
        _play_on_screen(path, chosen)


def only_plain() -> Misuse:
    """For --guess on the full screen."""
    return Misuse(
        "--guess is for plain text: the full screen asks as the settings say", "Add --plain."
    )


def number(name: str, text: str | None, form: re.Pattern[str], hint: str) -> int | None:
    """The whole number that an option holds, if it was given. Raises `Misuse`."""
    if text is None:
        return None
    if not form.fullmatch(text.strip()):
        raise Misuse(f"--{name}: “{text}” is not a whole number", hint)
    return int(text)


def ids(text: str) -> tuple[str, ...]:
    """The ids of replies, with commas between them. Raises `Misuse`."""
    found = tuple(part.strip() for part in text.split(","))
    if found == ("",):
        return ()
    if "" in found:
        raise Misuse(
            f"--choose: “{text}” has an empty place where a reply should stand",
            "Write the ids with one comma between each two; an empty text gives no reply.",
        )
    return found


def _asked_for(path: Path, *, opt_in: bool) -> None:
    """Nobody meets a scene about physical closeness without having said so."""
    from simulator.scenario.head import Head, read_head  # noqa: PLC0415

    head = read_head(path)
    if isinstance(head, Head) and head.is_intimate and not opt_in:
        raise Misuse(
            f"“{path.stem}” is about physical closeness, and is played only by those who ask for it",
            "Add --opt-in to play it.",
        )


def _play_on_screen(path: Path, chosen: _Chosen) -> None:
    from simulator.cli.screen import has_screen, open_play  # noqa: PLC0415

    if not has_screen():
        raise Misuse(
            "the full screen needs a terminal that can be drawn on",
            "Add --plain to play line by line.",
        )
    given = (chosen.temperament, chosen.tension, chosen.seed)
    if chosen.role is None and any(value is not None for value in given):
        raise Misuse(
            "--temperament, --tension and --seed belong to one chair", "Add --as to choose it."
        )
    status = open_play(
        path,
        chosen.role,
        temperament=chosen.temperament,
        tension=chosen.tension,
        seed=chosen.seed,
    )
    sys.exit(status)


def _play_plain(
    path: Path,
    chosen: _Chosen,
    replies: tuple[str, ...] | None,
    *,
    as_json: bool,
    guess: bool,
) -> None:
    found = read(path, "is not played")
    gone = False
    if replies is None:
        sitting, gone = _by_hand(path, found, chosen, as_json=as_json, guess=guess)
    else:
        sitting = _begin(found.scenario, chosen)
        give(sitting, replies, shown=not as_json)
    if as_json and not (gone and sys.stdout and sys.stdout.isatty()):
        from simulator.practice.records import play_record  # noqa: PLC0415

        click.echo(json.dumps(play_record(path.stem, sitting)))


def _by_hand(
    path: Path, found: "Read", chosen: _Chosen, *, as_json: bool, guess: bool
) -> tuple["Sitting", bool]:
    """Play and keep what is played; the talk, and whether the player left at once."""
    from simulator.cli.unlock import at_start  # noqa: PLC0415
    from simulator.plain.run import Around, by_hand  # noqa: PLC0415
    from simulator.practice.keeping import Keep, Keeping  # noqa: PLC0415

    at_start()
    keeping = Keeping()
    keep = Keep(keeping, path.stem, found.loaded.text)
    sitting = _begin(found.scenario, chosen, keep)
    around = Around(terms=not as_json, keeping=keeping, guess=guess)
    return sitting, by_hand(sitting, sys.stdin, _page(as_json=as_json), around)


def _page(*, as_json: bool) -> TextIO:
    """Where the talk is shown; standard output is the object's, where one is wanted."""
    return (sys.stderr if as_json else sys.stdout) or io.StringIO()


def give(sitting: "Sitting", replies: tuple[str, ...], *, shown: bool) -> None:
    """Give these replies, and show the talk where that is wanted. Raises `Misuse`."""
    from simulator.dialogue.conversation import NotOfferedError  # noqa: PLC0415

    try:
        if shown:
            from simulator.plain.run import recite  # noqa: PLC0415

            recite(sitting, replies, _page(as_json=False))
            return
        for reply in replies:
            sitting.choose(reply)
    except NotOfferedError as error:
        raise _not_given(sitting, replies, error.offered) from error


def _not_given(sitting: "Sitting", replies: tuple[str, ...], offered: tuple[str, ...]) -> Misuse:
    given = len(sitting.turns)
    if not offered:
        over = f"the talk was over after {given} {'reply' if given == 1 else 'replies'}"
        return Misuse(f"--choose: {over}", f"Left over: {', '.join(replies[given:])}.")
    return Misuse(
        f"--choose: the reply “{replies[given]}” (number {given + 1}) is not offered there",
        f"Offered there: {', '.join(offered)}.",
    )


def _begin(
    scenario: "Scenario", chosen: _Chosen, keep: "Callable[[Setup], Keeper] | None" = None
) -> "Sitting":
    from simulator.dialogue.setup import SetupError  # noqa: PLC0415
    from simulator.practice.sitting import begin  # noqa: PLC0415

    if chosen.role is None:
        raise _no_chair(scenario)
    try:
        return begin(
            scenario,
            Role(chosen.role),
            temperament=chosen.temperament,
            tension=chosen.tension,
            seed=chosen.seed,
            keep=keep,
        )
    except SetupError as error:
        raise Misuse(str(error)) from error


def _no_chair(scenario: "Scenario") -> Misuse:
    from simulator.practice.safe import shown  # noqa: PLC0415
    from simulator.practice.words import REACHES  # noqa: PLC0415

    chairs = "; ".join(
        f"--as {role.value} (you are {shown(scenario.person(role).name)}, {REACHES[role]})"
        for role in scenario.roles
    )
    return Misuse("which of the two are you? --as is missing", f"Choose {chairs}.")
