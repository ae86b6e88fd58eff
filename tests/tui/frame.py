"""A frame to look at: the app on a headless terminal, and what a person would read on it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from simulator.practice import settings
from simulator.practice.keeping import Keeping
from simulator.practice.settings import Settings
from simulator.tui.app import DialogueApp
from simulator.tui.screens.home import HomeScreen

READ = Settings(terms_accepted=True, guess=False, still_second=False)
"""the settings of somebody who has read the pages of the first start, and is asked nothing"""


@asynccontextmanager
async def opened(
    prefs: Settings | None = READ,
    *,
    first: Screen[Any] | None = None,
    size: tuple[int, int] = (80, 24),
    journal: Callable[[], Keeping] | None = None,
) -> AsyncIterator[Pilot[None]]:
    """The app, opened and at rest. Without settings, those in the test's home are read."""
    loaded = settings.Loaded(prefs) if prefs else settings.begin()
    app = DialogueApp(first or HomeScreen(), loaded, journal=journal)
    async with app.run_test(size=size) as pilot:
        await at_rest(pilot)
        yield pilot
    app.close_journal()


async def at_rest(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as one who waits for what comes of each."""
    for key in keys:
        await pilot.press(key)
        await at_rest(pilot)


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Give the terminal another size. What follows comes in steps, each an event of its own."""
    await pilot.resize_terminal(width, height)
    for _ in range(_STEPS):
        await pilot.pause()


_STEPS = 8


def read(pilot: Pilot[None]) -> str:
    """What stands on the screen."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def said(pilot: Pilot[None]) -> str:
    """The same as running text, so that a test need not know where lines break."""
    return " ".join(read(pilot).split())


def app_of(pilot: Pilot[None]) -> DialogueApp:
    """The app, by its own type."""
    assert isinstance(pilot.app, DialogueApp)
    return pilot.app
