"""What every command does with the scenario it is given: finds it, reads it, and finds the chair."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from simulator.cli.errors import Misuse, unknown
from simulator.partner.moves import Role

if TYPE_CHECKING:
    from simulator.scenario.load import Loaded
    from simulator.scenario.model import Scenario

ROLES = tuple(role.value for role in Role)


class Read(NamedTuple):
    """A file without errors."""

    scenario: "Scenario"
    loaded: "Loaded"
    """with the places of everything in it"""


class Chosen(NamedTuple):
    """One chair of a scenario and the partner across from it."""

    scenario: "Scenario"
    role: Role
    temperament: str
    loaded: "Loaded"


def path_of(name: str) -> Path:
    """The file of an id of the library, or of a path. Raises `Misuse`."""
    from simulator.scenario.library import find  # noqa: PLC0415

    try:
        return find(name)
    except LookupError as error:
        raise Misuse(str(error)) from error


def role_of(name: str | None) -> Role | None:
    """The role that `--as` names, if it was given. Raises `Misuse`."""
    if name is not None and name not in ROLES:
        raise unknown("role", name, ROLES, where="--as")
    return None if name is None else Role(name)


def read(path: Path, refused: str) -> Read:
    """The scenario of a file; one with errors ends the program (1), its diagnostics printed.

    `refused` says what is not done with it ("is not played").
    """
    from simulator.practice.opening import vet  # noqa: PLC0415
    from simulator.scenario.diagnostics import as_text  # noqa: PLC0415
    from simulator.scenario.load import load_file  # noqa: PLC0415

    loaded = load_file(path)
    opened = vet(loaded)
    if opened.scenario is not None:
        return Read(opened.scenario, loaded)
    for diagnostic in opened.diagnostics:
        click.echo(as_text(diagnostic, opened.text) + "\n", err=True)
    click.echo(f"error: {path} has errors and {refused}", err=True)
    sys.exit(1)


def choose(name: str, role: str | None, temperament: str | None, *, refused: str) -> Chosen:
    """A chair of a scenario that was named. Raises `Misuse`."""
    wanted = role_of(role)
    scenario, loaded = read(path_of(name), refused)
    return Chosen(scenario, *_chair(scenario, wanted, temperament), loaded)


def _chair(scenario: "Scenario", role: Role | None, temperament: str | None) -> tuple[Role, str]:
    from simulator.dialogue.setup import SetupError, make_setup  # noqa: PLC0415

    if role is None and len(scenario.roles) > 1:
        chairs = " or ".join(f"--as {each.value}" for each in scenario.roles)
        raise Misuse("which chair? --as is missing", f"Choose {chairs}.")
    chair = role or scenario.roles[0]
    try:
        return chair, make_setup(scenario, chair, temperament=temperament, seed=0).temperament
    except SetupError as error:
        raise Misuse(str(error)) from error
