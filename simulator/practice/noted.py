"""What the player notes beside a talk: guesses, and reflections of their own."""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from simulator.coach.landing import Landing
from simulator.journal.events import Guessed, Play, Reflected, Reflection, TookBack


class Noted:
    """The guesses and reflections of the turns that stand."""

    def __init__(self) -> None:
        self._guesses: dict[int, Landing] = {}
        self._reflections: dict[tuple[Reflection, int | None], Reflected] = {}

    @classmethod
    def of(cls, play: Play) -> "Noted":
        """What was noted in a kept play."""
        noted = cls()
        for event in play.events:
            match event:
                case TookBack(kept=kept):
                    noted.took_back(kept)
                case Guessed(turn=turn, guess=guess):
                    noted.guess(turn, guess)
                case Reflected():
                    noted._keep(event)
        return noted

    @property
    def guesses(self) -> Mapping[int, Landing]:
        """By the number of the turn."""
        return MappingProxyType(self._guesses)

    @property
    def reflections(self) -> Mapping[tuple[Reflection, int | None], Reflected]:
        """Of each kind and turn the last word."""
        return MappingProxyType(self._reflections)

    def guess(self, turn: int, guess: Landing) -> bool:
        """Note a guess, unless there is one for this turn; whether it was noted."""
        if turn in self._guesses:
            return False
        self._guesses[turn] = guess
        return True

    def reflect(
        self, what: Reflection, turn: int | None, words: str | None, number: int | None
    ) -> None:
        """Note a reflection; over an earlier one of this kind and turn."""
        self._keep(Reflected(datetime.now(UTC), what, turn, words, number))

    def took_back(self, kept: int) -> None:
        """Forget what was noted of turns that were taken back."""
        for number in [number for number in self._guesses if number > kept]:
            del self._guesses[number]
        for key in [key for key in self._reflections if (key[1] or 0) > kept]:
            del self._reflections[key]

    def _keep(self, reflected: Reflected) -> None:
        self._reflections[reflected.what, reflected.turn] = reflected
