"""The shortest play that shows something: its start, and the replies given."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from simulator.analysis.chain import Chain, Floats
from simulator.analysis.many import Ints
from simulator.analysis.ways_back import NEVER, distance_to, ended_as
from simulator.dialogue.graph import STOPPED
from simulator.partner.outcomes import Outcome


class Witness(NamedTuple):
    """A play."""

    tension: int
    """at the start"""
    replies: tuple[str, ...]
    """ids, in order"""
    ends: str
    """the id of the beat or ending it comes to"""


RANKED = (
    frozenset({Outcome.RECONNECTED}),
    frozenset({Outcome.TRUCE}),
    frozenset({Outcome.PAUSED}),
    frozenset({Outcome.PARTED}),
    frozenset({Outcome.STUCK, Outcome.WITHDRAWN, Outcome.GIVEN_UP, Outcome.RUPTURED}),
)
"""classes of outcomes, best first"""


def depth(chain: Chain) -> Ints:
    """Exchanges on the shortest way from a start to each place; of a crossed line, one more than
    to the nearest place where it can be crossed."""
    known = chain.explored.depth
    found = np.where(chain.state >= 0, known[chain.state], 0).astype(np.int64)
    for stopped in np.flatnonzero(chain.state < 0):
        before = chain.into.other[chain.into.of(np.array([stopped]))]
        found[stopped] = found[before].min() + 1
    return found


class Shortest:
    """Finds shortest plays in a chain; the distances are worked out once."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._depth = depth(chain)
        starts = zip(chain.starts.tolist(), chain.explored.tensions, strict=True)
        self._tension = dict(reversed(list(starts)))

    def depth_of(self, place: int) -> int:
        """Exchanges on the shortest way to a place."""
        return int(self._depth[place])

    def to(self, places: Ints) -> Witness:
        """The shortest play that comes to one of these places; there is at least one."""
        place = int(places[np.argmin(self._depth[places])])
        replies: list[str] = []
        at = place
        while self._depth[at] > 0:
            link = self._link_into(at)
            replies.append(reply_of(self._chain, int(self._chain.into.way[link])))
            at = int(self._chain.into.other[link])
        return Witness(self._tension[at], tuple(reversed(replies)), name_at(self._chain, place))

    def by(self, links: Ints) -> Witness:
        """The shortest play that takes one of these links of `out`; there is at least one."""
        leaves = leaving(self._chain, links)
        best = int(np.argmin(self._depth[leaves]))
        return after(self._chain, self.to(leaves[best : best + 1]), int(links[best]))

    def _link_into(self, place: int) -> int:
        """A link by which the place is reached in as few exchanges as can be."""
        links = self._chain.into.of(np.array([place]))
        return int(links[np.argmin(self._depth[self._chain.into.other[links]])])


def leaving(chain: Chain, links: Ints) -> Ints:
    """The place each link of `out` leaves."""
    return np.searchsorted(chain.out.first, links, side="right") - 1


def after(chain: Chain, play: Witness, link: int) -> Witness:
    """A play and one more exchange, by a link of `out`."""
    reply = reply_of(chain, int(chain.out.way[link]))
    return Witness(play.tension, (*play.replies, reply), name_at(chain, int(chain.out.other[link])))


def reply_of(chain: Chain, way: int) -> str:
    """The id of the reply by which a way is gone."""
    at = chain.ways[way]
    return chain.explored.program.nodes[at.node].replies[at.reply].id


def name_at(chain: Chain, place: int) -> str:
    """The id of the beat or ending at a place, or `stopped`."""
    node = int(chain.node[place])
    return STOPPED if node < 0 else chain.explored.program.nodes[node].id


def best_plays(chain: Chain, value: Floats) -> list[Witness | None]:
    """For each start the shortest play to the best class of outcomes that can be reached from it;
    `None` where no ending can. Of replies that are as near the one is taken that leads to the
    higher `value`, one a place."""
    found: list[Witness | None] = [None] * len(chain.starts)
    for outcomes in RANKED:
        if all(found):
            break
        goal = ended_as(chain, frozenset(outcomes))
        far = distance_to(chain, goal)
        for number, place in enumerate(chain.starts.tolist()):
            if found[number] is None and far[place] != NEVER:
                tension = chain.explored.tensions[number]
                found[number] = _downhill(chain, place, far, value, tension)
    return found


def _downhill(chain: Chain, start: int, far: Ints, value: Floats, tension: int) -> Witness:
    """The play that comes one exchange nearer with every reply."""
    play = Witness(tension, (), name_at(chain, start))
    for link in _nearer(chain, start, far, value):
        play = after(chain, play, link)
    return play


def _nearer(chain: Chain, start: int, far: Ints, value: Floats) -> Iterator[int]:
    at = start
    while far[at] > 0:
        links = chain.out.of(np.array([at]))
        ahead: Ints = far[chain.out.other[links]]
        nearest = ahead == ahead[ahead != NEVER].min()
        worth = np.where(nearest, value[chain.out.other[links]], -1.0)
        link = int(links[np.argmax(worth)])
        yield link
        at = int(chain.out.other[link])
