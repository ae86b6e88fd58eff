"""Asked before something that was typed goes, or before something that cannot be undone."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList

from simulator.language import N_, _
from simulator.tui.keys import bind
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.words import Words, content

LEAVE_PAGE = N_("Leave this page?")
TYPED = N_("What you wrote here is not kept until you are done with the page.")
_STAY, _GO = "stay", "go"


class SureScreen(ModalScreen[bool]):
    """True: go on with it. Staying comes first."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("sure.stay", "stay"), bind("sure.go", "go")]
    DEFAULT_CSS = """
    SureScreen {
        align: center middle;
        #box { width: 56; max-width: 100%; height: auto; padding: 1 2;
               background: $panel; border: round $rule; }
        Words { height: auto; margin-bottom: 1; }
        Numbered, Numbered:focus { background: $panel; }
    }
    """

    def __init__(self, title: str, words: str, stay: str, go: str) -> None:
        """All of it in words."""
        super().__init__()
        self._title, self._words, self._stay, self._go = title, words, stay, go

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        with Vertical(id="box"):
            yield Words(self._title, classes="heading")
            yield Words(self._words)
            yield Numbered([(_STAY, content(self._stay)), (_GO, content(self._go))])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """One of the two."""
        event.stop()
        self.dismiss(event.option_id == _GO)

    def action_stay(self) -> None:
        """Stay."""
        self.dismiss(result=False)

    def action_go(self) -> None:
        """Go."""
        self.dismiss(result=True)


def leave_page() -> SureScreen:
    """Asks whether what was typed may go."""
    return SureScreen(_(LEAVE_PAGE), _(TYPED), _("Stay"), _("Leave it"))
