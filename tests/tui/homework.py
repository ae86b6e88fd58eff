"""Two people at two computers: the real screens over homes of their own, driven by keys alone."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from simulator.practice.keeping import Keeping
from simulator.practice.settings import Settings
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.play import PlayScreen
from simulator.tui.widgets.replies import Replies
from tests.tui.frame import READ, at_rest, opened, press

PLACES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
SECRET = "seven small green boats"
LETTERS = {" ": "space", "-": "minus", ".": "full_stop", "/": "slash", "_": "underscore"}


class Ahead:
    """A clock on which every reply has long been on screen."""

    now = 0.0

    def __call__(self) -> float:
        self.now += 10
        return self.now


@contextmanager
def at(folder: Path) -> Iterator[None]:
    """At one person's computer; it is where their files go."""
    folder.mkdir(parents=True, exist_ok=True)
    before = {name: os.environ.get(name) for name in PLACES}
    where = Path.cwd()
    os.environ.update(dict.fromkeys(PLACES, str(folder)))
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(where)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@asynccontextmanager
async def sitting_at(
    folder: Path, *, size: tuple[int, int] = (80, 24), prefs: Settings = READ
) -> AsyncIterator[Pilot[None]]:
    """The program opened there."""
    with at(folder):
        first = HomeScreen(clock=Ahead())
        async with opened(prefs, first=first, size=size, journal=Keeping) as pilot:
            yield pilot


async def go(pilot: Pilot[None], id_: str) -> None:
    """To a place of the page, as somebody who presses Tab."""
    for _ in range(60):
        focused = pilot.app.focused
        if focused is not None and focused.id == id_:
            return
        await pilot.press("tab")
    raise AssertionError(f"there is no way to {id_}")


async def write(pilot: Pilot[None], id_: str, words: str) -> None:
    """Into a place to write."""
    await go(pilot, id_)
    await pilot.press(*(LETTERS.get(letter, letter) for letter in words))
    await at_rest(pilot)


async def do(pilot: Pilot[None], *ids: str) -> None:
    """Tick, or press."""
    for id_ in ids:
        await go(pilot, id_)
        await press(pilot, "enter")


async def seal(pilot: Pilot[None], *secrets: str) -> None:
    """Under these passphrases, into the files that are offered."""
    for number, secret in enumerate(secrets):
        await write(pilot, f"once-{number}", secret)
        await write(pilot, f"twice-{number}", secret)
    await do(pilot, "seal")
    await press(pilot, "enter")


async def open_file(pilot: Pilot[None], path: Path, secret: str = SECRET) -> None:
    """On the page that asks where it is."""
    await write(pilot, "path", str(path))
    await write(pilot, "passphrase", secret)
    await do(pilot, "open")


async def choose(pilot: Pilot[None], words: str) -> None:
    """The entry of the list that says this."""
    listed: Any = pilot.app.focused
    names = [option.prompt for option in listed.options]
    found = [n for n, one in enumerate(names, 1) if words in getattr(one, "plain", str(one))]
    assert len(found) == 1, (words, [getattr(one, "plain", one) for one in names])
    await press(pilot, str(found[0]))


async def play(pilot: Pilot[None], *replies: str) -> None:
    """The talk that is open, to its end and back to where it was begun."""
    if not isinstance(pilot.app.screen, PlayScreen):
        await press(pilot, "enter")
    screen = pilot.app.screen
    assert isinstance(screen, PlayScreen)
    screen.query_one(Replies)._clock = Ahead()
    for reply in replies:
        ids = [offer.id for offer in screen.sitting.offered]
        await press(pilot, str(ids.index(reply) + 1))
    await press(pilot, "q")
    await press(pilot, "y")
