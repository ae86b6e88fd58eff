"""A list one chooses from: arrows and Enter, the mouse, or the number of the entry."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui.keys import bind

_MARK = "▸ "
_GAP = "\n"


class Choices(OptionList, inherit_bindings=False):
    """An option list that marks where one is by a shape as well as by colour."""

    DEFAULT_CSS = """
    Choices {
        border: none; background: $background; padding: 0 1; height: 1fr;
        scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; scrollbar-gutter: stable;
    }
    Choices:focus { border: none; background-tint: $background 0%; }
    Choices > .option-list--option { padding: 0 1 0 0; }
    Choices > .option-list--option-highlighted, Choices:focus > .option-list--option-highlighted {
        background: $cursor; color: $foreground; text-style: none;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("list.up", "cursor_up"),
        bind("list.down", "cursor_down"),
        bind("list.choose", "select"),
        bind("list.also", "select"),
        bind("list.first", "first"),
        bind("list.last", "last"),
        bind("list.page_up", "page_up"),
        bind("list.page_down", "page_down"),
    ]

    def __init__(
        self,
        entries: Iterable[tuple[str, Content]] = (),
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(*_options(entries), id=id, markup=False)

    def fill(self, entries: Iterable[tuple[str, Content]]) -> None:
        """Put other entries in place, each an id and what is shown; keep one's place by its id."""
        before = self.highlighted_option
        self.clear_options()
        self.add_options(_options(entries))
        self.go_to(before.id if before else None)

    def go_to(self, name: str | None) -> None:
        """Move to the entry of that id, or to the first."""
        known = [option.id for option in self.options]
        self.highlighted = known.index(name) if name in known else 0

    def on_key(self, event: Key) -> None:
        """A number chooses the entry of that place."""
        if not event.key.isdecimal() or not 0 < int(event.key) <= self.option_count:
            return
        event.stop()
        self.highlighted = int(event.key) - 1
        self.action_select()

    def _get_left_gutter_width(self) -> int:
        return len(_MARK)

    def render_line(self, y: int) -> Strip:
        """A line of an entry: the mark before its first line, nothing on the gap below it."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        if line >= len(self._lines):
            return strip
        index, offset = self._lines[line]
        gap = line + 1 == len(self._lines) or self._lines[line + 1][0] != index
        here = self.highlighted == index and not gap
        component = "option-list--option-highlighted" if here else "option-list--option"
        style = self.get_visual_style("option-list--option", component).rich_style
        if gap:
            return Strip.blank(strip.cell_length + len(_MARK), style)
        mark = _MARK if here and offset == 0 else " " * len(_MARK)
        return Strip([Segment(mark, style), *strip], strip.cell_length + len(_MARK))


def _options(entries: Iterable[tuple[str, Content]]) -> list[Option]:
    return [Option(shown + _GAP, id=name) for name, shown in entries]
