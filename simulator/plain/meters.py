"""The meters and what moved them, as sentences, for eyes and for ears."""

from collections.abc import Iterator, Sequence

from simulator.coach.causes import Explanation, Reason
from simulator.coach.meters import Change, Reading
from simulator.language import _
from simulator.partner.stances import level_of
from simulator.partner.state import PartnerState
from simulator.practice.coaching import METERS, closeness
from simulator.practice.phrases import not_told
from simulator.practice.sitting import Answered


def meter_lines(
    reading: Reading,
    tension: Change | None = None,
    connection: Change | None = None,
    hope: Change | None = None,
    *,
    numbers: bool = True,
) -> Iterator[str]:
    """The meters, with how the last reply moved them where there was one."""
    stance, connected = reading.stance_name, closeness(reading.connection)
    tension_line, connection_line = _("Tension: {stance}"), _("Connection: {level}")
    if numbers:
        tension_line, connection_line = _("Tension {level}, {stance}"), _("Connection {level}")
        connected = str(reading.connection)
    tension_line = tension_line.format(level=reading.tension, stance=stance)
    yield f"{tension_line}{_moved(tension)}{_lifts(reading, numbers=numbers)}."
    if reading.hollow:
        yield _("The meter is low because the asking has stopped. That calm is a loss.")
    yield f"{connection_line.format(level=connected)}{_moved(connection)}."
    if reading.hope_words and not reading.hollow:
        hoping = _("Hope: {words}").format(words=reading.hope_words)
        yield f"{hoping}{_moved(hope)}."


def reason_lines(answered: Answered, *, numbers: bool = True) -> Iterator[str]:
    """How the reply was taken, what moved each meter, and then the feedback."""
    explanation, feedback = answered.explanation, answered.turn.feedback
    if explanation.took_as:
        shown = explanation.shown(points=False)
        yield _with_words(explanation.took_as, not_told(answered.turn.carried, shown))
    yield from moved_lines(explanation, numbers=numbers)
    if feedback:
        yield _("Feedback: {feedback}").format(feedback=feedback)


def moved_lines(explanation: Explanation, *, numbers: bool = True) -> Iterator[str]:
    """What moved each meter, in words; without what comes at nearly every turn."""
    for meter, reasons in explanation.by_meter(points=False, numbers=numbers):
        told = " ".join(_carried(r) if meter == "tension" else r.text for r in reasons)
        yield _("{meter}: {reasons}").format(meter=METERS[meter], reasons=told)


def point_lines(explanation: Explanation) -> Iterator[str]:
    """Every reason with its meter and points, so that they add up, and with the player's own
    words that carried it."""
    for reason in explanation.shown(points=True):
        points = f" {reason.signed}" if reason.signed else ""
        yield f"{METERS[reason.meter]}{points}. {_carried(reason)}"


def curve_lines(states: Sequence[PartnerState], *, numbers: bool = True) -> Iterator[str]:
    """Both meters from the start to the last turn, with the stance wherever it changes."""
    tensions = _tensions(states) if numbers else (_stance(state) for state in states)
    yield _("Tension from turn to turn: {levels}.").format(levels=", ".join(tensions))
    levels = (state.connection for state in states)
    connections = ", ".join(str(level) if numbers else closeness(level) for level in levels)
    yield _("Connection from turn to turn: {levels}.").format(levels=connections)


def _tensions(states: Sequence[PartnerState]) -> Iterator[str]:
    before = None
    for state in states:
        named = f"{state.tension} ({_stance(state)})"
        yield str(state.tension) if state.stance is before else named
        before = state.stance


def _stance(state: PartnerState) -> str:
    return _(level_of(state.stance).name)


def _carried(reason: Reason) -> str:
    """The reason, and the player's own words that carried it."""
    return _with_words(reason.text, reason.quotes)


def _with_words(text: str, words: Sequence[str]) -> str:
    if not words:
        return text
    quotes = ", ".join(f"“{quote}”" for quote in words)
    return _("{reason} Your words: {quotes}").format(reason=text, quotes=quotes)


def _lifts(reading: Reading, *, numbers: bool) -> str:
    """When the stance lifts; left out where only its number would say so, and none is wanted."""
    at = reading.lifts_at
    if not reading.lifts or (not numbers and at is not None and reading.tension > at):
        return ""
    return f"; {reading.lifts}"


def _moved(change: Change | None) -> str:
    if change is None:
        return ""
    return f" ({change.words} {change.arrow})" if change.points else f" ({change.words})"
