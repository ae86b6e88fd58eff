"""Folders and the files of some endings in them, to choose one; names are shown, never read."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widgets import DirectoryTree

from simulator.practice.safe import shown
from simulator.tui.keys import bind


class Files(DirectoryTree, inherit_bindings=False):
    """What can be opened from here."""

    ICON_FILE = "  "
    ICON_NODE = "▸ "
    ICON_NODE_EXPANDED = "▾ "
    DEFAULT_CSS = """
    Files {
        height: auto; min-height: 4; max-height: 12; max-width: 76; background: $background;
        border: round $rule; padding: 0 1; scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        &:focus { border: round $primary; background-tint: $background 0%; }
        & > .tree--cursor { background: $background; color: $foreground; text-style: bold; }
        &:focus > .tree--cursor { background: $cursor; color: $foreground; text-style: bold; }
        & > .directory-tree--extension { text-style: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("files.up", "cursor_up"),
        bind("files.down", "cursor_down"),
        bind("files.choose", "select_cursor"),
        bind("files.unfold", "toggle_node"),
    ]

    def __init__(self, path: Path, endings: Iterable[str], *, id: str | None = None) -> None:  # noqa: A002
        self._endings = frozenset(endings)
        super().__init__(path, id=id)

    def action_cursor_up(self) -> None:
        """The line above; from the first, out of the list."""
        if self.cursor_line <= 0:
            self.screen.focus_previous()
        else:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """The line below; from the last, out of the list."""
        if self.cursor_line >= self.last_line:
            self.screen.focus_next()
        else:
            super().action_cursor_down()

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Folders, and files of these endings; nothing hidden."""
        for path in paths:
            if not path.name.startswith(".") and (path.suffix in self._endings or _folder(path)):
                yield path

    def process_label(self, label: object) -> Text:
        """A name as it stands: no markup is read in it, and nothing in it steers the terminal."""
        plain = label.plain if isinstance(label, Text) else str(label)
        return Text(" ".join(shown(plain).split()) or "?")


def _folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
