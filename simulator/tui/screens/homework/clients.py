"""What came back, client by client; report files and folders are opened from here."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DirectoryTree, OptionList

from simulator.homework.assignment import MalformedError
from simulator.homework.review import Client
from simulator.homework.sealing.errors import SealError
from simulator.language import N_, _, ngettext
from simulator.practice.homework import desk, receiving
from simulator.practice.homework.client import HomeworkError
from simulator.practice.homework.receiving import Came, Refused
from simulator.practice.homework.words import INVENTED
from simulator.practice.places import may_hold_talks
from simulator.practice.safe import shown
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.screens.homework.opening import FileScreen, Typed
from simulator.tui.screens.homework.working import Working, in_journal, now, why
from simulator.tui.screens.tell import TellScreen
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import BACK, CHOOSE, HELP, LEAVE, SAFETY, Key, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content

_OPEN = "open"
_CLIENT = "client:"
_ENDINGS = (".report", ".homework")
_REFUSED = N_("Not everything was taken in")


class ClientsScreen(Working):
    """By code name; nothing here ranks anybody."""

    DEFAULT_CSS = "ClientsScreen .about { height: auto; color: $quiet; padding: 0 2 1 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("page.back", "back"),
        bind("homework.open", "open_file"),
    ]

    def compose(self) -> ComposeResult:
        """What this is, and the list."""
        yield TopBar()
        yield Words(_("What came back"), classes="heading intro")
        yield Words(_(INVENTED), classes="about")
        yield Choices()
        yield self.notice()
        yield KeyBar(CHOOSE, Key("o", N_("open"), "screen.open_file"), BACK, HELP, SAFETY, LEAVE)

    def on_screen_resume(self) -> None:
        """Something may have come meanwhile."""
        if host(self).keeping is None or not may_hold_talks():
            self._show(())
        else:
            self.ask("", desk.clients, self._show)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """One client, or files to open."""
        name = str(event.option_id)
        if name == _OPEN:
            self.action_open_file()
            return
        from simulator.tui.screens.homework.reviewing import ClientScreen  # noqa: PLC0415

        self.app.push_screen(ClientScreen(name.removeprefix(_CLIENT)))

    def action_open_file(self) -> None:
        """Open reports."""
        self.app.push_screen(ReceiveScreen(), self._received)

    def action_back(self) -> None:
        """To the screen before."""
        self.dismiss(None)

    def _received(self, refused: Sequence[Refused] | None) -> None:
        if refused:
            lines = (f"{shown(one.path.name)}: {shown(one.why)}" for one in refused)
            self.app.push_screen(TellScreen(_REFUSED, "\n".join(lines)))

    def _show(self, clients: Sequence[Client]) -> None:
        self.query_one(Choices).fill([*map(_entry, clients), _opening()])


class ReceiveScreen(FileScreen):
    """Gives what was refused of the files that were named."""

    endings = _ENDINGS

    @property
    def title_words(self) -> str:
        """What is opened."""
        return _("Open reports")

    @property
    def about(self) -> str:
        """What happens with them."""
        return _(
            "A file, or a folder with several under one passphrase. Each is held against its "
            "assignment: its numbers are worked out again from the replies in it. An assignment "
            "that was made elsewhere is opened in the same way."
        )

    @on(DirectoryTree.DirectorySelected)
    def take_folder(self, event: DirectoryTree.DirectorySelected) -> None:
        """A folder was chosen."""
        self.field("path").load_text(str(event.path))

    def open(self, path: Path, secrets: Typed) -> None:
        """Open it and keep what it is."""
        keeping = host(self).keeping

        def receive() -> tuple[Refused, ...]:
            came, refused = _read(_files(path), secrets)
            if not came:
                raise HomeworkError(refused[0].why)
            at = now()
            got = in_journal(keeping, lambda journal: receiving.take_in(journal, came, at))
            return (*refused, *got.refused)

        self.job(_("Opening …"), receive, self._done)

    def _done(self, refused: tuple[Refused, ...]) -> None:
        self.dismiss(refused)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.iterdir() if one.suffix in _ENDINGS)
    if not found:
        raise HomeworkError(_("There is no report in {folder}.").format(folder=shown(str(path))))
    return found


def _read(paths: Iterable[Path], secrets: Typed) -> tuple[list[Came], list[Refused]]:
    came: list[Came] = []
    refused: list[Refused] = []
    for path in paths:
        try:
            came.append(receiving.read(path, secrets))
        except (HomeworkError, SealError, MalformedError) as error:
            refused.append(Refused(path, why(error)))
    return came, refused


def _entry(one: Client) -> tuple[str, Content]:
    facts = " · ".join(_facts(one))
    name = " ".join(shown(one.name).split())
    return (
        f"{_CLIENT}{one.name}",
        Content.assemble(content(name, "bold"), "\n", content(facts, "$quiet")),
    )


def _facts(one: Client) -> Iterator[str]:
    count = len(one.assignments)
    yield ngettext("{count} assignment", "{count} assignments", count).format(count=count)
    talks = sum(len(each.rows) for each in one.assignments)
    yield ngettext("{count} talk handed in", "{count} talks handed in", talks).format(count=talks)


def _opening() -> tuple[str, Content]:
    about = _("A file, or a folder with several under one passphrase")
    return _OPEN, Content.assemble(
        content(_("Open reports"), "bold"), "\n", content(about, "$quiet")
    )
