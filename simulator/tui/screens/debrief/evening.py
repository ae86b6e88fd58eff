"""Another evening with a partner who takes things otherwise, as far as the scenario allows it."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.dialogue.setup import options
from simulator.language import _
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.practice.sitting import Sitting
from simulator.practice.words import TEMPERS
from simulator.tui.keys import bind
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import BACK, CHOOSE, HELP, LEAVE, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content


class EveningScreen(Screen[str]):
    """How the partner takes things another evening; gives the temperament's id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("page.back", "back"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting

    def compose(self) -> ComposeResult:
        """The question, and who the partner can be."""
        name = self._sitting.partner.name
        yield TopBar(_("Another evening"))
        yield Words(_("How does {name} take things?").format(name=name), classes="heading intro")
        yield Choices(self._entries())
        yield KeyBar(CHOOSE, BACK, HELP, LEAVE)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        event.stop()
        self.dismiss(str(event.option_id))

    def action_back(self) -> None:
        """To the choice before."""
        self.dismiss(None)

    def _entries(self) -> Iterator[tuple[str, Content]]:
        for name in tempers(self._sitting):
            before = name == self._sitting.setup.temperament
            mark = content("  " + _("as in this talk"), "$secondary") if before else Content("")
            title = content(_(TEMPERAMENTS[name].name).capitalize(), "bold")
            yield name, title + mark + content(f"\n{TEMPERS[name]}", "$quiet")


def tempers(sitting: Sitting) -> tuple[str, ...]:
    """The ids of the temperaments this talk's partner may have."""
    return options(sitting.scenario, sitting.role).temperaments
