"""The line at the top: the program's neutral name, and where one is."""

from textual.content import Content
from textual.widget import Widget

from simulator.language import N_, _
from simulator.tui.host import prefs_of
from simulator.tui.widgets.words import content

NAME = N_("Dialogue practice")
NEUTRAL_NAME = N_("Practice")
"""the program's name where somebody chose to be discreet"""
BETWEEN = " · "


class TopBar(Widget):
    """One line. Where both do not fit, where one is wins over the program's name.

    Where somebody chose to be discreet, nothing stands there but a neutral name.
    """

    DEFAULT_CSS = "TopBar { height: 1; padding: 0 1; background: $panel; color: $quiet; }"

    def __init__(self, where: str = "") -> None:
        super().__init__()
        self._where = where

    def show(self, where: str) -> None:
        """Say where one is now."""
        self._where = where
        self.refresh()

    def render(self) -> Content:
        """The name at the left, the place at the right."""
        if prefs_of(self).discreet:
            return content(_(NEUTRAL_NAME), "bold")
        name = content(_(NAME), "bold")
        where = content(_fitting(self._where, self.content_size.width))
        space = self.content_size.width - name.cell_length - where.cell_length
        if space < 2:
            return where if self._where else name
        return Content.assemble(name, " " * space, where)


def _fitting(where: str, width: int) -> str:
    """As many of the last parts as fit, so that a long title gives way to where one is in it."""
    while len(where) > width and BETWEEN in where:
        where = where.partition(BETWEEN)[2]
    return where
