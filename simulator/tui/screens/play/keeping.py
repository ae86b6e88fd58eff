"""What came of a reply is shown once it is kept, and no disk holds up the screen or leaving."""

import asyncio
from collections.abc import Callable

from textual.screen import Screen

from simulator.language import N_, _
from simulator.practice.sitting import Sitting
from simulator.tui.over import PlayOver
from simulator.tui.screens.tell import NOT_KEPT, TellScreen

STILL_KEEPING = N_("One moment: what you said is being kept …")
QUICK = 0.1
"""seconds that keeping may take before it is said that something is still being kept"""


class OnceKept:
    """Waits for the journal on behalf of a screen."""

    def __init__(
        self, screen: Screen[PlayOver], sitting: Sitting, say: Callable[[str], None]
    ) -> None:
        self._screen = screen
        self._sitting = sitting
        self._say = say
        self.waiting = False
        """whether something is still being kept, and no reply can be given"""

    def show(self, what: Callable[[], None]) -> None:
        """Show it, now or as soon as everything is kept."""
        if self._sitting.kept(QUICK):
            what()
            self._tell_news()
        else:
            self.waiting = True
            self._say(_(STILL_KEEPING))
            self._screen.run_worker(self._wait(what))

    async def _wait(self, what: Callable[[], None]) -> None:
        await asyncio.to_thread(self._sitting.kept)
        self.waiting = False
        what()
        self._tell_news()

    def _tell_news(self) -> None:
        """Whether what is said is kept, where that has changed."""
        keeper = self._sitting.keeper
        news = keeper.news if keeper else None
        if keeper and news and keeper.trouble:
            self._screen.app.push_screen(TellScreen(NOT_KEPT, news))
        elif news:
            self._screen.notify(news, markup=False)
