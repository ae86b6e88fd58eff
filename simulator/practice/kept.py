"""What keeps one play: event by event, and remembered where it cannot be written yet."""

from concurrent.futures import Future
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

from simulator.journal.errors import ConflictError, ErasedError
from simulator.journal.events import Event, Guessed, Hinted, Left, Reflected, Replied, TookBack
from simulator.language import N_, _
from simulator.practice.keeping import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.coach.landing import Landing
    from simulator.dialogue.conversation import Turn
    from simulator.dialogue.setup import Setup
    from simulator.journal.events import Play, Reflection
    from simulator.journal.journal import Journal
    from simulator.partner.outcomes import Outcome
    from simulator.practice.keeping import Asked, Keep

LONGEST = 12.0
"""seconds that a reply waits for a journal that does not answer"""
_NOT_KEPT = N_(
    "What you say here is not being kept at the moment. {why} The talk goes on as it was."
)
_KEPT_AGAIN = N_("All you have said in this talk is kept again.")
_SILENT = N_("The journal does not answer.")
_ERASED = N_("This talk was erased from the journal meanwhile; what comes now is not kept.")
_ELSEWHERE = N_(
    "This talk was gone on with in another window meanwhile; what comes now is not kept."
)


class Kept:
    """Keeps one play in a journal; where that fails, remembers it until it can be written."""

    def __init__(self, keep: "Keep", setup: "Setup", play: "Play | None" = None) -> None:
        self._keep = keep
        self._setup = setup
        self._id = play.id if play else None
        self._events: list[Event] = list(play.events) if play else []
        self._written = len(self._events)
        self._taken_up = play
        self._known = play is not None
        """whether the journal surely held something of this play once"""
        self._begun = play is not None
        """whether a reply was given: before the first, nothing is kept"""
        self._over = play is not None and play.finished
        self._lost = False
        self._unsure = False
        self._sent: Future[None] | None = None
        self._news: str | None = None
        self._adding = Lock()
        self._judging = Lock()
        self.trouble: str | None = None

    @property
    def news(self) -> str | None:
        """What there is to be told now, once."""
        news, self._news = self._news, None
        return news

    @property
    def asked(self) -> "Asked | None":
        """What the homework asks for that it is had under, if it is."""
        return self._keep.asked

    def replied(self, turn: "Turn", outcome: "Outcome | None", ending: str | None) -> None:
        """Begin to keep a turn."""
        self._begun, self._over = True, outcome is not None
        at, before, after = _now(), turn.before, turn.state
        self._send(Replied(at, turn.beat, turn.reply, before, after, outcome, ending))

    def took_back(self, kept: int) -> None:
        """Begin to keep that all but the first turns were taken back."""
        self._over = False
        self._send(TookBack(_now(), kept))

    def guessed(self, turn: int, guess: "Landing") -> None:
        """Begin to keep how the player thought a turn had landed."""
        self._send(Guessed(_now(), turn, guess))

    def hinted(self, turn: int, step: int) -> None:
        """Begin to keep that a hint was asked for before a turn."""
        self._send(Hinted(_now(), turn, step))

    def reflected(
        self,
        what: "Reflection",
        turn: int | None = None,
        words: str | None = None,
        number: int | None = None,
    ) -> None:
        """Begin to keep what the player wrote or rated, before the talk, during it or later."""
        self._send(Reflected(_now(), what, turn, _writable(words), number))

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
        self.trouble = self._news = _(_NOT_KEPT).format(why=_(_SILENT))
        sent.add_done_callback(self._judge)

    def left(self) -> None:
        """Keep that the player left before the end; does not wait until it is written."""
        if self._begun and not self._over:
            self._send(Left(_now()))

    def anew(self, setup: "Setup") -> "Kept":
        """One for another play of the same text."""
        return Kept(self._keep, setup)

    def get_ready(self, then: "Callable[[], None]") -> None:
        """Begin to open the journal, so that the first reply need not wait for it."""
        self._keep.keeping.ask(lambda _: then())

    def _send(self, event: Event) -> None:
        """Have it written, and everything before it that is not: once a reply was given."""
        with self._adding:
            self._events.append(event)
        if self._lost or not self._begun:
            return
        sent = self._sent = self._keep.keeping.ask(self._write)
        sent.add_done_callback(self._judge)

    def _write(self, journal: "Journal") -> None:
        """Write what is not written yet: more than one event only after trouble or a first reply."""
        if self._unsure:
            self._count(journal)
        self._unsure = True
        if self._id is None:
            self._id = self._begin(journal)
        if self._taken_up is not None:
            journal.go_on(self._taken_up)
            self._taken_up = None
        self._add_after_others(journal, self._id)
        self._unsure = False

    def _add_after_others(self, journal: "Journal", play: str) -> None:
        """Another window may add something each time this one has looked what is there."""
        for tries_left in reversed(range(_TRIES)):
            try:
                self._add(journal, play)
            except ConflictError as error:
                if not tries_left or not self._may_follow() or isinstance(error, ErasedError):
                    raise
                self._count(journal)
            else:
                return

    def _begin(self, journal: "Journal") -> str:
        keep, at = self._keep, self._events[0].at
        return journal.begin(keep.scenario, keep.text, self._setup, at, assignment=keep.assignment)

    def _add(self, journal: "Journal", play: str) -> None:
        for event in tuple(self._events)[self._written :]:
            journal.add(play, event)
            self._written, self._known = self._written + 1, True

    def _count(self, journal: "Journal") -> None:
        """After trouble: how much of the play the journal holds, and that it is this one's."""
        if self._id is None:
            self._written = 0
            return
        try:
            stored = journal.play(self._id).events
        except LookupError as error:
            if self._known:
                raise ConflictError(_(_ERASED)) from error
            self._id, self._written = None, 0
            return
        if stored != tuple(self._events[: len(stored)]):
            self._follow(stored)
        self._written, self._known = len(stored), True

    def _may_follow(self) -> bool:
        """Whether what is not written yet can come after anything that another window added: what
        is said about a talk that is over does not depend on it."""
        rest = self._events[self._written :]
        return self._over and all(isinstance(event, Reflected) for event in rest)

    def _follow(self, stored: tuple[Event, ...]) -> None:
        """Put what is not written yet after what the journal holds."""
        if not self._may_follow():
            raise ConflictError(_(_ELSEWHERE))
        with self._adding:
            rest = [event for event in self._events[self._written :] if event not in stored]
            self._events[:] = [*stored, *rest]

    def _judge(self, sent: "Future[None]") -> None:
        """What became of writing, in words."""
        error = sent.exception()
        with self._judging:
            if error is None:
                self._news = _(_KEPT_AGAIN) if self.trouble else self._news
                self.trouble = None
            elif self.trouble is None:
                self._lost = isinstance(error, ConflictError)
                self.trouble = self._news = _(_NOT_KEPT).format(why=told(error))


_TRIES = 8
"""times that words about a talk that is over are put behind what another window has added"""


def _writable(words: str | None) -> str | None:
    """Without what no database and no file takes: half characters, and the one of no width."""
    if words is None:
        return None
    return words.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def _now() -> datetime:
    return datetime.now(UTC)
