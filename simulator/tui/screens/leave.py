"""Leaving a talk, after asking."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList

from simulator.language import N_, _
from simulator.practice.sitting import Sitting
from simulator.tui.keys import bind
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.words import Words, content

STAY, GO = "stay", "go"


_NOT_KEPT = N_("This talk is not kept. Once you leave, it cannot be picked up again.")
_NOTHING_YET = N_("You have given no reply yet, so there is nothing to pick up again.")
_OVER = N_("It is over, and it is kept.")
_KEPT = N_("It is kept. Home offers it again, and it goes on at the same line.")


def becomes_of(sitting: Sitting) -> str:
    """What becomes of a talk when one leaves it now."""
    if sitting.keeper is None or sitting.keeper.trouble:
        return _(_NOT_KEPT)
    if not sitting.turns:
        return _(_NOTHING_YET)
    return _(_OVER) if sitting.finished else _(_KEPT)


class LeaveScreen(ModalScreen[bool]):
    """Asks once, and says what becomes of the talk. True: leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave.stay", "stay"),
        bind("leave.go", "go"),
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

    def __init__(self, becomes: str) -> None:
        super().__init__()
        self._becomes = becomes

    def compose(self) -> ComposeResult:
        """The question and its two answers; staying comes first."""
        with Vertical(id="box"):
            yield Words(_("Leave this talk?"), classes="heading")
            yield Words(self._becomes)
            yield Numbered([(STAY, content(_("Stay"))), (GO, content(_("Leave the talk")))])

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
