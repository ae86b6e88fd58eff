"""A reply as one line of plain text."""

from typing import Protocol


class Worded(Protocol):
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


def offer_words(offer: Worded) -> str:
    """A reply: the deed, the words in quotation marks, a message named as one."""
    message = f"Write: “{offer.text}”" if offer.text else None
    return " ".join(filter(None, (offer.does, quoted(offer.say), message)))


def quoted(words: str | None) -> str | None:
    """Words in quotation marks, where there are any."""
    return f"“{words}”" if words else None
