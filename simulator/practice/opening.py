"""Opening a scenario for play: read, checked, and refused with its diagnostics where it has errors."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from simulator.dialogue.check import check_graph
from simulator.memory import held
from simulator.scenario.checks import check_form
from simulator.scenario.diagnostics import Diagnostic, diagnose, has_errors
from simulator.scenario.findings import Finding
from simulator.scenario.load import Loaded, load_file
from simulator.scenario.model import Scenario


class Opened(NamedTuple):
    """A file as a player gets it."""

    scenario: Scenario | None
    """`None` where errors keep it from being played"""
    diagnostics: tuple[Diagnostic, ...]
    text: str
    """of the file, for showing the lines of its problems"""


def open_scenario(path: Path, *, name: str | None = None) -> Opened:
    """Read and check one file; never raises for what it holds."""
    return vet(load_file(path, name=name))


def vet(loaded: Loaded) -> Opened:
    """Every check on a file that was read: form, then graph."""
    return judged(loaded, found(loaded))


def judged(loaded: Loaded, findings: Iterable[Finding]) -> Opened:
    """A file with what was found in it."""
    diagnostics = diagnose(loaded, findings)
    playable = None if has_errors(diagnostics) else loaded.scenario
    return Opened(playable, diagnostics, loaded.text)


def found(loaded: Loaded) -> tuple[Finding, ...]:
    """What reading, the form and the graph show."""
    with held():
        return (*loaded.findings, *_checked(loaded))


def _checked(loaded: Loaded) -> Iterator[Finding]:
    if loaded.scenario is None:
        return
    yield from check_form(loaded.scenario)
    for role in loaded.scenario.roles:
        yield from check_graph(loaded.scenario, role)
