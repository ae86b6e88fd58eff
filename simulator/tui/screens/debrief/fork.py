"""One fork of the player's choosing: their own sentence first, then others that were there."""

from collections.abc import Iterable, Iterator

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from simulator.coach.debrief import Alternative, Fork
from simulator.journal.events import Reflection
from simulator.language import _
from simulator.practice import debrief_words as words
from simulator.practice.debrief_words import Part, title_of
from simulator.tui.screens.debrief.step import Look, Step, heading, quiet
from simulator.tui.screens.page import Reading
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.speech import offer_content
from simulator.tui.widgets.words import Words, content

SHOW, CHANGE, ON = "show", "change", "on"


class ForkStep(Step):
    """Choose a turn, write, and only then, or when asked, see what else was there."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._fork: Fork | None = None
        self._seen = False

    def body(self) -> Iterable[Widget]:
        """The choice of a turn, or the turn that was chosen."""
        yield heading(title_of(Part.FORK))
        if self._fork is None:
            forks = self.look.debrief.forks
            yield Words(_(words.CHOOSE_FORK) if forks else _(words.NO_FORK))
            return
        yield from _moment(self._fork)
        yield from self.field(words.OWN_WORDS, self._fork.turn)
        if self._seen:
            yield from _others(self._fork.others)
        elif self._fork.others:
            yield quiet(_(words.UNSEEN))

    def choices(self) -> Iterable[tuple[str, Content]]:
        """The turns; once one is chosen, what can be done with it."""
        fork = self._fork
        if fork is None:
            for one in sorted(self.look.debrief.forks, key=lambda fork: fork.turn):
                yield f"turn-{one.turn}", offer_content(one.you)
            return
        if fork.others and not self._seen:
            yield SHOW, content(_("Show others without writing"))
        yield CHANGE, content(_("Look at another reply"))
        yield ON, content(_("Go on"))

    @on(OptionList.OptionSelected)
    async def choose(self, event: OptionList.OptionSelected) -> None:
        """A turn, or what to do with it."""
        event.stop()
        match str(event.option_id):
            case "show":
                await self._show(self._fork, seen=True)
            case "change":
                await self._show(None)
            case "on":
                self.post_message(self.Next())
            case turn:
                fork = self._at(int(turn.removeprefix("turn-")))
                await self._show(fork, seen=self._written(fork))

    def go_on(self) -> None:
        """What was written shows the others; nothing written leaves the choice to the player."""
        reading = self.query_one(Reading).has_focus
        if reading or self._fork is None or self._seen or not self._fork.others:
            super().go_on()
        elif self._written(self._fork):
            self.call_next(self._show, self._fork, seen=True)
        else:
            self.query_one(Numbered).focus()

    async def _show(self, fork: Fork | None, *, seen: bool = False) -> None:
        self.forget_places()
        self._fork, self._seen = fork, seen
        await self.recompose()
        self.take_focus()
        if seen:
            self.query_one(Numbered).focus(scroll_visible=False)
            self.call_after_refresh(self._to_others)

    def _to_others(self) -> None:
        for heard in self.query(".others"):
            self.query_one(Reading).scroll_to_widget(heard, animate=False, top=True)

    def _at(self, turn: int) -> Fork:
        return next(fork for fork in self.look.debrief.forks if fork.turn == turn)

    def _written(self, fork: Fork) -> bool:
        written = self.look.sitting.reflections.get((Reflection.OWN_WORDS, fork.turn))
        return bool(written and written.words)


def _moment(fork: Fork) -> Iterator[Words]:
    if fork.before:
        yield Words(fork.before)
    yield Words(content(_("You said") + "  ", "bold $you") + offer_content(fork.you))


def _others(others: Iterable[Alternative]) -> Iterator[Words]:
    listed = tuple(others)
    yield Words(words.others_are(len(listed)), classes="quiet others")
    for other in listed:
        yield Words(offer_content(other.you) + content(f"\n{other.text}", "$quiet"))
