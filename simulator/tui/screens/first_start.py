"""The first start: the terms in plain words, once, and then the page about fear."""

from simulator.practice import words
from simulator.tui.host import host
from simulator.tui.screens.fear import FearScreen
from simulator.tui.screens.start_page import StartPage


class TermsScreen(StartPage):
    """What this is, and four things it is not."""

    def __init__(self) -> None:
        super().__init__(words.TERMS)

    def go_on(self) -> None:
        """To the page about fear."""
        self.app.switch_screen(FearScreen(host(self).prefs))
