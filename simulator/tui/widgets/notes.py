"""What moved the partner, and the feedback: quiet notes under the answer."""

from collections.abc import Iterator
from itertools import groupby

from textual.content import Content

from simulator.coach.causes import Explanation, Reason
from simulator.coach.people import capital
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.words import content

BAR = "▏ "


def note_paragraphs(
    explanation: Explanation, feedback: str | None, *, points: bool
) -> Iterator[Hanging]:
    """How the reply was taken, each reason with its points on request, then the feedback."""
    if explanation.took_as:
        yield _note(explanation.took_as, "bold $quiet")
    if points:
        for meter, reasons in groupby(explanation.moved, key=lambda reason: reason.meter):
            yield _note(capital(meter), "$quiet")
            yield from map(_reason, reasons)
    if feedback:
        yield _note(feedback, "$quiet")


def _reason(reason: Reason) -> Hanging:
    lead = content(BAR, "$you") + content(f"{signed(reason.points):>4}  ", "bold $quiet")
    then = content(BAR, "$you") + content(" " * 6)
    return Hanging(content(reason.text, "$quiet") + _carried(reason), lead, then)


def _carried(reason: Reason) -> Content:
    """The player's own words that carried it, once: beside the tension they moved."""
    if reason.meter != "tension":
        return Content("")
    return content("".join(f" “{words}”" for words in reason.quotes), "italic $quiet")


def _note(words: str, style: str) -> Hanging:
    bar = content(BAR, "$you")
    return Hanging(content(words, style), bar, bar)


def signed(points: int | None) -> str:
    """Points with their sign; nothing for what has none."""
    if points is None:
        return ""
    return f"+{points}" if points > 0 else str(points).replace("-", "−")
