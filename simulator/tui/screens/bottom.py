"""What stands at the bottom of the stack where the program was opened for one talk."""

from textual.app import ComposeResult
from textual.screen import Screen

from simulator.language import _
from simulator.tui.host import host
from simulator.tui.widgets.keybar import HELP, LEAVE, SAFETY, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words


class BottomScreen(Screen[None]):
    """A line to look at, and then the talk; `go` finds it."""

    def __init__(self) -> None:
        super().__init__()
        self._gone_on = False

    def compose(self) -> ComposeResult:
        """A line to look at while files are read."""
        yield TopBar()
        yield Words(_("Opening the talk …"), classes="quiet intro")
        yield KeyBar(HELP, SAFETY, LEAVE)

    def on_screen_resume(self) -> None:
        """Go on once there is something to look at and the pages of a first start are read."""
        if host(self).prefs.terms_accepted and not self._gone_on:
            self._gone_on = True
            self.call_after_refresh(self.go)

    def go(self) -> object:
        """To the talk, or wherever it leads if there is none."""
        raise NotImplementedError
