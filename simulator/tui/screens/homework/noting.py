"""A therapist's own: a note, a rating of how the homework went, words to go with a withdrawal, and
the page for the session."""

from collections.abc import Iterable
from pathlib import Path

from textual import on
from textual.widget import Widget

from simulator.homework.assignment import Assignment
from simulator.homework.review import Client
from simulator.homework.sealing.files import check_free, write_sealed
from simulator.language import N_, _
from simulator.practice.homework import desk
from simulator.practice.homework.client import HomeworkError
from simulator.practice.safe import shown
from simulator.tui.host import host
from simulator.tui.screens.homework.form import FormScreen, ask, told
from simulator.tui.screens.homework.opening import path_of
from simulator.tui.screens.homework.working import now, today
from simulator.tui.screens.tell import TellScreen
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.row import Pick, Press

_YOURS = N_("It stays on your side; nothing of it goes into any file of the client's.")
_NOT_SEALED = N_(
    "One page that asks nothing of any other computer. It is not sealed: keep it where you keep "
    "your notes."
)
_WITHDRAWN = N_(
    "A file tells the client's program that this homework is no longer asked for. What they "
    "practised stays theirs."
)
_WRITTEN = N_("The page is written")


class NoteScreen(FormScreen):
    """A note for the session."""

    def __init__(self, given: Assignment) -> None:
        super().__init__()
        self._given = given

    @property
    def title_words(self) -> str:
        """What is written."""
        return _("A note for the session")

    def places(self) -> Iterable[Widget]:
        """The words."""
        yield told(_(_YOURS))
        yield Field(id="note")
        yield Press(_("Keep it"), id="keep")

    @on(Press.Pressed, "#keep")
    def keep(self) -> None:
        """Keep it, where there is something."""
        words, given = self.field("note").words, self._given
        if not words:
            self.dismiss(None)
            return
        self.ask(
            "",
            lambda journal: desk.note(journal, given, words, now()),
            lambda _kept: self.dismiss(None),
        )


class RateScreen(FormScreen):
    """One's own rating, beside the client's."""

    def __init__(self, given: Assignment, before: int | None) -> None:
        super().__init__()
        self._given = given
        self._rated = before

    @property
    def title_words(self) -> str:
        """What is rated: the homework."""
        return _("How did the homework go?")

    def places(self) -> Iterable[Widget]:
        """The number."""
        yield told(_(_YOURS))
        says = (
            _("0: not at all"),
            _("1: a little"),
            _("2: half"),
            _("3: for the most part"),
            _("4: as it was meant"),
        )
        values = [(str(number), said) for number, said in enumerate(says)]
        now_ = None if self._rated is None else str(self._rated)
        yield Pick(_("Your own rating:"), values, now_ or "2", id="rating")
        yield Press(_("Keep it"), id="keep")

    @on(Press.Pressed, "#keep")
    def keep(self) -> None:
        """Keep it."""
        number, given = int(self.picked("rating")), self._given
        self.ask(
            "",
            lambda journal: desk.rate(journal, given, number, now()),
            lambda _kept: self.dismiss(None),
        )


class WordsScreen(FormScreen):
    """Gives the words that go with a withdrawal; they may be empty."""

    @property
    def title_words(self) -> str:
        """What is done."""
        return _("Withdraw this homework")

    def places(self) -> Iterable[Widget]:
        """The words."""
        yield told(_(_WITHDRAWN))
        yield ask(_("What you want to say to them, if anything"))
        yield Field(id="words")
        yield Press(_("On to its passphrase and file"), id="on")

    @on(Press.Pressed, "#on")
    def go_on(self) -> None:
        """To sealing."""
        self.dismiss(self.field("words").words)


class WriteScreen(FormScreen):
    """Where the page for the session is written."""

    def __init__(self, client: Client) -> None:
        super().__init__()
        self._client = client

    @property
    def title_words(self) -> str:
        """What is written."""
        return _("A page for the session")

    def places(self) -> Iterable[Widget]:
        """The file."""
        yield told(_(_NOT_SEALED))
        yield ask(_("The file"))
        yield Field(str(Path.cwd() / "review.html"), id="path")
        yield Press(_("Write it"), id="write")

    @on(Press.Pressed, "#write")
    def write(self) -> None:
        """Write it; never over another file."""
        try:
            path = path_of(self.field("path").text)
        except HomeworkError as error:
            self.refused(error)
            return
        client, language = self._client, host(self).prefs.language

        def written() -> Path:
            from simulator.homework.page import page_of  # noqa: PLC0415 - heavy

            check_free(path)
            write_sealed(path, page_of(client, today(), language).encode())
            return path

        self.job(_("One moment …"), written, self._done)

    def _done(self, path: Path) -> None:
        tell = TellScreen(_WRITTEN, shown(str(path)))
        self.app.push_screen(tell, lambda _read: self.dismiss(None))
