"""A number from 0 to 10 of one's own, by its digits or by arrows; none until one is chosen."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from simulator.tui.keys import bind
from simulator.tui.widgets.words import content

MOST = 10
NOTHING, HERE = "–", "▸"
_CELL = 3
_HEAD = 4
"""cells before the scale, for a mark and the number itself, where there is room for it"""
_WHOLE = 38


class Rating(Widget, can_focus=True):
    """The scale in one line, the chosen number in brackets; a second digit makes 1 into 10."""

    DEFAULT_CSS = """
    Rating { height: 1; width: 100%; max-width: 38; color: $quiet; }
    Rating:focus { color: $foreground; background: $cursor; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("debrief.less", "step(-1)"),
        bind("debrief.more", "step(1)"),
        bind("debrief.least", "set(0)"),
        bind("debrief.most", "set(10)"),
        bind("debrief.none", "clear"),
        bind("debrief.above", "app.focus_previous"),
        bind("debrief.below", "app.focus_next"),
    ]
    value: reactive[int | None] = reactive(None)

    class Changed(Message):
        """Another number was chosen, or none."""

    def __init__(self, value: int | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.set_reactive(Rating.value, value)
        self._typed = ""

    def watch_value(self) -> None:
        """Tell whoever keeps it."""
        self.post_message(self.Changed())

    def on_focus(self) -> None:
        """Digits typed before do not count any more; a mark says where one is."""
        self._typed = ""

    def on_key(self, event: Key) -> None:
        """A digit is the number; after 1, a 0 makes it 10."""
        if not event.key.isdecimal():
            self._typed = ""
            return
        event.stop()
        both = self._typed + event.key
        self._typed = event.key
        self.value = int(both) if both == str(MOST) else int(event.key)

    def on_click(self, event: Click) -> None:
        """The number under the mouse."""
        at = min(MOST, (event.x - self._head) // _CELL)
        if 0 <= at <= MOST:
            self.value = at

    def action_step(self, by: int) -> None:
        """One more, or one less; from nothing, the middle."""
        self._typed = ""
        now = MOST // 2 if self.value is None else self.value + by
        self.value = max(0, min(MOST, now))

    def action_set(self, number: int) -> None:
        """This number."""
        self.value = number

    def action_clear(self) -> None:
        """No number."""
        self._typed = ""
        self.value = None

    @property
    def _head(self) -> int:
        return _HEAD if self.size.width >= _WHOLE else 1

    def render(self) -> Content:
        """The number, then the scale; the number stands out by brackets as well as by weight."""
        chosen = NOTHING if self.value is None else str(self.value)
        mark = HERE if self.has_focus else " "
        line = content(f"{mark}{chosen:>2} "[: self._head], "bold $you")
        for number in range(MOST + 1):
            here = number == self.value
            line += content(f"[{number}]" if here else f" {number} ", "bold $you" if here else "")
        return line
