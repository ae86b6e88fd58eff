"""A sealed file on this computer: named or chosen, opened with the passphrase one agreed on."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import DirectoryTree, Input

from simulator.homework.sealing.keys import Keys
from simulator.language import _
from simulator.practice.homework import pairing
from simulator.practice.homework.client import HomeworkError
from simulator.tui.screens.homework.form import FormScreen, ask, told
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.files import Files
from simulator.tui.widgets.row import Press
from simulator.tui.widgets.secret import Secret


class Typed:
    """The passphrase that was typed: for the file, or for the own keys."""

    def __init__(self, passphrase: str) -> None:
        self._passphrase = passphrase
        self._keys: Keys | None = None

    def to_open(self, path: Path) -> Iterator[str]:  # noqa: ARG002 (the protocol's)
        """Tried once."""
        if self._passphrase:
            yield self._passphrase

    def own_keys(self) -> Keys:
        """The own keys. Raises `SealError` or `HomeworkError`."""
        if self._keys is None:
            self._keys = pairing.own(self._passphrase)
        return self._keys


def path_of(text: str) -> Path:
    """A path as somebody typed it. Raises `HomeworkError` where nothing was."""
    typed = text.strip()
    if not typed:
        raise HomeworkError(_("Which file? Type where it is, or choose it in the list."))
    try:
        return Path(typed).expanduser()
    except RuntimeError as error:
        raise HomeworkError(_("There is no such folder as “~” names there.")) from error


class FileScreen(FormScreen):
    """Where a file is, and its passphrase; what opening means, `open` says."""

    endings: ClassVar[tuple[str, ...]] = (".homework",)

    def places(self) -> Iterable[Widget]:
        """The path, the files there are here, the passphrase."""
        yield told(self.about)
        yield ask(_("Where the file is"))
        yield Field(id="path", example=_("for example ~/Downloads/heron.homework"))
        yield ask(_("Or choose it here"))
        yield Files(Path.cwd(), self.endings, id="files")
        yield ask(_("Passphrase; of your own keys, where you have paired with whoever sent it"))
        yield Secret(id="passphrase")
        yield Press(_("Open it"), id="open")

    @property
    def about(self) -> str:
        """What is opened here."""
        raise NotImplementedError

    def open(self, path: Path, secrets: Typed) -> None:
        """Begin to open it."""
        raise NotImplementedError

    @on(DirectoryTree.FileSelected)
    def take(self, event: DirectoryTree.FileSelected) -> None:
        """A file was chosen."""
        self.field("path").load_text(str(event.path))
        self.query_one("#passphrase", Secret).focus()

    @on(Field.Done, "#path")
    def named(self, event: Field.Done) -> None:
        """A path was typed: on to its passphrase."""
        if self.field("path").words:
            event.stop()
            event.prevent_default()
            self.query_one("#passphrase", Secret).focus()

    @on(Input.Submitted, "#passphrase")
    @on(Press.Pressed, "#open")
    def begin(self, event: Input.Submitted | Press.Pressed) -> None:
        """Open it."""
        event.stop()
        try:
            path = path_of(self.field("path").text)
        except HomeworkError as error:
            self.refused(error)
            return
        self.open(path, Typed(self.secret("passphrase")))

    def refused(self, error: Exception) -> None:
        """Say why, and let the passphrase be typed again."""
        super().refused(error)
        secret = self.query_one("#passphrase", Secret)
        secret.value = ""
        secret.focus()
