"""The loop of a talk in four corners: drawn as a loop where there is room, else as a list."""

from collections.abc import Iterator
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from simulator.coach.debrief import Corner, Loop
from simulator.language import _
from simulator.practice.debrief_words import ROUND_AGAIN
from simulator.tui.widgets.words import content

DRAWN_FROM = 72
"""cells from which on the loop is drawn"""
WIDEST = 110
_GAP = 7
_QUIET, _RULE, _YOU, _THEM = "$quiet", "$rule", "$you", "$connection"


class LoopView(Widget):
    """What I did, what they saw, what they guarded, what I guarded, and round again."""

    DEFAULT_CSS = "LoopView { height: auto; }"

    def __init__(self, loop: Loop) -> None:
        super().__init__()
        self.auto_links = False
        self._loop = loop

    def render(self) -> Content:
        """The loop for this width."""
        return Content("\n").join(loop_lines(self._loop, self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Lines it takes."""
        return len(loop_lines(self._loop, width))


def loop_lines(loop: Loop, width: int) -> list[Content]:
    """The loop, drawn or listed, no line longer than so many cells."""
    if width < DRAWN_FROM:
        return list(_listed(loop, max(1, width)))
    return list(_drawn(loop, min(width, WIDEST)))


def _listed(loop: Loop, width: int) -> Iterator[Content]:
    """The corners in the order in which the drawn loop turns."""
    turns = ((loop.did, _YOU), (loop.saw, _THEM), (loop.theirs, _THEM), (loop.guarded, _YOU))
    for corner, style in turns:
        head, *rest = content(corner.title, f"bold {style}").wrap(max(1, width - 2))
        yield content("↓ " if corner is not loop.did else "  ", f"bold {style}") + head
        yield from (content("  ") + line for line in rest)
        yield from (content("  ") + line for line in _words(corner, max(1, width - 2)))
        yield Content("")
    yield content(f"↺ {_(ROUND_AGAIN)}", _QUIET)


def _words(corner: Corner, width: int) -> list[Content]:
    lines = content(corner.text).wrap(width)
    if corner.quote:
        lines += content(corner.quote.words, "italic").wrap(width)
    return lines


def _drawn(loop: Loop, width: int) -> Iterator[Content]:
    inside = (width - _GAP) // 2 - 4
    upper = _pair(loop.did, loop.saw, inside)
    lower = _pair(loop.guarded, loop.theirs, inside)
    gap = Content(" " * _GAP)
    yield from _row(upper, "  ──▸  ")
    half = inside + 4
    for left, right in ((" ▴", " │"), (" │", " ▾")):
        place = half // 2
        column = content(left.rjust(place).ljust(half), f"bold {_YOU}")
        yield column + gap + content(right.rjust(place).ljust(half), f"bold {_THEM}")
    yield from _row(lower, "  ◂──  ")


def _pair(left: Corner, right: Corner, inside: int) -> list[list[Content]]:
    """Both boxes of a row, of the same height."""
    words = [
        [*content(corner.title, f"bold {style}").wrap(inside), *_words(corner, inside)]
        for corner, style in ((left, _YOU), (right, _THEM))
    ]
    rows = list(zip_longest(*words, fillvalue=Content("")))
    return [_box([row[place] for row in rows], inside) for place in range(2)]


def _box(words: list[Content], inside: int) -> list[Content]:
    top = content(f"╭{'─' * (inside + 2)}╮", _RULE)
    side = content("│", _RULE)
    body = [
        side + " " + line + " " * (inside - line.cell_length) + " " + side
        for line in (line.rstrip() for line in words)
    ]
    return [top, *body, content(f"╰{'─' * (inside + 2)}╯", _RULE)]


def _row(boxes: list[list[Content]], arrow: str) -> Iterator[Content]:
    left, right = boxes
    middle = len(left) // 2
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        between = content(arrow, "bold $primary") if number == middle else Content(" " * _GAP)
        yield one + between + other
