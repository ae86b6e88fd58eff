"""What is offered where: the distinct sets of replies, and how a habit chooses from each."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from simulator.analysis.chain import Chain, Floats, Links
from simulator.analysis.explore import Ids
from simulator.analysis.many import Ints
from simulator.analysis.players import Heard, heard
from simulator.partner.moves import Role
from simulator.scenario.model import Scenario


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
    sets = _sets(chain)
    keys = chain.node.astype(np.int64) << 32 | sets
    some = sets > 0
    kinds, menu = np.unique(keys[some], return_inverse=True)
    at = np.full(chain.size, -1, dtype=np.int32)
    at[some] = menu
    node = tuple((kinds >> 32).tolist())
    offered = tuple(_bits(bits) for bits in (kinds & 0xFFFFFFFF).tolist())
    first = np.cumsum([0, *map(len, offered)])
    return Menus(at, node, offered, first)


def _sets(chain: Chain) -> Ints:
    """The replies each place offers, as bits."""
    replies = np.array([way.reply for way in chain.ways], dtype=np.int64)
    counts = np.diff(chain.out.first)
    found = np.zeros(chain.size, dtype=np.int64)
    some = np.flatnonzero(counts)
    if len(some):
        bits = np.left_shift(1, replies[chain.out.way])
        found[some] = np.bitwise_or.reduceat(bits, chain.out.first[some])
    return found


def _bits(mask: int) -> tuple[int, ...]:
    return tuple(place for place in range(mask.bit_length()) if mask >> place & 1)


def picks_into(chain: Chain, menus: Menus) -> Ints:
    """The pick by which each link of `into` was taken."""
    return _picks(chain, menus, chain.into, menus.at[chain.into.other])


def picks_out(chain: Chain, menus: Menus) -> Ints:
    """The pick by which each link of `out` was taken."""
    return _picks(chain, menus, chain.out, np.repeat(menus.at, np.diff(chain.out.first)))


def _picks(chain: Chain, menus: Menus, links: Links, menu: Ids) -> Ints:
    replies = np.array([way.reply for way in chain.ways], dtype=np.int64)
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


def by_pick(
    menus: Menus,
    replies: Mapping[int, Sequence[Heard]],
    likely: Callable[[Sequence[Heard]], list[float]],
) -> Floats:
    """Something for each pick of each menu, as `likely` gives it for what is offered."""
    found: list[float] = []
    for node, offered in zip(menus.node, menus.offered, strict=True):
        found += likely([replies[node][place] for place in offered])
    return np.array(found)
