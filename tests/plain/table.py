"""A small play on paper, for the tests of the plain player."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from simulator.partner.moves import Role
from simulator.plain.paper import Paper
from simulator.plain.player import House, Player
from simulator.practice.opening import open_scenario
from simulator.practice.sitting import Sitting, begin
from simulator.practice.words import safety

SMALL = Path(__file__).parents[1] / "data" / "small.yaml"
SEED = 4


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def sitting(role: str = "pursuer", path: Path = SMALL) -> Sitting:
    opened = open_scenario(path)
    assert opened.scenario is not None, opened.diagnostics
    return begin(opened.scenario, Role(role), seed=SEED)


def number(of: Sitting, reply: str) -> str:
    """What is typed for a reply."""
    return str([offer.id for offer in of.offered].index(reply) + 1)


class Table:
    """A player at a sitting; what it writes is told line by line of input."""

    def __init__(self, role: str = "pursuer", path: Path = SMALL, **house: Any) -> None:
        self.sitting = sitting(role, path)
        self.page = io.StringIO()
        self.player = Player(self.sitting, Paper(self.page, 500), House(safety(), **house))

    def told(self) -> str:
        """What was written since the last time."""
        words = self.page.getvalue()
        self.page.seek(0)
        self.page.truncate()
        return words

    def type(self, *lines: str) -> str:
        """Type lines, and then nothing more; what was written."""
        self.gone = self.player.run(_read(lines))
        return self.told()

    def give(self, *replies: str) -> str:
        """Give replies by the numbers they have when it is their turn."""
        return "".join(self.type(number(self.sitting, reply)) for reply in replies)


def _read(lines: Iterable[str]):
    left = iter(lines)
    return lambda: next(left, None)
