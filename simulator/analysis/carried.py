"""What may have happened on the way to a state: sets carried along every link, united where ways
meet."""

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.chain import Chain
from simulator.analysis.many import Ints

Sets = NDArray[np.uint64]
"""bit sets of up to 64 things"""


def carried(chain: Chain, start: Sets, by_way: Sets) -> Sets:
    """For each place the things that happened on some way to it, the last exchange included.

    `start` tells what has happened at each place before any exchange, `by_way` what each way adds.
    """
    found = start.copy()
    for at, cyclic in chain.levels():
        while _gathered(chain, at, found, by_way) and cyclic:
            pass
    return found


def _gathered(chain: Chain, at: slice, found: Sets, by_way: Sets) -> bool:
    """Unite what comes into the places of a level; whether that changed anything."""
    firsts = chain.into.first[at.start : at.stop + 1]
    low, high = int(firsts[0]), int(firsts[-1])
    if low == high:
        return False
    comes = found[chain.into.other[low:high]] | by_way[chain.into.way[low:high]]
    some: Ints = np.flatnonzero(np.diff(firsts))
    united = np.bitwise_or.reduceat(comes, firsts[some] - low)
    places = some + at.start
    before = found[places]
    found[places] = before | united
    return bool((found[places] != before).any())
