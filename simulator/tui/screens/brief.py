"""Who you are in this talk and what you know; before it, and again at any time."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.practice.sitting import Sitting
from simulator.practice.words import REACHES, Page
from simulator.tui.screens.page import PageScreen
from simulator.tui.widgets.keybar import HELP, LEAVE, Key
from simulator.tui.widgets.words import Words

FIRST_WORDS = "There is no clock. Any reply can be taken back, and you can leave at any moment."


class BriefScreen(PageScreen):
    """The brief of the player's role. Closing it goes to the talk."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,b", "back", "to the talk")]
    DEFAULT_CSS = "BriefScreen #who { color: $quiet; }"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("Enter", "to the talk", "screen.back"),
        HELP,
        Key("s", "safety", "app.safety"),
        LEAVE,
    )

    def __init__(self, sitting: Sitting, *, first: bool) -> None:
        super().__init__(Page(sitting.title, ()))
        self._sitting = sitting
        self._first = first

    def body(self) -> Iterable[Static]:
        """Who you are, what you know and want."""
        sitting = self._sitting
        you, them = sitting.player.name, sitting.partner.name
        yield Words(
            f"{you} is the one {REACHES[sitting.role]}, "
            f"{them} the one {REACHES[sitting.partner_role]}.",
            id="who",
        )
        yield Words(sitting.brief)
        if self._first:
            yield Words(f"{FIRST_WORDS} t shows what {them} thinks.", classes="quiet")
