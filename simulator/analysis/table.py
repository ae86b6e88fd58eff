"""The partner's one step, tabulated over its factors as states ask for it.

A cell is (tension, stance, streak, asked for time, promised, hope) for one effect; connection and
what was voiced are carried beside it. Each cell is computed by `partner.step` itself, once.
"""

import numpy as np

from simulator.analysis.many import Ints
from simulator.dialogue.program import Program
from simulator.dialogue.states import States
from simulator.partner.moves import Role
from simulator.partner.stances import LEVELS, rank, stances_of
from simulator.partner.state import HOPE_END, METER_END, STREAK_LIMIT, PartnerState
from simulator.partner.step import step
from simulator.partner.temperaments import Temperament

_MIDDLE = 50
"""a connection from which no single step reaches either end of the meter"""
_RANKS = max(map(len, LEVELS.values()))
_STREAKS = STREAK_LIMIT + 1
_HOPES = HOPE_END + 1
_CELLS = (METER_END + 1) * _RANKS * _STREAKS * 2 * 2
"""beside hope, which only a pursuer has"""
_UNKNOWN = -1


class StepTable:
    """`Step` for arrays: looks cells up, and fills those that were never asked for."""

    def __init__(self, program: Program, temperament: Temperament, start: int) -> None:
        """`start` is the connection the play starts with."""
        self._program = program
        self._temperament = temperament
        self._start = start
        self._stances = stances_of(program.partner)
        self._hopes = _HOPES if program.partner is Role.PURSUER else 1
        size = max(1, len(program.effects)) * _CELLS * self._hopes
        self._table = np.full(size, _UNKNOWN, dtype=np.int32)

    def __call__(self, states: States, effect: int | Ints) -> States:
        """The states after the effect, one for all or one a state."""
        cells = effect * (_CELLS * self._hopes) + self._cell(states)
        found = self._table[cells]
        if (found == _UNKNOWN).any():
            self._fill(np.unique(cells[found == _UNKNOWN]))
            found = self._table[cells]
        connection = np.clip(states.connection + (found >> 16 & 0x7F) - 64, 0, METER_END)
        return states._replace(
            tension=(found & 0x7F).astype(np.int64),
            rank=(found >> 7 & 0x7).astype(np.int64),
            streak=(found >> 10 & 0x3).astype(np.int64),
            hope=(found >> 12 & 0xF).astype(np.int64) - 1,
            connection=connection,
            gained=connection - self._start,
            promised=(found >> 23 & 1).astype(np.int64),
            voiced=states.voiced | (found >> 24 & 1),
            asked_time=(found >> 25 & 1).astype(np.int64),
        )

    def _fill(self, cells: Ints) -> None:
        partner = self._program.partner
        for cell in cells.tolist():
            effect, place = divmod(cell, _CELLS * self._hopes)
            before = self._state(place)
            after = step(before, self._program.effects[effect], partner, self._temperament)
            self._table[cell] = (
                after.tension
                | rank(after.stance) << 7
                | after.streak << 10
                | (0 if after.hope is None else after.hope + 1) << 12
                | (after.connection - before.connection + 64) << 16
                | after.promised << 23
                | after.voiced << 24
                | after.asked_time << 25
            )

    def _state(self, cell: int) -> PartnerState:
        rest, hope = divmod(cell, self._hopes)
        rest, promised = divmod(rest, 2)
        rest, asked = divmod(rest, 2)
        rest, streak = divmod(rest, _STREAKS)
        tension, place = divmod(rest, _RANKS)
        return PartnerState(
            tension,
            _MIDDLE,
            None if self._hopes == 1 else hope,
            self._stances[place],
            streak,
            bool(asked),
            bool(promised),
        )

    def _cell(self, states: States) -> Ints:
        place = states.tension * _RANKS + states.rank
        place = (place * _STREAKS + states.streak) * 2 + states.asked_time
        cells: Ints = place * 2 + states.promised
        return cells if self._hopes == 1 else cells * self._hopes + states.hope
