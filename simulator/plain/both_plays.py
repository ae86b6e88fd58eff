"""Two plays of one talk, told one after the other: what they share, then each by itself."""

from collections.abc import Iterable, Iterator

from simulator.coach.people import forms_of
from simulator.language import N_, _
from simulator.plain.meters import meter_lines
from simulator.plain.pages import you
from simulator.plain.paper import Paper
from simulator.plain.speech import moment_lines
from simulator.practice.debrief_words import turn_words
from simulator.practice.outcomes import outcome_words
from simulator.practice.parting import shared
from simulator.practice.sitting import Answered, Sitting

_ALIKE = N_("Both were the same to the end.")


def tell_both(paper: Paper, was: Sitting, now: Sitting, turn: int, *, numbers: bool = True) -> None:
    """Both plays from `turn` on: in common until they part, then as it was, then what if."""
    apart = shared(was, now)
    same = now.answered[turn - 1 : apart]
    if same:
        paper.write(_("In both"))
        _turns(paper, now, same, numbers=numbers)
    if apart == len(was.turns) == len(now.turns):
        paper.notes([_(_ALIKE), *_end(now)])
        return
    for title, play in ((_("As it was"), was), (_("What if"), now)):
        paper.write(title)
        _turns(paper, play, play.answered[apart:], numbers=numbers)
        paper.notes(tuple(_end(play)))


def _turns(paper: Paper, play: Sitting, turns: Iterable[Answered], *, numbers: bool) -> None:
    for answered in turns:
        paper.notes(tuple(_turn(play, answered, numbers=numbers)))


def _turn(play: Sitting, answered: Answered, *, numbers: bool) -> Iterator[str]:
    """What was said, what was answered, and how the partner stood after it."""
    yield turn_words(answered.turn.number)
    yield you(answered.turn.you)
    yield from moment_lines(answered.turn.moment, forms_of(play.partner), thoughts=False)
    moved = (answered.tension, answered.connection, answered.hope)
    yield from meter_lines(answered.reading, *moved, numbers=numbers)


def _end(play: Sitting) -> Iterator[str]:
    if play.ending is None:
        yield _("It was left open.")
        return
    outcome = outcome_words(play.ending.outcome, play.partner.name)
    yield _("The end: {outcome}.").format(outcome=outcome)
    yield play.ending.meaning
