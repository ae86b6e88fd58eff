"""Connection: how far the partner feels reached, in a number, a word and an arrow."""

from textual.content import Content

from simulator.coach.meters import Change
from simulator.tui.widgets.meter import solid_bar
from simulator.tui.widgets.notes import signed
from simulator.tui.widgets.words import content


def meter_line(
    name: str, level: int | str, change: Change | None, *, words: bool = True, points: bool = False
) -> Content:
    """A meter's name and level, and how it moved: an arrow, words, points on request.

    The level is a number, or a word where numbers are not wanted; an empty one is left out.
    """
    line = content(name, "bold")
    if level != "":
        line += content(f" {level}", "bold")
    if change is None or not change.points:
        return line
    line += content(f" {change.arrow}", "bold")
    if words:
        line += content(f" {change.words}", "$quiet")
    return line + content(f" ({signed(change.points)})", "$quiet") if points else line


def connection_bar(level: int, cells: int) -> Content:
    """The level as a lying bar on its track."""
    bar = solid_bar(level, cells)
    return content(bar, "$connection") + content("·" * (cells - len(bar)), "$quiet")
