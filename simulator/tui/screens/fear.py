"""The page about fear: read once before the library, and part of the safety page ever after."""

from typing import ClassVar

from simulator.language import N_
from simulator.practice import words
from simulator.practice.keys import labels
from simulator.practice.settings import Settings
from simulator.tui.host import host
from simulator.tui.screens.start_page import StartPage


class FearScreen(StartPage):
    """Asks nothing. That the pages were read is kept only once somebody goes on."""

    goes_on: ClassVar[str] = N_("to the practice")

    def __init__(self, prefs: Settings) -> None:
        key = labels(["app.safety"], prefs.keys)
        super().__init__(words.FEAR.with_safety_key(key))

    def go_on(self) -> None:
        """To what the program was opened for."""
        host(self).choose(terms_accepted=True)
        self.dismiss(None)
