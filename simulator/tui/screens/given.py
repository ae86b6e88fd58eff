"""Straight to a talk that was made elsewhere, such as one had under homework."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work

from simulator.tui.host import host
from simulator.tui.screens.bottom import BottomScreen

if TYPE_CHECKING:
    from simulator.practice.keeping import Keeping
    from simulator.practice.sitting import Sitting

    Make = Callable[[Keeping | None], Sitting]
    """a talk, kept in the journal of the program it is shown in"""


class GivenScreen(BottomScreen):
    """Opened at a talk that `make` begins."""

    def __init__(self, make: "Make") -> None:
        super().__init__()
        self._make = make

    @work
    async def go(self) -> None:
        """To the talk."""
        sitting = await asyncio.to_thread(self._make, host(self).keeping)
        host(self).open_play(sitting)
