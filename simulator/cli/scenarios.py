"""What every command does with the scenario it is given: finds it, reads it, and finds the chair."""

import sys
from pathlib import Path
from typing import NamedTuple

import click

from simulator.cli.errors import Misuse, unknown
from simulator.partner.moves import Role
from simulator.scenario.library import find
from simulator.scenario.model import Scenario

ROLES = tuple(role.value for role in Role)


class Chosen(NamedTuple):
    """One chair of a scenario and the partner across from it."""

    scenario: Scenario
    role: Role
    temperament: str
    name: str
    """what the file is called"""


def path_of(name: str) -> Path:
    """The file of an id of the library, or of a path. Raises `Misuse`."""
    try:
        return find(name)
    except LookupError as error:
        raise Misuse(str(error)) from error


def read(path: Path, refused: str) -> Scenario:
    """The scenario of a file; one with errors ends the program (1), its diagnostics printed.

    `refused` says what is not done with it ("is not played").
    """
    from simulator.practice.opening import open_scenario  # noqa: PLC0415
    from simulator.scenario.diagnostics import as_text  # noqa: PLC0415

    opened = open_scenario(path)
    if opened.scenario is not None:
        return opened.scenario
    for diagnostic in opened.diagnostics:
        click.echo(as_text(diagnostic, opened.text) + "\n", err=True)
    click.echo(f"error: {path} has errors and {refused}", err=True)
    sys.exit(1)


def choose(name: str, role: str | None, temperament: str | None, *, refused: str) -> Chosen:
    """A chair of a scenario that was named. Raises `Misuse`."""
    if role is not None and role not in ROLES:
        raise unknown("role", role, ROLES, where="--as")
    path = path_of(name)
    scenario = read(path, refused)
    return Chosen(scenario, *_chair(scenario, role, temperament), path.name)


def _chair(scenario: Scenario, role: str | None, temperament: str | None) -> tuple[Role, str]:
    from simulator.dialogue.setup import SetupError, make_setup  # noqa: PLC0415

    if role is None and len(scenario.roles) > 1:
        chairs = " or ".join(f"--as {role.value}" for role in scenario.roles)
        raise Misuse("which chair? --as is missing", f"Choose {chairs}.")
    chair = scenario.roles[0] if role is None else Role(role)
    try:
        return chair, make_setup(scenario, chair, temperament=temperament, seed=0).temperament
    except SetupError as error:
        raise Misuse(str(error)) from error
