"""Something one has to know before going on."""

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

NOT_KEPT = N_("Not being kept")
CHANGED = N_("The scenario was changed")
CANNOT_GO_ON = N_("This talk cannot go on")


class TellScreen(ModalScreen[None]):
    """Says it once, over what is open."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("tell.on", "go_on")]
    DEFAULT_CSS = """
    TellScreen {
        align: center middle;
        #box { width: 60; max-width: 100%; height: auto; max-height: 100%; padding: 1 2;
               background: $panel; border: round $rule; overflow-y: auto; }
        Words { height: auto; margin-bottom: 1; }
        Numbered, Numbered:focus { background: $panel; }
    }
    """

    def __init__(self, title: str, words: str) -> None:
        """`title` is marked; `words` are shown as they are."""
        super().__init__()
        self._title = title
        self._words = words

    def compose(self) -> ComposeResult:
        """The words, and one way on."""
        with Vertical(id="box"):
            yield Words(_(self._title), classes="heading")
            yield Words(self._words)
            yield Numbered([("on", content(_("Go on")))])

    def on_mount(self) -> None:
        """Enter is enough."""
        self.query_one(Numbered).highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Read."""
        event.stop()
        self.dismiss(None)

    def action_go_on(self) -> None:
        """Read."""
        self.dismiss(None)
