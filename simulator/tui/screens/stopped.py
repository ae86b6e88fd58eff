"""The page where a talk stops because a reply crossed the line."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.practice.words import CROSSED
from simulator.tui.screens.page import PageScreen
from simulator.tui.widgets.keybar import LEAVE, Key
from simulator.tui.widgets.words import Words


class StoppedScreen(PageScreen):
    """No meters, no points, no way back into the talk; the safety page, and then home."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.safety", "safety page"),
        Binding("h", "back", "home"),
    ]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("Enter", "safety page", "app.safety"),
        Key("h", "home", "screen.back"),
        LEAVE,
    )

    def __init__(self) -> None:
        super().__init__(CROSSED)

    def body(self) -> Iterable[Static]:
        """Why it stops, and where to turn."""
        yield from super().body()
        yield Words("Enter opens the safety page. After it, h goes home.", classes="quiet")
