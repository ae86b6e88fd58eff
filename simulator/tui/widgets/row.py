"""Rows of a page to fill in: something to tick, to choose or to do, one below the other.

A shape says where one is and what is chosen, so that nothing hangs on colour.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from simulator.tui.keys import bind
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.words import content

HERE, ELSEWHERE = "▸", " "


class Row(Static, can_focus=True):
    """One row, of one line or more; the arrows go from row to row."""

    DEFAULT_CSS = """
    Row { height: auto; max-width: 76; }
    Row:focus { background: $cursor; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("form.above", "app.focus_previous"),
        bind("form.below", "app.focus_next"),
        bind("form.press", "press"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (the base's name)
        super().__init__(markup=False, id=id)
        self.auto_links = False

    def lead(self) -> str:
        """What stands before the words."""
        return ""

    def body(self) -> Content:
        """The words."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show it as it is now."""
        here = HERE if self.has_focus else ELSEWHERE
        self.update(Hanging(self.body(), content(f"{here} {self.lead()}", "bold $you")))

    def on_mount(self) -> None:
        """Show it."""
        self.draw()

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001 (the base's signature)
        """A mark says where one is."""
        super().watch_has_focus(has_focus)
        self.draw()

    def on_click(self) -> None:
        """The mouse does what Enter does."""
        self.focus()
        self.action_press()

    def action_press(self) -> None:
        """What Enter does."""


class Tick(Row):
    """Something that is so, or not."""

    class Changed(Message):
        """It was ticked, or not any more."""

    def __init__(
        self,
        text: str | Content,
        *,
        ticked: bool = False,
        id: str | None = None,  # noqa: A002 (the base's name)
    ) -> None:
        super().__init__(id=id)
        self._text = text if isinstance(text, Content) else content(text)
        self.ticked = ticked

    def lead(self) -> str:
        """Ticked or not, without colour too."""
        return "[x] " if self.ticked else "[ ] "

    def body(self) -> Content:
        """What is ticked."""
        return self._text

    def action_press(self) -> None:
        """Tick it, or take the tick away."""
        self.ticked = not self.ticked
        self.draw()
        self.post_message(self.Changed())


class Pick(Row):
    """One of several values, shown one at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("form.next", "step(1)"),
        bind("form.before", "step(-1)"),
    ]

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, pick: "Pick") -> None:
            super().__init__()
            self.pick = pick

        @property
        def control(self) -> "Pick":
            """Where it was chosen."""
            return self.pick

    def __init__(
        self,
        called: str,
        values: Sequence[tuple[str, str]],
        value: str | None = None,
        *,
        id: str | None = None,  # noqa: A002 (the base's name)
    ) -> None:
        """`values`: each an id and how it is said; at least one."""
        super().__init__(id=id)
        self._called = called
        self._values = tuple(values)
        known = [one for one, _said in self._values]
        self._at = known.index(value) if value in known else 0

    @property
    def value(self) -> str:
        """The id of what is chosen."""
        return self._values[self._at][0]

    def take(self, value: str) -> None:
        """Show that this value holds, without telling anybody; an unknown one changes nothing."""
        known = [one for one, _said in self._values]
        if value in known and known.index(value) != self._at:
            self._at = known.index(value)
            self.draw()

    def body(self) -> Content:
        """What it is called, and the value between two arrows."""
        said = content(self._values[self._at][1], "bold $primary")
        return Content.assemble(content(f"{self._called}  "), "‹ ", said, " ›")

    def action_press(self) -> None:
        """To the next."""
        self.action_step(1)

    def action_step(self, by: int) -> None:
        """To the next, or the one before; after the last comes the first."""
        self._at = (self._at + by) % len(self._values)
        self.draw()
        self.post_message(self.Changed(self))


class Press(Row):
    """Something to do."""

    DEFAULT_CSS = "Press { text-style: bold; }"

    class Pressed(Message):
        """It is to be done."""

        def __init__(self, press: "Press") -> None:
            super().__init__()
            self.press = press

        @property
        def control(self) -> "Press":
            """What was pressed."""
            return self.press

    def __init__(self, text: str, *, id: str | None = None) -> None:  # noqa: A002 (the base's name)
        super().__init__(id=id)
        self._text = text

    def lead(self) -> str:
        """An arrow: it leads on."""
        return "→ "

    def body(self) -> Content:
        """What it does."""
        return content(self._text)

    def action_press(self) -> None:
        """Do it."""
        self.post_message(self.Pressed(self))
