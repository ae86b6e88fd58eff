"""`simulator graph`: a role drawn, for a page, for a program, or for another file."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from simulator.cli.errors import Misuse, unknown
from simulator.cli.long_work import counted
from simulator.cli.scenarios import Chosen, choose
from simulator.partner.moves import Role

if TYPE_CHECKING:
    from simulator.analysis.picture.marks import Marks
    from simulator.analysis.picture.parts import Picture
    from simulator.scenario.model import Scenario

    Writer = Callable[[Scenario, Role, Picture], str]


@click.command("graph")
@click.argument("scenario")
@click.option("--as", "role", metavar="ROLE", help="The player's chair: pursuer or withdrawer.")
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    default="svg",
    show_default=True,
    help="mermaid, dot, graphml or svg.",
)
@click.option("--odds", is_flag=True, help="Draw in how often chance leads where.")
@click.option("--best", is_flag=True, help="Draw in the best play.")
@click.option("--temperament", metavar="NAME", help="Of the partner, for --odds and --best.")
@click.option("--out", metavar="FILE", help="Write into this file; standard output otherwise.")
def graph_command(
    *,
    scenario: str,
    role: str | None,
    form: str,
    odds: bool,
    best: bool,
    temperament: str | None,
    out: str | None,
) -> None:  # fmt: skip
    """Draw a role of SCENARIO, an id from `simulator list` or the path of a file.

    svg is a picture for a page or a browser; mermaid and dot are text that other programs lay
    out; graphml is for programs that measure graphs. All are UTF-8.
    """
    if form not in _WRITERS:
        raise unknown("format", form, _WRITERS, where="--format")
    chosen = choose(scenario, role, temperament, refused="is not drawn")
    marks = _marks(chosen, odds=odds, best=best)
    text = _WRITERS[form](chosen.scenario, chosen.role, _picture(chosen, marks))
    if out is None:
        click.echo(text.encode(), nl=False)
    else:
        _write(Path(out), text)


def _picture(chosen: Chosen, marks: "Marks") -> "Picture":
    from simulator.analysis.picture.parts import picture_of  # noqa: PLC0415
    from simulator.practice.outcomes import outcome_words  # noqa: PLC0415

    scenario, role = chosen.scenario, chosen.role
    words = partial(outcome_words, partner=scenario.person(role.other).name)
    return picture_of(scenario, role, words, marks)


def _marks(chosen: Chosen, *, odds: bool, best: bool) -> "Marks":
    from simulator.analysis.picture.marks import NO_MARKS  # noqa: PLC0415

    if not odds and not best:
        return NO_MARKS
    from simulator.analysis.explore import TooMuchMemoryError  # noqa: PLC0415
    from simulator.analysis.picture.shares import marks_of  # noqa: PLC0415

    try:
        with counted("states") as progress:
            return marks_of(
                chosen.scenario,
                chosen.role,
                temperament=chosen.temperament,
                odds=odds,
                best=best,
                progress=progress,
            )
    except TooMuchMemoryError as error:
        raise Misuse(str(error), "Without --odds and --best it can be drawn.") from error


def _write(path: Path, text: str) -> None:
    from simulator.practice.files import write_whole  # noqa: PLC0415

    if not path.parent.is_dir():
        raise Misuse(f"--out: there is no folder “{path.parent}”", "Make it first.")
    try:
        write_whole(path, text, private=False)
    except OSError as error:
        why = error.strerror or str(error)
        raise Misuse(f"--out: “{path}” cannot be written: {why}", "Name another file.") from error


def _svg(scenario: "Scenario", role: Role, picture: "Picture") -> str:  # noqa: ARG001
    from simulator.analysis.picture.svg import svg  # noqa: PLC0415

    return svg(picture)


def _mermaid(scenario: "Scenario", role: Role, picture: "Picture") -> str:  # noqa: ARG001
    from simulator.analysis.picture.mermaid import mermaid  # noqa: PLC0415

    return mermaid(picture)


def _dot(scenario: "Scenario", role: Role, picture: "Picture") -> str:  # noqa: ARG001
    from simulator.analysis.picture.dot import dot  # noqa: PLC0415

    return dot(picture)


def _graphml(scenario: "Scenario", role: Role, picture: "Picture") -> str:
    from simulator.analysis.picture.graphml import graphml  # noqa: PLC0415

    return graphml(scenario, role, picture)


_WRITERS: Mapping[str, "Writer"] = MappingProxyType(
    {"mermaid": _mermaid, "dot": _dot, "graphml": _graphml, "svg": _svg}
)
