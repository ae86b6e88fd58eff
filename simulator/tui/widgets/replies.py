"""The replies: by number, by arrows and Enter, by mouse; deaf for the first half second.

In the same place: the stillness after an answer, the question how it landed, the way to the end.
"""

import time
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click, Key
from textual.message import Message
from textual.widgets import OptionList

from simulator.coach.landing import Landing
from simulator.dialogue.conversation import Offer
from simulator.tui.keys import bind
from simulator.tui.widgets.guess import SKIP, chosen, entries
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.speech import offer_content
from simulator.tui.widgets.words import content

DEAF_SECONDS = 0.5
"""how long replies ignore keys after they appear, so that none is given by a key meant before"""
GO_ON = "go-on"
"""id of the one choice there is when the talk is over; no reply's id has a hyphen"""
_STILL = "-still"
_ON = frozenset({"enter", "space", "escape"})
"""keys that mean: go on"""

Clock = Callable[[], float]
"""seconds, from any start"""


class Replies(Numbered):
    """The replies that can be given now, in the order in which they are offered.

    None is marked until an arrow marks it, so that Enter alone gives nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("play.earlier", "screen.page(-1)"),
        bind("play.later", "screen.page(1)"),
    ]

    DEFAULT_CSS = "Replies { max-height: 50%; &.-still { min-height: 5; } }"

    class Given(Message):
        """A reply was chosen, or `GO_ON` at the end."""

        def __init__(self, reply: str) -> None:
            super().__init__()
            self.reply = reply

    class GoneOn(Message):
        """The player does not want to be still any longer."""

    class Guessed(Message):
        """How the last reply landed, as the player thinks; `None` where they do not say."""

        def __init__(self, guess: Landing | None) -> None:
            super().__init__()
            self.guess = guess

    def __init__(self, *, clock: Clock = time.monotonic, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._clock = clock
        self._appeared = clock()
        self._asks = False

    @property
    def deaf(self) -> bool:
        """Whether keys and clicks are still ignored."""
        return self._clock() - self._appeared < DEAF_SECONDS

    def appear(self) -> None:
        """Ignore keys from now on, for half a second."""
        self._appeared = self._clock()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show these replies instead."""
        self._become(asks=False)
        self.fill((offer.id, offer_content(offer)) for offer in offers)

    def offer_end(self, words: str) -> None:
        """The talk is over: one choice, to go on, where Enter is enough."""
        self._become(asks=False)
        self.fill([(GO_ON, content(words))])
        self.highlighted = 0

    def be_still(self) -> None:
        """Show nothing for a while, in the room that the question takes."""
        self._become(asks=False, still=True)
        self.clear_options()

    def ask(self) -> None:
        """Ask how the last reply landed."""
        self._become(asks=True)
        self.set_options(entries())

    def skip(self) -> None:
        """Do not say how it landed; as every answer, not in the first half second."""
        if self._asks and not self.deaf:
            self._answer(SKIP)

    def on_key(self, event: Key) -> None:
        """A number too early is as if it had not been."""
        if event.key in _ON and self.has_class(_STILL):
            event.stop()
            self.post_message(self.GoneOn())
        elif event.key == "escape" and self._asks:
            event.stop()
            self.skip()
        elif event.key.isdecimal() and (self.deaf or self._asks):
            event.stop()
            event.prevent_default()
            self._numbered(int(event.key))

    def on_click(self, _: Click) -> None:
        """A click ends the stillness too."""
        if self.has_class(_STILL):
            self.post_message(self.GoneOn())

    def action_select(self) -> None:
        """Enter chooses what an arrow has marked; where nothing is marked, it skips a question."""
        if self._asks and self.highlighted is None:
            self.skip()
        else:
            super().action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A number, Enter or a click; once one is given, no other until the next appear."""
        event.stop()
        if event.option.id is None or self.deaf:
            return
        if self._asks:
            self._answer(event.option.id)
        else:
            self.appear()
            self.post_message(self.Given(event.option.id))

    def _numbered(self, number: int) -> None:
        """The answer of this number; 0 is the last, which skips."""
        if self._asks and not self.deaf and number < self.option_count:
            self._answer(self.options[number - 1].id)

    def _answer(self, entry: str | None) -> None:
        self.appear()
        self.post_message(self.Guessed(chosen(entry)))

    def _become(self, *, asks: bool, still: bool = False) -> None:
        self._asks = asks
        self.set_class(still, _STILL)
        self.appear()
