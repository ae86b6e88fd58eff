"""What the plain player writes of a talk, in the order in which it is read."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from simulator.coach.landing import landing
from simulator.coach.people import forms_of
from simulator.dialogue.conversation import Moment
from simulator.language import _
from simulator.plain import pages
from simulator.plain.meters import meter_lines, reason_lines
from simulator.plain.paper import Paper
from simulator.plain.speech import moment_lines, thought, tip_lines
from simulator.plain.whole_page import write_page
from simulator.practice.coaching import CHOICES, QUESTION, Shows, guess_words
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
    shows: Shows = Shows()
    """what is shown before the talk is over, and whether a guess is asked"""
    numbers: bool = True
    """whether the meters carry numbers"""


class Telling:
    """Writes one talk to its paper."""

    def __init__(self, sitting: Sitting, paper: Paper, house: House) -> None:
        self._sitting = sitting
        self._paper = paper
        self._house = house
        self._thoughts = house.thoughts
        self._them = forms_of(sitting.partner)

    def beginning(self) -> None:
        """The title, the brief, and the first lines."""
        self.section(pages.beginning(self._sitting))
        self._moment(self._sitting.opening)
        self._meters_now()

    def so_far(self) -> None:
        """The title, the brief, the whole talk so far, and the meters as they are now."""
        sitting = self._sitting
        self.section(pages.beginning(sitting))
        self.section([_(pages.GO_ON)])
        self.section(moment_lines(sitting.opening, self._them, thoughts=self._thoughts))
        for turn in sitting.turns:
            self.section([pages.you(turn.you)])
            self.section(moment_lines(turn.moment, self._them, thoughts=self._thoughts))
        self.section(tip_lines(sitting.moment, first=True))
        self._meters_now()
        self.section(pages.came_to(sitting))

    def heard(self, answered: Answered) -> None:
        """The player's words and the answer."""
        self.section([pages.you(answered.turn.you)])
        if self._sitting.stopped:
            self.page(CROSSED)
            self.page(self._house.safety)
        else:
            self._moment(answered.turn.moment)

    def question(self) -> None:
        """How did that land?"""
        numbered = (f"{number}. {words}" for number, words in enumerate(CHOICES.values(), 1))
        self.section([f"{_(QUESTION)} {', '.join(numbered)}.", _(pages.SKIP)])

    def rest(self, answered: Answered) -> None:
        """What follows the answer: the guess beside the meters, what moved them, the end."""
        shows, turn = self._house.shows, answered.turn
        guess = self._sitting.guesses.get(turn.number)
        if guess and shows.causes:
            self.section([guess_words(guess, landing(turn))])
        if shows.meters:
            self.section(self._meters(answered))
        if shows.causes:
            self.section(reason_lines(answered, numbers=self._house.numbers))
        self.section(pages.came_to(self._sitting))
        self._news()

    def taken_back(self, count: int) -> None:
        """What was taken back, and where that leads."""
        self.section([pages.taken_back(count)])
        self.standing()
        self._news()

    def standing(self) -> None:
        """What came last, and the meters now."""
        self._moment(self._sitting.moment)
        self._meters_now()

    def switch_thoughts(self) -> None:
        """Tell thoughts from now on, or no longer."""
        self._thoughts = not self._thoughts
        said = _("{name}’s thoughts are on.") if self._thoughts else _("{name}’s thoughts are off.")
        self.section([said.format(name=self._them.name)])
        if self._thoughts:
            lines = self._sitting.moment.lines
            self.section(words for line in lines for words in thought(line, self._them))

    def replies(self, otherwise: str) -> None:
        """What can be replied now, numbered; where nothing can, what can be done instead."""
        offered = self._sitting.offered
        if not offered:
            self.section([otherwise])
            return
        self._paper.write(_("You can reply:"))
        for number, offer in enumerate(offered, start=1):
            self._paper.write(offer_words(offer), lead=f"{number}. ")
        self._paper.blank()

    def page(self, page: Page) -> None:
        """A whole page."""
        write_page(self._paper, page)

    def section(self, paragraphs: Iterable[str]) -> None:
        """Paragraphs that stand together."""
        self._paper.notes(tuple(paragraphs))

    def _meters(self, answered: Answered) -> Iterator[str]:
        moved = (answered.tension, answered.connection, answered.hope)
        return meter_lines(answered.reading, *moved, numbers=self._house.numbers)

    def _meters_now(self) -> None:
        if self._house.shows.meters:
            self.section(meter_lines(self._sitting.reading, numbers=self._house.numbers))

    def _moment(self, moment: Moment) -> None:
        self.section(moment_lines(moment, self._them, thoughts=self._thoughts))
        self.section(tip_lines(moment, first=not self._sitting.turns))

    def _news(self) -> None:
        news = self._sitting.keeper.news if self._sitting.keeper else None
        self.section([news] if news else [])
