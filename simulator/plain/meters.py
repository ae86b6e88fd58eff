"""The meters and what moved them, as sentences, for eyes and for ears."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.coach.causes import Reason
from simulator.coach.meters import Change, Reading
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState
from simulator.practice.sitting import Answered


def meter_lines(
    reading: Reading,
    tension: Change | None = None,
    connection: Change | None = None,
    hope: Change | None = None,
) -> Iterator[str]:
    """The meters, with how the last reply moved them where there was one."""
    lifts = f"; {reading.lifts}" if reading.lifts else ""
    yield f"Tension {reading.tension}, {reading.stance_name}{_moved(tension)}{lifts}."
    if reading.hollow:
        yield "The meter is low because the asking has stopped. That calm is a loss."
    yield f"Connection {reading.connection}{_moved(connection)}."
    if reading.hope_words and not reading.hollow:
        yield f"Hope: {reading.hope_words}{_moved(hope)}."


def reason_lines(answered: Answered) -> Iterator[str]:
    """How the reply was taken, what moved each meter, and then the feedback."""
    explanation, feedback = answered.explanation, answered.turn.feedback
    if explanation.took_as:
        yield explanation.took_as
    for meter, reasons in _by_meter(r for r in explanation.moved if not r.small).items():
        yield f"{meter.capitalize()}: {' '.join(reason.text for reason in reasons)}"
    if feedback:
        yield f"Feedback: {feedback}"


def point_lines(reasons: Iterable[Reason]) -> Iterator[str]:
    """Each reason with its points, and with the player's own words that carried it."""
    for reason in reasons:
        meter = reason.meter.capitalize()
        points = "" if reason.points is None else f" {_signed(reason.points)}"
        quotes = ", ".join(f"“{quote}”" for quote in reason.quotes)
        words = f" Your words: {quotes}" if quotes else ""
        yield f"{meter}{points}. {reason.text}{words}"


def curve_lines(states: Sequence[PartnerState]) -> Iterator[str]:
    """Both meters from the start to the last turn; where the asking stopped, it says so."""
    yield f"Tension from turn to turn: {', '.join(_tensions(states))}."
    yield f"Connection from turn to turn: {', '.join(str(s.connection) for s in states)}."


def _tensions(states: Sequence[PartnerState]) -> Iterator[str]:
    before = None
    for state in states:
        stopped = state.stance is Stance.GIVING_UP and before is not Stance.GIVING_UP
        yield f"{state.tension} (has stopped asking)" if stopped else str(state.tension)
        before = state.stance


def _by_meter(reasons: Iterable[Reason]) -> dict[str, list[Reason]]:
    found: dict[str, list[Reason]] = {}
    for reason in reasons:
        found.setdefault(reason.meter, []).append(reason)
    return found


def _moved(change: Change | None) -> str:
    if change is None:
        return ""
    return f" ({change.words} {change.arrow})" if change.points else f" ({change.words})"


def _signed(points: int) -> str:
    return f"{points:+d}".replace("-", "−")
