"""Home: talks that were broken off, then the library, the tutorial first.

The list is read from the heads of the files, in a thread, once the first frame is on screen; what
playing needs is loaded after that, and then the journal is asked for talks that can go on.
"""

import asyncio
import time
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.language import N_, _
from simulator.practice.keys import labels
from simulator.practice.settings_words import in_short
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.screens import listed
from simulator.tui.screens.homework.nudging import nudge
from simulator.tui.screens.offered import Clock, Offered, look
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import HELP, LEAVE, SAFETY, Key, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words

if TYPE_CHECKING:
    from simulator.scenario.head import Head
    from simulator.scenario.library import Listing, Problem

_ASK = N_("What would you like to practise?")
_EMPTY = N_("There are no scenarios here. `simulator list` says where your own ones go.")


class HomeScreen(Screen[None]):
    """The scenarios, and what there is to know of the one chosen now."""

    DEFAULT_CSS = """
    HomeScreen {
        .details { height: 5; padding: 0 2; border-top: solid $rule; }
        &.-narrow .details { height: 7; }
        &.-wide {
            layout: grid; grid-size: 2; grid-columns: 3fr 2fr; grid-rows: 1 auto 1fr 1;
            TopBar, .intro, KeyBar { column-span: 2; }
            .details { height: 100%; border-top: none; border-left: vkey $rule; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("home.learn", "learn"),
        bind("home.progress", "progress"),
        bind("home.homework", "homework"),
        bind("home.settings", "settings"),
        bind("home.intimacy", "intimacy"),
        bind("home.close", "close"),
    ]

    def __init__(self, *, clock: Clock = time.monotonic) -> None:
        super().__init__()
        self._offered = Offered(clock)
        self._listing: Listing | None = None
        self._shown: dict[str, Head] = {}
        self._intro = ""
        self._nudge = ""

    def compose(self) -> ComposeResult:
        """The list, and the details beside or below it."""
        yield TopBar()
        yield Words(_(_ASK), classes="heading intro")
        yield Choices()
        yield Words(classes="details")
        yield KeyBar(
            Key("l", N_("learn"), "screen.learn"),
            Key("p", N_("progress"), "screen.progress"),
            Key("h", N_("homework"), "screen.homework"),
            HELP,
            SAFETY,
            LEAVE,
        )

    def on_screen_resume(self) -> None:
        """Fill the list once there is something to look at; files and settings may have changed."""
        self.query_one(TopBar).refresh()
        self.query_one(KeyBar).refresh(layout=True)
        self._fill()
        self.call_after_refresh(self.read_library)

    @work(exclusive=True)
    async def read_library(self) -> None:
        """List the library; then, with the titles there, load what playing needs."""
        self._listing = await asyncio.to_thread(listed.read_library)
        self._fill()
        self.call_after_refresh(self.warm)

    @work
    async def warm(self) -> None:
        """Load what opening a scenario needs, so that it is there when one is chosen; then see
        which talks can go on."""
        from simulator.tui import opening  # noqa: PLC0415

        keeping = host(self).keeping
        await asyncio.to_thread(opening.warm, kept=keeping is not None)
        if keeping is not None:
            offered = self._offered
            offered.unfinished, offered.trouble = await asyncio.to_thread(look, keeping)
            self._nudge = await asyncio.to_thread(nudge, keeping, host(self).prefs)
            self._fill()

    @on(OptionList.OptionHighlighted)
    def tell(self, event: OptionList.OptionHighlighted) -> None:
        """Say more of the entry one is at; nothing where somebody chose to be discreet."""
        name = str(event.option_id)
        details = self.query_one(".details", Words)
        if host(self).prefs.discreet:
            details.show("")
        elif name in self._offered:
            details.show(self._offered.about(name))
        else:
            details.show(listed.details(self._shown[name]) if name in self._shown else "")

    @on(OptionList.OptionSelected)
    def open(self, event: OptionList.OptionSelected) -> None:
        """Open a scenario, or the page that says why it cannot be."""
        name = str(event.option_id)
        if name == listed.NOTE:
            self.action_intimacy()
        elif name in self._offered:
            self._go_on(self._offered.play(name))
        elif name in self._shown:
            self._to_chair(self._shown[name])
        elif self._listing:
            self._to_problem(self._listing.problems[int(name.removeprefix(listed.PROBLEM))])

    def action_learn(self) -> None:
        """Open the pages to read."""
        from simulator.tui.screens.learn_list import LearnListScreen  # noqa: PLC0415

        self.app.push_screen(LearnListScreen())

    def action_progress(self) -> None:
        """Open what was practised."""
        from simulator.tui.screens.progress import ProgressScreen  # noqa: PLC0415

        self.app.push_screen(ProgressScreen())

    def action_homework(self) -> None:
        """Open homework: what one was given, and what therapists do."""
        from simulator.tui.screens.homework.listing import HomeworkScreen  # noqa: PLC0415

        self.app.push_screen(HomeworkScreen())

    def action_settings(self) -> None:
        """Open the settings."""
        from simulator.tui.screens.settings import SettingsScreen  # noqa: PLC0415

        self.app.push_screen(SettingsScreen())

    def action_intimacy(self) -> None:
        """Show scenarios about physical closeness, or hide them again; it is kept."""
        here = host(self)
        here.choose(show_intimacy=not here.prefs.show_intimacy)
        self._fill()

    def action_close(self) -> None:
        """Close the program."""
        self.app.exit()

    @work(exclusive=True, group="going on")
    async def _go_on(self, play: str) -> None:
        """On with a talk; not by a key that was pressed before it was there to be chosen."""
        from simulator.tui.screens import resume  # noqa: PLC0415
        from simulator.tui.screens.tell import CANNOT_GO_ON, TellScreen  # noqa: PLC0415

        if self._offered.deaf:
            return
        taken = await resume.taken_up(self, play)
        if isinstance(taken, str):
            self.app.push_screen(TellScreen(CANNOT_GO_ON, taken))
        else:
            resume.go_on(self, taken)

    def _to_chair(self, head: "Head") -> None:
        from simulator.tui.screens.chair import ChairScreen  # noqa: PLC0415

        self.app.push_screen(ChairScreen(head))

    def _to_problem(self, problem: "Problem") -> None:
        from simulator.tui.opening import show_problem  # noqa: PLC0415

        show_problem(self.app, problem)

    def _fill(self) -> None:
        self._say_notices()
        if self._listing is None:
            return
        prefs = host(self).prefs
        self._shown = listed.shown(self._listing, prefs)
        entries = [*self._offered.entries(prefs), *listed.entries(self._listing, prefs)]
        choices = self.query_one(Choices)
        untouched = not choices.highlighted
        choices.fill(entries)
        if untouched:
            choices.go_to(None)
        if not entries:
            self.query_one(".details", Words).show(_(_EMPTY))

    def _say_notices(self) -> None:
        nudged = (self._nudged(),) if self._nudge else ()
        notices = (*in_short(host(self).notices), *self._offered.trouble)
        intro = "\n".join((_(_ASK), *nudged, *notices))
        if intro != self._intro:
            self._intro = intro
            self.query_one(".intro", Words).show(intro)

    def _nudged(self) -> str:
        """What there is to do, and the key that leads there."""
        key = labels(["home.homework"], host(self).prefs.keys)
        return _("{line} {key} opens it.").format(line=self._nudge, key=key)
