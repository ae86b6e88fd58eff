"""`simulator simulate`: plays by the thousand, by a player with a habit."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from simulator.cli.errors import Misuse, unknown
from simulator.cli.long_work import stoppable
from simulator.cli.scenarios import Chosen, choose
from simulator.cli.working import worked_out

if TYPE_CHECKING:
    from simulator.analysis.sample import Sample

MOST_PLAYS = 1_000_000_000


@click.command("simulate")
@click.argument("scenario")
@click.option("--as", "role", metavar="ROLE", help="The chair: pursuer or withdrawer.")
@click.option("--player", default="random", show_default=True, metavar="NAME", help="Who plays.")
@click.option("--plays", default="10000", show_default=True, metavar="N", help="How often.")
@click.option(
    "--seed", default="0", show_default=True, metavar="S", help="The same gives the same."
)
@click.option("--temperament", metavar="NAME", help="Of the partner, where the scenario allows.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def simulate_command(
    *,
    scenario: str,
    role: str | None,
    player: str,
    plays: str,
    seed: str,
    temperament: str | None,
    as_json: bool,
) -> None:
    """Play one chair of SCENARIO many times and count the endings.

    Players: random; look (takes what leaves the best chance); best (without chance); table (the
    kindest move on paper); pursuing, withdrawing, gentle, placating; and the tells: longest,
    second_longest, middle, shortest, most_i, least_i, questions, no_questions, apologetic,
    no_sorry, plain, one_note:MOVE. Each takes a favourite four times of five. Ctrl-C stops it.
    """
    wanted = _whole("plays", plays, 1, MOST_PLAYS)
    drawn_by = _whole("seed", seed, 0, 2**64 - 1)
    chosen = choose(scenario, role, temperament, refused="is not played")
    from simulator.analysis.players import players  # noqa: PLC0415

    names = players(chosen.role.other)
    if player not in names:
        raise _no_note(player) or unknown("player", player, names, where="--player")
    found = _played(chosen, player, wanted, drawn_by)
    if as_json:
        click.echo(json.dumps(found._asdict()))
    else:
        click.echo("\n".join(_lines(found)))


def _no_note(player: str) -> Misuse | None:
    """For a move that is known and has no player of its own."""
    from simulator.partner.moves import MOVES  # noqa: PLC0415

    kind, _, move = player.partition(":")
    if kind != "one_note" or move not in MOVES:
        return None
    return Misuse(
        f"--player: nobody plays “{move}” alone here",
        "There is such a player for each move that is kind to this partner.",
    )


def _whole(name: str, text: str, least: int, most: int) -> int:
    if not text.strip().isdecimal() or not least <= int(text[:30]) <= most:
        raise Misuse(
            f"--{name}: “{text}” is not allowed", f"A whole number from {least} to {most:,}."
        )
    return int(text)


def _played(chosen: Chosen, player: str, plays: int, seed: int) -> "Sample":
    from simulator.analysis.sample import sample  # noqa: PLC0415

    study = worked_out(chosen)
    with stoppable():
        return sample(study, player, plays, seed)


def _lines(found: "Sample") -> Sequence[str]:
    rows = [*found.endings.items()]
    if found.unfinished:
        rows.append(("unfinished", found.unfinished))
    width = max(len(name) for name, _ in rows)
    return [
        f"{name:<{width}}  {count:>12,}  {100 * count / found.plays:5.1f} %" for name, count in rows
    ]
