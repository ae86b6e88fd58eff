"""What settles within a cycle of states.

A cycle that is left soon settles by going round; one that plays hardly ever leave is solved by
eliminating its states one by one without a subtraction, which keeps every digit however small the
way out is (Grassmann, Taksar & Heyman 1985, *Regenerative analysis and steady state distributions
for Markov chains*, Operations Research 33:1107–1116).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

Floats = NDArray[np.float64]

ENOUGH = 1e-13
"""weight left in a cycle at which it counts as settled"""
ROUNDS, MOST_ROUNDS = 1_000, 200_000
LARGEST = 1_500
"""states of a cycle that are eliminated one by one; larger ones go round until they settle"""
_NO_WAY_OUT = 1e-9
"""below this a chance of leaving is rounding: each real one is a fraction of few replies"""


def carried_on(chances: csr_array, start: Floats) -> Floats:
    """The expected visits to each state of cycles: x = start + x chances (x a row).

    `chances` are those of going from row to column within the cycles; what is missing in a row
    leaves. A state with no way out at all keeps nothing.
    """
    return _settled(chances, start, forward=True)


def read_back(chances: csr_array, start: Floats) -> Floats:
    """The expected worth of each state of cycles: x = start + chances x, as above."""
    return _settled(chances, start, forward=False)


def _settled(chances: csr_array, start: Floats, *, forward: bool) -> Floats:
    matrix = csr_array(chances.T) if forward else chances
    total, rest = _round_and_round(matrix, start, ROUNDS)
    if float(np.abs(rest).sum()) < ENOUGH:
        return total
    _, block = connected_components(chances, directed=False)
    leaving = np.maximum(0.0, 1.0 - np.asarray(chances.sum(axis=1)))
    for number in np.unique(block[rest > 0]).tolist():
        at = np.flatnonzero(block == number)
        if len(at) <= LARGEST:
            factors = _factors(chances[at][:, at].toarray(), leaving[at])
            total[at] = (_visits if forward else _worths)(factors, start[at])
        else:
            total[at], _ = _round_and_round(csr_array(matrix[at][:, at]), start[at], MOST_ROUNDS)
    return total


def _round_and_round(matrix: csr_array, start: Floats, rounds: int) -> tuple[Floats, Floats]:
    """The sum of the first powers of a matrix, applied, and what the last one brought."""
    total, part = start.copy(), start
    for _ in range(rounds):
        part = matrix @ part
        total += part
        if float(np.abs(part).sum()) < ENOUGH:
            break
    return total, part


class _Factors(NamedTuple):
    """A matrix with its states eliminated from the last to the first."""

    matrix: Floats
    """below the diagonal as the state was met; above it divided by what leaves the state"""
    leaves: Floats
    """the chance to leave each state for one before it, or the cycle"""


def _visits(factors: _Factors, start: Floats) -> Floats:
    matrix, leaves = factors
    rest = start.copy()
    for k in range(len(rest) - 1, 0, -1):
        if leaves[k] > 0:
            rest[:k] += rest[k] / leaves[k] * matrix[k, :k]
    total = np.zeros(len(rest))
    for k in range(len(rest)):
        if leaves[k] > 0:
            total[k] = rest[k] / leaves[k] + total[:k] @ matrix[:k, k]
    return total


def _worths(factors: _Factors, start: Floats) -> Floats:
    matrix, leaves = factors
    rest = start.copy()
    for k in range(len(rest) - 1, 0, -1):
        if leaves[k] > 0:
            rest[:k] += matrix[:k, k] * rest[k]
    total = np.zeros(len(rest))
    for k in range(len(rest)):
        if leaves[k] > 0:
            total[k] = (rest[k] + matrix[k, :k] @ total[:k]) / leaves[k]
    return total


def _factors(matrix: Floats, leaving: Floats) -> _Factors:
    work, out = matrix, np.where(leaving < _NO_WAY_OUT, 0.0, leaving)
    leaves = np.zeros(len(out))
    for k in range(len(out) - 1, -1, -1):
        leaves[k] = work[k, :k].sum() + out[k]
        if k == 0 or leaves[k] <= 0:
            continue
        work[:k, k] /= leaves[k]
        work[:k, :k] += np.outer(work[:k, k], work[k, :k])
        out[:k] += work[:k, k] * out[k]
    return _Factors(work, leaves)
