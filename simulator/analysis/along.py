"""One play followed through a role that was worked out: what was still possible at each moment."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.chain import Chain, Floats, Links
from simulator.analysis.many import Ints
from simulator.analysis.players import SURE
from simulator.analysis.study import Study
from simulator.analysis.ways_back import NEVER, ended_as
from simulator.analysis.witness import reply_of
from simulator.analysis.worth import looking
from simulator.partner.outcomes import Outcome

_NOTHING = len(Outcome)
"""the rank where a talk can only go on for ever"""


class AfterReply(NamedTuple):
    """What can still come of a reply that is offered."""

    reply: str
    """id"""
    random: float
    """chance of the role's best outcome after it, when every further reply is drawn by lot"""
    is_best: bool
    """whether no other reply offered there is worth more"""
    exchanges: int | None
    """replies on the shortest way to the role's best outcome, this one counted; `None` where it
    is out of reach"""


class Ahead(NamedTuple):
    """What can still come of a moment."""

    best: Outcome | None
    """the best outcome that can still be reached; `None` where the talk can only go on for ever"""
    random: float
    """chance of the role's best outcome, when every further reply is drawn by lot"""
    look: float
    """the same for one who mostly takes the reply after which that chance is highest"""
    replies: tuple[AfterReply, ...]
    """those offered, in the author's order; none where the talk is over"""


class NotFollowedError(LookupError):
    """A play that is not among those that were worked out."""


class Course:
    """What is still possible anywhere in a role. Keeps of a study only what is asked for here."""

    def __init__(self, study: Study) -> None:
        """Raises `ValueError` for a study that has not seen every state."""
        chain, worth = study.chain, study.worth
        if not study.complete:
            raise ValueError("not every state was seen, so nothing is sure")
        self.goal = worth.best
        self._starts = dict(zip(chain.explored.tensions, chain.starts.tolist(), strict=True))
        self._out: Links = chain.out
        self._names = [reply_of(chain, way) for way in range(len(chain.ways))]
        self._value, self._exchanges, self._is_best = worth.value, worth.exchanges, worth.is_best
        self._look = _looking_back(study)
        self._ranked = ranked(worth.best)
        self._best = _best_ahead(chain, self._ranked)

    def along(self, tension: int, replies: Sequence[str]) -> tuple[Ahead, ...]:
        """What was possible at the start of a play, and after each of its replies.

        Raises `NotFollowedError` for a start, or a reply, that is not among those worked out.
        """
        return tuple(map(self._ahead, self._places(tension, replies)))

    def _places(self, tension: int, replies: Sequence[str]) -> Iterator[int]:
        if tension not in self._starts:
            raise NotFollowedError(f"no play that starts at {tension} was worked out")
        place = self._starts[tension]
        yield place
        for reply in replies:
            place = self._after(place, reply)
            yield place

    def _after(self, place: int, reply: str) -> int:
        for link in self._links(place):
            if self._names[self._out.way[link]] == reply:
                return int(self._out.other[link])
        raise NotFollowedError(f"the reply “{reply}” is not offered there")

    def _links(self, place: int) -> list[int]:
        found: list[int] = self._out.of(np.array([place])).tolist()
        return found

    def _ahead(self, place: int) -> Ahead:
        best = int(self._best[place])
        return Ahead(
            None if best == _NOTHING else self._ranked[best],
            float(self._value[place]),
            float(self._look[place]),
            tuple(map(self._after_reply, self._links(place))),
        )

    def _after_reply(self, link: int) -> AfterReply:
        to = self._out.other[link]
        far = int(self._exchanges[to])
        return AfterReply(
            self._names[self._out.way[link]],
            float(self._value[to]),
            bool(self._is_best[link]),
            None if far == NEVER else far + 1,
        )


def ranked(goal: Outcome) -> tuple[Outcome, ...]:
    """Every outcome, the best first: the role's own before all others."""
    return (goal, *(outcome for outcome in Outcome if outcome is not goal))


def _looking_back(study: Study) -> Floats:
    chain, worth = study.chain, study.worth
    chance = looking(chain, worth, chain.out, SURE)
    goal = ended_as(chain, frozenset({worth.best}))
    return chain.backward(goal.astype(np.float64), chance)


def _best_ahead(chain: Chain, order: Sequence[Outcome]) -> NDArray[np.int8]:
    """The place in this order of the best outcome that each place can still come to."""
    nodes = chain.explored.program.nodes
    ranks = [_NOTHING if node.outcome is None else order.index(node.outcome) for node in nodes]
    found = np.array([*ranks, order.index(Outcome.STOPPED)], dtype=np.int8)[chain.node]
    for at, cyclic in reversed(list(chain.levels())):
        while _lowered(chain.out, at, found) and cyclic:
            pass
    return found


def _lowered(out: Links, at: slice, found: NDArray[np.int8]) -> bool:
    """Take into the places of a level the best of what they lead to; whether any changed."""
    firsts: Ints = out.first[at.start : at.stop + 1]
    low, high = int(firsts[0]), int(firsts[-1])
    if low == high:
        return False
    some = np.flatnonzero(np.diff(firsts))
    ahead = np.minimum.reduceat(found[out.other[low:high]], firsts[some] - low)
    places = some + at.start
    before = found[places]
    found[places] = np.minimum(before, ahead)
    return bool((found[places] != before).any())
