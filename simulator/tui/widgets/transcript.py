"""The talk as it grows: one widget, drawn line by line, so that a long talk stays quick."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import RenderOptions

from simulator.tui.widgets.hanging import Hanging, line_strip

if TYPE_CHECKING:
    from textual.css.styles import RulesMap

WIDEST = 84
"""cells a line has at most where nothing else was chosen: longer ones are hard to read"""
MARGIN = 1


Group = tuple[Hanging, ...]
"""paragraphs that stand together; an empty line follows them"""


class Block(NamedTuple):
    """What one turn adds to the talk."""

    before: Group
    """the player's own words"""
    newest: tuple[Group, ...]
    """the answer and what follows it"""
    read: int = 0
    """how many of these were read before: reading goes on after them"""


class Transcript(ScrollView, can_focus=False, inherit_bindings=False):
    """Shows blocks, one a turn, and keeps the newest in sight.

    Where the newest does not fit, its beginning is what is shown, so that the partner's answer
    is read before what moved them.
    """

    DEFAULT_CSS = """
    Transcript {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        scrollbar-color: $rule;
    }
    """

    class Moved(Message):
        """The end of the talk has come into sight, or gone out of it."""

        def __init__(self, *, more_below: bool) -> None:
            super().__init__()
            self.more_below = more_below

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, *, widest: int = WIDEST, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._widest = widest
        self.auto_links = False
        self._blocks: list[Block] = []
        self._lines: list[list[Content | Strip]] = []
        """a line becomes a strip when it first comes into sight"""
        self._starts: list[int] = []
        self._leads: list[int] = []
        self._width = 0
        self._blank = Strip.blank(0)
        self._follows = True
        self._told: bool | None = None

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks shown, oldest first."""
        return tuple(self._blocks)

    @property
    def text(self) -> str:
        """All words shown, unwrapped, a paragraph a line."""
        return "\n".join(
            part.plain
            for block in self._blocks
            for group in (block.before, *block.newest)
            for part in group
        )

    @property
    def more_below(self) -> bool:
        """Whether some of the talk lies below what is in sight."""
        return self.scroll_offset.y < self.max_scroll_y

    def show(self, blocks: Iterable[Block]) -> None:
        """Show these blocks instead, the newest in sight."""
        self._blocks = list(blocks)
        self._draw_anew()
        self._settle()

    def append(self, block: Block) -> None:
        """Add a block and bring it into sight; the others are not drawn again."""
        self._blocks.append(block)
        self._draw(block)
        self.refresh()
        self._settle()

    def replace_last(self, block: Block) -> None:
        """Show the newest block in another way; what is new in it comes into sight."""
        del self._blocks[-1:], self._lines[-1:], self._starts[-1:], self._leads[-1:]
        self.append(block)

    def keep_first(self, count: int) -> None:
        """Take back all but the first blocks; the last of them is in sight."""
        del self._blocks[count:], self._lines[count:]
        del self._starts[count:], self._leads[count:]
        self.refresh()
        self._settle()

    def redraw(self, blocks: Iterable[Block], *, widest: int = WIDEST) -> None:
        """Show the same talk in another way; a reader who has gone back keeps their place."""
        self._widest = widest
        self._blocks = list(blocks)
        self._draw_anew()
        if self._follows:
            self._settle()
        else:
            self._measure()

    def page(self, direction: int) -> None:
        """Turn a page back (−1) or on (1)."""
        self._follows = False
        step = max(1, self.size.height - 2)
        self.scroll_to(y=self.scroll_offset.y + direction * step, animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        line = self.scroll_offset.y + y
        index = bisect_right(self._starts, line) - 1
        if index < 0 or line - self._starts[index] >= len(self._lines[index]):
            return self._blank
        return self._strip(self._lines[index], line - self._starts[index])

    def notify_style_update(self) -> None:
        """Draw again in other colours."""
        super().notify_style_update()
        self._draw_anew()

    def _size_updated(
        self,
        size: Size,
        virtual_size: Size,
        container_size: Size,
        layout: bool = True,  # noqa: FBT001, FBT002 (the base's signature)
    ) -> bool:
        """Fit the new size before it is painted: wrap for another width, keep the newest in sight
        unless the reader has gone back."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed:
            self._fit()
        return changed

    def _fit(self) -> None:
        if self.scrollable_content_region.width != self._width:
            self._draw_anew()
        if self._follows:
            self._settle()
        else:
            self._measure()
            self._tell()

    def on_mouse_scroll_up(self, _: events.MouseScrollUp) -> None:
        """The reader goes back."""
        self._follows = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say so where there is more below, or no longer."""
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    def _draw_anew(self) -> None:
        self._width = self.scrollable_content_region.width
        self._blank = Strip.blank(self._width, self.visual_style.rich_style)
        self._lines.clear()
        self._starts.clear()
        self._leads.clear()
        for block in self._blocks:
            self._draw(block)
        self.refresh()

    def _draw(self, block: Block) -> None:
        start = self._starts[-1] + len(self._lines[-1]) if self._starts else 0
        groups = [self._laid(group) for group in (block.before, *block.newest)]
        self._starts.append(start)
        self._lines.append(list(chain.from_iterable(groups)))
        self._leads.append(sum(map(len, groups[: 1 + block.read])))

    def _laid(self, group: Group) -> list[Content | Strip]:
        if self._width <= 0 or not group:
            return []
        room = max(1, min(self._width, self._widest) - 2 * MARGIN)
        return [*chain.from_iterable(part.lines(room) for part in group), self._blank]

    def _strip(self, lines: list[Content | Strip], place: int) -> Strip:
        line = lines[place]
        if isinstance(line, Strip):
            return line
        style = self.visual_style
        drawn = line_strip(
            line, style, RenderOptions(self._get_style, cast("RulesMap", self.styles))
        )
        around = style.rich_style
        whole = Strip([Segment(" " * MARGIN, around), *drawn])
        lines[place] = strip = whole.adjust_cell_length(self._width, around)
        return strip

    def _measure(self) -> None:
        height = self._starts[-1] + len(self._lines[-1]) - 1 if self._starts else 0
        self.virtual_size = Size(max(1, self.size.width), max(0, height))
        self._scroll_update(self.virtual_size)

    def _tell(self) -> None:
        if self._told != self.more_below:
            self._told = self.more_below
            self.post_message(self.Moved(more_below=self.more_below))

    def _settle(self) -> None:
        self._follows = True
        self._measure()
        newest = self._starts[-1] + self._leads[-1] if self._starts else 0
        target = min(self.max_scroll_y, newest)
        self.scroll_to(y=target, animate=False, force=True)
        self._tell()
