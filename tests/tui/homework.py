"""Two people at two computers: the real screens over homes of their own, driven by keys alone."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import DirectoryTree

from simulator.homework.assignment import body_of
from simulator.homework.drafting import Text, assignment_from
from simulator.homework.sealing.envelope import Kind, seal_with_passphrase
from simulator.practice.keeping import Keeping
from simulator.practice.settings import Settings
from simulator.scenario.load import load_bytes
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.play import PlayScreen
from simulator.tui.widgets.replies import Replies
from tests.tui.frame import READ, opened, said

PLACES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
SECRET = "seven small green boats"


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


def handed_over(folder: Path, scenario: Path, **changes: Any) -> Path:
    """A sealed file with homework, as another program made it."""
    draft = {
        "client": "blue heron",
        "scenarios": [{"scenario": scenario.stem, "role": "pursuer", "plays": 3}],
        "aim": "reach a truce",
        "rationale": "One reply at a time.",
        "questions": ["What surprised you?"],
        "share": ["summary", "transcript", "reflections"],
        "attested": True,
        **changes,
    }
    text = scenario.read_text("utf-8")
    read = load_bytes(text.encode(), scenario.name).scenario
    assert read is not None
    given = assignment_from(draft, lambda _name: Text(read, text), date.today())  # noqa: DTZ011
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "heron.homework"
    path.write_bytes(seal_with_passphrase(Kind.ASSIGNMENT, body_of(given), SECRET))
    return path


async def taken_in(pilot: Pilot[None], path: Path) -> None:
    """From home to the homework that is in the file."""
    await press(pilot, "h", "o")
    await open_file(pilot, path)


async def settled(pilot: Pilot[None]) -> None:
    """Until nothing is under way, nor about to be; a list of files is always looked after."""
    for _ in range(5):
        await pilot.pause()
        under_way = [one for one in pilot.app.workers if not isinstance(one.node, DirectoryTree)]
        if under_way:
            await pilot.app.workers.wait_for_complete(under_way)
        await pilot.pause()
        if not any(getattr(screen, "busy", False) for screen in pilot.app.screen_stack):
            return
    raise AssertionError(said(pilot))


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Each once what came of the one before is done."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def go(pilot: Pilot[None], id_: str) -> None:
    """To a place of the page, as the mouse does."""
    assert pilot.app.screen.query(f"#{id_}"), said(pilot)
    pilot.app.screen.query_one(f"#{id_}").focus()
    await pilot.pause()


async def write(pilot: Pilot[None], id_: str, words: str) -> None:
    """Into a place to write; pasted, which is as good as typed."""
    await go(pilot, id_)
    pilot.app.post_message(Paste(words))
    await settled(pilot)


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
    replies_ = screen.query_one(Replies)
    replies_._clock = Ahead()
    replies_.appear()
    for reply in replies:
        ids = [offer.id for offer in screen.sitting.offered]
        await press(pilot, str(ids.index(reply) + 1))
    await press(pilot, "q")
    await press(pilot, "y")
