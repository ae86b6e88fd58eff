"""States, causes and whole plays as plain values, for JSON. The names are a contract for scripts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.coach.landing import Landing
    from simulator.dialogue.conversation import Moment, Offer, Spoken, Turn
    from simulator.dialogue.setup import Setup
    from simulator.journal.events import Guessed, Hinted, Reflected
    from simulator.partner.causes import Cause
    from simulator.partner.state import PartnerState
    from simulator.practice.sitting import Sitting

Record = Mapping[str, object]


def state_record(state: "PartnerState") -> Record:
    """The partner's state at one moment; `hope` is `None` for a withdrawer."""
    return state._asdict()


def cause_record(cause: "Cause") -> Record:
    """One reason for a change of one meter."""
    return cause._asdict()


def play_record(scenario_id: str, sitting: "Sitting") -> Record:
    """A play as it stands: replies taken back are absent, and so is what was never reached."""
    opening, ending = sitting.opening, sitting.ending
    return {
        "scenario": scenario_id,
        "role": sitting.role.value,
        "setup": setup_record(sitting.setup),
        "start": state_record(sitting.curve[0]),
        "opening": _moment(opening),
        "turns": [_turn(turn) for turn in sitting.turns],
        "outcome": None if sitting.outcome is None else sitting.outcome.value,
        "ending": None if ending is None else ending.id,
    }


def setup_record(setup: "Setup") -> Record:
    """What a play starts from, besides the chair."""
    names = ("scenario", "rule", "temperament", "tension", "connection", "hope", "seed")
    return {name: getattr(setup, name) for name in names}


def guess_record(guessed: "Guessed", landed: "Landing | None") -> Record:
    """A guess; `landed` is `None` where it cannot be told how the reply landed."""
    return {
        "at": guessed.at.isoformat(),
        "turn": guessed.turn,
        "guess": guessed.guess.value,
        "landed": None if landed is None else landed.value,
    }


def hint_record(hint: "Hinted") -> Record:
    """A hint that was asked for; `turn` is the one that was about to be taken."""
    return {"at": hint.at.isoformat(), "turn": hint.turn, "step": hint.step}


def reflection_record(reflected: "Reflected") -> Record:
    """Something the player wrote or rated for themselves."""
    return {
        "at": reflected.at.isoformat(),
        "what": reflected.what.value,
        "turn": reflected.turn,
        "words": reflected.words,
        "number": reflected.number,
    }


def _turn(turn: "Turn") -> Record:
    return {
        "beat": turn.beat,
        "reply": turn.reply,
        "you": _offer(turn.you),
        **_moment(turn.moment),
        "state": state_record(turn.state),
        "causes": [cause_record(cause) for cause in turn.causes],
        "feedback": turn.feedback,
    }


def _moment(moment: "Moment") -> Record:
    return {
        "scene": moment.scene,
        "later": moment.later,
        "partner": [_line(line) for line in moment.lines],
    }


def _line(line: "Spoken") -> Record:
    return {name: getattr(line, name) for name in ("does", "says", "then", "text", "thinks")}


def _offer(offer: "Offer") -> Record:
    return {"says": offer.say, "does": offer.does, "text": offer.text}
