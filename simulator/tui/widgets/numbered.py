"""A close-set list: a number before each entry, a shape before the one where one is."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.geometry import Size
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui.keys import bind
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.words import content

HERE = "▸ "


class Numbered(OptionList, inherit_bindings=False):
    """Chosen from by number, by arrows and Enter, by mouse. None is marked at first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("list.up", "cursor_up"),
        bind("list.down", "cursor_down"),
        bind("list.choose", "select"),
        bind("list.first", "first"),
        bind("list.last", "last"),
        bind("list.page_up", "page_up"),
        bind("list.page_down", "page_down"),
    ]

    DEFAULT_CSS = """
    Numbered {
        height: auto;
        border: none; border-top: solid $rule;
        border-title-color: $quiet;
        background: $background;
        padding: 0;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        scrollbar-size-horizontal: 0;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        scrollbar-color: $rule;
        &:focus { border: none; border-top: solid $rule; background-tint: $background 0%; }
        & > .option-list--option { padding: 0 1 0 0; }
        & > .option-list--option-hover { background: $panel; }
        & > .option-list--option-highlighted,
        &:focus > .option-list--option-highlighted {
            background: $cursor; color: $foreground; text-style: bold;
        }
    }
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, Content]] = (),
        *,
        id: str | None = None,  # noqa: A002 (the base's name)
    ) -> None:
        super().__init__(id=id, markup=False)
        self.auto_links = False
        self.fill(entries)

    def fill(self, entries: Iterable[tuple[str, Content]]) -> None:
        """Put other entries in place, each an id and what is shown; none is marked."""
        listed = list(entries)
        width = len(HERE) + len(str(len(listed)))
        self.set_options(
            Option(Hanging(shown, content(f"{number:>{width}}  ", "bold $you")), id=name)
            for number, (name, shown) in enumerate(listed, 1)
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines wanted, at the width at which they are drawn: beside the room of the scrollbar."""
        return super().get_content_height(container, viewport, width - self.scrollbar_size_vertical)

    def on_key(self, event: Key) -> None:
        """A number chooses the entry of that place."""
        if event.key.isdecimal() and 0 < int(event.key) <= self.option_count:
            event.stop()
            self.choose(int(event.key))

    def choose(self, number: int) -> None:
        """Choose the entry of this number, from 1."""
        self.post_message(self.OptionSelected(self, self.options[number - 1], number - 1))

    def render_line(self, y: int) -> Strip:
        """A line of an entry, with the mark before the first line of the one where one is."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        if self.highlighted is None or line >= len(self._lines):
            return strip
        if self._lines[line] != (self.highlighted, 0):
            return strip
        style = self.get_visual_style("option-list--option", "option-list--option-highlighted")
        mark = Strip([Segment(HERE, style.rich_style)], len(HERE))
        return Strip.join([mark, strip.crop(len(HERE))])
