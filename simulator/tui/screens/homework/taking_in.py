"""A client opens the file they were given: homework, or word that some is no longer asked for."""

from pathlib import Path

from simulator.homework.assignment import Assignment, Withdrawal, assignment_of, withdrawal_of
from simulator.homework.sealing.envelope import Kind
from simulator.language import _
from simulator.practice.homework import client
from simulator.practice.homework.client import HomeworkError
from simulator.practice.homework.sealed import open_file
from simulator.tui.host import host
from simulator.tui.screens.homework.opening import FileScreen, Typed
from simulator.tui.screens.homework.working import in_journal, now


class TakeInScreen(FileScreen):
    """Gives the id of the assignment the file was about."""

    @property
    def title_words(self) -> str:
        """What is opened."""
        return _("Open a file you were given")

    @property
    def about(self) -> str:
        """What happens with it."""
        return _(
            "It is read as it was sealed; nothing in it is run. What it asks you stays on this "
            "computer, and so does all that you practise."
        )

    def open(self, path: Path, secrets: Typed) -> None:
        """Open it and take in what it is."""
        keeping = host(self).keeping

        def take_in() -> str:
            found = read(path, secrets)
            if isinstance(found, Withdrawal):
                in_journal(keeping, lambda journal: client.end(journal, found, now()))
                return found.assignment
            in_journal(keeping, lambda journal: client.receive(journal, found, now()))
            return found.id

        self.job(_("Opening …"), take_in, self.dismiss)


def read(path: Path, secrets: Typed) -> Assignment | Withdrawal:
    """What is in the file. Raises `SealError`, `HomeworkError`, `MalformedError`."""
    if path.is_dir():
        raise HomeworkError(_("That is a folder. Name the file in it."))
    opened = open_file(path, (Kind.ASSIGNMENT, Kind.WITHDRAWAL), secrets).opened
    if opened.kind is Kind.WITHDRAWAL:
        return withdrawal_of(opened.body)
    return assignment_of(opened.body)
