"""Drawing one sitting on the play screen. Holds nothing of the story: it asks the sitting."""

from contextlib import AbstractContextManager

from textual.screen import Screen

from simulator.coach.links import page_for
from simulator.language import N_, _
from simulator.practice.coaching import QUESTION
from simulator.practice.keys import labels
from simulator.practice.settings import Settings
from simulator.practice.sitting import Answered, Sitting
from simulator.tui import talk
from simulator.tui.over import PlayOver
from simulator.tui.screens.play import layout
from simulator.tui.screens.play.hints import Hints
from simulator.tui.screens.play.pace import Pace, Stage
from simulator.tui.talk import View
from simulator.tui.widgets.hint import Aside, hint_paragraphs
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.meters import Meters
from simulator.tui.widgets.replies import Replies
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.transcript import Block, Transcript

YOUR_REPLY = N_("Your reply")
PAGE_AT_HAND = N_("{title} · {key}: a page about this")
MORE_BELOW = N_("{title} · {key}: more of the talk")
OVER = N_("The talk is over")
ROOMY = 30
"""lines of a terminal from which on every hint asked for stays above the replies"""
SEE_ENDING = N_("See what this talk came to")


class Drawing:
    """What the widgets of the screen show."""

    def __init__(
        self, screen: Screen[PlayOver], sitting: Sitting, pace: Pace, hints: Hints
    ) -> None:
        self._screen = screen
        self._sitting = sitting
        self._pace = pace
        self._hints = hints
        self.view = View()
        self.prefs = Settings()

    @property
    def page(self) -> str | None:
        """The id of the page that goes with the last hint, or with what happened last."""
        if self._pace.holds_back or not self.view.shows.causes:
            return None
        turns = self._sitting.turns
        return self._hints.page or (page_for(turns[-1]) if turns else None)

    def begin(self, prefs: Settings, *, flat: bool) -> None:
        """Before the first frame: what the settings and the room ask for."""
        self.prefs = prefs
        self.view = talk.chosen(View(tips=flat), prefs, asked=self._sitting.coaching)
        self._screen.set_class(not self.view.shows.meters, "-unmetered")

    def heard(self) -> Block:
        """Of the last turn the player's words and the answer."""
        return talk.heard_block(self._sitting, self._last, self.view)

    def told(self, *, read: int = 0) -> Block:
        """All of the last turn, of which so many groups were read."""
        return talk.turn_block(self._sitting, self._last, self.view, read=read)

    def look(self, view: View, *, read: int | None = None) -> None:
        """The same talk in another way; what is held back stays held back, and what was read of
        the last turn stays read, or so many groups of it."""
        self.view = view
        blocks = talk.blocks(self._sitting, view, held_back=self._pace.holds_back)
        if read is None:
            read = self.talk.blocks[-1].read
        blocks[-1] = self._with_hints(blocks[-1]._replace(read=read))
        with self.at_once():
            self.talk.redraw(blocks, widest=view.width)
            self._screen.query_one(Meters).look(points=view.points, words=view.words)
            self.aside()

    def take(self, prefs: Settings) -> None:
        """Other settings, as they were chosen while another page was open."""
        view = talk.chosen(self.view, prefs, self.prefs, self._sitting.coaching)
        self.prefs = prefs
        self._screen.set_class(not view.shows.meters, "-unmetered")
        self.look(view)
        self.frame()
        self._screen.query_one(KeyBar).refresh(layout=True)

    def whole(self) -> None:
        """The whole talk and all that goes with it."""
        with self.at_once():
            self.talk.show(talk.blocks(self._sitting, self.view))
            self.now()

    def add(self, block: Block) -> None:
        """One turn more, and all that goes with it."""
        with self.at_once():
            self.talk.append(block)
            self.now()

    def hinted(self) -> None:
        """One hint more: above the replies, or in the talk where there is no room there."""
        if self.view.tips:
            block = talk.blocks(self._sitting, self.view)[-1]
            self.talk.replace_last(self._with_hints(block))
        self.around()

    def forget_hints(self) -> None:
        """They were for one reply."""
        if self._hints.shown:
            self._hints.forget()
            self.hinted()

    def taken_back(self) -> None:
        """The talk without the turns that were taken back."""
        with self.at_once():
            self.talk.keep_first(len(self._sitting.turns) + 1)
            self.now()

    def now(self) -> None:
        """The meters and the replies as they are now."""
        sitting = self._sitting
        self._screen.query_one(Meters).show(talk.meters(sitting, self.view))
        if sitting.finished:
            self.replies.offer_end(_(SEE_ENDING))
        else:
            self.replies.offer(sitting.offered)
        self.around()

    def around(self) -> None:
        """What stands above the replies."""
        self.titled()
        self.aside()
        self.keys()

    def aside(self) -> None:
        """The tip and the hints, where there are any."""
        aside = self._screen.query_one(Aside)
        if self.view.tips:
            aside.tell(None, ())
            return
        tip = None if self._pace.holds_back else self._sitting.moment.tip
        brief = self._screen.app.size.height < ROOMY
        aside.tell(tip, self._hints.shown, brief=brief)

    def titled(self) -> None:
        """What the place of the replies is for now, and what else can be read."""
        if self._pace.stage is Stage.STILL:
            self.title("")
            return
        title = _(QUESTION) if self._pace.stage is Stage.ASKED else _(YOUR_REPLY)
        if self.talk.more_below:
            title = _(MORE_BELOW).format(title=title, key=self._key("play.later"))
        if self.page:
            title = _(PAGE_AT_HAND).format(title=title, key=self._key("play.learn"))
        self.title(title)

    def _key(self, does: str) -> str:
        return labels((does,), self.prefs.keys)

    def title(self, title: str) -> None:
        """These words over the replies; none over the end but that it is one."""
        over = self._sitting.finished and not self._pace.holds_back
        self.replies.border_title = _(OVER) if over else title

    def frame(self) -> None:
        """The top line and the line of keys."""
        self._screen.query_one(TopBar).show(self.where)
        self.keys()

    def keys(self) -> None:
        """What can be pressed now."""
        asked = self._pace.stage is Stage.ASKED
        hints = self.view.shows.hints
        keys = layout.keys(self._screen.app.size, hints=hints, asked=asked)
        self._screen.query_one(KeyBar).show(*keys)

    def at_once(self) -> AbstractContextManager[None]:
        """What is changed within it is drawn together."""
        return self._screen.app.batch_update()

    @property
    def where(self) -> str:
        """Where one is, for the top line."""
        size = self._screen.app.size
        return layout.where(self._sitting, size, discreet=self.prefs.discreet)

    @property
    def replies(self) -> Replies:
        """The list at the bottom."""
        return self._screen.query_one(Replies)

    def _with_hints(self, block: Block) -> Block:
        """In the talk, where they stand there; the last of them comes into sight."""
        if not self.view.tips or not self._hints.shown:
            return block
        newest = (*block.newest, *((hint,) for hint in hint_paragraphs(self._hints.shown)))
        return block._replace(newest=newest, read=len(newest) - 1)

    @property
    def _last(self) -> Answered:
        latest = self._sitting.latest
        if latest is None:
            raise LookupError("no reply was given yet")
        return latest

    @property
    def talk(self) -> Transcript:
        """The talk so far."""
        return self._screen.query_one(Transcript)
