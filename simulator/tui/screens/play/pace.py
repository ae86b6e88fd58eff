"""What comes after an answer, one thing after the other: a still second, a question, the rest."""

from collections.abc import Callable
from enum import Enum
from typing import Protocol

STILL_SECONDS = 1.0
"""between the partner's answer and what comes after it"""


class Stoppable(Protocol):
    """Something that is still to come."""

    def stop(self) -> None:
        """Let it not come."""


Later = Callable[[float, Callable[[], None]], Stoppable]
"""does something after so many seconds"""


class Stage(Enum):
    """Where a turn stands."""

    READY = "ready"
    """everything is shown, and the replies are there"""
    STILL = "still"
    """the answer is shown, and nothing else for a second"""
    ASKED = "asked"
    """the player is asked how the reply landed"""


class Pace:
    """Keeps the order. Knows nothing of what is shown at each stage."""

    def __init__(self, later: Later) -> None:
        self._later = later
        self._coming: Stoppable | None = None
        self._then: Callable[[], None] | None = None
        self.stage = Stage.READY

    @property
    def holds_back(self) -> bool:
        """Whether something of the turn is still to be shown."""
        return self.stage is not Stage.READY

    def still(self, then: Callable[[], None]) -> None:
        """Be still for a second, and then go on."""
        self.stage = Stage.STILL
        self._then = then
        self._coming = self._later(STILL_SECONDS, self.go_on)

    def go_on(self) -> None:
        """Be still no longer."""
        then = self._then
        self.end()
        if then:
            then()

    def ask(self) -> None:
        """The question stands."""
        self.stage = Stage.ASKED

    def end(self) -> None:
        """Everything is shown, or was taken back: nothing is to come."""
        if self._coming:
            self._coming.stop()
        self._coming = self._then = None
        self.stage = Stage.READY
