"""Talks to measure with: the ones the program itself would open, and the same words for others."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.isolated import python
from simulator.coach.landing import Landing
from simulator.partner.moves import Role
from simulator.practice.coaching import CHOICES
from simulator.practice.opening import open_scenario
from simulator.practice.sitting import Sitting, begin, replay
from simulator.scenario.library import shipped_folder
from simulator.tui import talk as screen
from simulator.tui.widgets.meters import Shown, panel_lines
from simulator.tui.widgets.speech import offer_content
from simulator.tui.widgets.transcript import Block

_VIEW = screen.View()
_GUESS = Landing.SAME
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
    """of the reply that leads on from here, from 1, or of the guess; 0 where the talk is left"""
    asks: bool = False
    """whether it is asked here how the last reply landed"""


def frames(talk: Talk, *, guess: bool = False) -> Iterator[Frame]:
    """The frames of the talk from its first on, replies drawn by its seed, none crossing a line.

    With `guess`, each reply is followed by a frame with the question how it landed.
    """
    sitting, draw = talk.sitting(), random.Random(talk.seed)  # noqa: S311 (no secret)
    while True:
        frame, chosen = _frame(sitting, guessed=guess), _draw(sitting, draw)
        yield frame._replace(number=chosen)
        if not chosen:
            return
        meters = screen.meters(sitting, _VIEW)
        sitting.choose(sitting.offered[chosen - 1].id)
        if guess:
            yield _asking(sitting, meters)
            sitting.guess(_GUESS)


def _draw(sitting: Sitting, draw: random.Random) -> int:
    """A reply after which the talk goes on."""
    given = [turn.reply for turn in sitting.turns]
    ids = [offer.id for offer in sitting.offered]
    for number in draw.sample(range(len(ids)), len(ids)):
        if not replay(sitting.scenario, sitting.setup, [*given, ids[number]]).finished:
            return number + 1
    return 0


def _asking(sitting: Sitting, meters: Shown) -> Frame:
    """The answer, the meters as they were before it, and the question."""
    block = screen.blocks(sitting, _VIEW, held_back=True)[-1]
    answers = (*CHOICES.values(), "skip")
    proof = (_first_words(block.newest[0][0].body.plain), answers[0], answers[-1])
    number = list(CHOICES).index(_GUESS) + 1
    return Frame(_plain(block), _drawn(meters), "", answers, proof, number, asks=True)


def _frame(sitting: Sitting, *, guessed: bool) -> Frame:
    """All of the last turn; after a guess, what was not read before it."""
    block = screen.blocks(sitting, _VIEW)[-1]
    if guessed and sitting.turns:
        block = block._replace(before=(), newest=block.newest[1:])
    meters = screen.meters(sitting, _VIEW)
    replies = tuple(offer_content(offer).plain for offer in sitting.offered)
    proof = (
        _first_words(block.newest[0][0].body.plain),
        f"Tension {meters.reading.tension}",
        _first_words(replies[0]),
    )
    return Frame(
        _plain(block),
        _drawn(meters),
        screen.latest(sitting).tip or "",
        replies,
        proof,
    )


def _drawn(meters: Shown) -> str:
    return "\n".join(line.plain for line in panel_lines(meters, *_PANEL))


def _plain(block: Block) -> str:
    return "\n\n".join(
        "\n".join(part.plain for part in group) for group in (block.before, *block.newest)
    )


def _first_words(text: str) -> str:
    """As many as stand on the first line, however it is broken."""
    return " ".join(text.split()[:3])
