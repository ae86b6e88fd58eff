"""What came of practising so far, and what could come next."""

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from simulator.language import N_, _
from simulator.tui import opening
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.opening import Wanted
from simulator.tui.screens.asks import Asks
from simulator.tui.screens.page import Reading, paragraphs
from simulator.tui.widgets.keybar import BACK, HELP, LEAVE, SAFETY, Key, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content

if TYPE_CHECKING:
    from simulator.practice.keeping import Keeping
    from simulator.practice.progress_words import Idea, Telling
    from simulator.practice.settings import Settings

_LOOKING = N_("Looking through your talks …")
_NEXT = Key("Enter", N_("what next"), "screen.next", ("page.on",))
_TALKS = Key("t", N_("talks you had"), "screen.talks")
_HAD = frozenset({"chair", "partner", "harder", "easier", "again"})
"""suggestions about a talk that was had before, which begin at once"""
_ABOUT_DIPS = 2
"""paragraphs on first tries that come before they are drawn"""


class ProgressScreen(Screen[None]):
    """All there is to tell, read from the journal in a thread."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("page.back", "back"),
        bind("page.on", "next"),
        bind("progress.talks", "talks"),
    ]
    AUTO_FOCUS = "Reading"

    def __init__(self) -> None:
        super().__init__()
        self._telling: Telling | None = None

    def compose(self) -> ComposeResult:
        """The text, and the keys."""
        yield TopBar()
        with Reading():
            yield Words(_("Progress"), classes="heading")
            yield Words(_(_LOOKING), classes="looking")
        yield KeyBar(_NEXT, _TALKS, BACK, HELP, SAFETY, LEAVE)

    def on_mount(self) -> None:
        """Begin to read."""
        self._look()

    def action_next(self) -> None:
        """What could come next, once that is known."""
        if self._telling and (ideas := self._telling.ideas()):
            self.app.push_screen(NextScreen(ideas))

    def action_talks(self) -> None:
        """The talks that came to their end, to look back on one."""
        from simulator.tui.screens.talks import TalksScreen  # noqa: PLC0415 - on demand

        self.app.push_screen(TalksScreen())

    def action_back(self) -> None:
        """To the screen before."""
        self.dismiss(None)

    @work(exclusive=True)
    async def _look(self) -> None:
        here = host(self)
        found = await asyncio.to_thread(_look_over, here.keeping, here.prefs)
        await self.query(".looking").remove()
        reading = self.query_one(Reading)
        if isinstance(found, str):
            await reading.mount(Words(found))
            return
        self._telling = found
        await reading.mount_all(_body(found))


class NextScreen(Asks):
    """What could be practised next; none of it has to be."""

    def __init__(self, ideas: "tuple[Idea, ...]") -> None:
        about = content(_("Any of these, or something else, or nothing for now."))
        answers = [(str(number), _answer(idea)) for number, idea in enumerate(ideas)]
        super().__init__("", about, _("What could come next?"), answers)
        self._ideas = ideas

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """To the talk, or to its two chairs where it was not had before."""
        idea = self._ideas[int(str(event.option_id))]
        if idea.suggestion.why in _HAD:
            self._begin(idea)
        else:
            from simulator.tui.screens.chair import ChairScreen  # noqa: PLC0415

            self.app.push_screen(ChairScreen(idea.head, idea.suggestion.role))

    @work(exclusive=True)
    async def _begin(self, idea: "Idea") -> None:
        path, one = idea.head.path, idea.suggestion
        opened = await asyncio.to_thread(opening.read, path)
        if opened.scenario is None:
            opening.show_faults(self.app, opened)
            return
        kept = opening.keep(host(self).keeping, path, opened)
        wanted = Wanted(path, one.role.value, one.temperament, one.tension)
        host(self).open_play(opening.start(opened.scenario, wanted, kept))


def _look_over(keeping: "Keeping | None", prefs: "Settings") -> "Telling | str":
    """All there is to tell, or why it cannot be told."""
    from simulator.journal.errors import JournalError  # noqa: PLC0415
    from simulator.practice.keeping import told  # noqa: PLC0415
    from simulator.practice.places import may_hold_talks  # noqa: PLC0415
    from simulator.practice.progress_words import Telling  # noqa: PLC0415
    from simulator.practice.progressing import Gathered, gathered, overview  # noqa: PLC0415

    kept = Gathered()
    try:
        if keeping is not None and may_hold_talks():
            kept = keeping.ask(gathered).result()
    except JournalError as error:
        return told(error)
    seen = overview(kept, show_intimacy=prefs.show_intimacy)
    return Telling(seen, discreet=prefs.discreet, show_intimacy=prefs.show_intimacy)


def _body(telling: "Telling") -> Iterable[Widget]:
    from simulator.practice.progress_words import INVENTED  # noqa: PLC0415
    from simulator.tui.widgets.dips import dips  # noqa: PLC0415

    for number, page in enumerate(telling.pages()):
        if not telling.is_empty:
            yield Words(content(page.title, "bold"), classes="section")
        drawn = number == 0 and len(telling.firsts) > 1
        if drawn:
            yield from paragraphs(page.parts[:_ABOUT_DIPS])
            yield Words(dips(telling.firsts))
        yield from paragraphs(page.parts[_ABOUT_DIPS if drawn else 0 :])
    if not telling.is_empty:
        yield Words(content(_(INVENTED), "$quiet"))


def _answer(idea: "Idea") -> Content:
    return Content.assemble(content(idea.title, "bold"), "\n", content(idea.reason, "$quiet"))
