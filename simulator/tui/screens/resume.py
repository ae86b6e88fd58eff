"""On with a talk that was broken off, from home or as the command line asked."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.language import N_, _
from simulator.practice.safe import shown
from simulator.tui import opening
from simulator.tui.host import host
from simulator.tui.screens.asks import Asks
from simulator.tui.screens.bottom import BottomScreen
from simulator.tui.screens.page import PageScreen
from simulator.tui.screens.tell import CHANGED, TellScreen
from simulator.tui.widgets.keybar import HELP, LEAVE, READ, SAFETY, Key
from simulator.tui.widgets.words import content

if TYPE_CHECKING:
    from simulator.practice.resuming import Edited, TakenUp

_MISUSED = 2
_HOW = N_("How would you like to go on?")
BEFORE, ANEW = "before", "anew"


async def taken_up(screen: Screen[None], play: str | None) -> "TakenUp | str":
    """How a talk can go on, or a sentence that says why it cannot."""
    from simulator.journal.errors import JournalError  # noqa: PLC0415
    from simulator.practice.keeping import told  # noqa: PLC0415
    from simulator.practice.resuming import NothingToResumeError  # noqa: PLC0415

    keeping = host(screen).keeping
    if keeping is None:
        return _("no talk is kept here")
    try:
        return await asyncio.to_thread(opening.take_up, keeping, play)
    except NothingToResumeError as error:
        return str(error)
    except JournalError as error:
        return told(error)


def go_on(screen: Screen[None], taken: "TakenUp") -> None:
    """To the talk, to the choice of a text, or to the page that shows how it was."""
    from simulator.practice.resuming import Edited, Shown  # noqa: PLC0415

    match taken:
        case Shown(page):
            screen.app.push_screen(PastScreen(page))
        case Edited():
            screen.app.push_screen(EditedScreen(taken, discreet=host(screen).prefs.discreet))
        case _:
            host(screen).open_play(taken.sitting, resumed=True)
            if taken.note:
                screen.app.push_screen(TellScreen(CHANGED, taken.note))


class PastScreen(PageScreen):
    """A talk that is only shown; from it one goes home."""

    keys: ClassVar[tuple[Key, ...]] = (
        READ,
        Key("Esc", N_("home"), "screen.back"),
        HELP,
        SAFETY,
        LEAVE,
    )

    @property
    def title_words(self) -> str:
        """The talk's title, or a neutral name."""
        return _("A talk") if host(self).prefs.discreet else self._page.title

    def action_back(self) -> None:
        """Home."""
        host(self).go_home()


class EditedScreen(Asks):
    """The scenario was changed since: on with the text as it was, or anew on the new one."""

    def __init__(self, edited: "Edited", *, discreet: bool) -> None:
        what, before, anew = edited.words
        title = "" if discreet else f"{edited.before.title}\n"
        about = content(title, "bold") + content(what)
        super().__init__("", about, _(_HOW), [(BEFORE, content(before)), (ANEW, content(anew))])
        self._edited = edited

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Go on as chosen."""
        if event.option_id == BEFORE:
            host(self).open_play(self._edited.before, resumed=True)
        else:
            self._begin_anew()

    def action_back(self) -> None:
        """Home."""
        host(self).go_home()

    @work(exclusive=True)
    async def _begin_anew(self) -> None:
        sitting = await asyncio.to_thread(self._edited.anew)
        host(self).open_play(sitting, resumed=bool(sitting.turns))


class ResumeScreen(BottomScreen):
    """Opened to go on with a talk that was broken off."""

    def __init__(self, play: str | None) -> None:
        super().__init__()
        self._play = play

    @work
    async def go(self) -> None:
        """To the talk, or out of the program with the reason why not."""
        taken = await taken_up(self, self._play)
        if isinstance(taken, str):
            self.app.exit(return_code=_MISUSED, message=Text(f"error: {shown(taken)}"))
        else:
            go_on(self, taken)
