"""One question, what it is about, and the answers to it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from simulator.tui.keys import bind
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import BACK, CHOOSE, HELP, LEAVE, SAFETY, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words


class Asks(Screen[None]):
    """One question and the answers to it."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("page.back", "back")]

    def __init__(self, title: str, about: Content, ask: str, answers: list[tuple[str, Content]]):
        super().__init__()
        self._title, self._about, self._ask, self._answers = title, about, ask, answers

    def compose(self) -> ComposeResult:
        """What it is about, the question, the answers."""
        yield TopBar(self._title)
        yield Words(self._about, classes="intro")
        yield Words(self._ask, classes="heading intro")
        yield Choices(self._answers)
        yield KeyBar(CHOOSE, BACK, HELP, SAFETY, LEAVE)

    def action_back(self) -> None:
        """To the screen before."""
        self.dismiss(None)
