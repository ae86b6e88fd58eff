"""Work that takes a moment: it is said first, done in a thread, and refused in words."""

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime
from inspect import iscoroutine
from typing import TYPE_CHECKING, Any, TypeVar

from textual import work
from textual.screen import Screen

from simulator.homework.assignment import MalformedError
from simulator.homework.drafting import DraftError
from simulator.homework.sealing.errors import SealError
from simulator.homework.verifying import OtherAssignmentError
from simulator.journal.errors import JournalError
from simulator.language import _
from simulator.practice.homework.client import HomeworkError
from simulator.practice.keeping import told
from simulator.tui.host import host
from simulator.tui.widgets.words import Words

if TYPE_CHECKING:
    from simulator.journal.journal import Journal
    from simulator.practice.keeping import Keeping

T = TypeVar("T")
REFUSALS = (
    HomeworkError,
    SealError,
    OtherAssignmentError,
    MalformedError,
    DraftError,
    JournalError,
    OSError,
)
"""what is told, and no fault of the program"""


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def today() -> date:
    """This day, here."""
    return now().astimezone().date()


def why(error: Exception) -> str:
    """A refusal in words."""
    if isinstance(error, MalformedError):
        text = _("This file opens, but what is in it cannot be used. {reason}")
        return text.format(reason=error)
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return _("That could not be done: {reason}.").format(reason=reason)
    if isinstance(error, JournalError):
        return told(error)
    return str(error)


def in_journal(keeping: "Keeping | None", wanted: "Callable[[Journal], T]") -> T:
    """What the journal answers; for a thread. Raises `HomeworkError` where nothing is kept."""
    if keeping is None:
        raise HomeworkError(_("Nothing is kept in this run of the program, homework neither."))
    return keeping.ask(wanted).result()


class Working(Screen[Any]):
    """A screen with a line for what is under way, and for why something could not be done."""

    DEFAULT_CSS = """
    Working .notice {
        height: auto; max-height: 40%; padding: 0 2; overflow-y: auto; scrollbar-size-vertical: 1;
    }
    Working .notice.-empty { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.busy = False
        """whether something is under way, and nothing else is begun"""

    def notice(self) -> Words:
        """The line, to be composed."""
        return Words(classes="notice -empty")

    def say(self, words: str) -> None:
        """Say this, and nothing else."""
        line = self.query_one(".notice", Words)
        line.show(words)
        line.set_class(not words, "-empty")

    def job(self, words: str, wanted: Callable[[], T], then: Callable[[T], object]) -> None:
        """Say what is under way; do it once that is seen; then go on with what came of it."""
        if not self.busy:
            self.busy = True
            self.say(words)
            self.call_after_refresh(self._do, wanted, then)

    def ask(
        self, words: str, wanted: "Callable[[Journal], T]", then: Callable[[T], object]
    ) -> None:
        """The same with the journal."""
        keeping = host(self).keeping
        self.job(words, lambda: in_journal(keeping, wanted), then)

    def refused(self, error: Exception) -> None:
        """Something could not be done."""
        self.say(why(error))

    @work
    async def _do(self, wanted: Callable[[], T], then: Callable[[T], object]) -> None:
        try:
            found = await asyncio.to_thread(wanted)
        except REFUSALS as error:
            self.busy = False
            self.refused(error)
            return
        self.busy = False
        self.say("")
        went_on = then(found)
        if iscoroutine(went_on):
            await went_on
