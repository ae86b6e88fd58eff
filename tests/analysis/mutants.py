"""Mutants of small roles, labelled by plain enumeration.

`python -m tests.analysis.mutants --count 500 --seed 1` prints how many of each label they have.
A mutant is a role cut to one start and at most six beats, in which one thing was changed: two
routes swapped, a guard tightened, an ending unlinked, a flag renamed. Half of them are of the
shipped roles. Of the same files the same seed makes the same mutants.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.partner.moves import Role
from simulator.scenario.model import Scenario
from tests.analysis.cuts import Source, cut, sources
from tests.analysis.plain.labels import labels
from tests.analysis.plain.walk import TooManyStatesError, Walk, walk
from tests.analysis.plain.ways import Label
from tests.analysis.wrongs import WRONGS, NotHereError
from tests.support.stories import typed

MOST_STATES = 1_000
"""so few that hundreds of mutants are walked in a minute; a larger one is drawn anew"""


class Mutant(NamedTuple):
    """A role in which one thing was changed."""

    name: str
    """where it comes from, and what was changed"""
    scenario: Scenario
    role: Role
    walked: Walk

    def labels(self) -> set[Label]:
        """What holds of it, by the definitions alone."""
        return labels(self.walked)


def mutants(count: int, seed: int) -> Iterator[Mutant]:
    """So many mutants; each depends on its number and the seed alone."""
    known = sources()
    for number in range(count):
        yield mutant(number, seed, known)


def mutant(number: int, seed: int, known: Sequence[Sequence[Source]]) -> Mutant:
    """One mutant, drawn until it is small enough."""
    dice = random.Random(f"{seed}/{number}")
    while True:
        source = dice.choice(dice.choice(known))
        value = cut(source, dice)
        wrong = dice.choice(list(WRONGS))
        try:
            WRONGS[wrong](value[source.role.value], source.role, dice)
            scenario = typed(value)
            walked = walk(scenario, source.role, most=MOST_STATES)
        except (NotHereError, TooManyStatesError):
            continue
        return Mutant(f"{number}: {source.name}, {wrong}", scenario, source.role, walked)


def main() -> None:
    """Make them, and print how many there are with each label."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    found: Counter[str] = Counter()
    clean = states = 0
    for each in mutants(args.count, args.seed):
        codes = {code for code, _ in each.labels()}
        found.update(codes)
        clean += not codes
        states += len(each.walked.places)
    print(f"{args.count} mutants, {states} states, {clean} without a label")
    for code, number in found.most_common():
        print(f"{number:6} {code}")


if __name__ == "__main__":
    main()
