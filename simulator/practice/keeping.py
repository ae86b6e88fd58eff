"""Keeping what is said, event by event, and going on in memory where that cannot be.

The journal is used in a thread of its own: a database answers the thread that opened it, opening
it loads much, and whoever wants to be gone at once must not wait for a disk.
"""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Protocol, TypeVar

from simulator.journal.errors import ConflictError, JournalError
from simulator.journal.events import Event, Left, Replied, TookBack
from simulator.practice.places import journal_url

if TYPE_CHECKING:
    from simulator.dialogue.conversation import Turn
    from simulator.dialogue.setup import Setup
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal
    from simulator.partner.outcomes import Outcome

T = TypeVar("T")
LONGEST = 12.0
"""seconds that a reply waits for a journal that does not answer"""
PATIENCE = 3.0
"""seconds that closing waits for what is still being written"""
_NOT_KEPT = "What you say here is not being kept at the moment. {why} The talk goes on as it was."
_KEPT_AGAIN = "All you have said in this talk is kept again."
_SILENT = "The journal does not answer."
_ERASED = "This talk was erased from the journal meanwhile; what comes now is not kept."
_ELSEWHERE = "This talk was gone on with in another window meanwhile; what comes now is not kept."
_BROKEN = "Something in the program broke while it was being written down."


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

    def __call__(self, setup: "Setup") -> "Kept":
        """For a new play. Nothing is written before its first reply."""
        return Kept(self, setup)

    def go_on(self, play: "Play") -> "Kept":
        """For a play that is kept already."""
        return Kept(self, play.setup, play)


class Kept:
    """Keeps one play in a journal; where that fails, remembers it until it can be written."""

    def __init__(self, keep: Keep, setup: "Setup", play: "Play | None" = None) -> None:
        self._keep = keep
        self._setup = setup
        self._id = play.id if play else None
        self._events: list[Event] = list(play.events) if play else []
        self._written = len(self._events)
        self._taken_up = play
        self._known = play is not None
        """whether the journal surely held something of this play once"""
        self._over = False
        self._lost = False
        self._unsure = False
        self._sent: Future[None] | None = None
        self._news: str | None = None
        self.trouble: str | None = None

    @property
    def news(self) -> str | None:
        """What there is to be told now, once."""
        news, self._news = self._news, None
        return news

    def replied(self, turn: "Turn", outcome: "Outcome | None", ending: str | None) -> None:
        """Begin to keep a turn."""
        self._over = outcome is not None
        at, before, after = _now(), turn.before, turn.state
        self._sent = self._send(Replied(at, turn.beat, turn.reply, before, after, outcome, ending))

    def took_back(self, kept: int) -> None:
        """Begin to keep that all but the first turns were taken back."""
        self._over = False
        self._sent = self._send(TookBack(_now(), kept))

    def settle(self, within: float | None = None) -> bool:
        """Wait until all is durable that was begun; in trouble nobody waits for what may fail."""
        if self._sent is None or self.trouble is not None:
            return True
        try:
            self._sent.exception(LONGEST if within is None else within)
        except TimeoutError:
            if within is None:
                self._give_up(self._sent)
            return within is None
        self._judge(self._sent)
        return True

    def _give_up(self, sent: "Future[None]") -> None:
        """The talk goes on; should the journal answer after all, that is told."""
        self.trouble = self._news = _NOT_KEPT.format(why=_SILENT)
        sent.add_done_callback(self._judge)

    def left(self) -> None:
        """Keep that the player left before the end; does not wait until it is written."""
        if self._events and not self._over:
            self._send(Left(_now()))

    def anew(self, setup: "Setup") -> "Kept":
        """One for another play of the same text."""
        return Kept(self._keep, setup)

    def get_ready(self, then: Callable[[], None]) -> None:
        """Begin to open the journal, so that the first reply need not wait for it."""
        self._keep.keeping.ask(lambda _: then())

    def _send(self, event: Event) -> "Future[None] | None":
        self._events.append(event)
        if self._lost:
            return None
        sent = self._keep.keeping.ask(self._write)
        if self.trouble is not None:
            sent.add_done_callback(self._judge)
        return sent

    def _write(self, journal: "Journal") -> None:
        """Write what is not written yet: more than one event only after trouble."""
        if self._unsure:
            self._count(journal)
        self._unsure = True
        if self._id is None:
            at = self._events[0].at
            self._id = journal.begin(self._keep.scenario, self._keep.text, self._setup, at)
        if self._taken_up is not None:
            journal.go_on(self._taken_up)
            self._taken_up = None
        for event in tuple(self._events)[self._written :]:
            journal.add(self._id, event)
            self._written, self._known = self._written + 1, True
        self._unsure = False

    def _count(self, journal: "Journal") -> None:
        """After trouble: how much of the play the journal holds, and that it is this one's."""
        if self._id is None:
            self._written = 0
            return
        try:
            stored = journal.play(self._id).events
        except LookupError as error:
            if self._known:
                raise ConflictError(_ERASED) from error
            self._id, self._written = None, 0
            return
        if stored != tuple(self._events[: len(stored)]):
            raise ConflictError(_ELSEWHERE)
        self._written, self._known = len(stored), True

    def _judge(self, sent: "Future[None]") -> None:
        """What became of writing, in words."""
        error = sent.exception()
        if error is None:
            self._news = _KEPT_AGAIN if self.trouble else self._news
            self.trouble = None
        elif self.trouble is None:
            self._lost = isinstance(error, ConflictError)
            self.trouble = _NOT_KEPT.format(why=told(error))
            self._news = self.trouble


def told(error: BaseException) -> str:
    """An error as a sentence for people; one that is no journal's is logged without its words."""
    if not isinstance(error, JournalError):
        from simulator.practice import crash  # noqa: PLC0415 - only where something broke

        crash.keep(error)
        return _BROKEN
    words = str(error).strip()
    end = "" if words.endswith((".", "!", "?")) else "."
    return f"{words[:1].upper()}{words[1:]}{end}"


def _now() -> datetime:
    return datetime.now(UTC)
