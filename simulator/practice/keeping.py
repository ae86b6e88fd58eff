"""Keeping what is said, event by event, and going on in memory where that cannot be.

The journal is used in a thread of its own: a database answers the thread that opened it, opening
it loads much, and whoever wants to be gone at once must not wait for a disk.
"""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from simulator.journal.errors import JournalError
from simulator.language import _
from simulator.practice.places import journal_url

if TYPE_CHECKING:
    from simulator.coach.landing import Landing
    from simulator.dialogue.conversation import Turn
    from simulator.dialogue.setup import Setup
    from simulator.journal.events import Play, Reflection
    from simulator.journal.journal import Journal
    from simulator.partner.outcomes import Outcome
    from simulator.practice.kept import Kept

T = TypeVar("T")
PATIENCE = 3.0
"""seconds that closing waits for what is still being written"""


class Asked(NamedTuple):
    """What homework asks for while a talk under it lasts."""

    coaching: str
    """the level, over the one in the settings"""
    aim: str | None = None
    """what is practised towards, in words"""


class Keeper(Protocol):
    """Keeps one play. Nothing here raises."""

    @property
    def trouble(self) -> str | None:
        """Why the play is not being kept at the moment; `None` where it is."""

    @property
    def news(self) -> str | None:
        """What there is to be told about it now; each thing is handed out once."""

    def replied(self, turn: "Turn", outcome: "Outcome | None", ending: str | None) -> None:
        """Begin to keep a turn."""

    def took_back(self, kept: int) -> None:
        """Begin to keep that all but the first turns were taken back."""

    def guessed(self, turn: int, guess: "Landing") -> None:
        """Begin to keep how the player thought a turn, counted from 1, had landed."""

    def hinted(self, turn: int, step: int) -> None:
        """Begin to keep that a hint, 1 to 3, was asked for before a turn, counted from 1."""

    def reflected(
        self,
        what: "Reflection",
        turn: int | None = None,
        words: str | None = None,
        number: int | None = None,
    ) -> None:
        """Begin to keep what the player wrote or rated, 0 to 10, before the talk or after its end;
        nothing of a talk is kept before its first reply."""

    def settle(self, within: float | None = None) -> bool:
        """Wait until all is durable that was begun, or there is trouble; false where that takes
        longer than so many seconds."""

    def left(self) -> None:
        """Keep that the player left before the end; does not wait until it is written."""

    def anew(self, setup: "Setup") -> "Keeper":
        """One for another play of the same text."""

    def get_ready(self, then: Callable[[], None]) -> None:
        """Begin to open what the play is kept in, so that the first reply need not wait for it;
        `then` is called in another thread once it is open."""


class Keeping:
    """The journal of this run of the program. It is opened when it is first asked for something."""

    def __init__(self, open_: "Callable[[], Journal] | None" = None) -> None:
        self._open = open_ or open_usual
        self._journal: Journal | None = None
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._starting = Lock()

    def ask(self, work: "Callable[[Journal], T]") -> "Future[T]":
        """Have something done once all that was asked for before is done."""
        answer: Future[T] = Future()

        def job() -> None:
            try:
                answer.set_result(work(self._opened()))
            except BaseException as error:  # noqa: BLE001 - handed to whoever asked
                answer.set_exception(error)

        self._start()
        self._jobs.put(job)
        return answer

    def close(self, patience: float = PATIENCE) -> None:
        """Close the journal once all is written, or give up waiting after so many seconds."""
        with self._starting:
            thread, self._thread = self._thread, None
        if thread is not None:
            self._jobs.put(None)
            thread.join(patience)

    def _start(self) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = Thread(target=self._work, name="journal", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
        journal, self._journal = self._journal, None
        if journal is not None:
            with suppress(JournalError):
                journal.close()

    def _opened(self) -> "Journal":
        if self._journal is None:
            self._journal = self._open()
        return self._journal


def open_usual() -> "Journal":
    """The journal in this person's usual place. Raises `JournalError`."""
    from simulator.journal.journal import open_journal  # noqa: PLC0415 - heavy
    from simulator.practice.unlocking import key  # noqa: PLC0415 - files and hashes

    return open_journal(journal_url(), key=key())


@dataclass(frozen=True)
class Keep:
    """Makes a keeper for every play of one text."""

    keeping: Keeping
    scenario: str
    """the id of the file"""
    text: str
    """of the file"""
    assignment: str | None = None
    """the id of the homework that plays are had under"""
    asked: Asked | None = None
    """what that homework asks for"""

    def __call__(self, setup: "Setup") -> "Kept":
        """For a new play. Nothing is written before its first reply."""
        from simulator.practice.kept import Kept  # noqa: PLC0415 - made of this

        return Kept(self, setup)

    def go_on(self, play: "Play") -> "Kept":
        """For a play that is kept already; it may be over."""
        from simulator.practice.kept import Kept  # noqa: PLC0415 - made of this

        return Kept(self, play.setup, play)


def told(error: BaseException) -> str:
    """An error as a sentence for people; one that is no journal's is logged without its words."""
    if not isinstance(error, JournalError):
        from simulator.practice import crash  # noqa: PLC0415 - only where something broke

        crash.keep(error)
        return _("Something in the program broke while it was being written down.")
    words = str(error).strip()
    end = "" if words.endswith((".", "!", "?")) else "."
    return f"{words[:1].upper()}{words[1:]}{end}"
