"""Stories of any size as plain values, drawn from a seed; each is written for us and for the peers.

A story is a talk of `depth` layers of beats. Every exchange leads to the next layer, so that a
talk without a loop takes at most `depth` exchanges; none ends before its eighth but by the
partner's leaving. Layers grow threefold and then stay equally wide. Each beat offers three replies:
a warm one that can always be given, a plain and a sharp one, half of them kept back by a bound of
tension. Half of the replies lead to one of two beats by the tension they left behind, and some end
the talk. In a few beats the plain reply takes the talk back to the beat before, while tension is high.

Nothing is there for show: each beat is where some warm reply leads (while layers grow, some reply),
and each bound parts the tensions that can come to its place (`benchmarks.spread`).

What a talk has besides (flags, replies used once, promises, hope) is left out.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from benchmarks.spread import Spread, joined

START = 30
"""tension"""
CONNECTION = 40
FIRST_END = 8
"""the exchange that may end the talk first"""
DEPTH = 14
RECONNECTED, TRUCE, STUCK = "thursday", "half_a_plan", "two_rooms"
"""endings; each gives way to the next where it may not be called what it is"""
RUPTURED, WITHDRAWN = "a_door", "gone"
KINDS = {
    "warm": ("validation", "appreciation", "i_statement", "offering_time"),
    "plain": ("complaint", "engaging", "waiting", "deferring"),
    "sharp": ("blame", "criticism", "demand", "checking_up", "minimising", "contempt"),
}
"""the moves of each kind of reply"""
SOOTHING = "respecting_space"
"""the plain reply of a loop: it takes tension out, so that a loop is left before long"""
_REPLIES = 3
_LOOPING = 0.04
"""the share of beats with a loop"""
_BOUNDED = 0.5
"""the share of plain and of sharp replies that are kept back by a bound"""
_PARTED = 0.5
"""the share of replies that lead to one of two beats"""
_ENDING = 0.5
"""the share of beats, from the first ending on, with a warm and a sharp way out"""
_ASKING = 0.2
"""the share of beats at which a partner who withdraws asks for time"""
_LOOPS_FROM = 40
"""tension"""


class Bounds(NamedTuple):
    """A range of tension, ends included."""

    low: int = 0
    high: int = 100

    @property
    def is_open(self) -> bool:
        """Whether it asks for nothing."""
        return self == ALL


ALL = Bounds()


class Way(NamedTuple):
    """Where a reply leads, by the tension it left behind; the last of a reply asks for nothing."""

    target: str
    when: Bounds = ALL


class Reply(NamedTuple):
    """Something to say: one move, and where it leads."""

    id: str
    move: str
    when: Bounds
    ways: tuple[Way, ...]


class Beat(NamedTuple):
    """A moment of the talk."""

    number: int
    asks_time: bool
    replies: tuple[Reply, ...]

    @property
    def id(self) -> str:
        """Its name in every language."""
        return beat_id(self.number)


def beat_id(number: int) -> str:
    """The name of a beat."""
    return f"beat_{number}"


def layers(beats: int, depth: int = DEPTH) -> list[range]:
    """The numbers of the beats of each layer: 1, 3, 9, … and then as many as the rest needs."""
    enough = (width for width in range(1, beats + 1) if sum(_widths(width, depth)) >= beats)
    found, start = [], 0
    for size in _widths(next(enough), depth):
        found.append(range(start, min(start + size, beats)))
        start = found[-1].stop
    return [layer for layer in found if layer]


def _widths(width: int, depth: int) -> list[int]:
    return [min(_REPLIES**place, width) for place in range(depth)]


def generate(beats: int, *, depth: int = DEPTH, seed: int = 1) -> tuple[Beat, ...]:
    """A story of so many beats; alike for alike arguments.

    The player pursues and the partner, a steady one, withdraws: whoever reaches 95 has left.
    """
    return tuple(_Generator(layers(beats, depth), random.Random(seed)).beats())  # noqa: S311


class _Generator:
    """Draws what differs from beat to beat, layer by layer."""

    def __init__(self, rows: Sequence[range], draw: random.Random) -> None:
        self._rows = rows
        self._following = rows[0]
        self._draw = draw
        self._met = {0: Spread(START, START)}
        """for a beat, the tensions it is met with"""
        self._before: dict[int, int] = {}
        """for a beat, one whose warm reply leads to it"""

    def beats(self) -> Iterator[Beat]:
        for place, row in enumerate(self._rows[:-1]):
            self._following = self._rows[place + 1]
            for number, targets in zip(row, self._onward(row), strict=True):
                loops = len(self._following) <= len(row) and self._draw.random() < _LOOPING
                ends = place + 1 >= FIRST_END and self._draw.random() < _ENDING
                yield self._beat(number, targets, loops=loops, ends=ends)
        yield from map(self._last, self._rows[-1])

    def _onward(self, row: range) -> Iterator[Sequence[int]]:
        """For each beat where its replies lead: together, the warm ones before the others, to
        every beat of the next layer."""
        wanted = self._draw.sample(self._following, len(self._following))
        more = self._draw.choices(self._following, k=max(0, len(row) * _REPLIES - len(wanted)))
        drawn = iter(wanted + more)
        return zip(*[list(islice(drawn, len(row))) for _ in range(_REPLIES)], strict=True)

    def _beat(self, number: int, targets: Sequence[int], *, loops: bool, ends: bool) -> Beat:
        met = self._met[number]
        warm, plain, sharp = targets
        self._before.setdefault(warm, number)
        calm, tense = self._bounds(met)
        replies = [
            self._reply(number, "warm", ALL, warm, RECONNECTED if ends else None),
            self._reply(number, "plain", calm, plain, None),
            self._reply(number, "sharp", tense, sharp, RUPTURED if ends else None),
        ]
        if loops and met.high > _LOOPS_FROM and number in self._before:
            high = Bounds(low=max(_LOOPS_FROM, met.at(0.6)))
            back = Way(beat_id(self._before[number]))
            replies[1] = Reply(f"plain_{number}", SOOTHING, high, (back,))
        return self._said(number, replies)

    def _last(self, number: int) -> Beat:
        tense = Bounds(low=self._met[number].at(0.7))
        ways = {
            "warm": [Way(RECONNECTED)],
            "plain": [Way(TRUCE)],
            "sharp": [Way(RUPTURED, tense), Way(STUCK)],
        }
        moves = {kind: self._draw.choice(some) for kind, some in KINDS.items()}
        replies = [Reply(f"{kind}_{number}", moves[kind], ALL, tuple(ways[kind])) for kind in KINDS]
        return self._said(number, replies)

    def _said(self, number: int, replies: Sequence[Reply]) -> Beat:
        return Beat(number, self._draw.random() < _ASKING, tuple(replies))

    def _bounds(self, met: Spread) -> tuple[Bounds, Bounds]:
        """For the plain reply, which some tension keeps back, and the sharp one, which calm does."""
        draw = self._draw
        calm = Bounds(high=met.at(draw.uniform(0.6, 0.8)))
        tense = Bounds(low=met.at(draw.uniform(0.2, 0.4)))
        kept = [met.can_be_parted and draw.random() < _BOUNDED for _ in (calm, tense)]
        return calm if kept[0] else ALL, tense if kept[1] else ALL

    def _reply(self, number: int, kind: str, when: Bounds, target: int, end: str | None) -> Reply:
        move = self._draw.choice(KINDS[kind])
        left = self._met[number].within(*when).after(move)
        return Reply(f"{kind}_{number}", move, when, self._ways(left, target, end))

    def _ways(self, left: Spread, target: int, end: str | None) -> tuple[Way, ...]:
        """To an end or another beat for some of the tensions that are left, else to the target."""
        last = Way(beat_id(target))
        if not left.can_be_parted or (end is None and self._draw.random() >= _PARTED):
            self._meet(target, left)
            return (last,)
        if end == RECONNECTED:
            calm = Bounds(high=left.at(0.3))
            self._meet(target, left.within(calm.high + 1, ALL.high))
            return Way(end, calm), last
        tense = Bounds(low=left.at(0.7 if end else 0.5))
        self._meet(target, left.within(ALL.low, tense.low - 1))
        if end is None:
            other = self._draw.choice(self._following)
            self._meet(other, left.within(*tense))
            end = beat_id(other)
        return Way(end, tense), last

    def _meet(self, number: int, spread: Spread) -> None:
        self._met[number] = joined([spread, self._met.get(number, spread)])
