"""One attempt as the page shows it: words ready to be set, in the order they are read."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.coach.evaluating import judge, uses
from simulator.coach.spoken import moment_words, offer_words
from simulator.dialogue.conversation import Conversation, Turn
from simulator.homework.assignment import Assignment
from simulator.homework.attempts import Attempt, Note
from simulator.homework.page import words
from simulator.homework.page.curves import Curve, curve, stances_in_words
from simulator.homework.report import counts
from simulator.homework.review import Reviewed
from simulator.homework.transcript import Transcript, replayed, shared_of, transcript
from simulator.language import _, ngettext
from simulator.partner.moves import MOVES

RATINGS = ("expected", "connected", "steady", "likely")
"""what a client rates from 0 to 10"""


class Shown(NamedTuple):
    """A turn, what was said there in the language of the scenario, and what came of it."""

    turn: int | None
    words: str
    says: str
    """a sentence of ours"""


class Fork(NamedTuple):
    """The turn in which tension rose most, with what was said around it where the talk itself is
    shared; no words of it otherwise."""

    attempt: str
    turn: int
    rose: str
    before: str
    said: str
    after: str
    player: str
    partner: str
    others: tuple[str, ...]
    """what else was offered there"""
    language: str
    """of all that was said"""


class AttemptView(NamedTuple):
    """One attempt."""

    id: str
    number: int
    name: str
    day: str
    first_try: bool
    kind: str
    talk: str
    person: str
    """as whom, with whom"""
    language: str
    outcome: str
    turns: int
    undone: int
    hints: int
    guesses: str
    aim: str
    aim_line: str
    """the same as a sentence"""
    hardest: str
    curve: Curve | None
    stances: str
    partner: str
    evidence: tuple[Shown, ...]
    landed: str
    used: str
    ratings: tuple[str, ...]
    """as `RATINGS`; a dash where there is none"""
    reflections: tuple[tuple[str, str], ...]
    transcript: Transcript | None


def attempt_view(
    reviewed: Reviewed, given: Attempt, number: int, id_: str, *, asked: bool
) -> AttemptView:
    """An attempt that was not stopped."""
    talk = replayed(reviewed.given.assignment, given)
    name = _("Attempt {number}").format(number=number)
    title = talk.scenario.title if talk else given.scenario
    heading = _("{attempt}, {day}: {title}").format(
        attempt=name, day=words.day_words(given.day), title=title
    )
    return AttemptView(
        id_,
        number,
        name,
        words.day_words(given.day),
        given.first_try,
        _kind(given, asked=asked),
        title,
        _person(talk, given),
        talk.scenario.language if talk else "",
        words.outcome_words(given.facts.outcome),
        given.facts.turns,
        given.undone,
        given.hints,
        _guesses(given),
        words.met_there_words(given, reviewed.given.assignment),
        words.met_there_line(given, reviewed.given.assignment),
        str(given.facts.hardest) if given.facts.hardest else "–",
        curve(given, id_, heading),
        stances_in_words(given.facts),
        talk.scenario.person(talk.partner).name if talk else _("the invented partner"),
        tuple(_evidence(reviewed, given, talk)),
        _moves(given, "landed"),
        _moves(given, "used"),
        tuple(_rating(given, what) for what in RATINGS),
        tuple(_reflections(reviewed, given)),
        transcript(reviewed, given),
    )


def fork(reviewed: Reviewed, given: Attempt, name: str) -> Fork | None:
    """The hardest fork of an attempt, with the lines around it where the talk can be replayed."""
    turn = given.facts.hardest or 0
    points = given.facts.curve
    talk = replayed(reviewed.given.assignment, given)
    if talk is None or not 0 < turn < min(len(points), len(talk.turns) + 1):
        return None
    scenario = talk.scenario
    rose = _("Tension went from {before} to {after} there.").format(
        before=points[turn - 1].tension, after=points[turn].tension
    )
    player, partner = scenario.person(talk.setup.role).name, scenario.person(talk.partner).name
    found = Fork(name, turn, rose, "", "", "", player, partner, (), scenario.language)
    if "transcript" not in shared_of(reviewed, given):
        return found
    at = talk.turns[turn - 1]
    before = talk.turns[turn - 2].moment if turn > 1 else talk.opening
    return found._replace(
        before=moment_words(before),
        said=offer_words(at.you),
        after=moment_words(at.moment),
        others=_others(talk, turn),
    )


def _others(talk: Conversation, turn: int) -> tuple[str, ...]:
    there = Conversation(talk.scenario, talk.setup)
    for at in talk.turns[: turn - 1]:
        there.choose(at.reply)
    taken = talk.turns[turn - 1].reply
    return tuple(offer_words(offer) for offer in there.offered if offer.id != taken)


def _kind(given: Attempt, *, asked: bool) -> str:
    kind = _("First try") if given.first_try else _("Practice")
    return kind if asked else _("{kind}, more than was asked for").format(kind=kind)


def _person(talk: Conversation | None, given: Attempt) -> str:
    if talk is None:
        return words.chair_words(given.role)
    return _("as {player}, {doing}, with {partner}").format(
        player=talk.scenario.person(talk.setup.role).name,
        doing=words.chair_words(given.role),
        partner=talk.scenario.person(talk.partner).name,
    )


def _guesses(given: Attempt) -> str:
    if given.guesses is None:
        return "–"
    return _("{matched} of {made}").format(matched=given.guesses.matched, made=given.guesses.made)


def _moves(given: Attempt, how: str) -> str:
    names = (move for move, was in given.facts.moves.items() if was == how)
    return ", ".join(_(MOVES[move].name) if move in MOVES else move for move in names)


def _evidence(reviewed: Reviewed, given: Attempt, talk: Conversation | None) -> Iterator[Shown]:
    """The turns that show whether the aim was met, with what was said there where the talk itself
    is shared."""
    turns = talk.turns if talk else ()
    with_words = "transcript" in shared_of(reviewed, given)
    for turn in dict.fromkeys(given.facts.evidence):
        if 0 < turn <= len(turns):
            said = offer_words(turns[turn - 1].you) if with_words else ""
            yield Shown(turn, said, _came_of(turns[turn - 1]))
        else:
            yield Shown(turn, "", _("The words at this turn cannot be shown here."))
    yield from _of_the_whole(reviewed, talk)


def _came_of(turn: Turn) -> str:
    """Which moves a reply held, and where it left the tension."""
    early = _("{move}, before there was room for it")
    moves = "; ".join(
        name if use.landed else early.format(move=name)
        for use in uses((turn,))
        for name in (_(MOVES[use.move].name),)
    )
    if not moves:
        return _("Tension {tension} after it.").format(tension=turn.state.tension)
    return _("({moves}.) Tension {tension} after it.").format(
        moves=moves, tension=turn.state.tension
    )


def _of_the_whole(reviewed: Reviewed, talk: Conversation | None) -> Iterator[Shown]:
    aim = reviewed.given.assignment.aim
    if talk is None or aim is None:
        return
    for one in judge(aim.aim, talk.turns, talk.outcome).evidence:
        if one.turn is None:
            yield Shown(None, "", one.text)


def _rating(given: Attempt, what: str) -> str:
    found = [note.number for note in given.notes if note.what == what and note.number is not None]
    return str(found[-1]) if found else "–"


def _reflections(reviewed: Reviewed, given: Attempt) -> Iterator[tuple[str, str]]:
    if "reflections" not in shared_of(reviewed, given):
        return
    for note in given.notes:
        if note.words:
            yield _about(note), note.words


def _about(note: Note) -> str:
    what = words.reflection_words(note.what)
    return _("{what}, turn {turn}").format(what=what, turn=note.turn) if note.turn else what


def _met_in(attempts: Sequence[Attempt], assignment: Assignment) -> Iterator[str]:
    judged = [one for one in attempts if one.facts.aim_met is not None]
    counting = [one for one in judged if counts(one, assignment)]
    if counting:
        yield ngettext(
            "The aim was met in {met} of {count} talk.",
            "The aim was met in {met} of {count} talks.",
            len(counting),
        ).format(met=sum(one.facts.aim_met is True for one in counting), count=len(counting))
    beside = [one for one in judged if one.facts.aim_met and not counts(one, assignment)]
    if beside:
        yield ngettext(
            "In {count} talk it was met after replies were taken back; that one does not count "
            "here.",
            "In {count} talks it was met after replies were taken back; these do not count here.",
            len(beside),
        ).format(count=len(beside))


def in_all(reviewed: Reviewed, attempts: Sequence[Attempt]) -> Iterator[str]:
    """How much was done, and how it went, in sentences; nothing of the aim where a report does not
    come out of its replies."""
    assignment = reviewed.given.assignment
    asked = assignment.plays
    plays = ngettext("{count} play was asked for", "{count} plays were asked for", asked)
    handed_in = ngettext("{count} attempt was", "{count} attempts were", len(attempts))
    firsts = sum(one.first_try for one in attempts)
    tries = ngettext("{count} of them a first try", "{count} of them first tries", firsts)
    yield _("{asked}; {handed_in} handed in, {tries}.").format(
        asked=plays.format(count=asked),
        handed_in=handed_in.format(count=len(attempts)),
        tries=tries.format(count=firsts),
    )
    if reviewed.verified is not False:
        yield from _met_in(attempts, assignment)
    breaks = [one for each in attempts for one in each.facts.breaks]
    if breaks:
        back = sum(one.back is not None for one in breaks)
        got_harder = ngettext(
            "It got harder at {count} turn; {back} of these times it was later as mild again.",
            "It got harder at {count} turns; {back} of these times it was later as mild again.",
            len(breaks),
        )
        yield got_harder.format(count=len(breaks), back=back)
