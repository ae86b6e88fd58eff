"""The turns of a talk, to go back to one of them."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.dialogue.conversation import Turn
from simulator.language import N_, _
from simulator.partner.stances import level_of
from simulator.practice.sitting import Sitting
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.over import BackTo
from simulator.tui.widgets.keybar import BACK, HELP, LEAVE, Key, KeyBar
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.speech import offer_content
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content

_BACK = N_(
    "Choose a reply. The talk goes back to just before it, and you can say something else. What came "
    "after it is taken back."
)
_BESIDE = N_(
    "Choose a reply. You play on from just before it in another way; the talk you had stays as it "
    "is, and stands beside it to compare."
)


class TurnsScreen(Screen[BackTo]):
    """Every reply given; gives how many turns stay before the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("page.back", "back"),
    ]
    DEFAULT_CSS = """
    TurnsScreen {
        Words { margin: 1 2; height: auto; max-width: 76; }
        Numbered { height: 1fr; margin: 0 2; max-width: 84; scrollbar-size-vertical: 1; }
    }
    """

    def __init__(self, sitting: Sitting, *, keeps: bool = False) -> None:
        """`keeps`: the talk stays as it is, and another is played beside it."""
        super().__init__()
        self._sitting = sitting
        self._keeps = keeps

    def compose(self) -> ComposeResult:
        """What to do, and the turns."""
        yield TopBar(_("What if") if self._keeps else _("Go back to a turn"))
        yield Words(_(_BESIDE) if self._keeps else _(_BACK))
        yield Numbered(self._entries())
        does = N_("play on from it") if self._keeps else N_("go back to it")
        keys = Key("↑↓ Enter", does, ids=("list.up", "list.down", "list.choose"))
        yield KeyBar(keys, BACK, HELP, LEAVE)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Back to before this reply."""
        event.stop()
        self.dismiss(BackTo(event.option_index))

    def action_back(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

    def _entries(self) -> Iterator[tuple[str, Content]]:
        name = self._sitting.partner.name
        numbers = host(self).prefs.meters == "numbers"
        for turn in self._sitting.turns:
            yield f"turn-{turn.number}", _entry(turn, name, numbers=numbers)


def _entry(turn: Turn, name: str, *, numbers: bool) -> Content:
    words = _("{name} was {stance}, tension {tension}") if numbers else _("{name} was {stance}")
    stance, tension = _(level_of(turn.before.stance).name), turn.before.tension
    stood = words.format(name=name, stance=stance, tension=tension)
    return offer_content(turn.you) + content(f"\n{stood}", "$quiet")
