"""Opening the program on a whole terminal screen. Imports Textual only when it is called."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.tui import memory

if TYPE_CHECKING:
    from textual.screen import Screen

    from simulator.tui.screens.given import Make

_MISUSE = 2
_NO_SCREEN = (
    "error: the full screen needs a terminal that can be drawn on\n"
    "  `simulator list` lists the scenarios, and\n"
    "  `simulator play SCENARIO --as pursuer --plain` plays one line by line."
)
_ESCAPE_WAIT = "40"
"""milliseconds a lone Esc may be the start of a longer key, so that leaving is heard at once"""


def open_home() -> int:
    """Open at the library. Returns the exit status."""
    if not has_screen():
        print(_NO_SCREEN, file=sys.stderr)  # noqa: T201
        return _MISUSE
    _prepare()
    from simulator.tui.screens.home import HomeScreen  # noqa: PLC0415

    return _run(HomeScreen())


def open_resumed(play: str | None) -> int:
    """Open at a talk that was broken off, by its id; at the latest where none is named.

    Returns the exit status: 2 where there is none to go on with.
    """
    _prepare()
    from simulator.tui.screens.resume import ResumeScreen  # noqa: PLC0415

    return _run(ResumeScreen(play))


def open_play(
    path: Path,
    role: str | None = None,
    *,
    temperament: str | None = None,
    tension: int | None = None,
    seed: int | None = None,
) -> int:
    """Open at one talk. Returns the exit status: 1 where the file has errors, 2 for a setup it
    does not allow."""
    _prepare()
    from simulator.tui.opening import Wanted  # noqa: PLC0415
    from simulator.tui.screens.straight import StraightScreen  # noqa: PLC0415

    return _run(StraightScreen(Wanted(path, role, temperament, tension, seed)))


def open_given(make: "Make") -> int:
    """Open at a talk that `make` begins, with the journal it is kept in. Returns the exit status."""
    _prepare()
    from simulator.tui.screens.given import GivenScreen  # noqa: PLC0415

    return _run(GivenScreen(make))


def has_screen() -> bool:
    """Whether there is a terminal that can be drawn on."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _prepare() -> None:
    _unlock()
    os.environ.setdefault("ESCDELAY", _ESCAPE_WAIT)
    memory.hold()


def _unlock() -> None:
    """Ask for the passphrase where the journal has one; without it talks are played unkept."""
    from simulator.practice.unlocking import locked  # noqa: PLC0415

    if locked() is not None:
        from simulator.cli.unlock import at_start  # noqa: PLC0415

        at_start()


def _run(first: "Screen[Any]") -> int:
    from simulator.tui.app import DialogueApp  # noqa: PLC0415
    from simulator.tui.opening import journal  # noqa: PLC0415

    try:
        app = DialogueApp(first, journal=journal)
        app.run()
        app.close_journal()
    except Exception as error:  # noqa: BLE001  (whatever breaks, its words stay out of sight)
        return _broken(error)
    finally:
        memory.settle()
    return app.return_code or 0


def _broken(error: Exception) -> int:
    from simulator.practice import crash  # noqa: PLC0415

    print(crash.farewell(crash.keep(error)), file=sys.stderr)  # noqa: T201
    return 1
