"""What was said and done, each as one line of plain text."""

from typing import Protocol

from simulator.dialogue.conversation import Moment, Spoken
from simulator.language import _


class Given(Protocol):
    """What a reply is made of; absent parts are `None`."""

    @property
    def say(self) -> str | None:
        """What is said."""

    @property
    def does(self) -> str | None:
        """What is done."""

    @property
    def text(self) -> str | None:
        """What is written."""


def offer_words(offer: Given) -> str:
    """A reply: the deed, the words in quotation marks, a message named as one."""
    message = _("Write: “{message}”").format(message=offer.text) if offer.text else None
    return " ".join(filter(None, (offer.does, quoted(offer.say), message)))


def quoted(words: str | None) -> str | None:
    """Words in quotation marks, where there are any."""
    return _("“{words}”").format(words=words) if words else None


def moment_words(moment: Moment) -> str:
    """All the partner did and said at one moment, thoughts apart."""
    return " ".join(filter(None, map(line_words, moment.lines)))


def line_words(line: Spoken) -> str:
    """What the partner did, said or wrote, in this order."""
    message = _("Writes: “{message}”").format(message=line.text) if line.text else None
    return " ".join(filter(None, (line.does, quoted(line.says), line.then, message)))


def thought(moment: Moment) -> str | None:
    """The last thing the partner thought and did not say, where the scenario tells it."""
    return next((line.thinks for line in reversed(moment.lines) if line.thinks), None)
