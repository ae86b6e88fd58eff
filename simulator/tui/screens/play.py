"""The talk: what was said, the replies, and beside them how the partner is taking it."""

import asyncio
import time
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen

from simulator.dialogue.conversation import UndoError
from simulator.practice.sitting import Sitting
from simulator.tui import memory, talk
from simulator.tui.host import host
from simulator.tui.over import BackTo, PlayOver
from simulator.tui.screens.brief import BriefScreen
from simulator.tui.screens.ending import EndingScreen
from simulator.tui.screens.leave import LeaveScreen, becomes_of
from simulator.tui.screens.stopped import StoppedScreen
from simulator.tui.screens.tell import NOT_KEPT, TellScreen
from simulator.tui.talk import View
from simulator.tui.widgets.keybar import HELP, LEAVE, Key, KeyBar
from simulator.tui.widgets.meters import Meters
from simulator.tui.widgets.replies import GO_ON, Clock, Replies
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.transcript import Block, Transcript
from simulator.tui.widgets.words import Words, content

QUICK = 0.1
"""seconds that keeping may take before it is said that something is still being kept"""
STILL_KEEPING = "One moment: what you said is being kept …"
YOUR_REPLY = "Your reply"
MORE_BELOW = f"{YOUR_REPLY} · PgDn: more of the talk"
NOTHING_YET = f"{YOUR_REPLY} · there is nothing to take back yet"
OVER = "The talk is over"
SEE_ENDING = "See what this talk came to"
BESIDE = Size(76, 20)
"""from this size on the meters stand beside the talk, below it above the replies"""

_UNDO = Key("u", "undo", "screen.undo")
_THOUGHTS = Key("t", "thoughts", "screen.thoughts")
_BRIEF = Key("b", "brief", "screen.brief")


class PlayScreen(Screen[PlayOver]):
    """Plays one sitting. Holds nothing of the story: it asks the sitting and draws."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "take back the last reply"),
        Binding("t", "thoughts", "show or hide thoughts"),
        Binding("b", "brief", "read the brief again"),
        Binding("p", "points", "show or hide points"),
        Binding("q", "quit_play", "leave the talk"),
        Binding("pageup", "page(-1)", "earlier in the talk"),
        Binding("pagedown", "page(1)", "later in the talk"),
    ]

    DEFAULT_CSS = """
    PlayScreen {
        #middle { height: 1fr; layout: horizontal; }
        #middle.-flat { layout: vertical; }
        Transcript { width: 1fr; height: 1fr; }
        #tip { height: auto; padding: 0 1; border-left: thick $rule; color: $quiet; display: none; }
        #tip.-shown { display: block; }
    }
    PlayScreen.-stopped > * { display: none; }
    """

    def __init__(
        self, sitting: Sitting, *, clock: Clock = time.monotonic, brief_first: bool = True
    ) -> None:
        super().__init__()
        self._sitting = sitting
        self._clock = clock
        self._brief_first = brief_first
        self._view = View()
        self._waiting = False

    def compose(self) -> ComposeResult:
        """Seven widgets, which stay: a turn changes what they show."""
        self._view = View(thoughts=host(self).prefs.thoughts, tips=self._is_flat())
        flat = " -flat" if self._is_flat() else ""
        yield TopBar(self._where())
        with Container(id="middle", classes=flat):
            yield Transcript(id="talk")
            yield Meters(talk.meters(self._sitting, self._view), flat=self._is_flat(), id="meters")
        yield Words(id="tip")
        yield Replies(clock=self._clock, id="replies")
        yield KeyBar(*self._keys())

    def on_mount(self) -> None:
        """Begin, with the brief before the talk."""
        memory.settle()
        self._show_whole()
        self.query_one(Replies).focus()
        if self._brief_first:
            self._brief_first = False
            self.app.push_screen(BriefScreen(self._sitting, first=True))

    def on_screen_resume(self) -> None:
        """Back from another page: keys meant for that page give no reply."""
        self.query_one(Replies).appear()
        self.call_after_refresh(self._get_ready)

    def on_resize(self, _: Resize) -> None:
        """Meters beside the talk or above the replies, by the room there is."""
        flat = self._is_flat()
        if flat != self._view.tips:
            self._look(self._view._replace(tips=flat))
        self.query_one("#middle").set_class(flat, "-flat")
        self.query_one(Meters).set_class(flat, "-flat")
        self.query_one(TopBar).show(self._where())
        self.query_one(KeyBar).show(*self._keys())

    def on_replies_given(self, message: Replies.Given) -> None:
        """The one handler of a reply: ask the sitting, draw what came."""
        if message.reply == GO_ON:
            self._open_ending()
        elif not self._waiting:
            self._sitting.give(message.reply)
            self._once_kept(self._answer())

    def _answer(self) -> Callable[[], None]:
        """Shows what came of the last reply; made ready while it is being kept."""
        latest = self._sitting.latest
        if latest is None or self._sitting.stopped:
            return self._show_stopped
        block = talk.turn_block(latest, self._sitting.partner.name, self._view)
        return partial(self._show_answer, block)

    def _show_stopped(self) -> None:
        self.add_class("-stopped")
        self.app.push_screen(StoppedScreen(), self._stopped)

    def _show_answer(self, block: Block) -> None:
        with self.app.batch_update():
            self.query_one(Transcript).append(block)
            self._show_now()

    def on_transcript_moved(self, message: Transcript.Moved) -> None:
        """Say so where more of the talk lies below."""
        self._title(MORE_BELOW if message.more_below else YOUR_REPLY)

    def action_undo(self) -> None:
        """Take back the last reply."""
        if self._waiting:
            return
        try:
            self._sitting.undo()
        except UndoError:
            self._title(NOTHING_YET)
            return
        self._once_kept(self._show_taken_back)

    def _show_taken_back(self) -> None:
        with self.app.batch_update():
            self.query_one(Transcript).keep_first(len(self._sitting.turns) + 1)
            self._show_now()

    def action_thoughts(self) -> None:
        """Show what the partner thinks and does not say, or stop showing it."""
        self._look(self._view._replace(thoughts=not self._view.thoughts))

    def action_points(self) -> None:
        """Show the points of every reason, or stop showing them."""
        self._look(self._view._replace(points=not self._view.points))

    def action_brief(self) -> None:
        """Read the brief again."""
        self.app.push_screen(BriefScreen(self._sitting, first=False))

    def action_page(self, direction: int) -> None:
        """Turn a page of the talk."""
        self.query_one(Transcript).page(direction)

    def action_quit_play(self) -> None:
        """Leave the talk, after asking."""
        self.app.push_screen(LeaveScreen(becomes_of(self._sitting)), self._left)

    @property
    def sitting(self) -> Sitting:
        """What is played."""
        return self._sitting

    def _left(self, leave: bool | None) -> None:  # noqa: FBT001 (what a screen's callback is given)
        if leave:
            self._sitting.leave()
            self.dismiss(PlayOver("home"))

    def _stopped(self, _: None) -> None:
        self.dismiss(PlayOver("home"))

    def _open_ending(self) -> None:
        self.app.push_screen(EndingScreen(self._sitting), self._after_ending)

    def _after_ending(self, result: PlayOver | BackTo | None) -> None:
        if isinstance(result, PlayOver):
            self.dismiss(result)
        elif isinstance(result, BackTo):
            self._sitting.back_to(result.turn)
            self._once_kept(self._show_whole)

    def _once_kept(self, show: Callable[[], None]) -> None:
        """Show what came once it is kept. A slow disk holds up neither the screen nor leaving."""
        if self._sitting.kept(QUICK):
            show()
            self._tell_news()
        else:
            self._waiting = True
            self.query_one(Replies).border_title = STILL_KEEPING
            self.run_worker(self._wait(show))

    async def _wait(self, show: Callable[[], None]) -> None:
        await asyncio.to_thread(self._sitting.kept)
        self._waiting = False
        show()
        self._tell_news()

    def _tell_news(self) -> None:
        """Whether what is said is kept, where that has changed."""
        keeper = self._sitting.keeper
        news = keeper.news if keeper else None
        if keeper and news and keeper.trouble:
            self.app.push_screen(TellScreen(NOT_KEPT, news))
        elif news:
            self.notify(news, markup=False)

    def _get_ready(self) -> None:
        if self.is_current and self._sitting.keeper:
            self._sitting.keeper.get_ready(memory.settle)

    def _look(self, view: View) -> None:
        self._view = view
        with self.app.batch_update():
            self.query_one(Transcript).redraw(talk.blocks(self._sitting, view))
            self.query_one(Meters).show(talk.meters(self._sitting, view))
            self._show_tip()

    def _show_whole(self) -> None:
        with self.app.batch_update():
            self.query_one(Transcript).show(talk.blocks(self._sitting, self._view))
            self._show_now()

    def _show_now(self) -> None:
        sitting = self._sitting
        self.query_one(Meters).show(talk.meters(sitting, self._view))
        replies = self.query_one(Replies)
        if sitting.finished:
            replies.offer_end(SEE_ENDING)
        else:
            replies.offer(sitting.offered)
        more = self.query_one(Transcript).more_below
        self._title(MORE_BELOW if more else YOUR_REPLY)
        self._show_tip()

    def _show_tip(self) -> None:
        tip = None if self._view.tips else talk.latest(self._sitting).tip
        shown = self.query_one("#tip", Words)
        if tip:
            shown.show(content("Tip  ", "bold") + content(tip))
        shown.set_class(bool(tip), "-shown")

    def _title(self, title: str) -> None:
        replies = self.query_one(Replies)
        replies.border_title = OVER if self._sitting.finished else title

    def _is_flat(self) -> bool:
        size = self.app.size
        return size.width < BESIDE.width or size.height < BESIDE.height

    def _where(self) -> str:
        who = talk.who(self._sitting)
        full = f"{self._sitting.title} · {who}"
        return full if len(full) < self.app.size.width - 2 else who

    def _keys(self) -> tuple[Key, ...]:
        if self.app.size.width < 60 and self.app.size.height < 30:
            return (_UNDO, HELP, LEAVE)
        return (Key("1–9", "reply"), _UNDO, _THOUGHTS, _BRIEF, HELP, LEAVE)
