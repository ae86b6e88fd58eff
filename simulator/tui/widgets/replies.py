"""The replies: by number, by arrows and Enter, by mouse; deaf for the first half second."""

import time
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import OptionList

from simulator.dialogue.conversation import Offer
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.speech import offer_content
from simulator.tui.widgets.words import content

DEAF_SECONDS = 0.5
"""how long replies ignore keys after they appear, so that none is given by a key meant before"""
GO_ON = "go-on"
"""id of the one choice there is when the talk is over; no reply's id has a hyphen"""

Clock = Callable[[], float]
"""seconds, from any start"""


class Replies(Numbered):
    """The replies that can be given now, in the order in which they are offered.

    None is marked until an arrow marks it, so that Enter alone gives nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.page(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
    ]

    DEFAULT_CSS = "Replies { max-height: 50%; }"

    class Given(Message):
        """A reply was chosen, or `GO_ON` at the end."""

        def __init__(self, reply: str) -> None:
            super().__init__()
            self.reply = reply

    def __init__(self, *, clock: Clock = time.monotonic, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._clock = clock
        self._appeared = clock()

    @property
    def deaf(self) -> bool:
        """Whether keys and clicks are still ignored."""
        return self._clock() - self._appeared < DEAF_SECONDS

    def appear(self) -> None:
        """Ignore keys from now on, for half a second."""
        self._appeared = self._clock()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show these replies instead."""
        self.fill((offer.id, offer_content(offer)) for offer in offers)
        self.appear()

    def offer_end(self, words: str) -> None:
        """The talk is over: one choice, to go on, where Enter is enough."""
        self.fill([(GO_ON, content(words))])
        self.highlighted = 0
        self.appear()

    def on_key(self, event: Key) -> None:
        """A number too early is as if it had not been."""
        if self.deaf and event.key.isdecimal():
            event.stop()
            event.prevent_default()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A number, Enter or a click; once one is given, no other until the next appear."""
        event.stop()
        if event.option.id is not None and not self.deaf:
            self.appear()
            self.post_message(self.Given(event.option.id))
