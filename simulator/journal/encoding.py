"""Setups and events as JSON with plain names, and back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from simulator.coach.landing import Landing
from simulator.dialogue.setup import Setup
from simulator.journal.events import (
    Event,
    Guessed,
    Hinted,
    Left,
    Reflected,
    Reflection,
    Replied,
    TookBack,
)
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState

Data = dict[str, Any]


def setup_data(setup: Setup) -> Data:
    """A setup as plain values."""
    return setup._asdict()


def setup_of(data: Mapping[str, Any]) -> Setup:
    """The setup; raises `ValueError`, `KeyError` or `TypeError` where the data is none."""
    return Setup(**{**data, "role": Role(data["role"])})


def kind_of(event: Event) -> str:
    """The name under which this kind of event is kept."""
    match event:
        case Replied():
            return "replied"
        case TookBack():
            return "took_back"
        case Left():
            return "left"
        case Guessed():
            return "guessed"
        case Hinted():
            return "hinted"
        case Reflected():
            return "reflected"


def event_data(event: Event, role: Role) -> Data:
    """What an event holds besides its moment; `role` is the player's."""
    match event:
        case Replied():
            return {
                "reply": f"{role.value}/{event.beat}/{event.reply}",
                "before": event.before._asdict(),
                "after": event.after._asdict(),
                "outcome": event.outcome,
                "ending": event.ending,
            }
        case TookBack():
            return {"kept": event.kept}
        case Left():
            return {}
        case Guessed(turn=turn, guess=guess):
            return {"turn": turn, "guess": guess.value}
        case Hinted(turn=turn, step=step):
            return {"turn": turn, "step": step}
        case Reflected(what=what, turn=about, words=words, number=number):
            return {"what": what.value, "turn": about, "words": words, "number": number}


def event_of(kind: str, at: datetime, data: Mapping[str, Any]) -> Event:
    """The event; raises `ValueError`, `KeyError` or `TypeError` where the data is none."""
    match kind:
        case "replied":
            return _replied(at, data)
        case "took_back":
            return TookBack(at, int(data["kept"]))
        case "left":
            return Left(at)
        case "guessed":
            return Guessed(at, int(data["turn"]), Landing(data["guess"]))
        case "hinted":
            return Hinted(at, int(data["turn"]), int(data["step"]))
        case "reflected":
            what = Reflection(data["what"])
            return Reflected(at, what, data["turn"], data["words"], data["number"])
        case _:
            raise ValueError(f"no kind of event: {kind}")


def _replied(at: datetime, data: Mapping[str, Any]) -> Replied:
    _, beat, reply = data["reply"].split("/")
    outcome = data["outcome"]
    return Replied(
        at,
        beat,
        reply,
        _state_of(data["before"]),
        _state_of(data["after"]),
        None if outcome is None else Outcome(outcome),
        data["ending"],
    )


def _state_of(data: Mapping[str, Any]) -> PartnerState:
    return PartnerState(**{**data, "stance": Stance(data["stance"])})
