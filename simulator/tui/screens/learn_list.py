"""The pages to read, each with one line on what it is about."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.language import _
from simulator.practice import learning
from simulator.practice.learning import LearnPage
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.screens.learn import LearnScreen
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import BACK, CHOOSE, HELP, LEAVE, SAFETY, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content


class LearnListScreen(Screen[None]):
    """Every page by its title; one is opened over the list."""

    DEFAULT_CSS = "LearnListScreen .about { height: auto; color: $quiet; padding: 0 2 1 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [bind("page.back", "back")]

    def compose(self) -> ComposeResult:
        """What this is, and the list."""
        yield TopBar()
        yield Words(_("Pages to read"), classes="heading intro")
        yield Words(
            _("Each takes two minutes, in any order. Sources stand at the foot of the page."),
            classes="about",
        )
        yield Choices(_entry(page) for page in learning.pages(host(self).prefs.language))
        yield KeyBar(CHOOSE, BACK, HELP, SAFETY, LEAVE)

    @on(OptionList.OptionSelected)
    def open(self, event: OptionList.OptionSelected) -> None:
        """Open the page that was chosen."""
        self.app.push_screen(LearnScreen(str(event.option_id)))

    def action_back(self) -> None:
        """Close the list."""
        self.dismiss(None)


def _entry(page: LearnPage) -> tuple[str, Content]:
    return page.id, Content.assemble(
        content(page.title, "bold"), "\n", content(page.line, "$quiet")
    )
