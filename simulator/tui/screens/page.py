"""A page to read: a title, paragraphs, points; what every page of text is made of."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from simulator.practice.words import POINT, Page
from simulator.tui.keys import bind
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.keybar import BACK, HELP, LEAVE, READ, SAFETY, Key, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content


class Reading(VerticalScroll, inherit_bindings=False):
    """What is read; scrolls, and is where the keys go."""

    DEFAULT_CSS = """
    Reading {
        height: 1fr; padding: 1 2; scrollbar-size-vertical: 1;
        & > * { max-width: 76; height: auto; margin-bottom: 1; }
        & > .tight, & > .section, & > .point { margin-bottom: 0; }
        & > .last { margin-bottom: 1; }
        & > .source {
            color: $quiet; margin-bottom: 0; text-wrap: nowrap; text-overflow: ellipsis;
        }
        & > .hint { margin: 0 0 1 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("page.up", "scroll_up"),
        bind("page.down", "scroll_down"),
        bind("page.page_up", "page_up"),
        bind("page.page_down", "page_down"),
        bind("page.first", "scroll_home"),
        bind("page.last", "scroll_end"),
    ]

    @property
    def has_more(self) -> bool:
        """Whether something stands below the screen's edge."""
        return self.max_scroll_y - self.scroll_target_y > 0


class PageScreen(Screen[Any]):
    """Shows a page; Esc goes back to where one was."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("page.back", "back")]
    AUTO_FOCUS = "Reading"
    keys: ClassVar[tuple[Key, ...]] = (
        READ,
        BACK,
        HELP,
        SAFETY,
        LEAVE,
    )

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        """The title on top, the text, the keys."""
        yield TopBar()
        with Reading():
            yield Words(self.title_words, classes="heading")
            yield from self.body()
        yield KeyBar(*self.keys)

    @property
    def title_words(self) -> str:
        """What stands above the text."""
        return self._page.title

    def body(self) -> Iterable[Static]:
        """The paragraphs, one widget each."""
        return paragraphs(self._page.parts)

    def action_back(self) -> None:
        """Close the page."""
        self.dismiss(None)


def paragraphs(parts: Sequence[str]) -> Iterable[Static]:
    """Paragraphs and points as widgets; the points of a list stand close together."""
    for part, after in zip_longest(parts, parts[1:], fillvalue=""):
        if part.startswith(POINT):
            last = "" if after.startswith(POINT) else " last"
            body = content(part.removeprefix(POINT))
            yield Static(Hanging(body, POINT), classes=f"point{last}")
        else:
            yield Words(part)
