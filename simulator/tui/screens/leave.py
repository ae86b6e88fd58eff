"""Leaving a talk, after asking."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList

from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.words import Words, content

STAY, GO = "stay", "go"


class LeaveScreen(ModalScreen[bool]):
    """Asks once, and says that a play is not kept. True: leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "stay", "stay"),
        Binding("y", "go", "leave"),
    ]
    DEFAULT_CSS = """
    LeaveScreen {
        align: center middle;
        #box { width: 56; max-width: 100%; height: auto; padding: 1 2;
               background: $panel; border: round $rule; }
        Words { height: auto; margin-bottom: 1; }
        Numbered, Numbered:focus { background: $panel; }
    }
    """

    def compose(self) -> ComposeResult:
        """The question and its two answers; staying comes first."""
        with Vertical(id="box"):
            yield Words("Leave this talk?", classes="heading")
            yield Words("A talk is not kept. Once you leave, it cannot be picked up again.")
            yield Numbered([(STAY, content("Stay")), (GO, content("Leave the talk"))])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """One of the two."""
        event.stop()
        self.dismiss(event.option.id == GO)

    def action_stay(self) -> None:
        """Go on with the talk."""
        self.dismiss(False)  # noqa: FBT003 (the screen's result)

    def action_go(self) -> None:
        """Leave it."""
        self.dismiss(True)  # noqa: FBT003 (the screen's result)
