"""Talks that came to their end, each to be looked back on."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.language import N_, _
from simulator.tui import opening
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.over import BackTo, PlayOver
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import BACK, CHOOSE, HELP, LEAVE, SAFETY, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content

if TYPE_CHECKING:
    from simulator.practice.keeping import Keeping
    from simulator.practice.settings import Settings
    from simulator.practice.sitting import Sitting
    from simulator.practice.talks_had import Had
    from simulator.practice.words import Page

CANNOT_OPEN = N_("This talk cannot be opened")
_NONE = N_("No talk has come to its end yet.")
_ASK = N_("Which talk would you like to look back on?")
_LOOKING = N_("Looking through your talks …")


class TalksScreen(Screen[None]):
    """The latest first; one is opened as its debrief."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("page.back", "back")]

    def compose(self) -> ComposeResult:
        """The question, and the talks."""
        yield TopBar()
        yield Words(_(_LOOKING), classes="heading intro")
        yield Choices()
        yield KeyBar(CHOOSE, BACK, HELP, SAFETY, LEAVE)

    def on_mount(self) -> None:
        """Begin to read."""
        self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        here = host(self)
        found = await asyncio.to_thread(_talks, here.keeping)
        if not found or isinstance(found, str):
            self.query_one(".intro", Words).show(found if isinstance(found, str) else _(_NONE))
            return
        self.query_one(".intro", Words).show(_(_ASK))
        self.query_one(Choices).fill((one.id, _entry(one, here.prefs)) for one in found)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Look back on this one."""
        self._open(str(event.option_id))

    @work(exclusive=True, group="opening")
    async def _open(self, play: str) -> None:
        from simulator.tui.screens.page import PageScreen  # noqa: PLC0415 - on demand
        from simulator.tui.screens.tell import TellScreen  # noqa: PLC0415 - on demand

        found = await asyncio.to_thread(_opened, play, host(self).keeping)
        if isinstance(found, str):
            self.app.push_screen(TellScreen(CANNOT_OPEN, found))
        elif isinstance(found, tuple):
            self.app.push_screen(PageScreen(found))
        else:
            self._look_back(found)

    def _look_back(self, sitting: "Sitting") -> None:
        from simulator.tui.screens.debrief import DebriefScreen  # noqa: PLC0415 - once a talk is over

        def over(result: PlayOver | BackTo | None) -> None:
            if isinstance(result, PlayOver):
                _go(self, sitting, result)

        self.app.push_screen(DebriefScreen(sitting, past=True), over)

    def action_back(self) -> None:
        """To the screen before."""
        self.dismiss(None)


def _go(screen: Screen[None], sitting: "Sitting", over: PlayOver) -> None:
    """Another evening, the other chair, or home."""
    here = host(screen)
    match over.next:
        case "again":
            here.open_play(opening.again(sitting, over.temperament))
        case "other_chair":
            here.open_play(opening.other_chair(sitting))
        case _:
            here.go_home()


def _talks(keeping: "Keeping | None") -> "tuple[Had, ...] | str":
    """The talks, or why they cannot be read."""
    from simulator.journal.errors import JournalError  # noqa: PLC0415 - heavy
    from simulator.practice.keeping import told  # noqa: PLC0415 - heavy
    from simulator.practice.places import may_hold_talks  # noqa: PLC0415 - heavy
    from simulator.practice.talks_had import talks_had  # noqa: PLC0415 - heavy

    try:
        return keeping.ask(talks_had).result() if keeping and may_hold_talks() else ()
    except JournalError as error:
        return told(error)


def _opened(play: str, keeping: "Keeping | None") -> "Sitting | Page | str":
    """The talk, or why it cannot be opened."""
    from simulator.journal.errors import JournalError  # noqa: PLC0415 - heavy
    from simulator.practice.keeping import told  # noqa: PLC0415 - heavy
    from simulator.practice.talks_had import opened  # noqa: PLC0415 - heavy

    if keeping is None:
        return _("No talk is kept here.")
    try:
        return opened(play, keeping)
    except JournalError as error:
        return told(error)
    except LookupError:
        return _("It is no longer kept.")


def _entry(one: "Had", prefs: "Settings") -> Content:
    named = not prefs.discreet and (prefs.show_intimacy or not one.is_intimate)
    title = one.title if named else _("A talk")
    facts = " · ".join(one.facts(named=named))
    return Content.assemble(content(title, "bold"), "\n", content(facts, "$quiet"))
