"""The exact document, to be read to its end, and only then sealed."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Static

from simulator.homework.assignment import body_of
from simulator.homework.report import Report
from simulator.homework.sealing.envelope import Kind
from simulator.journal.journal import Journal
from simulator.language import N_, _
from simulator.practice.homework import client
from simulator.practice.homework.client import Homework
from simulator.practice.homework.report_page import report_page
from simulator.tui.keys import bind
from simulator.tui.screens.homework.sealing import Sealed, SealScreen, ToSeal
from simulator.tui.screens.homework.working import now
from simulator.tui.screens.page import PageScreen, paragraphs
from simulator.tui.widgets.keybar import BACK, HELP, LEAVE, READ, SAFETY, Key
from simulator.tui.widgets.words import Words

_EXACT = N_(
    "This is the exact document. Nothing else goes in. Esc goes back to change it; Enter goes on to "
    "its passphrase and its file."
)


class DocumentScreen(PageScreen):
    """True once it is sealed."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("page.on", "on")]
    keys: ClassVar[tuple[Key, ...]] = (
        READ,
        Key("Enter", N_("seal it"), "screen.on", ("page.on",)),
        BACK,
        HELP,
        SAFETY,
        LEAVE,
    )

    def __init__(self, homework: Homework, report: Report) -> None:
        super().__init__(report_page(report, homework.assignment))
        self._homework = homework
        self._report = report

    def body(self) -> Iterable[Static]:
        """What it is, then every value in it."""
        yield Words(_(_EXACT), classes="quiet")
        yield from paragraphs(self._page.parts)

    def action_on(self) -> None:
        """To its passphrase and file."""
        one = ToSeal(Kind.REPORT, body_of(self._report), self._homework.assignment.client)
        self.app.push_screen(SealScreen((one,), self._keep), self._done)

    def _keep(self, journal: Journal, sealed: tuple[Sealed, ...]) -> None:  # noqa: ARG002
        plays = [one.play for one in self._report.attempts]
        data = {"report": self._report.id, "attempts": plays}
        client.handed_in(journal, self._homework, data, now())

    def _done(self, files: tuple[Path, ...] | None) -> None:
        if files:
            self.dismiss(result=True)
