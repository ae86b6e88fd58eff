"""What if: a talk played on from one of its turns in another way, and both told at the end."""

from collections.abc import Callable

from simulator.language import N_, _
from simulator.plain.both_plays import tell_both
from simulator.plain.commands import Key, Typed
from simulator.plain.paper import Paper
from simulator.plain.player import Player
from simulator.plain.telling import House
from simulator.practice.debrief_words import turn_words
from simulator.practice.debriefing import what_if
from simulator.practice.parting import same_words
from simulator.practice.sitting import Sitting

OVER = N_("Enter alone tells both once more, u takes back your last reply here, q goes back.")
NOT_HERE = N_("That belongs to the talk you had; q goes back to it.")
_STOPPED = N_("This does not go on from here. s opens the safety page again, q goes back.")
_OTHERS = N_("Nothing was taken back: the replies before are those of the talk you had.")


class WhatIf(Player):
    """Nobody keeps this play; the one it is compared with stays as it is."""

    def __init__(self, was: Sitting, turn: int, paper: Paper, house: House) -> None:
        """`turn`: the first one that is played in another way, from 1. Raises `LookupError`."""
        unasked = house._replace(shows=house.shows._replace(guess=False))
        super().__init__(what_if(was, turn), paper, unasked)
        self._was = was
        self._turn = turn

    def run(self, read: Callable[[], str | None]) -> bool:
        """Play on until it is left with q; whether the player wants to be gone at once."""
        self._paper.write(" · ".join((_("What if"), turn_words(self._turn))))
        self._paper.notes([same_words(self._turn - 1)])
        self._tell.standing()
        return super().run(read)

    def _looked_back(self, typed: Typed, read: Callable[[], str | None]) -> bool:
        if typed.key is Key.BREATHE:
            return super()._looked_back(typed, read)
        self._tell.section([_(NOT_HERE)])
        return False

    def _undo(self, count: int) -> None:
        """Of this play alone, never of the other's."""
        if self._sitting.stopped or count <= len(self._sitting.turns) - self._turn + 1:
            super()._undo(count)
        else:
            self._tell.section([_(_OTHERS)])

    def _replies(self) -> None:
        sitting = self._sitting
        if sitting.finished and not (sitting.stopped or self._asks):
            numbers = self._house.numbers
            tell_both(self._paper, self._was, sitting, self._turn, numbers=numbers)
        super()._replies()

    def _what_can_be(self) -> str:
        if self._sitting.stopped:
            return _(_STOPPED)
        if self._sitting.finished and not self._asks:
            return _(OVER)
        return super()._what_can_be()
