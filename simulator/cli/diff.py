"""`simulator diff`: what a change to a scenario did."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from simulator.cli.long_work import stoppable
from simulator.cli.scenarios import choose
from simulator.cli.working import worked_out

if TYPE_CHECKING:
    from simulator.analysis.compare import Change

_TOLD = ("random", "look", "table", "best")


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option("--as", "role", metavar="ROLE", help="The chair: pursuer or withdrawer.")
@click.option("--temperament", metavar="NAME", help="Of the partner, where both allow it.")
@click.option("--players", "every", is_flag=True, help="Tell the odds of every player.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def diff_command(
    *, old: str, new: str, role: str | None, temperament: str | None, every: bool, as_json: bool
) -> None:
    """Compare one chair of two scenarios: endings gained and lost, odds moved, replies newly dead.

    OLD and NEW are ids or paths. Ctrl-C stops it.
    """
    before = choose(old, role, temperament, refused="is not compared")
    after = choose(new, role or before.role.value, temperament, refused="is not compared")
    from simulator.analysis.compare import compare  # noqa: PLC0415

    studies = worked_out(before), worked_out(after)
    with stoppable():
        change = compare(*studies)
    if as_json:
        click.echo(json.dumps(_as_json(change), ensure_ascii=False))
        return
    for line in _lines(change, every=every):
        click.echo(line)


def _as_json(change: "Change") -> dict[str, object]:
    return {**change._asdict(), "moved": [moved._asdict() for moved in change.moved]}


def _lines(change: "Change", *, every: bool) -> Iterator[str]:
    for word, names in (
        ("ending gained", change.gained),
        ("ending lost", change.lost),
        ("reply newly dead", change.dead),
        ("reply offered again", change.revived),
    ):
        yield from (f"{word}: {name}" for name in names)
    moved = [each for each in change.moved if every or each.player in _TOLD]
    for each in moved:
        yield f"odds of {each.ending} for {each.player}: {100 * each.old:.1f} % → {100 * each.new:.1f} %"
    if not (change.gained or change.lost or change.dead or change.revived or moved):
        yield "Nothing that can be seen from the outside changed."
    if not change.decided:
        yield "Not every state was seen: what is lost or dead here may still be there."
