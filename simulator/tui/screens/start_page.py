"""A page one reads to its end, at the first start."""

from typing import ClassVar

from textual.binding import BindingType

from simulator.language import N_
from simulator.tui.keys import bind
from simulator.tui.screens.page import PageScreen, Reading
from simulator.tui.widgets.keybar import LEAVE, SAFETY, Key, KeyBar


class StartPage(PageScreen):
    """A page one reads to its end and then goes on from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("page.on", "go_on", priority=True),
    ]
    goes_on: ClassVar[str] = N_("go on")
    """what going on means, marked"""

    def on_mount(self) -> None:
        """Say in the keys whether there is more to read."""
        reading = self.query_one(Reading)
        self.watch(reading, "scroll_y", self._show_keys, init=False)
        self.watch(reading, "virtual_size", self._show_keys, init=False)
        self.call_after_refresh(self._show_keys)

    def on_resize(self) -> None:
        """A smaller window holds less."""
        self.call_after_refresh(self._show_keys)

    def action_go_on(self) -> None:
        """Read on, or go on where all was read."""
        reading = self.query_one(Reading)
        if reading.has_more:
            reading.scroll_page_down(animate=False)
        else:
            self.go_on()

    def action_back(self) -> None:
        """A single Esc leads nowhere from here; twice leaves."""

    def go_on(self) -> None:
        """What comes after this page."""
        raise NotImplementedError

    def _show_keys(self) -> None:
        does = N_("read on") if self.query_one(Reading).has_more else self.goes_on
        self.query_one(KeyBar).show(Key("Enter", does, "screen.go_on"), SAFETY, LEAVE)
