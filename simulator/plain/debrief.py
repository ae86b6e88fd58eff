"""The debrief as text: written whole, or asked part by part where somebody types."""

from collections.abc import Callable, Iterator

from simulator.coach.debrief import Debrief, Fork
from simulator.journal.events import Reflection
from simulator.language import N_, _
from simulator.plain.asides import Asides
from simulator.plain.commands import Key, Typed, understood
from simulator.plain.debrief_told import (
    ASKED,
    mine,
    moment,
    others,
    told,
    write_came_to,
    write_close,
)
from simulator.plain.paper import Paper
from simulator.plain.telling import House
from simulator.plain.whole_page import write_page
from simulator.practice import debrief_words as words
from simulator.practice.debrief_words import Ask, Part, asked, parts_of, title_of
from simulator.practice.safe import shown
from simulator.practice.sitting import Sitting
from simulator.practice.spoken import offer_words

Read = Callable[[], str | None]
"""gives a line that was typed, or `None` where input has ended"""
_RATED = frozenset({Reflection.CONNECTED, Reflection.STEADY, Reflection.LIKELY})
CONNECTED, STEADY = Reflection.CONNECTED, Reflection.STEADY
_MOST = 10
_SKIP = N_("Enter alone goes on. s opens the safety page, q ends the debrief, x leaves at once.")
_BREATHE = N_("breathe, typed here, is a minute and a half of breathing.")
_AGAIN = N_(
    "Again from one of your replies: in the talk, u takes back the last one, u 3 the last three. "
    "what if 3 plays on from turn 3 and leaves the talk as it is."
)
_FOLDED = N_(
    "close up tells both meters, each reply with what moved it, and what was still possible. what if "
    "and the number of a turn, such as what if 2, plays on from there. Enter alone ends the debrief."
)


def write_debrief(
    paper: Paper,
    sitting: Sitting,
    debrief: Debrief,
    *,
    numbers: bool = True,
    taken_up: bool = False,
) -> None:
    """The whole debrief, part after part, with what the player wrote; the turns come last.

    `taken_up`: the talk is still there, and replies can be taken back. Nothing is written of a
    talk that was stopped.
    """
    for part in parts_of(sitting):
        if part is Part.REACHED:
            write_came_to(paper, sitting)
        lines = (*told(part, sitting, debrief), *_besides(part, sitting, taken_up=taken_up))
        if lines:
            paper.write(title_of(part))
            paper.notes(lines)
    if not sitting.stopped:
        write_close(paper, sitting, debrief, numbers=numbers)


def _besides(part: Part, sitting: Sitting, *, taken_up: bool) -> Iterator[str]:
    """How one goes on; and that doubt is ordinary, beside the ratings where there are some."""
    rated = any((what, None) in sitting.reflections for what in (CONNECTED, STEADY))
    if part is Part.ONWARD and taken_up:
        yield _(_AGAIN)
    if part is (Part.RATINGS if rated else Part.ONWARD) and Part.RATINGS in parts_of(sitting):
        yield _(words.ORDINARY)


class _Over(Exception):  # noqa: N818 - nothing went amiss
    """Somebody ends the debrief, or is gone."""

    def __init__(self, *, gone: bool) -> None:
        super().__init__()
        self.gone = gone


class Asking:
    """A debrief in which somebody is asked; what they type is kept at once."""

    def __init__(self, paper: Paper, sitting: Sitting, read: Read, house: House) -> None:
        self._paper = paper
        self._sitting = sitting
        self._read = read
        self._safety = house.safety
        self._asides = Asides(paper, sitting, house, read)
        self._part: Part | None = None
        self._question = ""
        self._ended = False

    def run(self, debrief: Debrief) -> bool:
        """Every part in order; the talk from close up, and what if, for those who ask. Whether the
        player wants to be gone at once."""
        if not self._sitting.stopped:
            self._sitting.outlooks.begin()
        try:
            self._paper.notes([_(_SKIP)])
            for part in parts_of(self._sitting):
                self._tell(part, debrief)
            if not self._sitting.stopped:
                self._fold()
        except _Over as over:
            return over.gone
        return False

    def _fold(self) -> None:
        """What is told only where it is asked for."""
        self._part, self._question = None, _(_FOLDED)
        self._paper.write(_(words.CLOSER))
        self._paper.notes([_(_FOLDED)])
        while self._line(_("close up, what if 2, or Enter: ")):
            self._paper.notes([_(_FOLDED)])

    def _tell(self, part: Part, debrief: Debrief) -> None:
        self._part, self._question = part, ""
        if part is Part.REACHED:
            write_came_to(self._paper, self._sitting)
        self._paper.write(title_of(part))
        match part:
            case Part.LAND:
                self._paper.write(_(words.BREATH), _(_BREATHE), _(words.ENOUGH))
            case Part.RATINGS:
                self._paper.write(_(words.BEFORE_METERS))
            case Part.FORK:
                self._fork(debrief.forks)
            case Part.MINE:
                self._paper.write(*mine(debrief))
            case Part.REACHED | Part.LOOP | Part.THEIRS | Part.ONWARD:
                again = (_(_AGAIN),) if part is Part.ONWARD else ()
                self._paper.notes((*told(part, self._sitting, debrief), *again))
                if part is not Part.ONWARD:
                    self._line(_("Enter goes on: "))
        for ask in ASKED.get(part, ()):
            self._ask(ask)
        if part is Part.RATINGS:
            self._paper.notes([_(words.ORDINARY)])

    def _fork(self, forks: tuple[Fork, ...]) -> None:
        listed = sorted(forks, key=lambda fork: fork.turn)
        if not listed:
            self._paper.notes([_(words.NO_FORK)])
            return
        self._paper.write(_(words.CHOOSE_FORK))
        for number, fork in enumerate(listed, 1):
            self._paper.write(offer_words(fork.you), lead=f"{number}. ")
        self._paper.write(_("Its number, or Enter to go on."))
        chosen = self._number(1, len(listed))
        if chosen is not None:
            self._write_own(listed[chosen - 1])

    def _write_own(self, fork: Fork) -> None:
        """The player's sentence comes before any other; Enter alone asks for the others."""
        self._paper.write(*moment(fork))
        self._paper.write(_("Enter alone shows others without writing."))
        self._ask(words.OWN_WORDS, fork.turn)
        self._paper.notes(tuple(others(fork)))

    def _ask(self, ask: Ask, turn: int | None = None) -> None:
        question = asked(ask, self._sitting.partner.name)
        self._question = f"{question} {_(ask.example)}".rstrip()
        self._paper.write(self._question)
        if ask.what in _RATED:
            number = self._number(0, _MOST)
            if number is not None:
                self._sitting.reflect(ask.what, turn=turn, number=number)
        elif typed := self._line():
            self._sitting.reflect(ask.what, turn=turn, words=typed)
        self._paper.blank()

    def _number(self, least: int, most: int) -> int | None:
        while typed := self._line():
            number = understood(typed).number
            if number is not None and least <= number <= most:
                return number
            wanted = _("A number from {least} to {most}, or Enter to go on.")
            self._paper.write(wanted.format(least=least, most=most))
        return None

    def _line(self, ask: str = "") -> str:
        """What was typed, without space around it; the keys that hold everywhere hold here.

        Where input has ended nothing more is asked, and what is to be read is still written.
        """
        while not self._ended:
            self._paper.prompt(ask or _("You: "))
            line = self._read()
            if line is None:
                self._ended = True
                self._paper.blank()
                break
            typed = understood(line)
            match typed.key:
                case Key.VANISH:
                    raise _Over(gone=True)
                case Key.QUIT:
                    raise _Over(gone=False)
                case Key.SAFETY:
                    write_page(self._paper, self._safety)
                case Key.HELP:
                    self._paper.notes([_(_SKIP)])
                case Key.WHAT_IF | Key.CLOSE:
                    self._aside(typed)
                case Key.BREATHE if self._part is Part.LAND:
                    self._aside(typed)
                case _:
                    return " ".join(shown(line).split())
        return ""

    def _aside(self, typed: Typed) -> None:
        """Beside the debrief, and back to the question that was open."""
        if self._asides.take(typed):
            raise _Over(gone=True)
        self._paper.notes([self._question] if self._question else [])


def run_debrief(paper: Paper, sitting: Sitting, debrief: Debrief, read: Read, house: House) -> bool:
    """Ask the debrief part by part; an empty line skips each question. Whether the player wants
    to be gone at once, with nothing more written."""
    return Asking(paper, sitting, read, house).run(debrief)
