"""The picture as pieces on ranks, joined only from one rank to the next.

Boxes stand on the even ranks, labels and notes on the odd ones between them. A way that passes
ranks does so through a trunk: a point on each, shared by all ways that come to the same box from
the same side, so that what leads to one ending is one line.
"""

from enum import Enum, auto
from typing import NamedTuple

from simulator.analysis.picture.beats import beat_block
from simulator.analysis.picture.blocks import (
    Block,
    ending_block,
    label_block,
    loop_room,
    note_block,
)
from simulator.analysis.picture.levels import Levels
from simulator.analysis.picture.parts import Kind, Picture, Way

MOST_TRUNKS = 40_000
"""points on ranks; where there would be more, the longest ways are named and not drawn"""
_TRUNK = Block(2.0, 0.0, ())


class PieceKind(Enum):
    """What a piece is."""

    BOX = auto()
    LABEL = auto()
    NOTE = auto()
    TRUNK = auto()


class Piece(NamedTuple):
    """Something that takes room on a rank."""

    kind: PieceKind
    rank: int
    block: Block
    at: int
    """of a box, label or note: its place in the picture's boxes, ways or interrupts; else −1"""
    loop: Block | None = None
    """label of a box's way to itself"""

    @property
    def width(self) -> float:
        """With the room of a loop, which is at the right."""
        return self.block.width + (loop_room(self.loop) if self.loop else 0)


class Look(NamedTuple):
    """How a line is drawn."""

    best: bool = False
    dashed: bool = False
    dotted: bool = False
    arrow: int = 0
    """1 at the lower end, −1 at the upper, 0 none"""


class Net(NamedTuple):
    """Pieces, and the lines between those of neighbouring ranks."""

    pieces: list[Piece]
    lines: dict[tuple[int, int], Look]
    """by (upper piece, lower piece)"""
    chains: list[list[int]]
    """trunks that follow each other, from the top"""
    ranks: int


def net_of(picture: Picture, levels: Levels) -> Net:
    """The picture as a net."""
    return _Builder(picture, levels).build()


class _Builder:
    def __init__(self, picture: Picture, levels: Levels) -> None:
        self._picture = picture
        self._rank = {name: 2 * row + 1 for name, row in levels.row.items()}
        self._net = Net([], {}, [], 2 * levels.total + 1)
        self._box: dict[str, int] = {}
        self._trunk: dict[tuple[str, int, int], int] = {}
        self._rows = {box.id: {row.reply: row for row in box.rows} for box in picture.boxes}

    def build(self) -> Net:
        loops = {w.source: self._label(w) for w in self._picture.ways if w.source == w.target}
        for place, box in enumerate(self._picture.boxes):
            block = beat_block(box) if box.kind is Kind.BEAT else ending_block(box)
            piece = Piece(PieceKind.BOX, self._rank[box.id], block, place, loops.get(box.id))
            self._box[box.id] = self._add(piece)
        stubs = self._too_long()
        for place, way in enumerate(self._picture.ways):
            if way.source != way.target:
                self._way(place, way, stub=place in stubs)
        for place, interrupt in enumerate(self._picture.interrupts):
            target = self._box[interrupt.target]
            rank = self._rank[interrupt.target] - 1
            note = self._add(Piece(PieceKind.NOTE, rank, note_block(interrupt), place))
            self._join(note, target, Look(dotted=True, arrow=1))
        self._net.chains.extend(self._chains())
        return self._net

    def _chains(self) -> list[list[int]]:
        found: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for (target, rank, down), trunk in self._trunk.items():
            found.setdefault((target, down), []).append((rank, trunk))
        return [[trunk for _, trunk in sorted(trunks)] for trunks in found.values()]

    def _label(self, way: Way, *, stub: bool = False) -> Block:
        return label_block(way, self._rows[way.source], stub=stub)

    def _too_long(self) -> set[int]:
        """Ways that are not drawn, so that the picture of a very long story can be made at all."""
        spans = sorted(
            (abs(self._rank[way.source] - self._rank[way.target]), place)
            for place, way in enumerate(self._picture.ways)
        )
        total, found = 0, set()
        for span, place in spans:
            total += span
            if total > MOST_TRUNKS:
                found.add(place)
        return found

    def _way(self, place: int, way: Way, *, stub: bool) -> None:
        source, target = self._box[way.source], self._box[way.target]
        start, end = self._rank[way.source], self._rank[way.target]
        down = 1 if end >= start else -1
        rank, look = start + down, Look(best=bool(way.steps), dashed=not way.parts)
        block = self._label(way, stub=stub)
        at = self._add(Piece(PieceKind.LABEL, rank, block, place))
        self._join(source, at, look)
        if stub:
            return
        while (end - rank) * down > 1:
            rank += down
            after = self._on_trunk(way.target, rank, down)
            self._join(at, after, look)
            at = after
        arrow = 1 if end > start else -1
        self._join(at, target, look._replace(arrow=arrow))

    def _on_trunk(self, target: str, rank: int, down: int) -> int:
        key = (target, rank, down)
        if key not in self._trunk:
            self._trunk[key] = self._add(Piece(PieceKind.TRUNK, rank, _TRUNK, -1))
        return self._trunk[key]

    def _add(self, piece: Piece) -> int:
        self._net.pieces.append(piece)
        return len(self._net.pieces) - 1

    def _join(self, one: int, other: int, look: Look) -> None:
        """Draw a line; where one is drawn already, the stronger look stays."""
        ranks = self._net.pieces[one].rank, self._net.pieces[other].rank
        pair = (one, other) if ranks[0] < ranks[1] else (other, one)
        known = self._net.lines.get(pair)
        if known is not None:
            look = look._replace(best=look.best or known.best, dashed=look.dashed and known.dashed)
        self._net.lines[pair] = look
