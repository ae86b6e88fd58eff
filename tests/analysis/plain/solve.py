"""Linear equations of chances, solved by taking away one place after another.

Nothing is ever subtracted, so that nothing is lost where a way out is very unlikely (Grassmann,
Taksar & Heyman 1985, Oper. Res. 33:1107–1116).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
Matrix = npt.NDArray[np.float64]


class Reduced(NamedTuple):
    """Steps among places, as they are once all places before the row's or column's are gone."""

    steps: Matrix
    moves_on: Vector
    """the chance not to stay at a place, when it is its turn to go"""


def reduced(steps: Matrix, leaving: Vector) -> Reduced:
    """Take the places away. `steps` is the chance to go from one (row) to another (column),
    `leaving` the chance to go elsewhere; together a row's chances are one."""
    steps, leaving, moves_on = steps.copy(), leaving.copy(), np.zeros(len(leaving))
    for gone in range(len(leaving)):
        rest = slice(gone + 1, None)
        moves_on[gone] = steps[gone, rest].sum() + leaving[gone]
        coming = steps[rest, gone] / moves_on[gone]
        steps[rest, rest] += np.outer(coming, steps[gone, rest])
        leaving[rest] += coming * leaving[gone]
    return Reduced(steps, moves_on)


def visits(by: Reduced, entering: Sequence[float]) -> list[float]:
    """How often each place is visited, if so much enters it from elsewhere."""
    found = np.array(entering)
    for gone in range(len(found)):
        rest = slice(gone + 1, None)
        found[rest] += found[gone] / by.moves_on[gone] * by.steps[gone, rest]
    for back in reversed(range(len(found))):
        rest = slice(back + 1, None)
        found[back] = (found[back] + found[rest] @ by.steps[rest, back]) / by.moves_on[back]
    return [float(each) for each in found]


def worths(by: Reduced, outside: Sequence[float]) -> list[float]:
    """What each place is worth, if so much comes to it straight from elsewhere."""
    found = np.array(outside)
    for gone in range(len(found)):
        rest = slice(gone + 1, None)
        found[rest] += by.steps[rest, gone] * (found[gone] / by.moves_on[gone])
    for back in reversed(range(len(found))):
        rest = slice(back + 1, None)
        found[back] = (found[back] + by.steps[back, rest] @ found[rest]) / by.moves_on[back]
    return [float(each) for each in found]
