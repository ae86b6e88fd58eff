"""A line that unfolds: its title stays, what is under it is shown when asked for."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui.keys import bind
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.words import content

FOLDED, OPEN = "▸ ", "▾ "


class _Title(Static, can_focus=True):
    """The line itself."""

    DEFAULT_CSS = "_Title:focus { background: $cursor; text-style: bold; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("debrief.unfold", "press"),
        bind("debrief.above", "app.focus_previous"),
        bind("debrief.below", "app.focus_next"),
    ]

    class Pressed(Message):
        """Enter, or a click."""

    def action_press(self) -> None:
        """Unfold or fold what is beneath."""
        self.post_message(self.Pressed())

    def on_click(self) -> None:
        """As Enter does."""
        self.action_press()


class Fold(Vertical):
    """Folded at first."""

    DEFAULT_CSS = """
    Fold {
        height: auto;
        & > .inside { height: auto; padding: 0 0 0 2; display: none; }
        & > .inside > * { height: auto; margin-top: 1; }
        & > .inside > .tight { margin-top: 0; }
        & > .inside > .last { margin: 1 0; }
        &.-open > .inside { display: block; }
    }
    """

    def __init__(self, title: Content, inside: Iterable[Widget], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._title = title
        self._inside = tuple(inside)

    def compose(self) -> ComposeResult:
        """The title, and what is under it."""
        yield _Title(self._titled(FOLDED))
        if self._inside:
            self._inside[-1].add_class("last")
        yield Vertical(*self._inside, classes="inside")

    @on(_Title.Pressed)
    def _pressed(self, event: _Title.Pressed) -> None:
        event.stop()
        self.toggle()

    def take_focus(self) -> None:
        """Let the keys go to its title."""
        self.query_one(_Title).focus(scroll_visible=False)

    @property
    def is_open(self) -> bool:
        """Whether what is under it is shown."""
        return self.has_class("-open")

    def toggle(self) -> None:
        """Unfold, or fold."""
        self.toggle_class("-open")
        self.query_one(_Title).update(self._titled(OPEN if self.is_open else FOLDED))
        if self.is_open:
            self.call_after_refresh(self.scroll_visible, animate=False, top=True)

    def _titled(self, mark: str) -> Hanging:
        return Hanging(self._title, content(mark, "bold $you"))
