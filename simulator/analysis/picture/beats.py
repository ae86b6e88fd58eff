"""The box of a beat: its name, its odds, and its replies in one column or two."""

from itertools import zip_longest
from typing import NamedTuple

from simulator.analysis.picture.blocks import (
    BADGE,
    LEADING,
    NAME,
    PAD,
    SMALL,
    TEXT,
    Badge,
    Block,
    Text,
)
from simulator.analysis.picture.marks import spoken
from simulator.analysis.picture.measure import width_of
from simulator.analysis.picture.parts import Box, Row
from simulator.analysis.picture.words import ONCE

_IN_ONE_COLUMN = 3
_BETWEEN = 9.0
_LINE = TEXT * LEADING
_LETTER = 14.0
"""room for a letter"""
_TAIL = 5.0
"""room before small words that follow"""


class _Cell(NamedTuple):
    """A reply, from (0, 0)."""

    width: float
    height: float
    texts: tuple[Text, ...]
    badges: tuple[Badge, ...]
    words: str


def beat_block(box: Box) -> Block:
    """The whole box."""
    head = _head(box)
    columns = _columns([_cell(row) for row in box.rows])
    texts, badges, titles = list(head.texts), [], []
    left, bottom = PAD, head.height
    for column in columns:
        top, wide = head.height, max(cell.width for cell in column)
        for cell in column:
            texts += [text._replace(x=text.x + left, y=text.y + top) for text in cell.texts]
            badges += [mark._replace(x=mark.x + left, y=mark.y + top) for mark in cell.badges]
            titles.append((left, top, wide, cell.height, cell.words))
            top += cell.height
        left, bottom = left + wide + _BETWEEN, max(bottom, top)
    width = max(left - _BETWEEN + PAD, head.width)
    return Block(width, bottom + PAD - 1, tuple(texts), tuple(badges), tuple(titles))


def _columns(cells: list[_Cell]) -> list[list[_Cell]]:
    """Down the first column, then down the second; neighbours in a row share its height."""
    half = (len(cells) + 1) // 2 if len(cells) > _IN_ONE_COLUMN else len(cells)
    left, right = cells[:half], cells[half:]
    heights = [
        max(one.height, other.height if other else 0) for one, other in zip_longest(left, right)
    ]
    return [
        [cell._replace(height=height) for cell, height in zip(column, heights, strict=False)]
        for column in (left, right)
        if column
    ]


def _head(box: Box) -> _Cell:
    odds = "" if box.odds is None else spoken(box.odds)
    text = Text(box.id, PAD, PAD - 2 + NAME, "name", tail=odds)
    width = width_of(box.id, NAME, bold=True) + _TAIL + width_of(odds, SMALL)
    return _Cell(width + 2 * PAD, PAD + NAME * LEADING + 1, (text,), (), "")


def _cell(row: Row) -> _Cell:
    badges = tuple(
        Badge(number, _LETTER + (place + 0.5) * BADGE, _LINE / 2)
        for place, number in enumerate(row.steps)
    )
    left = _LETTER + BADGE * len(badges) + (3 if badges else 0)
    beside, below = (row.offered, "") if row.offered == ONCE else ("", row.offered)
    look = "chosen" if badges else "reply"
    texts = [Text(row.letter, 0, TEXT, "letter"), Text(row.reply, left, TEXT, look, tail=beside)]
    right = left + width_of(row.reply, TEXT, bold=bool(badges))
    right += _TAIL + width_of(beside, SMALL) if beside else 0
    if below:
        texts.append(Text(below, left, _LINE + SMALL, "small"))
        right = max(right, left + width_of(below, SMALL))
    height = _LINE + (SMALL * LEADING if below else 0)
    return _Cell(right, height, tuple(texts), badges, row.words)
