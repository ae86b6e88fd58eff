"""What can be asked for beside the debrief: one breath after another, the close look, what if."""

from collections.abc import Callable

from simulator.language import ngettext
from simulator.plain.breathing import breathe
from simulator.plain.commands import Key, Typed
from simulator.plain.debrief_told import write_close
from simulator.plain.hints import PATIENCE
from simulator.plain.paper import Paper
from simulator.plain.telling import House
from simulator.plain.what_if import WhatIf
from simulator.practice.debriefing import debrief
from simulator.practice.sitting import Sitting

A_MOMENT = 1.0
"""seconds that somebody who types waits for what was still possible at the turns"""


class Asides:
    """Commands about a talk that is over."""

    def __init__(
        self, paper: Paper, sitting: Sitting, house: House, read: Callable[[], str | None]
    ) -> None:
        self._paper = paper
        self._sitting = sitting
        self._house = house
        self._read = read

    def take(self, typed: Typed) -> bool:
        """Do what was typed; whether the player wants to be gone at once."""
        match typed.key:
            case Key.BREATHE:
                return breathe(self._paper, self._read if self._house.interactive else None)
            case Key.CLOSE:
                self._close()
            case Key.WHAT_IF:
                return self._what_if(typed.number)
        return False

    def _close(self) -> None:
        outlooks = self._sitting.outlooks
        outlooks.begin()
        outlooks.wait(A_MOMENT if self._house.interactive else PATIENCE)
        meant = debrief(self._sitting)
        write_close(self._paper, self._sitting, meant, numbers=self._house.numbers)

    def _what_if(self, turn: int | None) -> bool:
        most = len(self._sitting.turns)
        if turn is None or not 1 <= turn <= most:
            self._paper.notes([_which(most)])
            return False
        return WhatIf(self._sitting, turn, self._paper, self._house).run(self._read)


def _which(most: int) -> str:
    words = ngettext(
        "The talk had {most} turn. what if 1 plays on from it.",
        "The talk had {most} turns. what if and one of their numbers, such as what if {most}, plays "
        "on from there.",
        most,
    )
    return words.format(most=most)
