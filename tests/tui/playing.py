"""Playing through the real screen: a clock of our own, keys pressed, words read off the screen."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from textual.pilot import Pilot
from textual.screen import Screen

from simulator.partner.moves import Role
from simulator.practice import settings
from simulator.practice.opening import open_scenario
from simulator.practice.sitting import Sitting, begin, replay
from simulator.scenario.library import shipped_folder
from simulator.scenario.model import Scenario
from simulator.tui.app import DialogueApp
from simulator.tui.leaving import LeaveWatch
from simulator.tui.over import PlayOver
from simulator.tui.screens.play import PlayScreen
from simulator.tui.widgets.replies import Replies
from simulator.tui.widgets.transcript import Transcript

SMALL = Path(__file__).parent.parent / "data" / "small.yaml"
NORMAL = (80, 24)
NARROW = (40, 24)
WIDE = (120, 40)


def chosen(**chosen: Any) -> settings.Settings:
    """What somebody has chosen who is not asked how a reply landed, and waits for nothing."""
    usual = settings.Settings(terms_accepted=True, guess=False, still_second=False)
    return usual._replace(**chosen)


PREFS = chosen()


@cache
def read(path: Path) -> Scenario:
    opened = open_scenario(path)
    assert opened.scenario is not None, opened.diagnostics
    return opened.scenario


def small(role: Role = Role.PURSUER, *, tension: int | None = 50) -> Sitting:
    at = tension if role is Role.PURSUER else None
    return begin(read(SMALL), role, tension=at, seed=1)


def shipped(name: str, role: Role, seed: int = 1) -> Sitting:
    return begin(read(Path(shipped_folder()) / f"{name}.yaml"), role, seed=seed)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Later:
    """What is to be done later is done when the test says so."""

    def __init__(self) -> None:
        self._then: Callable[[], None] | None = None

    def __call__(self, _seconds: float, then: Callable[[], None]) -> "Later":
        self._then = then
        return self

    @property
    def waits(self) -> bool:
        """Whether something is still to come."""
        return self._then is not None

    def stop(self) -> None:
        self._then = None

    def pass_by(self) -> None:
        """The time is over."""
        assert self._then is not None
        self._then()


class Play(NamedTuple):
    """A play on a screen."""

    app: DialogueApp
    pilot: Pilot[None]
    screen: PlayScreen
    sitting: Sitting
    clock: Clock
    results: list[PlayOver | None]
    later: Later

    def on_our_clock(self) -> "Play":
        """A screen the program opened itself, with the clock of the test."""
        replies = self.screen.query_one(Replies)
        replies._clock = self.clock
        replies.appear()
        return self

    @property
    def talk(self) -> str:
        return self.screen.query_one(Transcript).text

    @property
    def shown(self) -> str:
        """What the terminal shows now."""
        return on_screen(self.app)

    async def press(self, *keys: str) -> None:
        self.clock.now += 1
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def give(self, *replies: str) -> None:
        """Give replies by their numbers, whatever order they stand in."""
        for reply in replies:
            ids = [offer.id for offer in self.sitting.offered]
            assert reply in ids, f"{reply} is not among {ids}"
            await self.press(str(ids.index(reply) + 1))

    async def to_the_end(self, choose: Callable[[Sitting], str]) -> None:
        for _ in range(40):
            if self.sitting.finished:
                return
            await self.give(choose(self.sitting))
        raise AssertionError("forty turns, and the talk goes on")


def on_screen(app: DialogueApp) -> str:
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


@asynccontextmanager
async def playing(
    sitting: Sitting,
    size: tuple[int, int] = NORMAL,
    *,
    brief_first: bool = False,
    prefs: settings.Settings = PREFS,
) -> AsyncIterator[Play]:
    app = DialogueApp(Screen(), settings.Loaded(prefs))
    clock = Clock()
    app._watch = LeaveWatch(clock)
    results: list[PlayOver | None] = []
    async with app.run_test(size=size) as pilot:
        later = Later()
        screen = PlayScreen(sitting, clock=clock, later=later, brief_first=brief_first)
        app.push_screen(screen, results.append)
        await pilot.pause()
        yield Play(app, pilot, screen, sitting, clock, results, later)


def looking(sitting: Sitting) -> str:
    """The reply with the least tension to come, then the most connection."""
    return min(_ahead(sitting).items(), key=lambda item: item[1])[0]


def heedless(sitting: Sitting) -> str:
    """The reply with the most tension to come, then the least connection."""
    return max(_ahead(sitting).items(), key=lambda item: item[1])[0]


def _ahead(sitting: Sitting) -> dict[str, tuple[int, int]]:
    given = [turn.reply for turn in sitting.turns]
    found = {}
    for offer in sitting.offered:
        after = replay(sitting.scenario, sitting.setup, [*given, offer.id])
        if not after.stopped:
            found[offer.id] = (after.state.tension, -after.state.connection)
    return found
