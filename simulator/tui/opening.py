"""From a chosen file to a talk on screen: reading, checking, beginning, and beginning again.

The only part of the screens' frame that knows the heavy modules; it imports them when it runs.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.tui import memory

if TYPE_CHECKING:
    from textual.app import App

    from simulator.practice.opening import Opened
    from simulator.practice.sitting import Sitting
    from simulator.scenario.library import Problem
    from simulator.scenario.model import Scenario


class Wanted(NamedTuple):
    """A play as asked for."""

    path: Path
    role: str | None = None
    """id of the player's role; `None` lets the player choose, before the play is started"""
    temperament: str | None = None
    tension: int | None = None
    seed: int | None = None


def warm() -> None:
    """Import what opening and playing need, and let memory settle."""
    import simulator.practice.opening  # noqa: PLC0415
    import simulator.practice.sitting  # noqa: PLC0415
    import simulator.tui.screens.play  # noqa: F401, PLC0415

    memory.settle()


def read(path: Path) -> "Opened":
    """Read and check one file."""
    from simulator.practice.opening import open_scenario  # noqa: PLC0415

    return open_scenario(path)


def temperaments(scenario: "Scenario", role: str) -> tuple[str, ...]:
    """The ids of the temperaments this role's partner may have, the declared one first."""
    from simulator.dialogue.setup import options  # noqa: PLC0415
    from simulator.partner.moves import Role  # noqa: PLC0415

    return options(scenario, Role(role)).temperaments


def start(scenario: "Scenario", wanted: Wanted) -> "Sitting":
    """A sitting as asked for. Raises `SetupError` for what the scenario does not allow."""
    from simulator.partner.moves import Role  # noqa: PLC0415
    from simulator.practice.sitting import begin  # noqa: PLC0415

    return begin(
        scenario,
        Role(str(wanted.role)),
        temperament=wanted.temperament,
        tension=wanted.tension,
        seed=wanted.seed,
    )


def again(sitting: "Sitting") -> "Sitting":
    """The same talk from its start, with a seed of its own."""
    from simulator.practice.sitting import begin  # noqa: PLC0415

    setup = sitting.setup
    return begin(sitting.scenario, sitting.role, temperament=setup.temperament)


def other_chair(sitting: "Sitting") -> "Sitting":
    """The same situation as the other one of the two."""
    from simulator.practice.sitting import begin  # noqa: PLC0415

    return begin(sitting.scenario, sitting.partner_role)


def show_faults(app: "App[Any]", opened: "Opened", *, status: int | None = None) -> None:
    """The page that says why a file cannot be played; with a status, closing it ends the program."""
    from simulator.tui.screens.faults import FaultsScreen  # noqa: PLC0415

    app.push_screen(FaultsScreen(opened.diagnostics, opened.text, status=status))


def show_problem(app: "App[Any]", problem: "Problem") -> None:
    """Why a file of the library cannot be listed, as exactly as it is known."""
    from simulator.tui.screens.faults import FaultsScreen, UnlistedScreen  # noqa: PLC0415

    path = Path(problem.file)
    opened = read(path) if path.is_file() else None
    if opened and opened.diagnostics:
        app.push_screen(FaultsScreen(opened.diagnostics, opened.text))
    else:
        app.push_screen(UnlistedScreen(problem.message))
