"""Something to read, and beneath it what can be done about it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from simulator.language import N_
from simulator.tui.keys import bind
from simulator.tui.screens.homework.working import Working
from simulator.tui.screens.page import Reading
from simulator.tui.widgets.keybar import BACK, CHOOSE, HELP, LEAVE, SAFETY, Key, KeyBar
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.topbar import TopBar

_PAGES = Key("PgDn", N_("read"), "screen.page(1)", ("beside.page_down",))
_NARROW = 60


class Read(Reading, can_focus=False):
    """What is read; the keys stay with the list."""


class BesideScreen(Working):
    """A page over a list; page up and down read, all else chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("page.back", "back"),
        bind("beside.page_up", "page(-1)", priority=True),
        bind("beside.page_down", "page(1)", priority=True),
    ]
    DEFAULT_CSS = """
    BesideScreen Numbered { max-height: 50%; }
    BesideScreen.-narrow Numbered { max-height: 55%; }
    """
    AUTO_FOCUS = "Numbered"

    def compose(self) -> ComposeResult:
        """What is read, the list, the keys."""
        yield TopBar(self.where)
        yield Read()
        yield Numbered()
        yield self.notice()
        yield KeyBar(*self._keys())

    @property
    def where(self) -> str:
        """Where one is, for the top line."""
        return ""

    def chosen(self, name: str) -> None:
        """Something of the list was chosen."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Other keys fit."""
        self.query_one(KeyBar).show(*self._keys())

    def action_back(self) -> None:
        """To the screen before."""
        if not self.busy:
            self.dismiss(None)

    def action_page(self, direction: int) -> None:
        """Read on, or back."""
        reading = self.query_one(Read)
        reading.scroll_relative(y=direction * max(1, reading.size.height - 2), animate=False)

    async def draw(self, body: Iterable[Widget], entries: Iterable[tuple[str, Content]]) -> None:
        """Show this text and this list; a reader keeps their place."""
        reading, listed = self.query_one(Read), self.query_one(Numbered)
        at, top = listed.highlighted, reading.scroll_y
        with self.app.batch_update():
            await reading.remove_children()
            await reading.mount_all(body)
            listed.fill(entries)
            if listed.option_count:
                listed.highlighted = min(at or 0, listed.option_count - 1)
        self.call_after_refresh(reading.scroll_to, y=top, animate=False)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if not self.busy:
            self.chosen(str(event.option_id))

    def _keys(self) -> tuple[Key, ...]:
        if self.app.size.width < _NARROW:
            return (CHOOSE, BACK, HELP, LEAVE)
        return (CHOOSE, _PAGES, BACK, HELP, SAFETY, LEAVE)
