"""The debrief: part after part, each of which may be skipped; what is written is kept at once."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen

from simulator.language import N_, _
from simulator.practice.debrief_words import Part, parts_of
from simulator.practice.sitting import Sitting
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.over import BackTo, PlayOver
from simulator.tui.screens.debrief.close import Close
from simulator.tui.screens.debrief.first import Land, Ratings, ReachedStep
from simulator.tui.screens.debrief.fork import ForkStep
from simulator.tui.screens.debrief.last import Onward, Sentence
from simulator.tui.screens.debrief.middle import LoopStep, MineStep, TheirsStep
from simulator.tui.screens.debrief.step import Look, Step
from simulator.tui.screens.debrief.steps import StepsScreen
from simulator.tui.screens.page import Reading
from simulator.tui.screens.stopped import StoppedScreen
from simulator.tui.widgets.keybar import HELP, LEAVE, SAFETY, Key, KeyBar
from simulator.tui.widgets.topbar import TopBar

NARROW = 60
EVERY = 0.5
"""seconds between two looks at whether what was still possible is worked out"""

_ALL = N_("parts")
PARTS = (Key("m", _ALL, "screen.steps"), SAFETY, HELP)
PARTS_TYPING = (
    Key("F3", _ALL, "screen.steps"),
    Key("F2", SAFETY.does, "app.safety"),
    Key("F1", HELP.does, "app.help"),
)
"""what can be pressed where letters are typed"""
_CLOSE = ("debrief.above", "debrief.below", "debrief.unfold")
_STEPS: Mapping[Part, type[Step]] = MappingProxyType(
    {
        Part.LAND: Land,
        Part.RATINGS: Ratings,
        Part.REACHED: ReachedStep,
        Part.LOOP: LoopStep,
        Part.FORK: ForkStep,
        Part.MINE: MineStep,
        Part.THEIRS: TheirsStep,
        Part.ONWARD: Onward,
        Part.SENTENCE: Sentence,
    }
)


class DebriefScreen(Screen[PlayOver | BackTo]):
    """Gives where to go, or a turn to go back to; `None` is back to read the talk.

    After a crossed line there is no debrief, only the page that says so, and the safety page.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("debrief.on", "on"),
        bind("debrief.next", "next"),
        bind("debrief.back", "back"),
        bind("debrief.steps", "steps"),
        bind("debrief.safety", "app.safety"),
        bind("debrief.page_up", "page(-1)", priority=True),
        bind("debrief.page_down", "page(1)", priority=True),
    ]
    DEFAULT_CSS = "DebriefScreen > #part { height: 1fr; }"

    def __init__(self, sitting: Sitting, *, past: bool = False) -> None:
        """`past`: a kept talk of another day; it can be reflected on, but not gone on with."""
        super().__init__()
        self._sitting = sitting
        self._past = past
        self._parts = parts_of(sitting)
        self._at = 0
        self._look: Look | None = None

    def compose(self) -> ComposeResult:
        """Where one is, the part, the keys."""
        yield TopBar()
        yield Container(id="part")
        yield KeyBar()

    async def on_mount(self) -> None:
        """Begin with the first part, and let what was still possible be worked out."""
        if self._sitting.stopped:
            self.app.push_screen(StoppedScreen(), self._stopped)
            return
        self._look = Look(
            self._sitting, past=self._past, numbers=host(self).prefs.meters == "numbers"
        )
        self._sitting.outlooks.begin()
        self._ticks = self.set_interval(EVERY, self.look_again)
        await self._show(0)

    def _stopped(self, _result: None) -> None:
        self.dismiss(PlayOver("home"))

    def on_unmount(self) -> None:
        """What is typed and not kept yet is kept."""
        self._keep()

    def on_descendant_focus(self) -> None:
        """Letters are typed in some places: the keys say so."""
        self._show_keys()
        for step in self.query(Step):
            step.show_how()

    def on_resize(self) -> None:
        """Other keys fit."""
        self._show_keys()

    def look_again(self) -> None:
        """Show what was worked out meanwhile; once all is, there is no need to look again."""
        if self._look is None or not self._sitting.outlooks.ready:
            return
        self._ticks.stop()
        self._look.again()
        for step in self.query(Step):
            step.look_again()

    async def on_step_next(self) -> None:
        """On to the next part."""
        await self.action_next()

    def on_step_over(self, message: Step.Over) -> None:
        """Out."""
        self._keep()
        self.dismiss(message.to)

    def action_on(self) -> None:
        """From one place to write to the next, and from the last to the next part."""
        for step in self.query(Step):
            step.go_on()

    async def action_next(self) -> None:
        """To the next part; after the last, the talk from close up."""
        await self._show(min(self._at + 1, len(self._parts)))

    async def action_back(self) -> None:
        """To the part before; from the first, back to read the talk."""
        self._keep()
        if self._at == 0:
            self.dismiss(None)
        else:
            await self._show(self._at - 1)

    def action_steps(self) -> None:
        """Every part, and a way out."""
        self._keep()
        self.app.push_screen(StepsScreen(self._parts, self._at), self._go_to)

    def action_page(self, direction: int) -> None:
        """Read on, or back."""
        reading = self.query(Reading).first()
        reading.scroll_relative(y=direction * max(1, reading.size.height - 2), animate=False)

    async def _go_to(self, at: int | None) -> None:
        if at == -1:
            self.dismiss(PlayOver("home"))
        elif at is not None:
            await self._show(at)

    async def _show(self, at: int) -> None:
        """Put this part in place of the one before."""
        if self._look is None:
            return
        self._keep()
        self._at = at
        made = _STEPS[self._parts[at]] if at < len(self._parts) else Close
        step = made(self._look)
        place = self.query_one("#part")
        with self.app.batch_update():
            await place.remove_children()
            await place.mount(step)
        step.take_focus()
        self.query_one(TopBar).show(f"{self._sitting.title} · {self._progress()}")
        self._show_keys()
        self._tell_news()

    def _keep(self) -> None:
        for step in self.query(Step):
            step.keep()

    def _tell_news(self) -> None:
        """Whether what is written is kept, where that has changed."""
        keeper = self._sitting.keeper
        news = keeper.news if keeper else None
        if news:
            self.notify(news, markup=False)

    def _progress(self) -> str:
        if self._at >= len(self._parts):
            return _("from close up")
        return _("{at} of {count}").format(at=self._at + 1, count=len(self._parts))

    def _show_keys(self) -> None:
        typing = any(step.typing for step in self.query(Step))
        on = Key("Enter", N_("go on"), "screen.next", ("debrief.on",))
        if self._at >= len(self._parts):
            on = Key("↑↓ Enter", N_("choose or unfold"), ids=_CLOSE)
        to = N_("back") if self._at or self._past else N_("to the talk")
        back = Key("Esc", to, "screen.back", ("debrief.back",))
        parts, safety, help_ = PARTS_TYPING if typing else PARTS
        narrow = self.app.size.width < NARROW
        self.query_one(KeyBar).show(
            *((on, back, help_, LEAVE) if narrow else (on, back, parts, help_, safety, LEAVE))
        )
