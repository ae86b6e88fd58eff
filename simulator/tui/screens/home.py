"""Home: the library, the tutorial first.

The list is read from the heads of the files, in a thread, once the first frame is on screen; what
playing needs is loaded after that.
"""

import asyncio
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
    from simulator.scenario.head import Head
    from simulator.scenario.library import Listing, Problem

_ASK = "What would you like to practise?"
_EMPTY = "There are no scenarios here. `simulator list` says where your own ones go."
_NOTE = "note"
_PROBLEM = "problem:"


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

    def __init__(self) -> None:
        super().__init__()
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
        """Load what opening a scenario needs, so that it is there when one is chosen."""
        from simulator.tui import opening  # noqa: PLC0415

        await asyncio.to_thread(opening.warm)

    @on(OptionList.OptionHighlighted)
    def tell(self, event: OptionList.OptionHighlighted) -> None:
        """Say more of the entry one is at."""
        head = self._shown.get(str(event.option_id))
        self.query_one(".details", Words).show(details(head) if head else "")

    @on(OptionList.OptionSelected)
    def open(self, event: OptionList.OptionSelected) -> None:
        """Open a scenario, or the page that says why it cannot be."""
        name = str(event.option_id)
        if name == _NOTE:
            self.action_intimacy()
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
        entries = [(head.id, _entry(head)) for head in shown]
        entries += [(f"{_PROBLEM}{i}", _amiss(p)) for i, p in enumerate(self._listing.problems)]
        entries += [(_NOTE, _hidden(hidden))] if hidden else []
        self.query_one(Choices).fill(entries)
        if not entries:
            self.query_one(".details", Words).show(_EMPTY)
        self._say_notices()

    def _say_notices(self) -> None:
        notices = host(self).notices
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
