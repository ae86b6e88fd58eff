"""A debrief as plain values, for JSON. The names are a contract for scripts."""

from typing import TYPE_CHECKING

from simulator.practice.records import Record, cause_record

if TYPE_CHECKING:
    from simulator.coach.debrief import Review
    from simulator.coach.outlook import Prospect
    from simulator.dialogue.conversation import Turn
    from simulator.journal.events import Replied
    from simulator.practice.exporting import Whole
    from simulator.practice.sitting import Sitting


def debrief_record(kept: "Whole") -> Record:
    """The debrief of a kept talk. Of one that was stopped there is none, so there are no turns;
    of one that is known by its states alone, causes and what was possible are `None`."""
    play, sitting = kept.play, kept.sitting
    head = {
        "play": play.id,
        "outcome": None if play.outcome is None else play.outcome.value,
        "ending": play.ending,
    }
    if play.stopped:
        return head | {"turning_point": None, "turns": []}
    if sitting is None:
        turns = [_from_states(kept, turn) for turn in play.turns]
        return head | {"turning_point": None, "turns": turns}
    return head | _looked_back(sitting)


def _looked_back(sitting: "Sitting") -> dict[str, object]:
    from simulator.practice.debriefing import debrief  # noqa: PLC0415

    found = debrief(sitting)
    point = found.turning_point
    return {
        "turning_point": None if point is None else point.turn,
        "turns": [_turn(*both) for both in zip(sitting.turns, found.turns, strict=True)],
    }


def _turn(turn: "Turn", review: "Review") -> Record:
    return {
        "beat": turn.beat,
        "reply": turn.reply,
        "feedback": turn.feedback,
        "causes": [cause_record(cause) for cause in turn.causes],
        "still_possible": _possible(review.prospect),
    }


def _possible(prospect: "Prospect | None") -> Record | None:
    if prospect is None:
        return None
    return {"best": prospect.best.value, "random": prospect.random, "look": prospect.look}


def _from_states(kept: "Whole", turn: "Replied") -> Record:
    chair = kept.scenario.chair(kept.play.setup.role) if kept.scenario else None
    beat = chair.beats.get(turn.beat) if chair else None
    reply = beat.replies.get(turn.reply) if beat else None
    return {
        "beat": turn.beat,
        "reply": turn.reply,
        "feedback": reply.feedback if reply else None,
        "causes": None,
        "still_possible": None,
    }
