"""Every part of the debrief, to go to one of them or to leave."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.language import N_, _
from simulator.practice import debrief_words as words
from simulator.practice.debrief_words import Part, title_of
from simulator.tui.keys import bind
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import BACK, HELP, LEAVE, Key, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import content

HOME = "home"


class StepsScreen(Screen[int]):
    """Gives the place of the part that was chosen; one past the last for the close look, and −1
    for home."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("page.back", "back"),
    ]
    DEFAULT_CSS = "StepsScreen Choices { margin-top: 1; }"

    def __init__(self, parts: tuple[Part, ...], at: int) -> None:
        super().__init__()
        self._parts, self._at = parts, at

    def compose(self) -> ComposeResult:
        """The parts, the close look, and home."""
        yield TopBar(_("The parts of this debrief"))
        yield Choices(self._entries())
        there = Key("↑↓ Enter", N_("go there"), ids=("list.up", "list.down", "list.choose"))
        yield KeyBar(there, BACK, HELP, LEAVE)

    def on_mount(self) -> None:
        """Begin where one was."""
        self.query_one(Choices).highlighted = self._at

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """To this part."""
        event.stop()
        self.dismiss(-1 if event.option_id == HOME else event.option_index)

    def action_back(self) -> None:
        """To the part one was at."""
        self.dismiss(None)

    def _entries(self) -> Iterator[tuple[str, Content]]:
        for number, part in enumerate(self._parts, 1):
            yield part.value, content(f"{number}  ", "bold $you") + content(title_of(part))
        yield "close", content("   " + _(words.CLOSER))
        yield HOME, content("   " + _("Enough: home"))
