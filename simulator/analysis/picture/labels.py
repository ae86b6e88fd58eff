"""What stands on a box and on a way in the formats whose layout is left to others."""

from collections.abc import Iterator

from simulator.analysis.picture.marks import Marks, brief, spoken
from simulator.analysis.picture.parts import Box, Way

GIVES_WAY = "gives way to"


def box_lines(box: Box) -> Iterator[str]:
    """Id, outcome in words, odds in words: as far as they are there."""
    yield box.id
    if box.meaning:
        yield box.meaning
    if box.odds is not None:
        yield spoken(box.odds)


def way_lines(way: Way, marks: Marks) -> Iterator[str]:
    """Place in the best play, replies with their conditions, odds."""
    for step in way.steps:
        yield f"best play, step {step}: {marks.best[step - 1][1]}"
    if not way.parts:
        yield GIVES_WAY
    for replies, condition in way.parts:
        yield f"{', '.join(replies)} {condition}".strip()
    if way.odds is not None:
        yield brief(way.odds)
