"""Both meters over the turns, in columns: read by height and by number, with or without colour."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from simulator.coach.meters import Mark
from simulator.language import _
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState
from simulator.tui.widgets.meter import EIGHTHS, TOP, Row, axis
from simulator.tui.widgets.words import content

TENSION_LINES = 6
CONNECTION_LINES = 3
WIDEST_COLUMN = 5
HOLLOW = "░"
STANDS = "●"
"""on the line of a stance that holds still, while the tension is below it"""
TURNED = "▴"
"""under the turn that a turning point is at"""


class Curve(Widget):
    """The start, then the state after each turn."""

    DEFAULT_CSS = "Curve { height: auto; }"

    def __init__(
        self,
        states: Sequence[PartnerState],
        marks: Sequence[Mark],
        turned: int | None = None,
        *,
        numbers: bool = True,
    ) -> None:
        """`turned`: the turn to be marked, from 1; `numbers`: whether levels carry their numbers."""
        super().__init__()
        self.auto_links = False
        self._states = states
        self._marks = marks
        self._turned = turned
        self._numbers = numbers

    def mark(self, turn: int | None) -> None:
        """Mark this turn, or none."""
        self._turned = turn
        self.refresh(layout=True)

    def render(self) -> Content:
        """The columns for this width."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Lines the columns and their captions take."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        return curve_lines(self._states, self._marks, width, self._turned, numbers=self._numbers)


def curve_lines(
    states: Sequence[PartnerState],
    marks: Sequence[Mark],
    width: int,
    turned: int | None = None,
    *,
    numbers: bool = True,
) -> list[Content]:
    """Tension above, with the stances at the levels where they are entered; connection below."""
    labels = [_label(mark, numbers=numbers) for mark in marks]
    margin = max(map(len, labels), default=0) + 1
    room = max(8, width - margin - 1)
    shown = states[-room:]
    cell = max(1, min(WIDEST_COLUMN, room // len(shown)))
    first = len(states) - len(shown)
    return [
        _caption(_("Tension"), [state.tension for state in states], numbers=numbers),
        *_tension(shown, marks, margin, cell, numbers=numbers),
        _turns(first, len(shown), margin, cell),
        *_turned(turned, range(first, len(states)), margin, cell),
        Content(""),
        _caption(_("Connection"), [state.connection for state in states], numbers=numbers),
        *_connection(shown, margin, cell, numbers=numbers),
        *_hope(shown, margin, cell, numbers=numbers),
        *_legend(shown, marks),
    ]


def _tension(
    states: Sequence[PartnerState], marks: Sequence[Mark], margin: int, cell: int, *, numbers: bool
) -> Iterator[Content]:
    for row in axis(marks, max(TENSION_LINES, len(marks))):
        label = _label(row.mark, numbers=numbers) if row.mark else ""
        line = _margin(label, margin)
        for state in states:
            hollow = state.stance is Stance.GIVING_UP
            if _still_stands(row, state):
                line += content(STANDS.ljust(cell), "bold $tension")
            else:
                line += _column(row, state.tension, cell, "$tension", hollow=hollow)
        yield line


def _still_stands(row: Row, state: PartnerState) -> bool:
    """Whether the partner still stands where this line is, though the tension has fallen below."""
    here = row.mark is not None and row.mark.stance == state.stance
    return here and state.tension < row.low


def _label(mark: Mark, *, numbers: bool) -> str:
    return f"{mark.level} {mark.name}" if numbers else mark.name


def _connection(
    states: Sequence[PartnerState], margin: int, cell: int, *, numbers: bool
) -> Iterator[Content]:
    cuts = [TOP * n // CONNECTION_LINES for n in range(CONNECTION_LINES)] + [TOP + 1]
    for low, high in reversed(list(pairwise(cuts))):
        line = _margin(str(low) if numbers else "", margin)
        for state in states:
            row = Row(low, high, None)
            line += _column(row, state.connection, cell, "$connection", hollow=False)
        yield line


def _hope(
    states: Sequence[PartnerState], margin: int, cell: int, *, numbers: bool
) -> Iterator[Content]:
    levels = [state.hope for state in states if state.hope is not None]
    if not levels or not numbers:
        return
    yield Content("")
    yield _caption(_("Hope"), levels, numbers=numbers)
    if cell > 2:
        row = "".join(f"{level:<{cell}}" for level in levels)
        yield _margin(_("of 10"), margin) + content(row, "$hope")


def _column(row: Row, level: int, cell: int, style: str, *, hollow: bool) -> Content:
    filled = row.filled(level)
    bars = max(1, cell - 1)
    shape = HOLLOW if hollow and filled else EIGHTHS[filled]
    return content(shape * bars, "$quiet" if hollow else style) + content(" " * (cell - bars))


def _turns(first: int, count: int, margin: int, cell: int) -> Content:
    every = next(step for step in (1, 2, 5, 10, 20, 50) if step * cell > 3 or step == 50)
    line = " " * (count * cell)
    for n in range(0, count, every):
        label, at = str(first + n), n * cell
        if at + len(label) <= len(line):
            line = line[:at] + label + line[at + len(label) :]
    return content(_("turn").rjust(margin - 1) + "  " + line, "$quiet")


def _turned(turn: int | None, shown: range, margin: int, cell: int) -> Iterator[Content]:
    """A mark under one turn, and what it means."""
    if turn is None or turn not in shown:
        return
    before = " " * (margin + 1 + (turn - shown.start) * cell)
    yield content(f"{before}{TURNED}", "bold $you")
    yield content(f"{TURNED} ", "bold $you") + content(_("a turning point"), "$quiet")


def _caption(name: str, levels: Sequence[int], *, numbers: bool) -> Content:
    if not numbers:
        return content(name, "bold")
    moved = _("from {first} to {last}").format(first=levels[0], last=levels[-1])
    return content(name, "bold") + content(f" {moved}", "$quiet")


def _margin(label: str, margin: int) -> Content:
    return content(label.rjust(margin - 1), "$quiet") + content(" │", "$rule")


def _legend(states: Sequence[PartnerState], marks: Sequence[Mark]) -> Iterator[Content]:
    rows = [Row(mark.level, TOP + 1, mark) for mark in marks]
    if any(_still_stands(row, state) for row in rows for state in states):
        yield content(f"{STANDS} " + _("still so, at lower tension"), "$quiet")
    if any(state.stance is Stance.GIVING_UP for state in states):
        yield content(f"{HOLLOW} " + _("has stopped asking: low, and a loss"), "$quiet")
