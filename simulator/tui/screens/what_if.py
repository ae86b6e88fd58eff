"""What if: the talk played on from one turn in another way, and both plays beside each other."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.language import N_, _
from simulator.practice.debrief_words import turn_words
from simulator.practice.sitting import Sitting
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.screens.page import Reading
from simulator.tui.screens.stopped import StoppedScreen
from simulator.tui.two_plays import TwoPlays
from simulator.tui.widgets.keybar import HELP, LEAVE, Key, KeyBar
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.speech import offer_content
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import content

NARROW = 60
BACK, ANEW = "-back", "-anew"
"""ids of what can be done at the end; no reply's id begins with a hyphen"""


class WhatIfScreen(Screen[None]):
    """Nobody keeps this play; the one it is compared with stays as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("what_if.undo", "undo"),
        bind("what_if.back", "back"),
        bind("what_if.page_up", "page(-1)", priority=True),
        bind("what_if.page_down", "page(1)", priority=True),
    ]
    DEFAULT_CSS = """
    WhatIfScreen {
        & > Reading > .pair { max-width: 160; height: auto; layout: vertical; margin-bottom: 0; }
        .side { height: auto; width: 100%; border-left: solid $rule; padding: 0 1 1 1; }
        .side > * { height: auto; }
        .side.-now { border-left: thick $you; }
        .side.-gone { display: none; }
        & > Numbered { max-height: 50%; }
    }
    WhatIfScreen.-wide > Reading > .pair { layout: horizontal; & > .side { width: 1fr; } }
    WhatIfScreen.-wide .side.-gone { display: block; border-left: none; }
    """

    def __init__(self, sitting: Sitting, turn: int) -> None:
        """`turn`: the first one that is played in another way, from 1."""
        from simulator.practice.debriefing import what_if  # noqa: PLC0415 - heavy

        super().__init__()
        self._was = sitting
        self._turn = turn
        self._now = what_if(sitting, turn)
        self._plays = TwoPlays(sitting, self._now, turn)

    def compose(self) -> ComposeResult:
        """Both plays to read, the replies, the keys."""
        yield TopBar(" · ".join((_("What if"), turn_words(self._turn))))
        yield Reading(can_focus=False)
        yield Numbered()
        yield KeyBar()

    async def on_mount(self) -> None:
        """As it stood before the turn."""
        self._plays.numbers = host(self).prefs.meters == "numbers"
        await self._show()
        self.query_one(Numbered).focus()

    def on_resize(self) -> None:
        """Other keys fit."""
        self._show_keys()

    @on(OptionList.OptionSelected)
    async def choose(self, event: OptionList.OptionSelected) -> None:
        """A reply; at the end, back or once more."""
        event.stop()
        match str(event.option_id):
            case "-back":
                self.dismiss(None)
            case "-anew":
                self._now.back_to(self._turn - 1)
                await self._show()
            case reply:
                await self._give(reply)

    async def action_undo(self) -> None:
        """Take back the last reply of this play, never one of the other's."""
        if len(self._now.turns) >= self._turn and not self._now.stopped:
            self._now.undo()
            await self._show()

    def action_back(self) -> None:
        """To the debrief."""
        self.dismiss(None)

    def action_page(self, direction: int) -> None:
        """Read on, or back."""
        reading = self.query_one(Reading)
        reading.scroll_relative(y=direction * max(1, reading.size.height - 2), animate=False)

    async def _give(self, reply: str) -> None:
        self._now.choose(reply)
        if self._now.stopped:
            self.app.push_screen(StoppedScreen(), self._stopped)
        else:
            await self._show()

    def _stopped(self, _result: None) -> None:
        self.dismiss(None)

    async def _show(self) -> None:
        reading = self.query_one(Reading)
        with self.app.batch_update():
            await reading.remove_children()
            await reading.mount(*self._plays.told())
            self.query_one(Numbered).fill(self._choices())
            self._show_keys()
        self.call_after_refresh(self._to_latest)

    def _to_latest(self) -> None:
        """What came last of this play is in sight."""
        reading = self.query_one(Reading)
        sides = self.query(".-now.-turn")
        if self._now.finished and sides:
            reading.scroll_to_widget(sides.last(), animate=False, top=True)
        else:
            reading.scroll_end(animate=False)

    def _choices(self) -> Iterator[tuple[str, Content]]:
        if self._now.finished:
            yield BACK, content(_("Back to the debrief"))
            yield ANEW, content(_("From this turn in yet another way"))
            return
        for offer in self._now.offered:
            yield offer.id, offer_content(offer)

    def _show_keys(self) -> None:
        keys = (
            Key("1–9", N_("reply")),
            Key("u", N_("undo"), "screen.undo", ("what_if.undo",)),
            Key("PgDn", N_("read on"), "screen.page(1)", ("what_if.page_down",)),
            Key("Esc", N_("back"), "screen.back", ("what_if.back",)),
            HELP,
            LEAVE,
        )
        narrow = self.app.size.width < NARROW
        self.query_one(KeyBar).show(*((keys[1], *keys[3:]) if narrow else keys))
