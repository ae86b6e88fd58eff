"""The meters and what moved them, as sentences, for eyes and for ears."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.coach.causes import Reason
from simulator.coach.meters import Change, Reading
from simulator.language import _
from simulator.partner.stances import Stance
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


def reason_lines(answered: Answered) -> Iterator[str]:
    """How the reply was taken, what moved each meter, and then the feedback."""
    explanation, feedback = answered.explanation, answered.turn.feedback
    shown = [reason for reason in explanation.moved if not reason.small]
    if explanation.took_as:
        yield _with_words(explanation.took_as, not_told(answered.turn.carried, shown))
    for meter, reasons in _by_meter(shown).items():
        told = " ".join(_carried(r) if meter == "tension" else r.text for r in reasons)
        yield _("{meter}: {reasons}").format(meter=METERS[meter], reasons=told)
    if feedback:
        yield _("Feedback: {feedback}").format(feedback=feedback)


def point_lines(reasons: Iterable[Reason]) -> Iterator[str]:
    """Each reason with its points, and with the player's own words that carried it."""
    for reason in reasons:
        points = "" if reason.points is None else f" {_signed(reason.points)}"
        yield f"{METERS[reason.meter]}{points}. {_carried(reason)}"


def curve_lines(states: Sequence[PartnerState]) -> Iterator[str]:
    """Both meters from the start to the last turn; where the asking stopped, it says so."""
    tensions = ", ".join(_tensions(states))
    yield _("Tension from turn to turn: {levels}.").format(levels=tensions)
    connections = ", ".join(str(state.connection) for state in states)
    yield _("Connection from turn to turn: {levels}.").format(levels=connections)


def _tensions(states: Sequence[PartnerState]) -> Iterator[str]:
    before = None
    for state in states:
        if state.stance is Stance.GIVING_UP and before is not Stance.GIVING_UP:
            yield _("{level} (has stopped asking)").format(level=state.tension)
        else:
            yield str(state.tension)
        before = state.stance


def _by_meter(reasons: Iterable[Reason]) -> dict[str, list[Reason]]:
    found: dict[str, list[Reason]] = {}
    for reason in reasons:
        found.setdefault(reason.meter, []).append(reason)
    return found


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


def _signed(points: int) -> str:
    return f"{points:+d}".replace("-", "−")
