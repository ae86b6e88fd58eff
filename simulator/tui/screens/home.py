"""Home: talks that were broken off, then the library, the tutorial first.

The list is read from the heads of the files, in a thread, once the first frame is on screen; what
playing needs is loaded after that, and then the journal is asked for talks that can go on.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.practice import words
from simulator.tui.host import host
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import HELP, LEAVE, SAFETY, Key, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content

if TYPE_CHECKING:
    from simulator.practice.keeping import Keeping
    from simulator.practice.resuming import Unfinished
    from simulator.scenario.head import Head
    from simulator.scenario.library import Listing, Problem

Clock = Callable[[], float]
"""seconds, from any start"""
DEAF_SECONDS = 0.5
"""how long talks that were put on top of the list ignore keys, which may have been meant for what
stood there before"""
_ASK = "What would you like to practise?"
_EMPTY = "There are no scenarios here. `simulator list` says where your own ones go."
_NOTE = "note"
_PROBLEM = "problem:"
_PLAY = "play:"
_MOST_OFFERED = 2
"""unfinished talks that are offered, so that the library stays in sight"""
_UNFINISHED = (
    "You left this talk before its end. It goes on at the line where it stopped, and all that was "
    "said so far is shown."
)
_NEED_NOT = "It need not be finished: `simulator erase --play {id}` removes it."


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
        Binding("i", "intimacy", "physical closeness"),
        Binding("o", "settings", "settings"),
        Binding("q", "close", "close"),
    ]

    def __init__(self, *, clock: Clock = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._offered_at = clock() - DEAF_SECONDS
        self._unfinished: tuple[Unfinished, ...] = ()
        self._offered: dict[str, Unfinished] = {}
        self._trouble: tuple[str, ...] = ()
        self._listing: Listing | None = None
        self._shown: dict[str, Head] = {}
        self._noted: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The list, and the details beside or below it."""
        yield TopBar()
        yield Words(_ASK, classes="heading intro")
        yield Choices()
        yield Words(classes="details")
        yield KeyBar(
            Key("↑↓ Enter", "choose"),
            Key("o", "settings", "screen.settings"),
            HELP,
            SAFETY,
            Key("q", "close", "screen.close"),
            LEAVE,
        )

    def on_screen_resume(self) -> None:
        """Fill the list once there is something to look at; files and settings may have changed."""
        self._fill()
        self.call_after_refresh(self.read_library)

    @work(exclusive=True)
    async def read_library(self) -> None:
        """List the library; then, with the titles there, load what playing needs."""
        self._listing = await asyncio.to_thread(_read)
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
            self._unfinished, self._trouble = await asyncio.to_thread(_look, keeping)
            self._fill()

    @on(OptionList.OptionHighlighted)
    def tell(self, event: OptionList.OptionHighlighted) -> None:
        """Say more of the entry one is at."""
        name = str(event.option_id)
        shown = self.query_one(".details", Words)
        if name in self._offered:
            shown.show(_about(self._offered[name]))
        else:
            shown.show(details(self._shown[name]) if name in self._shown else "")

    @on(OptionList.OptionSelected)
    def open(self, event: OptionList.OptionSelected) -> None:
        """Open a scenario, or the page that says why it cannot be."""
        name = str(event.option_id)
        if name == _NOTE:
            self.action_intimacy()
        elif name in self._offered:
            self._go_on(self._offered[name].id)
        elif name in self._shown:
            self._to_chair(self._shown[name])
        elif self._listing:
            self._to_problem(self._listing.problems[int(name.removeprefix(_PROBLEM))])

    def action_intimacy(self) -> None:
        """Show scenarios about physical closeness, or hide them again; it is kept."""
        here = host(self)
        here.choose(show_intimacy=not here.prefs.show_intimacy)
        self._fill()

    def action_settings(self) -> None:
        """Open the settings."""
        from simulator.tui.screens.settings import SettingsScreen  # noqa: PLC0415

        self.app.push_screen(SettingsScreen())

    def action_close(self) -> None:
        """Close the program."""
        self.app.exit()

    @work(exclusive=True, group="going on")
    async def _go_on(self, play: str) -> None:
        """On with a talk; not by a key that was pressed before it was there to be chosen."""
        from simulator.tui.screens import resume  # noqa: PLC0415
        from simulator.tui.screens.tell import CANNOT_GO_ON, TellScreen  # noqa: PLC0415

        if self._clock() - self._offered_at < DEAF_SECONDS:
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
        if self._listing is None:
            return
        everything = host(self).prefs.show_intimacy
        shown = [head for head in self._listing.heads if everything or not head.is_intimate]
        self._shown = {head.id: head for head in shown}
        hidden = len(self._listing.heads) - len(shown)
        entries = [*self._offers(everything=everything)]
        entries += [(head.id, _entry(head)) for head in shown]
        entries += [(f"{_PROBLEM}{i}", _amiss(p)) for i, p in enumerate(self._listing.problems)]
        entries += [(_NOTE, _hidden(hidden))] if hidden else []
        choices = self.query_one(Choices)
        untouched = not choices.highlighted
        choices.fill(entries)
        if untouched:
            choices.go_to(None)
        if not entries:
            self.query_one(".details", Words).show(_EMPTY)
        self._say_notices()

    def _offers(self, *, everything: bool) -> "Iterator[tuple[str, Content]]":
        """Talks to go on with; one about physical closeness only where such things are shown."""
        seen = [one for one in self._unfinished if everything or not one.is_intimate]
        offered = {f"{_PLAY}{one.id}": one for one in seen[:_MOST_OFFERED]}
        if offered.keys() - self._offered.keys():
            self._offered_at = self._clock()
        self._offered = offered
        return ((name, _offer(one)) for name, one in offered.items())

    def _say_notices(self) -> None:
        notices = (*host(self).notices, *self._trouble)
        if notices != self._noted:
            self._noted = notices
            self.query_one(".intro", Words).show("\n".join((_ASK, *notices)))


def _read() -> "Listing":
    from simulator.scenario.library import Listing, Problem, list_library  # noqa: PLC0415

    try:
        return list_library()
    except OSError as error:
        problem = Problem("no-library", "The library", error.strerror or str(error))
        return Listing((), (problem,))


def _look(keeping: "Keeping") -> "tuple[tuple[Unfinished, ...], tuple[str, ...]]":
    """The talks that can go on, and what keeps talks from being kept, in words."""
    from simulator.journal.errors import JournalError  # noqa: PLC0415
    from simulator.practice.keeping import told  # noqa: PLC0415
    from simulator.tui import opening  # noqa: PLC0415

    try:
        return opening.unfinished(keeping), ()
    except JournalError as error:
        return (), (f"Talks cannot be kept now. {told(error)}",)


def _offer(one: "Unfinished") -> Content:
    return Content.assemble(
        content("Go on: ", "bold $secondary"),
        content(one.title, "bold"),
        "\n",
        content(" · ".join(one.facts), "$quiet"),
    )


def _about(one: "Unfinished") -> Content:
    need_not = _NEED_NOT.format(id=one.id[:8])
    return Content.assemble(content(_UNFINISHED), "\n", content(need_not, "$quiet"))


def _entry(head: "Head") -> Content:
    start = ("  start here", "$secondary") if head.kind == "tutorial" else ""
    facts = " · ".join(words.facts(head.relationship, head.minutes, head.level, head.content_notes))
    return Content.assemble(content(head.title, "bold"), start, "\n", content(facts, "$quiet"))


def _amiss(problem: "Problem") -> Content:
    name = problem.file.replace("\\", "/").rpartition("/")[2]
    return Content.assemble(
        content(f"! {name}", "bold $warning"),
        "\n",
        content("It cannot be opened. Choose it to see why.", "$quiet"),
    )


def _hidden(count: int) -> Content:
    what = "1 scenario" if count == 1 else f"{count} scenarios"
    return content(f"{what} about physical closeness kept out of sight; i shows it.", "$quiet")


def details(head: "Head") -> Content:
    """What a scenario is about, and whom one can be in it."""
    names = dict(head.names)
    chairs = ", or ".join(f"{names[role]}, who {words.DOES[role]}" for role in head.roles)
    return Content.assemble(content(head.summary), "\n", content(f"You can be {chairs}.", "$quiet"))
