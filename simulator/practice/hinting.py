"""A hint for the reply that is due in a sitting."""

from typing import TYPE_CHECKING

from simulator.coach import hints
from simulator.coach.people import forms_of
from simulator.coach.retracing import Then, retraced
from simulator.coach.which import which
from simulator.language import N_, _
from simulator.partner.temperaments import TEMPERAMENTS

if TYPE_CHECKING:
    from simulator.practice.sitting import Sitting

NOT_YET = N_("Not worked out yet.")
"""while the worker is at it"""


def hint(sitting: "Sitting", step: int) -> hints.Hint:
    """One step, 1 to 3. Raises `ValueError` for another step, and where the talk is over."""
    if sitting.finished:
        raise ValueError("the talk is over, so no reply is due")
    replies = [turn.reply for turn in sitting.turns]
    then = retraced(sitting.scenario, sitting.setup, replies)[-1]
    temperament = TEMPERAMENTS[sitting.setup.temperament]
    them, role = forms_of(sitting.partner), sitting.partner_role
    now = hints.Now(then, them, role, temperament, _rather(sitting, then))
    match step:
        case hints.FEELING:
            return hints.feeling(now)
        case hints.ROOM:
            return hints.kinds(now)
        case hints.WHICH:
            return which(now, sitting.outlooks.at(len(replies)), not_known(sitting))
        case _:
            raise ValueError(f"a hint has three steps, and {step} is none of them")


def _rather(sitting: "Sitting", then: Then) -> frozenset[str]:
    """What the author would rather have tried instead of another reply offered now."""
    beats = sitting.scenario.chair(sitting.role).beats
    rathers = (beats[one.turn.beat].replies[one.turn.reply].rather for one in then.would)
    return frozenset(filter(None, rathers))


def not_known(sitting: "Sitting") -> str:
    """Why what is still possible is not known, in words."""
    return sitting.outlooks.trouble or _(NOT_YET)
