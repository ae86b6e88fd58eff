"""Straight to one talk, as the command line asked: a quiet first frame, and the talk after it."""

import asyncio
from typing import TYPE_CHECKING

from rich.text import Text
from textual import work

from simulator.practice.safe import shown
from simulator.tui import opening
from simulator.tui.host import host
from simulator.tui.opening import Wanted
from simulator.tui.screens.bottom import BottomScreen

if TYPE_CHECKING:
    from simulator.scenario.model import Scenario
    from simulator.tui.opening import Keep

_FAULTY, _MISUSED = 1, 2


class StraightScreen(BottomScreen):
    """Opened at a scenario that was named."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self._wanted = wanted

    @work
    async def go(self) -> None:
        """To the talk, to the choice of a chair, or to the page that says why not."""
        opened = await asyncio.to_thread(opening.read, self._wanted.path)
        if opened.scenario is None:
            opening.show_faults(self.app, opened, status=_FAULTY)
        elif self._wanted.role is None:
            await self._choose_chair()
        else:
            self._play(opened.scenario, opening.keep(host(self).keeping, self._wanted.path, opened))

    async def _choose_chair(self) -> None:
        from simulator.scenario.head import Head, read_head  # noqa: PLC0415
        from simulator.tui.screens.chair import ChairScreen  # noqa: PLC0415

        head = await asyncio.to_thread(read_head, self._wanted.path)
        if isinstance(head, Head):
            self.app.push_screen(ChairScreen(head), lambda _: host(self).go_home())

    def _play(self, scenario: "Scenario", kept: "Keep | None") -> None:
        from simulator.dialogue.setup import SetupError  # noqa: PLC0415

        try:
            sitting = opening.start(scenario, self._wanted, kept)
        except SetupError as error:
            self.app.exit(return_code=_MISUSED, message=Text(f"error: {shown(str(error))}"))
        else:
            host(self).open_play(sitting)
