"""A fingerprint of the rule, so that a play says under which numbers it was played."""

import hashlib
import json
from functools import cache

from simulator.partner import hearing, outcomes, stances, state, step
from simulator.partner.moves import MOVES, VOICING
from simulator.partner.stances import LEVELS
from simulator.partner.step import HOPE_GAIN, HOPE_LOSS, PROMISE_TENSION, STILL_REACHES
from simulator.partner.temperaments import TEMPERAMENTS


@cache
def rule_fingerprint() -> str:
    """SHA-256 (hex) over the rule's numbers and the version of the step.

    Names on screen do not count, nor does the order in which a table is written.
    """
    tables = {
        "numbers": _numbers(),
        "moves": sorted(
            [m.id, m.family, m.to_withdrawer, m.to_pursuer, m.late] for m in MOVES.values()
        ),
        "temperaments": sorted(
            [
                t.id,
                t.set_point,
                t.negative,
                t.need,
                sorted(t.hit_harder),
                sorted(t.soothed_more),
                t.believes_late,
            ]
            for t in TEMPERAMENTS.values()
        ),
        "levels": [
            [lv.stance, lv.enters, lv.leaves, lv.space_gain, lv.other_gain, lv.needs]
            for levels in LEVELS.values()
            for lv in levels
        ],
        "promises": sorted([*key, points] for key, points in PROMISE_TENSION.items()),
        "hope": [sorted(HOPE_LOSS.items()), sorted(HOPE_GAIN.items()), sorted(STILL_REACHES)],
        "voicing": sorted(VOICING),
    }
    return hashlib.sha256(json.dumps(tables, sort_keys=True).encode()).hexdigest()


def _numbers() -> dict[str, int]:
    """Every number of the rule that stands outside a table, and the version of what is code."""
    return {
        "step": step.STEP_VERSION,
        "charge_limit": hearing.CHARGE_LIMIT,
        "late_belief_limit": hearing.LATE_BELIEF_LIMIT,
        "time_overridden": step.TIME_OVERRIDDEN,
        "hit_harder": step.HIT_HARDER,
        "hidden_wish": step.HIDDEN_WISH,
        "walked_out": step.WALKED_OUT,
        "streak_limit": state.STREAK_LIMIT,
        "connection_at_start": state.CONNECTION_AT_START,
        "hope_at_start": state.HOPE_AT_START,
        "given_up_at_hope": stances.GIVEN_UP_AT_HOPE,
        "given_up_tension": state.GIVEN_UP_TENSION,
        "giving_up_fall": step.GIVING_UP_FALL,
        "giving_up_floor": step.GIVING_UP_FLOOR,
        "comeback_hope": step.COMEBACK_HOPE,
        "comeback_tension": step.COMEBACK_TENSION,
        "earned_gain": outcomes.EARNED_GAIN,
    }
