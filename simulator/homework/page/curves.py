"""The curve of one talk as places on a drawing: both meters, the stances, and where it turned.

Units are those of the drawing (`WIDTH` by `HEIGHT`), from its top left corner. Readable without
colour: one line is solid with circles, the other dashed; every mark has a shape of its own.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from simulator.homework.attempts import Attempt, Facts
from simulator.homework.page.words import stance_words
from simulator.language import _
from simulator.partner.stances import LEVELS, Stance

WIDTH, HEIGHT = 460, 262
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 362, 26, 176
_BAND_TOP, _BAND = 186, 20
_LETTER = 7.2
"""width of a letter in a band"""
_APART = 14
"""between the words at the end of the two lines"""
_MOST_TICKS = 12
_DEEPEST = 4

Kind = Literal["harder", "back", "hardest"]


class Spot(NamedTuple):
    """A turn on a line."""

    x: float
    y: float
    hollow: bool = False
    """the partner has stopped asking"""


class Mark(NamedTuple):
    """Where it turned."""

    kind: Kind
    turn: int
    shape: str
    """as the path of a drawing"""


class Band(NamedTuple):
    """Turns of one stance, in a row."""

    x: float
    width: float
    depth: int
    """0 the mildest, at most 4"""
    name: str
    """empty where there is no room for it; the text beside the drawing has all of them"""


class Curve(NamedTuple):
    """One talk, drawn."""

    id: str
    title: str
    says: str
    """all of it in words, for those who do not see it"""
    tension: tuple[Spot, ...]
    connection: tuple[Spot, ...]
    tension_at: float
    """where the word at the end of the line stands"""
    connection_at: float
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]
    grid: tuple[tuple[float, int], ...]
    ticks: tuple[tuple[float, int], ...]
    hollow: bool
    """whether the partner stopped asking in it"""

    @property
    def tension_line(self) -> str:
        """For a polyline."""
        return _line(self.tension)

    @property
    def connection_line(self) -> str:
        """For a polyline."""
        return _line(self.connection)


def curve(given: Attempt, id_: str, title: str) -> Curve | None:
    """The curve of an attempt; `None` where the report holds none."""
    points = given.facts.curve
    if len(points) < 2:
        return None
    hollow = [point.stance == Stance.GIVING_UP.value for point in points]
    across = [_x(place, len(points)) for place in range(len(points))]
    tension = tuple(
        Spot(x, _y(point.tension), quiet)
        for x, point, quiet in zip(across, points, hollow, strict=True)
    )
    connection = tuple(
        Spot(x, _y(point.connection)) for x, point in zip(across, points, strict=True)
    )
    ends = _ends(tension[-1].y, connection[-1].y)
    return Curve(
        id_,
        title,
        _in_words(given.facts),
        tension,
        connection,
        *ends,
        tuple(_marks(given.facts, tension)),
        tuple(_bands(given.facts, across)),
        tuple((_y(value), value) for value in (0, 50, 100)),
        tuple(_ticks(across)),
        any(hollow),
    )


def stances_of(facts: Facts) -> Iterator[tuple[int, str]]:
    """From which turn on each stance was there; turn 0 is the start."""
    for stance, group in groupby(enumerate(facts.curve), lambda each: each[1].stance):
        yield next(group)[0], stance


def turned(facts: Facts) -> Iterator[tuple[Kind, int]]:
    """Where it turned, within the turns there are."""
    last = len(facts.curve) - 1
    found: list[tuple[Kind, int]] = []
    for one in facts.breaks:
        found.append(("harder", one.turn))
        if one.back is not None:
            found.append(("back", one.turn + one.back))
    if facts.hardest is not None:
        found.append(("hardest", facts.hardest))
    yield from sorted({each for each in found if 0 < each[1] <= last}, key=lambda each: each[1])


def _in_words(facts: Facts) -> str:
    said = [
        _("Tension at the start and after each turn: {numbers}.").format(
            numbers=", ".join(str(point.tension) for point in facts.curve)
        ),
        _("Connection: {numbers}.").format(
            numbers=", ".join(str(point.connection) for point in facts.curve)
        ),
        _("Stances: {stances}.").format(stances=stances_in_words(facts)),
        *map(_turn_in_words, turned(facts)),
    ]
    return " ".join(said)


def stances_in_words(facts: Facts) -> str:
    """The stances in their order, each with the turn it came at."""
    told = (
        (_("{stance} from turn {turn}") if turn else _("{stance} at the start")).format(
            stance=stance_words(stance), turn=turn
        )
        for turn, stance in stances_of(facts)
    )
    return ", ".join(told)


def _turn_in_words(at: tuple[Kind, int]) -> str:
    words = {
        "harder": _("At turn {turn} the stance got harder."),
        "back": _("At turn {turn} it was as mild again as before."),
        "hardest": _("At turn {turn} tension rose most."),
    }
    return words[at[0]].format(turn=at[1])


def _marks(facts: Facts, line: Sequence[Spot]) -> Iterator[Mark]:
    shapes = {
        "harder": "M{x} {y}l5.5 9h-11z",
        "back": "M{x} {y}m-5.5 0h11l-5.5 9z",
        "hardest": "M{x} {y}l6 6l-6 6l-6 -6z",
    }
    taken: dict[int, int] = {}
    for kind, turn in turned(facts):
        above = 16 + 12 * taken.get(turn, 0)
        taken[turn] = taken.get(turn, 0) + 1
        spot = line[turn]
        yield Mark(kind, turn, shapes[kind].format(x=spot.x, y=round(max(2, spot.y - above), 1)))


def _bands(facts: Facts, across: Sequence[float]) -> Iterator[Band]:
    starts = list(stances_of(facts))
    half = (across[1] - across[0]) / 2
    for place, (turn, stance) in enumerate(starts):
        last = starts[place + 1][0] - 1 if place + 1 < len(starts) else len(across) - 1
        left = max(_LEFT, across[turn] - half)
        width = min(_RIGHT, across[last] + half) - left
        name = stance_words(stance)
        fits = len(name) * _LETTER <= width
        yield Band(round(left, 1), round(width, 1), _depth(stance), name if fits else "")


def _depth(stance: str) -> int:
    found = (
        depth
        for levels in LEVELS.values()
        for depth, level in enumerate(levels)
        if level.stance.value == stance
    )
    return min(next(found, 0), _DEEPEST)


def _ticks(across: Sequence[float]) -> Iterator[tuple[float, int]]:
    every = max(1, -(-(len(across) - 1) // _MOST_TICKS))
    for turn in range(0, len(across), every):
        yield across[turn], turn


def _ends(tension: float, connection: float) -> tuple[float, float]:
    """Where the words at the ends of both lines stand, so that neither covers the other."""
    between = _APART - abs(tension - connection)
    if between <= 0:
        return tension, connection
    up, down = tension - between / 2, connection + between / 2
    if tension > connection:
        up, down = tension + between / 2, connection - between / 2
    return round(up, 1), round(down, 1)


def _x(place: int, count: int) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * place / (count - 1), 1)


def _y(value: int) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * value / 100, 1)


def _line(spots: Sequence[Spot]) -> str:
    return " ".join(f"{spot.x},{spot.y}" for spot in spots)
