"""What moved the partner, and the feedback: quiet notes under the answer."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from simulator.coach.causes import Explanation, Reason
from simulator.coach.landing import Landing
from simulator.dialogue.conversation import Turn
from simulator.practice.coaching import METERS, guess_words
from simulator.practice.phrases import not_told
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.speech import CARRIED
from simulator.tui.widgets.words import content

BAR = "▏ "


def guess_paragraph(guess: Landing, landed: Landing) -> Hanging:
    """What the player guessed, and what the meters say."""
    return _note(guess_words(guess, landed), "italic $quiet")


def note_paragraphs(
    turn: Turn, explanation: Explanation, *, points: bool, numbers: bool = True
) -> Iterator[Hanging]:
    """How the reply was taken, what moved each meter, with its points on request; the feedback.
    Levels only where `numbers` are wanted."""
    told = explanation.shown(points=points, numbers=numbers)
    if explanation.took_as:
        took = content(explanation.took_as, "bold $quiet")
        yield _barred(took + _quoted(not_told(turn.carried, told)))
    if points:
        yield from _pointed(explanation, numbers=numbers)
    else:
        yield from (_barred(_words(reason)) for reason in told)
    if turn.feedback:
        yield _note(turn.feedback)


def _pointed(explanation: Explanation, *, numbers: bool) -> Iterator[Hanging]:
    for meter, reasons in explanation.by_meter(points=True, numbers=numbers):
        yield _note(METERS[meter], "$quiet")
        for reason in reasons:
            lead = content(BAR, "$you") + content(f"{reason.signed:>4}  ", "bold $quiet")
            then = content(BAR, "$you") + content(" " * 6)
            yield Hanging(_words(reason), lead, then)


def _words(reason: Reason) -> Content:
    """The reason, and the player's own words that carried it once: beside the tension they moved,
    underlined as they are where they were said."""
    words = content(reason.text, "$quiet")
    return words + _quoted(reason.quotes) if reason.meter == "tension" else words


def _quoted(quotes: Iterable[str]) -> Content:
    words = Content("")
    for quote in quotes:
        words += content(" “", "$quiet") + content(quote, f"{CARRIED} $quiet")
        words += content("”", "$quiet")
    return words


def _note(words: str, style: str = "") -> Hanging:
    return _barred(content(words, style))


def _barred(words: Content) -> Hanging:
    bar = content(BAR, "$you")
    return Hanging(words, bar, bar)


def signed(points: int | None) -> str:
    """Points with their sign; nothing for what has none, or moved nothing."""
    if not points:
        return ""
    return f"+{points}" if points > 0 else str(points).replace("-", "−")
