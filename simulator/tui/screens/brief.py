"""Who you are in this talk and what you know; before it, and again at any time."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Static

from simulator.language import N_, _
from simulator.practice.keys import labels
from simulator.practice.sitting import Sitting
from simulator.practice.words import REACHES, Page
from simulator.tui.host import prefs_of
from simulator.tui.keys import bind
from simulator.tui.screens.page import PageScreen
from simulator.tui.widgets.keybar import HELP, LEAVE, SAFETY, Key
from simulator.tui.widgets.words import Words

FIRST_WORDS = N_("There is no clock. Any reply can be taken back, and you can leave at any moment.")
_FIRST_KEY = N_("{key} shows what {name} thinks.")


class BriefScreen(PageScreen):
    """The brief of the player's role. Closing it goes to the talk."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("brief.back", "back")]
    DEFAULT_CSS = "BriefScreen #who { color: $quiet; }"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("Enter", N_("to the talk"), "screen.back"),
        HELP,
        SAFETY,
        LEAVE,
    )

    def __init__(self, sitting: Sitting, *, first: bool) -> None:
        super().__init__(Page("", ()))
        self._sitting = sitting
        self._first = first

    @property
    def title_words(self) -> str:
        """The talk's title, or a neutral name."""
        return _("Before the talk") if prefs_of(self).discreet else self._sitting.title

    def body(self) -> Iterable[Static]:
        """Who you are, what you know and want."""
        sitting = self._sitting
        you, them = sitting.player.name, sitting.partner.name
        both = _("{you} is the one {your_way}, {them} the one {their_way}.").format(
            you=you,
            them=them,
            your_way=REACHES[sitting.role],
            their_way=REACHES[sitting.partner_role],
        )
        yield Words(both, id="who")
        yield Words(sitting.brief)
        if self._first:
            key = labels(["play.thoughts"], prefs_of(self).keys)
            shows = _(_FIRST_KEY).format(key=key, name=them)
            yield Words(f"{_(FIRST_WORDS)} {shows}", classes="quiet")
