"""The loop of the plain player: what is typed in, what came of it out."""

from collections.abc import Callable, Iterator, Mapping

from simulator.dialogue.conversation import UndoError
from simulator.language import _
from simulator.plain import pages
from simulator.plain.commands import LOOKS_BACK, Key, Typed, guessed, understood
from simulator.plain.hints import PATIENCE, Hints
from simulator.plain.meters import point_lines
from simulator.plain.paper import Paper
from simulator.plain.telling import House, Telling
from simulator.practice.coaching import KEPT_BACK, QUESTION
from simulator.practice.sitting import Answered, Sitting

__all__ = ["House", "Player"]


class Player:
    """One play as text. Writes to its paper; takes what was typed."""

    def __init__(self, sitting: Sitting, paper: Paper, house: House) -> None:
        self._sitting = sitting
        self._paper = paper
        self._house = house
        self._tell = Telling(sitting, paper, house)
        self._hints = Hints(sitting, patient=not house.interactive)
        self._guesses = house.shows.guess
        self._asks: Answered | None = None
        """the turn of which nothing but the answer was told yet"""

    def first_start(self) -> None:
        """The terms and the page about fear."""
        for page in pages.terms():
            self._tell.page(page)

    def open(self) -> None:
        """The title, the brief, and the first lines."""
        self._tell.beginning()

    def open_again(self) -> None:
        """The title, the brief, the whole talk so far, and the meters as they are now."""
        self._tell.so_far()

    def give(self, reply: str) -> None:
        """Give a reply and tell what came of it, or first ask how it landed. Raises
        `NotOfferedError`."""
        answered = self._sitting.choose(reply)
        self._hints.forget()
        self._tell.heard(answered)
        if self._sitting.stopped:
            return
        if self._guesses:
            self._asks = answered
            self._tell.question()
        else:
            self._tell.rest(answered)

    def run(self, read: Callable[[], str | None]) -> bool:
        """Play until it is left; `read` gives a line, or `None` where input has ended.

        Whether the player wants to be gone at once, with nothing more written.
        """
        self._replies()
        while True:
            self._prompt()
            line = read()
            if line is None:
                if self._house.interactive:
                    self._paper.blank()
                return False
            typed = understood(line)
            if typed.key is Key.VANISH:
                return True
            if typed.key is Key.QUIT:
                return False
            if self._asks and self._guess(self._asks, line):
                continue
            if typed.key not in LOOKS_BACK:
                self._do(typed, line)
            elif self._looked_back(typed, read):
                return True

    def leave(self) -> None:
        """Leave, and say whether the talk is kept, and from which seed it came."""
        self._sitting.leave()
        self._paper.write(*pages.farewell(self._sitting))

    def pause(self) -> None:
        """Say what a script's talk came to mean, or where its replies ran out: the ids that would
        be offered next."""
        shows, numbers = self._house.shows, self._house.numbers
        meant = pages.meant(self._sitting, meters=shows.meters, numbers=numbers)
        self._tell.section(meant)
        offered = self._sitting.offered
        if offered:
            ids = ", ".join(offer.id for offer in offered)
            self._paper.write(f"The replies run out here. Offered next: {ids}.")
        self._paper.write(*pages.seed(self._sitting))

    def _guess(self, answered: Answered, line: str) -> bool:
        """Take a line as the answer to how the reply landed; whether it was one."""
        guess = guessed(line)
        if guess is None and line.strip() not in {"", "0"}:
            return False
        if guess:
            self._sitting.guess(guess)
        self._asks = None
        self._tell.rest(answered)
        self._replies()
        return True

    def _do(self, typed: Typed, line: str) -> None:
        if typed.key is Key.UNDO:
            self._undo(typed.number or 0)
        elif typed.key is not None:
            self._keys[typed.key]()
        elif typed.number is not None and not self._asks:
            self._choose(typed.number)
        elif not line.strip():
            self._replies()
        else:
            words = _("“{typed}” is no key here. {instead}")
            said = words.format(typed=line.strip()[:40], instead=self._what_can_be())
            self._tell.section([said])

    @property
    def _keys(self) -> Mapping[Key, Callable[[], None]]:
        tell = self._tell
        return {
            Key.HINT: lambda: tell.section(self._hint()),
            Key.GUESS: self._switch_guesses,
            Key.THOUGHTS: tell.switch_thoughts,
            Key.POINTS: lambda: tell.section(self._points()),
            Key.BRIEF: lambda: tell.section([self._sitting.brief]),
            Key.HELP: lambda: tell.page(pages.help_page()),
            Key.SAFETY: lambda: tell.page(self._house.safety),
        }

    def _choose(self, number: int) -> None:
        offered = self._sitting.offered
        if not 1 <= number <= len(offered):
            none = _("There is no reply {number} here. {instead}")
            self._tell.section([none.format(number=number, instead=self._what_can_be())])
            return
        self.give(offered[number - 1].id)
        self._replies()

    def _undo(self, count: int) -> None:
        try:
            self._sitting.undo(count)
            self._sitting.kept()
        except UndoError as error:
            self._tell.section([_("Nothing was taken back: {why}.").format(why=error)])
            return
        self._asks = None
        self._hints.forget()
        self._tell.taken_back(count)
        self._replies()

    def _hint(self) -> Iterator[str]:
        if not self._house.shows.hints:
            yield _(KEPT_BACK)
        elif self._asks or self._sitting.finished:
            yield self._what_can_be()
        else:
            yield from self._hints.more()

    def _switch_guesses(self) -> None:
        if not self._house.shows.causes:
            self._tell.section([_(KEPT_BACK)])
            return
        self._guesses = not self._guesses
        self._tell.section([_(pages.ASKED if self._guesses else pages.NOT_ASKED)])

    def _points(self) -> Iterator[str]:
        latest = self._sitting.latest
        if latest is None:
            yield _("There are no points yet: no reply was given.")
        elif self._sitting.stopped:
            yield _(pages.STOPPED)
        elif not self._house.shows.causes:
            yield _(KEPT_BACK)
        elif self._asks:
            yield self._what_can_be()
        else:
            yield from point_lines(latest.explanation)

    def _looked_back(self, typed: Typed, read: Callable[[], str | None]) -> bool:
        """The debrief, or what stands beside it; whether the player wants to be gone at once."""
        at_any_time = typed.key is Key.BREATHE
        if not at_any_time and (not self._sitting.finished or self._sitting.stopped or self._asks):
            what = () if self._sitting.finished else (_(pages.NOT_OVER),)
            self._tell.section([*what, self._what_can_be()])
            return False
        from simulator.plain.asides import Asides  # noqa: PLC0415 - on demand

        if typed.key is Key.DEBRIEF:
            gone = self._debriefed(read)
        else:
            gone = Asides(self._paper, self._sitting, self._house, read).take(typed)
        if not gone and self._house.interactive:
            self._tell.section([self._what_can_be()])
        return gone

    def _debriefed(self, read: Callable[[], str | None]) -> bool:
        """Asked where somebody types, written whole for a script."""
        from simulator.plain.debrief import run_debrief, write_debrief  # noqa: PLC0415 - on demand
        from simulator.practice.debriefing import debrief  # noqa: PLC0415

        sitting, house = self._sitting, self._house
        if house.interactive:
            return run_debrief(self._paper, sitting, debrief(sitting), read, house)
        sitting.outlooks.begin()
        sitting.outlooks.wait(PATIENCE)
        write_debrief(self._paper, sitting, debrief(sitting), numbers=house.numbers, taken_up=True)
        return False

    def _replies(self) -> None:
        if not self._asks:
            self._tell.replies(self._what_can_be())

    def _what_can_be(self) -> str:
        if self._sitting.stopped:
            return _(pages.STOPPED)
        if self._asks:
            return _(pages.SKIP)
        if self._sitting.finished:
            return _(pages.OVER)
        return _("Type {numbers}, or ? for help.").format(numbers=self._numbers())

    def _numbers(self) -> str:
        most = len(self._sitting.offered)
        return "1" if most == 1 else _("a number from 1 to {most}").format(most=most)

    def _prompt(self) -> None:
        if not self._house.interactive:
            return
        if self._asks:
            ask = _("{question} 1, 2 or 3 (? for help): ").format(question=_(QUESTION))
        elif self._sitting.finished:
            ask = _("What now (? for help): ")
        else:
            ask = _("Your reply, {numbers} (? for help): ").format(numbers=self._numbers())
        self._paper.prompt(ask)
