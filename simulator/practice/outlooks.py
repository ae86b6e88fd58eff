"""What is still possible at each turn of a sitting, worked out in a thread beside it.

A thread, since most of the work is done in numpy and waits for nobody: a key pressed meanwhile is
answered at once (measured). What was worked out is shared by all sittings of the same text, chair,
temperament and start.
"""

from collections import OrderedDict
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, NamedTuple

from simulator.coach.outlook import Outlook, Prospect, ReplyProspect
from simulator.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.analysis.along import Ahead, Course
    from simulator.coach.retracing import Then
    from simulator.partner.moves import Role
    from simulator.practice.sitting import Sitting
    from simulator.scenario.model import Scenario

MOST_STATES = 1_000_000
"""of a talk that is followed beside a screen: about half a gigabyte while it is worked out"""
_KNOWN_AT_MOST = 4
_TOO_LARGE = N_(
    "What was still possible cannot be worked out here: this talk can go more ways than the "
    "program can follow."
)
_BROKEN = N_(
    "What was still possible could not be worked out: something in the program broke. The talk "
    "itself is not touched by it."
)
_one_at_a_time = Lock()
"""each takes memory while it is worked out, and both would be later"""


class _Start(NamedTuple):
    """What a course is worked out for."""

    text: str
    """fingerprint of the scenario"""
    role: "Role"
    temperament: str
    tension: int


class _Work:
    """A role worked out from one start, in a thread of its own."""

    def __init__(self, scenario: "Scenario", start: _Start) -> None:
        self._scenario = scenario
        self._start = start
        self._beginning = Lock()
        self._thread: Thread | None = None
        self.done = Event()
        self.course: Course | None = None
        self.trouble: str | None = None

    def begin(self) -> None:
        """Start the thread, once."""
        with self._beginning:
            if self._thread is None:
                self._thread = Thread(target=self._run, name="outlook", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        try:
            with _one_at_a_time:
                self._work()
        except Exception as error:  # noqa: BLE001 - whatever it is, the talk goes on without it
            from simulator.practice import crash  # noqa: PLC0415 - only where something broke

            crash.keep(error)
            self.trouble = _BROKEN
        finally:
            self.done.set()

    def _work(self) -> None:
        from simulator.analysis.along import Course  # noqa: PLC0415 - heavy
        from simulator.analysis.explore import TooMuchMemoryError  # noqa: PLC0415
        from simulator.analysis.study import study  # noqa: PLC0415

        _, role, temperament, tension = self._start
        try:
            found = study(
                self._scenario, role, temperament=temperament, tension=tension, cap=MOST_STATES
            )
        except TooMuchMemoryError:
            self.trouble = _TOO_LARGE
            return
        if found.complete:
            self.course = Course(found)
        else:
            self.trouble = _TOO_LARGE


_known: OrderedDict[_Start, _Work] = OrderedDict()
_knowing = Lock()


def _work_for(sitting: "Sitting") -> _Work:
    setup = sitting.setup
    start = _Start(setup.scenario, setup.role, setup.temperament, setup.tension)
    with _knowing:
        work = _known.pop(start, None) or _Work(sitting.scenario, start)
        _known[start] = work
        while len(_known) > _KNOWN_AT_MOST:
            _known.popitem(last=False)
    return work


class Outlooks:
    """What is still possible in one sitting. Nothing is worked out before `begin`."""

    def __init__(self, sitting: "Sitting") -> None:
        self._sitting = sitting
        self._work = _work_for(sitting)
        self._replies: tuple[str, ...] | None = None
        self._found: tuple[Outlook | None, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether the worker is done, also where it found that it cannot be worked out."""
        return self._work.done.is_set()

    @property
    def trouble(self) -> str | None:
        """Why it cannot be worked out, in words; `None` where it can, or is not known yet."""
        return None if self._work.trouble is None else _(self._work.trouble)

    def begin(self) -> None:
        """Start the worker, once; returns at once."""
        self._work.begin()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is ready; false where that takes longer than so many seconds."""
        return self._work.done.wait(seconds)

    def at(self, turn: int) -> Outlook | None:
        """What was still possible after a turn, 0 before the first; `None` while it is not
        known, or where it cannot be. Raises `LookupError` for a turn that is not there."""
        if not 0 <= turn <= len(self._sitting.turns):
            raise LookupError(f"there is no turn {turn}")
        course = self._work.course
        return None if course is None else self._along(course)[turn]

    def _along(self, course: "Course") -> "tuple[Outlook | None, ...]":
        from simulator.coach.retracing import retraced  # noqa: PLC0415

        setup, replies = self._sitting.setup, tuple(turn.reply for turn in self._sitting.turns)
        if replies != self._replies:
            ahead = course.along(setup.tension, replies)
            then = retraced(self._sitting.scenario, setup, replies)
            self._found = tuple(map(_outlook, [course] * len(ahead), ahead, then))
            self._replies = replies
        return self._found


def _outlook(course: "Course", ahead: "Ahead", then: "Then") -> Outlook | None:
    if ahead.best is None:
        return None
    now = Prospect(ahead.best, ahead.random, ahead.look)
    return Outlook(course.goal, now, tuple(_in_display_order(ahead, then)))


def _in_display_order(ahead: "Ahead", then: "Then") -> "Sequence[ReplyProspect]":
    known = {reply.reply: ReplyProspect(*reply) for reply in ahead.replies}
    return [known[offer.id] for offer in then.offered]
