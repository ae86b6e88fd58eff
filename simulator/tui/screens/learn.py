"""A page to read about the pattern, with its sources folded at the foot and pages to go on with."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key as KeyPressed
from textual.screen import Screen
from textual.widgets import Collapsible, OptionList, Static

from simulator.language import N_, _
from simulator.practice import learning
from simulator.practice.learning import SAFETY as SAFETY_PAGE
from simulator.practice.learning import Kind, LearnPage, Part, Source
from simulator.practice.words import POINT
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.screens.page import Reading
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.keybar import BACK, LEAVE, READ, SAFETY, Key, KeyBar
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content


class LearnScreen(Screen[Any]):
    """Shows one page at a time; what is chosen at its foot takes its place, so one Esc goes back."""

    DEFAULT_CSS = """
    LearnScreen Reading {
        & > Static { padding-right: 1; }
        & > .line { color: $quiet; }
        & > .drawing { color: $primary; text-wrap: nowrap; width: auto; }
        & > Numbered { margin-bottom: 1; padding: 0; }
        & > Collapsible {
            background: $background; border: none; padding: 0; color: $quiet;
            & > CollapsibleTitle { padding: 0; width: auto; }
            & > CollapsibleTitle:hover, & > CollapsibleTitle:focus {
                background: $cursor; color: $foreground;
            }
            & > Contents { padding: 0 0 0 2; }
            & Static { margin-bottom: 1; height: auto; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("page.back", "back"),
        bind("page.on", "on"),
        bind("learn.sources", "sources"),
        bind("learn.before", "before"),
    ]
    AUTO_FOCUS = "Reading"

    def __init__(self, page_id: str) -> None:
        super().__init__()
        self._way = [page_id]

    def compose(self) -> ComposeResult:
        """The text, where to go on, where it comes from."""
        page = self._page()
        yield TopBar(_("Pages to read"))
        with Reading():
            yield Words(page.title, classes="heading")
            yield Words(page.line, classes="line")
            yield from _body(page.parts)
            if page.links:
                links = Numbered((link, content(self._title(link))) for link in page.links)
                links.border_title = _("To go on with")
                yield links
            if page.sources:
                yield Collapsible(*_sources(page.sources), title=_("Where this comes from"))
        yield KeyBar(*_keys(page))

    @on(OptionList.OptionSelected)
    async def follow(self, event: OptionList.OptionSelected) -> None:
        """Show the page that was chosen, or the safety page over this one."""
        if event.option_id == SAFETY_PAGE:
            await self.run_action("app.safety")
        else:
            await self._show([*self._way, str(event.option_id)])

    def on_key(self, event: KeyPressed) -> None:
        """A number goes on with the page of that number."""
        links = self.query(Numbered)
        if links and event.key.isdecimal() and 0 < int(event.key) <= links.first().option_count:
            event.stop()
            links.first().choose(int(event.key))

    def action_on(self) -> None:
        """Read on; at the end, to the pages to go on with."""
        reading, links = self.query_one(Reading), self.query(Numbered)
        if reading.has_more:
            reading.scroll_page_down()
        elif links:
            links.first().highlighted = 0
            links.first().focus()

    def action_sources(self) -> None:
        """Unfold or fold what the page rests on."""
        for folded in self.query(Collapsible):
            folded.collapsed = not folded.collapsed
            self.call_after_refresh(folded.scroll_visible)

    async def action_before(self) -> None:
        """Back to the page from which this one was chosen."""
        if len(self._way) > 1:
            await self._show(self._way[:-1])

    def action_back(self) -> None:
        """Back to where one was before reading."""
        self.dismiss(None)

    async def _show(self, way: list[str]) -> None:
        self._way = way
        await self.recompose()
        self.query_one(Reading).focus()

    def _page(self) -> LearnPage:
        return learning.page(self._way[-1], host(self).prefs.language)

    def _title(self, link: str) -> str:
        return learning.title(link, host(self).prefs.language)


def _body(parts: Sequence[Part]) -> Iterable[Static]:
    for part, after in zip_longest(parts, parts[1:]):
        match part.kind:
            case Kind.POINT:
                last = "" if after and after.kind is Kind.POINT else " last"
                yield Static(Hanging(content(part.text), POINT), classes=f"point{last}")
            case Kind.HEADING:
                yield Words(part.text, classes="heading section")
            case Kind.DRAWING:
                yield Words(part.text, classes="drawing")
            case Kind.TEXT:
                yield Words(part.text)


def _sources(sources: Sequence[Source]) -> Iterable[Static]:
    for number, source in enumerate(sources, 1):
        yield Static(Hanging(content(learning.source_words(source)), f"{number}  "))


def _keys(page: LearnPage) -> Iterable[Key]:
    yield READ
    if page.links:
        yield Key(f"1–{len(page.links)}", N_("go on"))
    if page.sources:
        yield Key("r", N_("sources"), "screen.sources")
    yield BACK
    yield SAFETY
    yield LEAVE
