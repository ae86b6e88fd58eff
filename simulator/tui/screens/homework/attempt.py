"""One talk that was handed in: its curve, and turn by turn where it is shared. None of it is about a
person."""

from collections.abc import Iterable, Iterator
from typing import cast

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.coach.meters import reading
from simulator.dialogue.conversation import Conversation
from simulator.homework.attempts import Attempt
from simulator.homework.review import Reviewed
from simulator.homework.transcript import Exchange, Transcript, replayed, transcript
from simulator.language import N_, _, ngettext
from simulator.partner.moves import MOVES, Role
from simulator.partner.outcomes import Outcome
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.practice.homework.days import day_words
from simulator.practice.homework.words import INVENTED, part_words
from simulator.practice.outcomes import outcome_words
from simulator.practice.safe import shown
from simulator.practice.words import POINT, Page
from simulator.tui.host import host
from simulator.tui.screens.page import PageScreen, paragraphs
from simulator.tui.widgets.curve import Curve
from simulator.tui.widgets.words import Words, content

_NOT_SHARED = N_("The talk itself, line by line, is not shared.")
_NO_CURVE = N_("It was played by another version of the rule, so its curve cannot be drawn here.")


class AttemptScreen(PageScreen):
    """Read from top to bottom."""

    DEFAULT_CSS = "AttemptScreen Curve { max-width: 100; }"

    def __init__(self, reviewed: Reviewed, given: Attempt) -> None:
        task = reviewed.given.assignment.task(given.scenario, Role(given.role))
        title = part_words(task) if task else shown(given.scenario)
        super().__init__(Page(title, tuple(_facts(given))))
        self._talk = replayed(reviewed.given.assignment, given)
        self._transcript = transcript(reviewed, given)

    def body(self) -> Iterable[Static]:
        """What it came to, the curve, the talk."""
        return cast("Iterable[Static]", self._body())

    def _body(self) -> Iterator[Widget]:
        yield Words(_(INVENTED), classes="quiet")
        yield from paragraphs(self._page.parts)
        numbers = host(self).prefs.meters == "numbers"
        yield _curve(self._talk, numbers=numbers) if self._talk else Words(_(_NO_CURVE))
        if self._transcript is None:
            yield Words(_(_NOT_SHARED), classes="quiet")
        else:
            yield from _told(self._transcript)


def _curve(talk: Conversation, *, numbers: bool) -> Curve:
    temperament = TEMPERAMENTS[talk.setup.temperament]
    marks = reading(talk.states[0], talk.partner, temperament).marks
    return Curve(talk.states, marks, numbers=numbers)


def _facts(given: Attempt) -> Iterator[str]:
    facts = given.facts
    outcome = outcome_words(Outcome(facts.outcome), _("the partner"))
    replies = ngettext("{count} reply", "{count} replies", facts.turns).format(count=facts.turns)
    told = [day_words(given.day), outcome, replies]
    if given.undone:
        told.append(_("{count} taken back").format(count=given.undone))
    told.append(_("a first try") if given.first_try else _("practice"))
    yield " · ".join(told)
    if facts.aim_met:
        at = ", ".join(map(str, facts.evidence))
        met = (
            _("The aim was met there; replies {at} show it.") if at else _("The aim was met there.")
        )
        yield POINT + met.format(at=at)
    if facts.hardest is not None:
        yield POINT + _("The hardest moment: after reply {turn}.").format(turn=facts.hardest)
    landed = [
        _(MOVES[move].name)
        for move, how in facts.moves.items()
        if how == "landed" and move in MOVES
    ]
    if landed:
        yield POINT + _("Landed, so there was room for it: {moves}.").format(
            moves=", ".join(landed)
        )
    for note in given.notes:
        if note.number is not None:
            yield POINT + _("The client’s own rating: {number} of 10.").format(number=note.number)
        if note.words:
            yield POINT + _("The client wrote: “{words}”").format(words=shown(note.words))


def _told(talk: Transcript) -> Iterator[Widget]:
    """Turn by turn, with the meters after each."""
    yield Words(_("Turn by turn"), classes="heading section")
    start = _("At the start: tension {tension}, {stance}; connection {connection}.")
    yield Words(
        content(
            start.format(
                tension=talk.start.tension,
                stance=talk.start.stance_name,
                connection=talk.start.connection,
            ),
            "$quiet",
        )
    )
    if talk.scene:
        yield Words(content(talk.scene, "italic"))
    yield Words(_said(talk.partner, talk.opening))
    for one in talk.exchanges:
        yield Words(_exchange(one, talk))


def _exchange(one: Exchange, talk: Transcript) -> Content:
    lines = [content(f"{one.turn}  ", "bold $quiet") + _said(talk.player, one.you, "bold $you")]
    lines += [content(part, "italic") for part in (one.later, one.scene) if part]
    if one.partner:
        lines.append(_said(talk.partner, one.partner))
    lines.append(content(_meters(one), "$quiet"))
    if one.took_as:
        lines.append(content(one.took_as, "$quiet"))
    return Content("\n").join(lines)


def _meters(one: Exchange) -> str:
    text = _("tension {tension} {moved}, {stance}; connection {connection} {nearer}")
    return text.format(
        tension=one.after.tension,
        moved=one.tension.arrow,
        stance=one.after.stance_name,
        connection=one.after.connection,
        nearer=one.connection.arrow,
    )


def _said(name: str, words: str, style: str = "bold") -> Content:
    """Who says it, where the words do not begin with that."""
    if words.startswith(name):
        return content(words)
    return content(f"{name}  ", style) + content(words)
