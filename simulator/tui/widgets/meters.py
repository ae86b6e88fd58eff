"""All that is known of the partner, in one widget: beside the talk, or above the replies."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from simulator.coach.meters import Change, Reading
from simulator.language import _
from simulator.practice.coaching import METERS, closeness
from simulator.tui.widgets.connection import connection_bar, meter_line
from simulator.tui.widgets.hanging import Lines
from simulator.tui.widgets.hope import hope_line
from simulator.tui.widgets.meter import HERE, LIFTS, flat, tall
from simulator.tui.widgets.words import content

BETWEEN = "  "
NARROWEST_FOR_WORDS = 36
"""columns in which a change in words leaves the bar enough to be read"""
ROOMY = 18
"""lines from which on the meters stand apart"""
TALLEST = 21
"""lines the axis has at most"""


class Shown(NamedTuple):
    """What the meters show."""

    reading: Reading
    tension: Change | None = None
    connection: Change | None = None
    hope: Change | None = None
    means: str = ""
    """what the tension is, and what it is not"""
    points: bool = False
    words: bool = False
    """without numbers"""


class Meters(Widget):
    """Tension with its stances, connection, hope: upright as a panel, lying with `-flat`."""

    DEFAULT_CSS = """
    Meters { width: 34; height: 1fr; border-left: solid $rule; padding: 0 0 0 1; }
    Meters.-flat { width: 100%; height: auto; border-left: none; padding: 0 1; }
    """

    def __init__(self, shown: Shown, *, flat: bool = False, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes="-flat" if flat else None)
        self.auto_links = False
        self._shown = shown

    def show(self, shown: Shown) -> None:
        """Show other levels."""
        width = self.size.width if self.has_class("-flat") else 0
        lines = len(self._flat_lines(width))
        self._shown = shown
        self.refresh(layout=len(self._flat_lines(width)) != lines)

    def look(self, *, points: bool, words: bool) -> None:
        """Show the same levels in another way."""
        self.show(self._shown._replace(points=points, words=words))

    def render(self) -> Lines:
        """The meters for the room there is."""
        width = max(1, self.size.width)
        if self.has_class("-flat"):
            return Lines(self._flat_lines(width))
        return Lines(panel_lines(self._shown, width, self.size.height))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Lines wanted at this width."""
        return len(self._flat_lines(width))

    def _flat_lines(self, width: int) -> list[Content]:
        return flat_lines(self._shown, width) if width > 0 else []


def panel_lines(shown: Shown, width: int, height: int) -> list[Content]:
    """The meters as a panel: the axis takes what the words leave, and gives way to none."""
    reading = shown.reading
    head = _tension(shown)
    stance, below = list(_stance(shown, width)), list(_below(shown, width))
    means = content(shown.means, "$quiet").wrap(width) if shown.means else []
    gap = [Content("")] if height >= ROOMY else []
    fixed = 1 + len(stance) + len(below)
    if height < fixed + len(reading.marks) + len(means):
        means = []
    left = height - fixed - len(means) - 2 * len(gap)
    lines = min(TALLEST, max(len(reading.marks), left))
    axis = tall(reading, lines, numbers=not shown.words)
    return [head, *gap, *axis, *stance, *means, *gap, *below]


def flat_lines(shown: Shown, width: int) -> list[Content]:
    """The meters in two or three lines: the bar first, then words, packed."""
    reading = shown.reading
    roomy = width >= 70
    head = _tension(shown, words=width >= NARROWEST_FOR_WORDS)
    bar = flat(reading, max(0, min(50, width - head.cell_length - 1)))
    words = [content(_here(shown, roomy=roomy)), _connection(shown, width)]
    hope = hope_line(reading, shown.hope)
    if hope is not None:
        words.append(hope)
    return [head + " " + bar, *_packed(words, width)]


def _tension(shown: Shown, *, words: bool = True) -> Content:
    """Tension and its change; the fall of one who has stopped asking is not told as easing."""
    name, level = METERS["tension"], "" if shown.words else shown.reading.tension
    if shown.reading.hollow:
        return meter_line(name, level, None) + content(" " + _("quiet, not calm"), "$quiet")
    points = shown.points and not shown.words
    return meter_line(name, level, shown.tension, words=words, points=points)


def _below(shown: Shown, width: int) -> Iterator[Content]:
    reading = shown.reading
    yield _connection(shown, width)
    yield connection_bar(reading.connection, min(width, 25))
    hope = hope_line(reading, shown.hope)
    if hope is not None:
        yield hope


def _connection(shown: Shown, width: int) -> Content:
    """The number, and the change in words as well where they fit."""
    name, reading, moved = METERS["connection"], shown.reading, shown.connection
    level = closeness(reading.connection) if shown.words else reading.connection
    points = shown.points and not shown.words
    whole = meter_line(name, level, moved, points=points)
    if whole.cell_length <= width:
        return whole
    return meter_line(name, level, moved, words=False, points=points)


def _lifts(shown: Shown) -> str | None:
    """When the stance will lift; without numbers, where its words hold one."""
    reading = shown.reading
    if shown.words and reading.lifts_at is not None and reading.tension > reading.lifts_at:
        return _("lifts at this mark")
    return reading.lifts


def _stance(shown: Shown, width: int) -> Iterator[Content]:
    reading, lifts = shown.reading, _lifts(shown)
    named = any(mark.stance == reading.stance for mark in reading.marks)
    if not named:
        yield content(f"{HERE} {reading.stance_name}", "bold")
    if lifts:
        mark = LIFTS if reading.lifts_at is not None else " "
        first, *rest = content(lifts).wrap(max(1, width - 2))
        yield content(f"{mark} ", "bold $you") + first
        yield from (content("  ") + line for line in rest)


def _here(shown: Shown, *, roomy: bool) -> str:
    reading, lifts = shown.reading, _lifts(shown)
    only_a_mark = lifts is not reading.lifts
    if not lifts or only_a_mark or (reading.hollow and not roomy):
        return f"{HERE} {reading.stance_name}"
    return f"{HERE} {reading.stance_name}, {lifts if roomy else lifts.partition(',')[0]}"


def _packed(parts: Iterable[Content], width: int) -> list[Content]:
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + len(BETWEEN) + part.cell_length <= width:
            lines[-1] = lines[-1] + BETWEEN + part
        else:
            lines.append(part)
    return [line for whole in lines for line in whole.wrap(width)]
