"""The tension meter: an axis with the stances at their entry levels, and a bar beside it.

Only drawing: every level and name comes from the reading. Nothing is told by colour alone: the
bar has a height and a number, the stance a marker and a name, giving up a hollow bar.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from simulator.coach.meters import Mark, Reading
from simulator.language import _
from simulator.tui.widgets.words import content

TOP = 100
EIGHTHS = " ▁▂▃▄▅▆▇█"
SLICES = " ▏▎▍▌▋▊▉█"
HERE = "◆"
LIFTS = "◇"
BAR_CELLS = 3


class Row(NamedTuple):
    """One line of the axis: the tensions from `low` up to, and not including, `high`."""

    low: int
    high: int
    mark: Mark | None
    """the stance entered at `low`"""
    lifts: bool = False
    """whether `low` is the level at which the stance may lift"""

    def holds(self, tension: int) -> bool:
        """Whether this tension lies on this line."""
        return self.low <= tension < self.high

    def filled(self, tension: int) -> int:
        """Eighths of the line that a bar of this tension fills, 0–8."""
        share = (tension + 1 - self.low) / (self.high - self.low)
        return max(0, min(8, round(share * 8)))


def axis(marks: Sequence[Mark], lines: int, *, lifts_at: int | None = None) -> tuple[Row, ...]:
    """The axis from the top down in about so many lines, never fewer than one for each stance.

    The level at which the stance may lift has a line of its own where there is one to spare.
    """
    bands = _bands(marks, lifts_at if lines > len(marks) else None)
    counts = _share_out(bands, lines)
    return tuple(
        row for band, count in zip(bands, counts, strict=True) for row in _split(band, count)
    )


def tall(reading: Reading, lines: int, *, numbers: bool = True) -> Iterator[Content]:
    """The meter upright, one content a line; with its numbers, or with names alone."""
    for row in axis(reading.marks, lines, lifts_at=reading.lifts_at):
        yield Content.assemble(
            _number(row, reading.tension, numbers=numbers),
            _bar_cell(row, reading),
            _pointer(row, reading),
            _label(row, reading, numbers=numbers),
        )


def flat(reading: Reading, cells: int) -> Content:
    """The meter lying, in one line of so many cells, a notch where each stance is entered."""
    bar = (
        hollow_bar(reading.tension, cells) if reading.hollow else solid_bar(reading.tension, cells)
    )
    free = ["·"] * (cells - len(bar))
    for mark in reading.marks:
        at = round(mark.level / TOP * cells) - len(bar)
        if mark.level > 0 and 0 <= at < len(free):
            free[at] = "┊"
    style = "$quiet" if reading.hollow else "$tension"
    return content(bar, style) + content("".join(free), "$quiet")


def solid_bar(level: int, cells: int) -> str:
    """A lying bar of a level 0–100, an eighth of a cell exact."""
    whole, rest = divmod(round(level / TOP * cells * 8), 8)
    return ("█" * whole + SLICES[rest].strip())[:cells]


def hollow_bar(level: int, cells: int) -> str:
    """The same as an outline with nothing in it."""
    return f"[{' ' * (round(level / TOP * cells) - 2)}]"


def _bands(marks: Sequence[Mark], lifts_at: int | None) -> list[Row]:
    """The axis in as few lines as it has levels, from the top down."""
    levels: dict[int, Mark | None] = {mark.level: mark for mark in marks}
    if lifts_at is not None:
        levels.setdefault(lifts_at, None)
    lows = sorted(levels, reverse=True)
    highs = (TOP + 1, *lows)
    return [
        Row(low, high, levels[low], low == lifts_at) for low, high in zip(lows, highs, strict=False)
    ]


def _share_out(bands: Sequence[Row], lines: int) -> list[int]:
    """Lines for each band: one, and the rest where a line would stand for most."""
    counts = [1] * len(bands)
    for _more in range(lines - len(bands)):
        sizes = [(row.high - row.low) / count for row, count in zip(bands, counts, strict=True)]
        counts[sizes.index(max(sizes))] += 1
    return counts


def _split(band: Row, count: int) -> Iterator[Row]:
    low, high = band.low, band.high
    cuts = [low + (high - low) * n // count for n in range(count + 1)]
    for n in reversed(range(1, count)):
        yield Row(cuts[n], cuts[n + 1], None)
    yield band._replace(high=cuts[1])


def _number(row: Row, tension: int, *, numbers: bool) -> Content:
    level = f"{tension:>3}" if numbers else ""
    there = f"▸{level} "
    return content(there, "bold") if row.holds(tension) else content(" " * len(there))


def _bar_cell(row: Row, reading: Reading) -> Content:
    filled = row.filled(reading.tension)
    if reading.hollow:
        inside = "│ │" if filled else "   "
        inside = "┌─┐" if row.holds(reading.tension) else inside
        return content(inside, "$quiet")
    return Content.assemble((EIGHTHS[filled] * BAR_CELLS, "$tension on $panel"))


def _pointer(row: Row, reading: Reading) -> Content:
    if row.mark is not None and row.mark.stance == reading.stance:
        return content(f" {HERE} ", "bold $you")
    if row.lifts:
        return content(f" {LIFTS} ", "bold $you")
    return content(" ─ " if row.mark else " ╷ ", "$rule")


def _label(row: Row, reading: Reading, *, numbers: bool) -> Content:
    level = f"{row.low:>2} " if numbers else ""
    if row.mark is None:
        return content(level + _("lifts") if row.lifts else "", "$quiet")
    here = row.mark.stance == reading.stance
    return content(level + row.mark.name, "bold" if here else "$quiet")
