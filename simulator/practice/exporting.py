"""Kept plays as others read them: as plain values for JSON, and as rows for a table."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from simulator.cells import cell
from simulator.journal.events import Replied, TookBack
from simulator.practice.noted import Noted
from simulator.practice.records import (
    Record,
    guess_record,
    hint_record,
    play_record,
    reflection_record,
    setup_record,
    state_record,
)
from simulator.practice.spoken import offer_words

if TYPE_CHECKING:
    from simulator.dialogue.conversation import Moment
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal
    from simulator.practice.sitting import Sitting
    from simulator.scenario.model import Reply, Scenario

COLUMNS = (
    *("play", "scenario", "role", "temperament", "seed", "started", "turn", "at", "beat", "reply"),
    *("you", "partner", "feedback"),
    *("tension_before", "connection_before", "hope_before", "stance_before"),
    *("tension", "connection", "hope", "stance"),
    *("outcome", "ending", "undone"),
    *("guess", "landed"),
)
"""of a table with one row a turn. Columns are added at the end, never renamed or moved"""
_METERS = ("tension", "connection", "hope", "stance")


class Whole(NamedTuple):
    """A kept play with whatever can still be said of it."""

    play: "Play"
    scenario: "Scenario | None"
    """as it was played; `None` where its text cannot be read any more"""
    sitting: "Sitting | None"
    """`None` where the play is known by its stored states alone: another rule, another reader"""


def whole(play: "Play", journal: "Journal") -> Whole:
    """The play with its words, where playing it again comes to the states that were kept."""
    try:
        text = journal.text(play.setup.scenario)
    except LookupError:
        return Whole(play, None, None)
    scenario = _read(text, play.scenario)
    return Whole(play, scenario, _again(play, scenario) if scenario else None)


@lru_cache(maxsize=16)
def _read(text: str, name: str) -> "Scenario | None":
    """One text is played many times, and takes long to read."""
    from simulator.scenario.load import load_bytes  # noqa: PLC0415 - heavy

    return load_bytes(text.encode(), name).scenario


def _again(play: "Play", scenario: "Scenario") -> "Sitting | None":
    from simulator.journal import replaying  # noqa: PLC0415
    from simulator.practice import sitting  # noqa: PLC0415

    if not replaying.replay(play, scenario).same:
        return None
    again = sitting.replay(scenario, play.setup, play.replies)
    again.recall(play)
    return again


def export_record(kept: Whole) -> Record:
    """What `play --json` prints, and what only a kept play has.

    `replayed` is false where the words of the partner are missing, because only the stored states
    are left to go by; then `opening` and each turn's `partner` are `None`.
    """
    play = kept.play
    talk = play_record(play.scenario, kept.sitting) if kept.sitting else _from_states(kept)
    return {
        "id": play.id,
        **talk,
        "started": play.started.isoformat(),
        "finished": None if play.ended is None else play.ended.isoformat(),
        "times": [turn.at.isoformat() for turn in play.turns],
        "undone": list(_undone(kept)),
        "guesses": list(_guesses(kept)),
        "hints": [hint_record(hint) for hint in play.hints],
        "reflections": [reflection_record(reflected) for reflected in play.reflections],
        "assignment": play.assignment,
        "replayed": kept.sitting is not None,
    }


def rows(kept: Whole) -> Iterator[tuple[str | int | None, ...]]:
    """One row for each turn that stands, as `COLUMNS` names its cells; safe in a spreadsheet."""
    play, setup = kept.play, kept.play.setup
    guesses = Noted.of(play).guesses
    for number, turn in enumerate(play.turns, 1):
        row = {
            "play": play.id,
            "scenario": play.scenario,
            "role": setup.role.value,
            "temperament": setup.temperament,
            "seed": setup.seed,
            "started": play.started.isoformat(),
            "turn": number,
            "at": turn.at.isoformat(),
            "beat": turn.beat,
            "reply": turn.reply,
            **_words(kept, number, turn),
            **{f"{name}_before": getattr(turn.before, name) for name in _METERS},
            **{name: getattr(turn.after, name) for name in _METERS},
            "outcome": None if play.outcome is None else play.outcome.value,
            "ending": play.ending,
            "undone": play.undone,
            "guess": guesses.get(number),
            "landed": _landed(kept, number),
        }
        yield tuple(cell(row[name]) for name in COLUMNS)


def _words(kept: Whole, number: int, turn: Replied) -> dict[str, str | None]:
    offer = _offer(kept, turn)
    said = kept.sitting.turns[number - 1] if kept.sitting else None
    return {
        "you": offer_words(offer) if offer else None,
        "partner": _partner(said.moment) if said else None,
        "feedback": offer.feedback if offer else None,
    }


def _partner(moment: "Moment") -> str | None:
    parts = chain.from_iterable((at.does, at.says, at.then, at.text) for at in moment.lines)
    return " ".join(filter(None, parts)) or None


def _undone(kept: Whole) -> Iterator[Record]:
    for number, turn in _taken_back(kept.play):
        yield {
            "turn": number,
            "at": turn.at.isoformat(),
            "beat": turn.beat,
            "reply": turn.reply,
            "you": _you(kept, turn),
            "state": state_record(turn.after),
        }


def _taken_back(play: "Play") -> Iterator[tuple[int, Replied]]:
    """The replies that no longer stand, each with the number its turn had."""
    standing: list[Replied] = []
    for event in play.events:
        match event:
            case Replied():
                standing.append(event)
            case TookBack(kept=stay):
                yield from enumerate(standing[stay:], stay + 1)
                del standing[stay:]


def _guesses(kept: Whole) -> Iterator[Record]:
    """Every guess, those about replies that were taken back later among them."""
    from simulator.practice.guessed import held  # noqa: PLC0415 - heavy

    if kept.scenario is None or kept.sitting is None:
        return (guess_record(guessed, None) for guessed in kept.play.guesses)
    return (guess_record(*each) for each in held(kept.play, kept.scenario))


def _landed(kept: Whole, number: int) -> str | None:
    from simulator.practice.guessed import landed  # noqa: PLC0415 - heavy

    if kept.sitting is None:
        return None
    return landed(kept.sitting.turns, number, stopped=kept.sitting.stopped)


def _from_states(kept: Whole) -> Record:
    play = kept.play
    turns = play.turns
    return {
        "scenario": play.scenario,
        "role": play.setup.role.value,
        "setup": setup_record(play.setup),
        "start": state_record(turns[0].before) if turns else None,
        "opening": None,
        "turns": [_turn_from_states(kept, turn) for turn in turns],
        "outcome": None if play.outcome is None else play.outcome.value,
        "ending": play.ending,
    }


def _turn_from_states(kept: Whole, turn: Replied) -> Record:
    offer = _offer(kept, turn)
    return {
        "beat": turn.beat,
        "reply": turn.reply,
        "you": _you(kept, turn),
        "scene": None,
        "later": None,
        "partner": None,
        "state": state_record(turn.after),
        "causes": None,
        "feedback": offer.feedback if offer else None,
    }


def _you(kept: Whole, turn: Replied) -> Record | None:
    offer = _offer(kept, turn)
    return {"says": offer.say, "does": offer.does, "text": offer.text} if offer else None


def _offer(kept: Whole, turn: Replied) -> "Reply | None":
    chair = kept.scenario.chair(kept.play.setup.role) if kept.scenario else None
    beat = chair.beats.get(turn.beat) if chair else None
    return beat.replies.get(turn.reply) if beat else None
