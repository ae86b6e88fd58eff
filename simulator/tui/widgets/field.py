"""A place for a line or a few of one's own: it wraps and grows, Enter goes on, nothing is lost."""

from textual import on
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

from simulator.language import ngettext
from simulator.practice.safe import shown

LONGEST = 2000
"""characters kept of what is typed into one field"""


class Field(TextArea):
    """Somebody's own words. Arrows leave it at its first and its last line."""

    DEFAULT_CSS = """
    Field {
        height: auto; min-height: 3; max-height: 8; max-width: 76;
        border: round $rule; background: $background; padding: 0 1; scrollbar-size-vertical: 1;
        &:focus { border: round $primary; }
        & .text-area--cursor-line { background: $background; }
        & .text-area--placeholder { color: $quiet; }
        &:ansi .text-area--cursor-line { background: transparent; }
        &.-full { border-subtitle-color: $foreground; border-subtitle-style: bold; }
    }
    """

    class Done(Message):
        """Enter was pressed."""

        def __init__(self, field: "Field") -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> "Field":
            """The field it was pressed in."""
            return self.field

    def __init__(self, text: str = "", *, example: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            text,
            soft_wrap=True,
            highlight_cursor_line=False,
            placeholder=Content(example),
            id=id,
        )
        self.move_cursor(self.document.end)
        self.numbered = 0
        """entries of a list beneath, of which a digit chooses while nothing is written here"""
        self._say_room()

    @property
    def words(self) -> str:
        """What stands in it, without what could steer a terminal."""
        return self._whole[:LONGEST]

    @property
    def _whole(self) -> str:
        return " ".join(shown(self.text).split())

    @on(TextArea.Changed)
    def _say_room(self) -> None:
        """Say so where more is written than is kept."""
        over = max(0, len(self._whole) - LONGEST)
        self.set_class(over > 0, "-full")
        words = ngettext(
            "{most} letters are kept; the last one is not",
            "{most} letters are kept; the last {count} are not",
            over,
        )
        self.border_subtitle = words.format(most=LONGEST, count=over) if over else None

    async def _on_key(self, event: Key) -> None:
        leaves = {"up": self.cursor_at_first_line, "down": self.cursor_at_last_line}
        if event.key.isdecimal() and not self.text and 0 < int(event.key) <= self.numbered:
            event.prevent_default()
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Done(self))
        elif leaves.get(event.key) and self._at_edge(event.key):
            event.stop()
            event.prevent_default()
            self.screen.focus_next() if event.key == "down" else self.screen.focus_previous()
        else:
            await super()._on_key(event)

    def _at_edge(self, key: str) -> bool:
        """Whether no line of the field is left in this direction."""
        __, y = self.wrapped_document.location_to_offset(self.cursor_location)
        return y == 0 if key == "up" else y >= self.wrapped_document.height - 1
