"""Talks to measure with: the ones the program itself would open, and the same words for others."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.isolated import python
from simulator.partner.moves import Role
from simulator.practice.opening import open_scenario
from simulator.practice.sitting import Sitting, begin, replay
from simulator.scenario.library import shipped_folder
from simulator.tui import talk as screen
from simulator.tui.widgets.meters import panel_lines
from simulator.tui.widgets.speech import offer_content
from simulator.tui.widgets.transcript import Block

_VIEW = screen.View()
_PANEL = (32, 14)
"""cells and lines of the meters beside the talk on a terminal of 80×24"""


class Talk(NamedTuple):
    """One play, by what opens it."""

    scenario: str
    role: Role
    seed: int

    def sitting(self) -> Sitting:
        """The play at its start."""
        scenario = open_scenario(shipped_folder() / f"{self.scenario}.yaml").scenario
        if scenario is None:
            raise ValueError(f"{self.scenario} has errors")
        return begin(scenario, self.role, seed=self.seed)

    def command(self, *more: str) -> tuple[str, ...]:
        """The call that opens it in the program."""
        name, role, seed = self.scenario, self.role.value, str(self.seed)
        return python("-m", "simulator", "play", name, "--as", role, "--seed", seed, *more)


class Frame(NamedTuple):
    """What a frame of the talk holds, as plain words."""

    talk: str
    """what the turn added"""
    meters: str
    tip: str
    replies: tuple[str, ...]
    proof: tuple[str, ...]
    """words of the answer, the meters and the replies: where all were drawn, the frame is there"""
    number: int = 0
    """of the reply that leads on from here, from 1; 0 where the talk is left here"""


def frames(talk: Talk) -> Iterator[Frame]:
    """The frames of the talk from its first on, replies drawn by its seed, none crossing a line."""
    sitting, draw = talk.sitting(), random.Random(talk.seed)  # noqa: S311 (no secret)
    while True:
        frame, chosen = _frame(sitting), _draw(sitting, draw)
        yield frame._replace(number=chosen)
        if not chosen:
            return
        sitting.choose(sitting.offered[chosen - 1].id)


def _draw(sitting: Sitting, draw: random.Random) -> int:
    """A reply after which the talk goes on."""
    given = [turn.reply for turn in sitting.turns]
    ids = [offer.id for offer in sitting.offered]
    for number in draw.sample(range(len(ids)), len(ids)):
        if not replay(sitting.scenario, sitting.setup, [*given, ids[number]]).finished:
            return number + 1
    return 0


def _frame(sitting: Sitting) -> Frame:
    block = screen.blocks(sitting, _VIEW)[-1]
    meters = screen.meters(sitting, _VIEW)
    replies = tuple(offer_content(offer).plain for offer in sitting.offered)
    proof = (
        _first_words(block.newest[0][0].body.plain),
        f"Tension {meters.reading.tension}",
        _first_words(replies[0]),
    )
    return Frame(
        _plain(block),
        "\n".join(line.plain for line in panel_lines(meters, *_PANEL)),
        screen.latest(sitting).tip or "",
        replies,
        proof,
    )


def _plain(block: Block) -> str:
    return "\n\n".join(
        "\n".join(part.plain for part in group) for group in (block.before, *block.newest)
    )


def _first_words(text: str) -> str:
    """As many as stand on the first line, however it is broken."""
    return " ".join(text.split()[:3])
