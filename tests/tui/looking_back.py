"""A debrief on a screen: opened for a talk that was played, its words read off the screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from textual.pilot import Pilot
from textual.screen import Screen

from simulator.journal.events import Reflection
from simulator.practice.settings import Loaded, Settings
from simulator.practice.sitting import Sitting
from simulator.tui.app import DialogueApp
from simulator.tui.leaving import LeaveWatch
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.widgets.field import Field
from tests.tui import playing as p


class Back(NamedTuple):
    """A debrief on a screen."""

    app: DialogueApp
    pilot: Pilot[None]
    screen: DebriefScreen
    sitting: Sitting
    clock: p.Clock
    results: list[Any]

    @property
    def shown(self) -> str:
        return p.on_screen(self.app)

    @property
    def said(self) -> str:
        """The same as running text, frames apart."""
        return " ".join(self.shown.translate(str.maketrans("│█", "  ")).split())

    async def press(self, *keys: str) -> None:
        """Each once what came of the one before is seen."""
        for key in keys:
            self.clock.now += 1
            await self.pilot.press(key)
            await self.pilot.pause()
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in words))

    async def write(self, words: str) -> None:
        """Into the first field, which may stand below the text."""
        if not isinstance(self.app.focused, Field):
            await self.press("enter")
        await self.type(words)
        await self.press("enter")

    async def part(self, number: int) -> None:
        """Go to a part, from the list of them."""
        await self.press("f3", "home", *["down"] * (number - 1), "enter")

    def noted(self, what: Reflection, turn: int | None = None) -> Any:
        """What is kept of a kind: its words, or its number."""
        one = self.sitting.reflections.get((what, turn))
        return None if one is None else (one.words or one.number)


def ended(*replies: str, **small: Any) -> Sitting:
    """A short talk that came to its end."""
    sitting = p.small(**small)
    for reply in replies or ("stranger", "half_hour", "back"):
        sitting.choose(reply)
    return sitting


@asynccontextmanager
async def looking_back(
    sitting: Sitting,
    size: tuple[int, int] = p.NORMAL,
    *,
    prefs: Settings = p.PREFS,
    past: bool = False,
) -> AsyncIterator[Back]:
    app = DialogueApp(Screen(), Loaded(prefs))
    clock = p.Clock()
    app._watch = LeaveWatch(clock)
    results: list[Any] = []
    async with app.run_test(size=size) as pilot:
        screen = DebriefScreen(sitting, past=past)
        app.push_screen(screen, results.append)
        back = Back(app, pilot, screen, sitting, clock, results)
        await back.press()
        yield back
