"""Folded last: the meters as a curve, each reply with its causes, and what was still possible."""

from collections.abc import Iterable, Iterator

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from simulator.coach.causes import Reason
from simulator.coach.debrief import Review, TurningPoint
from simulator.dialogue.conversation import Turn
from simulator.language import _
from simulator.practice import debrief_words as words
from simulator.practice.coaching import METERS
from simulator.practice.debrief_words import turn_words
from simulator.practice.words import POINT
from simulator.tui.over import BackTo
from simulator.tui.screens.debrief.last import goes_to_words
from simulator.tui.screens.debrief.step import Look, Step, heading, quiet
from simulator.tui.screens.turns import TurnsScreen
from simulator.tui.screens.what_if import WhatIfScreen
from simulator.tui.widgets.curve import Curve
from simulator.tui.widgets.fold import Fold
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.speech import offer_content
from simulator.tui.widgets.words import Words, content

GO, WHAT_IF = "go", "what-if"


class Close(Step):
    """The talk from close up; what is not worked out yet fills itself."""

    DEFAULT_CSS = """
    Close > Reading > Fold { max-width: 100; margin-bottom: 0; }
    Close > Reading > .quiet { margin-top: 1; }
    """

    scrolls = False

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._turning = Words(_turning(look))
        self._possible = {review.turn: Words(_possible(review)) for review in _reviews(look)}
        self._waiting = quiet("")

    def body(self) -> Iterable[Widget]:
        """The curve, then the turns; all folded."""
        sitting = self.look.sitting
        yield heading(_(words.CLOSER))
        curve = Curve(sitting.curve, sitting.reading.marks, self._turned, numbers=self.look.numbers)
        yield Fold(content(_("Both meters, from turn to turn")), (curve, self._turning))
        turns = {turn.number: turn for turn in sitting.turns}
        for review in _reviews(self.look):
            yield self._fold(review, turns[review.turn])
        self._waiting.show(_waiting(self.look))
        yield self._waiting

    def choices(self) -> Iterable[tuple[str, Content]]:
        """Go where one chose, or try a turn in another way."""
        yield GO, content(goes_to_words(self.look.goes_to, self.look.sitting))
        if self.look.sitting.turns:
            yield WHAT_IF, content(_("What if: play on from one of your replies, to compare"))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Out, or to *what if*."""
        event.stop()
        if event.option_id == GO:
            self.post_message(self.Over(self.look.goes_to))
        else:
            self.app.push_screen(TurnsScreen(self.look.sitting, keeps=True), self._what_if)

    def take_focus(self) -> None:
        """To the first of the folds; the way out stands beneath them."""
        self.query(Fold).first().take_focus()

    def go_on(self) -> None:
        """There is no part after this one."""

    def go_past(self) -> None:
        """So nothing is passed over by Enter alone."""

    def look_again(self) -> None:
        """What was worked out meanwhile."""
        for review in _reviews(self.look):
            self._possible[review.turn].show(_possible(review))
        self._turning.show(_turning(self.look))
        self._waiting.show(_waiting(self.look))
        for curve in self.query(Curve):
            curve.mark(self._turned)

    @property
    def _turned(self) -> int | None:
        point = self.look.debrief.turning_point
        return point.turn if point else None

    def _what_if(self, at: BackTo | None) -> None:
        if at is not None:
            self.app.push_screen(WhatIfScreen(self.look.sitting, at.turn + 1))

    def _fold(self, review: Review, turn: Turn) -> Fold:
        title = content(f"{turn_words(review.turn)}  ", "bold $quiet") + offer_content(turn.you)
        inside = _shown(_told(review, numbers=self.look.numbers))
        return Fold(title, (*inside, self._possible[review.turn]))


def _reviews(look: Look) -> tuple[Review, ...]:
    return look.debrief.turns


def _shown(parts: Iterable[Content | Hanging]) -> Iterator[Widget]:
    """As widgets; the reasons, which hang, stand close together."""
    close = False
    for part in parts:
        hangs = isinstance(part, Hanging)
        yield Static(part, classes="tight" if close and hangs else "")
        close = hangs


def _told(review: Review, *, numbers: bool) -> Iterator[Content | Hanging]:
    """How they stood, how it was taken and by which causes, the feedback, and another way."""
    yield content(review.stood, "$quiet")
    if review.explanation.took_as:
        yield content(review.explanation.took_as)
    yield from _reasons(review, numbers=numbers)
    if review.feedback:
        yield content(review.feedback)
    if review.instead:
        yield content(_(words.INSTEAD_TRY) + "  ", "bold $you") + offer_content(review.instead.you)
        yield content(review.instead.text, "$quiet")


def _reasons(review: Review, *, numbers: bool) -> Iterator[Hanging]:
    """What moved each meter: all of it with its points, or without them what was said alone."""
    for meter, reasons in review.explanation.by_meter(points=numbers, numbers=numbers):
        yield Hanging(content(METERS[meter], "bold $quiet"), Content(""))
        yield from (_reason(reason, numbers=numbers) for reason in reasons)


def _reason(reason: Reason, *, numbers: bool) -> Hanging:
    lead = f"{reason.signed:>4}  " if numbers else POINT
    return Hanging(content(reason.text, "$quiet"), content(lead, "bold $quiet"))


def _possible(review: Review) -> Content:
    return content(review.possible, "$secondary")


def _turning(look: Look) -> Content:
    point = look.debrief.turning_point
    if point is not None:
        return _turning_point(point, look)
    done = look.debrief.worked_out
    return content(_(words.NO_TURNING_POINT) if done else _(words.NOT_WORKED_OUT), "$quiet")


def _turning_point(point: TurningPoint, look: Look) -> Content:
    title = content(_(words.A_TURNING_POINT).format(turn=point.turn), "bold")
    before = content(f"\n{point.before}")
    turn = next(turn for turn in look.sitting.turns if turn.number == point.turn)
    you = content("\n" + _("You said") + "  ", "bold $you") + offer_content(turn.you)
    return title + (before if point.before else Content("")) + you


def _waiting(look: Look) -> str:
    """Why something is not shown, where that is so."""
    if look.debrief.worked_out:
        return ""
    return look.sitting.outlooks.trouble or _(words.NOT_WORKED_OUT)
