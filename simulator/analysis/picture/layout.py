"""The picture laid out: every piece with its corner, every line with its points, in pixels."""

from typing import NamedTuple

from simulator.analysis.picture.levels import Levels, levels_of, usual_width
from simulator.analysis.picture.net import Look, Net, Piece, PieceKind, net_of
from simulator.analysis.picture.order import Ranks, ordered
from simulator.analysis.picture.parts import Picture
from simulator.analysis.picture.place import placed

_NEAREST, _FARTHEST, _SLOPE = 12.0, 26.0, 0.03
"""room between ranks: at least, at most, and for each pixel that a line goes aside"""
_MANY = 60
_WIDTHS = (3, 4, 5, 6)
"""boxes in a row that are tried"""
_PAGE = (190.0, 277.0)
"""sides of an A4 page in millimetres, without its margins"""
_BESIDE, _ABOVE = 82.0, 150.0
"""what title, legend and margins take, about"""
_MOST_ROOM = 1.3
_PORT_MARGIN, _PORT_GAP = 12.0, 15.0


Pair = tuple[int, int]
"""an upper piece and a lower one"""


class Put(NamedTuple):
    """A piece at its place."""

    piece: Piece
    left: float
    top: float


class Line(NamedTuple):
    """From the lower side of one piece to the upper side of another, and on through that."""

    upper: tuple[float, float]
    lower: tuple[float, float]
    turn: tuple[float, float]
    """heights between which the line may go aside"""
    through: float
    """how far it goes on below, where the lower piece is a point to pass"""
    look: Look


class Layout(NamedTuple):
    """Everything at its place."""

    puts: tuple[Put, ...]
    lines: tuple[Line, ...]
    depths: tuple[tuple[float, int], ...]
    """top of each first row of a depth, and the depth"""
    width: float
    height: float


def laid_out(picture: Picture) -> Layout:
    """The whole picture, from (0, 0): as few boxes in a row, or as many, as make it largest on a
    page of A4, upright or across. Where there are very many, one try has to do."""
    if len(picture.boxes) > _MANY:
        return _laid_out(picture, usual_width(picture) // 2)
    widest = max(_WIDTHS, key=lambda number: _size_on_page(_laid_out(picture, number)))
    tight = _laid_out(picture, widest)
    return _laid_out(picture, widest, min(_MOST_ROOM, max(1.0, _room_beside(tight))))


def _room_beside(layout: Layout) -> float:
    """How much wider the picture may be, times its width, before an upright page is too narrow."""
    return ((layout.height + _ABOVE) * _PAGE[0] / _PAGE[1] - _BESIDE) / layout.width


def _size_on_page(layout: Layout) -> float:
    short, long = sorted((layout.width + _BESIDE, layout.height + _ABOVE))
    return min(_PAGE[0] / short, _PAGE[1] / long)


def _laid_out(picture: Picture, widest: int, room: float = 1.0) -> Layout:
    levels = levels_of(picture, widest)
    net = net_of(picture, levels)
    ranks = ordered(net)
    middles = placed(net, ranks, room)
    tops = _tops(net, ranks, middles)
    puts = tuple(
        Put(piece, middle - piece.width / 2, _top(piece, tops))
        for piece, middle in zip(net.pieces, middles, strict=True)
    )
    width = max(put.left + put.piece.width for put in puts)
    return Layout(puts, _lines(net, puts, tops), _depths(levels, tops), width, sum(tops[-1]))


def _top(piece: Piece, tops: list[tuple[float, float]]) -> float:
    """Boxes hang from the top of their rank, what is between them stands in its middle."""
    top, height = tops[piece.rank]
    return top if piece.kind is PieceKind.BOX else top + (height - piece.block.height) / 2


def _tops(net: Net, ranks: Ranks, middles: list[float]) -> list[tuple[float, float]]:
    """Top and height of every rank."""
    aside = [0.0] * net.ranks
    for upper, lower in net.lines:
        number = net.pieces[upper].rank
        aside[number] = max(aside[number], abs(middles[upper] - middles[lower]))
    found, top = [], 0.0
    for rank, leaning in zip(ranks, aside, strict=True):
        height = max((net.pieces[piece].block.height for piece in rank), default=0.0)
        found.append((top, height))
        if rank:
            top += height + min(_FARTHEST, _NEAREST + _SLOPE * leaning)
    return found


def _lines(net: Net, puts: tuple[Put, ...], tops: list[tuple[float, float]]) -> tuple[Line, ...]:
    leave, arrive = _ports(net, puts, end=0), _ports(net, puts, end=1)
    return tuple(
        _line(
            (leave[pair], puts[pair[0]]),
            (arrive[pair], puts[pair[1]]),
            (tops[net.pieces[pair[0]].rank], tops[net.pieces[pair[1]].rank]),
            look,
        )
        for pair, look in net.lines.items()
    )


def _line(
    upper: tuple[float, Put],
    lower: tuple[float, Put],
    ranks: tuple[tuple[float, float], tuple[float, float]],
    look: Look,
) -> Line:
    """A line from its two ends, each a place across and the piece there."""
    (x1, one), (x2, other) = upper, lower
    start, end = sum(ranks[0]), ranks[1][0]
    passing = other.piece.kind is PieceKind.TRUNK
    leaves = start if one.piece.kind is PieceKind.TRUNK else one.top + one.piece.block.height
    arrives = end if passing else other.top
    through = ranks[1][1] if passing else 0.0
    return Line((x1, leaves), (x2, arrives), (start, end), through, look)


def _ports(net: Net, puts: tuple[Put, ...], *, end: int) -> dict[Pair, float]:
    """Where, across, each line leaves its upper piece (end 0) or comes to its lower one (end 1)."""
    sides: dict[int, list[tuple[float, Pair]]] = {}
    for pair in net.lines:
        sides.setdefault(pair[end], []).append((_middle(puts[pair[1 - end]]), pair))
    ports: dict[Pair, float] = {}
    for piece, lines in sides.items():
        for (_, pair), port in zip(sorted(lines), _spread(puts[piece], len(lines)), strict=True):
            ports[pair] = port
    return ports


def _spread(put: Put, count: int) -> list[float]:
    """Places for so many lines at one side of a piece; beside each other only at a box."""
    room = put.piece.block.width - 2 * _PORT_MARGIN if put.piece.kind is PieceKind.BOX else 0.0
    gap = min(_PORT_GAP, max(0.0, room) / max(1, count - 1))
    left = _middle(put) - gap * (count - 1) / 2
    return [left + place * gap for place in range(count)]


def _middle(put: Put) -> float:
    return put.left + put.piece.block.width / 2


def _depths(levels: Levels, tops: list[tuple[float, float]]) -> tuple[tuple[float, int], ...]:
    return tuple((tops[2 * row + 1][0], depth) for row, depth in levels.depth.items())
