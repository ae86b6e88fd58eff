"""The pieces that are laid out, with their words and their sizes in pixels."""

from collections.abc import Mapping
from typing import NamedTuple

from simulator.analysis.picture.marks import brief, spoken
from simulator.analysis.picture.measure import BOLD, width_of, wrapped
from simulator.analysis.picture.parts import Box, Interrupt, Part, Row, Steps, Way

NAME, TEXT, SMALL = 13.5, 12.5, 11.0
"""sizes of letters"""
LEADING = 1.22
PAD = 6.0
BADGE = 15.0
"""room for a place in the best play"""
_ENDING_ROOM = 142.0
_NOTE_ROOM = 124.0
_LABEL_ROOM = 96.0
_LOOP = 22.0


class Text(NamedTuple):
    """One line, from the left edge and the top of its piece."""

    words: str
    x: float
    y: float
    look: str
    """class of the style sheet"""
    middle: bool = False
    """whether `x` is the middle of the line"""
    tail: str = ""
    """small words that follow"""


class Badge(NamedTuple):
    """A place in the best play, its middle from the left edge and the top of its piece."""

    number: int
    x: float
    y: float


class Block(NamedTuple):
    """A box, a label on a way, or a note."""

    width: float
    height: float
    texts: tuple[Text, ...]
    badges: tuple[Badge, ...] = ()
    titles: tuple[tuple[float, float, float, float, str], ...] = ()
    """left, top, width, height, and the words shown to a pointer that rests there"""


def ending_block(box: Box) -> Block:
    """An ending, or where the talk is stopped: its name, the outcome and the odds in words."""
    lines = [(line, NAME, "name") for line in wrapped(box.id, NAME * BOLD, _ENDING_ROOM)]
    lines += [(line, TEXT, "outcome") for line in wrapped(box.meaning, TEXT, _ENDING_ROOM)]
    if box.odds is not None:
        lines.append((spoken(box.odds), SMALL, "odds"))
    return _centred(lines, 12.0)


def note_block(interrupt: Interrupt) -> Block:
    """What ends or turns the talk from anywhere."""
    lines = wrapped(interrupt.words, SMALL, _NOTE_ROOM)
    return _centred([(line, SMALL, "small") for line in lines], 6.0)


def label_block(way: Way, rows: Mapping[str, Row], *, stub: bool) -> Block:
    """The label of a way: replies by their letters, conditions, odds.

    `rows` are the replies of the beat it leaves, by id. `stub` says that the way is not drawn any
    further, so that the label names where it leads.
    """
    lines = [
        (line, SMALL, "label")
        for part in way.parts
        for line in wrapped(_part_words(part, rows), SMALL * BOLD, _LABEL_ROOM)
    ] or [("gives way", SMALL, "small")]
    if way.odds is not None:
        lines.append((brief(way.odds), SMALL, "odds"))
    if stub:
        lines.append((f"→ {way.target}", SMALL, "label"))
    return _with_badges(_centred(lines, 3.0), way.steps)


def _part_words(part: Part, rows: Mapping[str, Row]) -> str:
    if len(part.replies) == len(rows) > 1:
        return f"any reply {part.condition}".strip()
    letters = ", ".join(rows[reply].letter for reply in part.replies)
    return f"{letters} {part.condition}".strip()


def _with_badges(block: Block, steps: Steps) -> Block:
    if not steps:
        return block
    room = len(steps) * BADGE
    height = max(block.height, BADGE)
    badges = tuple(Badge(n, (p + 0.5) * BADGE, height / 2) for p, n in enumerate(steps))
    moved = tuple(text._replace(x=text.x + room) for text in block.texts)
    return Block(block.width + room, height, moved, badges)


def _centred(lines: list[tuple[str, float, str]], pad: float) -> Block:
    width = (
        max(width_of(words, size, bold=look != "small") for words, size, look in lines) + 2 * pad
    )
    texts, top = [], min(pad, 6.0)
    for words, size, look in lines:
        texts.append(Text(words, width / 2, top + size, look, middle=True))
        top += size * LEADING
    return Block(width, top + min(pad, 6.0), tuple(texts))


def loop_room(label: Block) -> float:
    """What a way from a box to itself needs at the right of it."""
    return _LOOP + label.width
