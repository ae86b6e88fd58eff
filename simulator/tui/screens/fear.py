"""The page about fear: read once before the library, and part of the safety page ever after."""

from typing import ClassVar

from simulator.practice import words
from simulator.tui.host import host
from simulator.tui.screens.start_page import StartPage


class FearScreen(StartPage):
    """Asks nothing. That the pages were read is kept only once somebody goes on."""

    goes_on: ClassVar[str] = "to the practice"

    def __init__(self) -> None:
        super().__init__(words.FEAR)

    def go_on(self) -> None:
        """To what the program was opened for."""
        host(self).choose(terms_accepted=True)
        self.dismiss(None)
