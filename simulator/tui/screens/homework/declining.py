"""A client says no to a part, with a word or without."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from simulator.language import N_, _
from simulator.practice.homework import client
from simulator.practice.homework.client import Homework
from simulator.practice.homework.words import part_words
from simulator.tui.screens.homework.form import FormScreen, ask, told
from simulator.tui.screens.homework.working import now
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.row import Pick, Press

_ABOUT = N_(
    "You may say no to any part, and you need not say why. Only what you put into a report leaves "
    "this computer; there you can also leave this out. Or just do not play a part, and say nothing."
)


class DeclineScreen(FormScreen):
    """Which part, and why, if anything is to be said about that."""

    def __init__(self, homework: Homework) -> None:
        super().__init__()
        self._homework = homework
        self._open = [share.task for share in homework.standing.shares if not share.declined]

    @property
    def title_words(self) -> str:
        """What is done here."""
        return _("Say no to a part")

    def places(self) -> Iterable[Widget]:
        """The part and the words."""
        yield told(_(_ABOUT))
        parts = [(str(at), part_words(task)) for at, task in enumerate(self._open)]
        yield Pick(_("Which part:"), parts, id="part")
        yield ask(_("Why, if you want to say"))
        yield Field(id="why")
        yield Press(_("Say no to it"), id="decline")

    @on(Press.Pressed, "#decline")
    def decline(self) -> None:
        """Keep it."""
        task, why = self._open[int(self.picked("part"))], self.field("why").words
        self.ask(
            "",
            lambda journal: client.decline(journal, self._homework, task, why, now()),
            lambda _done: self.dismiss(None),
        )
