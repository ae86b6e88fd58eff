"""The loop of the plain player: what is typed in, what came of it out."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from simulator.coach.people import forms_of
from simulator.dialogue.conversation import Moment, UndoError
from simulator.plain import pages
from simulator.plain.commands import Key, Typed, understood
from simulator.plain.meters import meter_lines, point_lines, reason_lines
from simulator.plain.paper import Paper
from simulator.plain.speech import moment_lines, thought, tip_lines
from simulator.plain.whole_page import write_page
from simulator.practice.sitting import Answered, Sitting
from simulator.practice.spoken import offer_words
from simulator.practice.words import CROSSED, Page


class House(NamedTuple):
    """What a player brings to every talk."""

    safety: Page
    thoughts: bool = False
    """whether thoughts are shown from the start"""
    interactive: bool = False
    """whether somebody types here, and so wants to be prompted"""


class Player:
    """One play as text. Writes to its paper; takes what was typed."""

    def __init__(self, sitting: Sitting, paper: Paper, house: House) -> None:
        self._sitting = sitting
        self._paper = paper
        self._house = house
        self._thoughts = house.thoughts
        self._them = forms_of(sitting.partner)

    def first_start(self) -> None:
        """The terms and the page about fear."""
        for page in pages.terms():
            self._page(page)

    def open(self) -> None:
        """The title, the brief, and the first lines."""
        self._section(pages.beginning(self._sitting))
        self._moment(self._sitting.opening)
        self._section(meter_lines(self._sitting.reading))

    def open_again(self) -> None:
        """The title, the brief, the whole talk so far, and the meters as they are now."""
        sitting = self._sitting
        self._section(pages.beginning(sitting))
        self._section([pages.GO_ON])
        self._section(moment_lines(sitting.opening, self._them, thoughts=self._thoughts))
        for turn in sitting.turns:
            self._section([f"You: {offer_words(turn.you)}"])
            self._section(moment_lines(turn.moment, self._them, thoughts=self._thoughts))
        self._section(tip_lines(sitting.moment, first=True))
        self._section(meter_lines(sitting.reading))
        self._section(pages.ending(sitting))

    def give(self, reply: str) -> None:
        """Give a reply and tell what came of it. Raises `NotOfferedError`."""
        answered = self._sitting.choose(reply)
        turn = answered.turn
        self._section([f"You: {offer_words(turn.you)}"])
        if self._sitting.stopped:
            self._page(CROSSED)
            self._page(self._house.safety)
            return
        self._moment(turn.moment)
        self._section(self._meters(answered))
        self._section(reason_lines(answered))
        self._section(pages.ending(self._sitting))
        self._tell_news()

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
            self._do(typed, line)

    def leave(self) -> None:
        """Leave, and say whether the talk is kept, and from which seed it came."""
        self._sitting.leave()
        self._paper.write(*pages.farewell(self._sitting))

    def pause(self) -> None:
        """Say where a script's replies ran out: the ids that would be offered next."""
        offered = self._sitting.offered
        if offered:
            ids = ", ".join(offer.id for offer in offered)
            self._paper.write(f"The replies run out here. Offered next: {ids}.")
        self._paper.write(*pages.seed(self._sitting))

    def _do(self, typed: Typed, line: str) -> None:
        match typed.key:
            case Key.UNDO:
                self._undo(typed.number or 0)
            case Key.THOUGHTS:
                self._switch_thoughts()
            case Key.POINTS:
                self._section(self._points())
            case Key.BRIEF:
                self._section([self._sitting.brief])
            case Key.HELP:
                self._page(pages.help_page())
            case Key.SAFETY:
                self._page(self._house.safety)
            case _ if typed.number is not None:
                self._choose(typed.number)
            case _ if not line.strip():
                self._replies()
            case _:
                self._section([f"“{line.strip()[:40]}” is no key here. {self._what_can_be()}"])

    def _choose(self, number: int) -> None:
        offered = self._sitting.offered
        if not 1 <= number <= len(offered):
            self._section([f"There is no reply {number} here. {self._what_can_be()}"])
            return
        self.give(offered[number - 1].id)
        self._replies()

    def _undo(self, count: int) -> None:
        try:
            self._sitting.undo(count)
            self._sitting.kept()
        except UndoError as error:
            self._section([f"Nothing was taken back: {error}."])
            return
        what = "The last reply is" if count == 1 else f"The last {count} replies are"
        self._section([f"{what} taken back. This is where you were:"])
        self._moment(self._sitting.moment)
        self._section(meter_lines(self._sitting.reading))
        self._tell_news()
        self._replies()

    def _switch_thoughts(self) -> None:
        self._thoughts = not self._thoughts
        name = self._them.name
        self._section([f"{name}'s thoughts are {'on' if self._thoughts else 'off'}."])
        if self._thoughts:
            lines = self._sitting.moment.lines
            self._section(words for line in lines for words in thought(line, self._them))

    def _points(self) -> Iterator[str]:
        latest = self._sitting.latest
        if latest is None:
            yield "There are no points yet: no reply was given."
        elif self._sitting.stopped:
            yield pages.STOPPED
        else:
            yield from point_lines(latest.explanation.moved)

    def _tell_news(self) -> None:
        news = self._sitting.keeper.news if self._sitting.keeper else None
        self._section([news] if news else [])

    def _meters(self, answered: Answered) -> Iterator[str]:
        return meter_lines(answered.reading, answered.tension, answered.connection, answered.hope)

    def _moment(self, moment: Moment) -> None:
        self._section(moment_lines(moment, self._them, thoughts=self._thoughts))
        self._section(tip_lines(moment, first=not self._sitting.turns))

    def _replies(self) -> None:
        offered = self._sitting.offered
        if not offered:
            self._section([self._what_can_be()])
            return
        self._paper.write("You can reply:")
        for number, offer in enumerate(offered, start=1):
            self._paper.write(offer_words(offer), lead=f"{number}. ")
        self._paper.blank()

    def _what_can_be(self) -> str:
        if self._sitting.stopped:
            return pages.STOPPED
        if self._sitting.finished:
            return pages.OVER
        return f"Type {self._numbers()}, or ? for help."

    def _numbers(self) -> str:
        most = len(self._sitting.offered)
        return "1" if most == 1 else f"a number from 1 to {most}"

    def _prompt(self) -> None:
        if not self._house.interactive:
            return
        ask = "What now" if self._sitting.finished else f"Your reply, {self._numbers()}"
        self._paper.prompt(f"{ask} (? for help): ")

    def _page(self, page: Page) -> None:
        write_page(self._paper, page)

    def _section(self, paragraphs: Iterable[str]) -> None:
        self._paper.notes(tuple(paragraphs))
