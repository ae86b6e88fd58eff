"""The hints that were asked for before one reply."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from simulator.practice.sitting import Sitting
from simulator.tui.widgets.hint import STEPS

if TYPE_CHECKING:
    from simulator.coach.hints import Hint

SLICE = 0.2
"""seconds a thread waits before it looks whether somebody still wants to know"""


class Hints:
    """One step more each time, until the next reply."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._shown: list[Hint] = []
        self._awaited = False

    @property
    def shown(self) -> Sequence["Hint"]:
        """The steps asked for, in order."""
        return tuple(self._shown)

    @property
    def page(self) -> str | None:
        """The id of a page that the last of them names."""
        return self._shown[-1].page if self._shown else None

    def more(self) -> bool:
        """Ask for the next step; whether there was one."""
        if len(self._shown) >= STEPS:
            return False
        self._shown.append(self._sitting.hint(len(self._shown) + 1))
        return True

    def forget(self) -> None:
        """They were for one reply."""
        self._shown.clear()

    @property
    def wants_more(self) -> bool:
        """Whether the last step is still being worked out, and nobody waits for that yet."""
        return self._unfinished and not self._awaited

    async def worked_out(self, then: Callable[[], None]) -> None:
        """Wait until what is still possible is worked out, and put it into the last step."""
        self._awaited = True
        while not await asyncio.to_thread(self._sitting.outlooks.wait, SLICE):
            pass
        self._awaited = False
        if len(self._shown) == STEPS:
            from simulator.practice.hinting import hint  # noqa: PLC0415 - on demand

            self._shown[-1] = hint(self._sitting, STEPS)
            then()

    @property
    def _unfinished(self) -> bool:
        return len(self._shown) == STEPS and not self._sitting.outlooks.ready
