"""The first parts: arriving, one's own rating, and one thing that reached."""

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from simulator.language import _
from simulator.practice import debrief_words as words
from simulator.practice.debrief_words import Part, title_of
from simulator.tui.over import PlayOver
from simulator.tui.screens.breathing import BreathingScreen
from simulator.tui.screens.debrief.step import Step, heading, quiet
from simulator.tui.widgets.words import Words, content

BREATHE, ON, ENOUGH = "breathe", "on", "enough"


class Land(Step):
    """One breath, how one is now, and enough for today if it is."""

    def body(self) -> Iterable[Widget]:
        """The breath, and a place for a word."""
        yield heading(title_of(Part.LAND))
        yield Words(_(words.BREATH))
        yield from self.field(words.NOW)
        yield quiet(_(words.ENOUGH))

    def choices(self) -> Iterable[tuple[str, Content]]:
        """Breathe, go on, or stop here."""
        yield BREATHE, content(_("Breathe for a minute and a half"))
        yield ON, content(_("Go on"))
        yield ENOUGH, content(_("Enough for today"))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """What was chosen."""
        event.stop()
        match event.option_id:
            case "breathe":
                self.app.push_screen(BreathingScreen())
            case "enough":
                self.post_message(self.Over(PlayOver("home")))
            case _:
                self.post_message(self.Next())


class Ratings(Step):
    """How connected, how steady: before anything else is shown."""

    def body(self) -> Iterable[Widget]:
        """Two scales."""
        yield heading(title_of(Part.RATINGS))
        yield Words(_(words.BEFORE_METERS))
        yield from self.rating(words.CONNECTED)
        yield from self.rating(words.STEADY)
        yield self.scale()
        yield quiet(_(words.ORDINARY))


class ReachedStep(Step):
    """What the talk came to, and one thing in it that reached."""

    def body(self) -> Iterable[Widget]:
        """The outcome in words, then the thing with its quote."""
        outcome, meaning = words.came_to(self.look.sitting)
        yield heading(outcome)
        yield Words(meaning)
        yield heading(title_of(Part.REACHED))
        reached = self.look.debrief.reached
        if reached is None:
            yield Words(_(words.NOTHING_REACHED).format(name=self.look.name))
            return
        yield Words(content(reached.quote, "italic"))
        yield Words(reached.text)
