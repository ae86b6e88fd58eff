"""What a talk came to: in words first, then the meters over the turns, then where to go."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.practice.outcomes import outcome_words
from simulator.practice.sitting import EndingView, Sitting
from simulator.practice.words import REACHES
from simulator.tui.over import BackTo, PlayOver
from simulator.tui.screens.page import Reading
from simulator.tui.screens.turns import TurnsScreen
from simulator.tui.widgets.curve import Curve
from simulator.tui.widgets.keybar import HELP, LEAVE, Key, KeyBar
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content

NARROW = 60
TURNS, AGAIN, OTHER, HOME = "turns", "again", "other_chair", "home"


class EndingScreen(Screen[PlayOver | BackTo]):
    """The outcome, what it cost both, the partner's own part, the curve, and where to go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back to the talk"),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    EndingScreen {
        #words { height: auto; max-width: 76; Words { margin-bottom: 1; } }
        Curve { max-width: 100; }
    }
    EndingScreen.-wide {
        Reading { layout: horizontal; }
        #words { width: 1fr; margin-right: 3; }
        Curve { width: 1fr; max-width: 60; }
    }
    """
    AUTO_FOCUS = "Numbered"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting

    def compose(self) -> ComposeResult:
        """Words and curve to read, and the choices under them."""
        sitting = self._sitting
        yield TopBar(f"{sitting.title} · the talk is over")
        with Reading(can_focus=False):
            with Vertical(id="words"):
                if sitting.ending is not None:
                    yield from _words(sitting.ending, sitting.partner.name)
            yield Curve(sitting.curve, sitting.reading.marks)
        yield Numbered(self._choices())
        yield KeyBar(*self._keys())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Where to go."""
        event.stop()
        match event.option.id:
            case "turns":
                self.app.push_screen(TurnsScreen(self._sitting), self._turn_chosen)
            case "again":
                self.dismiss(PlayOver("again"))
            case "other_chair":
                self.dismiss(PlayOver("other_chair"))
            case _:
                self.dismiss(PlayOver("home"))

    def action_back(self) -> None:
        """Look at the talk once more."""
        self.dismiss(None)

    def action_page(self, direction: int) -> None:
        """Read on, or back."""
        reading = self.query_one(Reading)
        step = max(1, reading.size.height - 2)
        reading.scroll_relative(y=direction * step, animate=False)

    def _keys(self) -> tuple[Key, ...]:
        on = Key("PgDn", "read on", "screen.page(1)")
        if self.app.size.width < NARROW:
            return (on, HELP, LEAVE)
        return (Key("1–4", "choose"), on, Key("Esc", "to the talk", "screen.back"), HELP, LEAVE)

    def _turn_chosen(self, result: BackTo | None) -> None:
        if result is not None:
            self.dismiss(result)

    def _choices(self) -> Iterator[tuple[str, Content]]:
        sitting = self._sitting
        yield TURNS, content("Go back to a turn and say something else")
        if sitting.partner_role in sitting.scenario.roles:
            other = f"{sitting.partner.name}, {REACHES[sitting.partner_role]}"
            yield OTHER, content(f"The other chair: be {other}")
        yield AGAIN, content("Again from the start")
        yield HOME, content("Home")


def _words(ending: EndingView, name: str) -> Iterator[Words]:
    yield Words(outcome_words(ending.outcome, name), classes="heading")
    yield Words(ending.meaning)
    for title, text in (("What it cost", ending.cost), (f"{name}’s own part", ending.theirs)):
        yield Words(content(title, "bold") + content(f"\n{text}"))
