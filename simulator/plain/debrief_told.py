"""What stands in each part of the debrief, as paragraphs of plain text."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from simulator.coach.causes import Explanation
from simulator.coach.debrief import Corner, Debrief, Fork, Review
from simulator.journal.events import Reflection
from simulator.language import _
from simulator.plain.meters import curve_lines, moved_lines, point_lines
from simulator.plain.paper import Paper
from simulator.practice import debrief_words as words
from simulator.practice.debrief_words import Ask, Part, asked
from simulator.practice.sitting import Sitting
from simulator.practice.spoken import offer_words

ASKED: Mapping[Part, tuple[Ask, ...]] = MappingProxyType(
    {
        Part.LAND: (words.NOW,),
        Part.RATINGS: (words.CONNECTED, words.STEADY),
        Part.MINE: (words.FOR_MYSELF,),
        Part.SENTENCE: (words.IF_THEN, words.LIKELY, words.IN_THE_WAY),
    }
)
"""what is asked in a part, and answered or not"""


def told(part: Part, sitting: Sitting, debrief: Debrief) -> Iterator[str]:
    """A part as it is read: of what is asked, only what was answered."""
    match part:
        case Part.REACHED:
            yield from _reached(sitting, debrief)
        case Part.LOOP:
            yield from _loop(debrief)
        case Part.FORK:
            yield from _one_fork(sitting, debrief.forks)
        case Part.MINE:
            yield from mine(debrief)
        case Part.THEIRS:
            yield from _theirs(sitting, debrief)
        case Part.ONWARD:
            yield from _onward(sitting)
    yield from _answered(sitting, *ASKED.get(part, ()))


def _one_fork(sitting: Sitting, forks: tuple[Fork, ...]) -> Iterator[str]:
    """The one the player wrote to, else the most telling."""
    own = (fork for fork in forks if any(_own(sitting, fork)))
    for fork in (*own, *forks)[:1]:
        yield from (*moment(fork), *_own(sitting, fork), *others(fork))


def _answered(sitting: Sitting, *asks: Ask) -> Iterator[str]:
    for ask in asks:
        given = sitting.reflections.get((ask.what, None))
        if given and (given.words or given.number is not None):
            answer = given.words or str(given.number)
            yield f"{asked(ask, sitting.partner.name)} {answer}"


def _reached(sitting: Sitting, debrief: Debrief) -> Iterator[str]:
    if debrief.reached is None:
        yield _(words.NOTHING_REACHED).format(name=sitting.partner.name)
    else:
        where = words.turn_words(debrief.reached.turn)
        yield f"{where}: {debrief.reached.quote}"
        yield debrief.reached.text


def _loop(debrief: Debrief) -> Iterator[str]:
    loop = debrief.loop
    if loop is None:
        yield _(words.NO_LOOP)
        return
    yield words.loop_is(debrief)
    yield from map(_corner, (loop.did, loop.guarded, loop.saw, loop.theirs))
    yield _(words.ROUND_AGAIN)


def _corner(corner: Corner) -> str:
    quote = f" {corner.quote.words}" if corner.quote else ""
    return f"{corner.title}: {corner.text}{quote}"


def moment(fork: Fork) -> Iterator[str]:
    """The partner's line, and what the player said to it."""
    if fork.before:
        yield fork.before
    yield _("You said: {words}").format(words=offer_words(fork.you))


def _own(sitting: Sitting, fork: Fork) -> Iterator[str]:
    given = sitting.reflections.get((Reflection.OWN_WORDS, fork.turn))
    if given and given.words:
        yield _("Your own sentence: {words}").format(words=given.words)


def others(fork: Fork) -> Iterator[str]:
    """Other replies that were there."""
    if fork.others:
        yield words.others_are(len(fork.others))
    for other in fork.others:
        yield f"{offer_words(other.you)} {other.text}"


def mine(debrief: Debrief) -> Iterator[str]:
    """What was said for oneself, what not, and whether it was safe to."""
    mine = debrief.mine
    yield mine.text
    yield from (quote.words for quote in mine.said)
    yield mine.unsaid
    yield mine.safe


def _theirs(sitting: Sitting, debrief: Debrief) -> Iterator[str]:
    if sitting.ending:
        yield f"{_(words.COST)}: {sitting.ending.cost}"
    if debrief.theirs.part:
        yield f"{words.part_of(sitting.partner.name)}: {debrief.theirs.part}"
    if debrief.theirs.beyond:
        yield f"{_(words.NO_SENTENCE)}: {debrief.theirs.beyond}"


def _onward(sitting: Sitting) -> Iterator[str]:
    if not sitting.finished:
        yield _("`simulator resume` goes on with this talk where it stands.")
    if sitting.partner_role in sitting.scenario.roles:
        chair = _("The other chair, {name}’s, is played with --as {role}.")
        yield chair.format(name=sitting.partner.name, role=sitting.partner_role.value)
    yield _("`simulator play` plays this talk again, on another evening. Enough for now is enough.")


def write_came_to(paper: Paper, sitting: Sitting) -> None:
    """What the talk came to, under its own heading; nothing where it is not over."""
    if sitting.finished:
        outcome, meaning = words.came_to(sitting)
        paper.write(outcome)
        paper.notes([meaning])


def write_close(paper: Paper, sitting: Sitting, debrief: Debrief, *, numbers: bool = True) -> None:
    """The meters, a turning point, each reply with its causes and what was still possible."""
    paper.write(_(words.CLOSER))
    meters = curve_lines(sitting.curve, numbers=numbers)
    paper.notes((*meters, *_turning(sitting, debrief)))
    replies = {turn.number: offer_words(turn.you) for turn in sitting.turns}
    for review in debrief.turns:
        paper.write(f"{words.turn_words(review.turn)}: {replies[review.turn]}")
        paper.notes(tuple(_review(review, numbers=numbers)))


def _turning(sitting: Sitting, debrief: Debrief) -> Iterator[str]:
    point = debrief.turning_point
    if point is not None:
        title = _(words.A_TURNING_POINT).format(turn=point.turn)
        yield f"{title}. {point.before}".rstrip()
    elif debrief.worked_out:
        yield _(words.NO_TURNING_POINT)
    else:
        yield sitting.outlooks.trouble or _(words.NOT_WORKED_OUT)


def _review(review: Review, *, numbers: bool) -> Iterator[str]:
    yield review.stood
    yield from _moved(review.explanation, numbers=numbers)
    if review.feedback:
        yield _("Feedback: {feedback}").format(feedback=review.feedback)
    if review.instead:
        yield f"{_(words.INSTEAD_TRY)}: {offer_words(review.instead.you)} {review.instead.text}"
    if review.possible:
        yield review.possible


def _moved(explanation: Explanation, *, numbers: bool) -> Iterator[str]:
    if explanation.took_as:
        yield explanation.took_as
    yield from point_lines(explanation) if numbers else moved_lines(explanation, numbers=False)
