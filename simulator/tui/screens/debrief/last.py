"""The last parts: where to go from here, and one sentence for home."""

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from simulator.language import _
from simulator.practice import debrief_words as words
from simulator.practice.debrief_words import Part, title_of
from simulator.practice.sitting import Sitting
from simulator.practice.words import REACHES
from simulator.tui.over import BackTo, PlayOver
from simulator.tui.screens.debrief.evening import EveningScreen, tempers
from simulator.tui.screens.debrief.step import Step, heading, quiet
from simulator.tui.screens.turns import TurnsScreen
from simulator.tui.widgets.words import Words, content


class Onward(Step):
    """Again from a turn, the other chair, another evening, or enough."""

    def body(self) -> Iterable[Widget]:
        """The question."""
        yield heading(title_of(Part.ONWARD))
        yield Words(_(words.ONWARD_ASK))

    def choices(self) -> Iterable[tuple[str, Content]]:
        """What this talk allows."""
        sitting = self.look.sitting
        if sitting.turns and not self.look.past:
            yield "turn", content(_("Again from one of your replies, in this same talk"))
        if sitting.partner_role in sitting.scenario.roles:
            yield "other_chair", content(other_chair(sitting))
        yield "again", content(_("Another evening: the same talk from its start"))
        if len(tempers(sitting)) > 1:
            otherwise = _("Another evening, with {name} taking things otherwise")
            yield "temper", content(otherwise.format(name=self.look.name))
        yield "home", content(_("Enough for now"))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Back into the talk at once; anywhere else after the sentence for home."""
        event.stop()
        sitting = self.look.sitting
        match event.option_id:
            case "turn":
                self.app.push_screen(TurnsScreen(sitting), self._back_to)
            case "temper":
                self.app.push_screen(EveningScreen(sitting), self._with)
            case "other_chair":
                self._go(PlayOver("other_chair"))
            case "again":
                self._go(PlayOver("again"))
            case _:
                self._go(PlayOver("home"))

    def _back_to(self, turn: BackTo | None) -> None:
        if turn is not None:
            self.post_message(self.Over(turn))

    def _with(self, temperament: str | None) -> None:
        if temperament is not None:
            self._go(PlayOver("again", temperament))

    def _go(self, to: PlayOver) -> None:
        self.look.goes_to = to
        self.post_message(self.Next())


class Sentence(Step):
    """If … then I …; how likely, and what might get in the way."""

    def body(self) -> Iterable[Widget]:
        """Three places, each of which may stay empty."""
        yield heading(title_of(Part.SENTENCE))
        yield from self.field(words.IF_THEN)
        yield from self.rating(words.LIKELY)
        yield from self.field(words.IN_THE_WAY)
        yield quiet(_(words.SMALL_IS_FINE))
        yield self.scale()


def other_chair(sitting: Sitting) -> str:
    """The other chair, with who one is in it."""
    name, does = sitting.partner.name, REACHES[sitting.partner_role]
    return _("The other chair: be {name}, {does}").format(name=name, does=does)


def goes_to_words(to: PlayOver, sitting: Sitting) -> str:
    """Where one goes from the debrief, as one chose."""
    match to.next:
        case "again":
            return _("Another evening")
        case "other_chair":
            return other_chair(sitting)
        case _:
            return _("Home")
