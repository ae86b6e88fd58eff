"""A page to fill in: the arrows go from place to place, and Esc asks before anything is lost."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from simulator.language import N_
from simulator.tui.keys import bind
from simulator.tui.screens.homework.sure import leave_page
from simulator.tui.screens.homework.working import Working
from simulator.tui.screens.page import Reading
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.keybar import BACK, HELP, LEAVE, SAFETY, Key, KeyBar
from simulator.tui.widgets.row import Pick, Row, Tick
from simulator.tui.widgets.secret import Secret
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words

MOVE = Key("↑↓", N_("move"), ids=("form.above", "form.below"))
DO = Key("Enter", N_("do it"), ids=("form.press",))
FORM_KEYS = (
    MOVE,
    DO,
    Key("Esc", BACK.does, "screen.back", ("form.back",)),
    Key("F1", HELP.does, "app.help"),
    Key("F2", SAFETY.does, "app.safety", ("form.safety",)),
    LEAVE,
)
FEW_KEYS = (*FORM_KEYS[2:5], LEAVE)
NARROW = 60


class Form(Reading, can_focus=False):
    """What is filled in."""

    DEFAULT_CSS = """
    Form {
        & > Row { margin-bottom: 0; }
        & > .ask { margin: 1 0 0 0; }
        & > Field, & > Secret { margin-bottom: 0; }
        & > Press { margin-top: 1; }
        & > .told { margin: 0 0 1 0; color: $quiet; }
    }
    """


class FormScreen(Working):
    """Gives what came of it, or `None`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("form.back", "back"),
        bind("form.safety", "app.safety"),
        bind("form.page_up", "page(-1)", priority=True),
        bind("form.page_down", "page(1)", priority=True),
    ]
    AUTO_FOCUS = "Row, Field, Secret"

    def __init__(self) -> None:
        super().__init__()
        self._before: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """The places, what there is to be said, the keys."""
        yield TopBar(self.title_words)
        with Form():
            yield Words(self.title_words, classes="heading")
            yield from self.places()
        yield self.notice()
        yield KeyBar(*self._keys())

    @property
    def title_words(self) -> str:
        """What is filled in here."""
        raise NotImplementedError

    def places(self) -> Iterable[Widget]:
        """What is read and filled in, from top to bottom."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Remember how it was."""
        self._before = tuple(self._values())
        self.call_after_refresh(self.query_one(Form).scroll_home, animate=False)

    def on_resize(self) -> None:
        """Other keys fit."""
        self.query_one(KeyBar).show(*self._keys())

    @property
    def changed(self) -> bool:
        """Whether anything was written, ticked or chosen."""
        return tuple(self._values()) != self._before

    def action_back(self) -> None:
        """Back; where something would be lost, after asking."""
        if self.busy:
            return
        if self.changed:
            self.app.push_screen(leave_page(), self._left)
        else:
            self.dismiss(None)

    def action_page(self, direction: int) -> None:
        """Read on, or back."""
        form = self.query_one(Form)
        form.scroll_relative(y=direction * max(1, form.size.height - 2), animate=False)

    def field(self, id_: str) -> Field:
        """A place to write, by its id."""
        return self.query_one(f"#{id_}", Field)

    def secret(self, id_: str) -> str:
        """What was typed into a masked place."""
        return self.query_one(f"#{id_}", Secret).value

    def ticked(self, id_: str) -> bool:
        """Whether this is ticked; false where it is not there."""
        return any(one.ticked for one in self.query(f"#{id_}").results(Tick))

    def picked(self, id_: str) -> str:
        """The id of what is chosen there."""
        return self.query_one(f"#{id_}", Pick).value

    @on(Field.Done)
    @on(Input.Submitted)
    def _entered(self) -> None:
        """Enter where one writes: on to the next place."""
        self.focus_next()

    def _left(self, leave: bool | None) -> None:  # noqa: FBT001 (what a screen's callback is given)
        if leave:
            self.dismiss(None)

    def _keys(self) -> tuple[Key, ...]:
        return FEW_KEYS if self.app.size.width < NARROW else FORM_KEYS

    def _values(self) -> Iterator[object]:
        for one in self.query("*").results():
            if isinstance(one, Field):
                yield one.text
            elif isinstance(one, Secret):
                yield one.value
            elif isinstance(one, Tick):
                yield one.ticked
            elif isinstance(one, Pick):
                yield one.value


def ask(text: str) -> Words:
    """What a place is for."""
    return Words(text, classes="ask")


def told(text: str) -> Words:
    """What stands back, beside a place."""
    return Words(text, classes="told")


__all__ = ["Form", "FormScreen", "Row", "ask", "told"]
