"""`simulator watch`: a preview beside the editor, read and replayed after every save."""

import os
import sys
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.errors import Misuse
from simulator.cli.exact import jobs, stop, work_out
from simulator.cli.scenarios import role_of

if TYPE_CHECKING:
    from simulator.plain.watch import View
    from simulator.practice.watching import Watched
    from simulator.scenario.findings import Finding
    from simulator.scenario.model import Scenario


@click.command("watch")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "role", metavar="ROLE", help="Your chair: pursuer or withdrawer.")
@click.option("--temperament", metavar="NAME", help="Of the partner in that chair, where allowed.")
@click.option("--tension", type=int, help="Of the partner at the start, where allowed.")
@click.option(
    "--seed", type=int, default=1, show_default=True, help="Draws the order of the replies."
)
@click.option("--plain", is_flag=True, help="Write each page under the last; clear no screen.")
def watch_command(
    *,
    file: Path,
    role: str | None,
    temperament: str | None,
    tension: int | None,
    seed: int,
    plain: bool,
) -> None:
    """Preview FILE while you write it: every save is checked, and your replies are given again.

    Type the number of a reply, with Enter; u takes back, r starts again, role changes the chair,
    p shows the partner's state, d every problem, ? every key, q leaves. Replies are remembered by
    their ids. Where one is no longer offered, the replay stops there, and goes on once it is.
    """
    chair = role_of(role)
    if role is None and (temperament is not None or tension is not None):
        raise Misuse("--temperament and --tension belong to one chair", "Add --as to choose it.")
    if not file.is_file():
        raise _no_file(file)
    from simulator.practice.watching import Wanted, Watched  # noqa: PLC0415

    wanted = Wanted(seed, chair, temperament, tension)
    watched = Watched(file, wanted)
    if watched.opened.scenario is not None and watched.behind:
        raise Misuse(watched.behind)
    _sit(watched, plain=plain)


def _no_file(file: Path) -> Misuse:
    if file.exists():
        return Misuse(f"“{file}” is not a file", "Name one scenario file.")
    return Misuse(f"there is no file “{file}”", f"`simulator new {file}` writes one to start from.")


def _sit(watched: "Watched", *, plain: bool) -> None:
    from simulator.plain.events import Events  # noqa: PLC0415
    from simulator.plain.paper import wipe  # noqa: PLC0415
    from simulator.plain.watch import Desk  # noqa: PLC0415
    from simulator.practice import settings  # noqa: PLC0415
    from simulator.practice.safety import safety_page  # noqa: PLC0415

    view = _view(plain=plain)
    events = Events()
    ask = events.deepen(partial(_states, name=watched.path.name))
    events.watch(watched.path)
    events.listen(sys.stdin)
    try:
        gone = Desk(watched, view, safety_page(settings.load().settings), ask).run(events)
    except KeyboardInterrupt:
        gone = False
        if view.interactive:
            click.echo()
    finally:
        stop()
    if gone:
        wipe(sys.stdout, sys.stderr)


def _states(scenario: "Scenario", name: str) -> list["Finding"]:
    """What the states of a text show, worked out beside the preview."""
    wanted = jobs(scenario, name, every_partner=False)
    return [*chain(*work_out(wanted, kept=True, tell=lambda _: None))]


def _view(*, plain: bool) -> "View":
    from simulator.plain.watch import View  # noqa: PLC0415

    interactive = sys.stdin is not None and sys.stdin.isatty()
    if plain or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return View(sys.stdout, lambda: None, interactive=interactive)
    return View(sys.stdout, click.clear, _rows, interactive=interactive)


def _rows() -> int:
    return os.get_terminal_size(sys.stdout.fileno()).lines
