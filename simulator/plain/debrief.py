"""The debrief as text: written whole, or asked part by part where somebody types."""

from collections.abc import Callable

from simulator.coach.debrief import Debrief, Fork
from simulator.journal.events import Reflection
from simulator.language import N_, _
from simulator.plain.commands import Key, understood
from simulator.plain.debrief_told import ASKED, mine, moment, others, told, write_close
from simulator.plain.paper import Paper
from simulator.plain.whole_page import write_page
from simulator.practice import debrief_words as words
from simulator.practice.debrief_words import Ask, Part, asked, parts_of, title_of
from simulator.practice.debriefing import debrief as look_back
from simulator.practice.safe import shown
from simulator.practice.sitting import Sitting
from simulator.practice.spoken import offer_words
from simulator.practice.words import Page

Read = Callable[[], str | None]
"""gives a line that was typed, or `None` where input has ended"""
_RATED = frozenset({Reflection.CONNECTED, Reflection.STEADY, Reflection.LIKELY})
_MOST = 10
_A_MOMENT = 1.0
"""seconds that the turns wait for what was still possible at them"""
_SKIP = N_("Enter alone goes on. s opens the safety page, q ends the debrief, x leaves at once.")


def write_debrief(paper: Paper, sitting: Sitting, debrief: Debrief) -> None:
    """The whole debrief, part after part, with what the player wrote; the turns come last.

    Nothing is written of a talk that was stopped.
    """
    for part in parts_of(sitting):
        lines = tuple(told(part, sitting, debrief))
        if lines:
            paper.write(title_of(part))
            paper.notes(lines)
    if not sitting.stopped:
        write_close(paper, sitting, debrief)


class _Over(Exception):  # noqa: N818 - nothing went amiss
    """Somebody ends the debrief, or is gone."""

    def __init__(self, *, gone: bool) -> None:
        super().__init__()
        self.gone = gone


class Asking:
    """A debrief in which somebody is asked; what they type is kept at once."""

    def __init__(self, paper: Paper, sitting: Sitting, read: Read, safety: Page) -> None:
        self._paper = paper
        self._sitting = sitting
        self._read = read
        self._safety = safety
        self._ended = False

    def run(self, debrief: Debrief) -> bool:
        """Every part in order, the turns last, with what was worked out meanwhile; whether the
        player wants to be gone at once."""
        if not self._sitting.stopped:
            self._sitting.outlooks.begin()
        try:
            self._paper.notes([_(_SKIP)])
            for part in parts_of(self._sitting):
                self._part(part, debrief)
        except _Over as over:
            return over.gone
        if not self._sitting.stopped:
            self._sitting.outlooks.wait(_A_MOMENT)
            write_close(self._paper, self._sitting, look_back(self._sitting))
        return False

    def _part(self, part: Part, debrief: Debrief) -> None:
        self._paper.write(title_of(part))
        match part:
            case Part.LAND:
                self._paper.write(_(words.BREATH))
            case Part.RATINGS:
                self._paper.write(_(words.BEFORE_METERS))
            case Part.FORK:
                self._fork(debrief.forks)
            case Part.MINE:
                self._paper.write(*mine(debrief))
            case Part.REACHED | Part.LOOP | Part.THEIRS | Part.ONWARD:
                self._paper.notes(tuple(told(part, self._sitting, debrief)))
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
        self._paper.write(f"{question} {_(ask.example)}".rstrip())
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
            match understood(line).key:
                case Key.VANISH:
                    raise _Over(gone=True)
                case Key.QUIT:
                    raise _Over(gone=False)
                case Key.SAFETY:
                    write_page(self._paper, self._safety)
                case Key.HELP:
                    self._paper.notes([_(_SKIP)])
                case _:
                    return " ".join(shown(line).split())
        return ""


def run_debrief(paper: Paper, sitting: Sitting, debrief: Debrief, read: Read, safety: Page) -> bool:
    """Ask the debrief part by part; an empty line skips each question. Whether the player wants
    to be gone at once, with nothing more written."""
    return Asking(paper, sitting, read, safety).run(debrief)
