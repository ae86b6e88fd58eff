"""From a chosen file to a talk on screen: reading, checking, beginning, and beginning again.

The only part of the screens' frame that knows the heavy modules; it imports them when it runs.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.tui import memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from simulator.dialogue.setup import Setup
    from simulator.practice.keeping import Keeper, Keeping
    from simulator.practice.opening import Opened
    from simulator.practice.resuming import TakenUp, Unfinished
    from simulator.practice.sitting import Sitting
    from simulator.scenario.library import Problem
    from simulator.scenario.model import Scenario

    Keep = Callable[[Setup], Keeper]
    """makes what keeps a new play"""


class Wanted(NamedTuple):
    """A play as asked for."""

    path: Path
    role: str | None = None
    """id of the player's role; `None` lets the player choose, before the play is started"""
    temperament: str | None = None
    tension: int | None = None
    seed: int | None = None


def warm(*, kept: bool = False) -> None:
    """Import what opening and playing need, and keeping where talks are kept; let memory settle."""
    import simulator.practice.opening  # noqa: PLC0415
    import simulator.practice.sitting  # noqa: PLC0415
    import simulator.tui.screens.play  # noqa: PLC0415

    if kept:
        import simulator.journal.journal  # noqa: F401, PLC0415
    memory.settle()


def journal() -> "Keeping":
    """What this person's talks are kept in; nothing is opened yet."""
    from simulator.practice.keeping import Keeping  # noqa: PLC0415

    return Keeping()


def keep(keeping: "Keeping | None", path: Path, opened: "Opened") -> "Keep | None":
    """What keeps the plays of a file; `None` where nothing is kept."""
    from simulator.practice.keeping import Keep  # noqa: PLC0415

    return Keep(keeping, path.stem, opened.text) if keeping else None


def unfinished(keeping: "Keeping") -> "tuple[Unfinished, ...]":
    """The talks that can go on, the latest first. Raises `JournalError`."""
    from simulator.practice import resuming  # noqa: PLC0415
    from simulator.practice.places import may_hold_talks  # noqa: PLC0415

    return keeping.ask(resuming.unfinished).result() if may_hold_talks() else ()


def take_up(keeping: "Keeping", play: str | None) -> "TakenUp":
    """How a talk can go on, the latest where none is named.

    Raises `NothingToResumeError` and `JournalError`.
    """
    from simulator.practice import resuming  # noqa: PLC0415
    from simulator.practice.places import may_hold_talks  # noqa: PLC0415

    if not may_hold_talks():
        return resuming.take_up(*resuming.wanted(None), keeping)
    found = keeping.ask(lambda journal: resuming.wanted(journal, play)).result()
    return resuming.take_up(*found, keeping)


def read(path: Path) -> "Opened":
    """Read and check one file."""
    from simulator.practice.opening import open_scenario  # noqa: PLC0415

    return open_scenario(path)


def temperaments(scenario: "Scenario", role: str) -> tuple[str, ...]:
    """The ids of the temperaments this role's partner may have, the declared one first."""
    from simulator.dialogue.setup import options  # noqa: PLC0415
    from simulator.partner.moves import Role  # noqa: PLC0415

    return options(scenario, Role(role)).temperaments


def start(scenario: "Scenario", wanted: Wanted, kept: "Keep | None" = None) -> "Sitting":
    """A sitting as asked for. Raises `SetupError` for what the scenario does not allow."""
    from simulator.partner.moves import Role  # noqa: PLC0415
    from simulator.practice.sitting import begin  # noqa: PLC0415

    return begin(
        scenario,
        Role(str(wanted.role)),
        temperament=wanted.temperament,
        tension=wanted.tension,
        seed=wanted.seed,
        keep=kept,
    )


def again(sitting: "Sitting", temperament: str | None = None) -> "Sitting":
    """The same talk from its start, with a seed of its own; with another temperament where one is
    named."""
    from simulator.practice.sitting import begin  # noqa: PLC0415

    return begin(
        sitting.scenario,
        sitting.role,
        temperament=temperament or sitting.setup.temperament,
        keep=_anew(sitting),
    )


def other_chair(sitting: "Sitting") -> "Sitting":
    """The same situation as the other one of the two."""
    from simulator.practice.sitting import begin  # noqa: PLC0415

    return begin(sitting.scenario, sitting.partner_role, keep=_anew(sitting))


def _anew(sitting: "Sitting") -> "Keep | None":
    return sitting.keeper.anew if sitting.keeper else None


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
