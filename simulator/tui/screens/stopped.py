"""The page where a talk stops because a reply crossed the line."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Static

from simulator.language import N_, _
from simulator.practice.keys import labels
from simulator.practice.words import CROSSED
from simulator.tui.host import prefs_of
from simulator.tui.keys import bind
from simulator.tui.screens.page import PageScreen
from simulator.tui.widgets.keybar import LEAVE, Key
from simulator.tui.widgets.words import Words


class StoppedScreen(PageScreen):
    """No meters, no points, no way back into the talk; the safety page, and then home."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("stopped.safety", "app.safety"),
        bind("stopped.home", "back"),
    ]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("Enter", N_("safety page"), "app.safety", ("stopped.safety",)),
        Key("h", N_("home"), "screen.back", ("stopped.home",)),
        LEAVE,
    )

    def __init__(self) -> None:
        super().__init__(CROSSED)

    def body(self) -> Iterable[Static]:
        """Why it stops, and where to turn."""
        yield from super().body()
        chosen = prefs_of(self).keys
        text = _("{safety} opens the safety page. After it, {home} goes home.").format(
            safety=labels(["stopped.safety"], chosen), home=labels(["stopped.home"], chosen)
        )
        yield Words(text, classes="quiet")
