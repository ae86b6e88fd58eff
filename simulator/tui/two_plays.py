"""Two plays of one talk, turn by turn: the same until they part, then beside each other."""

from collections.abc import Iterator
from itertools import zip_longest

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from simulator.language import _
from simulator.practice.debrief_words import turn_words
from simulator.practice.outcomes import outcome_words
from simulator.practice.parting import same_words
from simulator.practice.sitting import Answered, Sitting
from simulator.tui.widgets.speech import moment_paragraphs, player_paragraph
from simulator.tui.widgets.words import Words, content


class TwoPlays:
    """The play as it was, and the one that is played now from one of its turns."""

    def __init__(self, was: Sitting, now: Sitting, turn: int) -> None:
        """`turn`: the first that is played again, from 1."""
        self._was = was
        self._now = now
        self._turn = turn
        self._name = was.partner.name
        self.numbers = True

    def told(self) -> Iterator[Widget]:
        """How both stood before the turn, each turn since, and what each came to.

        Of the play as it was, nothing is shown that the other has not come to yet.
        """
        before = self._turn - 1
        shared = self._was.turns[before - 1].moment if before else self._was.opening
        yield Words(same_words(before), classes="quiet")
        yield from map(Static, moment_paragraphs(shared, self._name, thoughts=False))
        yield from self._since(before)
        if self._now.finished:
            yield Words(_("What they came to"), classes="heading")
            yield _row(
                _end(_("As it was"), self._was, "-was"), _end(_("What if"), self._now, "-now")
            )

    def _since(self, before: int) -> Iterator[Widget]:
        same = True
        both = zip_longest(self._was.answered[before:], self._now.answered[before:])
        for number, (was, now) in enumerate(both, self._turn):
            if now is None and not self._now.finished:
                return
            yield Words(turn_words(number), classes="heading")
            same = same and bool(was and now and was.turn.reply == now.turn.reply)
            if same:
                yield _row(self._side(_("In both"), now, "-now"))
            else:
                yield _row(
                    self._side(
                        _("As it was"), was, "-was", over=len(self._was.turns) + 1 == number
                    ),
                    self._side(_("What if"), now, "-now", over=len(self._now.turns) + 1 == number),
                )

    def _side(
        self, title: str, answered: Answered | None, side: str, *, over: bool = False
    ) -> Vertical:
        """One turn of one of the plays; `over`: it came to its end just before."""
        if answered is None and not over:
            return Vertical(classes="side -gone")
        parts: list[Widget] = [Words(title, classes="quiet")]
        if answered is None:
            parts.append(Words(_("It was over by then."), classes="quiet"))
        else:
            said = moment_paragraphs(answered.turn.moment, self._name, thoughts=False)
            parts += map(Static, (player_paragraph(answered.turn.you), *said))
            parts.append(Words(self._stood(answered), classes="quiet"))
        return Vertical(*parts, classes=f"side {side} -turn")

    def _stood(self, answered: Answered) -> str:
        """The partner after the turn."""
        words = _("{name} is {stance}. Tension {moved}, connection {came}.")
        if self.numbers:
            words = _(
                "{name} is {stance}. Tension {tension} {moved}, connection {connection} {came}."
            )
        reading = answered.reading
        return words.format(
            name=self._name,
            stance=reading.stance_name,
            tension=reading.tension,
            moved=answered.tension.arrow,
            connection=reading.connection,
            came=answered.connection.arrow,
        )


def _row(*sides: Widget) -> Widget:
    """Beside each other where there is room, else one above the other."""
    return Horizontal(*sides, classes="pair")


def _end(title: str, sitting: Sitting, side: str) -> Vertical:
    """What a play came to."""
    parts: list[Widget] = [Words(title, classes="quiet")]
    if sitting.ending is None:
        parts.append(Words(_("It was left open.")))
    else:
        outcome = outcome_words(sitting.ending.outcome, sitting.partner.name)
        parts += (Words(content(outcome, "bold")), Words(sitting.ending.meaning))
    return Vertical(*parts, classes=f"side {side}")
