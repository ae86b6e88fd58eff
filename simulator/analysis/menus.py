"""What is offered where: the distinct sets of replies, and how a habit chooses from each."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from simulator.analysis.chain import Chain, Floats, Links
from simulator.analysis.explore import Ids
from simulator.analysis.many import Ints
from simulator.analysis.players import Heard, Offered, Shares, heard
from simulator.partner.moves import Role
from simulator.scenario.model import Scenario

_BITS = 62
"""replies that fit into one number as bits"""


class Menus(NamedTuple):
    """The sets of replies that are offered. A *pick* is a reply of a menu."""

    at: Ids
    """the menu of each place; −1 where the talk ends"""
    node: tuple[int, ...]
    """where each menu is offered"""
    offered: tuple[tuple[int, ...], ...]
    """places of replies in the node, by menu"""
    first: Ints
    """the first pick of each menu, and the end"""


def menus_of(chain: Chain) -> Menus:
    """The menus of a chain."""
    counts = np.diff(chain.out.first)
    some = np.flatnonzero(counts)
    at = np.full(chain.size, -1, dtype=np.int32)
    if not len(some):
        return Menus(at, (), (), np.zeros(1, dtype=np.int64))
    _, first, menu = np.unique(_keys(chain, some), return_index=True, return_inverse=True)
    at[some] = menu
    replies = _replies(chain)
    places = some[first]
    node = tuple(chain.node[places].tolist())
    offered = tuple(
        tuple(replies[chain.out.way[chain.out.first[p] : chain.out.first[p + 1]]].tolist())
        for p in places.tolist()
    )
    return Menus(at, node, offered, np.cumsum([0, *map(len, offered)]))


def _keys(chain: Chain, some: Ints) -> Ints:
    """A number for each of these places, the same where node and replies are the same."""
    replies = _replies(chain)[chain.out.way]
    key = chain.node[some].astype(np.int64)
    for low in range(0, int(replies.max()) + 1, _BITS):
        inside = (replies >= low) & (replies < low + _BITS)
        bits = np.where(inside, np.left_shift(1, np.where(inside, replies - low, 0)), 0)
        sets = np.bitwise_or.reduceat(bits, chain.out.first[some])
        kinds, part = np.unique(sets, return_inverse=True)
        key = np.unique(key * len(kinds) + part, return_inverse=True)[1]
    return key


def _replies(chain: Chain) -> Ints:
    """The place in its node of each way's reply."""
    return np.array([way.reply for way in chain.ways], dtype=np.int64)


def picks_into(chain: Chain, menus: Menus) -> Ints:
    """The pick by which each link of `into` was taken."""
    return _picks(chain, menus, chain.into, menus.at[chain.into.other])


def picks_out(chain: Chain, menus: Menus) -> Ints:
    """The pick by which each link of `out` was taken."""
    return _picks(chain, menus, chain.out, np.repeat(menus.at, np.diff(chain.out.first)))


def _picks(chain: Chain, menus: Menus, links: Links, menu: Ids) -> Ints:
    replies = _replies(chain)
    widest = int(replies.max(initial=0)) + 1
    table = np.zeros((len(menus.offered), widest), dtype=np.int64)
    for number, offered in enumerate(menus.offered):
        table[number, list(offered)] = menus.first[number] + np.arange(len(offered))
    found: Ints = table[menu, replies[links.way]]
    return found


def replies_heard(scenario: Scenario, role: Role, chain: Chain) -> Mapping[int, Sequence[Heard]]:
    """Each node's replies as a habit sees them, by place in the node."""
    beats = scenario.chair(role).beats
    return {
        number: [heard(reply, role.other) for reply in beats[node.id].replies.values()]
        for number, node in enumerate(chain.explored.program.nodes)
        if node.id in beats
    }


class Rows(NamedTuple):
    """The menus of one beat as a habit sees them."""

    replies: Sequence[Heard]
    offered: Offered
    """a row a menu"""
    picks: Ints
    """of each reply that is offered, row by row"""


def rows_of(menus: Menus, replies: Mapping[int, Sequence[Heard]]) -> tuple[Rows, ...]:
    """The menus of every beat."""
    nodes = np.array(menus.node, dtype=np.int64)
    found = []
    for node in np.unique(nodes).tolist():
        numbers = np.flatnonzero(nodes == node)
        offered = np.zeros((len(numbers), len(replies[node])), dtype=bool)
        for row, number in enumerate(numbers.tolist()):
            offered[row, list(menus.offered[number])] = True
        lengths = offered.sum(axis=1)
        picks = np.repeat(menus.first[numbers], lengths) + _within(lengths)
        found.append(Rows(replies[node], offered, picks))
    return tuple(found)


def by_pick(
    rows: Sequence[Rows], count: int, likely: Callable[[Sequence[Heard], Offered], Shares]
) -> Floats:
    """Something for each of `count` picks, as `likely` gives it for all menus of a beat."""
    found = np.zeros(count)
    for replies, offered, picks in rows:
        found[picks] = likely(replies, offered)[offered]
    return found


def _within(lengths: Ints) -> Ints:
    """0, 1, 2 … anew for each run of these lengths."""
    ends = np.cumsum(lengths)
    found: Ints = np.arange(int(ends[-1])) - np.repeat(ends - lengths, lengths)
    return found
