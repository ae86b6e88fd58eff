"""The middle parts: the loop, one's own side, and the other half."""

from collections.abc import Iterable

from textual.widget import Widget

from simulator.language import _
from simulator.practice import debrief_words as words
from simulator.practice.debrief_words import Part, title_of
from simulator.tui.screens.debrief.step import Step, heading, quiet
from simulator.tui.widgets.loop import LoopView
from simulator.tui.widgets.words import Words, content


class LoopStep(Step):
    """The loop of this talk in four corners."""

    DEFAULT_CSS = "LoopStep > Reading > LoopView { max-width: 110; }"

    def body(self) -> Iterable[Widget]:
        """The loop, drawn or as a list by the room there is."""
        yield heading(title_of(Part.LOOP))
        loop = self.look.debrief.loop
        if loop is None:
            yield Words(_(words.NO_LOOP))
            return
        yield Words(words.loop_is(self.look.debrief))
        yield LoopView(loop)


class MineStep(Step):
    """What one said for oneself, what not, and whether it was safe to."""

    def body(self) -> Iterable[Widget]:
        """What was said, and a place for one's own view of it."""
        mine = self.look.debrief.mine
        yield heading(title_of(Part.MINE))
        yield Words(mine.text)
        for quote in mine.said:
            yield Words(content(quote.words, "italic"))
        yield Words(mine.unsaid)
        yield Words(mine.safe)
        yield from self.field(words.FOR_MYSELF)
        key = self.label("debrief.safety")
        yield quiet(_("{key} opens the safety page from here.").format(key=key))


class TheirsStep(Step):
    """The partner's part, and what no sentence could have changed."""

    def body(self) -> Iterable[Widget]:
        """The cost, their part, what was beyond words."""
        sitting, theirs = self.look.sitting, self.look.debrief.theirs
        yield heading(title_of(Part.THEIRS))
        told = (
            (_(words.COST), sitting.ending.cost if sitting.ending else ""),
            (words.part_of(self.look.name), theirs.part),
            (_(words.NO_SENTENCE), theirs.beyond),
        )
        for title, text in told:
            if text:
                yield Words(content(title, "bold") + content(f"\n{text}"))
