"""After a reply: the answer, a still second, how it landed, then the meters and what moved them."""

from collections.abc import Callable
from functools import partial

from simulator.coach.landing import Landing
from simulator.practice.sitting import Sitting
from simulator.tui.screens.play.drawing import Drawing
from simulator.tui.screens.play.pace import Pace, Stage
from simulator.tui.widgets.transcript import Block


class After:
    """Leads through it, as far as the settings ask for its steps."""

    def __init__(self, sitting: Sitting, pace: Pace, draw: Drawing) -> None:
        self._sitting = sitting
        self._pace = pace
        self._draw = draw

    def answer(self) -> Callable[[], None]:
        """Shows what came of the last reply; made ready while that is being kept."""
        if self._draw.prefs.still_second or self._draw.view.shows.guess:
            return partial(self._show_heard, self._draw.heard())
        return partial(self._draw.add, self._draw.told())

    def go_on(self) -> None:
        """The still second is cut short."""
        if self._pace.stage is Stage.STILL:
            self._pace.go_on()

    def guessed(self, guess: Landing | None) -> None:
        """The player said how it landed, or did not say."""
        if self._pace.stage is Stage.ASKED:
            if guess:
                self._sitting.guess(guess)
            self._rest(read=1)

    def settings_changed(self) -> None:
        """A question that is no longer wanted is taken back."""
        if self._pace.stage is Stage.ASKED and not self._draw.view.shows.guess:
            self._rest(read=0)

    def _show_heard(self, block: Block) -> None:
        with self._draw.at_once():
            self._draw.talk.append(block)
            if self._draw.prefs.still_second:
                self._pace.still(self._after_the_second)
                self._draw.replies.be_still()
                self._draw.around()
            else:
                self._after_the_second()

    def _after_the_second(self) -> None:
        if self._draw.view.shows.guess:
            self._pace.ask()
            self._draw.replies.ask()
            self._draw.around()
        else:
            self._rest(read=0)

    def _rest(self, *, read: int) -> None:
        """All of the last turn; where its answer was read, reading goes on after it."""
        self._pace.end()
        with self._draw.at_once():
            self._draw.talk.replace_last(self._draw.told(read=read))
            self._draw.now()
