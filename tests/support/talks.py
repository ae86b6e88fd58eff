"""Talks of the shipped scenarios, played by somebody with a habit."""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from simulator.partner.moves import Role
from simulator.practice.sitting import Sitting, begin
from simulator.scenario.load import load_file
from simulator.scenario.model import Scenario

FOLDER = Path(__file__).parents[2] / "scenarios"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
LONGEST = 30


@cache
def shipped(name: str) -> Scenario:
    """A scenario of the library."""
    scenario = load_file(FOLDER / f"{name}.yaml").scenario
    assert scenario is not None
    return scenario


def drawn(
    scenario: Scenario,
    role: Role,
    seed: int,
    *,
    temperament: str | None = None,
    most: int = LONGEST,
) -> Sitting:
    """A talk in which every reply is drawn by lot, short of crossing the line."""
    sitting = begin(scenario, role, temperament=temperament, seed=seed)
    dice = random.Random(seed)
    while not sitting.finished and len(sitting.turns) < most:
        sitting.choose(dice.choice(calm(sitting)))
    return sitting


def calm(sitting: Sitting) -> list[str]:
    """The replies offered now that do not cross the line."""
    beats = sitting.scenario.chair(sitting.role).beats
    replies = {id_: reply for beat in beats.values() for id_, reply in beat.replies.items()}
    return [offer.id for offer in sitting.offered if not replies[offer.id].crosses_line]


def chairs() -> Iterator[tuple[str, Role, str]]:
    """Every shipped chair with every temperament its partner may have."""
    for name in NAMES:
        for role in shipped(name).roles:
            partner = shipped(name).chair(role).partner
            for temperament in sorted({partner.temperament, *partner.allows}):
                yield name, role, temperament
