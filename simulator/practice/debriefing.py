"""A play looked back on: the debrief of a sitting, of one that was kept, and *what if*."""

from typing import TYPE_CHECKING

from simulator.coach.looking_back import look_back
from simulator.coach.people import forms_of
from simulator.coach.retracing import retraced
from simulator.coach.story import Story
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.practice.hinting import not_known
from simulator.practice.keeping import Keep
from simulator.practice.sitting import Sitting, replay

if TYPE_CHECKING:
    from simulator.coach.debrief import Debrief
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal
    from simulator.practice.keeping import Keeping


def debrief(sitting: Sitting) -> "Debrief":
    """What the play meant, with what the outlooks know now; they are not begun here.

    Raises `ValueError` for a talk that was stopped: there is no debrief then.
    """
    if sitting.stopped:
        raise ValueError("the talk was stopped, and has no debrief")
    return look_back(_story(sitting))


def _story(sitting: Sitting) -> Story:
    setup, turns = sitting.setup, sitting.turns
    return Story(
        sitting.scenario.chair(sitting.role),
        forms_of(sitting.partner),
        sitting.partner_role,
        TEMPERAMENTS[setup.temperament],
        turns,
        tuple(answered.explanation for answered in sitting.answered),
        retraced(sitting.scenario, setup, [turn.reply for turn in turns]),
        tuple(sitting.outlooks.at(number) for number in range(len(turns) + 1)),
        sitting.outcome,
        sitting.ending.theirs if sitting.ending else "",
        not_known(sitting),
    )


def sitting_of(
    play: "Play", journal: "Journal", keeping: "Keeping | None" = None
) -> Sitting | None:
    """A sitting of a kept play, with its guesses and reflections; its `reflect` adds to that play
    where `keeping` is given, else nothing is kept. `None` where only its states are left."""
    from simulator.practice.exporting import whole  # noqa: PLC0415

    sitting = whole(play, journal).sitting
    if sitting is None:
        return None
    sitting.recall(play)
    if keeping is not None:
        text = journal.text(play.setup.scenario)
        sitting.keeper = Keep(keeping, play.scenario, text, play.assignment).go_on(play)
    return sitting


def what_if(sitting: Sitting, turn: int) -> Sitting:
    """A sitting that nobody keeps, with the replies before `turn` given: the same partner, the
    same evening. Raises `LookupError` for a turn that is not there."""
    turns = sitting.turns
    if not 1 <= turn <= len(turns):
        raise LookupError(f"there is no turn {turn}; there are {len(turns)}")
    before = [one.reply for one in turns[: turn - 1]]
    return replay(sitting.scenario, sitting.setup, before)
