"""The turns of a talk, to go back to one of them."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.dialogue.conversation import Turn
from simulator.partner.stances import level_of
from simulator.practice.sitting import Sitting
from simulator.tui.over import BackTo
from simulator.tui.widgets.keybar import HELP, LEAVE, Key, KeyBar
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.speech import offer_content
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content

_ASK = (
    "Choose a reply. The talk goes back to just before it, and you can say something else. What came "
    "after it is taken back."
)


class TurnsScreen(Screen[BackTo]):
    """Every reply given; choosing one takes the talk back to before it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "back")]
    DEFAULT_CSS = """
    TurnsScreen {
        Words { margin: 1 2; height: auto; max-width: 76; }
        Numbered { height: 1fr; margin: 0 2; max-width: 84; scrollbar-size-vertical: 1; }
    }
    """

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting

    def compose(self) -> ComposeResult:
        """What to do, and the turns."""
        yield TopBar("Go back to a turn")
        yield Words(_ASK)
        yield Numbered(self._entries())
        yield KeyBar(
            Key("↑↓ Enter", "go back to it"), Key("Esc", "back", "screen.back"), HELP, LEAVE
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Back to before this reply."""
        event.stop()
        self.dismiss(BackTo(event.option_index))

    def action_back(self) -> None:
        """Back to the ending."""
        self.dismiss(None)

    def _entries(self) -> Iterator[tuple[str, Content]]:
        name = self._sitting.partner.name
        for turn in self._sitting.turns:
            yield f"turn-{turn.number}", _entry(turn, name)


def _entry(turn: Turn, name: str) -> Content:
    stood = f"\n{name} was {level_of(turn.before.stance).name}, tension {turn.before.tension}"
    return offer_content(turn.you) + content(stood, "$quiet")
