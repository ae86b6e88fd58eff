"""What was worked out about a role, as JSON values."""

from collections.abc import Sequence
from typing import Any

from simulator.analysis.answers import Answers, EndingAnswer
from simulator.analysis.best_replies import ReplyWorth
from simulator.analysis.extent import Extent
from simulator.analysis.point_of_return import PointOfReturn
from simulator.analysis.witness import Witness
from simulator.scenario.diagnostics import Diagnostic


def as_json(
    answers: Answers, worth: Sequence[ReplyWorth], problems: Sequence[Diagnostic]
) -> dict[str, Any]:
    """The object `simulator analyse --json` prints."""
    return {
        "states": answers.states,
        "transitions": answers.transitions,
        "complete": answers.complete,
        "endings": {ending.id: _ending(ending) for ending in answers.endings},
        "unplayed": dict(answers.unplayed),
        "best": {
            "outcome": answers.best.outcome.value,
            "value": answers.best.value,
            "witness": _witness(answers.best.witness),
        },
        "plays": _extent(answers.extent),
        "point_of_return": _point_of_return(answers.point_of_return),
        "findings": [problem.as_dict() for problem in problems],
        **({"replies": [reply._asdict() for reply in worth]} if worth else {}),
    }


def _ending(ending: EndingAnswer) -> dict[str, Any]:
    return {
        "outcome": ending.outcome.value,
        "reachable": ending.reachable,
        "witness": _witness(ending.witness),
        "odds": dict(ending.odds),
    }


def _witness(play: Witness | None) -> dict[str, Any] | None:
    return None if play is None else {"tension": play.tension, "replies": list(play.replies)}


def _extent(extent: Extent) -> dict[str, Any]:
    return {
        "shortest": _witness(extent.shortest),
        "longest": extent.longest,
        "circle": _witness(extent.circle),
        "meters": {
            name: {"tension": list(meters.tension), "connection": list(meters.connection)}
            for name, meters in extent.meters.items()
        },
    }


def _point_of_return(point: PointOfReturn) -> dict[str, Any]:
    return {
        "past": point.past,
        "depths": [depth._asdict() for depth in point.depths],
        "closings": [
            {
                "beat": closing.beat,
                "reply": closing.reply,
                "share": closing.share,
                "witness": _witness(closing.witness),
            }
            for closing in point.closings
        ],
    }
