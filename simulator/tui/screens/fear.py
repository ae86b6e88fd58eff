"""The page about fear: read once before the library, and part of the safety page ever after."""

from typing import TYPE_CHECKING, ClassVar, cast

from simulator.practice import words
from simulator.tui.screens.first_start import StartPage

if TYPE_CHECKING:
    from simulator.tui.app import DialogueApp


class FearScreen(StartPage):
    """Asks nothing. That the pages were read is kept only once somebody goes on."""

    goes_on: ClassVar[str] = "to the practice"

    def __init__(self) -> None:
        super().__init__(words.FEAR)

    def go_on(self) -> None:
        """To what the program was opened for."""
        cast("DialogueApp", self.app).choose(terms_accepted=True)
        self.dismiss(None)
