"""The talk: what was said, the replies, and beside them how the partner is taking it."""

import time
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.events import Resize
from textual.screen import Screen

from simulator.dialogue.conversation import UndoError
from simulator.language import N_, _
from simulator.practice.coaching import KEPT_BACK
from simulator.practice.sitting import Sitting
from simulator.tui import memory, talk
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.over import BackTo, PlayOver
from simulator.tui.screens.brief import BriefScreen
from simulator.tui.screens.leave import LeaveScreen, becomes_of
from simulator.tui.screens.play import layout
from simulator.tui.screens.play.after import After
from simulator.tui.screens.play.drawing import Drawing
from simulator.tui.screens.play.hints import Hints
from simulator.tui.screens.play.keeping import OnceKept
from simulator.tui.screens.play.pace import Later, Pace
from simulator.tui.screens.stopped import StoppedScreen
from simulator.tui.widgets.hint import Aside
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.meters import Meters
from simulator.tui.widgets.replies import GO_ON, Clock, Replies
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.transcript import Transcript

NOTHING_YET = N_("Your reply · there is nothing to take back yet")
NO_MORE_HINTS = N_("Your reply · there is no further hint")


class PlayScreen(Screen[PlayOver]):
    """Plays one sitting. Holds nothing of the story: it asks the sitting and draws."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("play.undo", "undo"),
        bind("play.hint", "hint"),
        bind("play.thoughts", "thoughts"),
        bind("play.brief", "brief"),
        bind("play.points", "points"),
        bind("play.learn", "learn"),
        bind("play.quit", "quit_play"),
        bind("play.earlier", "page(-1)"),
        bind("play.later", "page(1)"),
    ]

    DEFAULT_CSS = """
    PlayScreen {
        #middle { height: 1fr; layout: horizontal; }
        #middle.-flat { layout: vertical; }
        Transcript { width: 1fr; height: 1fr; }
    }
    PlayScreen.-unmetered Meters { display: none; }
    PlayScreen.-stopped > * { display: none; }
    """

    def __init__(
        self,
        sitting: Sitting,
        *,
        clock: Clock = time.monotonic,
        later: Later | None = None,
        brief_first: bool = True,
    ) -> None:
        """`clock` and `later` are the screen's own but in tests."""
        super().__init__()
        self._sitting = sitting
        self._clock = clock
        self._brief_first = brief_first
        self._pace = Pace(later or self.set_timer)
        self._hints = Hints(sitting)
        self._draw = Drawing(self, sitting, self._pace, self._hints)
        self._after = After(sitting, self._pace, self._draw)
        self._kept = OnceKept(self, sitting, self._draw.title)

    def compose(self) -> ComposeResult:
        """Seven widgets, which stay: a turn changes what they show."""
        flat, draw = layout.is_flat(self.app.size), self._draw
        draw.begin(host(self).prefs, flat=flat)
        yield TopBar(draw.where)
        with Container(id="middle", classes="-flat" if flat else None):
            yield Transcript(widest=draw.view.width, id="talk")
            yield Meters(talk.meters(self._sitting, draw.view), flat=flat, id="meters")
        yield Aside(id="tip")
        yield Replies(clock=self._clock, id="replies")
        yield KeyBar(*layout.keys(self.app.size, hints=draw.view.shows.hints))

    def on_mount(self) -> None:
        """Begin, with the brief before the talk."""
        memory.settle()
        self._draw.whole()
        self._draw.replies.focus()
        if self._brief_first:
            self._brief_first = False
            self.app.push_screen(BriefScreen(self._sitting, first=True))

    def on_screen_resume(self) -> None:
        """Back from another page: keys meant for that page give no reply, and what was changed in
        the settings holds from here."""
        self._draw.replies.appear()
        if host(self).prefs != self._draw.prefs:
            self._take_settings()
        self.call_after_refresh(self._get_ready)

    def on_resize(self, _event: Resize) -> None:
        """Meters beside the talk or above the replies, by the room there is."""
        flat = layout.is_flat(self.app.size)
        if flat != self._draw.view.tips:
            self._draw.look(self._draw.view._replace(tips=flat))
        self.query_one("#middle").set_class(flat, "-flat")
        self.query_one(Meters).set_class(flat, "-flat")
        self._draw.frame()

    @property
    def sitting(self) -> Sitting:
        """What is played."""
        return self._sitting

    # --- a reply, and what comes after it

    def on_replies_given(self, message: Replies.Given) -> None:
        """The one handler of a reply: ask the sitting, draw what came."""
        if message.reply == GO_ON:
            self._open_ending()
        elif not self._kept.waiting:
            self._draw.forget_hints()
            self._sitting.give(message.reply)
            stopped = self._sitting.stopped
            self._kept.show(self._show_stopped if stopped else self._after.answer())

    def on_replies_gone_on(self) -> None:
        """The still second is cut short."""
        self._after.go_on()

    def on_replies_guessed(self, message: Replies.Guessed) -> None:
        """How it landed was said, or not: now the meters, and what moved them."""
        self._after.guessed(message.guess)

    def _show_stopped(self) -> None:
        self.add_class("-stopped")
        self.app.push_screen(StoppedScreen(), self._stopped)

    def _stopped(self, _result: None) -> None:
        self.dismiss(PlayOver("home"))

    def _take_settings(self) -> None:
        """What was changed while another page was open holds for what is still to come as well."""
        self._draw.take(host(self).prefs)
        if not self._draw.view.shows.hints:
            self._draw.forget_hints()
        self._after.settings_changed()

    # --- keys

    def on_transcript_moved(self) -> None:
        """Say so where more of the talk lies below."""
        self._draw.titled()

    def action_undo(self) -> None:
        """Take back the last reply."""
        if self._kept.waiting:
            return
        try:
            self._sitting.undo()
        except UndoError:
            self._draw.title(_(NOTHING_YET))
            return
        self._pace.end()
        self._hints.forget()
        self._kept.show(self._draw.taken_back)

    def action_hint(self) -> None:
        """One step more of a hint for the reply that is due."""
        if self._kept.waiting or self._pace.holds_back or self._sitting.finished:
            return
        if not self._draw.view.shows.hints:
            self._draw.title(_(KEPT_BACK))
        elif not self._hints.more():
            self._draw.title(_(NO_MORE_HINTS))
        else:
            self._draw.hinted()
            if self._hints.wants_more:
                self.run_worker(self._hints.worked_out(self._draw.hinted))

    def action_thoughts(self) -> None:
        """Show what the partner thinks and does not say, or stop showing it."""
        view = self._draw.view
        self._draw.look(view._replace(thoughts=not view.thoughts))

    def action_points(self) -> None:
        """Show the points of every reason, or stop showing them."""
        view = self._draw.view
        if view.shows.causes:
            self._draw.look(view._replace(points=not view.points), read=1)
        else:
            self._draw.title(_(KEPT_BACK))

    def action_learn(self) -> None:
        """Read the page that goes with what happened, or with the hint."""
        if page := self._draw.page:
            from simulator.tui.screens.learn import LearnScreen  # noqa: PLC0415 - on demand

            self.app.push_screen(LearnScreen(page))

    def action_brief(self) -> None:
        """Read the brief again."""
        self.app.push_screen(BriefScreen(self._sitting, first=False))

    def action_page(self, direction: int) -> None:
        """Turn a page of the talk."""
        self.query_one(Transcript).page(direction)

    def action_quit_play(self) -> None:
        """Leave the talk, after asking."""
        self.app.push_screen(LeaveScreen(becomes_of(self._sitting)), self._left)

    def _left(self, leave: bool | None) -> None:  # noqa: FBT001 (what a screen's callback is given)
        if leave:
            self._sitting.leave()
            self.dismiss(PlayOver("home"))

    # --- the end

    def _open_ending(self) -> None:
        from simulator.tui.screens.debrief import DebriefScreen  # noqa: PLC0415 (once a talk is over)

        self.app.push_screen(DebriefScreen(self._sitting), self._after_ending)

    def _after_ending(self, result: PlayOver | BackTo | None) -> None:
        if isinstance(result, PlayOver):
            self.dismiss(result)
        elif isinstance(result, BackTo):
            self._sitting.back_to(result.turn)
            self._kept.show(self._draw.whole)

    def _get_ready(self) -> None:
        if self.is_current and self._sitting.keeper:
            self._sitting.keeper.get_ready(memory.settle)
